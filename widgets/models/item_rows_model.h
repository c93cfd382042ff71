// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/select/selection.h"
#include "core/store/entity_store.h"
#include "widgets/models/windowed_table_model.h"

#include <QCoreApplication>

#include <string>
#include <vector>

namespace widgets::models {

/// The catalogue rows behind a selection (all of them when nothing is selected).
class ItemRowsModel : public WindowedTableModel<std::vector<std::string>> {
    Q_DECLARE_TR_FUNCTIONS(ItemRowsModel)
public:
    ItemRowsModel(JobRunner& jobs, QObject* parent);
    void show(const core::store::ProjectPtr& project, const core::select::Selection& selection);
};

} // namespace widgets::models
