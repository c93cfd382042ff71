// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/train/text_encoder.h"

#include <span>

namespace core::train {

struct SentencePieceConfig {
    int vocabulary = 4000; ///< at most; a small corpus gives fewer pieces
    double coverage = 0.9995;
    int maxLength = 64;
};

/// Subword pieces of a SentencePiece unigram model (Kudo 2018). Ids: 0 = pad, 1 = unknown.
class SentencePieceEncoder : public TextEncoder {
public:
    static constexpr const char* kType = "sentencepiece";
    static constexpr const char* kFile = "tokenizer.model";

    /// Learns the pieces. The same texts, config and seed give the same model. TooFewRows when there is no text at all.
    static Result<std::unique_ptr<TextEncoder>>
    learn(std::span<const std::string> texts, const SentencePieceConfig& config, std::uint64_t seed, JobContext& job);
    static Result<std::unique_ptr<TextEncoder>> fromDescription(const Json& description,
                                                                const std::map<std::string, std::string>& files);
    ~SentencePieceEncoder() override;

    std::vector<std::int32_t> encode(std::string_view text) const override;
    std::int32_t vocabularySize() const override;
    std::int32_t padId() const override { return 0; }
    Json description() const override;
    std::map<std::string, std::string> files() const override;

private:
    class Impl;
    explicit SentencePieceEncoder(std::unique_ptr<Impl> impl);
    static Result<std::unique_ptr<TextEncoder>> make(std::string model, int maxLength);
    std::unique_ptr<Impl> m_impl;
};

} // namespace core::train
