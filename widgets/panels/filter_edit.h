// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/select/filter.h"

#include <QLineEdit>
#include <QTimer>

#include <optional>
#include <string>
#include <vector>

class QCompleter;
class QStringListModel;

namespace widgets {

/// One line for a filter expression (core/select/filter.h): proposes what could come next (Ctrl+Space asks), underlines
/// what is wrong, and tells a right expression shortly after the last key, or at once with Enter. GUI thread only.
class FilterEdit : public QLineEdit {
    Q_OBJECT
public:
    explicit FilterEdit(QWidget* parent = nullptr);

    /// Of another table: the text is looked at anew. `attributes` are proposed beside the columns.
    void setColumns(const core::select::FilterColumns& columns, const std::vector<std::string>& attributes);
    const core::select::FilterColumns& columns() const { return m_columns; }
    /// Shows an expression, and does not tell it.
    void setExpression(const QString& text);
    /// What is wrong with the text, as a sentence; empty = nothing.
    QString faultText() const;
    /// The text as a tree; nothing while it is wrong.
    std::optional<core::select::Filter> filter() const;

Q_SIGNALS:
    void expressionChanged(const QString& text); ///< the user wrote another one, and it is right
    void faultChanged();

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    void edited();
    void look();
    void propose(bool asked);
    void insertProposal(const QString& text);

    core::select::FilterColumns m_columns;
    std::vector<std::string> m_attributes;
    std::optional<core::select::FilterFault> m_fault;
    core::select::Filter m_filter;
    QString m_told;
    QTimer m_pause;
    QCompleter* m_completer;
    QStringListModel* m_proposals;
    std::size_t m_from = 0, m_to = 0; ///< bytes that a proposal replaces
};

} // namespace widgets
