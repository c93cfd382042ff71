// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/data/values.h"

#include <string>
#include <string_view>
#include <vector>

namespace core::privacy {

/// Reads and writes numbers and times as a file does.
struct CellReader {
    data::ValueReader values;
    bool plain = true; ///< times are written in UTC where they name no zone
    char decimal = '.';
    /// Errors of ValueReader::make().
    static Result<CellReader> make(const data::ValueFormat& format);
};

/// Makes values coarser; see ColumnRule::how for the spellings. Immutable; any thread.
class Generaliser {
public:
    /// What stands for a value that cannot be read as what it should be: it must not stay as it is.
    static constexpr std::string_view kUnreadable = "?";

    /// UnknownChoice for a spelling that is none, or a number that does not fit.
    static Result<Generaliser> parse(const std::string& how);
    /// Writes the coarser value; false when `value` could not be read and kUnreadable stands for it. Not for empty
    /// values. Read and written as `cells` says; hours and days are those of UTC.
    bool apply(std::string_view value, std::string& out, const CellReader& cells = {}) const;
    /// Times and numbers in the units that the project keeps them in: seconds since 1970, plain numbers.
    bool forTimes() const;
    bool forNumbers() const { return m_kind == Kind::Step || m_kind == Kind::Edges; }
    std::int64_t time(std::int64_t seconds) const;
    double number(double value) const;

private:
    enum class Kind { Hour, Day, Week, Month, Year, Prefix, Step, Edges, Depth, Ip, Age };
    bool applyDepth(std::string_view value, std::string& out) const;
    bool applyTime(std::string_view value, std::string& out, const CellReader& cells) const;
    bool applyAge(std::string_view value, std::string& out, const CellReader& cells) const;
    static bool applyIp(std::string_view value, std::string& out);

    Kind m_kind = Kind::Day;
    int m_count = 0;
    double m_step = 1;
    std::vector<double> m_edges;
};

} // namespace core::privacy
