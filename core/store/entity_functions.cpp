// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/entity_functions.h"

#include "core/data/category_path.h"
#include "core/store/database.h"
#include "core/store/sqlite_error.h"

#include <sqlite3.h>

#include <array>
#include <charconv>
#include <cmath>
#include <string>
#include <string_view>

namespace core::store {
namespace {

void pathPrefix(sqlite3_context* context, int, sqlite3_value** values) {
    const auto* const bytes = static_cast<const void*>(sqlite3_value_text(values[0]));
    if (bytes == nullptr)
        return;
    const std::string_view path(static_cast<const char*>(bytes),
                                static_cast<std::size_t>(sqlite3_value_bytes(values[0])));
    std::size_t end = 0;
    for (int level = sqlite3_value_int(values[1]); level > 0 && end != std::string_view::npos; --level)
        end = path.find(data::kCategorySeparator, end == 0 ? 0 : end + data::kCategorySeparator.size());
    const std::string_view prefix = path.substr(0, end);
    sqlite3_result_text64(context, prefix.data(), prefix.size(), SQLITE_TRANSIENT, SQLITE_UTF8);
}

std::string edgeText(double edge) {
    std::array<char, 40> text{};
    const auto end = std::to_chars(text.data(), text.data() + text.size(), edge).ptr;
    return {text.data(), end};
}

void priceBand(sqlite3_context* context, int, sqlite3_value** values) {
    if (sqlite3_value_type(values[0]) == SQLITE_NULL)
        return;
    const double price = sqlite3_value_double(values[0]);
    if (!(price >= 0) || !std::isfinite(price))
        return;
    std::string band = "0";
    if (price > 0) {
        constexpr std::array kSteps{1.0, 2.0, 5.0, 10.0};
        int decade = static_cast<int>(std::floor(std::log10(price)));
        // Edges below one are quotients, so that 0.1 and 0.2 are the numbers that people write.
        const auto edge = [&decade](double step) {
            return decade < 0 ? step / std::pow(10.0, -decade) : step * std::pow(10.0, decade);
        };
        while (price < edge(1)) // the logarithm may have been rounded over a power of ten
            --decade;
        while (price >= edge(10))
            ++decade;
        std::size_t step = 0;
        while (step + 2 < kSteps.size() && price >= edge(kSteps[step + 1]))
            ++step;
        band = edgeText(edge(kSteps[step])) + "–" + edgeText(edge(kSteps[step + 1]));
    }
    sqlite3_result_text64(context, band.data(), band.size(), SQLITE_TRANSIENT, SQLITE_UTF8);
}

struct Function {
    const char* name;
    int arguments;
    void (*call)(sqlite3_context*, int, sqlite3_value**);
};
constexpr std::array kFunctions{Function{"tl_path_prefix", 2, pathPrefix}, Function{"tl_price_band", 1, priceBand}};

} // namespace

Status addEntityFunctions(Database& database) {
    for (const Function& function : kFunctions) {
        const int code = sqlite3_create_function_v2(database.handle(), function.name, function.arguments,
                                                    SQLITE_UTF8 | SQLITE_DETERMINISTIC, nullptr, function.call, nullptr,
                                                    nullptr, nullptr);
        if (code != SQLITE_OK)
            return sqliteError(code, database.handle(), database.path());
    }
    return {};
}

} // namespace core::store
