// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/select/filter.h"

#include <QString>

#include <optional>
#include <span>
#include <string>
#include <utility>
#include <vector>

namespace widgets {

/// An operator of the filter language, as the builder offers it.
struct FilterOperator {
    core::select::FilterOp op;
    bool negated;
    const char* text; ///< English, translation context "FilterRow"
};
std::span<const FilterOperator> filterOperators();
QString filterOperatorText(const FilterOperator& one);
int operatorKey(core::select::FilterOp op, bool negated);
std::pair<core::select::FilterOp, bool> operatorOfKey(int key);

/// What a value looks like: "2011-12-09", "a, b". No type: an attribute.
QString filterValueHint(std::optional<core::select::FilterType> type, core::select::FilterOp op);

/// A value as it stands in an edit line. A text of an attribute that looks like a number, or is quoted, gets quotes.
QString plainValueText(const core::select::FilterValue& value, bool attribute);
/// The same within a list separated by commas.
QString listedValueText(const core::select::FilterValue& value, bool attribute);
/// The way back: cut at commas outside of quotes. Quotes of an attribute's values stay: attributeValue() wants them.
std::vector<QString> splitValueList(const QString& text, bool attribute);
core::select::FilterValue attributeValue(const std::string& written, core::select::FilterOp op);

} // namespace widgets
