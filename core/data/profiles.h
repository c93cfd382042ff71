// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/json.h"
#include "core/base/result.h"
#include "core/data/preview.h"

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace core::data {

/// Usage for a name that cannot be a profile's.
Status checkProfileName(const std::string& name);

/// How files of one make are imported, under a name: what the wizard remembers.
struct MappingProfile {
    std::string name; ///< 1 to 80 bytes, no control characters
    SourceKind kind = SourceKind::Catalogue;
    Mapping mapping;                               ///< our field → column
    ReadOptions read;                              ///< `member` and what was found anew for each file stay empty
    std::map<std::string, std::string> kindValues; ///< value of the `kind` column → our kind, or "ignore"
    Json privacy = Json::object();   ///< the privacy plan, as core/privacy writes it; not looked into here
    std::vector<std::string> header; ///< of the file it was made for: what a file is recognised by
};

/// "catalogue", "log", "queries", "labels", "reviews", "split", as it stands in profiles.
std::string_view kindKey(SourceKind kind);
std::optional<SourceKind> kindFromKey(std::string_view key);

Json profileJson(const MappingProfile& profile);
/// BadJson and WrongType with `file`, UnknownChoice for a kind that is not known. Unknown members are left out.
Result<MappingProfile> profileFromJson(const Json& json, const std::string& file);

/// The profiles of a folder, one JSON file each. Any thread; two programs may share the folder: files are replaced
/// whole.
class ProfileFolder {
public:
    /// $TAILLIGHT_PROFILES, else $XDG_CONFIG_HOME/taillight/profiles, else ~/.config/taillight/profiles.
    static std::string defaultPath();
    explicit ProfileFolder(std::string path = defaultPath()) : m_path(std::move(path)) {}

    struct Listing {
        std::vector<MappingProfile> profiles; ///< by name
        std::vector<Error> damaged;           ///< files that are no profiles: they are left alone
    };
    /// A folder that is not there is empty. FileUnreadable.
    Result<Listing> list() const;
    /// UnknownChoice for a name that is not there, with those that are; BadJson and so on for a damaged file.
    Result<MappingProfile> load(const std::string& name) const;
    /// Replaces a profile of the same name. Usage for a name that cannot be one; DiskFull, WriteFailed.
    Status save(const MappingProfile& profile) const;
    /// UnknownChoice for a name that is not there.
    Status remove(const std::string& name) const;
    /// The profile that was made for files with these columns, in any order. Of several the one that was saved last.
    Result<std::optional<MappingProfile>> match(const std::vector<std::string>& header) const;

    const std::string& path() const { return m_path; }
    std::string fileOf(const std::string& name) const;

private:
    std::string m_path;
};

} // namespace core::data
