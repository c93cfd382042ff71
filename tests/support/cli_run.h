// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QStringList>

/// What the headless program answered.
struct CliOutcome {
    int code = -1; ///< -2: it crashed
    QByteArray out;
    QByteArray err;
    QJsonObject json() const { return QJsonDocument::fromJson(out).object(); }
};

/// Runs the real program: "import p.taillight --log f.csv" with the words already apart.
inline CliOutcome runCli(const QStringList& arguments) {
    QProcess process;
    process.start(QStringLiteral(TAILLIGHT_CLI), arguments);
    CliOutcome outcome;
    constexpr int kLongest = 240'000;
    if (!process.waitForFinished(kLongest))
        return outcome;
    outcome.code = process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -2;
    outcome.out = process.readAllStandardOutput();
    outcome.err = process.readAllStandardError();
    return outcome;
}

/// The words of a command line without quotes; {p} stands for the project.
inline QStringList words(const char* line, const QString& project) {
    QStringList list = QString::fromUtf8(line).split(QLatin1Char(' '), Qt::SkipEmptyParts);
    list.replaceInStrings(QStringLiteral("{p}"), project);
    return list;
}
