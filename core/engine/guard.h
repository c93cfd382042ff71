// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/json.h"
#include "core/base/result.h"
#include "core/engine/torch_compat.h"

#include <new>
#include <string>
#include <utility>

namespace core::engine {

/// Any exception of LibTorch as one of our errors: OutOfMemory where it says so, else Internal.
Error errorOf(const std::string& what);

/// Runs `work` (returning a Result or a Status); no exception leaves it.
template <class Work> auto guarded(Work&& work) -> decltype(work()) {
    try {
        return std::forward<Work>(work)();
    } catch (const c10::OutOfMemoryError& error) {
        return Error(ErrorCode::OutOfMemory, error.what_without_backtrace());
    } catch (const c10::Error& error) {
        return errorOf(error.what_without_backtrace());
    } catch (const Json::exception& error) {
        // Only architectures are JSON here; one that was written by hand or elsewhere may lack a member.
        return Error(ErrorCode::BadModel, std::string("its architecture cannot be used: ") + error.what());
    } catch (const std::bad_alloc&) {
        return Error(ErrorCode::OutOfMemory, "an allocation failed");
    } catch (const std::exception& error) {
        return errorOf(error.what());
    }
}

} // namespace core::engine
