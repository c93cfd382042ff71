// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/row_transform.h"
#include "core/store/import.h"

#include <memory>
#include <vector>

namespace core::store {

/// What an import hid stays hidden where its refused rows are corrected without its key: dropped columns stay empty,
/// generalised ones are made coarse again, and personal data found in texts is masked, also where the import hashed it.
/// Null where nothing was hidden. ProjectDamaged when the account of the import cannot be read.
Result<std::shared_ptr<data::RowTransform>> hiddenAlike(const ImportSummary& source);

/// For each column of the source: whether it holds pseudonyms, which without the key can be copied but not made.
std::vector<bool> pseudonymColumns(const ImportSummary& source);

} // namespace core::store
