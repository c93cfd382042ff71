// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/stats/buckets.h"
#include "core/store/run_store.h"

#include <QString>

#include <vector>

namespace widgets {

class Workspace;

/// "#12 Focal loss · bag · seed 1".
QString runTitle(const core::store::RunRecord& run);
/// "#12 Focal loss": for legends.
QString runShortTitle(const core::store::RunRecord& run);
/// "#1, #2, #5"; long lists are cut.
QString runIdList(const std::vector<core::RunId>& runs);
QString runStatusTitle(core::store::RunStatus status);
QString partTitle(core::data::Part part);
/// "share: head to 80 %, mid to 95 %".
QString bucketRuleTitle(const core::stats::BucketRule& rule);
/// The same from the text stored with a run; the text itself where it cannot be read.
QString bucketRuleTitle(const std::string& rule);
/// File name of the open project without its folder; empty when none is open.
QString projectTitle(const Workspace& workspace);
/// Name of a split; its number where it is not known.
QString splitTitle(const Workspace& workspace, core::SplitId split);
/// A run without any remedy: no steps, or only plain cross entropy.
bool isPlain(const core::Json& recipe);

} // namespace widgets
