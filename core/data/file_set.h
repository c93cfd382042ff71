// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/job_context.h"
#include "core/base/result.h"
#include "core/data/preview.h"

#include <optional>
#include <string>
#include <vector>

namespace core::data {

/// A file to be imported: a path, and a member where it lies in a .zip with others.
struct FileChoice {
    std::string path;
    std::string member; ///< empty: the file itself, or the only one in a .zip
};

/// A file of a set with what is proposed for it.
struct FileProposal {
    FileChoice file;
    std::optional<Error> error; ///< why it cannot be read; nothing else is filled in then
    Preview preview;            ///< kind, mapping and options as proposed
    /// What a log without a kind column records, from the file's name ("clicks.csv", "2024-05_purchases.csv.gz").
    std::optional<EventKind> eventKind;
};

/// Files, folders (the files right in them, hidden ones left out) and patterns with * ? [ ] as one list without
/// repetitions; names within a folder or pattern in natural order (part2 before part10). A .zip with several files is
/// each of them. FileNotFound for what is not there or a pattern that nothing fits, NoData for an empty folder.
Result<std::vector<FileChoice>> expandFiles(const std::vector<std::string>& given);

/// Looks at the head of each file and puts them into the order in which they are best imported: catalogues, queries,
/// logs, labels, reviews, splits, and files of one kind as they were given; those that cannot be read last. Cancelled.
Result<std::vector<FileProposal>> proposeFiles(const std::vector<FileChoice>& files, const ReadOptions& options,
                                               JobContext& job);

/// The kind of event that a file's name speaks of.
std::optional<EventKind> eventKindOfName(const std::string& path);

} // namespace core::data
