// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/job_context.h"
#include "core/base/json.h"
#include "core/privacy/plan.h"
#include "core/store/import_privacy.h"
#include "core/store/project.h"

#include <array>
#include <cstdint>
#include <string>
#include <vector>

namespace core::store {

/// What is done to data that is in the project already.
struct PrivacyApplyOptions {
    // With any of these three, the raw lines of refused rows of logs and reviews are hidden: the ids stand in them.
    bool users = false;    ///< user ids become pseudonyms (domain "user")
    bool sessions = false; ///< sessions become pseudonyms (domain "session")
    bool orders = false;   ///< order numbers become pseudonyms (domain "order"); a cancellation stays marked as one
    /// Personal data inside free texts: titles, descriptions, queries, reviews, extra values, refused rows, and what
    /// imports and cleaning steps keep to be taken back. Ids, categories, brands and labels stay.
    std::array<privacy::PersonalAction, privacy::kPersonalKinds> personal{};
    bool needsKey() const;
    bool empty() const;
};

struct PrivacyApplied {
    std::int64_t users = 0, usersMerged = 0; ///< merged: two rows of `user` that were the same person
    std::int64_t sessions = 0, orders = 0;   ///< rows changed
    std::int64_t texts = 0, queriesMerged = 0;
    std::int64_t rejects = 0; ///< refused rows whose raw text was hidden, because ids stood in it
    std::array<std::int64_t, privacy::kPersonalKinds> found{}; ///< findings treated
    Json json() const;
};

/// Changes the data in one transaction, records it in privacy_action (and the key in meta), and writes the file anew,
/// so that the old text is in neither the project file nor its WAL. Pseudonyms that are there already stay. What lies
/// outside the file (backups, exports, other copies) and what models learnt stays as it is. `key` is needed when
/// needsKey(). Usage when there is nothing to do; Cancelled, DiskFull before the commit change nothing. When writing
/// the file anew fails after the commit, the error says so: run it, or compactProject(), again.
Result<PrivacyApplied> applyPrivacy(Project& project, const PrivacyApplyOptions& options, const UsableKey* key,
                                    JobContext& job);

} // namespace core::store
