// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/preview.h"

namespace core::data {

/// What kind of file this is, from the names of its columns first and their contents second.
SourceKind guessKind(const Preview& preview);

} // namespace core::data
