// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/models/source_model.h"

#include "widgets/text.h"

#include <QFileInfo>

namespace widgets::models {

namespace {

using core::store::ImportSummary;

std::int64_t droppedTotal(const ImportSummary& summary) {
    std::int64_t total = 0;
    for (const auto& [reason, count] : summary.dropped)
        total += count;
    return total;
}

} // namespace

SourceModel::SourceModel(QObject* parent) : RowTableModel<ImportSummary>(parent) {
    const auto explain = [](const ImportSummary& row) -> QVariant { return sentence(row); };
    setColumns({
        {[] { return tr("File"); },
         [](const ImportSummary& row) -> QVariant { return QFileInfo(toQString(row.path)).fileName(); }, false,
         [](const ImportSummary& row) -> QVariant { return toQString(row.path); }},
        {[] { return tr("Kind"); }, [](const ImportSummary& row) -> QVariant { return kindTitle(row.kind); }, false,
         explain},
        {[] { return tr("Read"); }, [](const ImportSummary& row) -> QVariant { return formatInteger(row.read); }, true,
         explain},
        {[] { return tr("Imported"); },
         [](const ImportSummary& row) -> QVariant { return formatInteger(row.imported); }, true, explain},
        {[] { return tr("Rejected"); },
         [](const ImportSummary& row) -> QVariant { return formatInteger(row.rejected); }, true, explain},
        {[] { return tr("Left out"); },
         [](const ImportSummary& row) -> QVariant { return formatInteger(droppedTotal(row)); }, true, explain},
        {[] { return tr("Encoding"); }, [](const ImportSummary& row) -> QVariant { return toQString(row.encoding); },
         false, explain},
        {[] { return tr("Time"); }, [](const ImportSummary& row) -> QVariant { return formatDuration(row.seconds); },
         true, explain},
    });
}

QString SourceModel::kindTitle(core::data::SourceKind kind) {
    using core::data::SourceKind;
    switch (kind) {
    case SourceKind::Catalogue:
        break;
    case SourceKind::Log:
        return tr("Event log");
    case SourceKind::Queries:
        return tr("Queries");
    case SourceKind::Labels:
        return tr("Relevance labels");
    case SourceKind::Reviews:
        return tr("Reviews");
    case SourceKind::Split:
        return tr("Split");
    }
    return tr("Catalogue");
}

QString SourceModel::reasonTitle(const std::string& reason) {
    if (reason == "cancellation")
        return tr("cancellations");
    if (reason == "missing_user")
        return tr("rows without a user");
    if (reason == "zero_price")
        return tr("rows with price 0");
    if (reason == "negative_quantity")
        return tr("rows with a negative quantity");
    if (reason == "item_with_several_titles")
        return tr("items with several titles");
    if (reason == "merged_duplicate")
        return tr("rows that update an earlier one");
    if (reason == "duplicate_row" || reason == "duplicate")
        return tr("repeated rows");
    if (reason == "ignored_kind")
        return tr("rows of a kind to ignore");
    return toQString(reason);
}

QString SourceModel::sentence(const ImportSummary& summary) {
    QString text = tr("%1: %2 rows read = %3 imported + %4 rejected + %5 left out.")
                       .arg(QFileInfo(toQString(summary.path)).fileName(), formatInteger(summary.read),
                            formatInteger(summary.imported), formatInteger(summary.rejected),
                            formatInteger(droppedTotal(summary)));
    QStringList notes;
    for (const auto& [reason, count] : summary.noted)
        if (count > 0)
            notes << tr("%1 %2").arg(formatInteger(count), reasonTitle(reason));
    if (!notes.isEmpty())
        text += QLatin1Char(' ') + tr("Notes: %1.").arg(QLocale().createSeparatedList(notes));
    return text;
}

} // namespace widgets::models
