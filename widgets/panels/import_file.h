// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/column_types.h"
#include "core/data/file_set.h"
#include "core/data/preview.h"
#include "core/data/profiles.h"
#include "core/data/value_counts.h"
#include "core/privacy/detect.h"
#include "core/privacy/plan.h"
#include "core/store/import.h"

#include <QString>
#include <QStringList>

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace widgets {

/// One file of the import dialog: what was found in it, what the user decided, and what became of it.
struct ImportFile {
    enum class State {
        Ready,
        Broken, ///< its head cannot be read: `error`
        Waiting,
        Importing,
        Imported,
        Known, ///< the same bytes are in the project already
        Failed,
        Cancelled
    };

    core::data::FileChoice file;
    State state = State::Ready;
    bool chosen = true; ///< is imported when the import starts
    std::optional<core::Error> error;
    core::data::Preview preview;
    std::vector<std::string> sheets; ///< of a workbook, in the order of its tabs

    core::data::ReadOptions wanted; ///< what the user fixed; the rest is found from the file
    core::data::SourceKind kind = core::data::SourceKind::Catalogue;
    core::data::Mapping mapping;
    std::map<std::string, std::string> kindValues;
    std::optional<core::data::EventKind> defaultKind;
    std::optional<core::store::DuplicatePolicy> duplicates;
    bool keepExtra = true;
    bool again = false; ///< import although it is there already
    core::privacy::PrivacyPlan privacy;
    QString profile;        ///< the one that was applied; empty = none
    QString profileProblem; ///< why its privacy rules could not be taken over; empty = they were

    std::optional<core::data::ColumnTypes> types;    ///< of the whole file
    std::optional<core::data::ValueCounts> kinds;    ///< values of the column that `kind` is mapped to
    std::optional<core::privacy::PersonalScan> scan; ///< personal data
    QString importedBefore;                          ///< when a file of this name and size was imported; empty = never
    std::optional<core::store::ImportSummary> summary;

    QString name() const; ///< of the file, with the member of an archive
    bool readable() const { return !error && !preview.header.empty(); }
    bool open() const { return state == State::Ready || state == State::Failed || state == State::Cancelled; }
};

/// From what was found: kind, mapping, kind of events.
ImportFile importFileOf(core::data::FileProposal proposal);
/// Takes over what a profile remembers, as far as the file has the columns.
void applyProfile(ImportFile& file, const core::data::MappingProfile& profile);
/// What would be remembered of it.
core::data::MappingProfile profileOf(const ImportFile& file, const QString& name);
/// Another kind: its fields are proposed anew.
void setKind(ImportFile& file, core::data::SourceKind kind);

/// Without the transform of the rows.
core::store::ImportRequest requestOf(const ImportFile& file);
/// The privacy plan with domains, every rule for a column of the file: give it to makeImportTransform() without a
/// mapping, for there a name that is also a field of ours would mean another column.
core::Result<core::privacy::PrivacyPlan> privacyPlanOf(const ImportFile& file);
core::Status checkMappingOf(const ImportFile& file);

/// How a column came to its field: by its name, by its contents, by a profile or by hand.
enum class MappedBy { Nothing, Name, Contents, User };
MappedBy mappedBy(const ImportFile& file, const std::string& field);

/// Sentences that should be read before the import starts, the weightiest first.
QStringList warningsOf(const ImportFile& file);
/// "CSV, zstd, GB18030, 8 columns, 3.3 MB, 541,909 rows, about 2 s".
QString factsOf(const ImportFile& file);
QString stateText(const ImportFile& file);

QString sourceKindTitle(core::data::SourceKind kind);
QString eventKindTitle(core::data::EventKind kind);

} // namespace widgets
