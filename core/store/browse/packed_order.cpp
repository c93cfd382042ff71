// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/noop.h"
#include "core/store/browse/row_order.h"
#include "core/store/browse/text_fold.h"

#include <algorithm>
#include <limits>
#include <numeric>
#include <unordered_map>

namespace core::store {
namespace {

constexpr std::uint32_t kMissing = std::numeric_limits<std::uint32_t>::max(); ///< sorts last, whatever the direction
constexpr std::int64_t kLargestKey = std::numeric_limits<std::uint32_t>::max();
constexpr std::int64_t kReportEvery = 16'384;
constexpr std::size_t kMostValues = 1'000'000;
constexpr std::size_t kMostTextBytes = std::size_t{48} << 20U;

bool isText(BrowseType type) {
    return type == BrowseType::Text || type == BrowseType::Json;
}

struct GaveUp {};

/// Sorts, and asks the job while it does: a comparison may throw, std::sort then leaves the values in some order.
template <class Value, class Less> Status sortCancellably(std::vector<Value>& values, JobContext& job, Less less) {
    std::uint32_t compared = 0;
    try {
        std::sort(values.begin(), values.end(), [&](const Value& a, const Value& b) {
            if ((++compared & 0x3FFFU) == 0 && job.cancelled())
                throw GaveUp{};
            return less(a, b);
        });
    } catch (const GaveUp&) {
        return Error(ErrorCode::Cancelled);
    }
    return {};
}

/// Turns the value of a row into 32 bits that sort alike, or that stand for a rank which is known after the last row.
class Coder {
public:
    virtual ~Coder() = default;
    /// Nothing where 32 bits cannot do it.
    virtual std::optional<std::uint32_t> code(const Statement& row, int column) = 0;
    /// After the last row: the rank of every code; empty = codes are ranks already. Cancellable.
    virtual Result<std::vector<std::uint32_t>> ranks(JobContext&) { return std::vector<std::uint32_t>(); }
};

/// Whole numbers round the first one.
class IntegerCoder : public Coder {
public:
    std::optional<std::uint32_t> code(const Statement& row, int column) override {
        constexpr std::int64_t kHalf = std::int64_t{1} << 31U;
        const std::int64_t value = row.integer(column);
        if (!m_base) {
            if (value < std::numeric_limits<std::int64_t>::min() / 2 ||
                value > std::numeric_limits<std::int64_t>::max() / 2)
                return {};
            m_base = value - kHalf + 1;
        }
        if (value < *m_base || value - *m_base >= std::int64_t{kMissing})
            return {};
        return static_cast<std::uint32_t>(value - *m_base);
    }

private:
    std::optional<std::int64_t> m_base;
};

/// Numbers or texts with not too many different values, in the order in which they were met.
template <class Value> class ValueCoder : public Coder {
public:
    std::optional<std::uint32_t> code(const Statement& row, int column) override {
        if constexpr (std::is_same_v<Value, double>)
            m_value = row.real(column) + 0.0; // −0 is 0
        else
            foldText(row.text(column), m_value);
        const auto found = m_codes.find(m_value);
        if (found != m_codes.end())
            return found->second;
        if constexpr (!std::is_same_v<Value, double>)
            m_bytes += m_value.size();
        if (m_codes.size() >= kMostValues || m_bytes > kMostTextBytes)
            return {};
        const auto code = static_cast<std::uint32_t>(m_codes.size());
        m_codes.emplace(m_value, code);
        return code;
    }

    Result<std::vector<std::uint32_t>> ranks(JobContext& job) override {
        std::vector<std::pair<const Value*, std::uint32_t>> values;
        values.reserve(m_codes.size());
        for (const auto& [value, code] : m_codes)
            values.emplace_back(&value, code);
        TL_CHECK_STATUS(sortCancellably(values, job, [](const auto& a, const auto& b) { return *a.first < *b.first; }));
        std::vector<std::uint32_t> ranks(values.size());
        for (std::size_t i = 0; i < values.size(); ++i)
            ranks[values[i].second] = static_cast<std::uint32_t>(i);
        return ranks;
    }

private:
    std::unordered_map<Value, std::uint32_t> m_codes;
    std::size_t m_bytes = 0;
    Value m_value{};
};

/// Rows refer to a dictionary, whose values were ranked before.
class DictionaryCoder : public Coder {
public:
    explicit DictionaryCoder(std::vector<std::uint32_t> ranks) : m_ranks(std::move(ranks)) {}
    std::optional<std::uint32_t> code(const Statement& row, int column) override {
        const std::int64_t id = row.integer(column);
        return id >= 0 && id < static_cast<std::int64_t>(m_ranks.size()) ? m_ranks[static_cast<std::size_t>(id)]
                                                                         : kMissing;
    }

private:
    std::vector<std::uint32_t> m_ranks;
};

/// The rank of every row of a dictionary by id; equal values share one. Nothing when the ids are too far apart.
Result<std::optional<std::vector<std::uint32_t>>> dictionaryRanks(Database& database, const ColumnSpec& column,
                                                                  const JoinSpec& join, JobContext& job) {
    std::optional<std::vector<std::uint32_t>> result;
    const std::string from = std::string(" FROM ") + join.table + " " + join.alias;
    TL_TRY(const std::int64_t count, database.queryInteger("SELECT count(*)" + from));
    TL_TRY(const std::int64_t last, database.queryInteger(std::string("SELECT max(") + join.alias + ".id)" + from));
    constexpr std::int64_t kSpread = 4, kFree = 1'000'000;
    if (last > count * kSpread + kFree)
        return result;
    job.begin(TL_NOOP("Job", "Sorting values"), count, "values");
    const std::string value =
        isText(column.type) ? "tl_fold(" + std::string(column.sql) + ")" : std::string(column.sql);
    TL_TRY(Statement rows, database.prepare("SELECT " + std::string(join.alias) + ".id, " + value + from + " WHERE " +
                                            column.sql + " IS NOT NULL ORDER BY 2"));
    std::vector<std::uint32_t> ranks(static_cast<std::size_t>(last + 1), kMissing);
    std::string previous;
    std::uint32_t rank = 0;
    for (std::int64_t done = 0;; ++done) {
        TL_TRY(const bool row, rows.step());
        if (!row)
            break;
        // Numbers as SQLite prints them: equal ones print alike.
        if (const std::string_view text = rows.text(1); done == 0 || text != previous) {
            previous = text;
            rank += done == 0 ? 0 : 1;
        }
        ranks[static_cast<std::size_t>(rows.integer(0))] = rank;
        if (done % kReportEvery == 0) {
            TL_CHECK_STATUS(job.check());
            job.report(done);
        }
    }
    result = std::move(ranks);
    return result;
}

Result<std::unique_ptr<Coder>> coderOf(Database& database, const TableSpec& spec, const ColumnSpec& column,
                                       JobContext& job) {
    std::unique_ptr<Coder> coder;
    if (*column.join != '\0') {
        TL_TRY(auto ranks, dictionaryRanks(database, column, *spec.join(column.join), job));
        if (ranks)
            coder = std::make_unique<DictionaryCoder>(std::move(*ranks));
    } else if (isText(column.type)) {
        coder = std::make_unique<ValueCoder<std::string>>();
    } else if (column.type == BrowseType::Number) {
        coder = std::make_unique<ValueCoder<double>>();
    } else {
        coder = std::make_unique<IntegerCoder>();
    }
    return coder;
}

constexpr std::uint32_t keyOf(std::uint64_t packed) {
    return static_cast<std::uint32_t>(packed & 0xFFFFFFFFU);
}
constexpr std::uint64_t pack(std::uint32_t code, std::uint32_t key) {
    return (static_cast<std::uint64_t>(code) << 32U) | key;
}

/// The code in the direction of the sort, once all are known.
std::uint32_t finalCode(std::uint32_t code, const std::vector<std::uint32_t>& ranks, bool descending) {
    if (code == kMissing)
        return code;
    const std::uint32_t rank = ranks.empty() ? code : ranks[code];
    return descending ? kMissing - 1 - rank : rank;
}

/// Calls `take(key, code)` for the rows of the view, in any order. False when the column cannot be coded.
template <class Take> Result<bool> codeRows(Database& database, const TableSpec& spec, const Condition& condition,
                                            const ColumnSpec& column, Coder& coder, std::int64_t expected,
                                            JobContext& job, Take take) {
    const std::string value = *column.join != '\0' ? spec.join(column.join)->reference : column.sql;
    TL_TRY(Statement rows, database.prepare(std::string("SELECT ") + spec.key + ", " + value + " FROM " + spec.from +
                                            condition.where()));
    condition.bind(rows);
    job.begin(TL_NOOP("Job", "Reading rows"), condition.sql.empty() ? expected : 0, "rows");
    for (std::int64_t done = 1;; ++done) {
        TL_TRY(const bool row, rows.step());
        if (!row)
            return true;
        const std::int64_t key = rows.integer(0);
        const auto code = rows.isNull(1) ? std::optional(kMissing) : coder.code(rows, 1);
        if (!code || key < 0)
            return false;
        take(static_cast<std::uint32_t>(key), *code);
        if (done % kReportEvery == 0) {
            TL_CHECK_STATUS(job.check());
            job.report(done);
        }
    }
}

Status sortPacked(std::vector<std::uint64_t>& packed, const std::vector<std::vector<std::uint32_t>>& further,
                  JobContext& job) {
    job.begin(TL_NOOP("Job", "Sorting rows"), 0, "rows");
    if (further.empty())
        return sortCancellably(packed, job, [](std::uint64_t a, std::uint64_t b) { return a < b; });
    return sortCancellably(packed, job, [&further](std::uint64_t a, std::uint64_t b) {
        if (a >> 32U != b >> 32U)
            return a < b;
        for (const std::vector<std::uint32_t>& codes : further)
            if (codes[keyOf(a)] != codes[keyOf(b)])
                return codes[keyOf(a)] < codes[keyOf(b)];
        return a < b;
    });
}

} // namespace

Result<RowOrderPtr> packedOrder(Database& database, const TableSpec& spec, const Condition& condition,
                                const std::vector<BrowseSort>& sort, JobContext& job) {
    TL_TRY(const std::int64_t last,
           database.queryInteger(std::string("SELECT max(") + spec.key + ") FROM " + spec.from));
    if (last >= kLargestKey)
        return RowOrderPtr();
    RowOrder::Packed packed;
    if (condition.sql.empty())
        packed.reserve(static_cast<std::size_t>(std::max<std::int64_t>(last, 0)));
    std::vector<std::vector<std::uint32_t>> further; // codes of the second, third … column by key
    for (std::size_t i = 0; i < sort.size(); ++i) {
        const ColumnSpec& column = *spec.column(sort[i].column);
        TL_TRY(const auto coder, coderOf(database, spec, column, job));
        // A list by key is only worth its memory where most keys are in the view.
        if (!coder || (i > 0 && last > 4 * static_cast<std::int64_t>(packed.size()) + 1'000'000))
            return RowOrderPtr();
        if (i > 0)
            further.emplace_back(static_cast<std::size_t>(last) + 1);
        TL_TRY(const bool coded, codeRows(database, spec, condition, column, *coder, last, job,
                                          [&](std::uint32_t key, std::uint32_t code) {
                                              if (i == 0)
                                                  packed.push_back(pack(code, key));
                                              else
                                                  further.back()[key] = code;
                                          }));
        if (!coded)
            return RowOrderPtr();
        TL_TRY(const std::vector<std::uint32_t> ranks, coder->ranks(job));
        for (std::uint64_t& one : packed) {
            if (i == 0)
                one = pack(finalCode(static_cast<std::uint32_t>(one >> 32U), ranks, sort[i].descending), keyOf(one));
            else
                further.back()[keyOf(one)] = finalCode(further.back()[keyOf(one)], ranks, sort[i].descending);
        }
    }
    TL_CHECK_STATUS(sortPacked(packed, further, job));
    packed.shrink_to_fit();
    return std::make_shared<const RowOrder>(std::move(packed));
}

} // namespace core::store
