// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/entity_functions.h"

#include "core/data/category_path.h"
#include "core/data/fields.h"
#include "core/store/database.h"
#include "core/store/sqlite_error.h"

#include <sqlite3.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <limits>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

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
    // Without an exponent where people would not write one.
    constexpr double kTiny = 1e-6, kHuge = 1e12;
    const auto format = edge >= kTiny && edge <= kHuge ? std::chars_format::fixed : std::chars_format::general;
    const auto end = std::to_chars(text.data(), text.data() + text.size(), edge, format).ptr;
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

/// Mean price of each item over what was bought of it, a piece a time; cancellations left out. NaN = never bought for a
/// price.
struct MeanPrices {
    std::vector<double> byItem;
};

bool readMeanPrices(sqlite3* database, MeanPrices& prices) {
    sqlite3_stmt* rows = nullptr;
    const std::string sql = "SELECT item_id, coalesce(quantity, 1.0), price FROM event WHERE kind = " +
                            std::to_string(static_cast<int>(data::EventKind::Purchase)) +
                            " AND cancelled = 0 AND price > 0";
    if (sqlite3_prepare_v2(database, sql.c_str(), -1, &rows, nullptr) != SQLITE_OK)
        return false;
    std::vector<double> pieces;
    int code = SQLITE_ROW;
    while ((code = sqlite3_step(rows)) == SQLITE_ROW) {
        const std::int64_t id = sqlite3_column_int64(rows, 0);
        const double quantity = sqlite3_column_double(rows, 1);
        if (id < 0 || !(quantity > 0))
            continue;
        const auto place = static_cast<std::size_t>(id);
        if (place >= pieces.size()) {
            pieces.resize(std::max(place + 1, pieces.size() * 2));
            prices.byItem.resize(pieces.size());
        }
        pieces[place] += quantity;
        prices.byItem[place] += quantity * sqlite3_column_double(rows, 2);
    }
    sqlite3_finalize(rows);
    for (std::size_t i = 0; i < pieces.size(); ++i)
        prices.byItem[i] = pieces[i] > 0 ? prices.byItem[i] / pieces[i] : std::numeric_limits<double>::quiet_NaN();
    return code == SQLITE_DONE;
}

/// tl_mean_price(item id, 1): the events are read once a statement, for its constant second argument.
void meanPrice(sqlite3_context* context, int, sqlite3_value** values) {
    auto* prices = static_cast<MeanPrices*>(sqlite3_get_auxdata(context, 1));
    if (prices == nullptr) {
        auto fresh = std::make_unique<MeanPrices>();
        if (!readMeanPrices(sqlite3_context_db_handle(context), *fresh)) {
            sqlite3_result_error_code(context, sqlite3_errcode(sqlite3_context_db_handle(context)));
            return;
        }
        prices = fresh.release();
        sqlite3_set_auxdata(context, 1, prices, [](void* old) { delete static_cast<MeanPrices*>(old); });
        prices = static_cast<MeanPrices*>(sqlite3_get_auxdata(context, 1)); // it may not have been kept
        if (prices == nullptr) {
            sqlite3_result_error_nomem(context);
            return;
        }
    }
    const std::int64_t id = sqlite3_value_int64(values[0]);
    if (id >= 0 && static_cast<std::size_t>(id) < prices->byItem.size() &&
        !std::isnan(prices->byItem[static_cast<std::size_t>(id)]))
        sqlite3_result_double(context, prices->byItem[static_cast<std::size_t>(id)]);
}

struct Function {
    const char* name;
    int arguments;
    void (*call)(sqlite3_context*, int, sqlite3_value**);
    bool deterministic; ///< the same arguments give the same, whatever is in the database
};
constexpr std::array kFunctions{Function{"tl_path_prefix", 2, pathPrefix, true},
                                Function{"tl_price_band", 1, priceBand, true},
                                Function{"tl_mean_price", 2, meanPrice, false}};

} // namespace

Status addEntityFunctions(Database& database) {
    for (const Function& function : kFunctions) {
        const int code = sqlite3_create_function_v2(database.handle(), function.name, function.arguments,
                                                    SQLITE_UTF8 | (function.deterministic ? SQLITE_DETERMINISTIC : 0),
                                                    nullptr, function.call, nullptr, nullptr, nullptr);
        if (code != SQLITE_OK)
            return sqliteError(code, database.handle(), database.path());
    }
    return {};
}

} // namespace core::store
