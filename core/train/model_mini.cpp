// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/train/model_kind.h"
#include "core/train/sentencepiece_encoder.h"

namespace core::train {
namespace {

struct MiniConfig {
    int vocabulary = 4000;
    int width = 128;
    int layers = 2;
    int heads = 4;
    int feedForward = 256;
    int maxLength = 64;
    double dropout = 0.1;
    double tokenDropout = 0.2;
};
template <class V> void describe(V& v, MiniConfig& c) {
    v.field(c.vocabulary,
            {.name = "vocabulary",
             .title = TL_NOOP("Strategy", "Vocabulary"),
             .help = TL_NOOP("Strategy", "Subword pieces learnt from the training texts, at most; fewer when "
                                         "these are few."),
             .min = 16,
             .max = 64000});
    v.field(c.width, {.name = "width",
                      .title = TL_NOOP("Strategy", "Width"),
                      .help = TL_NOOP("Strategy", "Numbers per token in every layer; a multiple of the heads."),
                      .min = 4,
                      .max = 1024});
    v.field(c.layers, {.name = "layers",
                       .title = TL_NOOP("Strategy", "Layers"),
                       .help = TL_NOOP("Strategy", "Transformer encoder layers."),
                       .min = 1,
                       .max = 24});
    v.field(c.heads, {.name = "heads",
                      .title = TL_NOOP("Strategy", "Heads"),
                      .help = TL_NOOP("Strategy", "Attention heads per layer."),
                      .min = 1,
                      .max = 64});
    v.field(c.feedForward, {.name = "feed_forward",
                            .title = TL_NOOP("Strategy", "Feed-forward size"),
                            .help = TL_NOOP("Strategy", "Inner width of each layer's feed-forward part."),
                            .min = 4,
                            .max = 8192});
    v.field(c.maxLength, {.name = "max_length",
                          .title = TL_NOOP("Strategy", "Longest text"),
                          .help = TL_NOOP("Strategy", "Texts are cut after this many pieces."),
                          .min = 1,
                          .max = 1024});
    v.field(c.dropout, {.name = "dropout",
                        .title = TL_NOOP("Strategy", "Dropout"),
                        .help = TL_NOOP("Strategy", "Share of numbers set to zero in training."),
                        .min = 0,
                        .max = 0.95});
    v.field(c.tokenDropout,
            {.name = "token_dropout",
             .title = TL_NOOP("Strategy", "Token dropout"),
             .help = TL_NOOP("Strategy", "Share of n-grams or pieces left out of each row in training."),
             .min = 0,
             .max = 0.95});
}

class MiniKind : public ModelKind {
public:
    explicit MiniKind(MiniConfig config) : m_config(config) {}

    Defaults defaults() const override { return {.epochs = 15, .batchSize = 32, .learningRate = 2e-3}; }

    Result<std::unique_ptr<TextEncoder>> learnEncoder(std::span<const std::string> trainingTexts, std::uint64_t seed,
                                                      JobContext& job) const override {
        // Said here and not in describe(), where one field cannot see another.
        if (m_config.width % m_config.heads != 0)
            return Error(ErrorCode::ParameterOutOfRange, "a multiple of heads (" + std::to_string(m_config.heads) + ")")
                .at("width", std::to_string(m_config.width));
        return SentencePieceEncoder::learn(
            trainingTexts, {.vocabulary = m_config.vocabulary, .maxLength = m_config.maxLength}, seed, job);
    }

    Json architecture(const TextEncoder& encoder, int classes) const override {
        return {{"width", m_config.width},
                {"layers", m_config.layers},
                {"heads", m_config.heads},
                {"feed_forward", m_config.feedForward},
                {"max_length", m_config.maxLength},
                {"dropout", m_config.dropout},
                {"token_dropout", m_config.tokenDropout},
                {"pad", encoder.padId()},
                {"vocabulary", encoder.vocabularySize()},
                {"classes", classes}};
    }

private:
    MiniConfig m_config;
};

TAILLIGHT_REGISTER(ModelKind, MiniKind, MiniConfig, "mini", TL_NOOP("Strategy", "Small transformer"),
                   TL_NOOP("Strategy",
                           "A two-layer transformer encoder trained from scratch, with a subword vocabulary "
                           "learnt from the training texts."),
                   "Vaswani et al. 2017, Attention Is All You Need; Kudo & Richardson 2018, SentencePiece");

} // namespace
} // namespace core::train
