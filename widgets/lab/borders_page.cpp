// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/lab/borders_page.h"

#include "widgets/lab/chart_frame.h"
#include "widgets/panels/panel_text.h"
#include "widgets/rule_command.h"

#include <QComboBox>
#include <QGroupBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QVBoxLayout>

#include <array>
#include <utility>

namespace widgets {

using charts::AxisData;
using charts::ChartData;
using charts::SeriesData;
using core::store::NamedRule;

namespace {

constexpr int kGrid = 8;

ChartData stripChart(const DistributionView& view) {
    ChartData chart = labFrame(view, LabTexts::tr("What a border there would mean"));
    chart.entity.clear();
    chart.x.scale = AxisData::Scale::Log;
    chart.x.title = LabTexts::tr("entities in the head");
    chart.y.title = LabTexts::tr("share or index, 0 to 1");
    chart.y.min = 0;
    chart.y.max = 1;
    if (view.cutOffs.empty())
        return chart;
    using core::stats::CutOff;
    const struct {
        QString name;
        double CutOff::*value;
        Qt::PenStyle style;
        QColor color;
    } lines[] = {
        {LabTexts::tr("support of the head"), &CutOff::headShare, Qt::SolidLine, QColor(0x00, 0x72, 0xb2)},
        {LabTexts::tr("Gini within the head"), &CutOff::headGini, Qt::DashLine, QColor(0x56, 0xb4, 0xe9)},
        {LabTexts::tr("Gini within the rest"), &CutOff::restGini, Qt::SolidLine, QColor(0xd5, 0x5e, 0x00)},
        {LabTexts::tr("normalised entropy of the rest"), &CutOff::restEntropy, Qt::DashLine, QColor(0xe6, 0x9f, 0x00)},
        {LabTexts::tr("mean support of the rest / of all"), &CutOff::restPerEntity, Qt::DotLine,
         QColor(0x7f, 0x7f, 0x7f)}};
    for (const auto& one : lines) {
        SeriesData line;
        line.name = one.name;
        line.style = one.style;
        line.color = one.color;
        for (const CutOff& cut : view.cutOffs) {
            line.points << QPointF(static_cast<double>(cut.rank), cut.*one.value);
            line.labels << LabTexts::tr("%1 entities in the head\n%2: %3")
                               .arg(formatInteger(static_cast<qint64>(cut.rank)), one.name,
                                    formatDecimal(cut.*one.value));
        }
        chart.series << line;
    }
    chart.borders = rankBorders(view.summary.borders);
    return chart;
}

using core::stats::Indices;

struct NamedIndex {
    const char* name;
    double Indices::*value;
};
constexpr std::array kIndices{
    NamedIndex{QT_TRANSLATE_NOOP("LabCharts", "Imbalance ratio"), &Indices::imbalanceRatio},
    NamedIndex{QT_TRANSLATE_NOOP("LabCharts", "Between-class difference"), &Indices::betweenClassDifference},
    NamedIndex{QT_TRANSLATE_NOOP("LabCharts", "Coverage"), &Indices::coverage},
    NamedIndex{QT_TRANSLATE_NOOP("LabCharts", "Gini"), &Indices::gini},
    NamedIndex{QT_TRANSLATE_NOOP("LabCharts", "Entropy (nats)"), &Indices::entropy},
    NamedIndex{QT_TRANSLATE_NOOP("LabCharts", "Normalised entropy"), &Indices::normalisedEntropy},
    NamedIndex{QT_TRANSLATE_NOOP("LabCharts", "Effective number"), &Indices::effectiveNumber},
    NamedIndex{QT_TRANSLATE_NOOP("LabCharts", "KL to uniform"), &Indices::klToUniform},
    NamedIndex{QT_TRANSLATE_NOOP("LabCharts", "JS to uniform"), &Indices::jsToUniform},
    NamedIndex{QT_TRANSLATE_NOOP("LabCharts", "Wasserstein to uniform"), &Indices::wassersteinToUniform},
    NamedIndex{QT_TRANSLATE_NOOP("LabCharts", "Theil T"), &Indices::theilT},
    NamedIndex{QT_TRANSLATE_NOOP("LabCharts", "Atkinson (ε = 0.5)"), &Indices::atkinson},
    NamedIndex{QT_TRANSLATE_NOOP("LabCharts", "LRID"), &Indices::lrid},
    NamedIndex{QT_TRANSLATE_NOOP("LabCharts", "Share of the top 1 %"), &Indices::top1PctShare},
    NamedIndex{QT_TRANSLATE_NOOP("LabCharts", "Share of the top 20 %"), &Indices::top20PctShare},
    NamedIndex{QT_TRANSLATE_NOOP("LabCharts", "Share of the bottom 50 %"), &Indices::bottom50PctShare},
};

ChartData indexChart(const DistributionView& view, const std::vector<core::stats::CutIndices>& cuts,
                     const NamedIndex& index) {
    const QString name = LabTexts::tr(index.name);
    ChartData chart = labFrame(view, LabTexts::tr("%1 on both sides of the border").arg(name));
    chart.entity.clear();
    chart.x.scale = AxisData::Scale::Log;
    chart.x.title = LabTexts::tr("entities in the head");
    chart.y.title = name;
    chart.y.includeZero = true;
    SeriesData head, rest;
    head.name = LabTexts::tr("within the head");
    head.color = bucketColor(core::stats::Bucket::Head);
    rest.name = LabTexts::tr("within the rest");
    rest.color = bucketColor(core::stats::Bucket::Tail);
    rest.style = Qt::DashLine;
    for (const core::stats::CutIndices& cut : cuts)
        for (const auto& [line, indices] : {std::pair(&head, &cut.head), std::pair(&rest, &cut.rest)}) {
            line->points << QPointF(static_cast<double>(cut.rank), indices->*index.value);
            line->labels << LabTexts::tr("%1 entities in the head\n%2: %3")
                                .arg(formatInteger(static_cast<qint64>(cut.rank)), line->name,
                                     formatDecimal(indices->*index.value));
        }
    if (!cuts.empty())
        chart.series = {head, rest};
    chart.borders = rankBorders(view.summary.borders);
    return chart;
}

} // namespace

BordersPage::BordersPage(Workspace& workspace, const DistributionView& view, QWidget* parent)
    : LabPage(workspace, view, parent),
      m_indexLabel(new QLabel),
      m_index(new QComboBox),
      m_strip(makeChart("sensitivity")),
      m_box(new QGroupBox),
      m_list(new QListWidget),
      m_name(new QLineEdit),
      m_save(new QPushButton),
      m_use(new QPushButton),
      m_remove(new QPushButton) {
    m_index->setObjectName(QStringLiteral("bordersIndex"));
    m_indexLabel->setBuddy(m_index);
    m_index->addItem({});
    for (std::size_t i = 0; i < kIndices.size(); ++i)
        m_index->addItem({});
    connect(m_index, &QComboBox::activated, this, &BordersPage::redraw);
    m_list->setObjectName(QStringLiteral("namedRules"));
    m_name->setObjectName(QStringLiteral("ruleName"));
    m_save->setObjectName(QStringLiteral("ruleSave"));
    m_use->setObjectName(QStringLiteral("ruleUse"));
    m_remove->setObjectName(QStringLiteral("ruleRemove"));
    auto* saveRow = new QHBoxLayout;
    saveRow->addWidget(m_name, 1);
    saveRow->addWidget(m_save);
    auto* useRow = new QHBoxLayout;
    useRow->addWidget(m_use);
    useRow->addWidget(m_remove);
    useRow->addStretch(1);
    auto* column = new QVBoxLayout(m_box);
    column->addWidget(m_list, 1);
    column->addLayout(useRow);
    column->addLayout(saveRow);
    constexpr int kWidth = 240;
    m_box->setMaximumWidth(kWidth);
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, kGrid, 0, 0);
    layout->setSpacing(kGrid);
    auto* indexRow = new QHBoxLayout;
    indexRow->addWidget(m_indexLabel);
    indexRow->addWidget(m_index);
    indexRow->addStretch(1);
    auto* left = new QVBoxLayout;
    left->addLayout(indexRow);
    left->addWidget(m_strip, 1);
    layout->addLayout(left, 1);
    layout->addWidget(m_box);
    connect(m_save, &QPushButton::clicked, this, &BordersPage::save);
    connect(m_name, &QLineEdit::returnPressed, this, &BordersPage::save);
    connect(m_name, &QLineEdit::textChanged, this, &BordersPage::updateControls);
    connect(m_use, &QPushButton::clicked, this, &BordersPage::use);
    connect(m_list, &QListWidget::itemActivated, this, &BordersPage::use);
    connect(m_remove, &QPushButton::clicked, this, &BordersPage::remove);
    connect(m_list, &QListWidget::currentRowChanged, this, &BordersPage::updateControls);
    retranslateUi();
    updateControls();
}

QString BordersPage::title() const {
    return tr("Borders");
}

QString BordersPage::help() const {
    return tr("Every index over the whole range of borders between head and the rest; bucket rules under names.");
}

void BordersPage::load() {
    redraw();
    readRules();
}

void BordersPage::clear(const QString& sentence) {
    DistributionView nothing;
    nothing.emptyText = sentence;
    m_cutsOf.reset();
    m_cuts.clear();
    m_strip->setData(stripChart(nothing));
    m_rules.clear();
    m_list->clear();
    updateControls();
}

void BordersPage::redraw() {
    if (m_index->currentIndex() > 0 && view().table)
        drawIndex();
    else
        m_strip->setData(stripChart(view()));
    updateControls();
}

bool BordersPage::settled() const {
    return LabPage::settled() && (!m_cutsJob || m_cutsJob->isEnded());
}

void BordersPage::drawIndex() {
    if (m_cutsOf == view().table) {
        m_strip->setData(indexChart(view(), m_cuts, kIndices[static_cast<std::size_t>(m_index->currentIndex() - 1)]));
        return;
    }
    using Cuts = std::vector<core::stats::CutIndices>;
    JobRunner::Options options;
    options.title = tr("Computing the indices on both sides of every border");
    options.supersedes = QStringLiteral("lab.borders.indices");
    m_cutsJob = workspace().jobs().run<Cuts>(
        options, this,
        [table = view().table, cuts = view().cutOffs](core::JobContext& job) {
            return core::stats::indicesAt(table->counts, cuts, job);
        },
        [this, table = view().table](core::Result<Cuts> cuts) {
            if (!cuts.ok() || table != view().table)
                return;
            m_cuts = std::move(*cuts);
            m_cutsOf = table;
            redraw();
        });
}

void BordersPage::moveBorders() {
    if (isVisible())
        m_strip->setBorders(rankBorders(view().summary.borders));
}

void BordersPage::readRules() {
    if (!workspace().project())
        return; // it was closed while a rule was kept
    JobRunner::Options options;
    options.title = tr("Reading the bucket rules");
    options.supersedes = QStringLiteral("lab.rules");
    options.quiet = true;
    workspace().jobs().run<std::vector<NamedRule>>(
        options, this,
        [project = workspace().project()](core::JobContext&) { return core::store::bucketRules(*project); },
        [this](core::Result<std::vector<NamedRule>> rules) {
            if (!rules.ok()) {
                Q_EMIT workspace().message(errorText(rules.error()), true);
                return;
            }
            m_rules = std::move(*rules);
            m_list->clear();
            for (const NamedRule& one : m_rules) {
                auto* item = new QListWidgetItem(toQString(one.name), m_list);
                item->setToolTip(bucketRuleTitle(one.rule));
            }
            updateControls();
        });
}

void BordersPage::change(const QString& title, std::function<core::Status(core::store::Project&)> work) {
    JobRunner::Options options;
    options.title = title;
    options.quiet = true;
    workspace().jobs().run<bool>(
        options, this,
        [project = workspace().project(), work = std::move(work)](core::JobContext&) -> core::Result<bool> {
            TL_CHECK_STATUS(work(*project));
            return true;
        },
        [this](const core::Result<bool>& done) {
            if (!done.ok())
                Q_EMIT workspace().message(errorText(done.error()), true);
            readRules();
        });
}

void BordersPage::save() {
    if (!m_save->isEnabled())
        return;
    const NamedRule rule{toStd(m_name->text().trimmed()), workspace().bucketRule()};
    m_name->clear();
    change(tr("Keeping a bucket rule"),
           [rule](core::store::Project& project) { return core::store::saveBucketRule(project, rule); });
}

void BordersPage::remove() {
    const int row = m_list->currentRow();
    if (row >= 0 && row < static_cast<int>(m_rules.size()))
        change(tr("Removing a bucket rule"),
               [name = m_rules[static_cast<std::size_t>(row)].name](core::store::Project& project) {
                   return core::store::removeBucketRule(project, name);
               });
}

void BordersPage::use() {
    const int row = m_list->currentRow();
    if (row < 0 || row >= static_cast<int>(m_rules.size()))
        return;
    const core::stats::BucketRule& rule = m_rules[static_cast<std::size_t>(row)].rule;
    if (!(rule == workspace().bucketRule()))
        workspace().selection().undoStack()->push(new RuleCommand(workspace(), workspace().bucketRule(), rule));
}

void BordersPage::updateControls() {
    const bool project = workspace().project() != nullptr;
    const bool writable = project && !workspace().project()->readOnly();
    m_name->setEnabled(writable);
    m_save->setEnabled(writable && !m_name->text().trimmed().isEmpty());
    m_use->setEnabled(project && m_list->currentRow() >= 0);
    m_remove->setEnabled(writable && m_list->currentRow() >= 0);
}

void BordersPage::retranslateUi() {
    m_indexLabel->setText(tr("&Index:"));
    m_index->setItemText(0, tr("overview"));
    for (std::size_t i = 0; i < kIndices.size(); ++i)
        m_index->setItemText(static_cast<int>(i) + 1, LabTexts::tr(kIndices[i].name));
    m_index->setAccessibleName(tr("Index"));
    m_index->setToolTip(tr("What is shown over all places that the border could have"));
    m_box->setTitle(tr("Rules under names"));
    m_list->setAccessibleName(tr("Bucket rules of the project"));
    m_name->setPlaceholderText(tr("Name of the rule"));
    m_name->setAccessibleName(tr("Name for the bucket rule as it is now"));
    m_save->setText(tr("&Keep"));
    m_save->setToolTip(tr("Keep the bucket rule as it is now under this name"));
    m_use->setText(tr("&Use"));
    m_use->setToolTip(tr("Use the chosen rule everywhere; it can be undone"));
    m_remove->setText(tr("Remo&ve"));
    m_remove->setToolTip(tr("Forget the chosen rule; what was computed under it stays"));
    redraw();
}

} // namespace widgets
