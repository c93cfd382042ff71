// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/rng.h"
#include "core/data/dataset.h"

#include <array>
#include <string>

/// Data that training tests share.
namespace fixtures {

/// A dataset whose titles give their class away, with noise words: two thirds to train on, the rest for validation and
/// test. `rowsOf` says how many rows each class has.
inline core::data::DatasetPtr toyDataset(const std::vector<int>& rowsOf, std::uint64_t seed = 3) {
    static const std::array<const char*, 4> kWords{"espresso kettle", "running shoe", "防摔 手机壳", "garden hose"};
    static const std::array<const char*, 6> kNoise{"red", "blue", "large", "new", "2023", "set"};
    auto dataset = std::make_shared<core::data::Dataset>();
    dataset->splitName = "toy";
    core::Rng rng(seed);
    for (std::size_t c = 0; c < rowsOf.size(); ++c) {
        dataset->labels.names.push_back("class " + std::to_string(c));
        for (int i = 0; i < rowsOf[c]; ++i) {
            const auto row = static_cast<std::uint32_t>(dataset->texts.size());
            std::string text = kNoise[rng.below(kNoise.size())];
            text += std::string(" ") + kWords[c % kWords.size()] + " " + kNoise[rng.below(kNoise.size())];
            dataset->texts.push_back(text);
            dataset->classes.push_back(static_cast<core::ClassIndex>(c));
            dataset->items.push_back(core::ItemId{row + 1});
            dataset->keys.push_back("k" + std::to_string(row));
            dataset->parts[static_cast<std::size_t>(i % 6 == 4 ? 1 : i % 6 == 5 ? 2 : 0)].push_back(row);
        }
    }
    return dataset;
}

} // namespace fixtures
