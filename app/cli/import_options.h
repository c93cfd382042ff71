// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/passphrase.h"

#include "core/base/job_context.h"
#include "core/data/file_set.h"
#include "core/data/profiles.h"
#include "core/privacy/plan.h"
#include "core/store/import.h"
#include "core/store/import_privacy.h"

#include <string>
#include <vector>

namespace app {

/// `import` as it was written on the command line.
struct ImportOptions {
    std::string project;
    std::vector<std::string> catalogue, log, queries, labels, reviews, split, folder;
    std::vector<std::string> maps, kindValues, nulls;
    std::string kind, delimiter, quote, encoding, format, sheet, member, decimal, timeZone, onDuplicate;
    std::string profile, saveProfile;
    std::vector<std::string> pseudonymise, drop, generalise, personal;
    std::string keyFile, passphraseFile;
    bool noHeader = false, dayFirst = false, again = false, noExtra = false, dryRun = false;
};

/// One file to import and how, before its privacy rules are resolved against its columns.
struct PlannedImport {
    core::store::ImportRequest request;
    core::data::Preview preview;
    core::privacy::PrivacyPlan privacy;
    core::data::MappingProfile profile; ///< what --save-profile keeps
};

/// Looks at every file that was named and settles how it is imported; nothing is written. Catalogues come first, then
/// queries, logs, labels, reviews and splits. Usage, UnknownChoice, and whatever is wrong with the first bad file.
core::Result<std::vector<PlannedImport>> planImports(const ImportOptions& options, core::JobContext& job);

/// Where the key of pseudonyms comes from; asks on the terminal when no file is given. Empty when no plan needs one.
core::Result<core::store::KeySource> keySourceOf(const ImportOptions& options,
                                                 const std::vector<PlannedImport>& imports, core::JobContext& job);

} // namespace app
