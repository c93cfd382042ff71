// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/clean/clean.h"

#include <QString>

#include <string>
#include <vector>

namespace widgets {

/// The kinds of step in the order in which cleaning is usually done; what is not named here comes last.
std::vector<std::string> cleanKindOrder();

/// What became of the rows of the logs, in one sentence; empty without logs.
QString accountText(const std::vector<core::store::CleanAccount>& accounts);

/// What a step found out (CleanEffect::numbers), as rich text; the distribution over users as a small table.
QString findingsText(const core::Json& numbers);

QString undoText(const core::store::UndoResult& result);

} // namespace widgets
