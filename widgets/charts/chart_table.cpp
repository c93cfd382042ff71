// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/charts/chart_table.h"

#include "widgets/charts/chart_view.h"
#include "widgets/charts/hit.h"

#include <QApplication>
#include <QClipboard>
#include <QDialog>
#include <QDialogButtonBox>
#include <QHeaderView>
#include <QPushButton>
#include <QTableView>
#include <QVBoxLayout>

#include <algorithm>

namespace widgets::charts {

ChartTableModel::ChartTableModel(ChartData data, QObject* parent)
    : QAbstractTableModel(parent), m_data(std::move(data)) {
    bool ids = false, intervals = false;
    for (int s = 0; s < m_data.series.size(); ++s) {
        const SeriesData& series = m_data.series[s];
        ids = ids || std::any_of(series.ids.begin(), series.ids.end(), [](const QString& id) { return !id.isEmpty(); });
        intervals = intervals || !series.low.isEmpty();
        for (qsizetype i = 0; i < series.points.size(); ++i)
            m_rows.emplace_back(s, i);
    }
    m_columns = {Series};
    if (ids)
        m_columns << Id;
    m_columns << X << Y;
    if (intervals)
        m_columns << Low << High;
}

int ChartTableModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int ChartTableModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_columns.size());
}

QVariant ChartTableModel::data(const QModelIndex& index, int role) const {
    if (!index.isValid())
        return {};
    const auto [which, point] = m_rows[index.row()];
    const SeriesData& series = m_data.series[which];
    const Column column = m_columns[index.column()];
    if (role == Qt::TextAlignmentRole)
        return QVariant::fromValue(Qt::AlignVCenter |
                                   (column == Series || column == Id ? Qt::AlignLeft : Qt::AlignRight));
    if (role != Qt::DisplayRole)
        return {};
    const double none = std::numeric_limits<double>::quiet_NaN();
    const auto number = [this](double value) { return std::isnan(value) ? QString() : exactValue(m_data.y, value); };
    switch (column) {
    case Series:
        return series.name;
    case Id:
        return series.ids.value(point);
    case X:
        return exactValue(m_data.x, series.points[point].x());
    case Y: // a cell says its value in its text or label
        return series.kind == SeriesData::Kind::Cells && !series.cellTexts.value(point).isEmpty()
                   ? series.cellTexts[point]
                   : exactValue(m_data.y, series.points[point].y());
    case Low:
        return number(series.low.value(point, none));
    case High:
        return number(series.high.value(point, none));
    }
    return {};
}

QVariant ChartTableModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (role != Qt::DisplayRole || orientation != Qt::Horizontal || section >= m_columns.size())
        return {};
    switch (m_columns[section]) {
    case Series:
        return ChartView::tr("Series");
    case Id:
        return ChartView::tr("Name");
    case X:
        return m_data.x.title.isEmpty() ? QStringLiteral("x") : m_data.x.title;
    case Y:
        return m_data.y.title.isEmpty() ? QStringLiteral("y") : m_data.y.title;
    case Low:
        return ChartView::tr("Lower end");
    case High:
        return ChartView::tr("Upper end");
    }
    return {};
}

void showChartTable(ChartView* view) {
    auto* const dialog = new QDialog(view);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setObjectName(QStringLiteral("chartTable"));
    dialog->setWindowTitle(view->data().title);
    auto* const table = new QTableView;
    table->setModel(new ChartTableModel(view->data(), table));
    table->setAccessibleName(ChartView::tr("Data of the chart %1").arg(view->data().title));
    table->setAlternatingRowColors(true);
    table->verticalHeader()->hide();
    table->horizontalHeader()->setStretchLastSection(true);
    table->resizeColumnsToContents();
    auto* const buttons = new QDialogButtonBox(QDialogButtonBox::Close);
    QObject::connect(buttons->addButton(ChartView::tr("&Copy as CSV"), QDialogButtonBox::ActionRole),
                     &QPushButton::clicked, view, [view] { QApplication::clipboard()->setText(view->toCsv()); });
    QObject::connect(buttons, &QDialogButtonBox::rejected, dialog, &QDialog::close);
    auto* const layout = new QVBoxLayout(dialog);
    layout->addWidget(table, 1);
    layout->addWidget(buttons);
    constexpr QSize kUsual(640, 480);
    dialog->resize(kUsual);
    dialog->show();
}

} // namespace widgets::charts
