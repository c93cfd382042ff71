// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/panels/recipe_effect_data.h"

#include "widgets/text.h"
#include "widgets/theme.h"

#include <QCoreApplication>

#include <algorithm>
#include <numeric>

namespace widgets {
namespace {

using charts::AxisData;
using charts::ChartData;
using charts::SeriesData;

struct RecipeCharts {
    Q_DECLARE_TR_FUNCTIONS(widgets::RecipeCharts)
};

constexpr std::size_t kSamples = 12;
constexpr std::size_t kMostBars = 40; // beyond it bars would be thinner than a pixel pair: lines over the rank then

/// Classes from most to fewest training rows: the order in which a tail is read.
std::vector<std::size_t> byRank(const std::vector<std::int64_t>& support) {
    std::vector<std::size_t> order(support.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return support[a] > support[b]; });
    return order;
}

AxisData classAxis(const RecipePreviewData& preview, const std::vector<std::size_t>& order) {
    AxisData axis;
    axis.title = RecipeCharts::tr("Classes, most rows first");
    if (order.size() > kMostBars)
        return axis;
    axis.scale = AxisData::Scale::Categories;
    for (const std::size_t c : order)
        axis.categories << toQString(preview.names[c]);
    return axis;
}

SeriesData classSeries(const RecipePreviewData& preview, const std::vector<std::size_t>& order, const QString& name,
                       const std::vector<double>& values, int decimals) {
    SeriesData series;
    series.name = name;
    const bool ranks = order.size() > kMostBars;
    for (std::size_t i = 0; i < order.size(); ++i) {
        const std::size_t c = order[i];
        const double value = c < values.size() ? values[c] : 0;
        if (!(value > 0))
            continue; // a log axis has no place for 0
        series.points << QPointF(static_cast<double>(i) + (ranks ? 1 : 0), value);
        series.ids << toQString(preview.names[c]);
        series.labels << RecipeCharts::tr("%1: %2 %3")
                             .arg(toQString(preview.names[c]), name,
                                  decimals == 0 ? formatInteger(qRound64(value)) : formatDecimal(value, decimals));
    }
    return series;
}

core::Result<std::vector<AugmentedSample>> augmentedSamples(const RecipePreviewData& preview,
                                                            const core::strategies::RecipeParts& parts,
                                                            const core::strategies::TrainingView& view,
                                                            const std::vector<std::string>& texts, std::uint64_t seed,
                                                            std::int64_t& total, core::JobContext& job) {
    std::vector<AugmentedSample> samples;
    const std::size_t each = std::max<std::size_t>(1, kSamples / std::max<std::size_t>(1, parts.augmenters.size()));
    for (const auto& augmenter : parts.augmenters) {
        TL_CHECK_STATUS(job.check());
        TL_TRY(const auto rows, augmenter->augment(view, texts, seed));
        total += static_cast<std::int64_t>(rows.size());
        const std::size_t stride = std::max<std::size_t>(1, rows.size() / each);
        for (std::size_t i = 0; i < rows.size() && samples.size() < kSamples; i += stride) {
            const auto& row = rows[i];
            const auto label = static_cast<std::size_t>(view.classes[row.parent]);
            samples.push_back({texts[row.parent], row.text, row.operation, preview.names[label]});
        }
    }
    return samples;
}

} // namespace

core::Result<RecipePreviewData> computeRecipePreview(const core::data::Dataset& dataset,
                                                     const core::strategies::Recipe& recipe, std::uint64_t seed,
                                                     core::JobContext& job) {
    RecipePreviewData preview;
    preview.names = dataset.labels.names;
    const std::vector<std::int64_t> support = dataset.support(core::data::Part::Train);
    const auto& rows = dataset.rows(core::data::Part::Train);
    std::vector<core::ClassIndex> classes;
    std::vector<std::string> texts;
    classes.reserve(rows.size());
    TL_TRY(const auto parts, core::strategies::makeParts(recipe));
    preview.augments = !parts.augmenters.empty();
    for (const std::uint32_t row : rows) {
        classes.push_back(dataset.classes[row]);
        if (preview.augments)
            texts.push_back(dataset.texts[row]);
    }
    TL_CHECK_STATUS(job.check());
    TL_TRY(preview.effect, core::strategies::previewEffect(recipe, support, classes, texts, seed));
    TL_CHECK_STATUS(job.check());
    TL_TRY(preview.samples, augmentedSamples(preview, parts, {classes, support}, texts, seed, preview.synthetic, job));
    return preview;
}

ChartData beforeAfterChart(const RecipePreviewData& preview, const QString& footnote) {
    ChartData data;
    data.title = RecipeCharts::tr("Training rows per class, before and after");
    data.footnote = footnote;
    data.entity = QStringLiteral("label");
    const auto order = byRank(preview.effect.before);
    data.x = classAxis(preview, order);
    data.y.title = RecipeCharts::tr("Rows per epoch");
    data.y.scale = AxisData::Scale::Log;
    const std::vector<double> before(preview.effect.before.begin(), preview.effect.before.end());
    SeriesData first = classSeries(preview, order, RecipeCharts::tr("Before"), before, 0);
    SeriesData second = classSeries(preview, order, RecipeCharts::tr("After"), preview.effect.afterRows, 0);
    first.kind = second.kind = order.size() > kMostBars ? SeriesData::Kind::Line : SeriesData::Kind::Bars;
    first.color = QColor(0x8C, 0x92, 0x99);
    second.color = accentColor();
    data.series = {first, second};
    return data;
}

ChartData correctionChart(const RecipePreviewData& preview, const QString& footnote) {
    ChartData data;
    data.title = RecipeCharts::tr("Double-correction meter: what boosts each class");
    data.footnote = footnote;
    data.entity = QStringLiteral("label");
    const auto order = byRank(preview.effect.before);
    data.x = classAxis(preview, order);
    data.y.title = RecipeCharts::tr("Factor");
    data.y.scale = AxisData::Scale::Log;
    const auto& effect = preview.effect;
    SeriesData sampling = classSeries(preview, order, RecipeCharts::tr("Sampling"), effect.sampling, 2);
    SeriesData weight = classSeries(preview, order, RecipeCharts::tr("Loss weight"), effect.lossWeight, 2);
    SeriesData prior = classSeries(preview, order, RecipeCharts::tr("Logit prior"), effect.priorFactor, 2);
    SeriesData combined = classSeries(preview, order, RecipeCharts::tr("Combined"), effect.combined, 2);
    sampling.color = runColor(0);
    weight.color = runColor(1);
    prior.color = runColor(2);
    combined.color = accentColor();
    weight.style = Qt::DashLine;
    prior.style = Qt::DotLine;
    combined.width = 3;
    data.series = {sampling, weight, prior, combined};
    return data;
}

} // namespace widgets
