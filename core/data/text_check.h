// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <string>
#include <string_view>

namespace core::data {

/// FileBinary when the first bytes are those of a picture, a program or another file that is no text.
Status checkMagic(std::string_view head, const std::string& path);

/// The byte order of UTF-16 without a mark, from the head of a file: 'L', 'B', or 0 when it is something else.
char utf16Order(std::string_view head);

/// checkMagic(), and FileBinary for more zero bytes than a text may have by accident. Not for UTF-16.
Status checkText(std::string_view head, const std::string& path);

} // namespace core::data
