// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/panels/confusion_model.h"

#include "widgets/text.h"
#include "widgets/theme.h"

#include <QApplication>
#include <QColor>
#include <QPalette>

#include <cmath>

namespace widgets {

void ConfusionModel::setMatrix(std::vector<std::string> names, std::vector<std::int64_t> counts) {
    Q_ASSERT(counts.size() == names.size() * names.size());
    beginResetModel();
    m_names = std::move(names);
    m_counts = std::move(counts);
    m_rowTotals.assign(m_names.size(), 0);
    for (std::size_t i = 0; i < m_counts.size(); ++i)
        m_rowTotals[i / m_names.size()] += m_counts[i];
    endResetModel();
}

int ConfusionModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_names.size());
}

int ConfusionModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_names.size());
}

QVariant ConfusionModel::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const auto row = static_cast<std::size_t>(index.row()), column = static_cast<std::size_t>(index.column());
    const std::int64_t count = m_counts[row * m_names.size() + column];
    const double share = m_rowTotals[row] > 0 ? static_cast<double>(count) / static_cast<double>(m_rowTotals[row]) : 0;
    // Right is blue and wrong is orange, both readable for colour-blind eyes; small shares are lifted to be seen.
    const double strength = std::sqrt(share);
    switch (role) {
    case Qt::DisplayRole:
        return count > 0 ? QVariant(formatInteger(count)) : QVariant();
    case Qt::ToolTipRole:
        return tr("%1 predicted as %2: %3 of %4 (%5)")
            .arg(toQString(m_names[row]), toQString(m_names[column]), formatInteger(count),
                 formatInteger(m_rowTotals[row]), formatPercent(share));
    case Qt::TextAlignmentRole:
        return QVariant::fromValue(Qt::Alignment(Qt::AlignCenter));
    case Qt::BackgroundRole: {
        if (count == 0)
            return {};
        const QColor base = QApplication::palette().color(QPalette::Base);
        const QColor full = row == column ? QColor(0x00, 0x72, 0xB2) : QColor(0xD5, 0x5E, 0x00);
        const auto mix = [strength](int a, int b) { return a + static_cast<int>((b - a) * strength); };
        return QColor(mix(base.red(), full.red()), mix(base.green(), full.green()), mix(base.blue(), full.blue()));
    }
    case Qt::ForegroundRole:
        return strength > 0.6 ? QVariant(QColor(Qt::white)) : QVariant();
    default:
        return {};
    }
}

QVariant ConfusionModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (section < 0 || section >= rowCount())
        return {};
    const QString name = toQString(m_names[static_cast<std::size_t>(section)]);
    if (role == Qt::DisplayRole)
        return name;
    if (role == Qt::ToolTipRole)
        return orientation == Qt::Horizontal ? tr("Predicted: %1").arg(name) : tr("True class: %1").arg(name);
    return {};
}

void ConfusionModel::retranslate() {
    if (!m_names.empty())
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
}

} // namespace widgets
