// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/models/split_model.h"

#include "widgets/text.h"

#include <QDateTime>
#include <QLocale>

namespace widgets::models {

using core::store::SplitInfo;

SplitModel::SplitModel(QObject* parent) : RowTableModel<SplitInfo>(parent) {
    const auto partCell = [](std::size_t part) {
        return [part](const SplitInfo& row) -> QVariant { return formatInteger(row.rows[part]); };
    };
    setColumns({
        {[] { return tr("Split"); }, [](const SplitInfo& row) -> QVariant { return toQString(row.name); }, false,
         [](const SplitInfo& row) -> QVariant {
             const QDateTime created = QDateTime::fromString(toQString(row.created), Qt::ISODate).toLocalTime();
             return tr("%1, made %2, seed %3")
                 .arg(toQString(row.name), QLocale().toString(created, QLocale::ShortFormat),
                      QString::number(row.config.seed));
         }},
        {[] { return tr("Train"); }, partCell(0), true},
        {[] { return tr("Validation"); }, partCell(1), true},
        {[] { return tr("Test"); }, partCell(2), true},
        {[] { return tr("Classes"); },
         [](const SplitInfo& row) -> QVariant { return formatInteger(static_cast<qint64>(row.labels.size())); }, true},
        {[] { return tr("Runs"); }, [](const SplitInfo& row) -> QVariant { return formatInteger(row.runs); }, true},
        {[] { return tr("Leaks"); },
         [](const SplitInfo& row) -> QVariant { return formatInteger(row.crossDuplicates); }, true,
         [](const SplitInfo&) -> QVariant {
             return tr("Validation and test rows whose title also occurs in training.");
         }},
    });
}

SplitClassModel::SplitClassModel(QObject* parent) : RowTableModel<SplitClassRow>(parent) {
    const auto partCell = [](std::size_t part) {
        return [part](const SplitClassRow& row) -> QVariant { return formatInteger(row.rows[part]); };
    };
    setColumns({
        {[] { return tr("Class"); }, [](const SplitClassRow& row) -> QVariant { return toQString(row.label); }},
        {[] { return tr("Train"); }, partCell(0), true},
        {[] { return tr("Validation"); }, partCell(1), true},
        {[] { return tr("Test"); }, partCell(2), true},
    });
}

void SplitClassModel::setSplit(const SplitInfo* split) {
    std::vector<SplitClassRow> rows;
    if (split != nullptr)
        for (std::size_t i = 0; i < split->labels.size() && i < split->perClass.size(); ++i)
            rows.push_back({split->labels[i], split->perClass[i]});
    setRows(std::move(rows));
}

} // namespace widgets::models
