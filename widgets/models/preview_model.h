// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/preview.h"

#include <QAbstractTableModel>

#include <set>
#include <vector>

namespace widgets::models {

/// The head of a file in the import wizard. The header names each column, the type its values look like, and the field
/// that it is mapped to; values that do not fit that field, and the line of an error, are marked.
class PreviewModel : public QAbstractTableModel {
    Q_OBJECT
public:
    enum class ColumnType { Empty, Number, Time, Text };

    explicit PreviewModel(QObject* parent = nullptr);

    void setPreview(core::data::Preview preview);
    const core::data::Preview& preview() const { return m_preview; }
    void setMapping(const core::data::Mapping& mapping);
    /// Marks the row that begins at this physical line; returns it, or -1 when the preview does not hold it.
    int markLine(std::int64_t line);

    ColumnType columnType(int column) const { return m_types[static_cast<std::size_t>(column)]; }
    /// Sentences about mapped columns whose values do not fit their field.
    QStringList mappingNotes() const;

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    void retranslate();

private:
    QString cell(int row, int column) const;
    bool fits(int row, int column) const;
    static QString typeTitle(ColumnType type);

    core::data::Preview m_preview;
    std::vector<ColumnType> m_types;
    std::vector<std::string> m_fieldOf; ///< field of each column, or empty
    int m_marked = -1;
};

} // namespace widgets::models
