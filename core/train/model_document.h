// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/train/model_io.h"

#include <map>

namespace core::train {

/// What config.json says: format, version, model, architecture, encoder, posthoc_shift, provenance.
Json bundleConfig(const ModelBundle& bundle);

/// The files that must lie beside config.json for the encoder. BadModel for a name that leaves the folder.
Result<std::vector<std::string>> encoderFileNames(const Json& config, const std::string& file);

/// A bundle, but for its weights, from config.json, labels.json and the encoder's files. BadModel names `file`.
Result<ModelBundle> bundleFromConfig(const Json& config, const Json& labels,
                                     const std::map<std::string, std::string>& encoderFiles, const std::string& file);

} // namespace core::train
