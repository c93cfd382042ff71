// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/select/filter.h"

#include <string>
#include <string_view>
#include <vector>

namespace core::select {

struct FilterToken {
    enum class Kind { Word, Quoted, Operator, Open, Close, Comma, End };
    Kind kind = Kind::End;
    std::string text; ///< of Quoted: without quotes and escapes; of Operator: = != < <= > >= and or !
    std::size_t position = 0, length = 0;
};

/// Cuts a filter into tokens, the last of which is End. Full-width signs, as a Chinese input method types them, count
/// as the plain ones.
struct FilterTokens {
    std::vector<FilterToken> tokens;
    std::optional<FilterFault> fault;
};
FilterTokens lexFilter(std::string_view text);

/// The text in double quotes, as the lexer reads it.
std::string quoteFilterText(std::string_view text);

} // namespace core::select
