// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/train/training_rows.h"

#include <algorithm>
#include <numeric>

namespace core::train {
namespace {

std::vector<std::int64_t> countClasses(std::span<const ClassIndex> classes, std::size_t count) {
    std::vector<std::int64_t> support(count, 0);
    for (const ClassIndex label : classes)
        ++support[static_cast<std::size_t>(label)];
    return support;
}

Status checkParts(const data::Dataset& dataset, const std::vector<std::int64_t>& support) {
    for (const data::Part part : {data::Part::Train, data::Part::Validation, data::Part::Test})
        if (dataset.rows(part).empty())
            return Error(ErrorCode::TooFewRows,
                         "the " + std::string(data::partName(part)) + " part of the split is empty");
    if (std::count_if(support.begin(), support.end(), [](std::int64_t n) { return n > 0; }) < 2)
        return Error(ErrorCode::TooFewRows, "the training part needs rows of at least two classes");
    return {};
}

} // namespace

std::vector<std::string> textsOf(const data::Dataset& dataset, data::Part part) {
    std::vector<std::string> texts;
    for (const std::uint32_t row : dataset.rows(part))
        texts.push_back(dataset.texts[row]);
    return texts;
}

std::vector<ClassIndex> classesOf(const data::Dataset& dataset, data::Part part) {
    std::vector<ClassIndex> classes;
    for (const std::uint32_t row : dataset.rows(part))
        classes.push_back(dataset.classes[row]);
    return classes;
}

Result<TrainingRows> makeTrainingRows(const data::Dataset& dataset, const strategies::RecipeParts& parts,
                                      std::uint64_t seed) {
    TrainingRows rows;
    rows.support = dataset.support(data::Part::Train);
    TL_CHECK_STATUS(checkParts(dataset, rows.support));
    rows.texts = textsOf(dataset, data::Part::Train);
    rows.classes = classesOf(dataset, data::Part::Train);

    // Every augmenter sees the real rows only: a synthetic row never has a synthetic parent.
    const strategies::TrainingView real{rows.classes, rows.support};
    Rng augmenterSeeds = Rng::forPurpose(seed, "augmenter");
    for (const auto& augmenter : parts.augmenters) {
        TL_TRY(auto added, augmenter->augment(real, rows.texts, augmenterSeeds.next()));
        rows.synthetic.insert(rows.synthetic.end(), added.begin(), added.end());
    }
    for (const strategies::SyntheticRow& row : rows.synthetic) {
        rows.texts.push_back(row.text);
        rows.classes.push_back(rows.classes[row.parent]);
    }

    if (parts.resampler) {
        const auto support = countClasses(rows.classes, rows.support.size());
        Rng rng = Rng::forPurpose(seed, "resampler");
        rows.positions = parts.resampler->sample({rows.classes, support}, rng);
        if (rows.positions.empty())
            return Error(ErrorCode::TooFewRows, "the resampler left no training row");
    } else {
        rows.positions.resize(rows.classes.size());
        std::iota(rows.positions.begin(), rows.positions.end(), 0U);
    }
    return rows;
}

std::vector<std::uint32_t> epochPositions(const TrainingRows& rows, const strategies::RecipeParts& parts,
                                          std::uint64_t seed, int epoch) {
    if (!parts.batchSampler)
        return rows.positions;
    std::vector<ClassIndex> classes;
    for (const std::uint32_t position : rows.positions)
        classes.push_back(rows.classes[position]);
    const auto support = countClasses(classes, rows.support.size());
    // A stream per epoch, so that a resumed run needs no state of the epochs before.
    Rng rng = Rng::forPurpose(seed, "batch_sampler " + std::to_string(epoch));
    std::vector<std::uint32_t> chosen = parts.batchSampler->sample({classes, support}, rng);
    for (std::uint32_t& position : chosen)
        position = rows.positions[position];
    return chosen;
}

} // namespace core::train
