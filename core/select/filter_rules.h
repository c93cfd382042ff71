// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/select/filter.h"

#include <string>
#include <string_view>
#include <vector>

namespace core::select {

inline std::string lowerAscii(std::string_view text) {
    std::string result(text);
    for (char& c : result)
        if (c >= 'A' && c <= 'Z')
            c = static_cast<char>(c - 'A' + 'a');
    return result;
}

/// "a, b, c".
inline std::string joinedNames(const std::vector<std::string>& names) {
    std::string text;
    for (const std::string& name : names)
        text += (text.empty() ? "" : ", ") + name;
    return text;
}

/// The operators of a type of column, as they are written.
inline const char* operatorsOf(FilterType type) {
    switch (type) {
    case FilterType::Number:
    case FilterType::Time:
        return "= != < <= > >= in between is";
    case FilterType::Boolean:
        return "= != is";
    case FilterType::Choice:
        return "= != in is";
    case FilterType::Text:
        break;
    }
    return "= != < <= > >= contains starts ends matches in between is";
}

inline bool goesWith(FilterOp op, FilterType type) {
    switch (op) {
    case FilterOp::Equal:
    case FilterOp::Missing:
        return true;
    case FilterOp::In:
        return type != FilterType::Boolean;
    case FilterOp::Less:
    case FilterOp::LessEqual:
    case FilterOp::Greater:
    case FilterOp::GreaterEqual:
    case FilterOp::Between:
        return type != FilterType::Boolean && type != FilterType::Choice;
    case FilterOp::Contains:
    case FilterOp::StartsWith:
    case FilterOp::EndsWith:
    case FilterOp::Matches:
        return type == FilterType::Text;
    }
    return false;
}

} // namespace core::select
