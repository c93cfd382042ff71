// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/output/report_text.h"

#include "core/strategies/recipe.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

namespace core::output {
namespace {

/// Shortest text of a number: 0.8, 100.
std::string shortNumber(double value) {
    std::array<char, 32> buffer{};
    const auto result = std::to_chars(buffer.data(), buffer.data() + buffer.size(), value);
    return {buffer.data(), result.ptr};
}

std::string percentText(double share) {
    return shortNumber(std::round(share * 1e6) / 1e4) + " %";
}

std::string valueText(const Json& value) {
    return value.is_string() ? value.get<std::string>() : dumpJson(value);
}

std::string textMember(const Json& object, const char* name) {
    const auto found = object.find(name);
    return found != object.end() && found->is_string() ? found->get<std::string>() : std::string();
}

std::string stepLine(const Json& step) {
    const std::string kind = textMember(step, "kind");
    const std::string id = textMember(step, "id");
    Json params = Json::object();
    for (const strategies::StepKind each : strategies::kStepKinds)
        if (strategies::stepKindName(each) == kind)
            if (const PartInfo* info = strategies::findStrategy(each, id))
                for (const ParamInfo& param : info->params)
                    params[param.name] = param.defaultValue;
    if (const auto given = step.find("params"); given != step.end() && given->is_object())
        params.update(*given);
    std::string line = kind + ": " + id;
    std::string list;
    for (const auto& [name, value] : params.items())
        list += (list.empty() ? "" : ", ") + name + " = " + valueText(value);
    return list.empty() ? line : line + " (" + list + ")";
}

} // namespace

std::string fixedText(double value, int digits) {
    if (!std::isfinite(value))
        return "–";
    std::array<char, 400> buffer{};
    const auto result =
        std::to_chars(buffer.data(), buffer.data() + buffer.size(), value, std::chars_format::fixed, digits);
    return {buffer.data(), result.ptr};
}

std::string signedText(double value) {
    const std::string text = fixedText(value);
    return std::isfinite(value) && text.front() != '-' ? "+" + text : text;
}

std::string intervalText(const stats::Difference& interval, bool withSign) {
    const auto text = [withSign](double value) { return withSign ? signedText(value) : fixedText(value); };
    if (!std::isfinite(interval.value))
        return "–";
    return text(interval.value) + " [" + text(interval.low) + ", " + text(interval.high) + "]";
}

std::string countText(std::int64_t count) {
    const std::string digits = std::to_string(count);
    const std::size_t first = count < 0 ? 1 : 0;
    std::string text;
    for (std::size_t i = 0; i < digits.size(); ++i) {
        if (i > first && (digits.size() - i) % 3 == 0)
            text += ',';
        text += digits[i];
    }
    return text;
}

std::string metricTitle(const std::string& metric) {
    std::string title = metric;
    std::replace(title.begin(), title.end(), '_', ' ');
    if (const auto place = title.find("f1"); place != std::string::npos)
        title[place] = 'F';
    if (!title.empty() && title[0] >= 'a' && title[0] <= 'z')
        title[0] = static_cast<char>(title[0] - 'a' + 'A');
    return title;
}

std::string bucketTitle(stats::Bucket bucket) {
    return metricTitle(std::string(stats::bucketName(bucket)));
}

std::string bucketRuleText(const stats::BucketRule& rule) {
    const std::vector<stats::Bucket> buckets = stats::bucketsOf(rule);
    const auto& limits = rule.limits;
    std::string text = stats::formatBucketRule(rule) + ": ";
    const bool ofClasses = rule.kind == stats::BucketRule::Kind::Quantiles;
    if (ofClasses || rule.kind == stats::BucketRule::Kind::Share)
        text += "classes sorted by training support; ";
    for (std::size_t i = 0; i < limits.size(); ++i) {
        const std::string name(stats::bucketName(buckets[i]));
        switch (rule.kind) {
        case stats::BucketRule::Kind::Share:
            text += name + " until " + percentText(limits[i]) +
                    (i == 0 ? " of all support is reached (the class that crosses the border included), " : ", ");
            break;
        case stats::BucketRule::Kind::Shots:
            text += i == 0 ? name + " more than " + shortNumber(limits[i]) + " training rows, "
                           : name + " " + shortNumber(limits[i]) + " or more, ";
            break;
        case stats::BucketRule::Kind::Thresholds:
            text += name + " " + shortNumber(limits[i]) + (i == 0 ? " training rows or more, " : " or more, ");
            break;
        case stats::BucketRule::Kind::Quantiles:
            text += name + (i == 0 ? " the first " + percentText(limits[i]) + " of the classes, "
                                   : " until " + percentText(limits[i]) + ", ");
            break;
        }
    }
    return text + "tail the rest. Classes without a training row are cold under every rule.";
}

std::string splitText(const store::SplitInfo& split) {
    const store::SplitConfig& config = split.config;
    std::string text = "“" + split.name + "” (number " + std::to_string(raw(split.id)) + ", made " + split.created +
                       ", seed " + std::to_string(config.seed) + "): " + countText(split.rows[0]) + " training, " +
                       countText(split.rows[1]) + " validation and " + countText(split.rows[2]) + " test rows of " +
                       countText(static_cast<std::int64_t>(split.labels.size())) + " classes. ";
    if (config.longTailRatio > 0)
        text += "Long-tailed: " + config.profile + " profile from the most to the least frequent class, " +
                shortNumber(config.longTailRatio) + " : 1; validation and test hold equally many rows of each class.";
    else
        text += "Ratio " + shortNumber(config.ratio[0]) + " : " + shortNumber(config.ratio[1]) + " : " +
                shortNumber(config.ratio[2]) +
                (config.stratify == "label" ? ", stratified by class." : ", not stratified.");
    if (split.crossDuplicates > 0)
        text += " " + countText(split.crossDuplicates) +
                " validation or test rows have a title that occurs in training too.";
    return text;
}

std::vector<std::string> metricDefinitions() {
    return {
        "Precision of a class: of the rows predicted to be of it, the share that is. Recall: of the rows of it, the "
        "share that was predicted so. F1: their harmonic mean. Each is 0 where its denominator is 0.",
        "Macro: plain mean over the classes that occur in truth or prediction. Weighted: mean weighted by the "
        "evaluated rows of each class. Balanced accuracy: mean recall over the classes that occur in truth.",
        "Head, mid, tail, cold: plain mean over the bucket's classes that occur among the evaluated rows; “–” where "
        "there are none. Buckets come from the training support, before any resampling.",
        "Imbalance ratio: largest over smallest positive support. Gini: 0 = all equal. Entropy in nats; normalised: "
        "divided by ln C; effective number of classes: exp(entropy); KL to uniform: ln C − entropy."};
}

std::vector<std::string> recipeLines(const Json& recipe) {
    std::vector<std::string> lines;
    const auto steps = recipe.find("steps");
    if (steps != recipe.end() && steps->is_array())
        for (const Json& step : *steps)
            lines.push_back(stepLine(step));
    if (lines.empty())
        lines.emplace_back("no remedy: every training row once an epoch, plain cross entropy");
    return lines;
}

std::vector<std::string> memberLines(const Json& object) {
    std::vector<std::string> lines;
    if (object.is_object())
        for (const auto& [name, value] : object.items())
            lines.push_back(name + ": " + valueText(value));
    return lines;
}

DocumentTable splitTable(const store::SplitInfo& split, const std::vector<stats::Bucket>& bucketOfClass) {
    DocumentTable table;
    table.header = {"Class", "Bucket", "Training", "Validation", "Test"};
    table.textColumns = 2;
    table.caption = "Rows per class and part of the split “" + split.name + "”.";
    for (std::size_t i = 0; i < split.labels.size(); ++i)
        table.rows.push_back({split.labels[i], i < bucketOfClass.size() ? bucketTitle(bucketOfClass[i]) : "–",
                              countText(split.perClass[i][0]), countText(split.perClass[i][1]),
                              countText(split.perClass[i][2])});
    return table;
}

} // namespace core::output
