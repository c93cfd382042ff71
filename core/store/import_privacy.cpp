// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/import_privacy.h"

#include "core/privacy/transform.h"
#include "core/store/database.h"
#include "core/store/read_as.h"
#include "core/store/stored_values.h"

#include <utility>

namespace core::store {
namespace {

// The same two names in source.privacy (privacy::makeRowTransform) and in meta.
constexpr const char* kFindKey =
    "SELECT json_extract(text, '$.key_id'), json_extract(text, '$.key_derivation') FROM "
    "(SELECT value AS text, 0 AS place FROM meta WHERE key = 'privacy_key' UNION ALL SELECT privacy, id FROM source) "
    "WHERE json_valid(text) AND json_extract(text, '$.key_id') IS NOT NULL ORDER BY place LIMIT 1";

Error wrongKey(const std::string& expected, const std::string& given) {
    return Error(ErrorCode::WrongKey, given).at({}, expected);
}

} // namespace

Result<std::optional<ProjectKey>> projectKey(const Project& project) {
    return readAs<std::optional<ProjectKey>>(project, [](Database& database, std::optional<ProjectKey>& key) -> Status {
        TL_TRY(Statement row, database.prepare(kFindKey));
        TL_TRY(const bool found, row.step());
        if (!found)
            return {};
        key.emplace();
        key->id = row.text(0);
        if (row.isNull(1))
            return {};
        TL_TRY(const Json json, storedJson(database, row.text(1), "the key derivation"));
        TL_TRY(key->derivation, privacy::KeyDerivation::fromJson(json));
        return {};
    });
}

Result<UsableKey> usableKey(const Project* project, const KeySource& source, JobContext& job) {
    if (!source.given())
        return Error(ErrorCode::Usage, "Pseudonyms and hashes need a key: give a key file or a passphrase.");
    if (!source.file.empty() && !source.passphrase.empty())
        return Error(ErrorCode::Usage, "Give either a key file or a passphrase, not both.");
    std::optional<ProjectKey> known;
    if (project != nullptr) {
        TL_TRY(known, projectKey(*project));
    }
    if (!source.file.empty()) {
        TL_TRY(privacy::PseudonymKey key, privacy::PseudonymKey::fromFile(source.file));
        if (known && known->id != key.id())
            return wrongKey(known->id, key.id());
        return UsableKey{std::move(key), known ? known->derivation : std::nullopt};
    }
    if (known && !known->derivation)
        return wrongKey(known->id + " of a key file", "one from a passphrase");
    const privacy::KeyDerivation derivation = known ? *known->derivation : privacy::KeyDerivation::fresh();
    TL_TRY(privacy::PseudonymKey key, privacy::PseudonymKey::fromPassphrase(source.passphrase, derivation, &job));
    if (known && known->id != key.id())
        return wrongKey(known->id, key.id() + " (another passphrase)");
    return UsableKey{std::move(key), derivation};
}

Result<std::shared_ptr<data::RowTransform>> makeImportTransform(const Project* project,
                                                                const privacy::PrivacyPlan& plan, const KeySource& key,
                                                                const data::Mapping& mapping,
                                                                const std::vector<std::string>& header,
                                                                const std::string& path, JobContext& job) {
    if (plan.empty())
        return std::shared_ptr<data::RowTransform>();
    if (!plan.needsKey())
        return makeImportTransform(nullptr, plan, mapping, header, path);
    TL_TRY(const UsableKey usable, usableKey(project, key, job));
    return makeImportTransform(&usable, plan, mapping, header, path);
}

Result<std::shared_ptr<data::RowTransform>> makeImportTransform(const UsableKey* key, const privacy::PrivacyPlan& plan,
                                                                const data::Mapping& mapping,
                                                                const std::vector<std::string>& header,
                                                                const std::string& path) {
    if (plan.empty())
        return std::shared_ptr<data::RowTransform>();
    TL_TRY(const privacy::PrivacyPlan resolved, privacy::resolveFields(plan, mapping, header, path));
    if (!resolved.needsKey() || key == nullptr)
        return privacy::makeRowTransform(resolved, nullptr);
    return privacy::makeRowTransform(resolved, &key->key, key->derivation ? &*key->derivation : nullptr);
}

} // namespace core::store
