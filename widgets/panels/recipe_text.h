// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/strategies/recipe.h"

#include <QString>

#include <optional>
#include <utility>

class QMimeData;

namespace widgets {

/// "Augmenter", "Resampler", "Batch sampler", "Loss", "Post-hoc correction".
QString stepKindTitle(core::strategies::StepKind kind);
/// What the kind does, one sentence.
QString stepKindHelp(core::strategies::StepKind kind);
/// Translated title of a strategy; its id where it is not registered.
QString strategyTitle(core::strategies::StepKind kind, const std::string& id);
/// Help and source of a strategy, for tooltips.
QString strategyHelp(const core::PartInfo& info);
/// The name a recipe gets from its steps, in English (it is stored): "Oversampling + Focal loss", or "ERM".
std::string proposedName(const core::strategies::Recipe& recipe);

/// How the palette hands a strategy to the recipe by drag and drop.
using StrategyRef = std::pair<core::strategies::StepKind, std::string>;
QString strategyMimeType();
QMimeData* strategyMime(const StrategyRef& strategy);
std::optional<StrategyRef> strategyOf(const QMimeData* mime);

} // namespace widgets
