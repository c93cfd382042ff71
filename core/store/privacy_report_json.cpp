// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/privacy_report.h"

namespace core::store {
namespace {

using privacy::kAllPersonalKinds;
using privacy::PersonalKind;

template <class Counts> Json kindsJson(const Counts& counts) {
    Json json = Json::object();
    for (const PersonalKind kind : kAllPersonalKinds)
        if (const auto count = counts[static_cast<std::size_t>(kind)]; count > 0)
            json[std::string(privacy::personalKindName(kind))] = count;
    return json;
}

template <class Counts> std::string kindsText(const Counts& counts) {
    std::string text;
    for (const PersonalKind kind : kAllPersonalKinds)
        if (const auto count = counts[static_cast<std::size_t>(kind)]; count > 0)
            text += (text.empty() ? "" : ", ") + std::to_string(count) + " × " + privacy::personalKindTitle(kind);
    return text;
}

Json sourceJson(const CollectedSource& source) {
    Json columns = Json::array();
    for (const CollectedColumn& column : source.columns)
        columns.push_back(Json{{"column", column.column},
                               {"field", column.field},
                               {"action", column.action},
                               {"how", column.how},
                               {"changed", column.changed},
                               {"personal", kindsJson(column.personal)}});
    return Json{{"id", raw(source.id)},
                {"file", source.file},
                {"kind", source.kind},
                {"imported_at", source.importedAt},
                {"rows", source.rows},
                {"key_id", source.keyId},
                {"personal", source.personalActions},
                {"columns", std::move(columns)}};
}

Json anonymityJson(const KAnonymity& found) {
    Json bands = Json::array();
    for (const KAnonymity::Band& band : found.bands)
        bands.push_back(Json{{"from", band.from}, {"to", band.to}, {"groups", band.groups}, {"rows", band.rows}});
    Json json{{"quasi_identifiers", found.quasiIdentifiers},
              {"threshold", found.threshold},
              {"rows", found.rows},
              {"users", found.users},
              {"groups", found.groups},
              {"k", found.minUsers},
              {"min_rows", found.minRows},
              {"rows_below", found.rowsBelow},
              {"users_below", found.usersBelow},
              {"bands", std::move(bands)}};
    if (!found.sensitive.empty()) {
        json["sensitive"] = found.sensitive;
        json["l"] = found.minDiversity;
    }
    return json;
}

std::string collectedText(const PrivacyReport& report) {
    std::string text = "What was collected, and what was done to it at the import\n";
    if (report.sources.empty())
        return text + "  Nothing has been imported yet.\n";
    for (const CollectedSource& source : report.sources) {
        text += "  " + source.file + " (" + source.kind + ", " + std::to_string(source.rows) + " rows, " +
                source.importedAt + ")\n";
        for (const CollectedColumn& column : source.columns) {
            text += "    " + column.column + (column.field.empty() ? " (extra)" : " → " + column.field) + ": " +
                    column.action + (column.how.empty() ? "" : " (" + column.how + ")");
            if (column.changed > 0)
                text += ", " + std::to_string(column.changed) + " values changed";
            if (const std::string kinds = kindsText(column.personal); !kinds.empty())
                text += "; treated: " + kinds;
            text += "\n";
        }
    }
    return text;
}

std::string remainingText(const PrivacyReport& report) {
    std::string text = "What remains\n";
    if (report.columnsSearched == 0)
        text += "  There are no texts to look at.\n";
    else if (report.remaining.empty())
        text += "  No personal data was recognised in " + std::to_string(report.columnsSearched) +
                " columns. Names of people are not recognised: look yourself.\n";
    for (const RemainingColumn& column : report.remaining) {
        text += "  " + column.table + "." + column.findings.column + ": " + kindsText(column.findings.cells) + " in " +
                std::to_string(column.rows) + " of " + std::to_string(column.total) + " texts";
        for (const PersonalKind kind : kAllPersonalKinds) {
            const auto& examples = column.findings.examples[static_cast<std::size_t>(kind)];
            if (!examples.empty())
                text += ", like " + examples.front();
            if (column.findings.chanceOnly(kind))
                text += " (no more than chance makes them)";
        }
        text += "\n";
    }
    if (report.sampleLimit > 0)
        text += "  At most " + std::to_string(report.sampleLimit) + " texts of a column were looked at.\n";
    return text;
}

std::string anonymityText(const KAnonymity& found) {
    std::string names;
    for (const std::string& name : found.quasiIdentifiers)
        names += (names.empty() ? "" : ", ") + name;
    std::string text =
        "k-anonymity over " + names + "\n  k = " + std::to_string(found.minUsers) + ": the smallest of " +
        std::to_string(found.groups) + " groups has " + std::to_string(found.minUsers) + " users (" +
        std::to_string(found.minRows) + " rows in the shortest).\n  " + std::to_string(found.usersBelow) + " of " +
        std::to_string(found.users) + " users are in a group of fewer than " + std::to_string(found.threshold) +
        ", with " + std::to_string(found.rowsBelow) + " of " + std::to_string(found.rows) + " rows.\n";
    if (!found.sensitive.empty())
        text += "  l = " + std::to_string(found.minDiversity) + ": fewest different values of " + found.sensitive +
                " in a group.\n";
    for (const KAnonymity::Band& band : found.bands)
        text += "  " + std::to_string(band.from) +
                (band.to == 0           ? " and more"
                 : band.to == band.from ? ""
                                        : "–" + std::to_string(band.to)) +
                " users: " + std::to_string(band.groups) + " groups, " + std::to_string(band.rows) + " rows\n";
    return text;
}

} // namespace

Json privacyReportJson(const PrivacyReport& report) {
    Json sources = Json::array();
    for (const CollectedSource& source : report.sources)
        sources.push_back(sourceJson(source));
    Json actions = Json::array();
    for (const PrivacyActionRecord& action : report.actions)
        actions.push_back(Json{{"id", action.id},
                               {"at", action.at},
                               {"action", action.action},
                               {"target", action.target},
                               {"numbers", action.numbers}});
    Json remaining = Json::array();
    for (const RemainingColumn& column : report.remaining) {
        Json entry = privacy::columnFindingsJson(column.findings);
        entry["table"] = column.table;
        entry["looked_at"] = column.rows;
        entry["total"] = column.total;
        remaining.push_back(std::move(entry));
    }
    return Json{{"project", report.project},
                {"role", report.role},
                {"key_id", report.keyId},
                {"sources", std::move(sources)},
                {"actions", std::move(actions)},
                {"columns_searched", report.columnsSearched},
                {"sample_limit", report.sampleLimit},
                {"remaining", std::move(remaining)},
                {"k_anonymity", report.anonymity ? anonymityJson(*report.anonymity) : Json()}};
}

std::string privacyReportText(const PrivacyReport& report) {
    std::string text = "Privacy report of " + report.project + "\n";
    if (report.role == "viewer")
        text += "This is a viewer copy: it holds results and no rows.\n";
    if (!report.keyId.empty())
        text += "Pseudonyms were made with the key " + report.keyId + ".\n";
    text += "\n" + collectedText(report);
    if (!report.actions.empty()) {
        text += "\nWhat was done since\n";
        for (const PrivacyActionRecord& action : report.actions)
            text +=
                "  " + action.at + "  " + action.action + " " + action.target + "  " + dumpJson(action.numbers) + "\n";
    }
    text += "\n" + remainingText(report);
    if (report.anonymity)
        text += "\n" + anonymityText(*report.anonymity);
    return text;
}

} // namespace core::store
