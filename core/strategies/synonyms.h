// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace core::strategies {

/// Groups of words that may stand for each other, from a user's file: UTF-8, one group a line, separated by tabs or
/// commas; lines that begin with '#' and empty lines are skipped. Lower and upper case are not told apart.
class Synonyms {
public:
    /// What readFile() says; BadEncoding with the line; BadValue for a line with fewer than two words.
    static Result<Synonyms> read(const std::string& path);

    /// The other words of the word's groups; nullptr when there are none.
    const std::vector<std::string>* of(std::string_view word) const;
    bool empty() const { return m_others.empty(); }

private:
    void addGroup(const std::vector<std::string>& words);

    std::map<std::string, std::vector<std::string>, std::less<>> m_others; ///< key: folded case
};

} // namespace core::strategies
