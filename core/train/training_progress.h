// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/train/trainer.h"

namespace core::train {

/// How far a run has come: what a checkpoint holds beside the tensors.
struct TrainingProgress {
    int epoch = 0;         ///< epochs done
    std::int64_t step = 0; ///< optimiser steps done
    int bestEpoch = 0;
    double bestMetric = 0;
    double seconds = 0;      ///< of training so far
    double trainSeconds = 0; ///< of these, spent in optimiser steps
    std::int64_t examples = 0;
    std::vector<EpochReport> history;
};

Json progressJson(const TrainingProgress& progress);
/// BadModel. The history's metrics come back without their per-class table, which only live charts use.
Result<TrainingProgress> progressFromJson(const Json& json);

} // namespace core::train
