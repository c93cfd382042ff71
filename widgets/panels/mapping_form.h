// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/fields.h"
#include "core/data/preview.h"
#include "core/store/import.h"

#include <QWidget>

#include <optional>
#include <string>
#include <vector>

class QComboBox;
class QGridLayout;
class QLabel;

namespace widgets {

/// Step 3 of the import: for each field of ours the column that serves it, and what to do where the file says nothing.
/// Combos are named "map_<field>".
class MappingForm : public QWidget {
    Q_OBJECT
public:
    explicit MappingForm(QWidget* parent = nullptr);

    /// Builds the combos anew for these columns and sets them as proposed.
    void setColumns(const std::vector<std::string>& columns, const core::data::Mapping& proposed,
                    core::data::SourceKind kind);
    core::data::Mapping mapping() const;
    /// Kind of log rows that have no kind column.
    core::data::EventKind defaultKind() const;
    core::store::DuplicatePolicy duplicates() const;

Q_SIGNALS:
    void edited();

protected:
    void changeEvent(QEvent* event) override;

private:
    struct Row {
        core::data::FieldInfo field;
        QLabel* label;
        QComboBox* combo;
    };
    void addChoices();
    void retranslateUi();

    std::vector<std::string> m_columns;
    core::data::SourceKind m_kind = core::data::SourceKind::Catalogue;
    std::vector<Row> m_rows;
    QGridLayout* m_grid;
    QLabel* m_defaultKindLabel;
    QComboBox* m_defaultKind;
    QLabel* m_duplicatesLabel;
    QComboBox* m_duplicates;
};

} // namespace widgets
