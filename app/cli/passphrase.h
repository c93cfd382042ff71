// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/job_context.h"
#include "core/privacy/secret.h"

#include <string>

namespace app {

/// A passphrase: the first line of `file` when one is given; or else the variable TAILLIGHT_PASSPHRASE, which is taken
/// out of the environment; or else what is typed on the terminal without echo, twice when `twice`. Never an argument:
/// those are seen by everybody. Usage where there is none of these or the two differ, BadKeyFile, Cancelled.
core::Result<core::privacy::Secret> takePassphrase(const std::string& file, bool twice, core::JobContext& job);

} // namespace app
