// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/csv_sniff.h"

namespace core::data {

/// Whether the first record of the sample holds names of columns rather than values. Yes in case of doubt.
bool looksLikeHeader(const CsvSample& sample, CsvDialect dialect);

} // namespace core::data
