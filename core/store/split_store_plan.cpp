// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/split_store_plan.h"

#include "core/base/rng.h"
#include "core/data/long_tail.h"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <numeric>

namespace core::store {
namespace {

using Rows = std::vector<std::uint32_t>;

constexpr std::int8_t kTrain = static_cast<std::int8_t>(data::Part::Train);
constexpr std::int8_t kValidation = static_cast<std::int8_t>(data::Part::Validation);
constexpr std::int8_t kTest = static_cast<std::int8_t>(data::Part::Test);

/// Row numbers by class, in the order of the rows.
std::vector<Rows> rowsByClass(std::size_t classes, const std::vector<ClassIndex>& classOf) {
    std::vector<Rows> rows(classes);
    for (std::size_t row = 0; row < classOf.size(); ++row)
        rows[static_cast<std::size_t>(classOf[row])].push_back(static_cast<std::uint32_t>(row));
    return rows;
}

void assign(std::vector<std::int8_t>& parts, const Rows& rows, const std::array<std::int64_t, 3>& counts) {
    std::size_t next = 0;
    for (std::size_t part = 0; part < counts.size(); ++part)
        for (std::int64_t i = 0; i < counts[part]; ++i)
            parts[rows[next++]] = static_cast<std::int8_t>(part);
}

std::vector<std::int64_t> profileOf(const SplitConfig& config, int classes, std::int64_t most) {
    auto profile = config.profile == "step" ? data::stepProfile(classes, most, config.longTailRatio)
                                            : data::exponentialProfile(classes, most, config.longTailRatio);
    // 49 · (1/49) is a little less than 1: where the maximum equals the ratio, rounding must not take the last row.
    for (std::int64_t& rows : profile)
        rows = std::max<std::int64_t>(rows, 1);
    return profile;
}

/// The largest n_max whose profile every class can serve and whose last class gets a row; 0 when there is none.
std::int64_t largestMaximum(const SplitConfig& config, const std::vector<std::int64_t>& available) {
    const auto classes = static_cast<int>(available.size());
    const auto fits = [&](std::int64_t most) {
        const auto profile = profileOf(config, classes, most);
        for (std::size_t i = 0; i < available.size(); ++i)
            if (profile[i] > available[i])
                return false;
        return true;
    };
    std::int64_t low = 0;
    std::int64_t high = std::max<std::int64_t>(available.front(), 0);
    while (low < high) { // profiles grow with n_max, so what fits lies below what does not
        const std::int64_t middle = low + (high - low + 1) / 2;
        if (fits(middle))
            low = middle;
        else
            high = middle - 1;
    }
    return static_cast<double>(low) >= config.longTailRatio ? low : 0;
}

struct LongTailCounts {
    std::int64_t validation = 0, test = 0;
    std::vector<std::int64_t> train;
};

/// How many rows each class gives, or which class cannot.
Result<LongTailCounts> longTailCounts(const SplitConfig& config, const std::vector<std::string>& labels,
                                      const std::vector<Rows>& rows) {
    LongTailCounts counts;
    counts.test = config.testPerClass;
    counts.validation =
        config.validationPerClass > 0 ? config.validationPerClass : std::max<std::int64_t>(1, config.testPerClass / 2);
    std::vector<std::int64_t> available;
    for (const Rows& own : rows)
        available.push_back(static_cast<std::int64_t>(own.size()) - counts.test - counts.validation);
    std::int64_t most = config.maxTrainPerClass;
    if (most == 0)
        most = largestMaximum(config, available);
    // Without a maximum that fits, the least one possible shows which class falls short, and by how much.
    if (most == 0)
        most = static_cast<std::int64_t>(std::ceil(config.longTailRatio));
    counts.train = profileOf(config, static_cast<int>(labels.size()), most);

    std::string first;
    std::size_t lacking = 0;
    for (std::size_t i = 0; i < labels.size(); ++i) {
        if (counts.train[i] <= available[i])
            continue;
        if (lacking++ == 0)
            first = "class “" + labels[i] + "” has " + std::to_string(rows[i].size()) + " items and needs " +
                    std::to_string(counts.train[i] + counts.validation + counts.test) + " (" +
                    std::to_string(counts.train[i]) + " training, " + std::to_string(counts.validation) +
                    " validation, " + std::to_string(counts.test) + " test)";
    }
    if (lacking > 1)
        first += ", and " + std::to_string(lacking - 1) + " more classes fall short";
    if (lacking > 0)
        return Error(ErrorCode::TooFewRows, first);
    return counts;
}

Rows shuffledClass(const SplitConfig& config, const std::string& label, Rows rows) {
    // A stream of its own for each class: new rows in one class leave the others where they are.
    Rng rng = Rng::forPurpose(config.seed, "split/" + label);
    rng.shuffle(rows);
    return rows;
}

} // namespace

std::array<std::int64_t, 3> apportion(std::int64_t rows, const std::array<double, 3>& ratio) {
    const double total = ratio[0] + ratio[1] + ratio[2];
    assert(total > 0);
    std::array<std::int64_t, 3> counts{};
    std::array<double, 3> remainders{};
    for (std::size_t part = 0; part < 3; ++part) {
        const double quota = static_cast<double>(rows) * ratio[part] / total;
        counts[part] = static_cast<std::int64_t>(std::floor(quota + 1e-9)); // 0.8 : 0.1 : 0.1 is not quite 8 : 1 : 1
        remainders[part] = quota - static_cast<double>(counts[part]);
    }
    std::array<std::size_t, 3> order{0, 1, 2};
    std::stable_sort(order.begin(), order.end(),
                     [&remainders](std::size_t a, std::size_t b) { return remainders[a] > remainders[b] + 1e-9; });
    std::int64_t left = rows - std::accumulate(counts.begin(), counts.end(), std::int64_t{0});
    for (std::size_t i = 0; left > 0; ++i, --left)
        ++counts[order[i % 3]];

    const std::size_t guaranteed = rows >= 3 ? 3 : 1;
    for (std::size_t part = 0; part < guaranteed; ++part) {
        if (ratio[part] <= 0 || counts[part] > 0 || rows == 0)
            continue;
        --*std::max_element(counts.begin(), counts.end());
        ++counts[part];
    }
    return counts;
}

Result<std::vector<std::int8_t>> planSplit(const SplitConfig& config, const std::vector<std::string>& labels,
                                           const std::vector<ClassIndex>& classOf) {
    std::vector<std::int8_t> parts(classOf.size(), kUnused);
    if (config.longTailRatio == 0 && config.stratify == "none") {
        Rows all(classOf.size());
        std::iota(all.begin(), all.end(), 0U);
        Rng rng = Rng::forPurpose(config.seed, "split");
        rng.shuffle(all);
        assign(parts, all, apportion(static_cast<std::int64_t>(all.size()), config.ratio));
        return parts;
    }
    std::vector<Rows> rows = rowsByClass(labels.size(), classOf);
    if (config.longTailRatio == 0) {
        for (std::size_t i = 0; i < labels.size(); ++i) {
            const auto counts = apportion(static_cast<std::int64_t>(rows[i].size()), config.ratio);
            assign(parts, shuffledClass(config, labels[i], std::move(rows[i])), counts);
        }
        return parts;
    }
    TL_TRY(const LongTailCounts counts, longTailCounts(config, labels, rows));
    for (std::size_t i = 0; i < labels.size(); ++i) {
        const Rows own = shuffledClass(config, labels[i], std::move(rows[i]));
        // Test and validation come first: another ratio with the same seed is measured on the same rows.
        std::size_t next = 0;
        const auto take = [&](std::int64_t count, std::int8_t part) {
            for (std::int64_t k = 0; k < count; ++k)
                parts[own[next++]] = part;
        };
        take(counts.test, kTest);
        take(counts.validation, kValidation);
        take(counts.train[i], kTrain);
    }
    return parts;
}

} // namespace core::store
