// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/rng.h"
#include "core/strategies/synonyms.h"
#include "core/strategies/tokens.h"

#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace core::strategies {

/// The four edits of EDA (Wei and Zou, EMNLP 2019) on the editable words of a text. `rate` is the share of the words
/// that change, one at least. Each returns false when the text leaves nothing to do; the tokens are then as they were.

/// Exchanges pairs of words; spaces stay where they were.
bool swapWords(std::vector<Token>& tokens, double rate, Rng& rng);
/// Removes each word with probability `rate`; at least one goes and at least one stays.
bool deleteWords(std::vector<Token>& tokens, double rate, Rng& rng);
/// Puts words at random places. `source` yields a word to insert, or none.
bool insertWords(std::vector<Token>& tokens, double rate, Rng& rng,
                 const std::function<std::optional<std::string>(Rng&)>& source);
/// Replaces words by one of their synonyms.
bool replaceWords(std::vector<Token>& tokens, double rate, Rng& rng, const Synonyms& synonyms);

/// Positions of the words that may be edited.
std::vector<std::size_t> editablePositions(const std::vector<Token>& tokens);

} // namespace core::strategies
