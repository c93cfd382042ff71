// SPDX-License-Identifier: GPL-3.0-or-later
// What the Distribution stage shows is counted here, off the window's thread: tables, fits, names.
#include "widgets/lab/lab_page.h"
#include "widgets/models/entity_model.h"
#include "widgets/panels/distribution_panel.h"
#include "widgets/panels/entity_text.h"
#include "widgets/text.h"

#include "core/store/entity_store.h"

#include <QComboBox>
#include <QSignalBlocker>

#include <algorithm>
#include <utility>

namespace widgets {

core::Result<DistributionPanel::Loaded> DistributionPanel::load(const core::store::Project& project,
                                                                const core::store::SupportQuery& query,
                                                                core::JobContext& job,
                                                                const std::shared_ptr<FirstView>& first) {
    Loaded loaded;
    TL_TRY(loaded.measures, core::store::measuresFor(project, query.entity));
    const auto fit = [&loaded](core::stats::SupportTablePtr table) {
        constexpr std::size_t kCutOffs = 120;
        loaded.powerLaw = core::stats::fitPowerLaw(table->counts);
        loaded.zipf = core::stats::fitZipfMandelbrot(table->counts);
        loaded.cutOffs = core::stats::cutOffs(table->counts, kCutOffs);
        loaded.table = std::move(table);
    };
    core::store::EarlyTable early;
    if (first)
        early = [&](core::stats::SupportTablePtr table) {
            fit(std::move(table));
            first->put(loaded);
            job.begin(TL_NOOP("Job", "Reading the names"), 0, "rows"); // the window hears of it
        };
    TL_TRY(auto table, core::store::supportOf(project, query, job, early));
    fit(std::move(table));
    TL_CHECK_STATUS(job.check());
    return loaded;
}

void DistributionPanel::refresh() {
    m_stale = false;
    const std::uint64_t asked = ++m_asked; // answers to earlier questions come too late
    const core::store::ProjectPtr project = workspace().project();
    if (!project) {
        take(core::Error(core::ErrorCode::Cancelled));
        return;
    }
    core::store::SupportQuery query;
    query.entity = toStd(m_entity->currentData().toString());
    // A measure chosen for another entity may not exist for this one: then the natural one is taken.
    if (query.entity == m_entityShown)
        query.measure = toStd(m_measure->currentData().toString());
    m_entityShown = query.entity;
    query.split = workspace().currentSplit();
    const std::string key = keyOf(*project, query);
    for (const auto& [known, loaded] : m_kept)
        if (known == key) {
            if (m_job)
                m_job->cancel();
            take(Loaded(loaded));
            return;
        }
    if (m_aheadJob && !m_aheadJob->isEnded()) { // what is wanted now comes first
        m_lookedAhead.erase(m_aheadKey);
        m_aheadJob->cancel();
    }
    const auto first = std::make_shared<FirstView>();
    JobRunner::Options options;
    options.title = tr("Counting");
    options.supersedes = QStringLiteral("distribution");
    options.quiet = true;
    m_job = workspace().jobs().run<Loaded>(
        options, this,
        [project, query, chosen = m_entityChosen, first](core::JobContext& job) -> core::Result<Loaded> {
            core::Result<Loaded> loaded = load(*project, query, job, first);
            // A catalogue alone has classes but no events: a first look shows what there is, not an empty page.
            if (!loaded.ok() && loaded.error().code == core::ErrorCode::NoData && !chosen && query.entity != "label") {
                core::store::SupportQuery labels = query;
                labels.entity = "label";
                labels.measure.clear();
                core::Result<Loaded> other = load(*project, labels, job, {});
                if (other.ok())
                    return other;
            }
            return loaded;
        },
        [this, key, asked, entity = query.entity](core::Result<Loaded> result) {
            if (asked != m_asked)
                return;
            if (result.ok() && result->table->entity == entity) // not what stands in for a first look
                keep(key, *result);
            take(std::move(result));
            lookAhead();
        });
    connect(m_job, &Job::changed, this, [this, asked, first] {
        if (std::optional<Loaded> loaded = first->take(); loaded && asked == m_asked)
            take(std::move(*loaded), true);
    });
}

std::string DistributionPanel::keyOf(const core::store::Project& project, const core::store::SupportQuery& query) {
    return query.entity + '|' + query.measure + '|' +
           (query.split ? std::to_string(raw(*query.split)) : std::string()) + '|' +
           std::to_string(project.generation()) + '|' + project.path();
}

void DistributionPanel::keep(const std::string& key, const Loaded& loaded) {
    if (m_kept.size() >= kMostKept)
        m_kept.erase(m_kept.begin());
    m_kept.emplace_back(key, loaded);
}

void DistributionPanel::lookAhead() {
    const core::store::ProjectPtr project = workspace().project();
    if (!project)
        return;
    core::store::SupportQuery query;
    query.split = workspace().currentSplit();
    for (const std::string& entity : core::store::entityNames()) {
        query.entity = entity;
        const std::string key = keyOf(*project, query);
        const auto same = [&key](const auto& one) { return one.first == key; };
        if (m_lookedAhead.contains(key) || std::any_of(m_kept.begin(), m_kept.end(), same))
            continue;
        m_lookedAhead.insert(key);
        JobRunner::Options options;
        options.title = tr("Counting");
        options.supersedes = QStringLiteral("distribution.ahead");
        options.quiet = true;
        m_aheadKey = key;
        m_aheadJob = workspace().jobs().run<Loaded>(
            options, this, [project, query](core::JobContext& job) { return load(*project, query, job, {}); },
            [this, key](core::Result<Loaded> result) {
                if (result.ok())
                    keep(key, *result);
                else if (result.error().code == core::ErrorCode::Cancelled)
                    return;  // something was chosen: it looks ahead when it is there
                lookAhead(); // the next one; entities without data are done in no time
            });
        return;
    }
}

void DistributionPanel::take(core::Result<Loaded> result, bool early) {
    m_problem.clear();
    m_view.early = early;
    if (result.ok()) {
        const QSignalBlocker block(m_measure);
        const QSignalBlocker blockEntity(m_entity);
        m_entityShown = result->table->entity;
        m_entity->setCurrentIndex(m_entity->findData(toQString(m_entityShown)));
        m_measure->clear();
        for (const std::string& measure : result->measures)
            m_measure->addItem(measureTitle(measure), toQString(measure));
        m_measure->setCurrentIndex(m_measure->findData(toQString(result->table->measure)));
        if (m_entity->currentIndex() < 0) { // a column that the list does not have yet
            m_entity->addItem(entityTitle(m_entityShown), toQString(m_entityShown));
            m_entity->setCurrentIndex(m_entity->count() - 1);
        }
        m_view.table = result->table;
        m_view.powerLaw = result->powerLaw;
        m_view.zipf = result->zipf;
        m_view.cutOffs = std::move(result->cutOffs);
    } else {
        if (result.error().code != core::ErrorCode::Cancelled)
            m_problem = errorText(result.error());
        m_view.table = nullptr;
        m_view.powerLaw.reset();
        m_view.zipf.reset();
        m_view.cutOffs.clear();
    }
    summarise();
    m_model->setTable(m_view.table, m_view.summary.borders);
    drawCharts();
    showIndices();
    showBuckets();
    if (!early) {
        indexNames();
        if (std::exchange(m_entitiesDue, false))
            readEntities();
    }
    for (LabPage* page : m_pages)
        page->tableChanged();
}

void DistributionPanel::testPowerLaw() {
    if (!m_view.table || !m_view.powerLaw) {
        Q_EMIT workspace().message(tr("There is no power law to test: fewer than two different supports."), false);
        return;
    }
    struct Tested {
        core::stats::PowerLawTest test;
        std::vector<core::stats::PowerLawRival> rivals;
    };
    constexpr int kRepetitions = 500;
    JobRunner::Options options;
    options.title = tr("Testing the power law");
    options.supersedes = QStringLiteral("distribution.powerLaw");
    workspace().jobs().run<Tested>(
        options, this,
        [table = m_view.table, fit = *m_view.powerLaw](core::JobContext& job) -> core::Result<Tested> {
            Tested tested;
            tested.rivals = core::stats::comparePowerLaw(table->counts, fit);
            TL_TRY(tested.test, core::stats::testPowerLaw(table->counts, fit, kRepetitions, 1, job));
            return tested;
        },
        [this, fit = *m_view.powerLaw](core::Result<Tested> tested) {
            if (!tested.ok()) {
                Q_EMIT workspace().message(errorText(tested.error()),
                                           tested.error().code != core::ErrorCode::Cancelled);
                return;
            }
            QString text = tested->test.p > 0.1
                               ? tr("From support %1 on a power law cannot be ruled out (p = %2, %3 repetitions).")
                               : tr("From support %1 on a power law is ruled out (p = %2, %3 repetitions).");
            text = text.arg(formatInteger(fit.xMin), formatDecimal(tested->test.p),
                            formatInteger(tested->test.repetitions));
            for (const core::stats::PowerLawRival& rival : tested->rivals) {
                const QString name = rival.name == "exponential" ? tr("an exponential") : tr("a log-normal");
                text += QLatin1Char(' ') + (rival.p > 0.1         ? tr("Against %1 the data do not decide (p = %2).")
                                            : rival.statistic > 0 ? tr("It fits better than %1 (p = %2).")
                                                                  : tr("It fits worse than %1 (p = %2)."))
                                               .arg(name, formatDecimal(rival.p));
            }
            Q_EMIT workspace().message(text, false);
        });
}

void DistributionPanel::readEntities() {
    const core::store::ProjectPtr project = workspace().project();
    if (!project)
        return;
    JobRunner::Options options;
    options.title = tr("Looking for entities");
    options.supersedes = QStringLiteral("distribution.entities");
    options.quiet = true;
    m_entitiesJob = workspace().jobs().run<std::vector<std::string>>(
        options, this, [project](core::JobContext& job) { return core::store::entitiesOf(*project, job); },
        [this](core::Result<std::vector<std::string>> entities) {
            if (entities.ok())
                fillEntities(*entities);
        });
}

void DistributionPanel::fillEntities(const std::vector<std::string>& entities) {
    const QSignalBlocker block(m_entity);
    const QString current = m_entity->currentData().toString();
    m_entity->clear();
    for (const std::string& entity : entities)
        m_entity->addItem(entityTitle(entity), toQString(entity));
    if (m_entity->findData(current) < 0 && !current.isEmpty())
        m_entity->addItem(entityTitle(toStd(current)), current); // it is shown, after all
    m_entity->setCurrentIndex(m_entity->findData(current));
}

void DistributionPanel::indexNames() {
    constexpr std::size_t kMany = 20'000;
    if (!m_view.table || m_view.table->names.size() < kMany)
        return; // made in a moment when it is first needed
    using Index = std::shared_ptr<const models::EntityModel::Index>;
    JobRunner::Options options;
    options.title = tr("Looking up names");
    options.supersedes = QStringLiteral("distribution.names");
    options.quiet = true;
    workspace().jobs().run<Index>(
        options, this,
        [table = m_view.table](core::JobContext&) -> core::Result<Index> {
            return models::EntityModel::indexNames(table);
        },
        [this](core::Result<Index> index) {
            if (index.ok())
                m_model->setIndex(*index);
        });
}

} // namespace widgets
