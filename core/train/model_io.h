// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/job_context.h"
#include "core/base/result.h"
#include "core/data/label_table.h"
#include "core/train/engine.h"
#include "core/train/text_encoder.h"

#include <memory>
#include <span>
#include <string>
#include <vector>

namespace core::train {

/// Everything that turns text into labels: what `export model` writes and `predict` reads.
struct ModelBundle {
    std::string modelId;
    Json architecture;
    data::LabelTable labels;
    std::vector<double> postHocShift; ///< empty = none
    std::shared_ptr<const TextEncoder> encoder;
    ModelState weights;
    Json provenance = Json::object(); ///< data, split, recipe, seed, metrics … : goes into config.json
};

/// Writes DIR/model.safetensors, config.json, labels.json, the encoder's files and README.md (the model card, given as text).
/// The directory appears whole or not at all (written beside, then renamed); an existing one is FileExists.
Status saveModel(const std::string& directory, const ModelBundle& bundle, const std::string& modelCard);
/// BadModel names the file and what is wrong with it.
Result<ModelBundle> loadModel(const std::string& directory);

/// The same as one safetensors blob, for storage in a project (labels, architecture, encoder in its metadata).
std::string packModel(const ModelBundle& bundle);
Result<ModelBundle> unpackModel(const std::string& blob, const std::string& file);

struct Prediction {
    ClassIndex label = 0;
    std::vector<float> logits; ///< post-hoc shift applied
};

/// A loaded model ready to predict. One thread at a time.
class Predictor {
public:
    static Result<std::unique_ptr<Predictor>> make(Engine& engine, const ModelBundle& bundle, const std::string& device);
    virtual ~Predictor() = default;
    virtual Result<std::vector<Prediction>> predict(std::span<const std::string> texts, JobContext& job) = 0;
};

} // namespace core::train
