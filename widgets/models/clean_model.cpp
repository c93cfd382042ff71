// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/models/clean_model.h"

#include "widgets/text.h"

#include <QLocale>

namespace widgets::models {

using core::store::CleanEffect;
using core::store::CleanExample;
using core::store::CleanStepInfo;

namespace {

/// The parameters that are not as they come, for the tooltip.
QString parameterText(const CleanStepInfo& step) {
    QStringList lines;
    for (const core::PartInfo& kind : core::store::cleanKinds()) {
        if (kind.id != step.step.kind)
            continue;
        for (const core::ParamInfo& param : kind.params)
            if (step.step.config.contains(param.name)) {
                const core::Json& value = step.step.config.at(param.name);
                const std::string text = value.is_string() ? value.get<std::string>() : core::dumpJson(value);
                lines << QStringLiteral("%1: %2").arg(coreText("Strategy", param.title), toQString(text));
            }
    }
    return lines.join(QLatin1Char('\n'));
}

} // namespace

QString cleanKindTitle(const std::string& kind) {
    for (const core::PartInfo& info : core::store::cleanKinds())
        if (info.id == kind)
            return coreText("Strategy", info.title);
    return toQString(kind);
}

QString CleanStepModel::effectText(const CleanEffect& effect) {
    QStringList parts;
    if (effect.eventsDropped > 0)
        parts << tr("%1 events dropped").arg(formatInteger(effect.eventsDropped));
    if (effect.itemsDropped > 0)
        parts << tr("%1 items dropped").arg(formatInteger(effect.itemsDropped));
    if (effect.rowsDropped > 0)
        parts << tr("%1 other rows dropped").arg(formatInteger(effect.rowsDropped));
    if (effect.valuesChanged > 0)
        parts << tr("%1 values changed").arg(formatInteger(effect.valuesChanged));
    return parts.isEmpty() ? tr("nothing to change") : QLocale().createSeparatedList(parts);
}

CleanStepModel::CleanStepModel(QObject* parent) : RowTableModel<CleanStepInfo>(parent) {
    const auto detail = [](const CleanStepInfo& row) -> QVariant { return parameterText(row); };
    setColumns({
        {[] { return tr("#"); }, [](const CleanStepInfo& row) -> QVariant { return formatInteger(row.id); }, true,
         detail},
        {[] { return tr("Step"); }, [](const CleanStepInfo& row) -> QVariant { return cleanKindTitle(row.step.kind); },
         false, detail},
        {[] { return tr("Effect"); }, [](const CleanStepInfo& row) -> QVariant { return effectText(row.effect); }},
        {[] { return tr("Time"); }, [](const CleanStepInfo& row) -> QVariant { return formatDuration(row.seconds); },
         true, detail},
    });
}

CleanExampleModel::CleanExampleModel(QObject* parent) : RowTableModel<CleanExample>(parent) {
    const auto change = [](const CleanExample& row) -> QVariant {
        if (row.column.empty())
            return tr("dropped: %1").arg(coreText("Clean", core::store::cleanReasonText(row.reason)));
        return tr("%1: “%2” → “%3”").arg(toQString(row.column), toQString(row.before), toQString(row.after));
    };
    setColumns({
        {[] { return tr("Change"); }, change},
        {[] { return tr("Row"); }, [](const CleanExample& row) -> QVariant { return toQString(row.what); }},
    });
}

} // namespace widgets::models
