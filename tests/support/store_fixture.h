// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error_text.h"
#include "core/base/file.h"
#include "core/store/database.h"
#include "core/store/import.h"
#include "core/store/project.h"

#include <QByteArray>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>

#include <functional>
#include <map>
#include <string>
#include <vector>

/// Helpers for tests of core/store.
namespace storetest {

/// A directory of its own for every test, with files named in it.
class Folder {
public:
    std::string path(const char* name) const { return m_directory.filePath(QString::fromLatin1(name)).toStdString(); }
    std::string write(const char* name, std::string_view content) const {
        const std::string file = path(name);
        return core::writeFileAtomically(file, content).ok() ? file : std::string();
    }
    bool has(const char* name) const { return QFileInfo::exists(m_directory.filePath(QString::fromLatin1(name))); }

private:
    QTemporaryDir m_directory;
};

inline core::store::ProjectPtr
openProject(const std::string& path, core::store::Project::Access access = core::store::Project::Access::CreateOrOpen) {
    auto project = core::store::Project::open(path, access);
    if (!project.ok()) {
        qWarning("%s", core::errorSentence(project.error()).c_str());
        return nullptr;
    }
    return *project;
}

/// The code that opening fails with; Internal when it succeeds.
inline core::Error openError(const std::string& path, core::store::Project::Access access) {
    const auto project = core::store::Project::open(path, access);
    return project.ok() ? core::Error(core::ErrorCode::Internal, "it opened") : project.error();
}

/// All rows of a statement as text, "∅" for NULL; read through the project, like any reader does.
inline std::vector<std::vector<std::string>> query(const core::store::Project& project, const std::string& sql) {
    std::vector<std::vector<std::string>> table;
    const auto work = [&](core::store::Database& database) -> core::Status {
        TL_TRY(core::store::Statement rows, database.prepare(sql));
        for (;;) {
            TL_TRY(const bool more, rows.step());
            if (!more)
                return {};
            std::vector<std::string>& row = table.emplace_back();
            for (int i = 0; i < rows.columns(); ++i)
                row.emplace_back(rows.isNull(i) ? "∅" : std::string(rows.text(i)));
        }
    };
    if (const core::Status status = project.read(work); !status.ok())
        qFatal("%s: %s", sql.c_str(), core::errorSentence(status.error()).c_str());
    return table;
}

inline std::string single(const core::store::Project& project, const std::string& sql) {
    const auto table = query(project, sql);
    return table.size() == 1 && table[0].size() == 1 ? table[0][0] : std::string("no single value");
}

inline std::int64_t number(const core::store::Project& project, const std::string& sql) {
    return QByteArray::fromStdString(single(project, sql)).toLongLong();
}

/// Everything in the project, in a form that can be compared.
inline std::string dump(const core::store::Project& project) {
    std::string text;
    for (const auto& entry :
         query(project, "SELECT type, name, coalesce(sql, '') FROM sqlite_schema ORDER BY type, name")) {
        text += entry[0] + " " + entry[1] + " " + entry[2] + "\n";
        if (entry[0] != "table")
            continue;
        for (const auto& row : query(project, "SELECT * FROM \"" + entry[1] + "\" ORDER BY 1, 2")) {
            for (const std::string& cell : row)
                text += cell + "|";
            text += "\n";
        }
    }
    return text;
}

inline core::Status write(core::store::Project& project, const std::string& sql) {
    return project.write([&sql](core::store::Database& database) { return database.execute(sql); });
}

inline core::Result<core::store::ImportSummary> importAs(core::store::Project& project, const std::string& file,
                                                         core::data::SourceKind kind,
                                                         std::optional<core::store::DuplicatePolicy> policy = {}) {
    core::store::ImportRequest request;
    request.path = file;
    request.kind = kind;
    request.onDuplicate = policy;
    request.again = true; // tests import what they have already imported
    core::JobContext job;
    return core::store::importFile(project, request, job);
}

inline core::Result<core::store::ImportSummary> importLog(core::store::Project& project, const std::string& file) {
    return importAs(project, file, core::data::SourceKind::Log);
}

/// read = imported + rejected + dropped, always.
inline bool addsUp(const core::store::ImportSummary& summary) {
    std::int64_t dropped = 0, rejected = 0;
    for (const auto& [reason, count] : summary.dropped)
        dropped += count;
    for (const auto& [reason, count] : summary.rejectedBy)
        rejected += count;
    return summary.read == summary.imported + summary.rejected + dropped && rejected == summary.rejected;
}

/// A log of `rows` purchases by few users of few items.
inline std::string madeLog(int rows) {
    std::string text = "user,item,kind,time,quantity,price\n";
    for (int i = 0; i < rows; ++i)
        text += "u" + std::to_string(i % 997) + ",item" + std::to_string(i * 7919 % 4001) + ",purchase,2024-01-0" +
                std::to_string(1 + i % 9) + " 10:00:00," + std::to_string(1 + i % 5) + ",9.5\n";
    return text;
}

} // namespace storetest
