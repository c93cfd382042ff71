// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/noop.h"
#include "core/data/values.h"
#include "core/store/split_check.h"

#include <algorithm>

namespace core::store {
namespace {

using Severity = CheckFinding::Severity;

Json partRows(const PartCounts& rows) {
    return Json{{"train", rows[0]}, {"validation", rows[1]}, {"test", rows[2]}};
}

Json groupNumbers(const SplitCheck& check) {
    return {{"column", check.group},
            {"groups", check.groups},
            {"crossing", check.crossing},
            {"examples", check.crossingExamples}};
}

Json duplicateNumbers(const SplitCheck& check) {
    return {{"sets", check.duplicateSets}, {"rows", check.duplicateRows}, {"examples", check.duplicateExamples}};
}

Json timeNumbers(const SplitCheck& check) {
    Json json{{"respected", check.outOfOrder == 0}, {"out_of_order", check.outOfOrder}};
    for (const data::Part part : {data::Part::Train, data::Part::Validation, data::Part::Test}) {
        const auto at = static_cast<std::size_t>(part);
        json[std::string(data::partName(part))] = check.first[at] ? Json{{"first", data::formatTime(*check.first[at])},
                                                                         {"last", data::formatTime(*check.last[at])}}
                                                                  : Json();
    }
    return json;
}

Json classNumbers(const SplitCheck& check) {
    return {{"classes", check.classes},
            {"without_training", check.withoutTraining},
            {"examples", check.withoutTrainingExamples}};
}

class Findings {
public:
    explicit Findings(const SplitCheck& check) : m_check(check) {}

    void add(const char* name, bool good, const char* fine, const char* bad, Json numbers, Severity badly) {
        Json all{{"split", m_check.split.name}};
        all.update(numbers);
        m_list.push_back({good ? Severity::Ok : badly, name, good ? fine : bad, std::move(all)});
    }

    std::vector<CheckFinding> take() { return std::move(m_list); }

private:
    const SplitCheck& m_check;
    std::vector<CheckFinding> m_list;
};

} // namespace

std::vector<CheckFinding> splitFindings(const SplitCheck& check) {
    Findings findings(check);
    const bool items = check.split.ofItems();
    if (!check.group.empty())
        findings.add("groups", check.crossing == 0, TL_NOOP("Check", "No group lies in two parts."),
                     TL_NOOP("Check",
                             "Groups lie in more than one part: what is learnt of them in training helps in the "
                             "test."),
                     groupNumbers(check), Severity::Error);
    Json numbers{{"items", check.duplicateRows}}; // the name it had when there were only items
    numbers.update(duplicateNumbers(check));
    if (items)
        findings.add(
            "leakage", check.duplicateSets == 0, TL_NOOP("Check", "No title occurs in two parts of the split."),
            TL_NOOP("Check", "Items with one title lie in more than one part of the split: results may look better "
                             "than they are."),
            std::move(numbers), Severity::Warning);
    else
        findings.add(
            "leakage", check.duplicateSets == 0, TL_NOOP("Check", "No event is repeated in another part of the split."),
            TL_NOOP("Check", "Events are repeated in another part of the split: results may look better than they "
                             "are."),
            std::move(numbers), Severity::Warning);
    if (check.timed)
        findings.add("time_order", check.outOfOrder == 0,
                     TL_NOOP("Check", "Training comes before validation, and validation before test."),
                     TL_NOOP("Check", "Training holds rows that are later than those it is tested with."),
                     timeNumbers(check), Severity::Error);
    if (check.classes > 0)
        findings.add("classes", check.withoutTraining == 0,
                     TL_NOOP("Check", "Every class of validation and test has rows in training."),
                     TL_NOOP("Check", "Classes of validation or test have no row in training: nothing can be learnt of "
                                      "them."),
                     classNumbers(check), Severity::Warning);
    if (check.missing > 0)
        findings.add(
            "missing_rows", false, "",
            TL_NOOP("Check", "Rows of the split are no longer in the project: they were removed or cleaned away."),
            {{"rows", check.missing}}, check.split.runs > 0 ? Severity::Error : Severity::Warning);
    return findings.take();
}

bool isSound(const std::vector<CheckFinding>& findings) {
    return std::none_of(findings.begin(), findings.end(), [](const CheckFinding& finding) {
        return finding.severity == Severity::Warning || finding.severity == Severity::Error;
    });
}

Json splitCheckJson(const SplitCheck& check) {
    static constexpr std::array kSeverities{"ok", "note", "warning", "error"};
    const auto findings = splitFindings(check);
    Json list = Json::array();
    for (const CheckFinding& finding : findings)
        list.push_back({{"severity", kSeverities[static_cast<std::size_t>(finding.severity)]},
                        {"check", finding.check},
                        {"sentence", finding.sentence},
                        {"numbers", finding.numbers}});
    return Json{{"id", raw(check.split.id)},
                {"name", check.split.name},
                {"unit", check.split.config.unit},
                {"frozen", check.split.runs > 0},
                {"sound", isSound(findings)},
                {"rows", partRows(check.rows)},
                {"missing", check.missing},
                {"groups", check.group.empty() ? Json() : groupNumbers(check)},
                {"duplicates", duplicateNumbers(check)},
                {"time", check.timed ? timeNumbers(check) : Json()},
                {"classes", classNumbers(check)},
                {"findings", std::move(list)}};
}

} // namespace core::store
