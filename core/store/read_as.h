// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/project.h"

#include <utility>

namespace core::store {

/// Lets `work(database, value)` fill a value inside a read transaction.
template <class T, class Work> Result<T> readAs(const Project& project, Work work) {
    T value{};
    Status status = project.read([&](Database& database) -> Status { return work(database, value); });
    if (!status.ok())
        return std::move(status).error();
    return value;
}

} // namespace core::store
