// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

struct UCaseMap;

namespace core::store {

/// Makes titles comparable: lower case in every script, runs of white space (also full-width and no-break spaces)
/// folded to one space, none at the ends. Two items with the same key are duplicates. One thread at a time.
class TitleKey {
public:
    TitleKey();
    ~TitleKey();
    TitleKey(const TitleKey&) = delete;
    TitleKey& operator=(const TitleKey&) = delete;

    std::string operator()(std::string_view title);

private:
    std::string lowered(std::string_view title);

    UCaseMap* m_caseMap = nullptr; ///< null: ASCII letters only
};

} // namespace core::store
