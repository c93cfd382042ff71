// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/job_context.h"
#include "core/base/result.h"
#include "core/base/rng.h"
#include "core/train/batch.h"
#include "core/train/engine.h"
#include "core/train/text_encoder.h"

#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace core::train {

/// Token ids of many texts, one after the other.
class EncodedTexts {
public:
    /// Cancellable.
    static Result<EncodedTexts> encode(const TextEncoder& encoder, std::span<const std::string> texts, JobContext& job);

    std::size_t size() const { return m_offsets.size() - 1; }
    std::size_t length(std::size_t row) const { return m_offsets[row + 1] - m_offsets[row]; }
    void appendTo(Batch& batch, std::size_t row) const;

private:
    std::vector<std::int32_t> m_tokens;
    std::vector<std::size_t> m_offsets{0};
};

/// Row numbers of one batch.
using BatchRows = std::vector<std::uint32_t>;

/// Divides `rows` into batches of similar length: shuffled, cut into windows of 50 batches, sorted by length within
/// each window, and the batches shuffled. Every element of `rows` occurs exactly once.
std::vector<BatchRows> trainingBatches(std::vector<std::uint32_t> rows, const EncodedTexts& texts,
                                       std::size_t batchSize, Rng& rng);

/// The logits of all texts, rows × classes in their order. Cancellable.
Result<std::vector<float>> predictAll(EngineModel& model, const EncodedTexts& texts, int classes, JobContext& job);

} // namespace core::train
