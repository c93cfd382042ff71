// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/panels/import_file.h"

#include "core/data/column_key.h"
#include "widgets/models/source_model.h"
#include "widgets/text.h"

#include <QCoreApplication>
#include <QFileInfo>

#include <algorithm>
#include <array>

namespace widgets {

using core::data::ColumnType;
using core::data::EventKind;
using core::data::SourceKind;

namespace {

bool hasColumn(const ImportFile& file, const std::string& column) {
    const auto& header = file.preview.header;
    return std::find(header.begin(), header.end(), column) != header.end();
}

const core::data::ColumnProfile* typeOf(const ImportFile& file, const std::string& column) {
    if (!file.types)
        return nullptr;
    for (const auto& one : file.types->columns)
        if (one.name == column)
            return &one;
    return nullptr;
}

/// Values of mapped columns that will be refused, as the whole file says.
void addUnlike(const ImportFile& file, QStringList& lines) {
    const auto note = [&](const char* field, auto fits, const QString& text, const QString& other) {
        const auto mapped = file.mapping.find(field);
        if (mapped == file.mapping.end())
            return;
        const auto* const column = typeOf(file, mapped->second);
        if (column == nullptr || column->values == 0)
            return;
        // Of a column of another type it is not known how many of its values can be used.
        if (!fits(column->type))
            lines << other.arg(toQString(mapped->second));
        else if (column->unlike > 0)
            lines << text.arg(formatInteger(column->unlike), formatInteger(column->values), toQString(mapped->second));
    };
    const auto isNumber = [](ColumnType type) { return type == ColumnType::Integer || type == ColumnType::Number; };
    for (const char* const field : {"price", "quantity", "grade", "rating"})
        note(field, isNumber,
             QCoreApplication::translate("ImportFile",
                                         "%1 of %2 values in “%3” are no numbers: such rows are rejected."),
             QCoreApplication::translate(
                 "ImportFile", "“%1” does not look like numbers: rows with anything else in it are rejected."));
    // Epoch seconds are whole numbers.
    const auto isTime = [](ColumnType type) { return type == ColumnType::Time || type == ColumnType::Integer; };
    note("time", isTime,
         QCoreApplication::translate("ImportFile", "%1 of %2 values in “%3” are no times: such rows are rejected."),
         QCoreApplication::translate("ImportFile",
                                     "“%1” does not look like times: rows with anything else in it are rejected."));
}

void addUnmapped(const ImportFile& file, QStringList& lines) {
    QStringList unmapped;
    for (const std::string& column : file.preview.header)
        if (std::none_of(file.mapping.begin(), file.mapping.end(),
                         [&column](const auto& one) { return one.second == column; }))
            unmapped << toQString(column);
    if (unmapped.isEmpty())
        return;
    constexpr int kShown = 6;
    QString names = unmapped.mid(0, kShown).join(QStringLiteral(", "));
    if (unmapped.size() > kShown)
        names += QStringLiteral(" …");
    lines << (file.keepExtra
                  ? QCoreApplication::translate("ImportFile", "Columns without a field are kept with each row: %1")
                  : QCoreApplication::translate("ImportFile", "Columns that are left out: %1"))
                 .arg(names);
}

void addPersonal(const ImportFile& file, QStringList& lines) {
    if (!file.scan)
        return;
    QStringList columns;
    for (const auto& column : file.scan->columns) {
        const bool ruled = std::any_of(file.privacy.rules.begin(), file.privacy.rules.end(),
                                       [&column](const auto& rule) { return rule.column == column.column; });
        bool kept = false;
        for (std::size_t kind = 0; kind < core::privacy::kPersonalKinds; ++kind)
            kept = kept || (column.cells[kind] > 0 && !column.chanceOnly(core::privacy::kAllPersonalKinds[kind]) &&
                            file.privacy.personal[kind] == core::privacy::PersonalAction::Keep);
        if (kept && !ruled)
            columns << toQString(column.column);
    }
    if (!columns.isEmpty())
        lines << QCoreApplication::translate("ImportFile", "Personal data would be kept as it is in: %1. See Privacy.")
                     .arg(columns.join(QStringLiteral(", ")));
}

/// A plan as the command line writes it may name our fields; the dialog shows columns of the file. Where a name is
/// both, both columns are hidden: rather too much than too little. Columns that the file lacks need no rule.
core::privacy::PrivacyPlan planForColumns(const ImportFile& file, const core::privacy::PrivacyPlan& plan) {
    core::privacy::PrivacyPlan result = plan;
    result.rules.clear();
    const auto add = [&result](core::privacy::ColumnRule rule, const std::string& column) {
        const auto same = [&column](const auto& one) { return one.column == column; };
        if (std::any_of(result.rules.begin(), result.rules.end(), same))
            return;
        rule.column = column;
        result.rules.push_back(std::move(rule));
    };
    for (const core::privacy::ColumnRule& rule : plan.rules) {
        if (hasColumn(file, rule.column))
            add(rule, rule.column);
        if (const auto mapped = file.mapping.find(rule.column); mapped != file.mapping.end())
            add(rule, mapped->second);
    }
    return result;
}

} // namespace

QString ImportFile::name() const {
    const QString path = QFileInfo(toQString(file.path)).fileName();
    return file.member.empty() ? path : path + QStringLiteral(" ▸ ") + toQString(file.member);
}

ImportFile importFileOf(core::data::FileProposal proposal) {
    ImportFile file;
    file.file = std::move(proposal.file);
    file.wanted.member = file.file.member;
    file.error = std::move(proposal.error);
    if (file.error) {
        file.state = ImportFile::State::Broken;
        file.chosen = false;
        return file;
    }
    file.preview = std::move(proposal.preview);
    file.kind = file.preview.proposedKind;
    file.mapping = file.preview.proposedMapping;
    if (file.mapping.empty())
        file.mapping = core::data::proposeMapping(file.preview, file.kind);
    file.defaultKind = proposal.eventKind;
    return file;
}

void applyProfile(ImportFile& file, const core::data::MappingProfile& profile) {
    file.kind = profile.kind;
    file.mapping.clear();
    for (const auto& [field, column] : profile.mapping)
        if (hasColumn(file, column))
            file.mapping[field] = column;
    file.kindValues = profile.kindValues;
    const std::string member = file.wanted.member;
    file.wanted = profile.read;
    file.wanted.member = member;
    file.profileProblem.clear();
    if (!profile.privacy.empty()) {
        if (const auto plan = core::privacy::planFromJson(profile.privacy); plan.ok())
            file.privacy = planForColumns(file, *plan);
        else
            file.profileProblem = errorText(plan.error());
    }
    file.profile = toQString(profile.name);
    file.kinds.reset();
}

core::data::MappingProfile profileOf(const ImportFile& file, const QString& name) {
    core::data::MappingProfile profile;
    profile.name = toStd(name);
    profile.kind = file.kind;
    profile.mapping = file.mapping;
    profile.read = file.wanted; // what was only found is found again
    profile.read.member.clear();
    profile.kindValues = file.kindValues;
    if (!file.privacy.empty())
        profile.privacy = core::privacy::planJson(file.privacy);
    profile.header = file.preview.header;
    return profile;
}

void setKind(ImportFile& file, SourceKind kind) {
    file.kind = kind;
    file.mapping = core::data::proposeMapping(file.preview, kind);
    file.duplicates.reset();
    file.kinds.reset();
    file.profile.clear();
    file.profileProblem.clear();
}

core::store::ImportRequest requestOf(const ImportFile& file) {
    core::store::ImportRequest request;
    request.path = file.file.path;
    request.kind = file.kind;
    request.mapping = file.mapping;
    request.mappingComplete = true;
    request.read = file.preview.options;
    request.read.member = file.file.member;
    request.kindValues = file.kindValues;
    request.keepExtra = file.keepExtra;
    request.again = file.again;
    if (file.kind == SourceKind::Log)
        request.defaultKind = file.defaultKind.value_or(EventKind::Purchase);
    request.onDuplicate = file.duplicates;
    return request;
}

core::Result<core::privacy::PrivacyPlan> privacyPlanOf(const ImportFile& file) {
    const std::vector<core::privacy::ColumnRule> rules = file.privacy.rules;
    core::privacy::PrivacyPlan plan = file.privacy;
    plan.rules.clear();
    plan.delimiter = file.preview.delimiter;
    // Without the rules: which columns are not to be searched.
    TL_TRY(plan, core::privacy::resolveFields(plan, file.mapping, file.preview.header, file.file.path));
    for (core::privacy::ColumnRule rule : rules) {
        if (rule.action == core::privacy::ColumnAction::Pseudonymise && rule.domain.empty()) {
            rule.domain = rule.column;
            for (const auto& [field, column] : file.mapping)
                if (column == rule.column)
                    rule.domain = field == "id" ? "item" : field;
        }
        plan.rules.push_back(std::move(rule));
    }
    return plan;
}

core::Status checkMappingOf(const ImportFile& file) {
    return core::data::checkMapping(file.mapping, file.kind, file.preview.header, file.preview.path);
}

MappedBy mappedBy(const ImportFile& file, const std::string& field) {
    const auto mapped = file.mapping.find(field);
    if (mapped == file.mapping.end())
        return MappedBy::Nothing;
    const auto proposed = core::data::proposeMapping(file.preview, file.kind);
    const auto found = proposed.find(field);
    if (found == proposed.end() || found->second != mapped->second)
        return MappedBy::User;
    const std::string key = core::data::columnKey(mapped->second);
    for (const auto& info : core::data::fieldsOf(file.kind))
        if (info.name == field)
            return std::find(info.aliases.begin(), info.aliases.end(), key) != info.aliases.end() ? MappedBy::Name
                                                                                                  : MappedBy::Contents;
    return MappedBy::Contents;
}

QStringList warningsOf(const ImportFile& file) {
    QStringList lines;
    if (const core::Status checked = checkMappingOf(file); !checked.ok())
        lines << errorText(checked.error());
    if (!file.profileProblem.isEmpty())
        lines << QCoreApplication::translate(
                     "ImportFile", "The privacy rules of the profile “%1” cannot be read, so nothing is hidden: %2")
                     .arg(file.profile, file.profileProblem);
    if (!file.importedBefore.isEmpty() && !file.again)
        lines << QCoreApplication::translate(
                     "ImportFile",
                     "A file of this name and size was imported before (%1). The same rows are not imported twice.")
                     .arg(file.importedBefore);
    for (const std::string& fault : file.preview.faults)
        lines << toQString(fault);
    addUnlike(file, lines);
    if (file.kind == SourceKind::Log && file.kinds && file.kinds->none > 0)
        lines << QCoreApplication::translate("ImportFile",
                                             "%1 rows name no kind of event: each becomes “%2”. See Events.")
                     .arg(formatInteger(file.kinds->none),
                          eventKindTitle(file.defaultKind.value_or(EventKind::Purchase)));
    const std::string& encoding = file.preview.encoding;
    if (!encoding.empty() && !encoding.starts_with("UTF-") && file.wanted.encoding.empty())
        lines << QCoreApplication::translate(
                     "ImportFile", "Read as %1. If texts below are garbled, choose another encoding under Reading.")
                     .arg(toQString(encoding));
    addPersonal(file, lines);
    addUnmapped(file, lines);
    return lines;
}

QString factsOf(const ImportFile& file) {
    if (!file.readable())
        return {};
    const auto& preview = file.preview;
    QStringList facts;
    facts << toQString(preview.format).toUpper();
    if (preview.compression != "none" && !preview.compression.empty())
        facts << toQString(preview.compression);
    if (!preview.encoding.empty())
        facts << toQString(preview.encoding);
    facts << QCoreApplication::translate("ImportFile", "%1 columns")
                 .arg(formatInteger(static_cast<qint64>(preview.header.size())));
    facts << formatBytes(preview.fileSize);
    if (file.types) {
        const std::int64_t rows = file.types->rows + file.types->faults;
        facts << QCoreApplication::translate("ImportFile", "%1 rows").arg(formatInteger(rows));
        constexpr double kRowsPerSecond = 300'000; // of a modest computer: only to tell seconds from minutes
        if (const double seconds = static_cast<double>(rows) / kRowsPerSecond; seconds >= 1)
            facts << QCoreApplication::translate("ImportFile", "about %1").arg(formatDuration(seconds));
    }
    if (!file.profile.isEmpty())
        facts << QCoreApplication::translate("ImportFile", "profile “%1”").arg(file.profile);
    return facts.join(QStringLiteral(" · "));
}

QString stateText(const ImportFile& file) {
    switch (file.state) {
    case ImportFile::State::Ready:
        return checkMappingOf(file).ok() ? QCoreApplication::translate("ImportFile", "ready")
                                         : QCoreApplication::translate("ImportFile", "a field is missing");
    case ImportFile::State::Broken:
        return QCoreApplication::translate("ImportFile", "cannot be read");
    case ImportFile::State::Waiting:
        return QCoreApplication::translate("ImportFile", "waiting");
    case ImportFile::State::Importing:
        return QCoreApplication::translate("ImportFile", "importing …");
    case ImportFile::State::Imported:
        return file.summary ? QCoreApplication::translate("ImportFile", "%1 imported, %2 rejected")
                                  .arg(formatInteger(file.summary->imported), formatInteger(file.summary->rejected))
                            : QCoreApplication::translate("ImportFile", "imported");
    case ImportFile::State::Known:
        return QCoreApplication::translate("ImportFile", "was there already");
    case ImportFile::State::Failed:
        return QCoreApplication::translate("ImportFile", "failed");
    case ImportFile::State::Cancelled:
        return QCoreApplication::translate("ImportFile", "cancelled");
    }
    return {};
}

QString sourceKindTitle(SourceKind kind) {
    switch (kind) {
    case SourceKind::Catalogue:
        return QCoreApplication::translate("ImportFile", "Catalogue: one product per row");
    case SourceKind::Log:
        return QCoreApplication::translate("ImportFile", "Log: one event per row");
    case SourceKind::Queries:
        return QCoreApplication::translate("ImportFile", "Queries: one search text per row");
    case SourceKind::Labels:
        return QCoreApplication::translate("ImportFile", "Relevance labels: query and item");
    case SourceKind::Reviews:
        return QCoreApplication::translate("ImportFile", "Reviews: one opinion per row");
    case SourceKind::Split:
        return QCoreApplication::translate("ImportFile", "Split made elsewhere: item and part");
    }
    return {};
}

QString eventKindTitle(EventKind kind) {
    switch (kind) {
    case EventKind::Impression:
        return QCoreApplication::translate("ImportFile", "impression");
    case EventKind::Click:
        return QCoreApplication::translate("ImportFile", "click");
    case EventKind::Cart:
        return QCoreApplication::translate("ImportFile", "cart");
    case EventKind::Purchase:
        return QCoreApplication::translate("ImportFile", "purchase");
    case EventKind::Search:
        return QCoreApplication::translate("ImportFile", "search");
    case EventKind::Review:
        return QCoreApplication::translate("ImportFile", "review");
    }
    return {};
}

} // namespace widgets
