// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/lab/exposure_page.h"

#include "widgets/lab/chart_frame.h"
#include "widgets/lab/lab_charts.h"

#include <QCheckBox>
#include <QComboBox>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>

namespace widgets {

using core::store::ExposureTable;

namespace {
constexpr int kGrid = 8;
constexpr std::array kDemands{"", "click", "cart", "purchase"};
} // namespace

ExposurePage::ExposurePage(Workspace& workspace, const DistributionView& view, QWidget* parent)
    : LabPage(workspace, view, parent),
      m_demandLabel(new QLabel),
      m_demand(new QComboBox),
      m_corrected(new QCheckBox),
      m_note(new QLabel),
      m_scatter(makeChart("exposure")),
      m_reasons(makeChart("reasons")),
      m_positions(makeChart("positions")) {
    m_demand->setObjectName(QStringLiteral("exposureDemand"));
    m_corrected->setObjectName(QStringLiteral("exposureCorrected"));
    m_demandLabel->setBuddy(m_demand);
    m_note->setForegroundRole(QPalette::PlaceholderText);
    m_note->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred); // it must not widen the window
    for (const char* demand : kDemands)
        m_demand->addItem({}, QString::fromLatin1(demand));
    auto* bar = new QHBoxLayout;
    bar->addWidget(m_demandLabel);
    bar->addWidget(m_demand);
    bar->addWidget(m_corrected);
    bar->addWidget(m_note, 1);
    auto* grid = new QGridLayout;
    grid->setSpacing(kGrid);
    grid->addWidget(m_scatter, 0, 0, 2, 1);
    grid->addWidget(m_reasons, 0, 1);
    grid->addWidget(m_positions, 1, 1);
    grid->setColumnStretch(0, 3);
    grid->setColumnStretch(1, 2);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, kGrid, 0, 0);
    layout->setSpacing(kGrid);
    layout->addLayout(bar);
    layout->addLayout(grid, 1);
    connect(m_demand, &QComboBox::activated, this, &ExposurePage::tableChanged);
    connect(m_corrected, &QCheckBox::toggled, this, &ExposurePage::redraw);
    retranslateUi();
    clear({});
}

QString ExposurePage::title() const {
    return tr("Exposure");
}

QString ExposurePage::help() const {
    return tr("Impressions against what came of them: what is rare because nobody sees it, and what because nobody "
              "wants it.");
}

void ExposurePage::load() {
    using Loaded = std::pair<ExposureTable, std::vector<std::size_t>>;
    run<Loaded>(
        tr("Telling exposure and demand apart"),
        [project = workspace().project(), table = view().table,
         demand = toStd(m_demand->currentData().toString())](core::JobContext& job) -> core::Result<Loaded> {
            TL_TRY(ExposureTable exposure, core::store::exposureOf(*project, table->entity, demand, job));
            auto places = placesOfRows(*table, exposure);
            return Loaded(std::move(exposure), std::move(places));
        },
        [this](Loaded loaded) {
            m_exposure = std::move(loaded.first);
            m_places = std::move(loaded.second);
            m_corrected->setEnabled(m_exposure->positions.has_value());
            redraw();
        });
}

void ExposurePage::clear(const QString& sentence) {
    m_exposure.reset();
    m_corrected->setEnabled(false);
    m_note->clear();
    DistributionView nothing;
    nothing.emptyText = sentence;
    for (charts::ChartView* chart : charts())
        chart->setData(labFrame(nothing, chart->data().title));
}

QString ExposurePage::noData() const {
    return tr(
        "Exposure and demand can be told apart only where the log says what was shown and what came of it: import a "
        "log of impressions and clicks or purchases.");
}

void ExposurePage::redraw() {
    if (!m_exposure || !view().table)
        return;
    m_scatter->setData(
        exposureChart(view(), *m_exposure, m_places, m_corrected->isEnabled() && m_corrected->isChecked()));
    m_reasons->setData(reasonsChart(view(), *m_exposure, m_places));
    m_positions->setData(positionsChart(view(), *m_exposure));
    QString note = tr("An entity's own rate counts for more than the mean from %1 impressions on.")
                       .arg(formatInteger(static_cast<qint64>(m_exposure->prior.strength())));
    if (m_exposure->unseen > 0)
        note += QLatin1Char(' ') + tr("%1 without an impression are left out.").arg(formatInteger(m_exposure->unseen));
    m_note->setText(note);
    m_note->setToolTip(note);
}

void ExposurePage::retranslateUi() {
    m_demandLabel->setText(tr("&Wanted means:"));
    const QStringList demands{tr("what there is"), tr("clicked"), tr("put into the cart"), tr("bought")};
    for (int i = 0; i < demands.size(); ++i)
        m_demand->setItemText(i, demands[i]);
    m_demand->setAccessibleName(tr("What counts as demand"));
    m_demand->setToolTip(tr("What must come of an impression to count as demand"));
    m_corrected->setText(tr("&Correct for the position"));
    m_corrected->setToolTip(
        tr("Clicks weigh more where fewer people look (inverse propensities of a position-based click model)"));
    redraw();
}

} // namespace widgets
