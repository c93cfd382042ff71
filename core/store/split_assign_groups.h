// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/job_context.h"
#include "core/store/split_assign.h"
#include "core/store/split_cut.h"
#include "core/store/split_units.h"

namespace core::store {

/// Puts whole groups into buckets so that quotas[stratum][bucket] are met as well as the groups allow. Groups of
/// several rows come first, large ones before small ones; then single rows fill what is left, exactly where they can.
/// `balanced`: the buckets are folds, and without strata a group goes to the lightest one, as scikit-learn's GroupKFold
/// does. Otherwise a group goes where the largest share of the quota is still free.
Status assignGroups(const SplitUnits& units, const Quotas& quotas, bool balanced, std::vector<std::uint8_t>& bucket,
                    JobContext& job);

} // namespace core::store
