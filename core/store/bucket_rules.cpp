// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/bucket_rules.h"

#include "core/base/json.h"
#include "core/store/database.h"
#include "core/store/stored_values.h"

#include <algorithm>

namespace core::store {
namespace {

constexpr const char* kKey = "bucket_rules";

Status readRules(Database& database, std::vector<NamedRule>& rules) {
    TL_TRY(Statement find, database.prepare("SELECT value FROM meta WHERE key = ?1"));
    find.bind(1, std::string_view(kKey));
    TL_TRY(const bool there, find.step());
    if (!there)
        return {};
    TL_TRY(const Json list, storedJson(database, find.text(0), "meta.bucket_rules"));
    if (!list.is_object())
        return damaged(database, "meta.bucket_rules");
    for (const auto& [name, text] : list.items()) {
        const auto rule = text.is_string() ? stats::parseBucketRule(text.get<std::string>())
                                           : Result<stats::BucketRule>(Error(ErrorCode::Usage));
        if (!rule.ok())
            return damaged(database, "meta.bucket_rules");
        rules.push_back({name, *rule});
    }
    return {};
}

Status writeRules(Database& database, const std::vector<NamedRule>& rules) {
    Json list = Json::object();
    for (const NamedRule& one : rules)
        list[one.name] = stats::formatBucketRule(one.rule);
    const std::string text = dumpJson(list);
    TL_TRY(Statement store, database.prepare("INSERT OR REPLACE INTO meta(key, value) VALUES(?1, ?2)"));
    store.bind(1, std::string_view(kKey));
    store.bind(2, std::string_view(text));
    return store.run();
}

auto named(std::vector<NamedRule>& rules, const std::string& name) {
    return std::find_if(rules.begin(), rules.end(), [&name](const NamedRule& one) { return one.name == name; });
}

} // namespace

Result<std::vector<NamedRule>> bucketRules(const Project& project) {
    std::vector<NamedRule> rules;
    TL_CHECK_STATUS(project.read([&](Database& database) { return readRules(database, rules); }));
    std::sort(rules.begin(), rules.end(), [](const NamedRule& a, const NamedRule& b) { return a.name < b.name; });
    return rules;
}

Status saveBucketRule(Project& project, const NamedRule& rule) {
    constexpr std::size_t kLongest = 100;
    const bool blank = rule.name.find_first_not_of(" \t\r\n") == std::string::npos;
    const bool odd = rule.name.size() > kLongest || std::any_of(rule.name.begin(), rule.name.end(),
                                                                [](unsigned char c) { return c < 0x20 || c == 0x7f; });
    if (blank || odd || rule.name.find(':') != std::string::npos || stats::parseBucketRule(rule.name).ok())
        return Error(ErrorCode::Usage, "“" + rule.name +
                                           "” is no name for a bucket rule. Give it one line without a colon, "
                                           "such as “long tail”.");
    return project.write([&](Database& database) -> Status {
        std::vector<NamedRule> rules;
        TL_CHECK_STATUS(readRules(database, rules));
        if (const auto found = named(rules, rule.name); found != rules.end())
            found->rule = rule.rule;
        else
            rules.push_back(rule);
        return writeRules(database, rules);
    });
}

Status removeBucketRule(Project& project, const std::string& name) {
    return project.write([&](Database& database) -> Status {
        std::vector<NamedRule> rules;
        TL_CHECK_STATUS(readRules(database, rules));
        const auto found = named(rules, name);
        if (found == rules.end()) {
            std::string names;
            for (const NamedRule& one : rules)
                names += (names.empty() ? "" : ", ") + one.name;
            return Error(ErrorCode::UnknownChoice, names).at("buckets", name);
        }
        rules.erase(found);
        return writeRules(database, rules);
    });
}

Result<stats::BucketRule> findBucketRule(const Project& project, const std::string& text) {
    TL_TRY(std::vector<NamedRule> rules, bucketRules(project));
    if (const auto found = named(rules, text); found != rules.end())
        return found->rule;
    auto rule = stats::parseBucketRule(text);
    if (rule.ok() || rules.empty() || text.find(':') != std::string::npos)
        return rule;
    std::string names;
    for (const NamedRule& one : rules)
        names += (names.empty() ? "" : ", ") + one.name;
    Error error = rule.error();
    error.detail += " Kept in this project: " + names + ".";
    return error;
}

} // namespace core::store
