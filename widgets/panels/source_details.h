// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/import.h"

#include <QString>

namespace widgets {

/// How a file was read and what became of its rows, as rich text.
QString sourceDetails(const core::store::ImportSummary& source);

} // namespace widgets
