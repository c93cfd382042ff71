// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/lab/time_page.h"

#include "core/store/insight/insight.h"
#include "widgets/lab/chart_frame.h"
#include "widgets/lab/lab_charts.h"

#include <QComboBox>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QStackedWidget>

#include <algorithm>

namespace widgets {

using core::stats::Activity;
using core::stats::Period;

namespace {
constexpr int kGrid = 8;
constexpr std::array kPeriods{Period::Day, Period::Week, Period::Month};
} // namespace

TimePage::TimePage(Workspace& workspace, const DistributionView& view, QWidget* parent)
    : LabPage(workspace, view, parent),
      m_periodLabel(new QLabel),
      m_period(new QComboBox),
      m_valuesLabel(new QLabel),
      m_values(new QComboBox),
      m_shownLabel(new QLabel),
      m_shown(new QComboBox),
      m_rhythmLabel(new QLabel),
      m_rhythm(new QComboBox),
      m_over(new QStackedWidget),
      m_rhythms(new QStackedWidget),
      m_lines(makeChart("support-over-time")),
      m_calendar(makeChart("calendar")),
      m_flow(makeChart("bucket-flow")),
      m_fresh(makeChart("new-and-silent")),
      m_season(makeChart("weekly-rhythm")),
      m_months(makeChart("months")),
      m_lives(makeChart("half-life")) {
    m_period->setObjectName(QStringLiteral("timePeriod"));
    m_values->setObjectName(QStringLiteral("timeValues"));
    m_period->addItems({{}, {}, {}, {}}); // automatic, and one for each period
    m_values->addItems({{}, {}});
    m_shown->setObjectName(QStringLiteral("timeShown"));
    m_shown->addItem({}, -1);
    m_shown->addItem({}, core::stats::kBucketCount);
    m_rhythm->setObjectName(QStringLiteral("timeRhythm"));
    m_rhythm->addItems({{}, {}});
    m_shownLabel->setBuddy(m_shown);
    m_rhythmLabel->setBuddy(m_rhythm);
    m_over->addWidget(m_lines);
    m_over->addWidget(m_calendar);
    m_rhythms->addWidget(m_season);
    m_rhythms->addWidget(m_months);
    m_periodLabel->setBuddy(m_period);
    m_valuesLabel->setBuddy(m_values);
    auto* bar = new QHBoxLayout;
    for (QWidget* widget : std::initializer_list<QWidget*>{m_shownLabel, m_shown, m_periodLabel, m_period,
                                                           m_valuesLabel, m_values, m_rhythmLabel, m_rhythm})
        bar->addWidget(widget);
    bar->addStretch(1);
    auto* grid = new QGridLayout;
    grid->setSpacing(kGrid);
    grid->addWidget(m_over, 0, 0, 1, 4);
    grid->addWidget(m_flow, 0, 4, 1, 2);
    grid->addWidget(m_fresh, 1, 0, 1, 2);
    grid->addWidget(m_lives, 1, 2, 1, 2);
    grid->addWidget(m_rhythms, 1, 4, 1, 2);
    for (int column = 0; column < 6; ++column)
        grid->setColumnStretch(column, 1);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, kGrid, 0, 0);
    layout->setSpacing(kGrid);
    layout->addLayout(bar);
    layout->addLayout(grid, 1);
    connect(m_period, &QComboBox::activated, this, &TimePage::redraw);
    connect(m_values, &QComboBox::activated, this, &TimePage::draw);
    connect(m_shown, &QComboBox::activated, this, &TimePage::drawCalendar);
    connect(m_rhythm, &QComboBox::activated, m_rhythms, &QStackedWidget::setCurrentIndex);
    retranslateUi();
}

QString TimePage::title() const {
    return tr("Time");
}

QString TimePage::help() const {
    return tr(
        "How the buckets are filled over time: what moves from the head to the tail, what is new, what falls silent.");
}

std::vector<charts::ChartView*> TimePage::charts() const {
    return {m_lines, m_calendar, m_flow, m_fresh, m_lives, m_season, m_months};
}

void TimePage::load() {
    run<Activity>(
        tr("Following the events over time"),
        [project = workspace().project(), table = view().table](core::JobContext& job) {
            return core::store::activityOf(*project, *table, job);
        },
        [this](Activity activity) {
            m_activity = std::make_shared<const Activity>(std::move(activity));
            redraw();
        });
}

void TimePage::clear(const QString& sentence) {
    m_activity.reset();
    m_counted.reset();
    if (m_countJob)
        m_countJob->cancel();
    DistributionView nothing;
    nothing.emptyText = sentence;
    for (charts::ChartView* chart : charts())
        chart->setData(labFrame(nothing, chart->data().title));
}

QString TimePage::noData() const {
    return tr(
        "No event that counts here has a time. Import a log and map its “time” field, or choose a measure of events.");
}

bool TimePage::settled() const {
    return LabPage::settled() && (!m_countJob || m_countJob->isEnded());
}

void TimePage::redraw() {
    if (!m_activity || !view().table)
        return;
    JobRunner::Options options;
    options.title = tr("Following the events over time");
    options.supersedes = QStringLiteral("lab.time.count");
    options.quiet = true;
    std::optional<Period> wanted;
    if (m_period->currentIndex() > 0)
        wanted = kPeriods[static_cast<std::size_t>(m_period->currentIndex() - 1)];
    m_countJob = workspace().jobs().run<Counted>(
        options, this,
        [activity = m_activity, wanted, borders = view().summary.borders,
         rule = view().summary.rule](core::JobContext& job) -> core::Result<Counted> {
            Counted counted;
            counted.period = wanted.value_or(core::stats::periodFor(*activity));
            // From day to day nearly everything is silent; a flow needs weeks.
            counted.step = std::max(counted.period, Period::Week);
            const auto buckets = core::store::bucketsByPlace(activity->entities, borders);
            counted.lines = core::stats::bucketLines(*activity, buckets, counted.period);
            counted.days = core::stats::bucketLines(*activity, buckets, Period::Day);
            TL_CHECK_STATUS(job.check());
            counted.flow = core::stats::bucketFlow(*activity, rule, counted.step);
            TL_CHECK_STATUS(job.check());
            counted.lives = core::stats::halfLives(*activity, buckets);
            counted.season = core::stats::seasonalityOf(*activity);
            return counted;
        },
        [this](core::Result<Counted> counted) {
            if (!counted.ok() || !m_activity)
                return; // another rule is being counted, or another table was chosen
            m_counted = std::move(*counted);
            draw();
        });
}

void TimePage::draw() {
    if (!m_counted || !view().table)
        return;
    m_lines->setData(timeChart(view(), m_counted->lines, m_counted->period, m_values->currentIndex() == 1));
    m_flow->setData(flowChart(view(), m_counted->flow, m_counted->step));
    m_fresh->setData(freshChart(view(), m_counted->flow, m_counted->step));
    m_lives->setData(halfLifeChart(view(), m_counted->lives));
    m_season->setData(seasonChart(view(), m_counted->season));
    m_months->setData(monthChart(view(), m_counted->season));
    nameShown();
    drawCalendar();
}

void TimePage::drawCalendar() {
    const int shown = m_shown->currentData().toInt();
    m_over->setCurrentWidget(shown < 0 ? m_lines : m_calendar);
    if (!m_counted || !view().table)
        return;
    std::optional<core::stats::Bucket> bucket;
    if (shown >= 0 && shown < core::stats::kBucketCount)
        bucket = core::stats::kBuckets[static_cast<std::size_t>(shown)];
    m_calendar->setData(calendarChart(view(), m_counted->days, bucket));
}

void TimePage::nameShown() {
    const QVariant current = m_shown->currentData();
    m_shown->clear();
    m_shown->addItem(tr("lines"), -1);
    m_shown->addItem(tr("calendar of all"), core::stats::kBucketCount);
    for (const core::stats::Bucket bucket : core::stats::bucketsOf(view().summary.rule))
        if (bucket != core::stats::Bucket::Cold) // without support, without events
            m_shown->addItem(tr("calendar: %1").arg(bucketTitle(bucket)), static_cast<int>(bucket));
    m_shown->setCurrentIndex(std::max(0, m_shown->findData(current)));
}

void TimePage::retranslateUi() {
    m_periodLabel->setText(tr("&Period:"));
    m_valuesLabel->setText(tr("&Values:"));
    const QStringList periods{tr("automatic"), tr("days"), tr("weeks"), tr("months")};
    for (int i = 0; i < periods.size(); ++i)
        m_period->setItemText(i, periods[i]);
    m_values->setItemText(0, tr("absolute"));
    m_values->setItemText(1, tr("shares"));
    m_period->setAccessibleName(tr("Period"));
    m_period->setToolTip(tr("What one step of the time axis is; flows need weeks at least"));
    m_values->setAccessibleName(tr("Values"));
    m_values->setToolTip(tr("Numbers of events, or their share of all events of the period"));
    m_shownLabel->setText(tr("&Show:"));
    m_shown->setAccessibleName(tr("Events over time"));
    m_shown->setToolTip(tr("Lines by bucket, or a calendar of the days"));
    m_rhythmLabel->setText(tr("Rh&ythm:"));
    m_rhythm->setItemText(0, tr("week"));
    m_rhythm->setItemText(1, tr("year"));
    m_rhythm->setAccessibleName(tr("Rhythm"));
    m_rhythm->setToolTip(tr("What weekdays have above the trend, or months above the mean day"));
    nameShown();
    draw();
}

} // namespace widgets
