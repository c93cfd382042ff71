// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/check.h"
#include "tests/support/kinds_shop.h"

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QProcessEnvironment>

#include <chrono>
#include <csignal>
#include <fcntl.h>
#include <spawn.h>
#include <sys/wait.h>
#include <thread>
#include <unistd.h>

extern char** environ;

/// Helpers for tests that do a project harm.
namespace faults {

inline core::Result<std::vector<core::store::CheckFinding>> check(const core::store::Project& project) {
    core::JobContext job;
    return core::store::checkProject(project, job);
}

/// The check that says the project is damaged; "unreadable" when it could not even be asked; empty = all is well.
inline std::string damageOf(const core::store::Project& project) {
    const auto findings = check(project);
    if (!findings.ok())
        return "unreadable: " + core::errorSentence(findings.error());
    for (const auto& finding : *findings)
        if (finding.severity == core::store::CheckFinding::Severity::Error)
            return finding.check + ": " + core::dumpJson(finding.numbers);
    return {};
}

/// Every row of every table as text, or the error that reading them met.
inline core::Result<std::string> everythingIn(const core::store::Project& project) {
    std::string text;
    const auto work = [&text](core::store::Database& database) -> core::Status {
        std::vector<std::string> tables;
        {
            TL_TRY(core::store::Statement names,
                   database.prepare("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name"));
            for (;;) {
                TL_TRY(const bool more, names.step());
                if (!more)
                    break;
                tables.emplace_back(names.text(0));
            }
        }
        for (const std::string& table : tables) {
            text += table + "\n";
            TL_TRY(core::store::Statement rows, database.prepare("SELECT * FROM \"" + table + "\" ORDER BY 1, 2"));
            for (;;) {
                TL_TRY(const bool more, rows.step());
                if (!more)
                    break;
                for (int i = 0; i < rows.columns(); ++i)
                    text += rows.isNull(i) ? std::string("∅|") : std::string(rows.text(i)) + "|";
                text += "\n";
            }
        }
        return {};
    };
    TL_CHECK_STATUS(project.read(work));
    return text;
}

struct Ended {
    int exitCode = -1; ///< -1: it did not end by itself
    QString out, err;
};

/// Runs taillight-cli to its end.
inline Ended cli(const QStringList& arguments, const std::vector<std::pair<QString, QString>>& environment = {}) {
    QProcess process;
    QProcessEnvironment variables = QProcessEnvironment::systemEnvironment();
    for (const auto& [name, value] : environment)
        variables.insert(name, value);
    process.setProcessEnvironment(variables);
    process.start(QStringLiteral(TAILLIGHT_CLI), arguments);
    constexpr int kPatience = 60'000;
    if (!process.waitForFinished(kPatience)) {
        process.kill();
        process.waitForFinished();
        return {-1, {}, QStringLiteral("it did not end")};
    }
    return {process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1,
            QString::fromUtf8(process.readAllStandardOutput()), QString::fromUtf8(process.readAllStandardError())};
}

/// A taillight-cli that misbehaves as tests/fault/fault_shim.cpp says.
inline Ended cliWith(const char* fault, const QString& value, const QStringList& arguments) {
    return cli(arguments, {{QStringLiteral("LD_PRELOAD"), QStringLiteral(TAILLIGHT_FAULT_SHIM)},
                           {QString::fromLatin1(fault), value}});
}

/// Starts taillight-cli and kills it (SIGKILL) after `delay`, if it has not ended by then. True: it was killed.
inline bool killCliAfter(std::chrono::microseconds delay, const std::vector<std::string>& arguments) {
    std::vector<std::string> words{TAILLIGHT_CLI};
    words.insert(words.end(), arguments.begin(), arguments.end());
    std::vector<char*> argv;
    for (std::string& word : words)
        argv.push_back(word.data());
    argv.push_back(nullptr);
    posix_spawn_file_actions_t actions;
    ::posix_spawn_file_actions_init(&actions);
    ::posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, "/dev/null", O_WRONLY, 0);
    ::posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0);
    pid_t child = -1;
    const int failed = ::posix_spawn(&child, TAILLIGHT_CLI, &actions, nullptr, argv.data(), environ);
    ::posix_spawn_file_actions_destroy(&actions);
    if (failed != 0)
        return false;
    std::this_thread::sleep_for(delay);
    ::kill(child, SIGKILL);
    int status = 0;
    return ::waitpid(child, &status, 0) == child && WIFSIGNALED(status);
}

inline bool copyFile(const std::string& from, const std::string& to) {
    QFile::remove(QString::fromStdString(to));
    return QFile::copy(QString::fromStdString(from), QString::fromStdString(to));
}

/// Removes a project with everything that lies beside it.
inline void removeProject(const std::string& path) {
    for (const char* ending : {"", "-wal", "-shm", "-journal", ".lock", ".new"})
        QFile::remove(QString::fromStdString(path + ending));
}

/// A project with a catalogue, a log, labels, a review, refused rows and a split, closed.
inline bool makeProject(const storetest::Folder& folder, const std::string& path) {
    using core::data::SourceKind;
    const auto project = storetest::openProject(path);
    if (!project)
        return false;
    std::string items = "id,title,category,price\n";
    for (int i = 0; i < 300; ++i)
        items += "item" + std::to_string(i) + ",Title of item " + std::to_string(i) + "," +
                 (i % 3 == 0 ? "Light" : "Seat") + "," + std::to_string(i) + ".25\n";
    items += ",without an id,Light,1\n";
    return storetest::importAs(*project, folder.write("items.csv", items), SourceKind::Catalogue).ok() &&
           storetest::importLog(*project, folder.write("log.csv", storetest::madeLog(1500))).ok() &&
           storetest::importAs(*project, folder.write("labels.csv", "query,item,grade\nlamp,item1,2\n灯,item2,1\n"),
                               SourceKind::Labels)
               .ok() &&
           storetest::importAs(*project, folder.write("reviews.csv", "item,user,rating,text\nitem1,u1,5,good\n"),
                               SourceKind::Reviews)
               .ok() &&
           storetest::importAs(*project, folder.write("split.csv", "item,part\nitem1,train\nitem2,test\nitem3,train\n"),
                               SourceKind::Split)
               .ok();
}

} // namespace faults
