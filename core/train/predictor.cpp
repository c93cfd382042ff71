// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/train/batcher.h"
#include "core/train/model_io.h"
#include "core/train/trainer.h"

namespace core::train {
namespace {

class BundlePredictor : public Predictor {
public:
    BundlePredictor(std::unique_ptr<EngineModel> model, std::shared_ptr<const TextEncoder> encoder, int classes,
                    std::vector<double> shift)
        : m_model(std::move(model)), m_encoder(std::move(encoder)), m_classes(classes), m_shift(std::move(shift)) {}

    Result<std::vector<Prediction>> predict(std::span<const std::string> texts, JobContext& job) override {
        job.begin(TL_NOOP("Job", "Predicting"), static_cast<std::int64_t>(texts.size()), "rows");
        TL_TRY(const EncodedTexts encoded, EncodedTexts::encode(*m_encoder, texts, job));
        TL_TRY(const std::vector<float> logits, predictAll(*m_model, encoded, m_classes, job));
        const std::vector<ClassIndex> labels = predictedClasses(logits, m_classes, m_shift);
        std::vector<Prediction> predictions(texts.size());
        const auto width = static_cast<std::size_t>(m_classes);
        for (std::size_t i = 0; i < predictions.size(); ++i) {
            predictions[i].label = labels[i];
            for (std::size_t c = 0; c < width; ++c)
                predictions[i].logits.push_back(static_cast<float>(static_cast<double>(logits[i * width + c]) +
                                                                   (m_shift.empty() ? 0.0 : m_shift[c])));
        }
        return predictions;
    }

private:
    std::unique_ptr<EngineModel> m_model;
    std::shared_ptr<const TextEncoder> m_encoder;
    int m_classes;
    std::vector<double> m_shift;
};

} // namespace

Result<std::unique_ptr<Predictor>> Predictor::make(Engine& engine, const ModelBundle& bundle,
                                                   const std::string& device) {
    const ModelSpec spec{.id = bundle.modelId, .architecture = bundle.architecture, .device = device};
    TL_TRY(std::unique_ptr<EngineModel> model, engine.create(spec, {}));
    TL_CHECK_STATUS(model->setWeights(bundle.weights));
    return std::unique_ptr<Predictor>(std::make_unique<BundlePredictor>(
        std::move(model), bundle.encoder, static_cast<int>(bundle.labels.size()), bundle.postHocShift));
}

} // namespace core::train
