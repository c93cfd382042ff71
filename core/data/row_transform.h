// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/json.h"
#include "core/base/result.h"
#include "core/data/read_options.h"
#include "core/data/record.h"

#include <string>
#include <vector>

namespace core::data {

/// Changes the cells of records between the reader and the importer (pseudonyms, masks, coarser values), so that what it
/// hides never reaches the project file. One thread at a time.
class RowTransform {
public:
    virtual ~RowTransform() = default;
    /// Once per file. `values`: how the file writes numbers and times. NoSuchColumn for a rule whose column the file lacks.
    virtual Status begin(const std::vector<std::string>& header, const ValueFormat& values = {}) = 0;
    /// Replaces fields of `row`; its rawText no longer matches then and is made anew or emptied. The new views live
    /// until the next call.
    virtual void apply(Record& row) = 0;
    /// After the last row: what was done, with counts, as it is stored in source.privacy. No secret is in it.
    virtual Json summary() const = 0;
};

} // namespace core::data
