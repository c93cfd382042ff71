// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/rng.h"
#include "core/strategies/loss.h"
#include "core/train/engine.h"

#include <QtGlobal>

#include <cstring>
#include <string>
#include <vector>

/// Tiny models, batches and losses for tests of the engine.
namespace fixtures {

using core::ClassIndex;
using core::Json;
using core::Rng;
using core::strategies::LossTerms;
using core::train::Batch;
using core::train::ModelState;
using core::train::NamedTensor;

inline Json tinyBag(int vocabulary = 12, int dimension = 3, int classes = 4) {
    return {{"vocabulary", vocabulary},
            {"dimension", dimension},
            {"classes", classes},
            {"dropout", 0.0},
            {"token_dropout", 0.0}};
}

inline Json tinyMini(double dropout = 0) {
    return {{"vocabulary", 9},          {"width", 8},      {"layers", 2},        {"heads", 2},
            {"feed_forward", 12},       {"max_length", 6}, {"dropout", dropout}, {"pad", 0},
            {"token_dropout", dropout}, {"classes", 4}};
}

inline Batch batchOf(const std::vector<std::vector<int>>& rows, const std::vector<int>& labels) {
    Batch batch;
    for (const auto& row : rows) {
        batch.tokens.insert(batch.tokens.end(), row.begin(), row.end());
        batch.offsets.push_back(static_cast<std::int32_t>(batch.tokens.size()));
    }
    batch.labels.assign(labels.begin(), labels.end());
    return batch;
}

/// Ids from 1, so that none is the padding of `mini`.
inline Batch randomBatch(Rng& rng, int rows, int vocabulary, int classes) {
    std::vector<std::vector<int>> tokens;
    std::vector<int> labels;
    for (int r = 0; r < rows; ++r) {
        std::vector<int> row(1 + rng.below(6));
        for (int& token : row)
            token = 1 + static_cast<int>(rng.below(static_cast<std::uint64_t>(vocabulary - 1)));
        tokens.push_back(row);
        labels.push_back(static_cast<int>(rng.below(static_cast<std::uint64_t>(classes))));
    }
    return batchOf(tokens, labels);
}

inline LossTerms randomTerms(Rng& rng, int classes, int which) {
    const auto vector = [&](double low, double high) {
        std::vector<double> values;
        for (int c = 0; c < classes; ++c)
            values.push_back(low + (high - low) * rng.uniform());
        return values;
    };
    LossTerms terms;
    if (which & 1)
        terms.weight = vector(0.1, 4);
    if (which & 2)
        terms.shift = vector(-3, 3);
    if (which & 4)
        terms.margin = vector(0, 0.5);
    if (which & 8)
        terms.scale = 0.5 + 3 * rng.uniform();
    if (which & 16)
        terms.gamma = 0.5 + 2 * rng.uniform();
    return terms;
}

/// The loss as core/strategies/loss.h documents it, in plain C++.
inline double documentedLoss(const LossTerms& terms, const std::vector<float>& logits,
                             const std::vector<ClassIndex>& labels, int classes) {
    double sum = 0, weights = 0;
    for (std::size_t r = 0; r < labels.size(); ++r) {
        const auto begin = logits.begin() + static_cast<std::ptrdiff_t>(r) * classes;
        const std::vector<double> row(begin, begin + classes);
        sum += core::strategies::lossOf(terms, row, labels[r]);
        weights += terms.weight.empty() ? 1 : terms.weight[static_cast<std::size_t>(labels[r])];
    }
    return sum / weights;
}

inline std::vector<float> floats(const NamedTensor& tensor) {
    std::vector<float> values(tensor.data.size() / sizeof(float));
    std::memcpy(values.data(), tensor.data.data(), tensor.data.size());
    return values;
}

inline const NamedTensor& named(const ModelState& state, const std::string& name) {
    for (const NamedTensor& tensor : state)
        if (tensor.name == name)
            return tensor;
    qFatal("no tensor %s", name.c_str());
}

inline bool sameState(const ModelState& a, const ModelState& b) {
    if (a.size() != b.size())
        return false;
    for (std::size_t i = 0; i < a.size(); ++i)
        if (a[i].name != b[i].name || a[i].shape != b[i].shape || a[i].data != b[i].data)
            return false;
    return true;
}

} // namespace fixtures
