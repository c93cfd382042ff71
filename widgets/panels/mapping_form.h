// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/fields.h"
#include "core/data/preview.h"
#include "core/store/import.h"
#include "widgets/panels/import_file.h"

#include <QWidget>

#include <optional>
#include <string>
#include <vector>

class QCheckBox;
class QComboBox;
class QGridLayout;
class QLabel;

namespace widgets {

/// For each field of ours the column that serves it, with how it was found, and what becomes of repeated rows and of
/// columns that no field takes. Combos are named "map_<field>".
class MappingForm : public QWidget {
    Q_OBJECT
public:
    explicit MappingForm(QWidget* parent = nullptr);

    /// Builds the combos anew for this file.
    void setFile(const ImportFile& file);
    core::data::Mapping mapping() const;
    /// Nothing for kinds of files where there is no choice.
    std::optional<core::store::DuplicatePolicy> duplicates() const;
    bool keepExtra() const;
    /// How each column came to its field, after the mapping was changed.
    void showOrigins(const ImportFile& file);

Q_SIGNALS:
    void edited();

protected:
    void changeEvent(QEvent* event) override;

private:
    struct Row {
        core::data::FieldInfo field;
        QLabel* label;
        QComboBox* combo;
        MappedBy by = MappedBy::Nothing;
    };
    void place(int position, QLabel* label, QWidget* field);
    void addChoices();
    void showLabel(const Row& row) const;
    void retranslateUi();

    std::vector<std::string> m_columns;
    core::data::SourceKind m_kind = core::data::SourceKind::Catalogue;
    std::vector<Row> m_rows;
    QGridLayout* m_grid;
    QLabel* m_duplicatesLabel;
    QComboBox* m_duplicates;
    QCheckBox* m_keepExtra;
    bool m_filling = false;
};

} // namespace widgets
