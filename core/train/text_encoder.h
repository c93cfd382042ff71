// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/job_context.h"
#include "core/base/json.h"
#include "core/base/result.h"

#include <cstdint>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace core::train {

/// Text → token ids. Immutable once made; any thread may encode.
class TextEncoder {
public:
    virtual ~TextEncoder() = default;
    /// Token ids, 0 ≤ id < vocabularySize(); at least one, also for an empty text. Truncated to the model's maximum.
    virtual std::vector<std::int32_t> encode(std::string_view text) const = 0;
    virtual std::int32_t vocabularySize() const = 0;
    /// Id used to pad (mini); bag needs none and answers -1.
    virtual std::int32_t padId() const = 0;
    /// Goes into config.json: {"type": "hashed_ngrams", …} or {"type": "sentencepiece", "file": "tokenizer.model", …}.
    virtual Json description() const = 0;
    /// Files that must lie beside config.json: name → bytes (the SentencePiece model).
    virtual std::map<std::string, std::string> files() const = 0;
};

/// Rebuilds an encoder from its description and files (model directories, resumed runs). BadModel.
Result<std::unique_ptr<TextEncoder>> makeEncoder(const Json& description,
                                                 const std::map<std::string, std::string>& files);

} // namespace core::train
