// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/noop.h"
#include "core/store/clean/clean.h"
#include "core/store/database.h"
#include "core/store/stored_values.h"

#include <array>

namespace core::store {
namespace {

Status readAccounts(Database& database, std::vector<CleanAccount>& accounts) {
    TL_TRY(
        Statement rows,
        database.prepare("SELECT s.id, s.path, s.rows_read, s.imported, s.rejected, s.dropped, coalesce(e.n, 0) FROM "
                         "source s LEFT JOIN (SELECT source_id, count(*) AS n FROM event GROUP BY source_id) e ON "
                         "e.source_id = s.id WHERE s.kind = 'log' ORDER BY s.id"));
    for (;;) {
        TL_TRY(const bool more, rows.step());
        if (!more)
            break;
        CleanAccount& account = accounts.emplace_back();
        account.source = rows.integer(0);
        account.path = rows.text(1);
        account.read = rows.integer(2);
        account.imported = rows.integer(3);
        account.rejected = rows.integer(4);
        account.left = rows.integer(6);
        TL_TRY(const Json dropped, storedJson(database, rows.text(5), "source.dropped"));
        if (!dropped.is_object())
            return damaged(database, "source.dropped");
        for (const auto& [reason, count] : dropped.items())
            account.droppedAtImport[reason] = count.is_number_integer() ? count.get<std::int64_t>() : 0;
    }
    TL_TRY(Statement steps, database.prepare("SELECT source_id, step_id, count(*) FROM clean_event GROUP BY 1, 2 "
                                             "ORDER BY 1, 2"));
    for (;;) {
        TL_TRY(const bool more, steps.step());
        if (!more)
            return {};
        for (CleanAccount& account : accounts)
            if (account.source == steps.integer(0))
                account.droppedByStep.emplace_back(steps.integer(1), steps.integer(2));
    }
}

} // namespace

bool CleanAccount::addsUp() const {
    std::int64_t sum = rejected + left;
    for (const auto& [reason, count] : droppedAtImport)
        sum += count;
    for (const auto& [step, count] : droppedByStep)
        sum += count;
    return sum == read;
}

Result<std::vector<CleanAccount>> cleanAccounts(const Project& project) {
    std::vector<CleanAccount> accounts;
    const auto work = [&accounts](Database& database) { return readAccounts(database, accounts); };
    TL_CHECK_STATUS(project.read(work));
    return accounts;
}

Json cleanEffectJson(const CleanEffect& effect) {
    return {{"events_dropped", effect.eventsDropped},
            {"items_dropped", effect.itemsDropped},
            {"rows_dropped", effect.rowsDropped},
            {"values_changed", effect.valuesChanged},
            {"numbers", effect.numbers}};
}

Json cleanStepJson(const CleanStepInfo& info) {
    Json json{{"id", info.id}, {"kind", info.step.kind}, {"config", info.step.config}, {"created", info.created}};
    json.update(cleanEffectJson(info.effect));
    json["seconds"] = info.seconds;
    return json;
}

Json cleanPreviewJson(const CleanPreview& preview) {
    Json json = cleanEffectJson(preview.effect);
    json["blocked_by"] = preview.blockedBy.empty() ? Json() : Json(preview.blockedBy);
    Json examples = Json::array();
    for (const CleanExample& example : preview.examples) {
        Json one{{"table", example.table}, {"row", example.row}, {"what", example.what}};
        if (example.column.empty()) {
            one["reason"] = example.reason;
        } else {
            one["column"] = example.column;
            one["before"] = example.before;
            one["after"] = example.after;
        }
        examples.push_back(std::move(one));
    }
    json["examples"] = std::move(examples);
    return json;
}

Json cleanAccountJson(const CleanAccount& account) {
    Json steps = Json::array();
    for (const auto& [step, count] : account.droppedByStep)
        steps.push_back({{"step", step}, {"events", count}});
    return {{"source", account.source},
            {"path", account.path},
            {"read", account.read},
            {"rejected", account.rejected},
            {"dropped_at_import", account.droppedAtImport},
            {"dropped_by_step", steps},
            {"left", account.left},
            {"adds_up", account.addsUp()}};
}

std::string cleanReasonText(const std::string& reason) {
    struct Sentence {
        const char* reason;
        const char* text;
    };
    static constexpr std::array kSentences{
        Sentence{"duplicate", TL_NOOP("Clean", "the same in every column as another event")},
        Sentence{"key_duplicate", TL_NOOP("Clean", "the same in the chosen columns as another row")},
        Sentence{"negative_price", TL_NOOP("Clean", "negative price")},
        Sentence{"zero_price", TL_NOOP("Clean", "price 0")},
        Sentence{"future_time", TL_NOOP("Clean", "time in the future")},
        Sentence{"too_early", TL_NOOP("Clean", "time too long ago")},
        Sentence{"zero_quantity", TL_NOOP("Clean", "quantity 0")},
        Sentence{"cancellation", TL_NOOP("Clean", "cancellation")},
        Sentence{"cancelled_purchase", TL_NOOP("Clean", "purchase that was cancelled later")},
        Sentence{"robot", TL_NOOP("Clean", "event of a robot-like user")},
        Sentence{"missing", TL_NOOP("Clean", "value missing")},
        Sentence{"outlier", TL_NOOP("Clean", "value far from the others")},
        Sentence{"same_query", TL_NOOP("Clean", "the same search words as another query, once normalised")},
    };
    for (const Sentence& sentence : kSentences)
        if (reason == sentence.reason)
            return sentence.text;
    return reason;
}

} // namespace core::store
