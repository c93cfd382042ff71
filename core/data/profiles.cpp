// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/profiles.h"

#include "core/base/file.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <utility>

namespace core::data {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kLongestName = 80;
constexpr std::array kKinds{std::pair{SourceKind::Catalogue, std::string_view("catalogue")},
                            std::pair{SourceKind::Log, std::string_view("log")},
                            std::pair{SourceKind::Queries, std::string_view("queries")},
                            std::pair{SourceKind::Labels, std::string_view("labels")},
                            std::pair{SourceKind::Reviews, std::string_view("reviews")},
                            std::pair{SourceKind::Split, std::string_view("split")}};

Json characterJson(const std::optional<char>& character) {
    if (!character)
        return nullptr;
    return *character == '\0' ? std::string() : std::string(1, *character);
}

Json formatJson(const ValueFormat& format) {
    return {{"decimal", std::string(1, format.decimal)},
            {"time_zone", format.timeZone},
            {"day_first", format.dayFirst},
            {"null_texts", format.nullTexts}};
}

Json optionsJson(const ReadOptions& options) {
    Json json = Json::object();
    if (!options.format.empty())
        json["format"] = options.format;
    if (!options.encoding.empty())
        json["encoding"] = options.encoding;
    if (options.delimiter)
        json["delimiter"] = characterJson(options.delimiter);
    if (options.quote)
        json["quote"] = characterJson(options.quote);
    if (options.header)
        json["header"] = *options.header;
    if (!options.sheet.empty())
        json["sheet"] = options.sheet;
    if (options.values)
        json["values"] = formatJson(*options.values);
    return json;
}

/// Reads members of one object; the first that is not as it should be stays as the error.
class Members {
public:
    Members(const Json& object, const std::string& file) : m_object(object), m_file(file) {
        if (!object.is_object())
            fail("the profile", object, "an object");
    }

    void text(const char* name, std::string& value) {
        if (const Json* found = find(name)) {
            if (found->is_string())
                value = found->get<std::string>();
            else
                fail(name, *found, "a text");
        }
    }
    void flag(const char* name, bool& value) {
        if (const Json* found = find(name)) {
            if (found->is_boolean())
                value = found->get<bool>();
            else
                fail(name, *found, "true or false");
        }
    }
    /// "" is no character: '\0'.
    void character(const char* name, std::optional<char>& value) {
        std::string written;
        if (find(name) == nullptr)
            return;
        text(name, written);
        if (written.size() > 1)
            fail(name, written, "one character");
        else
            value = written.empty() ? '\0' : written.front();
    }
    void texts(const char* name, std::vector<std::string>& values) {
        if (const Json* found = find(name)) {
            values.clear();
            const bool list = found->is_array();
            for (std::size_t i = 0; list && i < found->size(); ++i)
                if ((*found)[i].is_string())
                    values.push_back((*found)[i].get<std::string>());
            if (!list || values.size() != found->size())
                fail(name, *found, "a list of texts");
        }
    }
    void pairs(const char* name, std::map<std::string, std::string>& values) {
        if (const Json* found = find(name)) {
            bool good = found->is_object();
            if (good)
                for (const auto& [key, value] : found->items()) {
                    good = good && value.is_string();
                    if (value.is_string())
                        values[key] = value.get<std::string>();
                }
            if (!good)
                fail(name, *found, "an object of texts");
        }
    }
    const Json* find(const char* name) const {
        if (!m_object.is_object())
            return nullptr;
        const auto found = m_object.find(name);
        return found == m_object.end() || found->is_null() ? nullptr : &*found;
    }
    void fail(const std::string& name, const Json& value, const char* expected) {
        if (!m_error)
            m_error = Error(ErrorCode::WrongType, expected).inFile(m_file).at(name, dumpJson(value).substr(0, 80));
    }
    const std::optional<Error>& error() const { return m_error; }

private:
    const Json& m_object;
    const std::string& m_file;
    std::optional<Error> m_error;
};

Result<ValueFormat> formatFrom(const Json& json, const std::string& file) {
    ValueFormat format;
    Members members(json, file);
    std::optional<char> decimal;
    members.character("decimal", decimal);
    format.decimal = decimal.value_or('.');
    members.text("time_zone", format.timeZone);
    members.flag("day_first", format.dayFirst);
    members.texts("null_texts", format.nullTexts);
    if (members.error())
        return *members.error();
    return format;
}

Result<ReadOptions> optionsFrom(const Json& json, const std::string& file) {
    ReadOptions options;
    Members members(json, file);
    members.text("format", options.format);
    members.text("encoding", options.encoding);
    members.character("delimiter", options.delimiter);
    members.character("quote", options.quote);
    if (members.find("header") != nullptr) {
        options.header = true;
        members.flag("header", *options.header);
    }
    members.text("sheet", options.sheet);
    if (members.error())
        return *members.error();
    if (const Json* values = members.find("values")) {
        TL_TRY(options.values, formatFrom(*values, file));
    }
    return options;
}

bool isName(const std::string& name) {
    return !name.empty() && name.size() <= kLongestName &&
           std::none_of(name.begin(), name.end(), [](char c) { return static_cast<unsigned char>(c) < 0x20; });
}

std::vector<std::string> sorted(std::vector<std::string> names) {
    std::sort(names.begin(), names.end());
    return names;
}

std::string environment(const char* name) {
    const char* value = std::getenv(name);
    return value != nullptr ? value : "";
}

} // namespace

std::string_view kindKey(SourceKind kind) {
    for (const auto& [known, key] : kKinds)
        if (known == kind)
            return key;
    return {};
}

std::optional<SourceKind> kindFromKey(std::string_view key) {
    for (const auto& [kind, known] : kKinds)
        if (known == key)
            return kind;
    return {};
}

Json profileJson(const MappingProfile& profile) {
    return {{"name", profile.name},
            {"kind", kindKey(profile.kind)},
            {"mapping", profile.mapping},
            {"read", optionsJson(profile.read)},
            {"kind_values", profile.kindValues},
            {"privacy", profile.privacy},
            {"header", profile.header}};
}

Result<MappingProfile> profileFromJson(const Json& json, const std::string& file) {
    MappingProfile profile;
    Members members(json, file);
    std::string kind = "catalogue";
    members.text("name", profile.name);
    members.text("kind", kind);
    members.pairs("mapping", profile.mapping);
    members.pairs("kind_values", profile.kindValues);
    members.texts("header", profile.header);
    if (!members.error() && !isName(profile.name))
        members.fail("name", profile.name, "a text of 1 to 80 bytes");
    if (members.error())
        return *members.error();
    const auto known = kindFromKey(kind);
    if (!known)
        return Error(ErrorCode::UnknownChoice, "catalogue, log, queries, labels, reviews, split")
            .inFile(file)
            .at("kind", kind);
    profile.kind = *known;
    if (const Json* read = members.find("read")) {
        TL_TRY(profile.read, optionsFrom(*read, file));
    }
    if (const Json* privacy = members.find("privacy"))
        profile.privacy = *privacy;
    return profile;
}

std::string ProfileFolder::defaultPath() {
    if (const std::string own = environment("TAILLIGHT_PROFILES"); !own.empty())
        return own;
    const std::string config = environment("XDG_CONFIG_HOME");
    const fs::path base = config.empty() ? fs::path(environment("HOME")) / ".config" : fs::path(config);
    return (base / "taillight" / "profiles").string();
}

/// The name with what a file name cannot hold written as %XX, so that different names are different files.
std::string ProfileFolder::fileOf(const std::string& name) const {
    constexpr std::string_view kHex = "0123456789ABCDEF";
    std::string file;
    for (std::size_t i = 0; i < name.size(); ++i) {
        const auto byte = static_cast<unsigned char>(name[i]);
        if (byte < 0x20 || name[i] == '/' || name[i] == '%' || name[i] == '\\' || (i == 0 && name[i] == '.')) {
            file += '%';
            file += kHex[byte >> 4U];
            file += kHex[byte & 0xFU];
        } else {
            file += name[i];
        }
    }
    return (fs::path(m_path) / (file + ".json")).string();
}

Result<ProfileFolder::Listing> ProfileFolder::list() const {
    Listing listing;
    std::error_code code;
    if (!fs::exists(m_path, code))
        return listing;
    fs::directory_iterator entries(m_path, code);
    if (code)
        return Error(ErrorCode::FileUnreadable, code.message()).inFile(m_path);
    for (const fs::directory_entry& entry : entries) {
        if (entry.path().extension() != ".json" || entry.path().filename().string().starts_with('.'))
            continue;
        const std::string file = entry.path().string();
        const auto json = readJsonFile(file);
        auto profile = json.ok() ? profileFromJson(*json, file) : Result<MappingProfile>(json.error());
        if (profile.ok())
            listing.profiles.push_back(std::move(profile).value());
        else
            listing.damaged.push_back(profile.error());
    }
    std::sort(listing.profiles.begin(), listing.profiles.end(),
              [](const MappingProfile& a, const MappingProfile& b) { return a.name < b.name; });
    return listing;
}

Result<MappingProfile> ProfileFolder::load(const std::string& name) const {
    const std::string file = fileOf(name);
    std::error_code code;
    if (!fs::exists(file, code)) {
        TL_TRY(const Listing listing, list());
        std::string names;
        for (const MappingProfile& profile : listing.profiles)
            names += (names.empty() ? "" : ", ") + profile.name;
        return Error(ErrorCode::UnknownChoice, names.empty() ? "(none is saved)" : names).at("profile", name);
    }
    TL_TRY(const Json json, readJsonFile(file));
    return profileFromJson(json, file);
}

Status checkProfileName(const std::string& name) {
    if (isName(name))
        return {};
    return Error(ErrorCode::Usage, "The name of a profile has 1 to 80 bytes and no line breaks.");
}

Status ProfileFolder::save(const MappingProfile& profile) const {
    TL_CHECK_STATUS(checkProfileName(profile.name));
    MappingProfile kept = profile;
    kept.read.member.clear();
    TL_CHECK_STATUS(makeDirectory(m_path));
    return writeFileAtomically(fileOf(profile.name), dumpJsonPretty(profileJson(kept)) + "\n");
}

Status ProfileFolder::remove(const std::string& name) const {
    const std::string file = fileOf(name);
    std::error_code code;
    if (!fs::exists(file, code)) {
        const auto missing = load(name);
        return missing.ok() ? Error(ErrorCode::UnknownChoice).at("profile", name) : missing.error();
    }
    if (!fs::remove(file, code) || code)
        return Error(ErrorCode::WriteFailed, code.message()).inFile(file);
    return {};
}

Result<std::optional<MappingProfile>> ProfileFolder::match(const std::vector<std::string>& header) const {
    TL_TRY(const Listing listing, list());
    const std::vector<std::string> wanted = sorted(header);
    std::optional<MappingProfile> best;
    fs::file_time_type newest{};
    for (const MappingProfile& profile : listing.profiles) {
        if (profile.header.empty() || sorted(profile.header) != wanted)
            continue;
        std::error_code code;
        const auto time = fs::last_write_time(fileOf(profile.name), code);
        if (!best || time > newest) {
            best = profile;
            newest = time;
        }
    }
    return best;
}

} // namespace core::data
