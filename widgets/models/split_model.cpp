// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/models/split_model.h"

#include "widgets/models/split_text.h"
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
        {[] { return tr("Split"); },
         [](const SplitInfo& row) -> QVariant {
             return row.runs > 0 ? QStringLiteral("🔒 ") + toQString(row.name) : toQString(row.name);
         },
         false,
         [](const SplitInfo& row) -> QVariant {
             const QDateTime created = QDateTime::fromString(toQString(row.created), Qt::ISODate).toLocalTime();
             QString text = tr("%1, made %2, seed %3")
                                .arg(toQString(row.name), QLocale().toString(created, QLocale::ShortFormat),
                                     QString::number(row.config.seed));
             if (row.folds > 0)
                 text += tr("; fold %1 of %2 of “%3”")
                             .arg(formatInteger(row.fold), formatInteger(row.folds), toQString(row.family));
             if (row.runs > 0)
                 text += tr("; frozen, because runs use it");
             return text;
         }},
        {[] { return tr("Of"); },
         [](const SplitInfo& row) -> QVariant { return row.ofItems() ? tr("items") : tr("events"); }},
        {[] { return tr("How"); }, [](const SplitInfo& row) -> QVariant { return splitKindText(row.config); }},
        {[] { return tr("Train"); }, partCell(0), true},
        {[] { return tr("Validation"); }, partCell(1), true},
        {[] { return tr("Test"); }, partCell(2), true},
        {[] { return tr("Runs"); }, [](const SplitInfo& row) -> QVariant { return formatInteger(row.runs); }, true},
        {[] { return tr("Leaks"); },
         [](const SplitInfo& row) -> QVariant {
             return row.crossDuplicates < 0 ? QString() : formatInteger(row.crossDuplicates);
         },
         true,
         [](const SplitInfo& row) -> QVariant {
             return row.crossDuplicates < 0 ? tr("Of events: see the check.")
                                            : tr("Validation and test rows whose title also occurs in training.");
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
