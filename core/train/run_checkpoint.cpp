// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/train/run_checkpoint.h"

#include "core/store/run_store.h"
#include "core/train/safetensors.h"

namespace core::train {
namespace {

constexpr std::string_view kLast = "last.";
constexpr std::string_view kBest = "best.";
constexpr std::string_view kModel = "model."; ///< prefix of the weights within EngineModel::checkpoint()
constexpr std::chrono::seconds kLeastInterval{2};

/// The tensors of a prefix, without it.
ModelState without(std::string_view prefix, const ModelState& state) {
    ModelState found;
    for (const NamedTensor& tensor : state)
        if (tensor.name.starts_with(prefix))
            found.push_back({tensor.name.substr(prefix.size()), tensor.dtype, tensor.shape, tensor.data});
    return found;
}

void append(ModelState& to, std::string_view prefix, const ModelState& state) {
    for (const NamedTensor& tensor : state)
        to.push_back({std::string(prefix) + tensor.name, tensor.dtype, tensor.shape, tensor.data});
}

} // namespace

Status RunCheckpoint::save(int epoch, const ModelState& last, const Json& progress) {
    if (progress.value("best_epoch", 0) == epoch)
        m_best = without(kModel, last);
    const auto now = std::chrono::steady_clock::now();
    if (m_written && now - *m_written < kLeastInterval)
        return {};
    ModelState all;
    append(all, kLast, last);
    if (progress.value("best_epoch", 0) != epoch) // otherwise they are the last ones
        append(all, kBest, m_best);
    TL_CHECK_STATUS(store::saveCheckpoint(m_project, m_run, writeSafetensors(all, {}), progress));
    m_written = std::chrono::steady_clock::now();
    return {};
}

Result<std::optional<ResumePoint>> RunCheckpoint::load() {
    TL_TRY(const auto stored, store::loadCheckpoint(m_project, m_run));
    if (!stored)
        return std::optional<ResumePoint>();
    TL_TRY(const ModelState all, readSafetensors(stored->first, "checkpoint"));
    ResumePoint point{.last = without(kLast, all), .bestWeights = without(kBest, all), .progress = stored->second};
    if (point.bestWeights.empty())
        point.bestWeights = without(kModel, point.last);
    m_best = point.bestWeights;
    return std::optional(std::move(point));
}

} // namespace core::train
