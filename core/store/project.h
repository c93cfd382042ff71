// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <vector>

namespace core::store {

class Database; ///< core/store/database.h: a connection; private to this folder

/// For this folder: read-only connections in one and the same state of the project, for work on several threads.
class Readers {
public:
    explicit Readers(std::vector<std::unique_ptr<Database>> databases);
    ~Readers();
    /// Runs each work on a thread and a connection of its own, the first on the calling thread, and waits for all. The
    /// first error of them, in their order. With fewer connections than works, one after the other.
    Status run(const std::vector<std::function<Status(Database&)>>& works) const;

private:
    friend class Project;
    std::vector<std::unique_ptr<Database>> m_databases;
};

/// One project = one SQLite file (.taillight): STRICT tables, WAL, application_id 'TAIL', user_version = schema
/// version. All writing happens on one writer thread of the project; readers open their own read-only connections.
/// Methods may be called from any thread. Shared as shared_ptr<Project>; the last owner closes it (checkpointing the
/// WAL).
class Project {
public:
    enum class Access { ReadOnly, ReadWrite, CreateOrOpen, CreateNew };

    /// FileNotFound, IsDirectory, NotAProject, ProjectNewer, ProjectLocked (ReadWrite while another process or another
    /// Project object has it), ProjectDamaged, FileExists (CreateNew), WriteFailed. Older versions are migrated, after
    /// a backup beside the file (ReadWrite and Create… only; ReadOnly answers ProjectReadOnly to an older version).
    static Result<std::shared_ptr<Project>> open(const std::string& path, Access access);
    ~Project();
    Project(const Project&) = delete;
    Project& operator=(const Project&) = delete;

    const std::string& path() const;
    bool readOnly() const;

    /// For this folder: runs `work` on the writer thread inside one transaction (commit when it returns ok, rollback
    /// otherwise) and waits for it. ProjectReadOnly, DiskFull, WriteFailed. interrupt() of the job stops long
    /// statements.
    Status write(const std::function<Status(Database&)>& work);
    /// For this folder: the same outside any transaction (VACUUM, work with foreign keys off). What `work` changes, it
    /// changes in transactions of its own.
    Status writeAlone(const std::function<Status(Database&)>& work);
    /// For this folder: runs `work` on the calling thread with a read-only connection (pooled) inside a read
    /// transaction.
    Status read(const std::function<Status(Database&)>& work) const;
    /// For this folder: the same with several connections, all of them in the same state of the project.
    Status readTogether(std::size_t connections, const std::function<Status(Readers&)>& work) const;
    /// Counts up with every committed write: caches compare it.
    std::uint64_t generation() const;

private:
    class Impl;
    explicit Project(std::unique_ptr<Impl> impl);
    std::unique_ptr<Impl> m_impl;
};

using ProjectPtr = std::shared_ptr<Project>;

} // namespace core::store
