// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/train/model_io.h"

#include "core/base/file.h"
#include "core/train/model_document.h"
#include "core/train/safetensors.h"

#include <filesystem>
#include <unistd.h>

namespace core::train {
namespace {

namespace fs = std::filesystem;

constexpr const char* kWeightsFile = "model.safetensors";
constexpr const char* kConfigFile = "config.json";
constexpr const char* kLabelsFile = "labels.json";
constexpr const char* kCardFile = "README.md";

/// A folder that is removed again unless it was renamed into place.
class TemporaryFolder {
public:
    explicit TemporaryFolder(fs::path path) : m_path(std::move(path)) {}
    ~TemporaryFolder() {
        std::error_code ignored;
        if (!m_kept)
            fs::remove_all(m_path, ignored);
    }
    TemporaryFolder(const TemporaryFolder&) = delete;
    TemporaryFolder& operator=(const TemporaryFolder&) = delete;
    std::string file(const std::string& name) const { return (m_path / name).string(); }
    const fs::path& path() const { return m_path; }
    void keep() { m_kept = true; }

private:
    fs::path m_path;
    bool m_kept = false;
};

Status writeFiles(const TemporaryFolder& folder, const ModelBundle& bundle, const std::string& modelCard) {
    TL_CHECK_STATUS(writeFileAtomically(folder.file(kWeightsFile), writeSafetensors(bundle.weights, {})));
    TL_CHECK_STATUS(writeFileAtomically(folder.file(kConfigFile), dumpJsonPretty(bundleConfig(bundle)) + "\n"));
    const Json labels{{"labels", bundle.labels.names}};
    TL_CHECK_STATUS(writeFileAtomically(folder.file(kLabelsFile), dumpJsonPretty(labels) + "\n"));
    TL_CHECK_STATUS(writeFileAtomically(folder.file(kCardFile), modelCard));
    for (const auto& [name, bytes] : bundle.encoder->files())
        TL_CHECK_STATUS(writeFileAtomically(folder.file(name), bytes));
    return {};
}

/// A part of the model directory: a missing one is a fault of the model, not of the user's path.
Result<std::string> readPart(const fs::path& directory, const std::string& name) {
    const std::string path = (directory / name).string();
    auto bytes = readFile(path);
    if (!bytes.ok() && bytes.error().code == ErrorCode::FileNotFound)
        return Error(ErrorCode::BadModel, "it is missing").inFile(path);
    return bytes;
}

Result<Json> readJsonPart(const fs::path& directory, const std::string& name) {
    TL_TRY(const std::string text, readPart(directory, name));
    const std::string path = (directory / name).string();
    auto json = parseJson(text, path);
    if (!json.ok())
        return Error(ErrorCode::BadModel, "it is no valid JSON: " + json.error().detail).inFile(path);
    return json;
}

} // namespace

Status saveModel(const std::string& directory, const ModelBundle& bundle, const std::string& modelCard) {
    fs::path target = fs::path(directory).lexically_normal();
    if (!target.has_filename())
        target = target.parent_path();
    std::error_code error;
    if (fs::exists(fs::symlink_status(target, error)))
        return Error(ErrorCode::FileExists).inFile(target.string());
    const fs::path parent = target.has_parent_path() ? target.parent_path() : fs::path(".");
    TL_CHECK_STATUS(makeDirectory(parent.string()));

    TemporaryFolder folder(parent / ("." + target.filename().string() + ".partial-" + std::to_string(::getpid())));
    fs::remove_all(folder.path(), error); // left by a process of the same number that was killed
    TL_CHECK_STATUS(makeDirectory(folder.path().string()));
    TL_CHECK_STATUS(writeFiles(folder, bundle, modelCard));
    // A file system cannot rename a folder over a filled one, so nobody's files are lost in a race.
    fs::rename(folder.path(), target, error);
    if (error)
        return Error(ErrorCode::WriteFailed, error.message()).inFile(target.string());
    folder.keep();
    return {};
}

Result<ModelBundle> loadModel(const std::string& directory) {
    const fs::path folder(directory);
    std::error_code error;
    if (!fs::exists(folder, error))
        return Error(ErrorCode::FileNotFound).inFile(directory);
    if (!fs::is_directory(folder, error))
        return Error(ErrorCode::BadModel,
                     "a model is a folder with " + std::string(kConfigFile) + " and " + kWeightsFile)
            .inFile(directory);
    TL_TRY(const Json config, readJsonPart(folder, kConfigFile));
    TL_TRY(const Json labels, readJsonPart(folder, kLabelsFile));
    const std::string configPath = (folder / kConfigFile).string();
    TL_TRY(const std::vector<std::string> names, encoderFileNames(config, configPath));
    std::map<std::string, std::string> files;
    for (const std::string& name : names) {
        TL_TRY(files[name], readPart(folder, name));
    }
    TL_TRY(ModelBundle bundle, bundleFromConfig(config, labels, files, configPath));
    const std::string weightsPath = (folder / kWeightsFile).string();
    TL_TRY(const std::string bytes, readPart(folder, kWeightsFile));
    TL_TRY(bundle.weights, readSafetensors(bytes, weightsPath));
    return bundle;
}

} // namespace core::train
