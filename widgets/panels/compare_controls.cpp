// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/panels/compare_controls.h"

#include "widgets/forms/choice_text.h"
#include "widgets/panels/panel_text.h"
#include "widgets/panels/run_picker.h"
#include "widgets/text.h"
#include "widgets/workspace.h"

#include <QComboBox>
#include <QEvent>
#include <QGridLayout>
#include <QLabel>
#include <QMenu>
#include <QPushButton>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace widgets {
namespace {

QComboBox* narrowCombo(const char* name, QWidget* parent) {
    auto* combo = new QComboBox(parent);
    combo->setObjectName(QLatin1String(name));
    combo->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    combo->setMinimumContentsLength(12);
    return combo;
}

} // namespace

using charts::ChartView;

CompareControls::CompareControls(Workspace& workspace, QWidget* parent)
    : QWidget(parent), m_workspace(workspace), m_picker(new RunPicker(this)) {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    column->addWidget(m_picker, 1);
    buildOptions();
    buildExports();
    connect(&m_picker->model(), &RunPickModel::checksChanged, this, [this] {
        fillBaselines();
        Q_EMIT runsChosen();
    });
    connect(m_baseline, &QComboBox::activated, this, &CompareControls::runsChosen);
    connect(m_part, &QComboBox::currentIndexChanged, this, &CompareControls::optionsChanged);
    connect(m_metric, &QComboBox::currentIndexChanged, this, &CompareControls::optionsChanged);
    retranslateUi();
}

void CompareControls::buildOptions() {
    auto* grid = new QGridLayout;
    grid->setHorizontalSpacing(8);
    grid->setVerticalSpacing(4);
    m_baselineLabel = new QLabel(this);
    m_baseline = narrowCombo("compareBaseline", this);
    m_partLabel = new QLabel(this);
    m_part = narrowCombo("comparePart", this);
    m_part->addItem(QString(), static_cast<int>(core::data::Part::Test));
    m_part->addItem(QString(), static_cast<int>(core::data::Part::Validation));
    m_metricLabel = new QLabel(this);
    m_metric = narrowCombo("compareMetric", this);
    for (const char* kind : {"recall", "precision", "f1"})
        m_metric->addItem(QString(), QLatin1String(kind));
    m_rule = new QLabel(this);
    m_rule->setObjectName(QStringLiteral("compareRule"));
    m_rule->setWordWrap(true);
    const std::pair<QLabel*, QComboBox*> rows[]{
        {m_baselineLabel, m_baseline}, {m_partLabel, m_part}, {m_metricLabel, m_metric}};
    for (int i = 0; i < 3; ++i) {
        rows[i].first->setBuddy(rows[i].second);
        grid->addWidget(rows[i].first, i, 0);
        grid->addWidget(rows[i].second, i, 1);
    }
    grid->addWidget(m_rule, 3, 0, 1, 2);
    grid->setColumnStretch(1, 1);
    static_cast<QVBoxLayout*>(layout())->addLayout(grid);
}

void CompareControls::buildExports() {
    auto* grid = new QGridLayout;
    grid->setSpacing(4);
    m_exportHeading = new QLabel(this);
    QFont bold = m_exportHeading->font();
    bold.setBold(true);
    m_exportHeading->setFont(bold);
    const auto button = [this](const char* name, auto signal) {
        auto* made = new QPushButton(this);
        made->setObjectName(QLatin1String(name));
        connect(made, &QPushButton::clicked, this, signal);
        return made;
    };
    m_models = button("exportModels", &CompareControls::modelsRequested);
    m_predictions = button("exportPredictions", &CompareControls::predictionsRequested);
    m_report = button("exportReport", &CompareControls::reportRequested);
    m_charts = new QToolButton(this);
    m_charts->setObjectName(QStringLiteral("exportCharts"));
    m_charts->setPopupMode(QToolButton::InstantPopup);
    m_charts->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    auto* menu = new QMenu(m_charts);
    for (const auto& [name, format] : {std::pair{"PNG", ChartView::Format::Png},
                                       {"SVG", ChartView::Format::Svg},
                                       {"PDF", ChartView::Format::Pdf},
                                       {"CSV", ChartView::Format::Csv}}) {
        menu->addAction(QLatin1String(name), this, [this, chosen = format] { Q_EMIT chartsRequested(chosen); });
    }
    m_charts->setMenu(menu);
    grid->addWidget(m_exportHeading, 0, 0, 1, 2);
    grid->addWidget(m_models, 1, 0);
    grid->addWidget(m_predictions, 1, 1);
    grid->addWidget(m_report, 2, 0);
    grid->addWidget(m_charts, 2, 1);
    static_cast<QVBoxLayout*>(layout())->addLayout(grid);
}

RunPickModel& CompareControls::runs() const {
    return m_picker->model();
}

std::optional<core::RunId> CompareControls::baseline() const {
    const QVariant id = m_baseline->currentData();
    return id.isValid() && id.toLongLong() > 0 ? std::optional(core::RunId(id.toLongLong())) : std::nullopt;
}

void CompareControls::setBaseline(std::optional<core::RunId> baseline) {
    const QSignalBlocker blocker(m_baseline);
    const int place = baseline ? m_baseline->findData(static_cast<qlonglong>(core::raw(*baseline))) : 0;
    m_baseline->setCurrentIndex(std::max(0, place));
}

void CompareControls::fillBaselines() {
    const auto before = baseline();
    const auto checked = runs().checked();
    const QSignalBlocker blocker(m_baseline);
    m_baseline->clear();
    m_baseline->addItem(tr("none"), qlonglong{0});
    for (const core::store::RunRecord& run : runs().runs())
        if (std::find(checked.begin(), checked.end(), run.id) != checked.end())
            m_baseline->insertItem(1, runTitle(run), static_cast<qlonglong>(core::raw(run.id)));
    setBaseline(before);
}

core::data::Part CompareControls::part() const {
    return static_cast<core::data::Part>(m_part->currentData().toInt());
}

std::string CompareControls::metricKind() const {
    return toStd(m_metric->currentData().toString());
}

void CompareControls::setExportEnabled(bool enabled) {
    for (QWidget* button : std::initializer_list<QWidget*>{m_models, m_predictions, m_report, m_charts})
        button->setEnabled(enabled);
}

void CompareControls::showRule() {
    m_rule->setText(tr("Buckets: %1. Change them on the Distribution stage; the results follow without training.")
                        .arg(bucketRuleTitle(m_workspace.bucketRule())));
}

void CompareControls::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange)
        retranslateUi();
    QWidget::changeEvent(event);
}

void CompareControls::retranslateUi() {
    m_baselineLabel->setText(tr("&Baseline"));
    m_baseline->setAccessibleName(tr("Baseline"));
    m_baseline->setToolTip(tr("The run that the others are compared with, on the same rows"));
    m_partLabel->setText(tr("P&art"));
    m_part->setAccessibleName(tr("Part of the split"));
    m_part->setToolTip(tr("The rows on which the runs are evaluated"));
    m_part->setItemText(0, partTitle(core::data::Part::Test));
    m_part->setItemText(1, partTitle(core::data::Part::Validation));
    m_metricLabel->setText(tr("&Metric"));
    m_metric->setAccessibleName(tr("Metric"));
    m_metric->setToolTip(tr("The metric shown per bucket and per class"));
    for (int i = 0; i < m_metric->count(); ++i)
        m_metric->setItemText(i, metricTitle(toStd(m_metric->itemData(i).toString())));
    m_exportHeading->setText(tr("Export"));
    m_models->setText(tr("Models …"));
    m_models->setToolTip(tr("One folder per checked run: weights, vocabulary, labels, model card"));
    m_models->setAccessibleName(tr("Export models"));
    m_predictions->setText(tr("Predictions …"));
    m_predictions->setToolTip(tr("One CSV file per checked run with the scores of the test rows"));
    m_predictions->setAccessibleName(tr("Export predictions"));
    m_report->setText(tr("Report …"));
    m_report->setToolTip(tr("Markdown, HTML and JSON with every table, and the charts as SVG beside them"));
    m_report->setAccessibleName(tr("Export report"));
    m_charts->setText(tr("All charts"));
    m_charts->setToolTip(tr("Writes every chart of this stage into a folder"));
    m_charts->setAccessibleName(tr("Export all charts"));
    fillBaselines();
    showRule();
}

} // namespace widgets
