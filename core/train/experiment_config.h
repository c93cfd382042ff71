// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/describe.h"
#include "core/base/json.h"
#include "core/strategies/recipe.h"

#include <cstdint>
#include <string>
#include <vector>

namespace core::train {

/// How a run trains, whatever the model. Models have their own defaults for the values marked 0 = "model's default".
struct TrainingConfig {
    int epochs = 0;             ///< 0 = the model's default
    int batchSize = 0;          ///< 0 = the model's default
    double learningRate = 0;    ///< 0 = the model's default
    double weightDecay = 0.01;
    double warmUp = 0.1;        ///< share of all steps with a rising learning rate, then linear decay to 0
    double clipNorm = 1.0;      ///< global gradient norm; 0 = no clipping
    int patience = 3;           ///< epochs without a better validation metric before stopping; 0 = never stop early
    std::string metric = "macro_recall"; ///< a name of stats::metricNames(), on validation, under the run's bucket rule
    std::string text = "title"; ///< title | title_description
};
template <class V> void describe(V& v, TrainingConfig& c) {
    v.field(c.epochs, {.name = "epochs", .title = TL_NOOP("Strategy", "Epochs"),
                       .help = TL_NOOP("Strategy", "Passes over the training rows at most; 0 = the model's default."),
                       .min = 0, .max = 10000});
    v.field(c.batchSize, {.name = "batch_size", .title = TL_NOOP("Strategy", "Batch size"),
                          .help = TL_NOOP("Strategy", "Rows per step; 0 = the model's default."), .min = 0, .max = 8192});
    v.field(c.learningRate, {.name = "learning_rate", .title = TL_NOOP("Strategy", "Learning rate"),
                             .help = TL_NOOP("Strategy", "Largest step size of AdamW; 0 = the model's default."),
                             .min = 0, .max = 10});
    v.field(c.weightDecay, {.name = "weight_decay", .title = TL_NOOP("Strategy", "Weight decay"),
                            .help = TL_NOOP("Strategy", "Decoupled weight decay of AdamW."), .min = 0, .max = 1});
    v.field(c.warmUp, {.name = "warm_up", .title = TL_NOOP("Strategy", "Warm-up"),
                       .help = TL_NOOP("Strategy", "Share of all steps with a rising learning rate; linear decay follows."),
                       .min = 0, .max = 1});
    v.field(c.clipNorm, {.name = "clip_norm", .title = TL_NOOP("Strategy", "Gradient clipping"),
                         .help = TL_NOOP("Strategy", "Largest global gradient norm; 0 = no clipping."),
                         .min = 0, .max = 1000});
    v.field(c.patience, {.name = "patience", .title = TL_NOOP("Strategy", "Patience"),
                         .help = TL_NOOP("Strategy", "Epochs without a better validation metric before training stops; 0 = never."),
                         .min = 0, .max = 1000});
    v.field(c.metric, {.name = "metric", .title = TL_NOOP("Strategy", "Validation metric"),
                       .help = TL_NOOP("Strategy", "Chooses the best epoch and stops early."),
                       .choices = {"macro_recall", "tail_recall", "accuracy", "macro_f1", "balanced_accuracy",
                                   "weighted_f1", "mid_recall", "head_recall", "tail_f1"}});
    v.field(c.text, {.name = "text", .title = TL_NOOP("Strategy", "Text"),
                     .help = TL_NOOP("Strategy", "What the model reads of an item."),
                     .choices = {"title", "title_description"}});
}

/// Which model with which parameters. JSON: {"id": "mini", "params": {…}}.
struct ModelChoice {
    std::string id = "bag";
    Json params = Json::object();
    friend bool operator==(const ModelChoice&, const ModelChoice&) = default;
};

/// Recipes × models × seeds: one JSON file.
///     {"name": "…", "recipes": [{"name": …, "steps": […]}], "models": [{"id": "bag"}], "seeds": [1],
///      "buckets": "shots:100,20", "training": {…}}
/// `recipe`, `model` and `seed` (singular) are accepted in reading for one of each.
struct ExperimentConfig {
    std::string name = "experiment";
    std::vector<strategies::Recipe> recipes;
    std::vector<ModelChoice> models;
    std::vector<std::uint64_t> seeds{1};
    std::string buckets = "share:0.8,0.95"; ///< rule for validation during training; results can use any other
    TrainingConfig training;
};

Json experimentJson(const ExperimentConfig& config);
/// Validates everything against the registries, unknown members included.
Result<ExperimentConfig> experimentFromJson(const Json& json);
Result<ExperimentConfig> readExperiment(const std::string& path);

} // namespace core::train
