// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/lab/causes_page.h"

#include "widgets/lab/chart_frame.h"
#include "widgets/lab/lab_charts.h"

#include <QComboBox>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QStackedWidget>

#include <algorithm>

namespace widgets {

using core::store::BucketProfile;

namespace {
constexpr int kGrid = 8;
constexpr std::size_t kColumns = 6, kNumbers = 3; ///< small multiples: three in a row
constexpr std::size_t kSmallRows = 6;             ///< values of a column among them
constexpr auto kAll = QLatin1String("*");         ///< instead of a column
} // namespace

CausesPage::CausesPage(Workspace& workspace, const DistributionView& view, QWidget* parent)
    : LabPage(workspace, view, parent),
      m_columnLabel(new QLabel),
      m_column(new QComboBox),
      m_numberLabel(new QLabel),
      m_number(new QComboBox),
      m_explained(makeChart("explained")),
      m_heat(makeChart("heat-map")),
      m_tree(makeChart("tree-map")),
      m_numbers(makeChart("numbers")),
      m_stack(new QStackedWidget) {
    m_column->setObjectName(QStringLiteral("causesColumn"));
    m_number->setObjectName(QStringLiteral("causesNumber"));
    m_column->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    m_number->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    m_columnLabel->setBuddy(m_column);
    m_numberLabel->setBuddy(m_number);
    auto* bar = new QHBoxLayout;
    for (QWidget* widget : std::initializer_list<QWidget*>{m_columnLabel, m_column, m_numberLabel, m_number})
        bar->addWidget(widget);
    bar->addStretch(1);
    auto* one = new QWidget;
    auto* grid = new QGridLayout(one);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setSpacing(kGrid);
    grid->addWidget(m_heat, 0, 0);
    grid->addWidget(m_tree, 0, 1);
    grid->addWidget(m_explained, 1, 0);
    grid->addWidget(m_numbers, 1, 1);
    for (int i = 0; i < 2; ++i)
        grid->setColumnStretch(i, 1);
    grid->setRowStretch(0, 3);
    grid->setRowStretch(1, 2);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, kGrid, 0, 0);
    layout->setSpacing(kGrid);
    layout->addLayout(bar);
    m_stack->addWidget(one);
    m_stack->addWidget(buildMultiples());
    layout->addWidget(m_stack, 1);
    connect(m_column, &QComboBox::activated, this, [this] {
        m_chosen = m_column->currentData().toString();
        drawColumn();
    });
    connect(m_number, &QComboBox::activated, this, &CausesPage::drawNumber);
    retranslateUi();
    clear({});
}

QWidget* CausesPage::buildMultiples() {
    auto* area = new QWidget;
    auto* grid = new QGridLayout(area);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setSpacing(kGrid);
    constexpr int kInRow = 3;
    for (int i = 0; i < static_cast<int>(kColumns + kNumbers); ++i) {
        m_multiples.push_back(makeChart(qPrintable(QStringLiteral("multiple-%1").arg(i + 1))));
        grid->addWidget(m_multiples.back(), i / kInRow, i % kInRow);
    }
    for (int i = 0; i < kInRow; ++i)
        grid->setColumnStretch(i, 1);
    return area;
}

QString CausesPage::title() const {
    return tr("Causes");
}

QString CausesPage::help() const {
    return tr(
        "What separates head, mid and tail: categories, brands, prices, ages, and every other column of the items.");
}

std::vector<charts::ChartView*> CausesPage::charts() const {
    std::vector<charts::ChartView*> all{m_heat, m_tree, m_explained, m_numbers};
    all.insert(all.end(), m_multiples.begin(), m_multiples.begin() + static_cast<std::ptrdiff_t>(m_filled));
    return all;
}

void CausesPage::load() {
    run<BucketProfile>(
        tr("Looking for what separates the buckets"),
        [project = workspace().project(), table = view().table, borders = view().summary.borders](
            core::JobContext& job) { return core::store::bucketProfile(*project, *table, borders, job); },
        [this](BucketProfile profile) {
            m_profile = std::move(profile);
            fillChoices();
            redraw();
        });
}

void CausesPage::clear(const QString& sentence) {
    m_profile.reset();
    m_filled = 0;
    m_stack->setCurrentIndex(0);
    m_column->clear();
    m_number->clear();
    for (QComboBox* box : {m_column, m_number})
        box->setEnabled(false);
    DistributionView nothing;
    nothing.emptyText = sentence;
    for (charts::ChartView* chart : charts())
        chart->setData(labFrame(nothing, chart->data().title));
}

void CausesPage::fillChoices() {
    const int number = std::max(0, m_number->currentIndex());
    m_column->clear();
    m_number->clear();
    for (const core::store::BucketColumn& column : m_profile->columns)
        m_column->addItem(entityTitle(column.name), toQString(column.name));
    for (const core::store::BucketNumber& one : m_profile->numbers)
        m_number->addItem(numberTitle(one.name));
    if (m_column->count() > 0)
        m_column->addItem(tr("all, side by side"), QString(kAll));
    // What people ask about first is the category; the bars beside say what tells more.
    for (const QString& wanted : {m_chosen, QStringLiteral("category:1"), QStringLiteral("category")})
        if (const int index = m_column->findData(wanted); !wanted.isEmpty() && index >= 0) {
            m_column->setCurrentIndex(index);
            break;
        }
    m_number->setCurrentIndex(std::min(number, m_number->count() - 1));
    for (QComboBox* box : {m_column, m_number})
        box->setEnabled(box->count() > 0);
}

QString CausesPage::noData() const {
    return tr("What separates the buckets is known of items: choose the entity “Items”. A viewer copy has none.");
}

void CausesPage::redraw() {
    if (!m_profile || !view().table)
        return;
    m_explained->setData(explainedChart(view(), *m_profile));
    drawMultiples();
    drawColumn();
    drawNumber();
}

void CausesPage::drawMultiples() {
    m_filled = 0;
    const auto put = [this](const charts::ChartData& chart) { m_multiples[m_filled++]->setData(chart); };
    for (std::size_t i = 0; i < std::min(kColumns, m_profile->columns.size()); ++i)
        put(heatChart(view(), m_profile->columns[i], kSmallRows));
    for (std::size_t i = 0; i < std::min(kNumbers, m_profile->numbers.size()); ++i)
        put(numberChart(view(), m_profile->numbers[i]));
    for (std::size_t i = 0; i < m_multiples.size(); ++i)
        m_multiples[i]->setVisible(i < m_filled);
}

void CausesPage::drawColumn() {
    const int index = m_column->currentIndex();
    const bool all = index >= 0 && m_column->currentData().toString() == kAll;
    m_stack->setCurrentIndex(all ? 1 : 0);
    m_numberLabel->setVisible(!all);
    m_number->setVisible(!all);
    if (all)
        return;
    if (!m_profile || index < 0) {
        for (charts::ChartView* chart : {m_heat, m_tree})
            chart->setData(labFrame(view(), {}));
        return;
    }
    const auto& column = m_profile->columns[static_cast<std::size_t>(index)];
    m_heat->setData(heatChart(view(), column));
    m_tree->setData(treeChart(view(), column));
}

void CausesPage::drawNumber() {
    if (m_profile && m_number->currentIndex() >= 0)
        m_numbers->setData(numberChart(view(), m_profile->numbers[static_cast<std::size_t>(m_number->currentIndex())]));
}

void CausesPage::retranslateUi() {
    m_columnLabel->setText(tr("&Column:"));
    m_numberLabel->setText(tr("&Number:"));
    m_column->setAccessibleName(tr("Column"));
    m_column->setToolTip(tr("The column of the items that the maps show"));
    m_number->setAccessibleName(tr("Number"));
    m_number->setToolTip(tr("The number of the items that is compared between the buckets"));
    if (m_profile) {
        fillChoices();
        redraw();
    }
}

} // namespace widgets
