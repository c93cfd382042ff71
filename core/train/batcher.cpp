// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/train/batcher.h"

#include <algorithm>
#include <cassert>
#include <numeric>

namespace core::train {
namespace {

constexpr std::size_t kWindowBatches = 50;
/// Small enough that cancel is answered between two of them.
constexpr std::size_t kPredictRows = 32;
constexpr std::size_t kCheckEvery = 64;

void sortByLength(std::span<std::uint32_t> rows, const EncodedTexts& texts) {
    std::stable_sort(rows.begin(), rows.end(),
                     [&](std::uint32_t a, std::uint32_t b) { return texts.length(a) < texts.length(b); });
}

} // namespace

Result<EncodedTexts> EncodedTexts::encode(const TextEncoder& encoder, std::span<const std::string> texts,
                                          JobContext& job) {
    EncodedTexts encoded;
    encoded.m_offsets.reserve(texts.size() + 1);
    for (std::size_t i = 0; i < texts.size(); ++i) {
        if (i % kCheckEvery == 0) {
            TL_CHECK_STATUS(job.check());
            job.report(static_cast<std::int64_t>(i));
        }
        const std::vector<std::int32_t> tokens = encoder.encode(texts[i]);
        encoded.m_tokens.insert(encoded.m_tokens.end(), tokens.begin(), tokens.end());
        encoded.m_offsets.push_back(encoded.m_tokens.size());
    }
    return encoded;
}

void EncodedTexts::appendTo(Batch& batch, std::size_t row) const {
    const auto begin = m_tokens.begin();
    batch.tokens.insert(batch.tokens.end(), begin + static_cast<std::ptrdiff_t>(m_offsets[row]),
                        begin + static_cast<std::ptrdiff_t>(m_offsets[row + 1]));
    batch.offsets.push_back(static_cast<std::int32_t>(batch.tokens.size()));
}

std::vector<BatchRows> trainingBatches(std::vector<std::uint32_t> rows, const EncodedTexts& texts,
                                       std::size_t batchSize, Rng& rng) {
    assert(batchSize > 0);
    rng.shuffle(rows);
    std::vector<BatchRows> batches;
    const std::size_t window = batchSize * kWindowBatches;
    for (std::size_t start = 0; start < rows.size(); start += window) {
        const std::size_t end = std::min(rows.size(), start + window);
        sortByLength(std::span(rows).subspan(start, end - start), texts);
        for (std::size_t i = start; i < end; i += batchSize)
            batches.emplace_back(rows.begin() + static_cast<std::ptrdiff_t>(i),
                                 rows.begin() + static_cast<std::ptrdiff_t>(std::min(end, i + batchSize)));
    }
    rng.shuffle(batches);
    return batches;
}

Result<std::vector<float>> predictAll(EngineModel& model, const EncodedTexts& texts, int classes, JobContext& job) {
    std::vector<std::uint32_t> order(texts.size());
    std::iota(order.begin(), order.end(), 0U);
    sortByLength(order, texts);
    const auto width = static_cast<std::size_t>(classes);
    std::vector<float> all(texts.size() * width);
    std::vector<float> some;
    for (std::size_t start = 0; start < order.size(); start += kPredictRows) {
        TL_CHECK_STATUS(job.check());
        Batch batch;
        const std::size_t end = std::min(order.size(), start + kPredictRows);
        for (std::size_t i = start; i < end; ++i)
            texts.appendTo(batch, order[i]);
        some.clear();
        TL_CHECK_STATUS(model.predict(batch, some));
        if (some.size() != (end - start) * width)
            return Error(ErrorCode::Internal, "the engine returned logits of another shape");
        for (std::size_t i = start; i < end; ++i)
            std::copy_n(some.begin() + static_cast<std::ptrdiff_t>((i - start) * width), width,
                        all.begin() + static_cast<std::ptrdiff_t>(order[i] * width));
    }
    return all;
}

} // namespace core::train
