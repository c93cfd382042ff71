// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/stored_values.h"

#include "core/data/values.h"

#include <algorithm>
#include <cmath>
#include <ctime>
#include <limits>

namespace core::store {
namespace {

template <class T, class Accept, class Read> Result<std::vector<T>>
storedList(const Database& database, std::string_view text, const char* what, Accept accept, Read read) {
    TL_TRY(const Json json, storedJson(database, text, what));
    if (!json.is_array() || !std::all_of(json.begin(), json.end(), accept))
        return damaged(database, what);
    std::vector<T> list;
    list.reserve(json.size());
    for (const Json& value : json)
        list.push_back(read(value));
    return list;
}

} // namespace

std::string utcNow() {
    std::string text = data::formatTime(static_cast<std::int64_t>(std::time(nullptr)));
    if (const auto space = text.find(' '); space != std::string::npos)
        text[space] = 'T';
    return text + "Z";
}

Error damaged(const Database& database, const std::string& what) {
    return Error(ErrorCode::ProjectDamaged, what + " cannot be read").inFile(database.path());
}

Result<Json> storedJson(const Database& database, std::string_view text, const char* what) {
    auto json = parseJson(std::string(text));
    if (!json.ok())
        return damaged(database, what);
    return json;
}

Result<std::vector<std::string>> storedStrings(const Database& database, std::string_view text, const char* what) {
    return storedList<std::string>(
        database, text, what, [](const Json& value) { return value.is_string(); },
        [](const Json& value) { return value.get<std::string>(); });
}

Result<std::vector<std::int64_t>> storedIntegers(const Database& database, std::string_view text, const char* what) {
    return storedList<std::int64_t>(
        database, text, what, [](const Json& value) { return value.is_number_integer(); },
        [](const Json& value) { return value.get<std::int64_t>(); });
}

Result<std::vector<double>> storedNumbers(const Database& database, std::string_view text, const char* what) {
    return storedList<double>(
        database, text, what, [](const Json& value) { return value.is_number() || value.is_null(); },
        [](const Json& value) {
            return value.is_null() ? std::numeric_limits<double>::quiet_NaN() : value.get<double>();
        });
}

double toStored(double value) {
    return std::isfinite(value) ? value : std::numeric_limits<double>::infinity();
}

double fromStored(double value) {
    return std::isfinite(value) ? value : std::numeric_limits<double>::quiet_NaN();
}

} // namespace core::store
