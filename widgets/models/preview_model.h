// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/column_types.h"
#include "core/data/preview.h"
#include "core/data/values.h"

#include <QAbstractTableModel>

#include <optional>
#include <vector>

namespace widgets::models {

/// The head of a file in the import wizard. The header names each column, the type of its values, and the field that it
/// is mapped to. Cells without text say which kind of nothing they are; values that do not fit the type or the field,
/// and the line of an error, are marked.
class PreviewModel : public QAbstractTableModel {
    Q_OBJECT
public:
    using ColumnType = core::data::ColumnType;

    explicit PreviewModel(QObject* parent = nullptr);

    void setPreview(core::data::Preview preview);
    const core::data::Preview& preview() const { return m_preview; }
    void setMapping(const core::data::Mapping& mapping);
    /// What the whole file says of its columns.
    void setTypes(const core::data::ColumnTypes& types);
    /// The type that the user wants to see a column as; nothing: as found.
    void setWantedType(int column, std::optional<ColumnType> type);
    std::optional<ColumnType> wantedType(int column) const { return m_wanted[static_cast<std::size_t>(column)]; }
    /// Marks the row that begins at this physical line; returns it, or -1 when the preview does not hold it.
    int markLine(std::int64_t line);

    ColumnType columnType(int column) const;
    /// Sentences about columns whose values do not fit their field or wanted type.
    QStringList mappingNotes() const;
    static QString typeTitle(ColumnType type);

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    void retranslate();

private:
    QString cell(int row, int column) const;
    core::data::CellKind cellKind(int row, int column) const;
    bool fits(int row, int column) const;
    QString columnDetails(std::size_t column) const;

    core::data::Preview m_preview;
    core::data::ValueReader m_reader;
    std::vector<ColumnType> m_types;
    std::vector<std::optional<ColumnType>> m_wanted;
    std::optional<core::data::ColumnTypes> m_whole;
    std::vector<std::string> m_fieldOf; ///< field of each column, or empty
    int m_marked = -1;
};

} // namespace widgets::models
