// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/events/event_table_parts.h"

#include <cmath>

namespace core::store::events::table {
namespace {

struct Cursor {
    sqlite3_vtab_cursor base{};
    EventCursor events;
    explicit Cursor(Table& table) : events(table.events) {}
};

Cursor& cursorOf(sqlite3_vtab_cursor* base) {
    return *reinterpret_cast<Cursor*>(base); // the base is its first member
}

// How bestIndex() tells filter() what its arguments are: flags, and per column that is compared a letter in idxStr.
constexpr int kOneId = 1;
constexpr int kFrom = 2;
constexpr int kUpTo = 4;
constexpr int kDescending = 8;
constexpr char kFirstLetter = 'a';  ///< = a value
constexpr char kFirstCapital = 'A'; ///< IN a list that is handed over whole

constexpr double kRowsGuess = 1'000'000; ///< costs matter beside those of other tables only
constexpr double kRowCost = 1.0;

bool takesList(sqlite3_index_info* info, int constraint) {
#if SQLITE_VERSION_NUMBER >= 3038000
    return sqlite3_vtab_in(info, constraint, -1) != 0 && sqlite3_vtab_in(info, constraint, 1) != 0;
#else
    static_cast<void>(info);
    static_cast<void>(constraint);
    return false;
#endif
}

/// The constraint of each kind on the id that is used.
struct IdConstraints {
    int same = -1, from = -1, upTo = -1;
};

IdConstraints idConstraints(const sqlite3_index_info& info) {
    IdConstraints found;
    for (int i = 0; i < info.nConstraint; ++i) {
        const auto& constraint = info.aConstraint[i];
        if (constraint.usable == 0 || constraint.iColumn > 0)
            continue;
        if (constraint.op == SQLITE_INDEX_CONSTRAINT_EQ)
            found.same = i;
        else if (constraint.op == SQLITE_INDEX_CONSTRAINT_GT || constraint.op == SQLITE_INDEX_CONSTRAINT_GE)
            found.from = i;
        else if (constraint.op == SQLITE_INDEX_CONSTRAINT_LT || constraint.op == SQLITE_INDEX_CONSTRAINT_LE)
            found.upTo = i;
    }
    return found;
}

/// The columns of integers that are compared with a value or a list; their letters.
std::string useColumns(sqlite3_index_info* info, int& arguments) {
    std::string letters;
    for (int i = 0; i < info->nConstraint; ++i) {
        const auto& constraint = info->aConstraint[i];
        if (constraint.usable == 0 || constraint.iColumn < 1 || constraint.op != SQLITE_INDEX_CONSTRAINT_EQ)
            continue;
        const auto column = static_cast<std::size_t>(constraint.iColumn - 1);
        if (kColumns[column].type != ColumnType::Integer)
            continue;
        const char first = takesList(info, i) ? kFirstCapital : kFirstLetter;
        letters += static_cast<char>(first + static_cast<char>(column));
        info->aConstraintUsage[i].argvIndex = ++arguments;
    }
    return letters;
}

/// SQLite checks every constraint once more: a list of texts, say, is taken apart by its rules.
int bestIndex(sqlite3_vtab*, sqlite3_index_info* info) {
    return guarded([&] {
        const IdConstraints id = idConstraints(*info);
        int arguments = 0;
        const auto use = [&](int constraint, int flag) {
            if (constraint < 0)
                return;
            info->aConstraintUsage[constraint].argvIndex = ++arguments;
            info->idxNum |= flag;
        };
        double rows = kRowsGuess;
        if (id.same >= 0) {
            use(id.same, kOneId);
            rows = 1;
            info->idxFlags = SQLITE_INDEX_SCAN_UNIQUE;
        } else {
            use(id.from, kFrom);
            use(id.upTo, kUpTo);
            rows /= (id.from >= 0 ? 4 : 1) * (id.upTo >= 0 ? 4 : 1);
        }
        // A scan reads all of the rows, however few it yields.
        info->estimatedCost = id.same >= 0 ? 2 : rows * kRowCost;
        const std::string letters = useColumns(info, arguments);
        for (std::size_t i = 0; i < letters.size(); ++i)
            rows = rows > 10 ? rows / 10 : rows;
        info->estimatedRows = static_cast<sqlite3_int64>(rows);
        if (!letters.empty()) {
            info->idxStr = sqlite3_mprintf("%s", letters.c_str());
            info->needToFreeIdxStr = 1;
            if (info->idxStr == nullptr)
                return SQLITE_NOMEM;
        }
        if (info->nOrderBy == 1 && info->aOrderBy[0].iColumn <= 0) {
            info->orderByConsumed = 1;
            info->idxNum |= info->aOrderBy[0].desc != 0 ? kDescending : 0;
        }
        return SQLITE_OK;
    });
}

/// What a value means where integers are compared with it.
struct Compared {
    bool number = false; ///< else text, blob or NULL
    bool null = false;
    bool whole = false;
    std::int64_t value = 0; ///< a fraction is cut off
};

Compared compared(sqlite3_value* value) {
    switch (sqlite3_value_numeric_type(value)) {
    case SQLITE_INTEGER:
        return {true, false, true, sqlite3_value_int64(value)};
    case SQLITE_FLOAT: {
        const std::int64_t whole = sqlite3_value_int64(value);
        return {true, false, static_cast<double>(whole) == sqlite3_value_double(value), whole};
    }
    case SQLITE_NULL:
        return {false, true, false, 0};
    default:
        return {};
    }
}

/// Adds to `wanted` the numbers of an IN list.
int readList(sqlite3_value* list, Wanted& wanted) {
#if SQLITE_VERSION_NUMBER >= 3038000
    sqlite3_value* value = nullptr;
    int code = sqlite3_vtab_in_first(list, &value);
    for (; code == SQLITE_OK && value != nullptr; code = sqlite3_vtab_in_next(list, &value))
        if (const Compared number = compared(value); number.whole)
            wanted.values.insert(number.value);
    return code == SQLITE_DONE ? SQLITE_OK : code;
#else
    static_cast<void>(list);
    static_cast<void>(wanted);
    return SQLITE_MISUSE;
#endif
}

int readRange(int flags, const char* letters, sqlite3_value** values, EventRange& range) {
    range.descending = (flags & kDescending) != 0;
    bool nothing = false;
    const auto next = [&values] { return compared(*values++); };
    if ((flags & kOneId) != 0) {
        const Compared id = next();
        nothing = !id.whole;
        range.first = range.last = id.value;
    }
    if ((flags & kFrom) != 0) {
        const Compared id = next();
        nothing = nothing || id.null;
        range.first = id.number ? id.value : range.first;
    }
    if ((flags & kUpTo) != 0) {
        const Compared id = next();
        nothing = nothing || id.null;
        range.last = id.number ? id.value : range.last;
    }
    for (const char* letter = letters; letter != nullptr && *letter != '\0'; ++letter) {
        Wanted& wanted = range.wanted.emplace_back();
        if (*letter >= kFirstLetter) {
            const Compared value = next();
            nothing = nothing || !value.whole;
            wanted.column = static_cast<std::size_t>(*letter - kFirstLetter);
            wanted.only = value.value;
            continue;
        }
        wanted.column = static_cast<std::size_t>(*letter - kFirstCapital);
        if (const int code = readList(*values++, wanted); code != SQLITE_OK)
            return code;
        nothing = nothing || wanted.values.empty();
    }
    if (nothing)
        range = {.first = 1, .last = 0, .descending = false, .wanted = {}};
    return SQLITE_OK;
}

int openCursor(sqlite3_vtab* base, sqlite3_vtab_cursor** made) {
    return guarded([&] {
        *made = &(new Cursor(tableOf(base)))->base;
        return SQLITE_OK;
    });
}

int closeCursor(sqlite3_vtab_cursor* base) {
    delete &cursorOf(base);
    return SQLITE_OK;
}

int filter(sqlite3_vtab_cursor* base, int flags, const char* letters, int, sqlite3_value** values) {
    return guarded([&] {
        EventRange range;
        if (const int code = readRange(flags, letters, values, range); code != SQLITE_OK)
            return code;
        return codeOf(base->pVtab, cursorOf(base).events.start(std::move(range)));
    });
}

int nextRow(sqlite3_vtab_cursor* base) {
    return guarded([&] { return codeOf(base->pVtab, cursorOf(base).events.next()); });
}

int atEnd(sqlite3_vtab_cursor* base) {
    return cursorOf(base).events.atEnd() ? 1 : 0;
}

int rowId(sqlite3_vtab_cursor* base, sqlite3_int64* id) {
    *id = cursorOf(base).events.id();
    return SQLITE_OK;
}

void giveValue(sqlite3_context* context, const ChunkView& chunk, ColumnType type, std::size_t slot) {
    switch (type) {
    case ColumnType::Integer:
        if (const std::int64_t value = chunk.integer(slot); value != kNullInteger)
            sqlite3_result_int64(context, value);
        return;
    case ColumnType::Real:
        if (const double value = chunk.real(slot); !std::isnan(value))
            sqlite3_result_double(context, value);
        return;
    case ColumnType::Text:
        if (const std::string_view text = chunk.text(slot); text.data() != nullptr)
            sqlite3_result_text64(context, text.data(), text.size(), SQLITE_TRANSIENT, SQLITE_UTF8);
        return;
    }
}

int column(sqlite3_vtab_cursor* base, sqlite3_context* context, int number) {
    EventCursor& cursor = cursorOf(base).events;
    if (number == 0) {
        sqlite3_result_int64(context, cursor.id());
        return SQLITE_OK;
    }
    // What an UPDATE does not name need not be read.
    if (sqlite3_vtab_nochange(context) != 0)
        return SQLITE_OK;
    return guarded([&] {
        const auto index = static_cast<std::size_t>(number - 1);
        const auto chunk = cursor.column(index);
        if (!chunk.ok())
            return codeOf(base->pVtab, chunk.error());
        giveValue(context, **chunk, kColumns[index].type, cursor.slot());
        return SQLITE_OK;
    });
}

} // namespace

void addQueries(sqlite3_module& module) {
    module.xBestIndex = bestIndex;
    module.xOpen = openCursor;
    module.xClose = closeCursor;
    module.xFilter = filter;
    module.xNext = nextRow;
    module.xEof = atEnd;
    module.xColumn = column;
    module.xRowid = rowId;
}

} // namespace core::store::events::table
