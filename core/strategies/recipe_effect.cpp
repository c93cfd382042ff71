// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/strategies/recipe.h"
#include "core/strategies/sampling.h"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <numeric>

namespace core::strategies {
namespace {

// More than this factor beyond the imbalance itself is a correction done twice.
constexpr double kDoubleCorrection = 2.0;
// Some losses change their terms late in training; the preview shows the last of this many epochs.
constexpr int kPreviewEpochs = 100;

double asDouble(std::int64_t count) {
    return static_cast<double>(count);
}

/// Rows per class once the augmenters have added theirs. Each sees the rows of the data, as in training.
Result<std::vector<std::int64_t>> augmented(const RecipeParts& parts, std::span<const std::int64_t> support,
                                            std::span<const ClassIndex> classes, std::span<const std::string> texts,
                                            std::uint64_t seed) {
    std::vector<std::int64_t> counts(support.begin(), support.end());
    for (const auto& augmenter : parts.augmenters) {
        TL_TRY(const auto rows, augmenter->augment({classes, support}, texts, seed));
        for (const SyntheticRow& row : rows)
            ++counts[static_cast<std::size_t>(classes[row.parent])];
    }
    return counts;
}

/// A resampler changes how many rows there are, which its shares do not tell: so it is asked, on a stand-in for the
/// rows.
std::vector<std::int64_t> resampled(const Resampler& resampler, std::span<const std::int64_t> counts,
                                    std::uint64_t seed) {
    std::vector<ClassIndex> classes;
    for (std::size_t c = 0; c < counts.size(); ++c)
        classes.insert(classes.end(), static_cast<std::size_t>(counts[c]), static_cast<ClassIndex>(c));
    Rng rng = Rng::forPurpose(seed, "preview");
    std::vector<std::int64_t> result(counts.size(), 0);
    for (const std::uint32_t position : resampler.sample({classes, counts}, rng))
        ++result[static_cast<std::size_t>(classes[position])];
    return result;
}

/// Scales the values of the classes with support to the mean 1; the other classes get 0.
void scaleToMeanOne(std::vector<double>& values, std::span<const std::int64_t> support) {
    double sum = 0;
    double present = 0;
    for (std::size_t c = 0; c < values.size(); ++c) {
        if (support[c] == 0)
            values[c] = 0;
        sum += values[c];
        present += support[c] > 0 ? 1 : 0;
    }
    for (double& value : values)
        value *= sum > 0 ? present / sum : 0;
}

void fillSampling(const RecipeParts& parts, const std::vector<std::int64_t>& counts, RecipeEffect& effect) {
    const double total = std::accumulate(counts.begin(), counts.end(), 0.0);
    effect.afterRows.assign(counts.begin(), counts.end());
    if (parts.batchSampler) {
        effect.afterRows = parts.batchSampler->classShares(counts);
        for (double& rows : effect.afterRows)
            rows *= total;
    }
    const auto before = sharesOf(effect.before);
    for (std::size_t c = 0; c < before.size(); ++c)
        effect.sampling.push_back(before[c] > 0 && total > 0 ? effect.afterRows[c] / total / before[c] : 0);
}

void fillLoss(const RecipeParts& parts, RecipeEffect& effect) {
    const std::size_t classes = effect.before.size();
    const LossTerms terms = parts.loss->terms(effect.before, kPreviewEpochs - 1, kPreviewEpochs);
    effect.lossWeight = terms.weight.empty() ? std::vector<double>(classes, 1.0) : terms.weight;
    scaleToMeanOne(effect.lossWeight, effect.before);
    const std::vector<double> postHoc =
        parts.postHoc ? parts.postHoc->shift(effect.before) : std::vector<double>(classes, 0.0);
    std::vector<double> logFactor(classes, 0.0);
    for (std::size_t c = 0; c < classes; ++c) {
        // What the loss adds in training is missing in prediction: the logits have learnt to do without it.
        const double learnt = terms.shift.empty() ? 0.0 : terms.shift[c] / terms.scale;
        logFactor[c] = postHoc[c] - learnt;
    }
    const double largest = classes == 0 ? 0.0 : *std::max_element(logFactor.begin(), logFactor.end());
    for (const double value : logFactor)
        effect.priorFactor.push_back(std::exp(value - largest));
    scaleToMeanOne(effect.priorFactor, effect.before);
}

void fillCombined(RecipeEffect& effect) {
    const std::size_t classes = effect.before.size();
    std::size_t largest = 0;
    std::size_t rarest = classes;
    for (std::size_t c = 0; c < classes; ++c) {
        effect.combined.push_back(effect.sampling[c] * effect.lossWeight[c] * effect.priorFactor[c]);
        if (effect.before[c] > effect.before[largest])
            largest = c;
        if (effect.before[c] > 0 && (rarest == classes || effect.before[c] < effect.before[rarest]))
            rarest = c;
    }
    if (rarest == classes || effect.combined[largest] <= 0)
        return;
    const double unit = effect.combined[largest];
    for (double& factor : effect.combined)
        factor /= unit;
    const double imbalance = asDouble(effect.before[largest]) / asDouble(effect.before[rarest]);
    effect.doubleCorrection = effect.combined[rarest] > kDoubleCorrection * imbalance;
}

} // namespace

Result<RecipeEffect> previewEffect(const Recipe& recipe, std::span<const std::int64_t> support,
                                   std::span<const ClassIndex> classes, std::span<const std::string> texts,
                                   std::uint64_t seed) {
    TL_TRY(const RecipeParts parts, makeParts(recipe));
    assert(parts.augmenters.empty() || classes.size() == texts.size());
    RecipeEffect effect;
    effect.before.assign(support.begin(), support.end());
    TL_TRY(std::vector<std::int64_t> counts, augmented(parts, support, classes, texts, seed));
    if (parts.resampler)
        counts = resampled(*parts.resampler, counts, seed);
    fillSampling(parts, counts, effect);
    fillLoss(parts, effect);
    fillCombined(effect);
    return effect;
}

} // namespace core::strategies
