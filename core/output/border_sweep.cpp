// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/output/border_sweep.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace core::output {
namespace {

constexpr std::size_t kMostPoints = 200;

/// How many classes are in the head: every number while there are few, else ever larger steps.
std::vector<std::size_t> places(std::size_t classes) {
    std::vector<std::size_t> heads;
    if (classes <= kMostPoints) {
        heads.resize(classes);
        std::iota(heads.begin(), heads.end(), std::size_t{0});
        return heads;
    }
    heads.push_back(0);
    for (std::size_t i = 0; i + 1 < kMostPoints; ++i) {
        const double at =
            std::pow(static_cast<double>(classes - 1), static_cast<double>(i) / static_cast<double>(kMostPoints - 2));
        if (const auto head = static_cast<std::size_t>(std::llround(at)); head > heads.back())
            heads.push_back(head);
    }
    return heads;
}

} // namespace

double scoreOf(const stats::ClassScore& score, const std::string& kind) {
    return kind == "precision" ? score.precision : kind == "f1" ? score.f1 : score.recall;
}

BorderSweep sweepBorders(const Comparison& comparison, const std::string& kind) {
    BorderSweep sweep;
    if (comparison.runs.empty())
        return sweep;
    // Only classes of which the part has rows can be scored; the same for all runs.
    std::vector<std::size_t> order;
    for (std::size_t c = 0; c < comparison.classNames.size(); ++c)
        if (comparison.runs.front().metrics.perClass[c].support > 0)
            order.push_back(c);
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
        return comparison.trainSupport[a] > comparison.trainSupport[b];
    });
    // Sums from the end: behind[r][i] = Σ over the classes from place i on.
    std::vector<std::vector<double>> behind;
    for (const ComparedRun& run : comparison.runs) {
        auto& sums = behind.emplace_back(order.size() + 1, 0.0);
        for (std::size_t i = order.size(); i-- > 0;)
            sums[i] = sums[i + 1] + scoreOf(run.metrics.perClass[order[i]], kind);
    }
    constexpr double kSame = 1e-12; // sums of the same scores in another order
    for (const std::size_t head : places(order.size())) {
        BorderSweep::Point point{head, {}, sweep.points.empty() ? 0 : sweep.points.back().best};
        for (const auto& sums : behind)
            point.rest.push_back(sums[head] / static_cast<double>(order.size() - head));
        const auto most = std::max_element(point.rest.begin(), point.rest.end());
        if (sweep.points.empty() || *most > point.rest[point.best] + kSame) {
            point.best = static_cast<std::size_t>(most - point.rest.begin());
            if (!sweep.points.empty())
                sweep.changes.push_back(sweep.points.size());
        }
        sweep.points.push_back(std::move(point));
    }
    return sweep;
}

Json borderSweepJson(const Comparison& comparison, const std::string& kind) {
    const BorderSweep sweep = sweepBorders(comparison, kind);
    const auto id = [&](std::size_t run) { return raw(comparison.runs[run].record.id); };
    Json json{{"kind", kind}, {"points", Json::array()}, {"changes", Json::array()}};
    for (const BorderSweep::Point& point : sweep.points) {
        Json scores = Json::object();
        for (std::size_t r = 0; r < point.rest.size(); ++r)
            scores[std::to_string(id(r))] = point.rest[r];
        json["points"].push_back({{"head", point.head}, {"scores", std::move(scores)}, {"best", id(point.best)}});
    }
    for (const std::size_t at : sweep.changes)
        json["changes"].push_back({{"head", sweep.points[at].head},
                                   {"from", id(sweep.points[at - 1].best)},
                                   {"to", id(sweep.points[at].best)}});
    return json;
}

} // namespace core::output
