// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/train/model_document.h"
#include "core/train/safetensors.h"

#include <cstring>

namespace core::train {
namespace {

constexpr const char* kFormat = "taillight-model";
constexpr int kVersion = 1;
/// In a packed model, files of the encoder are byte tensors of this prefix.
constexpr const char* kFilePrefix = "file:";
constexpr const char* kConfigKey = "config";
constexpr const char* kLabelsKey = "labels";

Error bad(const std::string& file, std::string detail) {
    return Error(ErrorCode::BadModel, std::move(detail)).inFile(file);
}

NamedTensor fileTensor(const std::string& name, const std::string& bytes) {
    NamedTensor tensor{kFilePrefix + name, "U8", {static_cast<std::int64_t>(bytes.size())}, {}};
    tensor.data.resize(bytes.size());
    if (!bytes.empty())
        std::memcpy(tensor.data.data(), bytes.data(), bytes.size());
    return tensor;
}

Result<std::vector<std::string>> readLabels(const Json& json, const std::string& file) {
    const auto list = json.is_object() ? json.find(kLabelsKey) : json.end();
    std::vector<std::string> names;
    if (!json.is_object() || list == json.end() || !list->is_array() || list->empty())
        return bad(file, "its labels are missing");
    for (const Json& name : *list) {
        if (!name.is_string())
            return bad(file, "one of its labels is no text");
        names.push_back(name.get<std::string>());
    }
    return names;
}

Result<std::vector<double>> readShift(const Json& config, std::size_t classes, const std::string& file) {
    std::vector<double> shift;
    const auto list = config.find("posthoc_shift");
    if (list == config.end())
        return shift;
    if (!list->is_array() || (!list->empty() && list->size() != classes))
        return bad(file, "posthoc_shift does not have one number per label");
    for (const Json& number : *list) {
        if (!number.is_number())
            return bad(file, "posthoc_shift does not have one number per label");
        shift.push_back(number.get<double>());
    }
    return shift;
}

Status checkHead(const Json& config, const std::string& file) {
    if (!config.is_object() || config.value("format", Json()) != kFormat)
        return bad(file, "it is no Taillight model");
    const Json version = config.value("version", Json());
    if (version != kVersion)
        return bad(file, "its version is " + dumpJson(version) + ", this program reads " + std::to_string(kVersion));
    if (!config.contains("model") || !config["model"].is_string() || !config.contains("architecture") ||
        !config["architecture"].is_object())
        return bad(file, "it lacks model or architecture");
    return {};
}

} // namespace

Json bundleConfig(const ModelBundle& bundle) {
    return {{"format", kFormat},
            {"version", kVersion},
            {"model", bundle.modelId},
            {"architecture", bundle.architecture},
            {"encoder", bundle.encoder->description()},
            {"posthoc_shift", bundle.postHocShift},
            {"provenance", bundle.provenance}};
}

Result<std::vector<std::string>> encoderFileNames(const Json& config, const std::string& file) {
    std::vector<std::string> names;
    if (!config.is_object() || !config.contains("encoder") || !config["encoder"].is_object())
        return names;
    const auto name = config["encoder"].find("file");
    if (name == config["encoder"].end())
        return names;
    // A model from elsewhere must not make the program read files of the user's.
    if (!name->is_string() || name->get<std::string>().empty() ||
        name->get<std::string>().find('/') != std::string::npos)
        return bad(file, "the encoder's file has no valid name");
    names.push_back(name->get<std::string>());
    return names;
}

Result<ModelBundle> bundleFromConfig(const Json& config, const Json& labels,
                                     const std::map<std::string, std::string>& encoderFiles, const std::string& file) {
    TL_CHECK_STATUS(checkHead(config, file));
    ModelBundle bundle;
    bundle.modelId = config["model"].get<std::string>();
    bundle.architecture = config["architecture"];
    bundle.provenance = config.value("provenance", Json::object());
    TL_TRY(bundle.labels.names, readLabels(labels, file));
    TL_TRY(bundle.postHocShift, readShift(config, bundle.labels.names.size(), file));
    if (bundle.architecture.value("classes", Json()) != bundle.labels.names.size())
        return bad(file,
                   "it has " + std::to_string(bundle.labels.names.size()) + " labels, the network another number");
    auto encoder = makeEncoder(config.value("encoder", Json()), encoderFiles);
    if (!encoder.ok())
        return encoder.error().file.empty() ? Error(encoder.error()).inFile(file) : encoder.error();
    bundle.encoder = std::move(encoder).value();
    // An id past the embedding table would be read from foreign memory.
    const Json vocabulary = bundle.architecture.value("vocabulary", Json());
    if (!vocabulary.is_number_integer() || vocabulary.get<std::int64_t>() < bundle.encoder->vocabularySize())
        return bad(file, "the text encoder knows more tokens than the network");
    return bundle;
}

std::string packModel(const ModelBundle& bundle) {
    std::vector<NamedTensor> tensors = bundle.weights;
    for (const auto& [name, bytes] : bundle.encoder->files())
        tensors.push_back(fileTensor(name, bytes));
    return writeSafetensors(tensors, {{kConfigKey, dumpJson(bundleConfig(bundle))},
                                      {kLabelsKey, dumpJson(Json{{kLabelsKey, bundle.labels.names}})}});
}

Result<ModelBundle> unpackModel(const std::string& blob, const std::string& file) {
    std::map<std::string, std::string> metadata;
    TL_TRY(std::vector<NamedTensor> tensors, readSafetensors(blob, file, &metadata));
    const auto config = parseJson(metadata[kConfigKey], file);
    const auto labels = parseJson(metadata[kLabelsKey], file);
    if (!config.ok() || !labels.ok())
        return bad(file, "it lacks its description");
    std::map<std::string, std::string> files;
    ModelState weights;
    const std::string_view prefix(kFilePrefix);
    for (NamedTensor& tensor : tensors) {
        if (tensor.name.starts_with(prefix))
            files[tensor.name.substr(prefix.size())] =
                std::string(reinterpret_cast<const char*>(tensor.data.data()), tensor.data.size());
        else
            weights.push_back(std::move(tensor));
    }
    TL_TRY(ModelBundle bundle, bundleFromConfig(*config, *labels, files, file));
    bundle.weights = std::move(weights);
    return bundle;
}

} // namespace core::train
