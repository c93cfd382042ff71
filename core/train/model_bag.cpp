// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/train/hashed_ngrams.h"
#include "core/train/model_kind.h"

namespace core::train {
namespace {

struct BagConfig {
    int buckets = 1 << 16;
    int dimension = 32;
    int wordNgrams = 2;
    int minCharacters = 2;
    int maxCharacters = 5;
    double dropout = 0.0;
    double tokenDropout = 0.2;
};
template <class V> void describe(V& v, BagConfig& c) {
    v.field(c.buckets, {.name = "buckets",
                        .title = TL_NOOP("Strategy", "Hash buckets"),
                        .help = TL_NOOP("Strategy", "Rows of the embedding table; n-grams are hashed into them."),
                        .min = 16,
                        .max = 1 << 24});
    v.field(c.dimension, {.name = "dimension",
                          .title = TL_NOOP("Strategy", "Embedding size"),
                          .help = TL_NOOP("Strategy", "Numbers per n-gram."),
                          .min = 1,
                          .max = 1024});
    v.field(c.wordNgrams, {.name = "word_ngrams",
                           .title = TL_NOOP("Strategy", "Word n-grams"),
                           .help = TL_NOOP("Strategy", "0 = no words, 1 = words, 2 = words and pairs of neighbours."),
                           .min = 0,
                           .max = 2});
    v.field(c.minCharacters, {.name = "min_characters",
                              .title = TL_NOOP("Strategy", "Shortest character n-gram"),
                              .help = TL_NOOP("Strategy", "In characters, inside words with marks at their ends."),
                              .min = 1,
                              .max = 16});
    v.field(c.maxCharacters, {.name = "max_characters",
                              .title = TL_NOOP("Strategy", "Longest character n-gram"),
                              .help = TL_NOOP("Strategy", "In characters; 0 = no character n-grams."),
                              .min = 0,
                              .max = 16});
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

class BagKind : public ModelKind {
public:
    explicit BagKind(BagConfig config) : m_config(config) {}

    Defaults defaults() const override { return {.epochs = 10, .batchSize = 32, .learningRate = 3e-3}; }

    Result<std::unique_ptr<TextEncoder>> learnEncoder(std::span<const std::string>, std::uint64_t,
                                                      JobContext&) const override {
        return std::unique_ptr<TextEncoder>(
            std::make_unique<HashedNgrams>(HashedNgramsConfig{.buckets = m_config.buckets,
                                                              .wordNgrams = m_config.wordNgrams,
                                                              .minCharacters = m_config.minCharacters,
                                                              .maxCharacters = m_config.maxCharacters}));
    }

    Json architecture(const TextEncoder& encoder, int classes) const override {
        return {{"dimension", m_config.dimension},
                {"dropout", m_config.dropout},
                {"token_dropout", m_config.tokenDropout},
                {"vocabulary", encoder.vocabularySize()},
                {"classes", classes}};
    }

private:
    BagConfig m_config;
};

TAILLIGHT_REGISTER(ModelKind, BagKind, BagConfig, "bag", TL_NOOP("Strategy", "Bag of n-grams"),
                   TL_NOOP("Strategy",
                           "Hashed word and character n-grams, summed, under a linear head. Trains in seconds "
                           "and reads any language."),
                   "Joulin, Grave, Bojanowski, Mikolov 2017, Bag of Tricks for Efficient Text Classification");

} // namespace
} // namespace core::train
