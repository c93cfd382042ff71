// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <string>
#include <string_view>

namespace core::data {

/// Looks at the first bytes of a file: BadEncoding for UTF-16 and UTF-32, FileBinary for what is no text at all.
Status checkText(std::string_view head, const std::string& path);

} // namespace core::data
