// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/models/reject_model.h"

#include "widgets/text.h"

#include <QFileInfo>

namespace widgets::models {

using core::store::RejectRow;

RejectModel::RejectModel(JobRunner& jobs, QObject* parent) : WindowedTableModel<RejectRow>(jobs, parent) {
    const auto rawText = [](const RejectRow& row) -> QVariant { return toQString(row.rawText); };
    setColumns({
        {[] { return tr("File"); },
         [](const RejectRow& row) -> QVariant { return QFileInfo(toQString(row.file)).fileName(); }, false,
         [](const RejectRow& row) -> QVariant { return toQString(row.file); }},
        {[] { return tr("Line"); }, [](const RejectRow& row) -> QVariant { return formatInteger(row.line); }, true,
         rawText},
        {[] { return tr("Column"); },
         [](const RejectRow& row) -> QVariant { return row.column.empty() ? tr("whole row") : toQString(row.column); },
         false, rawText},
        {[] { return tr("Value"); }, [](const RejectRow& row) -> QVariant { return toQString(row.value); }, false,
         rawText},
        {[] { return tr("Reason"); },
         [](const RejectRow& row) -> QVariant {
             return coreText("Reject", core::store::rejectReasonText(row.reason));
         }},
    });
}

void RejectModel::setProject(const core::store::ProjectPtr& project) {
    restart(project,
            [](const core::store::Project& source, std::int64_t offset, std::int64_t limit) -> core::Result<Window> {
                Window window;
                TL_TRY(window.total, core::store::rejectCount(source));
                TL_TRY(window.rows, core::store::rejects(source, offset, limit));
                return window;
            });
}

} // namespace widgets::models
