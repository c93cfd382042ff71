// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/rng.h"
#include "core/store/import.h"
#include "core/store/run_store.h"
#include "core/store/split_store.h"
#include "core/strategies/recipe.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <cmath>
#include <string>
#include <vector>

/// A small project with a long-tailed catalogue, one split, and runs made by hand: what they predicted is known.
class PanelFixture {
public:
    static constexpr int kClasses = 8;

    bool create() {
        if (!m_folder.isValid())
            return false;
        const QString csv = m_folder.filePath(QStringLiteral("catalogue.csv"));
        QFile file(csv);
        if (!file.open(QIODevice::WriteOnly))
            return false;
        file.write("id,title,label\n");
        int id = 0;
        for (int c = 0; c < kClasses; ++c)
            for (int i = 0; i < rowsOf(c); ++i)
                file.write(QStringLiteral("%1,red small widget %2 model number %3 手机 壳,class %4\n")
                               .arg(++id)
                               .arg(i)
                               .arg(c)
                               .arg(c)
                               .toUtf8());
        file.close();
        auto opened = core::store::Project::open(m_folder.filePath(QStringLiteral("shop.taillight")).toStdString(),
                                                 core::store::Project::Access::CreateNew);
        if (!opened.ok())
            return false;
        m_project = *opened;
        core::JobContext job;
        core::store::ImportRequest request;
        request.path = csv.toStdString();
        if (!core::store::importFile(*m_project, request, job).ok())
            return false;
        core::store::SplitConfig config;
        config.name = "plain split";
        const auto split = core::store::makeSplit(*m_project, config, job);
        if (!split.ok())
            return false;
        m_split = split->id;
        return true;
    }

    /// create(), and three runs: two of the experiment "first", one of "earlier".
    bool createWithRuns() {
        using core::strategies::StepKind;
        if (!create())
            return false;
        const auto focal =
            addRun("earlier", {"Focal loss", {{StepKind::Loss, "focal", core::Json::object()}}}, 3, 0.8, 0.1);
        const auto plain = addRun("first", {"ERM", {}}, 1, 0.98, 0.11);
        const auto balanced = addRun(
            "first", {"Balanced softmax", {{StepKind::Loss, "balanced_softmax", core::Json::object()}}}, 1, 0.95, 0.03);
        if (!focal.ok() || !plain.ok() || !balanced.ok())
            return false;
        old = *focal;
        erm = *plain;
        remedy = *balanced;
        return true;
    }
    core::RunId erm{}, remedy{}, old{}; ///< of createWithRuns()

    /// Rows of a class in the catalogue: 320, 160, 80 … 10 at least.
    static int rowsOf(int c) { return std::max(10, 320 >> c); }

    core::store::ProjectPtr project() const { return m_project; }
    core::SplitId split() const { return m_split; }
    QString path(const QString& name) const { return m_folder.filePath(name); }

    /// A finished run that gets a class of rank c right with probability head − slope · c.
    core::Result<core::RunId> addRun(const std::string& experiment, const core::strategies::Recipe& recipe,
                                     std::uint64_t seed, double head, double slope) {
        TL_TRY(const auto dataset, core::store::loadDataset(*m_project, m_split, "title"));
        core::store::RunRecord record;
        record.experiment = experiment;
        record.recipe = recipe.name;
        record.recipeJson = core::strategies::recipeJson(recipe);
        record.model = "bag";
        record.modelJson = core::Json{{"id", "bag"}, {"params", core::Json::object()}};
        record.training = core::Json{{"metric", "macro_recall"}};
        record.buckets = "share:0.8,0.95";
        record.seed = seed;
        record.split = m_split;
        record.device = "cpu";
        record.library = "hand-made";
        record.started = "2026-01-02T03:04:05Z";
        record.labels = dataset->labels.names;
        record.support = dataset->support(core::data::Part::Train);
        record.status = core::store::RunStatus::Running;
        TL_TRY(const core::RunId id, core::store::beginRun(*m_project, record));
        for (int epoch = 1; epoch <= 3; ++epoch)
            TL_CHECK_STATUS(core::store::addEpoch(*m_project, id, epochOf(epoch)));
        record.id = id;
        record.status = core::store::RunStatus::Finished;
        record.epochs = 3;
        record.bestEpoch = 3;
        record.seconds = 12.5;
        record.examplesPerSecond = 4321;
        core::store::RunResult result;
        for (const core::data::Part part : {core::data::Part::Validation, core::data::Part::Test})
            result.predictions.push_back(predictionsOf(*dataset, part, seed, head, slope));
        result.modelBlob = "no model: made by hand";
        TL_CHECK_STATUS(core::store::finishRun(*m_project, record, result));
        return id;
    }

private:
    static core::store::EpochRecord epochOf(int epoch) {
        core::store::EpochRecord record;
        record.epoch = epoch;
        record.trainLoss = 2.0 / epoch;
        record.learningRate = 0.01;
        record.examplesPerSecond = 4000 + 100 * epoch;
        record.seconds = 4 * epoch;
        record.metric = 0.2 * epoch;
        record.best = true;
        const auto bucket = [&](double share) {
            return core::Json{
                {"precision", share}, {"recall", share * epoch / 3}, {"f1", share}, {"support", 10}, {"classes", 2}};
        };
        record.validation = core::Json{{"head", bucket(0.9)}, {"mid", bucket(0.7)}, {"tail", bucket(0.4)}};
        return record;
    }

    static core::store::PredictionSet predictionsOf(const core::data::Dataset& dataset, core::data::Part part,
                                                    std::uint64_t seed, double head, double slope) {
        core::store::PredictionSet set;
        set.part = part;
        set.classes = dataset.labels.size();
        core::Rng rng = core::Rng::forPurpose(seed, "fixture");
        for (const std::uint32_t row : dataset.rows(part)) {
            const core::ClassIndex truth = dataset.classes[row];
            set.items.push_back(dataset.items[row]);
            set.keys.push_back(dataset.keys[row]);
            set.truth.push_back(truth);
            const bool right = rng.uniform() < std::max(0.05, head - slope * truth);
            const core::ClassIndex said = right ? truth : (truth + 1) % set.classes;
            for (int c = 0; c < set.classes; ++c)
                set.logits.push_back(c == said ? 3.0F : 0.0F);
        }
        return set;
    }

    QTemporaryDir m_folder;
    core::store::ProjectPtr m_project;
    core::SplitId m_split{};
};
