// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/clean/clean.h"
#include "widgets/models/row_table_model.h"

#include <QCoreApplication>

namespace widgets::models {

/// Translated title of a kind of cleaning step.
QString cleanKindTitle(const std::string& kind);

/// The steps that were applied, oldest first.
class CleanStepModel : public RowTableModel<core::store::CleanStepInfo> {
    Q_DECLARE_TR_FUNCTIONS(CleanStepModel)
public:
    explicit CleanStepModel(QObject* parent);
    /// "12 events dropped, 3 values changed", or that nothing changes.
    static QString effectText(const core::store::CleanEffect& effect);
};

/// Rows and values that a step would change.
class CleanExampleModel : public RowTableModel<core::store::CleanExample> {
    Q_DECLARE_TR_FUNCTIONS(CleanExampleModel)
public:
    explicit CleanExampleModel(QObject* parent);
};

} // namespace widgets::models
