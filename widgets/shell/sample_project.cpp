// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/shell/sample_project.h"

#include "core/store/import.h"
#include "core/store/split_store.h"

#include <QFile>
#include <QTemporaryDir>

namespace widgets::shell {

namespace {

core::Status fill(core::store::Project& project, const std::string& directory,
                  const core::data::SampleShopConfig& config, core::JobContext& job) {
    TL_TRY(const core::data::SampleShopSummary shop, core::data::generateSampleShop(directory, config, job));
    core::store::ImportRequest request;
    request.path = shop.cataloguePath;
    request.kind = core::data::SourceKind::Catalogue;
    TL_TRY([[maybe_unused]] const core::store::ImportSummary catalogue, core::store::importFile(project, request, job));
    request = {};
    request.path = shop.logPath;
    request.kind = core::data::SourceKind::Log;
    TL_TRY([[maybe_unused]] const core::store::ImportSummary log, core::store::importFile(project, request, job));
    core::store::SplitConfig split;
    TL_TRY([[maybe_unused]] const core::store::SplitInfo made, core::store::makeSplit(project, split, job));
    return {};
}

} // namespace

core::data::SampleShopConfig smallSampleShop() {
    core::data::SampleShopConfig config;
    config.items = 3'000;
    config.users = 3'000;
    config.events = 200'000;
    config.classes = 24;
    return config;
}

core::Result<core::store::ProjectPtr>
makeSampleProject(const std::string& path, const core::data::SampleShopConfig& config, core::JobContext& job) {
    QTemporaryDir directory;
    if (!directory.isValid())
        return core::Error(core::ErrorCode::WriteFailed, directory.errorString().toStdString())
            .inFile(directory.path().toStdString());
    TL_TRY(core::store::ProjectPtr project, core::store::Project::open(path, core::store::Project::Access::CreateNew));
    core::Status status = fill(*project, directory.path().toStdString(), config, job);
    if (status.ok())
        return project;
    project.reset(); // closes the file, so that it can go
    const QString file = QString::fromStdString(path);
    for (const char* suffix : {"", "-wal", "-shm"})
        QFile::remove(file + QLatin1String(suffix));
    return std::move(status).error();
}

} // namespace widgets::shell
