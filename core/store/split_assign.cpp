// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/split_assign.h"

#include "core/base/noop.h"
#include "core/store/split_assign_groups.h"
#include "core/store/split_cut.h"
#include "core/store/split_store_plan.h"

#include <algorithm>
#include <numeric>

namespace core::store {
namespace {

constexpr std::size_t kRowsBetweenChecks = std::size_t{1} << 16U;
constexpr std::int8_t kTrain = 0, kValidation = 1, kTest = 2;
constexpr std::int8_t kUnusedPart = Assignment::kUnusedPart;

std::string count(std::int64_t rows, const char* what) {
    return std::to_string(rows) + " " + what;
}

template <class Use> Status eachRow(std::size_t rows, JobContext& job, Use use) {
    for (std::size_t row = 0; row < rows; ++row) {
        if (row % kRowsBetweenChecks == 0) {
            TL_CHECK_STATUS(job.check());
            job.report(static_cast<std::int64_t>(row));
        }
        use(row);
    }
    return {};
}

// ---- chance, strata, groups ----

std::vector<std::int64_t> stratumSizes(const SplitUnits& units) {
    std::vector<std::int64_t> sizes(units.stratum.empty() ? 1 : units.strata.size(), 0);
    if (units.stratum.empty())
        sizes[0] = static_cast<std::int64_t>(units.rows());
    for (const std::uint32_t stratum : units.stratum)
        ++sizes[stratum];
    return sizes;
}

/// Each stratum in the ratio; for folds as scikit-learn's StratifiedKFold (and KFold) does: the strata laid end to end
/// and dealt out like cards, so that both a stratum and all rows together differ by at most one between folds.
Quotas quotasOf(const SplitConfig& config, const std::vector<std::int64_t>& sizes) {
    Quotas quotas;
    std::int64_t dealt = 0;
    for (const std::int64_t size : sizes) {
        if (config.folds == 0) {
            const auto counts = apportion(size, config.ratio);
            quotas.emplace_back(counts.begin(), counts.end());
            continue;
        }
        std::vector<std::int64_t> counts(static_cast<std::size_t>(config.folds), size / config.folds);
        for (std::int64_t i = 0; i < size % config.folds; ++i)
            ++counts[static_cast<std::size_t>((dealt + i) % config.folds)];
        dealt += size;
        quotas.push_back(std::move(counts));
    }
    return quotas;
}

Status dealRows(const SplitConfig& config, const SplitUnits& units, Assignment& result, JobContext& job) {
    const Quotas quotas = quotasOf(config, stratumSizes(units));
    result.buckets = config.folds > 0 ? config.folds : 3;
    if (!units.group.empty())
        return assignGroups(units, quotas, config.folds > 0, result.bucket, job);
    const EachThing each = [&](const std::function<void(const CutThing&)>& use) {
        return eachRow(units.rows(), job, [&](std::size_t row) {
            use({row, units.order[row], units.stratum.empty() ? 0 : units.stratum[row]});
        });
    };
    const auto put = [&result](std::size_t row, std::size_t bucket) {
        result.bucket[row] = static_cast<std::uint8_t>(bucket);
    };
    return cutByHash(quotas, each, put, job);
}

/// Of folds that take turns: fold f tests bucket f.
void turnParts(const SplitConfig& config, Assignment& result) {
    if (config.folds == 0) {
        result.parts = {{kTrain, kValidation, kTest}};
        return;
    }
    for (int fold = 0; fold < config.folds; ++fold) {
        std::vector<std::int8_t> parts(static_cast<std::size_t>(config.folds), kTrain);
        parts[static_cast<std::size_t>(fold)] = kTest;
        if (config.foldValidation)
            parts[static_cast<std::size_t>((fold + 1) % config.folds)] = kValidation;
        result.parts.push_back(std::move(parts));
    }
}

// ---- time ----

/// Where time is cut, and what lies between the cuts.
Result<std::vector<std::int64_t>> timeCuts(const SplitConfig& config, const SplitUnits& units, Assignment& result,
                                           JobContext& job) {
    const auto rows = static_cast<std::int64_t>(units.rows());
    if (config.folds > 0) {
        // scikit-learn's TimeSeriesSplit: test folds of one size at the end, training everything before.
        const int steps = config.folds + (config.foldValidation ? 1 : 0);
        const std::int64_t size = rows / (steps + 1);
        if (size == 0)
            return Error(ErrorCode::TooFewRows,
                         count(rows, "rows with a time for ") + std::to_string(config.folds) + " folds");
        std::vector<std::int64_t> ranks;
        for (int i = 0; i < steps; ++i)
            ranks.push_back(rows - (steps - i) * size);
        for (int fold = 0; fold < config.folds; ++fold) {
            std::vector<std::int8_t> parts(static_cast<std::size_t>(steps) + 1, kUnusedPart);
            const int test = fold + 1 + (config.foldValidation ? 1 : 0);
            std::fill(parts.begin(), parts.begin() + test, kTrain);
            parts[static_cast<std::size_t>(test)] = kTest;
            if (config.foldValidation)
                parts[static_cast<std::size_t>(test) - 1] = kValidation;
            result.parts.push_back(std::move(parts));
        }
        return cutsByRank(units.time, ranks, job);
    }
    if (!config.cuts.empty()) {
        result.parts = {config.cuts.size() == 1 ? std::vector<std::int8_t>{kTrain, kTest}
                                                : std::vector<std::int8_t>{kTrain, kValidation, kTest}};
        return config.cuts;
    }
    const auto counts = apportion(rows, config.ratio);
    std::vector<std::int64_t> ranks;
    std::vector<std::int8_t> parts{kTrain};
    std::int64_t done = counts[0];
    for (const std::int8_t part : {kValidation, kTest}) {
        if (config.ratio[static_cast<std::size_t>(part)] <= 0)
            continue;
        ranks.push_back(done);
        parts.push_back(part);
        done += counts[static_cast<std::size_t>(part)];
    }
    result.parts = {std::move(parts)};
    return cutsByRank(units.time, ranks, job);
}

Status cutTime(const SplitConfig& config, const SplitUnits& units, Assignment& result, JobContext& job) {
    TL_TRY(const std::vector<std::int64_t> cuts, timeCuts(config, units, result, job));
    result.buckets = static_cast<int>(cuts.size()) + 1;
    return eachRow(units.rows(), job, [&](std::size_t row) {
        const auto after = std::upper_bound(cuts.begin(), cuts.end(), units.time[row]);
        result.bucket[row] = static_cast<std::uint8_t>(after - cuts.begin());
    });
}

// ---- the last rows of each user ----

/// The latest rows of every user, in one array: no more of it than is asked for.
class LatestRows {
public:
    struct Entry {
        std::int64_t time = 0;
        std::uint64_t order = 0; ///< of rows at one time
        std::uint32_t row = 0;
        bool operator>(const Entry& other) const {
            return time != other.time     ? time > other.time
                   : order != other.order ? order > other.order
                                          : row > other.row;
        }
    };

    /// `most`: rows wanted per user; a user's first row is never among them.
    Status collect(const SplitUnits& units, std::int64_t most, JobContext& job) {
        std::vector<std::uint32_t> rows(units.users, 0);
        TL_CHECK_STATUS(eachRow(units.rows(), job, [&](std::size_t row) { ++rows[units.user[row]]; }));
        m_first.assign(units.users + 1, 0);
        for (std::size_t user = 0; user < units.users; ++user) {
            const auto kept = rows[user] == 0 ? 0 : std::min<std::int64_t>(most, rows[user] - 1);
            m_first[user + 1] = m_first[user] + static_cast<std::uint64_t>(kept);
        }
        m_used.assign(units.users, 0);
        m_entries.resize(m_first.back());
        return eachRow(units.rows(), job, [&](std::size_t row) {
            offer(units.user[row], {units.time[row], units.order[row], static_cast<std::uint32_t>(row)});
        });
    }

    /// Calls use(entry, position from the end) for every row that was kept.
    template <class Use> Status each(JobContext& job, Use use) {
        return eachRow(m_used.size(), job, [&](std::size_t user) {
            const auto first = m_entries.begin() + static_cast<std::ptrdiff_t>(m_first[user]);
            const auto last = m_entries.begin() + static_cast<std::ptrdiff_t>(m_first[user + 1]);
            std::sort(first, last, std::greater<>());
            for (auto at = first; at != last; ++at)
                use(*at, at - first);
        });
    }

private:
    void offer(std::uint32_t user, const Entry& entry) {
        const auto first = m_entries.begin() + static_cast<std::ptrdiff_t>(m_first[user]);
        const auto room = static_cast<std::uint32_t>(m_first[user + 1] - m_first[user]);
        std::uint32_t& used = m_used[user];
        if (used < room) {
            first[used++] = entry;
            std::push_heap(first, first + used, std::greater<>()); // the earliest on top
        } else if (room > 0 && entry > *first) {
            std::pop_heap(first, first + room, std::greater<>());
            first[room - 1] = entry;
            std::push_heap(first, first + room, std::greater<>());
        }
    }

    std::vector<std::uint64_t> m_first;
    std::vector<std::uint32_t> m_used;
    std::vector<Entry> m_entries;
};

/// Bucket 0: the last rows of each user; 1: those before them …; the last bucket: everything earlier.
Status cutLast(const SplitConfig& config, const SplitUnits& units, Assignment& result, JobContext& job) {
    const bool validation = config.folds > 0 ? config.foldValidation : config.ratio[1] > 0;
    const int folds = std::max(config.folds, 1);
    const int blocks = folds + (validation ? 1 : 0);
    result.buckets = blocks + 1;
    for (int fold = 0; fold < folds; ++fold) { // the last fold tests the last rows
        std::vector<std::int8_t> parts(static_cast<std::size_t>(blocks) + 1, kTrain);
        const auto test = static_cast<std::size_t>(folds - 1 - fold);
        std::fill(parts.begin(), parts.begin() + static_cast<std::ptrdiff_t>(test), kUnusedPart);
        parts[test] = kTest;
        if (validation)
            parts[test + 1] = kValidation;
        result.parts.push_back(std::move(parts));
    }
    LatestRows latest;
    TL_CHECK_STATUS(latest.collect(units, config.last * blocks, job));
    std::fill(result.bucket.begin(), result.bucket.end(), static_cast<std::uint8_t>(blocks));
    return latest.each(job, [&](const LatestRows::Entry& entry, std::ptrdiff_t position) {
        result.bucket[entry.row] = static_cast<std::uint8_t>(position / config.last);
    });
}

/// Every part that was asked for has a row.
Status checkFilled(const SplitConfig& config, const SplitUnits& units, const Assignment& result) {
    std::vector<std::int64_t> rows(static_cast<std::size_t>(result.buckets), 0);
    for (const std::uint8_t bucket : result.bucket)
        if (bucket != Assignment::kNoBucket)
            ++rows[bucket];
    for (std::size_t split = 0; split < result.parts.size(); ++split) {
        PartCounts counts{};
        std::array<bool, 3> wanted{};
        for (std::size_t bucket = 0; bucket < rows.size(); ++bucket)
            if (const std::int8_t part = result.parts[split][bucket]; part >= 0) {
                counts[static_cast<std::size_t>(part)] += rows[bucket];
                const bool fixed = config.folds > 0 || config.kind == "time" || config.kind == "last";
                wanted[static_cast<std::size_t>(part)] = fixed || config.ratio[static_cast<std::size_t>(part)] > 0;
            }
        for (const data::Part part : {data::Part::Train, data::Part::Validation, data::Part::Test}) {
            const auto at = static_cast<std::size_t>(part);
            if (!wanted[at] || counts[at] > 0)
                continue;
            std::string detail = count(static_cast<std::int64_t>(units.rows()), "rows");
            if (!units.groupOrder.empty())
                detail += " in " + count(static_cast<std::int64_t>(units.groupOrder.size()), "groups");
            detail += " leave nothing for " + std::string(data::partName(part));
            if (config.folds > 0)
                detail += " of fold " + std::to_string(split + 1);
            return Error(ErrorCode::TooFewRows, detail);
        }
    }
    return {};
}

} // namespace

Result<Assignment> assignUnits(const SplitConfig& config, const SplitUnits& units, JobContext& job) {
    job.begin(TL_NOOP("Job", "Dividing"), static_cast<std::int64_t>(units.rows()), "rows");
    Assignment result;
    result.bucket.assign(units.rows(), Assignment::kNoBucket);
    if (config.kind == "time") {
        TL_CHECK_STATUS(cutTime(config, units, result, job));
    } else if (config.kind == "last") {
        TL_CHECK_STATUS(cutLast(config, units, result, job));
    } else {
        turnParts(config, result);
        TL_CHECK_STATUS(dealRows(config, units, result, job));
    }
    TL_CHECK_STATUS(checkFilled(config, units, result));
    return result;
}

SplitNumbers countNumbers(const SplitUnits& units, const Assignment& assignment, std::size_t split) {
    constexpr std::size_t kMostStrata = 1000; ///< of events: more is no table to look at
    SplitNumbers numbers;
    const bool items = !units.labels.empty();
    const auto& classes = items ? units.klass : units.stratum;
    if (items || units.strata.size() <= kMostStrata)
        numbers.labels = items ? units.labels : units.strata;
    numbers.perClass.assign(numbers.labels.size(), {});
    const auto& groupOf = units.user.empty() ? units.group : units.user;
    std::vector<std::uint8_t> partsOfGroup(units.user.empty() ? units.groupOrder.size() : units.users, 0);
    std::int64_t unused = 0;
    for (std::size_t row = 0; row < units.rows(); ++row) {
        const std::int8_t part = assignment.partOf(split, row);
        if (part < 0) {
            ++unused;
            continue;
        }
        const auto at = static_cast<std::size_t>(part);
        ++numbers.rows[at];
        if (!numbers.labels.empty())
            ++numbers.perClass[classes[row]][at];
        if (groupOf.empty())
            continue;
        if (groupOf[row] == SplitUnits::kNoGroup)
            ++numbers.groups[at];
        else
            partsOfGroup[groupOf[row]] |= static_cast<std::uint8_t>(1U << at);
    }
    for (const std::uint8_t parts : partsOfGroup)
        for (std::size_t at = 0; at < 3; ++at)
            numbers.groups[at] += (parts >> at) & 1U;
    numbers.leftOut = units.leftOut;
    if (unused > 0)
        numbers.leftOut["later"] = unused; // of folds that go on in time
    return numbers;
}

} // namespace core::store
