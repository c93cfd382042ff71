// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/job_context.h"
#include "core/data/sample_shop.h"
#include "core/store/project.h"

#include <string>

namespace widgets::shell {

/// A shop small enough to be generated, imported and trained on within seconds.
core::data::SampleShopConfig smallSampleShop();

/// Generates a sample shop, makes a new project of it (catalogue, log, one stratified split) and returns it open. When
/// it fails or is cancelled, no file is left behind. FileExists and whatever its steps say. Any thread.
core::Result<core::store::ProjectPtr>
makeSampleProject(const std::string& path, const core::data::SampleShopConfig& config, core::JobContext& job);

} // namespace widgets::shell
