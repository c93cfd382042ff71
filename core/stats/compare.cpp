// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/stats/compare.h"

#include "core/base/noop.h"
#include "core/base/rng.h"
#include "core/stats/metric_counts.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

namespace core::stats {
namespace {

constexpr double kNan = std::numeric_limits<double>::quiet_NaN();
// Between two questions whether to go on: a few milliseconds of drawing.
constexpr std::int64_t kDrawsPerCheck = 200'000;

/// The examples of one class, as what each run said of them: all that a stratified resample can change.
struct Stratum {
    std::vector<ClassIndex> baseline;
    std::vector<ClassIndex> run;
};

Status checkInput(const Predictions& predictions, const std::vector<std::string>& metrics,
                  const BootstrapConfig& config) {
    if (config.resamples < 1)
        return Error(ErrorCode::ParameterOutOfRange, "1 or more").at("resamples", std::to_string(config.resamples));
    if (!(config.confidence > 0 && config.confidence < 1))
        return Error(ErrorCode::ParameterOutOfRange, "between 0 and 1")
            .at("confidence", std::to_string(config.confidence));
    if (predictions.size() == 0)
        return Error(ErrorCode::TooFewRows, "no example has been predicted, so there is nothing to resample");
    for (const std::string& name : metrics) {
        if (metricReader(name) != nullptr)
            continue;
        std::string names;
        for (const std::string& known : metricNames())
            names += (names.empty() ? "" : ", ") + known;
        return Error(ErrorCode::UnknownChoice, names).at("metric", name);
    }
    return {};
}

/// Draws resamples of one or two runs and reads the asked metrics off the counts. `baseline` may be null.
class Bootstrap {
public:
    Bootstrap(const Predictions* baseline, const Predictions& run, std::span<const Bucket> bucketOfClass,
              const std::vector<std::string>& metrics, const BootstrapConfig& config)
        : m_bucketOfClass(bucketOfClass),
          m_names(metrics),
          m_config(config),
          m_baselineCounts(static_cast<std::size_t>(run.classes)),
          m_runCounts(static_cast<std::size_t>(run.classes)),
          m_strata(static_cast<std::size_t>(run.classes)) {
        for (const std::string& name : metrics)
            m_readers.push_back(metricReader(name));
        m_paired = baseline != nullptr;
        for (std::size_t i = 0; i < run.size(); ++i) {
            Stratum& stratum = m_strata[static_cast<std::size_t>(run.truth[i])];
            stratum.run.push_back(run.predicted[i]);
            if (m_paired)
                stratum.baseline.push_back(baseline->predicted[i]);
        }
        for (std::size_t c = 0; c < m_strata.size(); ++c) {
            m_runCounts.support[c] = static_cast<std::int64_t>(m_strata[c].run.size());
            m_baselineCounts.support[c] = m_runCounts.support[c];
        }
    }

    Result<std::map<std::string, Difference>> compute(JobContext& job) {
        const std::vector<double> observed = observedValues();
        std::vector<std::vector<double>> samples(m_readers.size());
        for (auto& values : samples)
            values.reserve(static_cast<std::size_t>(m_config.resamples));
        Rng rng = Rng::forPurpose(m_config.seed, "bootstrap");
        job.begin(TL_NOOP("Job", "Resampling"), m_config.resamples, TL_NOOP("Job", "resamples"));
        for (int r = 0; r < m_config.resamples; ++r) {
            TL_CHECK_STATUS(job.check());
            TL_CHECK_STATUS(draw(rng, job));
            const std::vector<double> values = readValues();
            for (std::size_t m = 0; m < values.size(); ++m)
                samples[m].push_back(values[m]);
            job.report(r + 1);
        }
        std::map<std::string, Difference> result;
        for (std::size_t m = 0; m < m_names.size(); ++m)
            result[m_names[m]] = summarise(observed[m], samples[m]);
        return result;
    }

private:
    void clear() {
        for (ClassCounts* counts : {&m_baselineCounts, &m_runCounts}) {
            std::fill(counts->predicted.begin(), counts->predicted.end(), 0);
            std::fill(counts->correct.begin(), counts->correct.end(), 0);
        }
    }

    static void add(ClassCounts& counts, std::size_t truth, ClassIndex predicted) {
        const auto p = static_cast<std::size_t>(predicted);
        ++counts.predicted[p];
        counts.correct[truth] += p == truth ? 1 : 0;
    }

    std::vector<double> observedValues() {
        clear();
        for (std::size_t c = 0; c < m_strata.size(); ++c)
            for (std::size_t i = 0; i < m_strata[c].run.size(); ++i)
                addExample(c, i);
        return readValues();
    }

    void addExample(std::size_t truth, std::size_t i) {
        add(m_runCounts, truth, m_strata[truth].run[i]);
        if (m_paired)
            add(m_baselineCounts, truth, m_strata[truth].baseline[i]);
    }

    Status draw(Rng& rng, JobContext& job) {
        clear();
        std::int64_t draws = 0;
        for (std::size_t c = 0; c < m_strata.size(); ++c) {
            const std::size_t size = m_strata[c].run.size();
            for (std::size_t i = 0; i < size; ++i) {
                addExample(c, static_cast<std::size_t>(rng.below(size)));
                if (++draws % kDrawsPerCheck == 0)
                    TL_CHECK_STATUS(job.check());
            }
        }
        return {};
    }

    std::vector<double> readValues() {
        metricsFromCounts(m_runCounts, m_bucketOfClass, m_runMetrics);
        if (m_paired)
            metricsFromCounts(m_baselineCounts, m_bucketOfClass, m_baselineMetrics);
        std::vector<double> values;
        values.reserve(m_readers.size());
        for (const MetricReader read : m_readers)
            values.push_back(m_paired ? read(m_runMetrics) - read(m_baselineMetrics) : read(m_runMetrics));
        return values;
    }

    /// NumPy's default percentile: linear between the two nearest order statistics.
    static double percentile(const std::vector<double>& sorted, double share) {
        const double at = share * static_cast<double>(sorted.size() - 1);
        const auto below = static_cast<std::size_t>(at);
        const std::size_t above = std::min(below + 1, sorted.size() - 1);
        return sorted[below] + (at - static_cast<double>(below)) * (sorted[above] - sorted[below]);
    }

    Difference summarise(double observed, std::vector<double>& values) const {
        // The strata keep every class, so a metric is a number in all resamples or in none.
        if (std::isnan(observed))
            return {kNan, kNan, kNan, kNan};
        std::sort(values.begin(), values.end());
        const double alpha = 1 - m_config.confidence;
        Difference difference{observed, percentile(values, alpha / 2), percentile(values, 1 - alpha / 2), 1};
        const auto resamples = static_cast<double>(values.size());
        const auto notAbove = std::upper_bound(values.begin(), values.end(), 0.0) - values.begin();
        const auto below = std::lower_bound(values.begin(), values.end(), 0.0) - values.begin();
        const double least = std::min(static_cast<double>(notAbove), resamples - static_cast<double>(below));
        if (m_paired)
            difference.pValue = std::clamp(2 * least / resamples, 1 / (resamples + 1), 1.0);
        return difference;
    }

    std::span<const Bucket> m_bucketOfClass;
    const std::vector<std::string>& m_names;
    const BootstrapConfig& m_config;
    bool m_paired = false;
    std::vector<MetricReader> m_readers;
    ClassCounts m_baselineCounts, m_runCounts;
    std::vector<Stratum> m_strata;
    Metrics m_baselineMetrics, m_runMetrics;
};

} // namespace

Result<std::map<std::string, Difference>> pairedBootstrap(const Predictions& baseline, const Predictions& run,
                                                          std::span<const Bucket> bucketOfClass,
                                                          const std::vector<std::string>& metrics,
                                                          const BootstrapConfig& config, JobContext& job) {
    TL_CHECK_STATUS(checkInput(run, metrics, config));
    if (baseline.classes != run.classes || baseline.truth != run.truth)
        return Error(ErrorCode::Usage, "The two runs did not predict the same examples, so their difference cannot be "
                                       "tested. Compare runs of the same split.");
    return Bootstrap(&baseline, run, bucketOfClass, metrics, config).compute(job);
}

Result<std::map<std::string, Difference>> bootstrapIntervals(const Predictions& run,
                                                             std::span<const Bucket> bucketOfClass,
                                                             const std::vector<std::string>& metrics,
                                                             const BootstrapConfig& config, JobContext& job) {
    TL_CHECK_STATUS(checkInput(run, metrics, config));
    return Bootstrap(nullptr, run, bucketOfClass, metrics, config).compute(job);
}

std::vector<double> holmAdjusted(const std::vector<double>& pValues) {
    std::vector<std::size_t> order;
    for (std::size_t i = 0; i < pValues.size(); ++i)
        if (!std::isnan(pValues[i]))
            order.push_back(i);
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return pValues[a] < pValues[b]; });
    std::vector<double> adjusted = pValues;
    double running = 0;
    for (std::size_t rank = 0; rank < order.size(); ++rank) {
        const double scaled = pValues[order[rank]] * static_cast<double>(order.size() - rank);
        running = std::max(running, std::min(1.0, scaled));
        adjusted[order[rank]] = running;
    }
    return adjusted;
}

} // namespace core::stats
