// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractTableModel>

#include <cstdint>
#include <string>
#include <vector>

namespace widgets {

/// A confusion matrix as a heat table: rows are the true classes, columns what was predicted; the colour is the share
/// of the row. GUI thread only.
class ConfusionModel : public QAbstractTableModel {
    Q_OBJECT
public:
    explicit ConfusionModel(QObject* parent = nullptr) : QAbstractTableModel(parent) {}
    void setMatrix(std::vector<std::string> names, std::vector<std::int64_t> counts);
    const std::vector<std::string>& names() const { return m_names; }

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;
    void retranslate();

private:
    std::vector<std::string> m_names;
    std::vector<std::int64_t> m_counts; ///< row-major
    std::vector<std::int64_t> m_rowTotals;
};

} // namespace widgets
