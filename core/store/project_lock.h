// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <optional>
#include <string>

namespace core::store {

/// The right to write to a project, held by one Project object at a time: an advisory lock (flock) on the file
/// `<project>.lock` beside it. The kernel drops the lock of a killed process, so a file left behind does not matter.
class ProjectLock {
public:
    /// ProjectLocked while another process or another object holds it, ProjectReadOnly where no file can be made.
    static Result<ProjectLock> acquire(const std::string& projectPath);
    ProjectLock(ProjectLock&& other) noexcept;
    ProjectLock& operator=(ProjectLock&&) = delete;
    ~ProjectLock();

private:
    ProjectLock(std::string lockPath, int fd) : m_lockPath(std::move(lockPath)), m_fd(fd) {}
    static Result<std::optional<int>> tryLock(const std::string& lockPath, const std::string& projectPath);
    std::string m_lockPath;
    int m_fd = -1;
};

} // namespace core::store
