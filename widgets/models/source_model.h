// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/import.h"
#include "widgets/models/row_table_model.h"

#include <QCoreApplication>

namespace widgets::models {

/// What was imported: one row per file, with read = imported + rejected + dropped.
class SourceModel : public RowTableModel<core::store::ImportSummary> {
    Q_DECLARE_TR_FUNCTIONS(SourceModel)
public:
    explicit SourceModel(QObject* parent);
    /// "catalogue.csv: 1,020 rows read = 1,000 imported + 15 rejected + 5 left out. Notes: …"
    static QString sentence(const core::store::ImportSummary& summary);
    static QString kindTitle(core::data::SourceKind kind);
    /// Why rows were left out, or what is worth knowing of imported ones: "repeated rows".
    static QString reasonTitle(const std::string& reason);
};

} // namespace widgets::models
