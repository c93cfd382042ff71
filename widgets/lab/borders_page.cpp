// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/lab/borders_page.h"

#include "widgets/lab/chart_frame.h"
#include "widgets/panels/panel_text.h"
#include "widgets/rule_command.h"

#include <QGroupBox>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QVBoxLayout>

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

} // namespace

BordersPage::BordersPage(Workspace& workspace, const DistributionView& view, QWidget* parent)
    : LabPage(workspace, view, parent),
      m_strip(makeChart("sensitivity")),
      m_box(new QGroupBox),
      m_list(new QListWidget),
      m_name(new QLineEdit),
      m_save(new QPushButton),
      m_use(new QPushButton),
      m_remove(new QPushButton) {
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
    layout->addWidget(m_strip, 1);
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
    m_strip->setData(stripChart(nothing));
    m_rules.clear();
    m_list->clear();
    updateControls();
}

void BordersPage::redraw() {
    m_strip->setData(stripChart(view()));
    updateControls();
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
