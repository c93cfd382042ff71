// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/import.h"
#include "widgets/models/windowed_table_model.h"

#include <QCoreApplication>

namespace widgets::models {

/// The reject table: file, line, column, value, reason; the raw line is the tooltip.
class RejectModel : public WindowedTableModel<core::store::RejectRow> {
    Q_DECLARE_TR_FUNCTIONS(RejectModel)
public:
    RejectModel(JobRunner& jobs, QObject* parent);
    void setProject(const core::store::ProjectPtr& project);
};

} // namespace widgets::models
