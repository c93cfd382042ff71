// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/project.h"
#include "core/train/trainer.h"

#include <chrono>
#include <optional>

namespace core::train {

/// The checkpoint of one stored run: the last state and the best weights, as one safetensors blob.
class RunCheckpoint {
public:
    RunCheckpoint(store::Project& project, RunId run) : m_project(project), m_run(run) {}

    /// Stores the state after an epoch. When epochs are shorter than two seconds not every one is written: redoing one
    /// costs less than writing it.
    Status save(int epoch, const ModelState& last, const Json& progress);
    /// Nothing when the run has none. BadModel.
    Result<std::optional<ResumePoint>> load();

private:
    store::Project& m_project;
    RunId m_run;
    ModelState m_best;
    std::optional<std::chrono::steady_clock::time_point> m_written;
};

} // namespace core::train
