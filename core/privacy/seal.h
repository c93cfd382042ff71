// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/job_context.h"
#include "core/base/json.h"
#include "core/base/result.h"
#include "core/privacy/secret.h"

#include <cstdint>
#include <string>

/// Sealed files: one file encrypted under a passphrase. Format: core/privacy/seal_format.h. Projects are sealed by
/// core/store/sealed_project.h, which folds their WAL in first and removes what lies open beside them.
namespace core::privacy {

/// Costs of Argon2id. They stand in the file's header.
struct SealCosts {
    std::uint64_t passes = 3;
    std::uint64_t memory = 256ULL << 20U; ///< bytes; libsodium's MODERATE
};

/// What opening a file may cost at most, whatever its header asks for.
struct SealLimits {
    std::uint64_t passes = 16;
    std::uint64_t memory = 1ULL << 30U;
};

enum class SealedKind : std::uint8_t { Project = 1, Viewer = 2 };

/// What a sealed file says of itself to everybody.
struct SealInfo {
    SealedKind kind{};
    SealCosts costs;
    std::uint64_t size = 0; ///< of the file inside, bytes
};
/// NotSealed, SealDamaged.
Result<SealInfo> sealInfo(const std::string& path);

/// Encrypts `path` to the new file `sealed` (0600): written to a temporary beside it, flushed, read back and compared,
/// and only then given its name. `path` is not touched. FileExists, DiskFull, WriteFailed, OutOfMemory, Cancelled leave
/// nothing.
Status sealFile(const std::string& path, const std::string& sealed, const Secret& passphrase, SealedKind kind,
                const SealCosts& costs, JobContext& job);

/// Decrypts `sealed` to the new file `out` (0600), which appears under its name only when every byte was authentic.
/// WrongPassphrase; SealDamaged: cut off, extended, reordered or changed, detail says what; NotSealed; FileExists …
Result<SealInfo> openSealed(const std::string& sealed, const std::string& out, const Secret& passphrase,
                            JobContext& job, const SealLimits& limits = {});

/// Overwrites a file once with random bytes (all its hard links show them), flushes, empties and unlinks it; a file
/// that is not there is fine. On SSDs, copy-on-write file systems and snapshots old blocks may survive it: only an
/// encrypted disk helps there. A job sees progress; it cannot stop this.
Status shredFile(const std::string& path, JobContext* job = nullptr);

} // namespace core::privacy
