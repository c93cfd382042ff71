// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/strategies/word_edits.h"

#include <algorithm>
#include <cmath>

namespace core::strategies {
namespace {

std::size_t editCount(double rate, std::size_t words) {
    return static_cast<std::size_t>(std::max(1.0, std::round(rate * static_cast<double>(words))));
}

std::size_t pick(std::size_t bound, Rng& rng) {
    return static_cast<std::size_t>(rng.below(bound));
}

void removeToken(std::vector<Token>& tokens, std::size_t at) {
    if (at + 1 < tokens.size())
        tokens[at + 1].spaceBefore = tokens[at + 1].spaceBefore || tokens[at].spaceBefore;
    tokens.erase(tokens.begin() + static_cast<std::ptrdiff_t>(at));
}

} // namespace

std::vector<std::size_t> editablePositions(const std::vector<Token>& tokens) {
    std::vector<std::size_t> positions;
    for (std::size_t i = 0; i < tokens.size(); ++i)
        if (tokens[i].editable)
            positions.push_back(i);
    return positions;
}

bool swapWords(std::vector<Token>& tokens, double rate, Rng& rng) {
    const auto words = editablePositions(tokens);
    if (words.size() < 2)
        return false;
    bool changed = false;
    const std::size_t count = editCount(rate, words.size());
    for (std::size_t i = 0; i < count; ++i) {
        const std::size_t a = pick(words.size(), rng);
        const std::size_t b = (a + 1 + pick(words.size() - 1, rng)) % words.size();
        changed = changed || tokens[words[a]].text != tokens[words[b]].text;
        std::swap(tokens[words[a]].text, tokens[words[b]].text);
    }
    return changed;
}

bool deleteWords(std::vector<Token>& tokens, double rate, Rng& rng) {
    const auto words = editablePositions(tokens);
    if (words.size() < 2)
        return false;
    std::vector<std::size_t> doomed;
    for (const std::size_t at : words)
        if (rng.uniform() < rate)
            doomed.push_back(at);
    if (doomed.empty())
        doomed.push_back(words[pick(words.size(), rng)]);
    if (doomed.size() == words.size())
        doomed.erase(doomed.begin() + static_cast<std::ptrdiff_t>(pick(doomed.size(), rng)));
    for (auto at = doomed.rbegin(); at != doomed.rend(); ++at)
        removeToken(tokens, *at);
    return true;
}

bool insertWords(std::vector<Token>& tokens, double rate, Rng& rng,
                 const std::function<std::optional<std::string>(Rng&)>& source) {
    const std::size_t count = editCount(rate, editablePositions(tokens).size());
    bool changed = false;
    for (std::size_t i = 0; i < count; ++i) {
        const auto word = source(rng);
        if (!word)
            continue;
        const std::size_t at = pick(tokens.size() + 1, rng);
        // Between two spaced tokens the new word stands between spaces; within a run of Chinese it stands without.
        const bool space = at > 0 && at < tokens.size() && tokens[at].spaceBefore;
        tokens.insert(tokens.begin() + static_cast<std::ptrdiff_t>(at), Token{*word, space, true});
        changed = true;
    }
    return changed;
}

bool replaceWords(std::vector<Token>& tokens, double rate, Rng& rng, const Synonyms& synonyms) {
    const auto words = editablePositions(tokens);
    std::vector<std::size_t> replaceable;
    for (const std::size_t at : words)
        if (synonyms.of(tokens[at].text) != nullptr)
            replaceable.push_back(at);
    if (replaceable.empty())
        return false;
    rng.shuffle(replaceable);
    replaceable.resize(std::min(replaceable.size(), editCount(rate, words.size())));
    for (const std::size_t at : replaceable) {
        const auto& others = *synonyms.of(tokens[at].text);
        tokens[at].text = others[pick(others.size(), rng)];
    }
    return true;
}

} // namespace core::strategies
