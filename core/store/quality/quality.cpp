// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/quality/quality.h"

#include "core/base/noop.h"
#include "core/data/record_reader.h"
#include "core/data/values.h"
#include "core/store/browse/sql_functions.h"
#include "core/store/clean/fingerprint.h"
#include "core/store/entity_store.h"
#include "core/store/quality/quality_parts.h"

#include <algorithm>
#include <chrono>

namespace core::store {
namespace {

double secondsSince(std::chrono::steady_clock::time_point start) {
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
}

Status readImbalance(const Project& project, JobContext& job, std::vector<EntityImbalance>& list) {
    for (const std::string& entity : entityNames()) {
        TL_CHECK_STATUS(job.check());
        const auto table = supportOf(project, {entity, {}, {}}, job);
        if (!table.ok() && table.error().code == ErrorCode::NoData)
            continue;
        if (!table.ok())
            return table.error();
        EntityImbalance one{entity, (*table)->measure, 0, 0, stats::computeIndices((*table)->counts)};
        one.entities = static_cast<std::int64_t>((*table)->counts.size());
        for (const std::int64_t count : (*table)->counts)
            one.total += count;
        list.push_back(std::move(one));
    }
    return {};
}

/// Feeds the cells of one record to the profiles of its columns.
void addRecord(const data::Record& record, std::vector<ColumnProfile>& profiles) {
    for (std::size_t i = 0; i < profiles.size(); ++i) {
        const std::string_view cell = record.fields[i];
        switch (data::cellKind(cell)) {
        case data::CellKind::Missing:
            profiles[i].addMissing();
            break;
        case data::CellKind::Null:
            profiles[i].addNull();
            break;
        case data::CellKind::Empty:
        case data::CellKind::Value:
            profiles[i].addText(data::trim(cell));
            break;
        }
    }
}

QualityFinding repeatedRows(std::vector<clean::Fingerprint>& prints, std::int64_t faulty) {
    std::sort(prints.begin(), prints.end());
    const auto unique = std::unique(prints.begin(), prints.end()) - prints.begin();
    const auto rows = static_cast<std::int64_t>(prints.size());
    const std::int64_t repeated = rows - unique;
    return {repeated > 0 ? QualityFinding::Severity::Warning : QualityFinding::Severity::Ok,
            QualityFinding::Topic::Duplicates,
            "duplicate_rows",
            repeated > 0 ? TL_NOOP("Quality", "Rows of the file repeat others in every column.")
                         : TL_NOOP("Quality", "No row of the file repeats another in every column."),
            {{"rows", rows}, {"repeated", repeated}, {"faulty_rows", faulty}}};
}

} // namespace

Result<QualityReport> qualityReport(const Project& project, JobContext& job) {
    const auto start = std::chrono::steady_clock::now();
    QualityReport report;
    report.subject = project.path();
    const auto work = [&](Database& database) -> Status {
        const Interrupter interrupter(database, job);
        TL_CHECK_STATUS(quality::readColumns(database, job, report.columns));
        TL_CHECK_STATUS(quality::findDuplicates(database, job, report.findings));
        return quality::findLeaks(database, job, report.findings);
    };
    TL_CHECK_STATUS(project.read(work));
    TL_CHECK_STATUS(readImbalance(project, job, report.imbalance));
    report.seconds = secondsSince(start);
    return report;
}

Result<QualityReport> fileQuality(const std::string& path, const data::ReadOptions& options, JobContext& job) {
    const auto start = std::chrono::steady_clock::now();
    QualityReport report;
    report.subject = path;
    TL_TRY(const auto reader, data::RecordReader::open(path, options));
    std::vector<ColumnProfile> profiles;
    for (const std::string& name : reader->header())
        profiles.emplace_back("", name);
    job.begin(TL_NOOP("Job", "Looking at the columns"), reader->fileSize(), "bytes");
    std::vector<clean::Fingerprint> prints;
    std::int64_t faulty = 0;
    data::Record record;
    for (std::int64_t row = 0;; ++row) {
        if (row % 1024 == 0) {
            TL_CHECK_STATUS(job.check());
            job.report(reader->consumed());
        }
        TL_TRY(const bool more, reader->next(record));
        if (!more)
            break;
        if (record.fault != data::RowFault::None || record.fields.size() != profiles.size()) {
            ++faulty;
            continue;
        }
        addRecord(record, profiles);
        clean::Fingerprint& print = prints.emplace_back();
        for (const std::string_view cell : record.fields)
            print.add(cell);
    }
    for (ColumnProfile& profile : profiles)
        report.columns.push_back(profile.finish());
    report.findings.push_back(repeatedRows(prints, faulty));
    report.seconds = secondsSince(start);
    return report;
}

} // namespace core::store
