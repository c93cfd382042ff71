// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/row_transform.h"
#include "core/privacy/key.h"
#include "core/privacy/plan.h"

#include <memory>

namespace core::privacy {

/// The plan as it is applied to rows, before the importer sees them. The key may be given up afterwards.
///
/// Raw texts are made anew from the changed cells (CSV with the plan's delimiter). A row that the reader found faulty
/// has no columns one could trust, so its cells and its raw text are hidden altogether. Errors of checkPlan; Usage when
/// the plan needs a key and none is given. `derivation`: how the key is made from its passphrase, for the summary.
Result<std::shared_ptr<data::RowTransform>> makeRowTransform(const PrivacyPlan& plan, const PseudonymKey* key,
                                                             const KeyDerivation* derivation = nullptr);

} // namespace core::privacy
