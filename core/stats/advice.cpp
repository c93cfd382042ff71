// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/stats/advice.h"

#include "core/base/noop.h"
#include "core/stats/association.h"

#include <cmath>
#include <cstdio>
#include <numeric>

namespace core::stats {
namespace {

using Severity = Finding::Severity;
using Format = AdviceNumber::Format;

constexpr auto kHead = static_cast<std::size_t>(Bucket::Head), kTail = static_cast<std::size_t>(Bucket::Tail),
               kCold = static_cast<std::size_t>(Bucket::Cold);

AdviceNumber count(std::int64_t value) {
    return {Format::Count, static_cast<double>(value)};
}
AdviceNumber percent(double share) {
    return {Format::Percent, share};
}
AdviceNumber decimal(double value) {
    return {Format::Decimal, value};
}

/// How severe: by the imbalance ratio and the Gini index together, since one dominating entity moves only the first.
Severity severityOf(const Indices& indices) {
    // Many entities without any support make the Gini index near 1 whatever the others have.
    if ((indices.imbalanceRatio >= 100 && indices.gini >= 0.6) || indices.gini >= 0.9)
        return Severity::Serious;
    return indices.imbalanceRatio >= 10 || indices.gini >= 0.4 ? Severity::Note : Severity::Fine;
}

void addSeverity(const AdviceInput& input, Advice& advice) {
    const Indices& indices = input.summary.indices;
    const Severity severity = severityOf(indices);
    const char* const text =
        severity == Severity::Serious
            ? TL_NOOP("Advice",
                      "The imbalance is severe: the largest entity has %1 times the support of the smallest, and "
                      "the Gini index is %2.")
        : severity == Severity::Note
            ? TL_NOOP("Advice",
                      "The imbalance is moderate: the largest entity has %1 times the support of the smallest, "
                      "and the Gini index is %2.")
            : TL_NOOP("Advice",
                      "The support is nearly even: the largest entity has %1 times the support of the smallest, "
                      "and the Gini index is %2. A remedy has little to gain.");
    advice.findings.push_back(
        {severity, "severity", text, {decimal(indices.imbalanceRatio), decimal(indices.gini)}, "lorenz"});
}

void addConcentration(const AdviceInput& input, Advice& advice) {
    const BucketSummary& head = input.summary.buckets[kHead];
    const double share = static_cast<double>(head.entities) / static_cast<double>(input.summary.entities);
    constexpr double kFarMore = 4; ///< times the share that evenness would give
    const bool uneven = head.share > kFarMore * share;
    if (head.entities > 0) // under absolute rules nobody may be in the head
        advice.findings.push_back(
            {uneven ? Severity::Serious : Severity::Note,
             "concentration",
             TL_NOOP("Advice", "%1 of the entities are the head and own %2 of the support; the whole "
                               "is as diverse as %3 equal entities."),
             {percent(share), percent(head.share), decimal(input.summary.indices.effectiveNumber)},
             "cumulative-share"});
    const BucketSummary& cold = input.summary.buckets[kCold];
    if (cold.entities > 0)
        advice.findings.push_back(
            {Severity::Note,
             "cold",
             TL_NOOP("Advice", "%1 entities have no support under this measure: no sampling and no weight "
                               "can help them, only what is known of them otherwise."),
             {count(cold.entities)},
             "histogram"});
}

void addPowerLaw(const AdviceInput& input, Advice& advice) {
    constexpr std::int64_t kFewest = 50; // fewer supports cannot tell laws apart (Clauset et al. 2009, section 4)
    if (!input.powerLaw || input.powerLaw->tail < kFewest)
        return;
    constexpr double kLevel = 0.05, kRuledOut = 0.1;
    const PowerLawRival* better = nullptr;
    for (const PowerLawRival& rival : input.rivals)
        if (rival.statistic < 0 && rival.p < kLevel && !rival.atLimit &&
            (better == nullptr || rival.logLikelihood > better->logLikelihood))
            better = &rival;
    const bool ruledOut = input.powerLawTest && input.powerLawTest->p <= kRuledOut;
    const char* text =
        better != nullptr && better->name == "log_normal"
            ? TL_NOOP("Advice", "From support %1 on a log-normal fits better than a power law (exponent "
                                "%2): the tail ends sooner than a power law would.")
        : better != nullptr
            ? TL_NOOP("Advice", "From support %1 on an exponential fits better than a power law (exponent "
                                "%2): this is no long tail in the strict sense.")
        : ruledOut ? TL_NOOP("Advice", "The tail is heavy, but no power law: one of exponent %2 from support %1 on "
                                       "is ruled out by its distance from the data.")
        : input.powerLawTest
            ? TL_NOOP("Advice", "From support %1 on the tail is compatible with a power law of exponent "
                                "%2: rare entities will keep coming, however much data is collected.")
            : TL_NOOP("Advice",
                      "From support %1 on no other law fits better than a power law of exponent %2; whether it "
                      "is one, the test from the menu of the chart says.");
    advice.findings.push_back({Severity::Note,
                               "power_law",
                               text,
                               {count(input.powerLaw->xMin), decimal(input.powerLaw->alpha)},
                               "rank-frequency"});
}

void addExposure(const AdviceInput& input, Advice& advice) {
    if (!input.reasons)
        return;
    const auto& tail = (*input.reasons)[kTail];
    const std::int64_t all = std::accumulate(tail.begin(), tail.end(), std::int64_t{0});
    if (all == 0)
        return;
    const auto share = [&](Reason reason) {
        return static_cast<double>(tail[static_cast<std::size_t>(reason)]) / static_cast<double>(all);
    };
    const double unseen = share(Reason::NotShown), unwanted = share(Reason::NotWanted) + share(Reason::Both);
    constexpr double kMost = 0.5;
    const bool neither = share(Reason::Wanted) >= kMost;
    const char* const text =
        neither
            ? TL_NOOP("Advice", "Most of the tail is shown as often as the rest and not surely wanted less: only %1 "
                                "of its entities are shown less, %2 are surely wanted less.")
        : unseen > unwanted
            ? TL_NOOP("Advice",
                      "What holds the tail back is rather exposure: %1 of its entities are seen less than the "
                      "median though nothing says that they are wanted less; %2 are surely wanted less.")
            : TL_NOOP("Advice", "What holds the tail back is rather demand: %2 of its entities are surely wanted less "
                                "than the mean; %1 are only shown less.");
    advice.findings.push_back({!neither && unseen > unwanted ? Severity::Serious : Severity::Note,
                               "exposure",
                               text,
                               {percent(unseen), percent(unwanted)},
                               "exposure"});
}

void addMeasurable(const AdviceInput& input, Advice& advice) {
    if (!input.testRows || input.summary.buckets[kTail].entities == 0)
        return;
    const std::int64_t rows = (*input.testRows)[kTail];
    const double effect = minimumDetectableEffect(rows);
    constexpr double kUseful = 0.05;
    const char* const text =
        effect <= kUseful
            ? TL_NOOP("Advice", "The tail has %1 test rows: differences from %2 on can be shown there.")
            : TL_NOOP("Advice", "The tail has only %1 test rows: differences below %2 cannot be told from "
                                "chance there. Use more test rows, several seeds or folds.");
    advice.findings.push_back({effect <= kUseful ? Severity::Fine : Severity::Serious,
                               "measurable",
                               text,
                               {count(rows), percent(effect)},
                               "rank-frequency"});
}

void addMoving(const AdviceInput& input, Advice& advice) {
    if (!input.stays)
        return;
    const double stays = (*input.stays)[kTail];
    constexpr double kHalf = 0.5;
    advice.findings.push_back(
        {Severity::Note,
         "moving",
         stays < kHalf ? TL_NOOP("Advice", "Only %1 of the tail is tail in the next period, too: buckets of yesterday "
                                           "describe today badly. Split by time and look at the flow.")
                       : TL_NOOP("Advice", "%1 of the tail is tail in the next period, too: the buckets are stable."),
         {percent(stays)},
         "bucket-flow"});
}

void addRecipes(const AdviceInput& input, Advice& advice) {
    const Indices& indices = input.summary.indices;
    if (severityOf(indices) == Severity::Fine)
        return;
    const auto add = [&](const char* recipe, const char* reason, const char* source) {
        advice.recipes.push_back({recipe, reason, source});
    };
    add("Balanced softmax",
        TL_NOOP("Advice", "Takes the frequency of the classes out of the loss: consistent for balanced accuracy, and "
                          "nothing to tune."),
        "Ren et al., NeurIPS 2020");
    add("Post-hoc logit adjustment",
        TL_NOOP("Advice", "The same correction after training: no new run, and its strength can be chosen afterwards."),
        "Menon et al., ICLR 2021");
    const BucketSummary& tail = input.summary.buckets[kTail];
    const double perEntity =
        tail.entities > 0 ? static_cast<double>(tail.total) / static_cast<double>(tail.entities) : 0;
    constexpr double kFewRows = 50;
    if (perEntity > 0 && perEntity < kFewRows)
        add("Augmentation + balanced softmax",
            TL_NOOP("Advice",
                    "The tail has few rows each: edited texts give it more variety, and the loss its weight."),
            "Wei and Zou, EMNLP 2019");
    constexpr double kVeryUneven = 100;
    if (indices.imbalanceRatio >= kVeryUneven) {
        add("Square-root sampling",
            TL_NOOP("Advice",
                    "At this ratio fully balanced sampling repeats the tail too often; the square root is the "
                    "usual compromise."),
            "Mikolov et al., 2013; Mahajan et al., ECCV 2018");
        add("Effective-number weights",
            TL_NOOP("Advice", "Weights that level off: more rows of a class add less and less."),
            "Cui et al., CVPR 2019");
    } else {
        add("Class-balanced sampling", TL_NOOP("Advice", "At this ratio every class can be drawn equally often."),
            "Kang et al., ICLR 2020");
    }
    add("Focal loss", TL_NOOP("Advice", "For comparison: it weighs hard rows rather than rare classes."),
        "Lin et al., ICCV 2017");
}

/// 1,234,567
std::string groupedText(double value) {
    std::string digits = std::to_string(std::llround(std::abs(value)));
    for (std::size_t at = digits.size(); at > 3; at -= 3)
        digits.insert(at - 3, ",");
    return (value < 0 ? "-" : "") + digits;
}

std::string textOf(const AdviceNumber& number) {
    char text[64];
    if (number.format == Format::Percent)
        std::snprintf(text, sizeof text, "%.1f %%", number.value * 100);
    else if (number.format == Format::Decimal) {
        if (std::abs(number.value) >= 100)
            return groupedText(number.value);
        std::snprintf(text, sizeof text, "%.2f", number.value);
    } else
        return groupedText(number.value);
    return text;
}

} // namespace

Advice adviseOn(const AdviceInput& input) {
    Advice advice;
    if (input.summary.total <= 0 || input.summary.entities < 2)
        return advice; // one entity is no distribution
    addSeverity(input, advice);
    addConcentration(input, advice);
    addPowerLaw(input, advice);
    addExposure(input, advice);
    addMeasurable(input, advice);
    addMoving(input, advice);
    addRecipes(input, advice);
    return advice;
}

std::string englishText(const Finding& finding) {
    std::string text = finding.text;
    for (std::size_t i = finding.numbers.size(); i-- > 0;) {
        const std::string mark = "%" + std::to_string(i + 1);
        for (std::size_t at = text.find(mark); at != std::string::npos; at = text.find(mark))
            text.replace(at, mark.size(), textOf(finding.numbers[i]));
    }
    return text;
}

Json adviceJson(const Advice& advice) {
    Json json{{"findings", Json::array()}, {"recipes", Json::array()}};
    for (const Finding& finding : advice.findings) {
        Json numbers = Json::array();
        for (const AdviceNumber& number : finding.numbers)
            numbers.push_back(number.value);
        json["findings"].push_back({{"id", finding.id},
                                    {"severity", finding.severity == Severity::Serious ? "serious"
                                                 : finding.severity == Severity::Note  ? "note"
                                                                                       : "fine"},
                                    {"text", englishText(finding)},
                                    {"numbers", std::move(numbers)},
                                    {"chart", finding.chart}});
    }
    for (const RecipeHint& hint : advice.recipes)
        json["recipes"].push_back({{"recipe", hint.recipe}, {"reason", hint.reason}, {"source", hint.source}});
    return json;
}

} // namespace core::stats
