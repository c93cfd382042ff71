// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/job_context.h"
#include "core/base/result.h"
#include "core/privacy/seal.h"
#include "core/store/viewer_copy.h"

#include <optional>
#include <string>
#include <vector>

namespace core::store {

struct SealOptions {
    std::string out;                     ///< empty = the project's path with ".sealed" behind it
    std::optional<ViewerOptions> viewer; ///< seal a viewer copy; the project itself then stays where it is
    bool removePlaintext = true;         ///< overwrite and unlink the project and what lies beside it (not for a viewer)
    privacy::SealCosts costs;
};

struct SealedProject {
    std::string path;
    std::vector<std::string> removed; ///< files overwritten and unlinked
};

/// Seals a project that nobody has open (ProjectLocked otherwise): folds its WAL in, encrypts it, reads the sealed file back
/// and compares it, and only then removes what lies open: the project, -wal, -shm, -journal, .lock and its backups.
/// Any failure before that leaves the project as it was and no sealed file. Opened again by privacy::openSealed().
Result<SealedProject> sealProject(const std::string& path, const privacy::Secret& passphrase, const SealOptions& options,
                                  JobContext& job);

/// Opens a sealed project to the new project file `out`; NotAProject (and nothing left) when something else was sealed.
Result<privacy::SealInfo> openSealedProject(const std::string& sealed, const std::string& out,
                                            const privacy::Secret& passphrase, JobContext& job);

} // namespace core::store
