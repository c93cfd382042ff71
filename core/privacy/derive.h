// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/job_context.h"
#include "core/base/result.h"
#include "core/privacy/secret.h"

#include <cstdint>
#include <string>

namespace core::privacy {

/// 32 bytes by Argon2id, version 1.3, one lane (RFC 9106). `salt` has 16 bytes. With a job, cancel is answered at once
/// although the function itself cannot be stopped: it then ends on a thread of its own, which wipes what it made.
/// OutOfMemory, Cancelled.
Result<Secret> deriveKey(const Secret& passphrase, const std::string& salt, std::uint64_t passes, std::uint64_t memory,
                         JobContext* job = nullptr);

} // namespace core::privacy
