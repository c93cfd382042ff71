// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/clean/fingerprint.h"

#include <algorithm>
#include <bit>
#include <cstring>

namespace core::store::clean {
namespace {

std::uint64_t mixed(std::uint64_t value) {
    value ^= value >> 33U;
    value *= 0xFF51AFD7ED558CCDULL; // the finaliser of MurmurHash3
    value ^= value >> 33U;
    value *= 0xC4CEB9FE1A85EC53ULL;
    return value ^ (value >> 33U);
}

} // namespace

void Fingerprint::add(std::string_view bytes) {
    const auto word = [this](std::uint64_t value) {
        first = mixed(first ^ value) * 0x9E3779B97F4A7C15ULL;
        second = std::rotl(second, 29) + mixed(value + 0x632BE59BD9B4E019ULL) * 0xD6E8FEB86659FD93ULL;
    };
    word(bytes.size()); // keeps "ab","c" and "a","bc" apart
    while (!bytes.empty()) {
        std::uint64_t value = 0;
        const std::size_t size = std::min<std::size_t>(bytes.size(), sizeof value);
        std::memcpy(&value, bytes.data(), size);
        word(value);
        bytes.remove_prefix(size);
    }
}

void Fingerprint::addCell(const Statement& row, int column) {
    if (row.isNull(column))
        add(std::string_view("\0null", 5));
    else
        add(row.text(column));
}

Result<std::vector<PrintedRow>> printRows(Database& database, const std::string& select, JobContext& job) {
    TL_TRY(Statement rows, database.prepare(select));
    std::vector<PrintedRow> printed;
    const int columns = rows.columns();
    for (;;) {
        TL_TRY(const bool more, rows.step());
        if (!more)
            break;
        if (printed.size() % 1024 == 0)
            TL_CHECK_STATUS(job.check());
        PrintedRow& row = printed.emplace_back();
        row.id = rows.integer(0);
        for (int i = 1; i < columns; ++i)
            row.print.addCell(rows, i);
    }
    std::sort(printed.begin(), printed.end());
    return printed;
}

const std::string& eventContents() {
    static const std::string kColumns = "item_id, user_id, query_id, kind, time, quantity, price, label, position, "
                                        "order_key, cancelled, session, extra";
    return kColumns;
}

} // namespace core::store::clean
