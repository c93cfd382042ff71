// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/split_store.h"

#include <QString>

#include <string>

namespace widgets {

/// "by time", "grouped by user", "stratified by class" …: how a split was made, in a few words.
QString splitKindText(const core::store::SplitConfig& config);
/// Translated name of a column of groups or strata; attributes keep theirs.
QString splitColumnText(const std::string& column);

} // namespace widgets
