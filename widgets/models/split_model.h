// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/split_store.h"
#include "widgets/models/row_table_model.h"

#include <QCoreApplication>

#include <array>
#include <string>

namespace widgets::models {

/// The splits of the project.
class SplitModel : public RowTableModel<core::store::SplitInfo> {
    Q_DECLARE_TR_FUNCTIONS(SplitModel)
public:
    explicit SplitModel(QObject* parent);
};

/// Rows per class and part of one split.
struct SplitClassRow {
    std::string label;
    std::array<std::int64_t, 3> rows{};
};
class SplitClassModel : public RowTableModel<SplitClassRow> {
    Q_DECLARE_TR_FUNCTIONS(SplitClassModel)
public:
    explicit SplitClassModel(QObject* parent);
    void setSplit(const core::store::SplitInfo* split);
};

} // namespace widgets::models
