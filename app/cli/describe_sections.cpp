// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/describe_sections.h"

#include "app/cli/commands.h"
#include "core/base/error_text.h"
#include "core/base/file.h"
#include "core/stats/advice.h"
#include "core/stats/power_law.h"
#include "core/stats/sensitivity.h"
#include "core/store/insight/insight_json.h"
#include "core/store/split_store.h"

#include <algorithm>
#include <cmath>
#include <set>
#include <sstream>
#include <string_view>

namespace app {
namespace {

using core::Json;
using core::Result;

constexpr std::string_view kNamesMark = "names:";
constexpr std::size_t kMostValues = 20, kShownValues = 5;

struct Section {
    Json json;
    std::string text;
};

struct Subject {
    const core::store::Project& project;
    const core::stats::SupportTable& table;
    const core::stats::DistributionSummary& summary;
    const SectionRequest& request;
    core::JobContext& job;
};

std::string bucketNameOf(core::stats::Bucket bucket) {
    return std::string(core::stats::bucketName(bucket));
}

/// Header of a table with a column for each bucket of the rule.
std::vector<std::string> bucketHeader(const char* first, const std::vector<core::stats::Bucket>& buckets) {
    std::vector<std::string> header{first};
    for (const auto bucket : buckets)
        header.push_back(bucketNameOf(bucket));
    return header;
}

Result<Section> powerLaw(const Subject& subject) {
    const auto& counts = subject.table.counts;
    const auto fit = core::stats::fitPowerLaw(counts);
    if (!fit)
        return core::Error(core::ErrorCode::NoData, "fewer than two different supports can be fitted");
    const auto rivals = core::stats::comparePowerLaw(counts, *fit);
    std::optional<core::stats::PowerLawTest> test;
    if (subject.request.repetitions > 0) {
        TL_TRY(test, core::stats::testPowerLaw(counts, *fit, subject.request.repetitions, 1, subject.job));
    }
    Section section;
    section.json = core::stats::powerLawJson(*fit, rivals, test);
    TextTable table({"law", "fit", "log likelihood", "against power law", "p"});
    table.add({"power law",
               "x_min " + formatCount(fit->xMin) + ", alpha " + formatNumber(fit->alpha) + " ± " +
                   formatNumber(fit->alphaError) + ", KS " + formatNumber(fit->ks, 4),
               formatNumber(fit->logLikelihood, 1), "", test ? formatNumber(test->p) : ""});
    for (const auto& rival : rivals)
        table.add({rival.name == "exponential" ? "exponential" : "log-normal",
                   rival.name == "exponential"
                       ? "lambda " + formatNumber(rival.first, 5)
                       : "mu " + formatNumber(rival.first) + ", sigma " + formatNumber(rival.second),
                   formatNumber(rival.logLikelihood, 1), formatNumber(rival.statistic), formatNumber(rival.p)});
    const bool limit = std::any_of(rivals.begin(), rivals.end(), [](const auto& rival) { return rival.atLimit; });
    section.text = formatCount(fit->tail) + " supports from x_min on\n" + table.text();
    if (limit)
        section.text += "the log-normal only mimics a power law: its likelihood still rises at the end of the search\n";
    if (const auto zipf = core::stats::fitZipfMandelbrot(counts)) {
        section.json["zipf_mandelbrot"] = core::stats::zipfMandelbrotJson(*zipf);
        section.text += "Zipf-Mandelbrot over " + formatCount(zipf->ranks) + " ranks: s " + formatNumber(zipf->s) +
                        ", q " + formatNumber(zipf->q) + ", KS " + formatNumber(zipf->ks, 4) + "\n";
    }
    return section;
}

Result<Section> borders(const Subject& subject) {
    constexpr std::size_t kCutOffs = 120;
    const auto cuts = core::stats::cutOffs(subject.table.counts, kCutOffs);
    if (cuts.empty())
        return core::Error(core::ErrorCode::NoData, "fewer than two entities have support");
    TL_TRY(const auto indices, core::stats::indicesAt(subject.table.counts, cuts, subject.job));
    Section section;
    section.json = Json::array();
    TextTable table({"head", "its support", "Gini in it", "Gini in the rest", "entropy of the rest"});
    for (std::size_t i = 0; i < cuts.size(); ++i) {
        const auto& cut = cuts[i];
        section.json.push_back({{"rank", cut.rank},
                                {"head_share", cut.headShare},
                                {"head_gini", cut.headGini},
                                {"rest_gini", cut.restGini},
                                {"rest_entropy", cut.restEntropy},
                                {"rest_per_entity", cut.restPerEntity},
                                {"head", core::stats::indicesJson(indices[i].head)},
                                {"rest", core::stats::indicesJson(indices[i].rest)}});
        if (constexpr std::size_t kEvery = 8; i % kEvery == 0 || i + 1 == cuts.size())
            table.add({formatCount(static_cast<std::int64_t>(cut.rank)), formatShare(cut.headShare),
                       formatNumber(cut.headGini), formatNumber(cut.restGini), formatNumber(cut.restEntropy)});
    }
    section.text = table.text();
    return section;
}

Result<Section> exposure(const Subject& subject) {
    TL_TRY(const auto found,
           core::store::exposureOf(subject.project, subject.table.entity, subject.request.demand, subject.job));
    Section section;
    section.json = core::store::exposureJson(found, {}, subject.request.top);
    const auto reasons = core::store::reasonsByBucket(found, subject.table, subject.summary.borders);
    TextTable table({"bucket", "wanted", "not shown", "not wanted", "both"});
    for (const auto bucket : core::stats::bucketsOf(subject.summary.rule)) {
        Json& json = section.json["reasons_by_bucket"][bucketNameOf(bucket)];
        std::vector<std::string> row{bucketNameOf(bucket)};
        const auto& counts = reasons[static_cast<std::size_t>(bucket)];
        for (std::size_t r = 0; r < counts.size(); ++r) {
            row.push_back(formatCount(counts[r]));
            json[core::stats::reasonName(static_cast<core::stats::Reason>(r))] = counts[r];
        }
        table.add(std::move(row));
    }
    section.text = found.demand + "s per impression: " + formatShare(section.json["rate"].get<double>()) +
                   " over all impressions, " + formatShare(found.prior.mean()) +
                   " in the mean of the entities (prior, worth " + formatNumber(found.prior.strength(), 1) +
                   " impressions)\n" + table.text();
    if (found.positions) {
        TextTable positions({"position", "looked at"});
        for (std::size_t k = 0; k < std::min<std::size_t>(10, found.positions->propensity.size()); ++k)
            positions.add({formatCount(found.firstPosition + static_cast<std::int64_t>(k)),
                           formatNumber(found.positions->propensity[k])});
        section.text += positions.text();
    }
    if (found.unseen > 0)
        section.text += formatCount(found.unseen) + " " + found.demand + "s beyond the impressions are left out\n";
    return section;
}

Result<Section> overTime(const Subject& subject) {
    TL_TRY(const auto activity, core::store::activityOf(subject.project, subject.table, subject.job));
    Section section;
    section.json = core::store::timeJson(activity, subject.summary);
    const Json& flow = section.json["flow"]["matrix"];
    const auto buckets = core::stats::bucketsOf(subject.summary.rule);
    TextTable table(bucketHeader("from \\ to", buckets));
    const auto addFrom = [&](const std::string& from) {
        std::vector<std::string> row{from};
        for (const auto to : buckets)
            row.push_back(formatCount(flow[from][bucketNameOf(to)].get<std::int64_t>()));
        table.add(std::move(row));
    };
    for (const auto from : buckets)
        addFrom(bucketNameOf(from));
    addFrom("new");
    section.text = "from one " + section.json["flow"]["period"].get<std::string>() + " to the next\n" + table.text();
    for (const auto bucket : buckets) {
        const Json& life = section.json["half_life_days"][bucketNameOf(bucket)];
        if (!life["median"].is_null())
            section.text += bucketNameOf(bucket) + ": half of the events within " +
                            formatNumber(life["median"].get<double>(), 0) + " days of the first (median of " +
                            formatCount(life["entities"].get<std::int64_t>()) + ")\n";
    }
    const Json& strength = section.json["season"]["weekly_strength"];
    section.text += strength.is_null()
                        ? std::string("weekly rhythm: three weeks of events are needed\n")
                        : "weekly rhythm: seasonal strength " + formatShare(strength.get<double>()) + "\n";
    if (subject.table.measure == "quantity" || subject.table.measure == "revenue")
        section.text += "counted in purchases, not in " + subject.table.measure + "\n";
    if (activity.leftOut > 0)
        section.text += formatCount(activity.leftOut) +
                        " events lie more than a hundred years from the middle one and are left out\n";
    return section;
}

Result<Section> causes(const Subject& subject) {
    TL_TRY(const auto profile,
           core::store::bucketProfile(subject.project, subject.table, subject.summary.borders, subject.job));
    Section section;
    section.json = core::store::profileJson(profile, subject.summary.rule, kMostValues);
    TextTable table({"column", "tells of the bucket", "information (nats)", "values"});
    for (const auto& column : profile.columns) {
        std::string values;
        for (std::size_t i = 0; i < std::min(kShownValues, column.values.size()); ++i)
            values += (values.empty() ? "" : ", ") + column.values[i];
        table.add({column.name, formatShare(column.association.explained), formatNumber(column.association.corrected),
                   values + (column.values.size() > kShownValues ? " …" : "")});
    }
    const auto buckets = core::stats::bucketsOf(subject.summary.rule);
    TextTable numbers(bucketHeader("median", buckets));
    for (const auto& number : profile.numbers) {
        std::vector<std::string> row{number.name};
        for (const auto bucket : buckets) {
            const double median = number.buckets[static_cast<std::size_t>(bucket)].median;
            row.push_back(std::isfinite(median) ? formatNumber(median, 2) : "");
        }
        numbers.add(std::move(row));
    }
    section.text = table.text() + numbers.text();
    return section;
}

Result<Section> advice(const Subject& subject) {
    TL_TRY(const auto input, core::store::adviceInputOf(subject.project, subject.table, subject.summary,
                                                        subject.request.split, subject.job));
    const auto given = core::stats::adviseOn(input);
    Section section;
    section.json = core::stats::adviceJson(given);
    for (const auto& finding : given.findings)
        section.text += "- " + core::stats::englishText(finding) + "\n";
    for (const auto& hint : given.recipes)
        section.text += "  try " + hint.recipe + ": " + hint.reason + " (" + hint.source + ")\n";
    if (given.findings.empty())
        section.text = "nothing to say of fewer than two entities with support\n";
    return section;
}

/// The entities of a table that a file names, one a line.
Result<core::stats::SupportTablePtr> namedIn(const std::string& path, const Subject& subject, Console& console) {
    TL_TRY(const std::string text, core::readFile(path));
    std::set<std::string> names;
    std::istringstream lines(text);
    for (std::string line; std::getline(lines, line);) {
        if (!line.empty() && line.back() == '\r')
            line.pop_back();
        if (!line.empty())
            names.insert(line);
    }
    auto table = core::store::supportOfNames(subject.table, names, false);
    if (table->names.empty())
        return core::Error(core::ErrorCode::NoData,
                           path + " names no " + subject.table.entity + " of this project; write one name a line");
    if (table->names.size() < names.size())
        console.note(path + ": " + formatCount(static_cast<std::int64_t>(names.size() - table->names.size())) +
                     " names are not in this project");
    return table;
}

/// --names, against all others or --against names:FILE.
core::Status namedSides(const Subject& subject, Console& console, core::stats::SupportTablePtr& left,
                        core::stats::SupportTablePtr& right) {
    const std::string& against = subject.request.against;
    TL_TRY(left, namedIn(subject.request.names, subject, console));
    if (!against.empty()) {
        TL_TRY(right, namedIn(against.substr(kNamesMark.size()), subject, console));
        return {};
    }
    const std::set<std::string> names(left->names.begin(), left->names.end());
    right = core::store::supportOfNames(subject.table, names, true);
    return {};
}

/// Both sides of --against.
Result<Section> against(const Subject& subject, Console& console) {
    using core::store::Project;
    const std::string& what = subject.request.against;
    core::stats::SupportTablePtr left, right;
    std::string leftName = what, rightName = what;
    const bool named = what.starts_with(kNamesMark);
    if (named && subject.request.names.empty())
        return core::Error(core::ErrorCode::Usage, "--against names:FILE stands beside --names FILE; give both.");
    if (!subject.request.names.empty() && !named && !what.empty())
        return core::Error(core::ErrorCode::Usage,
                           "--names is compared with all others, or with --against names:FILE.");
    if (!subject.request.names.empty()) {
        TL_CHECK_STATUS(namedSides(subject, console, left, right));
        leftName = subject.request.names;
        rightName = named ? what.substr(kNamesMark.size()) : "all others";
    } else if (what == "split") {
        TL_TRY(const auto info, subject.request.split ? core::store::splitInfo(subject.project, *subject.request.split)
                                                      : core::store::latestSplit(subject.project));
        TL_TRY(left, core::store::supportOfPart(subject.project, subject.table.entity, info.id, core::data::Part::Train,
                                                subject.job));
        TL_TRY(right, core::store::supportOfPart(subject.project, subject.table.entity, info.id, core::data::Part::Test,
                                                 subject.job));
        leftName = "training";
        rightName = "test";
    } else if (const auto day = core::store::parseDay(what)) {
        TL_TRY(const auto activity, core::store::activityOf(subject.project, subject.table, subject.job));
        constexpr std::int64_t kFar = 100'000'000;
        left = core::store::supportBetween(subject.table, activity, -kFar, *day - 1);
        right = core::store::supportBetween(subject.table, activity, *day, kFar);
        leftName = "before " + what;
        rightName = "from " + what;
    } else {
        if (what.find_first_not_of("0123456789-/.") == std::string::npos)
            return core::Error(core::ErrorCode::Usage, "“" + what + "” is no day. Write it as YYYY-MM-DD.");
        TL_TRY(const auto other, openProject(what, Project::Access::ReadOnly));
        left = std::make_shared<core::stats::SupportTable>(subject.table);
        auto counted = core::store::supportOf(*other, {subject.table.entity, subject.table.measure, {}}, subject.job);
        if (!counted.ok())
            return core::Error(counted.error().code, what + ": " + counted.error().detail).inFile(what);
        right = *counted;
        leftName = "this project";
    }
    const auto likeness = core::store::likenessOf(*left, *right);
    const auto empty = [](const core::stats::SupportTable& table) {
        return std::all_of(table.counts.begin(), table.counts.end(), [](std::int64_t n) { return n == 0; });
    };
    if (empty(*left) || empty(*right))
        return core::Error(core::ErrorCode::NoData, "nothing lies on the side “" +
                                                        (empty(*left) ? leftName : rightName) +
                                                        "”; choose another day, split or project");
    Section section;
    section.json = core::store::againstJson(leftName, *left, rightName, *right, likeness, subject.request.top);
    TextTable table({"index", leftName, rightName});
    for (const char* index : {"gini", "normalised_entropy", "effective_number", "imbalance_ratio", "top_20pct_share"})
        table.add({index, formatNumber(section.json["left"]["indices"][index].get<double>()),
                   formatNumber(section.json["right"]["indices"][index].get<double>())});
    section.text = table.text() + formatCount(likeness.both) + " entities on both sides, " +
                   formatCount(likeness.onlyLeft) + " only left, " + formatCount(likeness.onlyRight) +
                   " only right; rank correlation " +
                   (std::isfinite(likeness.spearman) ? formatNumber(likeness.spearman) : "undefined") +
                   ", Jensen-Shannon " + formatNumber(likeness.jensenShannon, 4) + "\n";
    return section;
}

struct SectionKind {
    const char* name;
    const char* field; ///< in the document
    Result<Section> (*make)(const Subject&);
};
constexpr SectionKind kSections[] = {{"power-law", "power_law", powerLaw}, {"borders", "borders", borders},
                                     {"exposure", "exposure", exposure},   {"time", "time", overTime},
                                     {"causes", "causes", causes},         {"advice", "advice", advice}};

} // namespace

const std::vector<std::string>& sectionNames() {
    static const std::vector<std::string> kNames = [] {
        std::vector<std::string> names;
        for (const SectionKind& kind : kSections)
            names.emplace_back(kind.name);
        names.emplace_back("all");
        return names;
    }();
    return kNames;
}

core::Status addSections(const core::store::Project& project, const core::stats::SupportTable& table,
                         const core::stats::DistributionSummary& summary, const SectionRequest& request,
                         Console& console, Json& document, std::string& text) {
    const auto asked = [&](const char* name) {
        return std::find(request.sections.begin(), request.sections.end(), name) != request.sections.end();
    };
    const Subject subject{project, table, summary, request, console.job()};
    for (const SectionKind& kind : kSections) {
        const bool tested = request.repetitions > 0 && kind.make == powerLaw;
        if (!asked(kind.name) && !asked("all") && !tested)
            continue;
        Result<Section> section = kind.make(subject);
        if (!section.ok()) {
            if (asked(kind.name) || section.error().code != core::ErrorCode::NoData)
                return section.error();
            const std::string sentence = core::errorSentence(section.error());
            console.note(std::string(kind.name) + ": " + sentence);
            document["left_out"][kind.field] = sentence;
            continue;
        }
        document[kind.field] = section->json;
        text += "\n== " + std::string(kind.name) + "\n" + section->text;
    }
    if (!request.against.empty() || !request.names.empty()) {
        TL_TRY(const Section side, against(subject, console));
        document["against"] = side.json;
        text += "\n== against " + (request.against.empty() ? "all others" : request.against) + "\n" + side.text;
    }
    return {};
}

} // namespace app
