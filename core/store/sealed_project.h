// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/job_context.h"
#include "core/base/result.h"
#include "core/privacy/seal.h"
#include "core/store/viewer_copy.h"

#include <string>
#include <vector>

namespace core::store {

struct SealOptions {
    std::string out;             ///< empty = the project's path with ".sealed" behind it
    bool removePlaintext = true; ///< overwrite and unlink the project and what lies beside it
    privacy::SealCosts costs;
};

struct SealedProject {
    std::string path;
    std::vector<std::string> removed; ///< files overwritten and unlinked
};

/// Seals a project that nobody has open (ProjectLocked otherwise): folds its WAL in, encrypts it, reads the sealed file
/// back and compares it, and only then removes what lies open: its backups and drafts, -wal, -shm, -journal, .lock, and
/// last the project. Any failure before that leaves the project as it was and no sealed file; one during the removal is
/// WriteFailed, names the file that is still there, and the sealed file stays. Opened again by openSealedProject().
Result<SealedProject> sealProject(const std::string& path, const privacy::Secret& passphrase,
                                  const SealOptions& options, JobContext& job);

/// Seals a viewer copy of a project (core/store/viewer_copy.h) as `out`; the project stays as it is and may be open.
/// The copy lies open beside `out` (0600, "<out>.part") for the time that takes, and is overwritten and unlinked then.
Status sealViewerCopy(const Project& project, const std::string& out, const privacy::Secret& passphrase,
                      const ViewerOptions& options, const privacy::SealCosts& costs, JobContext& job);

/// Opens a sealed project to the new project file `out`; NotAProject (and nothing left) when something else was sealed.
Result<privacy::SealInfo> openSealedProject(const std::string& sealed, const std::string& out,
                                            const privacy::Secret& passphrase, JobContext& job);

} // namespace core::store
