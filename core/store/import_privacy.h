// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/job_context.h"
#include "core/data/preview.h"
#include "core/data/row_transform.h"
#include "core/privacy/key.h"
#include "core/privacy/plan.h"
#include "core/store/project.h"

#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace core::store {

/// The key that a project's pseudonyms were made with, as the project remembers it: its name, and how it is made again
/// where it comes from a passphrase. Neither is secret.
struct ProjectKey {
    std::string id;                                   ///< PseudonymKey::id()
    std::optional<privacy::KeyDerivation> derivation; ///< none: it came from a key file
};
/// Nothing while no pseudonym is in the project. It stands with every source that used it (source.privacy, written with
/// the rows of that source, so a failed import leaves none behind) and in the table meta once `privacy apply` used it.
Result<std::optional<ProjectKey>> projectKey(const Project& project);

/// Where a key comes from; at most one of the two.
struct KeySource {
    std::string file;           ///< a key file
    privacy::Secret passphrase; ///< by Argon2id, with the project's salt and costs, or fresh ones in a new project
    bool given() const { return !file.empty() || !passphrase.empty(); }
};

/// A key that fits the project, and what is to be remembered of it.
struct UsableKey {
    privacy::PseudonymKey key;
    std::optional<privacy::KeyDerivation> derivation;
};
/// WrongKey when the project's pseudonyms were made with another one, BadKeyFile, Usage when none or both are given.
/// `project` may be null: nothing to fit yet. A passphrase takes about a second; cancellable.
Result<UsableKey> usableKey(const Project* project, const KeySource& source, JobContext& job);

/// What the options of an import, or the wizard, become: ImportRequest::transform. `plan` may name our fields or
/// columns of the file; `mapping` and `header` are those of the file. Null when the plan does nothing. Errors of
/// resolveFields() and usableKey(). The key is wiped when the transform goes.
Result<std::shared_ptr<data::RowTransform>> makeImportTransform(const Project* project,
                                                                const privacy::PrivacyPlan& plan, const KeySource& key,
                                                                const data::Mapping& mapping,
                                                                const std::vector<std::string>& header,
                                                                const std::string& path, JobContext& job);
/// The same with a key that is made already: a passphrase takes a second, and one import may be of many files.
Result<std::shared_ptr<data::RowTransform>> makeImportTransform(const UsableKey* key, const privacy::PrivacyPlan& plan,
                                                                const data::Mapping& mapping,
                                                                const std::vector<std::string>& header,
                                                                const std::string& path);

} // namespace core::store
