// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/panels/panel_text.h"

#include "widgets/text.h"
#include "widgets/workspace.h"

#include <QCoreApplication>
#include <QFileInfo>

namespace widgets {
namespace {

/// Translation context of the texts that several panels share.
struct PanelText {
    Q_DECLARE_TR_FUNCTIONS(widgets::PanelText)
};

} // namespace

using core::stats::BucketRule;
using core::store::RunStatus;

QString runShortTitle(const core::store::RunRecord& run) {
    return QStringLiteral("#%1 %2").arg(core::raw(run.id)).arg(toQString(run.recipe));
}

QString runTitle(const core::store::RunRecord& run) {
    return PanelText::tr("%1 · %2 · seed %3").arg(runShortTitle(run), toQString(run.model)).arg(run.seed);
}

QString runIdList(const std::vector<core::RunId>& runs) {
    constexpr std::size_t kShown = 12;
    QStringList ids;
    for (std::size_t i = 0; i < runs.size() && i < kShown; ++i)
        ids << QStringLiteral("#%1").arg(core::raw(runs[i]));
    if (runs.size() > kShown)
        ids << QStringLiteral("…");
    return ids.join(QStringLiteral(", "));
}

QString runStatusTitle(RunStatus status) {
    switch (status) {
    case RunStatus::Queued:
        return PanelText::tr("Queued");
    case RunStatus::Running:
        return PanelText::tr("Running");
    case RunStatus::Interrupted:
        return PanelText::tr("Interrupted");
    case RunStatus::Finished:
        return PanelText::tr("Finished");
    case RunStatus::Failed:
        return PanelText::tr("Failed");
    case RunStatus::Cancelled:
        return PanelText::tr("Cancelled");
    }
    return {};
}

QString partTitle(core::data::Part part) {
    switch (part) {
    case core::data::Part::Train:
        return PanelText::tr("training");
    case core::data::Part::Validation:
        return PanelText::tr("validation");
    case core::data::Part::Test:
        return PanelText::tr("test");
    }
    return {};
}

QString bucketRuleTitle(const BucketRule& rule) {
    const bool percent = rule.kind == BucketRule::Kind::Share || rule.kind == BucketRule::Kind::Quantiles;
    const auto limit = [percent](double value) {
        return percent ? formatPercent(value) : QLocale().toString(value, 'g', 6);
    };
    const QString first = limit(rule.limits.front()), last = limit(rule.limits.back());
    if (rule.limits.size() == 2)
        switch (rule.kind) {
        case BucketRule::Kind::Share:
            return PanelText::tr("share of support: head to %1, mid to %2").arg(first, last);
        case BucketRule::Kind::Shots:
            return PanelText::tr("shots: head above %1, tail below %2").arg(first, last);
        case BucketRule::Kind::Thresholds:
            return PanelText::tr("thresholds: head from %1, mid from %2").arg(first, last);
        case BucketRule::Kind::Quantiles:
            return PanelText::tr("quantiles of entities: head to %1, mid to %2").arg(first, last);
        }
    QStringList limits;
    for (const double value : rule.limits)
        limits << limit(value);
    const QString all = limits.join(QStringLiteral(" · "));
    switch (rule.kind) {
    case BucketRule::Kind::Share:
        return PanelText::tr("share of support: %1").arg(all);
    case BucketRule::Kind::Shots:
        return PanelText::tr("shots: %1").arg(all);
    case BucketRule::Kind::Thresholds:
        return PanelText::tr("thresholds: %1").arg(all);
    case BucketRule::Kind::Quantiles:
        return PanelText::tr("quantiles of entities: %1").arg(all);
    }
    return {};
}

QString bucketRuleTitle(const std::string& rule) {
    const auto parsed = core::stats::parseBucketRule(rule);
    return parsed.ok() ? bucketRuleTitle(*parsed) : toQString(rule);
}

QString projectTitle(const Workspace& workspace) {
    return workspace.project() ? QFileInfo(toQString(workspace.project()->path())).fileName() : QString();
}

QString splitTitle(const Workspace& workspace, core::SplitId split) {
    for (const core::store::SplitInfo& info : workspace.splits())
        if (info.id == split)
            return toQString(info.name);
    return QStringLiteral("#%1").arg(core::raw(split));
}

bool isPlain(const core::Json& recipe) {
    if (!recipe.is_object() || !recipe.contains("steps"))
        return false;
    for (const core::Json& step : recipe.at("steps"))
        if (!step.is_object() || step.value("kind", std::string()) != "loss" ||
            step.value("id", std::string()) != "erm")
            return false;
    return true;
}

} // namespace widgets
