// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/preview.h"

namespace core::data {

/// Whether the head of a file looks like a catalogue or like a log, from its columns.
SourceKind guessKind(const Preview& preview);

} // namespace core::data
