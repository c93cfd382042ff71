// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/sealed_project.h"

#include "core/store/database.h"
#include "core/store/migrations.h"
#include "core/store/project.h"
#include "core/store/project_lock.h"

#include <algorithm>
#include <array>
#include <filesystem>
#include <sys/stat.h>

namespace core::store {
namespace {

namespace fs = std::filesystem;

/// Endings of what SQLite and we put beside a project under its own name.
constexpr std::array kSidecars{"-wal", "-shm", "-journal"};
/// What goes on behind a project's name and holds its text: drafts, and backups before migrations, which are numbered.
constexpr std::array kDrafts{".new", ".part", ".compact"};
constexpr std::string_view kBackup = ".backup";

bool exists(const std::string& path) {
    struct stat info {};
    return ::lstat(path.c_str(), &info) == 0;
}

/// Makes sure that the file alone is the project: nothing of it stays in a WAL, and nobody else has it open.
Status foldIn(const std::string& path) {
    TL_TRY(const auto database, Database::open(path, Database::Mode::ReadWrite));
    // Leaving WAL mode wants the file for itself: a reader in another process makes it fail.
    TL_TRY(Statement mode, database->prepare("PRAGMA journal_mode=DELETE"));
    TL_TRY(const bool answered, mode.step());
    if (!answered || mode.text(0) != "delete")
        return Error(ErrorCode::ProjectLocked).inFile(path);
    return {};
}

/// Whether a file whose name goes on like this behind the project's is one of ours; others are not ours to shred.
bool isCopy(std::string_view ending) {
    for (const std::string_view sidecar : kSidecars)
        if (ending.ends_with(sidecar)) {
            ending.remove_suffix(sidecar.size());
            break;
        }
    if (std::find(kDrafts.begin(), kDrafts.end(), ending) != kDrafts.end())
        return true;
    return ending.starts_with(kBackup) &&
           ending.find_first_not_of("0123456789-.v", kBackup.size()) == std::string_view::npos;
}

/// Files beside the project that hold its text, the project itself last.
std::vector<std::string> plaintextOf(const std::string& path) {
    std::vector<std::string> files;
    std::error_code ignored;
    const fs::path project(path);
    const std::string name = project.filename().string();
    const fs::path folder = project.parent_path().empty() ? fs::path(".") : project.parent_path();
    for (const auto& entry : fs::directory_iterator(folder, ignored)) {
        const std::string other = entry.path().filename().string();
        if (other.starts_with(name) && isCopy(std::string_view(other).substr(name.size())))
            files.push_back((project.parent_path() / other).string());
    }
    std::sort(files.begin(), files.end());
    for (const char* sidecar : kSidecars)
        if (exists(path + sidecar))
            files.push_back(path + sidecar);
    files.push_back(path);
    return files;
}

Status isProject(const std::string& path) {
    TL_TRY(const auto database, Database::openImmutable(path));
    TL_TRY(const std::int64_t application, database->queryInteger("PRAGMA application_id"));
    return application == kApplicationId ? Status() : Status(Error(ErrorCode::NotAProject).inFile(path));
}

/// The open viewer copy and what SQLite puts beside it.
Status removeDraft(const std::string& draft) {
    Status status;
    for (const char* ending : {"", "-wal", "-shm", "-journal", ".lock", ".new", ".new-wal", ".new-shm", ".new-journal"})
        if (Status gone = privacy::shredFile(draft + ending); !gone.ok() && status.ok())
            status = std::move(gone);
    return status;
}

} // namespace

Result<SealedProject> sealProject(const std::string& path, const privacy::Secret& passphrase,
                                  const SealOptions& options, JobContext& job) {
    SealedProject result;
    result.path = options.out.empty() ? path + ".sealed" : options.out;
    if (exists(result.path))
        return Error(ErrorCode::FileExists).inFile(result.path);
    bool viewer = false;
    {
        // All its own checks (is it ours, is it whole, is it newer), and whatever a WAL holds; then it is closed again.
        TL_TRY(const ProjectPtr project, Project::open(path, Project::Access::ReadWrite));
        TL_TRY(const std::string role, projectRole(*project));
        viewer = role == "viewer";
    }
    TL_TRY([[maybe_unused]] const ProjectLock lock, ProjectLock::acquire(path));
    TL_CHECK_STATUS(foldIn(path));
    TL_CHECK_STATUS(privacy::sealFile(path, result.path, passphrase,
                                      viewer ? privacy::SealedKind::Viewer : privacy::SealedKind::Project,
                                      options.costs, job));
    if (!options.removePlaintext)
        return result;
    // From here on the sealed file is the project: nothing can be cancelled any more.
    for (const std::string& file : plaintextOf(path)) {
        if (privacy::sealInfo(file).ok())
            continue; // this sealed file, or an earlier one
        if (const Status gone = privacy::shredFile(file, &job); !gone.ok())
            return Error(ErrorCode::WriteFailed, "it holds the project in the open and could not be overwritten and "
                                                 "removed (" +
                                                     gone.error().detail + "); remove it yourself. The sealed file " +
                                                     result.path + " is complete")
                .inFile(file);
        result.removed.push_back(file);
    }
    return result;
}

Status sealViewerCopy(const Project& project, const std::string& out, const privacy::Secret& passphrase,
                      const ViewerOptions& options, const privacy::SealCosts& costs, JobContext& job) {
    if (exists(out))
        return Error(ErrorCode::FileExists).inFile(out);
    const std::string draft = out + ".part";
    TL_CHECK_STATUS(removeDraft(draft)); // of a process that was killed
    Status status = makeViewerCopy(project, draft, options, job);
    if (status.ok())
        status = privacy::sealFile(draft, out, passphrase, privacy::SealedKind::Viewer, costs, job);
    Status gone = removeDraft(draft);
    return status.ok() ? gone : status;
}

Result<privacy::SealInfo> openSealedProject(const std::string& sealed, const std::string& out,
                                            const privacy::Secret& passphrase, JobContext& job) {
    // A WAL or journal left by a project that was there once would be taken for part of this one.
    for (const char* sidecar : kSidecars)
        if (!exists(out) && exists(out + sidecar))
            return Error(ErrorCode::FileExists).inFile(out + sidecar);
    TL_TRY(const privacy::SealInfo info, privacy::openSealed(sealed, out, passphrase, job));
    if (const Status ours = isProject(out); !ours.ok()) {
        TL_CHECK_STATUS(privacy::shredFile(out));
        return Error(ErrorCode::NotAProject).inFile(sealed);
    }
    return info;
}

} // namespace core::store
