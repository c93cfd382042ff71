// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/train/engine.h"

namespace core::engine {

/// What library, BLAS and devices are behind this module.
train::EngineInfo engineInfo();

/// Sets the threads of a BLAS that keeps a thread pool of its own (OpenBLAS' pthread build ignores LibTorch's setting).
void setBlasThreads(int threads);

} // namespace core::engine
