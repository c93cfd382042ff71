// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/browse/sql_functions.h"

#include "core/data/values.h"
#include "core/store/browse/text_fold.h"
#include "core/store/sqlite_error.h"

#include <sqlite3.h>
#include <unicode/uregex.h>
#include <unicode/ustring.h>

#include <array>
#include <chrono>
#include <cmath>
#include <cstring>
#include <memory>
#include <string_view>

namespace core::store {
namespace {

using namespace std::chrono_literals;

/// Of uregex_setTimeLimit: steps of the matching engine in units of about a millisecond. One text that takes longer is
/// a pattern that explodes.
constexpr std::int32_t kPatternTimeLimit = 100;

std::string_view textOf(sqlite3_value* value) {
    const void* const data = sqlite3_value_text(value);
    if (data == nullptr)
        return {};
    return {static_cast<const char*>(data), static_cast<std::size_t>(sqlite3_value_bytes(value))};
}

bool isNull(sqlite3_value* value) {
    return sqlite3_value_type(value) == SQLITE_NULL;
}

std::string& scratch() {
    thread_local std::string text;
    return text;
}

void fold(sqlite3_context* context, int, sqlite3_value** values) {
    if (isNull(values[0]))
        return;
    foldText(textOf(values[0]), scratch());
    sqlite3_result_text64(context, scratch().data(), scratch().size(), SQLITE_TRANSIENT, SQLITE_UTF8);
}

enum class TextTest { Equal, Contains, Starts, Ends };

template <TextTest test> void compare(sqlite3_context* context, int, sqlite3_value** values) {
    if (isNull(values[0]))
        return;
    foldText(textOf(values[0]), scratch());
    const std::string_view text = scratch();
    const std::string_view needle = textOf(values[1]);
    bool holds = false;
    if constexpr (test == TextTest::Equal)
        holds = text == needle;
    else if constexpr (test == TextTest::Contains)
        holds = text.find(needle) != std::string_view::npos;
    else if constexpr (test == TextTest::Starts)
        holds = text.starts_with(needle);
    else
        holds = text.ends_with(needle);
    sqlite3_result_int(context, holds ? 1 : 0);
}

/// UTF-16 of a text, into a buffer that is kept.
std::u16string& utf16(std::string_view text, std::u16string& buffer) {
    buffer.resize(text.size() + 1);
    std::int32_t length = 0;
    UErrorCode status = U_ZERO_ERROR;
    u_strFromUTF8WithSub(buffer.data(), static_cast<std::int32_t>(buffer.size()), &length, text.data(),
                         static_cast<std::int32_t>(text.size()), 0xFFFD, nullptr, &status);
    buffer.resize(U_SUCCESS(status) ? static_cast<std::size_t>(length) : 0);
    return buffer;
}

struct Pattern {
    URegularExpression* expression = nullptr;
    std::u16string text; ///< what it looks at now
    ~Pattern() { uregex_close(expression); }
};

std::unique_ptr<Pattern> openPattern(std::string_view source, bool exactly, std::string& reason) {
    auto pattern = std::make_unique<Pattern>();
    std::u16string buffer;
    utf16(source, buffer);
    UParseError place{};
    UErrorCode status = U_ZERO_ERROR;
    const std::uint32_t flags = exactly ? 0U : static_cast<std::uint32_t>(UREGEX_CASE_INSENSITIVE);
    pattern->expression = uregex_open(buffer.data(), static_cast<std::int32_t>(buffer.size()), flags, &place, &status);
    if (U_SUCCESS(status))
        uregex_setTimeLimit(pattern->expression, kPatternTimeLimit, &status);
    if (U_SUCCESS(status))
        return pattern;
    reason = u_errorName(status);
    if (place.offset >= 0)
        reason += " at character " + std::to_string(place.offset + 1);
    return nullptr;
}

template <bool exactly> void matches(sqlite3_context* context, int, sqlite3_value** values) {
    if (isNull(values[0]))
        return;
    auto* pattern = static_cast<Pattern*>(sqlite3_get_auxdata(context, 1));
    if (pattern == nullptr) {
        std::string reason;
        std::unique_ptr<Pattern> made = openPattern(textOf(values[1]), exactly, reason);
        if (!made) {
            sqlite3_result_error(context, reason.c_str(), -1);
            return;
        }
        pattern = made.release();
        sqlite3_set_auxdata(context, 1, pattern, [](void* old) { delete static_cast<Pattern*>(old); });
        // SQLite may have thrown it away at once, for lack of memory.
        pattern = static_cast<Pattern*>(sqlite3_get_auxdata(context, 1));
        if (pattern == nullptr) {
            sqlite3_result_error_nomem(context);
            return;
        }
    }
    utf16(textOf(values[0]), pattern->text);
    UErrorCode status = U_ZERO_ERROR;
    uregex_setText(pattern->expression, pattern->text.data(), static_cast<std::int32_t>(pattern->text.size()), &status);
    const bool found = uregex_find(pattern->expression, 0, &status) != 0;
    if (U_FAILURE(status))
        sqlite3_result_error(context, "the regular expression takes too long on one of the texts: make it simpler", -1);
    else
        sqlite3_result_int(context, found ? 1 : 0);
}

void number(sqlite3_context* context, int, sqlite3_value** values) {
    const int type = sqlite3_value_type(values[0]);
    if (type == SQLITE_INTEGER || type == SQLITE_FLOAT)
        sqlite3_result_value(context, values[0]);
    else if (type == SQLITE_TEXT)
        if (const auto parsed = data::parseNumber(textOf(values[0])))
            sqlite3_result_double(context, *parsed);
}

void argmax(sqlite3_context* context, int, sqlite3_value** values) {
    const auto* bytes = static_cast<const char*>(sqlite3_value_blob(values[0]));
    const auto count = static_cast<std::size_t>(sqlite3_value_bytes(values[0])) / sizeof(float);
    if (bytes == nullptr || count == 0)
        return;
    std::size_t best = 0;
    float highest = -INFINITY;
    for (std::size_t i = 0; i < count; ++i) {
        float one = 0;
        std::memcpy(&one, bytes + i * sizeof one, sizeof one); // a blob is not aligned
        if (one > highest) {
            highest = one;
            best = i;
        }
    }
    sqlite3_result_int64(context, static_cast<sqlite3_int64>(best));
}

struct Function {
    const char* name;
    int arguments;
    void (*call)(sqlite3_context*, int, sqlite3_value**);
};
constexpr std::array kFunctions{Function{"tl_fold", 1, fold},
                                Function{"tl_equal", 2, compare<TextTest::Equal>},
                                Function{"tl_contains", 2, compare<TextTest::Contains>},
                                Function{"tl_starts", 2, compare<TextTest::Starts>},
                                Function{"tl_ends", 2, compare<TextTest::Ends>},
                                Function{"tl_matches", 2, matches<false>},
                                Function{"tl_matches_exactly", 2, matches<true>},
                                Function{"tl_number", 1, number},
                                Function{"tl_argmax", 1, argmax}};

} // namespace

Status addSqlFunctions(Database& database) {
    for (const Function& function : kFunctions) {
        const int code = sqlite3_create_function_v2(database.handle(), function.name, function.arguments,
                                                    SQLITE_UTF8 | SQLITE_DETERMINISTIC, nullptr, function.call, nullptr,
                                                    nullptr, nullptr);
        if (code != SQLITE_OK)
            return sqliteError(code, database.handle(), database.path());
    }
    return {};
}

Status checkPattern(const std::string& pattern) {
    std::string reason;
    if (openPattern(pattern, false, reason))
        return {};
    return Error(ErrorCode::Usage, "“" + pattern + "” is no regular expression (" + reason + ").");
}

Interrupter::Interrupter(Database& database, JobContext& job) : m_database(database) {
    database.setCancelProbe([&job] { return job.cancelled(); });
    m_thread = std::thread([this, &job] {
        std::unique_lock lock(m_mutex);
        while (!m_wake.wait_for(lock, 20ms, [this] { return m_done; }))
            if (job.cancelled())
                m_database.interrupt();
    });
}

Interrupter::~Interrupter() {
    {
        const std::lock_guard lock(m_mutex);
        m_done = true;
    }
    m_wake.notify_one();
    m_thread.join();
    m_database.setCancelProbe({});
}

} // namespace core::store
