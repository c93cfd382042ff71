// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/train/engine.h"

namespace core::train {

/// Opens the engine module at the first call (0.5 s on a CPU build, seconds on a CUDA build: call it on a worker thread) and
/// returns the same engine afterwards. Looked for in $TAILLIGHT_ENGINE, beside the executable, in ../lib/taillight, and
/// where it was installed; a CUDA module (libtaillight_engine_cuda.so) is preferred to a CPU one when it loads.
/// EngineMissing says what was tried and what to install. Thread-safe.
Result<Engine*> loadEngine();

/// True once the module is in the process (for start-up tests: the window must not have it).
bool engineLoaded();

} // namespace core::train
