// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/split_check.h"

#include <QFrame>

#include <optional>

class QLabel;
class QPushButton;

namespace widgets {

/// What the check of one split found: a line for each thing that was looked for. GUI thread only.
class SplitCheckCard : public QFrame {
    Q_OBJECT
public:
    explicit SplitCheckCard(QWidget* parent = nullptr);

    /// Nothing is chosen.
    void clear();
    void showChecking();
    void showCheck(core::store::SplitCheck check);
    /// The split is large, or its check failed: the button checks it.
    void showOffer(const QString& reason);
    bool checking() const { return m_checking; }
    QString text() const;
    void retranslateUi();

Q_SIGNALS:
    void checkRequested();

private:
    void showTexts();

    QLabel* m_title;
    QLabel* m_text;
    QPushButton* m_check;
    std::optional<core::store::SplitCheck> m_result;
    QString m_reason;
    bool m_checking = false;
};

} // namespace widgets
