// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/train/text_encoder.h"

namespace core::train {

/// What the n-gram encoder of `bag` looks at.
struct HashedNgramsConfig {
    std::int32_t buckets = 1 << 16;
    int wordNgrams = 2; ///< words, and pairs of neighbours from 2 on
    int minCharacters = 2;
    int maxCharacters = 5; ///< 0 = no character n-grams
    int maxTokens = 4096;
};

/// Words and character n-grams (inside words, with marks at their ends) as hash buckets. Text is brought to NFKC and
/// folded in case first. A run of Chinese characters is one word; its character n-grams do the work.
class HashedNgrams : public TextEncoder {
public:
    static constexpr const char* kType = "hashed_ngrams";
    explicit HashedNgrams(HashedNgramsConfig config) : m_config(config) {}
    static Result<std::unique_ptr<TextEncoder>> fromDescription(const Json& description);

    std::vector<std::int32_t> encode(std::string_view text) const override;
    std::int32_t vocabularySize() const override { return m_config.buckets; }
    std::int32_t padId() const override { return -1; }
    Json description() const override;
    std::map<std::string, std::string> files() const override { return {}; }

private:
    HashedNgramsConfig m_config;
};

} // namespace core::train
