// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/noop.h"
#include "core/privacy/detect.h"
#include "core/privacy/detect_parts.h"

#include <algorithm>

namespace core::privacy {
namespace {

constexpr std::size_t kExamples = 3;
constexpr std::int64_t kRowsPerQuestion = 256;
constexpr std::size_t kCardKind = static_cast<std::size_t>(PersonalKind::CardNumber);

} // namespace

bool ColumnFindings::any() const {
    return std::any_of(cells.begin(), cells.end(), [](std::int64_t count) { return count > 0; });
}

bool ColumnFindings::chanceOnly(PersonalKind kind) const {
    if (kind != PersonalKind::CardNumber || cells[kCardKind] == 0)
        return false;
    // Real cards all pass Luhn; of other numbers every tenth does.
    return lookAlikes[kCardKind] >= 3 * cells[kCardKind];
}

Json columnFindingsJson(const ColumnFindings& findings) {
    Json kinds = Json::object();
    for (const PersonalKind kind : kAllPersonalKinds) {
        const auto k = static_cast<std::size_t>(kind);
        if (findings.cells[k] > 0)
            kinds[std::string(personalKindName(kind))] = Json{{"cells", findings.cells[k]},
                                                              {"examples", findings.examples[k]},
                                                              {"chance_only", findings.chanceOnly(kind)}};
    }
    return Json{{"column", findings.column}, {"texts", findings.rows}, {"found", std::move(kinds)}};
}

void scanCell(std::string_view text, const KindSet& kinds, ColumnFindings& findings) {
    thread_local std::vector<PersonalFinding> found;
    thread_local std::string digits;
    if (text.empty())
        return;
    ++findings.rows;
    findPersonal(text, kinds, found);
    std::array<bool, kPersonalKinds> seen{};
    for (const PersonalFinding& finding : found) {
        const auto k = static_cast<std::size_t>(finding.kind);
        if (!seen[k])
            ++findings.cells[k];
        seen[k] = true;
        if (findings.examples[k].size() < kExamples)
            findings.examples[k].push_back(maskedExample(finding.kind, text.substr(finding.begin, finding.length)));
    }
    if (kinds[kCardKind] && !seen[kCardKind] && text.size() >= 14 && text.size() <= 23 &&
        detecting::cardShape(text, digits) == text.size())
        ++findings.lookAlikes[kCardKind];
}

Result<PersonalScan> scanPersonalData(data::RecordReader& reader, JobContext& job, const KindSet& kinds,
                                      std::int64_t limit) {
    PersonalScan scan;
    scan.path = reader.path();
    scan.columns.resize(reader.header().size());
    for (std::size_t c = 0; c < scan.columns.size(); ++c)
        scan.columns[c].column = reader.header()[c];
    job.begin(TL_NOOP("Job", "Looking for personal data"), reader.fileSize(), "bytes");
    data::Record row;
    for (;;) {
        if (limit > 0 && scan.rows >= limit) {
            TL_TRY(const bool more, reader.next(row));
            scan.whole = !more;
            return scan;
        }
        TL_TRY(const bool more, reader.next(row));
        if (!more)
            return scan;
        if (scan.rows++ % kRowsPerQuestion == 0) {
            TL_CHECK_STATUS(job.check());
            job.report(reader.consumed());
        }
        for (std::size_t c = 0; c < std::min(row.fields.size(), scan.columns.size()); ++c)
            scanCell(row.fields[c], kinds, scan.columns[c]);
    }
}

Json personalScanJson(const PersonalScan& scan) {
    Json columns = Json::array();
    for (const ColumnFindings& column : scan.columns)
        columns.push_back(columnFindingsJson(column));
    return Json{{"file", scan.path}, {"rows", scan.rows}, {"whole", scan.whole}, {"columns", std::move(columns)}};
}

} // namespace core::privacy
