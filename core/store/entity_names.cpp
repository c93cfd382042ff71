// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/entity_names.h"

#include "core/base/json.h"
#include "core/store/database.h"
#include "core/store/entity_sql.h"
#include "core/store/entity_store.h"
#include "core/store/viewer_copy.h"

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <string_view>

namespace core::store {
namespace {

constexpr std::int64_t kRowsLookedAt = 2'000;
constexpr int kMostLevels = 9;
constexpr std::array kSellerNames{"seller", "seller_id", "merchant", "merchant_id", "shop",     "shop_id",
                                  "store",  "store_id",  "vendor",   "vendor_id",   "supplier", "卖家",
                                  "卖家id", "店铺",      "店铺名称", "商家",        "供应商"};

std::string lower(std::string text) {
    std::transform(text.begin(), text.end(), text.begin(),
                   [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
    return text;
}

/// Names in the JSON objects of a column whose values come again: neither numbers with a fraction, nor long texts, nor
/// keys that are different in every row.
Result<std::vector<std::string>> namesIn(Database& database, const std::string& rows, JobContext& job) {
    struct Seen {
        std::int64_t rows = 0;
        bool plain = true;
        std::set<std::string> values;
    };
    std::map<std::string, Seen> seen;
    TL_TRY(Statement cells, database.prepare("SELECT j.key, j.type, j.value FROM (" + rows + " LIMIT " +
                                             std::to_string(kRowsLookedAt) + ") r, json_each(r.cells) j"));
    for (std::int64_t n = 0;; ++n) {
        TL_TRY(const bool row, cells.step());
        if (!row)
            break;
        if (n % 4096 == 0)
            TL_CHECK_STATUS(job.check());
        constexpr std::size_t kLongest = 80, kMostValues = 1'000;
        Seen& one = seen[std::string(cells.text(0))];
        const std::string_view type = cells.text(1);
        if (type == "null")
            continue;
        ++one.rows;
        one.plain = one.plain && (type == "text" || type == "integer" || type == "true" || type == "false") &&
                    cells.text(2).size() <= kLongest;
        if (one.values.size() < kMostValues)
            one.values.emplace(cells.text(2));
    }
    std::vector<std::string> names;
    for (const auto& [name, one] : seen)
        if (one.plain && one.rows > 0 && static_cast<std::int64_t>(one.values.size()) <= (one.rows + 1) / 2)
            names.push_back(name);
    return names;
}

Result<int> deepestCategory(Database& database) {
    TL_TRY(const std::int64_t separators,
           database.queryInteger("SELECT coalesce(max((length(category) - length(replace(category, ' > ', ''))) / 3), "
                                 "-1) FROM item WHERE category IS NOT NULL"));
    return static_cast<int>(separators) + 1;
}

Status listEntities(Database& database, JobContext& job, std::vector<std::string>& list) {
    TL_TRY(const int levels, deepestCategory(database));
    for (const std::string& name : entityNames()) {
        list.push_back(name);
        if (name == "category" && levels > 1)
            for (int level = 1; level < std::min(levels, kMostLevels + 1); ++level)
                list.push_back("category:" + std::to_string(level));
    }
    TL_TRY(const std::int64_t prices,
           database.queryInteger("SELECT EXISTS (SELECT 1 FROM item WHERE price IS NOT NULL) OR EXISTS (SELECT 1 FROM "
                                 "support_count WHERE with_price > 0)"));
    if (prices != 0)
        list.emplace_back("price_band");
    TL_TRY(const auto attributes,
           namesIn(database, "SELECT attributes AS cells FROM item WHERE attributes IS NOT NULL", job));
    for (const std::string& name : attributes)
        list.push_back("attribute:" + name);
    TL_TRY(const auto extra, namesIn(database, "SELECT extra AS cells FROM event WHERE extra IS NOT NULL", job));
    for (const std::string& name : extra)
        list.push_back("event:" + name);
    for (const char* column : {"session", "order_key", "label"}) {
        TL_TRY(const std::int64_t there, database.queryInteger("SELECT EXISTS (SELECT 1 FROM event WHERE " +
                                                               std::string(column) + " IS NOT NULL)"));
        if (there != 0)
            list.push_back("event:" + std::string(column));
    }
    return {};
}

bool startsWith(const std::string& text, std::string_view start) {
    return text.size() > start.size() && std::string_view(text).substr(0, start.size()) == start;
}

} // namespace

const std::vector<std::string>& entityNames() {
    static const std::vector<std::string> kNames{"item", "category", "brand", "user", "query", "label"};
    return kNames;
}

Status checkEntity(const std::string& entity) {
    const auto& names = entityNames();
    if (std::find(names.begin(), names.end(), entity) != names.end() || entity == "price_band")
        return {};
    if (startsWith(entity, "attribute:") || startsWith(entity, "event:"))
        return {};
    constexpr std::string_view kLevel = "category:";
    if (entity.size() == kLevel.size() + 1 && startsWith(entity, kLevel) && entity.back() >= '1' &&
        entity.back() <= '9')
        return {};
    std::string choices;
    for (const std::string& name : names)
        choices += name + ", ";
    return Error(ErrorCode::UnknownChoice, choices + "category:1 … category:9, price_band, attribute:NAME, event:NAME")
        .at("entity", entity);
}

Result<std::vector<std::string>> entitiesOf(const Project& project, JobContext& job) {
    TL_TRY(const auto viewer, viewerMeasures(project, "item"));
    if (viewer) // it holds the distributions of these alone
        return entityNames();
    std::vector<std::string> list;
    TL_CHECK_STATUS(project.read([&](Database& database) { return listEntities(database, job, list); }));
    return list;
}

Result<std::string> resolveEntity(const Project& project, const std::string& name, JobContext& job) {
    if (checkEntity(name).ok())
        return name;
    TL_TRY(const auto entities, entitiesOf(project, job));
    const auto bare = [](const std::string& entity) { return lower(entity.substr(entity.find(':') + 1)); };
    const bool seller = lower(name) == "seller";
    for (const std::string& entity : entities) {
        if (!startsWith(entity, "attribute:") && !startsWith(entity, "event:"))
            continue;
        const std::string column = bare(entity);
        if (column == lower(name) ||
            (seller && std::find(kSellerNames.begin(), kSellerNames.end(), column) != kSellerNames.end()))
            return entity;
    }
    if (seller)
        return Error(ErrorCode::NoData, "no column names the seller; import a catalogue or a log that has one");
    std::string choices;
    for (const std::string& entity : entities)
        choices += (choices.empty() ? "" : ", ") + entity;
    return Error(ErrorCode::UnknownChoice, choices).at("entity", name);
}

} // namespace core::store
