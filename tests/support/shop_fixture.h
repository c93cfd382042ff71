// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error_text.h"
#include "core/base/file.h"
#include "core/base/json.h"
#include "core/store/import.h"
#include "core/store/project.h"

#include <QTemporaryDir>
#include <QTest>

#include <string>
#include <vector>

#define VERIFY_OK(expression)                                                                                          \
    do {                                                                                                               \
        const auto& verified = (expression);                                                                           \
        QVERIFY2(verified.ok(), verified.ok() ? "" : core::errorSentence(verified.error()).c_str());                   \
    } while (false)

#define VERIFY_ERROR(expression, expected)                                                                             \
    do {                                                                                                               \
        const auto& verified = (expression);                                                                           \
        QVERIFY(!verified.ok());                                                                                       \
        QCOMPARE(QString::fromLatin1(core::errorName(verified.error().code)),                                          \
                 QString::fromLatin1(core::errorName(expected)));                                                      \
    } while (false)

/// QCOMPARE cannot take Json: it converts to everything, so that every way of printing it would do.
#define COMPARE_JSON(actual, expected) QCOMPARE(core::dumpJson(actual), core::dumpJson(expected))

/// A folder that goes away with the test, and projects in it made from CSV texts.
class ShopFixture {
public:
    std::string path(const std::string& name) const {
        return m_folder.filePath(QString::fromStdString(name)).toStdString();
    }

    std::string write(const std::string& name, const std::string& text) const {
        const std::string file = path(name);
        return core::writeFileAtomically(file, text).ok() ? file : std::string();
    }

    /// A new project with this catalogue.
    core::Result<core::store::ProjectPtr> project(const std::string& name, const std::string& catalogue,
                                                  const core::data::Mapping& mapping = {}) const {
        TL_TRY(auto project, core::store::Project::open(path(name), core::store::Project::Access::CreateNew));
        core::store::ImportRequest request;
        request.path = write(name + ".csv", catalogue);
        request.mapping = mapping;
        core::JobContext job;
        TL_TRY([[maybe_unused]] const auto summary, core::store::importFile(*project, request, job));
        return project;
    }

    /// `counts[k]` items of class k. Keys and titles are unique.
    static std::vector<std::string> items(const std::vector<int>& counts) {
        std::vector<std::string> rows;
        for (std::size_t k = 0; k < counts.size(); ++k)
            for (int i = 0; i < counts[k]; ++i) {
                const std::string number = std::to_string(k) + "x" + std::to_string(i);
                rows.push_back("k" + number + ",thing " + number + ",class " + std::to_string(k));
            }
        return rows;
    }

    static std::string catalogue(const std::vector<std::string>& rows) {
        std::string text = "id,title,label\n";
        for (const std::string& row : rows)
            text += row + "\n";
        return text;
    }

private:
    QTemporaryDir m_folder;
};
