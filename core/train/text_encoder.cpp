// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/train/text_encoder.h"

#include "core/train/hashed_ngrams.h"
#include "core/train/sentencepiece_encoder.h"

namespace core::train {

Result<std::unique_ptr<TextEncoder>> makeEncoder(const Json& description,
                                                 const std::map<std::string, std::string>& files) {
    const auto type = description.is_object() ? description.find("type") : description.end();
    if (!description.is_object() || type == description.end() || !type->is_string())
        return Error(ErrorCode::BadModel, "it does not say how text is encoded");
    if (*type == HashedNgrams::kType)
        return HashedNgrams::fromDescription(description);
    if (*type == SentencePieceEncoder::kType)
        return SentencePieceEncoder::fromDescription(description, files);
    return Error(ErrorCode::BadModel, "text encoder “" + type->get<std::string>() + "” is not known");
}

} // namespace core::train
