// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/database.h"
#include "core/store/read_as.h"
#include "core/store/run_store.h"
#include "core/store/run_store_rows.h"
#include "core/store/stored_values.h"
#include "core/store/viewer_copy.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cassert>
#include <cstring>
#include <numeric>

namespace core::store {
namespace {

static_assert(sizeof(float) == 4);

/// Turns floats between the machine's byte order and little-endian, in place.
void swapUnlessLittle(std::span<float> values) {
    if constexpr (std::endian::native == std::endian::big) {
        for (float& value : values) {
            std::array<unsigned char, 4> bytes{};
            std::memcpy(bytes.data(), &value, bytes.size());
            std::reverse(bytes.begin(), bytes.end());
            std::memcpy(&value, bytes.data(), bytes.size());
        }
    }
}

Status appendRow(Database& database, const Statement& row, PredictionSet& set) {
    const auto logits = row.blob(3);
    const auto classes = static_cast<int>(logits.size() / sizeof(float));
    if (set.items.empty())
        set.classes = classes;
    const std::int64_t truth = row.integer(2);
    if (logits.size() % sizeof(float) != 0 || classes == 0 || classes != set.classes || truth < 0 || truth >= classes)
        return damaged(database, "prediction");
    set.items.push_back(ItemId{row.integer(0)});
    set.keys.emplace_back(row.text(1));
    set.truth.push_back(static_cast<ClassIndex>(truth));
    const std::size_t start = set.logits.size();
    set.logits.resize(start + static_cast<std::size_t>(classes));
    std::memcpy(set.logits.data() + start, logits.data(), logits.size());
    swapUnlessLittle(std::span(set.logits).subspan(start));
    return {};
}

} // namespace

Status writePredictions(Database& database, RunId run, const std::vector<PredictionSet>& sets) {
    TL_TRY(Statement removal, database.prepare("DELETE FROM prediction WHERE run_id = ?1 AND part = ?2"));
    TL_TRY(Statement insert, database.prepare("INSERT INTO prediction(run_id, part, row, item_id, truth, logits) "
                                              "VALUES(?1, ?2, ?3, ?4, ?5, ?6)"));
    std::vector<float> logits;
    for (const PredictionSet& set : sets) {
        const auto classes = static_cast<std::size_t>(set.classes);
        assert(set.truth.size() == set.items.size() && set.logits.size() == set.items.size() * classes);
        removal.bind(1, raw(run));
        removal.bind(2, static_cast<std::int64_t>(set.part));
        TL_CHECK_STATUS(removal.run());
        insert.bind(1, raw(run));
        insert.bind(2, static_cast<std::int64_t>(set.part));
        for (std::size_t row = 0; row < set.items.size(); ++row) {
            const auto own = std::span(set.logits).subspan(row * classes, classes);
            logits.assign(own.begin(), own.end());
            swapUnlessLittle(logits);
            insert.bind(3, static_cast<std::int64_t>(row));
            insert.bind(4, raw(set.items[row]));
            insert.bind(5, std::int64_t{set.truth[row]});
            insert.bindBlob(6, std::as_bytes(std::span(logits)));
            TL_CHECK_STATUS(insert.run());
        }
    }
    return {};
}

Status writeSynthetic(Database& database, RunId run, const std::vector<SyntheticRecord>& rows) {
    {
        TL_TRY(Statement removal, database.prepare("DELETE FROM synthetic WHERE run_id = ?1"));
        removal.bind(1, raw(run));
        TL_CHECK_STATUS(removal.run());
    }
    TL_TRY(Statement insert, database.prepare("INSERT INTO synthetic(run_id, parent_item_id, operation, seed, text) "
                                              "VALUES(?1, ?2, ?3, ?4, ?5)"));
    insert.bind(1, raw(run));
    for (const SyntheticRecord& row : rows) {
        insert.bind(2, raw(row.parent));
        insert.bind(3, std::string_view(row.operation));
        insert.bind(4, static_cast<std::int64_t>(row.seed));
        insert.bind(5, std::string_view(row.text));
        TL_CHECK_STATUS(insert.run());
    }
    return {};
}

Result<PredictionSet> predictions(const Project& project, RunId run, data::Part part) {
    TL_CHECK_STATUS(notInViewer(project, "predictions of single rows"));
    return readAs<PredictionSet>(project, [&](Database& database, PredictionSet& set) -> Status {
        set.part = part;
        TL_CHECK_STATUS(checkRun(database, run));
        TL_TRY(Statement rows, database.prepare("SELECT p.item_id, i.key, p.truth, p.logits FROM prediction p "
                                                "JOIN item i ON i.id = p.item_id "
                                                "WHERE p.run_id = ?1 AND p.part = ?2 ORDER BY p.row"));
        rows.bind(1, raw(run));
        rows.bind(2, static_cast<std::int64_t>(part));
        for (;;) {
            TL_TRY(const bool more, rows.step());
            if (!more)
                return {};
            TL_CHECK_STATUS(appendRow(database, rows, set));
        }
    });
}

Result<std::vector<SyntheticRecord>> syntheticRows(const Project& project, RunId run) {
    return readAs<std::vector<SyntheticRecord>>(
        project, [&](Database& database, std::vector<SyntheticRecord>& list) -> Status {
            TL_CHECK_STATUS(checkRun(database, run));
            TL_TRY(Statement rows, database.prepare("SELECT parent_item_id, text, operation, seed FROM synthetic "
                                                    "WHERE run_id = ?1 ORDER BY id"));
            rows.bind(1, raw(run));
            for (;;) {
                TL_TRY(const bool more, rows.step());
                if (!more)
                    return {};
                list.push_back({ItemId{rows.integer(0)}, std::string(rows.text(1)), std::string(rows.text(2)),
                                static_cast<std::uint64_t>(rows.integer(3))});
            }
        });
}

stats::Predictions toPredictions(const PredictionSet& set, const std::vector<double>& shift) {
    const auto classes = static_cast<std::size_t>(set.classes);
    assert(shift.empty() || shift.size() == classes);
    stats::Predictions result;
    result.classes = set.classes;
    result.truth = set.truth;
    result.predicted.reserve(set.truth.size());
    for (std::size_t row = 0; row < set.truth.size(); ++row) {
        const float* logits = set.logits.data() + row * classes;
        const auto value = [&](std::size_t i) { return double{logits[i]} + (shift.empty() ? 0.0 : shift[i]); };
        std::size_t best = 0;
        for (std::size_t i = 1; i < classes; ++i)
            if (value(i) > value(best))
                best = i;
        result.predicted.push_back(static_cast<ClassIndex>(best));
    }
    return result;
}

} // namespace core::store
