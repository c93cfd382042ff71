// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <string>

namespace widgets {

/// Translated title of a metric of stats::metricNames(): "tail_recall" → "Tail recall".
QString metricTitle(const std::string& name);

/// Translated title of one permitted value of a choice parameter, or of an operation of an augmenter; values without a
/// title of their own stay as they are.
QString choiceTitle(const std::string& value);

} // namespace widgets
