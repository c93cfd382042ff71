// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace core::output {

/// A name as one part of a path: letters and digits of any script stay, runs of anything else become one "-".
/// At most 60 bytes, never empty.
std::string pathName(std::string_view name);

/// DIR/name
std::string pathIn(const std::string& directory, const std::string& name);

} // namespace core::output
