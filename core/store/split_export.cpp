// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/noop.h"
#include "core/data/csv_field.h"
#include "core/data/fields.h"
#include "core/data/values.h"
#include "core/store/database.h"
#include "core/store/draft_file.h"
#include "core/store/split_store.h"

namespace core::store {
namespace {

constexpr std::int64_t kRowsBetweenChecks = 1024;

void field(std::string& text, std::string_view value) {
    data::appendCsvField(text, value);
    text += ',';
}

void endRow(std::string& text, std::int64_t part) {
    text += data::partName(static_cast<data::Part>(part));
    text += '\n';
}

class Exporter {
public:
    Exporter(const SplitInfo& info, DraftFile& file) : m_info(info), m_file(file) {}

    const char* sql() const {
        return m_info.ofItems() ? "SELECT i.key, i.title, r.class, r.part FROM split_row r "
                                  "JOIN item i ON i.id = r.item_id WHERE r.split_id = ?1 ORDER BY i.key"
                                : "SELECT e.id, (SELECT key FROM user WHERE id = e.user_id), i.key, e.kind, e.time, "
                                  "(SELECT text FROM query WHERE id = e.query_id), e.label, r.part FROM split_event r "
                                  "JOIN event e ON e.id = r.event_id JOIN item i ON i.id = e.item_id "
                                  "WHERE r.split_id = ?1 ORDER BY r.event_id";
    }

    void header() {
        m_file.buffer() += m_info.ofItems() ? "id,text,label,part\n" : "event,user,item,kind,time,query,label,part\n";
    }

    Status row(const Statement& row) {
        std::string& text = m_file.buffer();
        if (m_info.ofItems()) {
            field(text, row.text(0));
            field(text, row.text(1));
            const auto label = static_cast<std::size_t>(row.integer(2));
            field(text, label < m_info.labels.size() ? std::string_view(m_info.labels[label]) : std::string_view());
            endRow(text, row.integer(3));
        } else {
            text += std::to_string(row.integer(0)) + ",";
            field(text, row.text(1));
            field(text, row.text(2));
            field(text, data::eventKindName(static_cast<data::EventKind>(row.integer(3))));
            field(text, row.isNull(4) ? std::string() : data::formatTime(row.integer(4)));
            field(text, row.text(5));
            field(text, row.text(6));
            endRow(text, row.integer(7));
        }
        return m_file.flushIfLarge();
    }

private:
    const SplitInfo& m_info;
    DraftFile& m_file;
};

} // namespace

Status exportSplit(const Project& project, SplitId split, const std::string& path, JobContext& job) {
    TL_TRY(const SplitInfo info, splitInfo(project, split));
    DraftFile file(path);
    TL_CHECK_STATUS(file.open());
    Exporter exporter(info, file);
    exporter.header();
    job.begin(TL_NOOP("Job", "Writing the split"), info.rows[0] + info.rows[1] + info.rows[2], "rows");
    const auto work = [&](Database& database) -> Status {
        database.setCancelProbe([&job] { return job.cancelled(); });
        TL_TRY(Statement rows, database.prepare(exporter.sql()));
        rows.bind(1, raw(split));
        for (std::int64_t done = 0;; ++done) {
            if (done % kRowsBetweenChecks == 0) {
                TL_CHECK_STATUS(job.check());
                job.report(done);
            }
            TL_TRY(const bool more, rows.step());
            if (!more)
                return {};
            TL_CHECK_STATUS(exporter.row(rows));
        }
    };
    TL_CHECK_STATUS(project.read(work));
    return file.finish();
}

Status exportSplit(const Project& project, SplitId split, const std::string& path) {
    JobContext job;
    return exportSplit(project, split, path, job);
}

} // namespace core::store
