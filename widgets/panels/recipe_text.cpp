// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/panels/recipe_text.h"

#include "widgets/text.h"

#include <QCoreApplication>
#include <QMimeData>

#include <algorithm>

namespace widgets {
namespace {

struct RecipeText {
    Q_DECLARE_TR_FUNCTIONS(widgets::RecipeText)
};

} // namespace

using core::strategies::StepKind;

QString stepKindTitle(StepKind kind) {
    switch (kind) {
    case StepKind::Augmenter:
        return RecipeText::tr("Augmenter");
    case StepKind::Resampler:
        return RecipeText::tr("Resampler");
    case StepKind::BatchSampler:
        return RecipeText::tr("Batch sampler");
    case StepKind::Loss:
        return RecipeText::tr("Loss");
    case StepKind::PostHoc:
        return RecipeText::tr("Post-hoc correction");
    }
    return {};
}

QString stepKindHelp(StepKind kind) {
    switch (kind) {
    case StepKind::Augmenter:
        return RecipeText::tr(
            "Makes new training rows from old ones, before everything else. Several may follow each other.");
    case StepKind::Resampler:
        return RecipeText::tr("Repeats or leaves out training rows once, before training. One at most.");
    case StepKind::BatchSampler:
        return RecipeText::tr("Chooses the rows of each epoch anew. One at most.");
    case StepKind::Loss:
        return RecipeText::tr("What training minimises. One at most; none is plain cross entropy.");
    case StepKind::PostHoc:
        return RecipeText::tr("Corrects the trained scores. One at most.");
    }
    return {};
}

QString strategyTitle(StepKind kind, const std::string& id) {
    const core::PartInfo* info = core::strategies::findStrategy(kind, id);
    return info != nullptr ? coreText("Strategy", info->title) : toQString(id);
}

QString strategyHelp(const core::PartInfo& info) {
    QString text = coreText("Strategy", info.help);
    if (!info.source.empty())
        text += QLatin1Char('\n') + RecipeText::tr("Source: %1").arg(toQString(info.source));
    return text;
}

std::string proposedName(const core::strategies::Recipe& recipe) {
    std::string name;
    for (const auto& step : recipe.steps) {
        const core::PartInfo* info = core::strategies::findStrategy(step.kind, step.id);
        name += (name.empty() ? "" : " + ") + (info != nullptr ? info->title : step.id);
    }
    return name.empty() ? "ERM" : name;
}

QString strategyMimeType() {
    return QStringLiteral("application/x-taillight-strategy");
}

QMimeData* strategyMime(const StrategyRef& strategy) {
    auto* mime = new QMimeData;
    const std::string text = std::string(core::strategies::stepKindName(strategy.first)) + "/" + strategy.second;
    mime->setData(strategyMimeType(), QByteArray::fromStdString(text));
    return mime;
}

std::optional<StrategyRef> strategyOf(const QMimeData* mime) {
    if (mime == nullptr || !mime->hasFormat(strategyMimeType()))
        return {};
    const std::string text = mime->data(strategyMimeType()).toStdString();
    const auto slash = text.find('/');
    if (slash == std::string::npos)
        return {};
    for (const StepKind kind : core::strategies::kStepKinds)
        if (core::strategies::stepKindName(kind) == text.substr(0, slash))
            return StrategyRef(kind, text.substr(slash + 1));
    return {};
}

} // namespace widgets
