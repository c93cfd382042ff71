// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/panels/recipe_preview.h"

#include "widgets/forms/choice_text.h"
#include "widgets/panels/panel_text.h"
#include "widgets/panels/text_diff.h"
#include "widgets/text.h"
#include "widgets/theme.h"

#include <QEvent>
#include <QLabel>
#include <QSplitter>
#include <QTextBrowser>
#include <QVBoxLayout>

#include <algorithm>

namespace widgets {
namespace {
constexpr int kDelay = 150; // ms: a number typed digit by digit is one request
constexpr std::uint64_t kPreviewSeed = 1;
} // namespace

RecipePreview::RecipePreview(Workspace& workspace, QWidget* parent) : QWidget(parent), m_workspace(workspace) {
    buildUi();
    m_delay.setSingleShot(true);
    m_delay.setInterval(kDelay);
    connect(&m_delay, &QTimer::timeout, this, &RecipePreview::compute);
    connect(&workspace, &Workspace::projectChanged, this, &RecipePreview::forgetDataset);
    connect(&workspace, &Workspace::dataChanged, this, &RecipePreview::forgetDataset);
    connect(&workspace, &Workspace::currentSplitChanged, this, &RecipePreview::request);
    connect(&workspace, &Workspace::splitsChanged, this, &RecipePreview::request);
    retranslateUi();
}

void RecipePreview::buildUi() {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(4);
    m_heading = new QLabel(this);
    m_counts = new QLabel(this);
    m_counts->setObjectName(QStringLiteral("recipeCounts"));
    m_counts->setWordWrap(true);
    m_counts->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_warning = new QLabel(this);
    m_warning->setObjectName(QStringLiteral("doubleCorrectionText"));
    m_warning->setWordWrap(true);
    m_warning->setMargin(6);
    auto* splitter = new QSplitter(Qt::Vertical, this);
    splitter->setChildrenCollapsible(false);
    m_before = new charts::ChartView(splitter);
    m_before->setObjectName(QStringLiteral("recipe-before-after"));
    m_before->setSelectionModel(&m_workspace.selection());
    m_meter = new charts::ChartView(splitter);
    m_meter->setObjectName(QStringLiteral("recipe-double-correction"));
    m_meter->setSelectionModel(&m_workspace.selection());
    auto* bottom = new QWidget(splitter);
    auto* bottomColumn = new QVBoxLayout(bottom);
    bottomColumn->setContentsMargins(0, 0, 0, 0);
    bottomColumn->setSpacing(4);
    m_samplesHeading = new QLabel(bottom);
    m_samples = new QTextBrowser(bottom);
    m_samples->setObjectName(QStringLiteral("augmentedSamples"));
    m_samples->setMinimumHeight(60);
    bottomColumn->addWidget(m_samplesHeading);
    bottomColumn->addWidget(m_samples, 1);
    splitter->addWidget(m_before);
    splitter->addWidget(m_meter);
    splitter->addWidget(bottom);
    splitter->setStretchFactor(0, 3);
    splitter->setStretchFactor(1, 3);
    splitter->setStretchFactor(2, 2);
    QFont bold = m_heading->font();
    bold.setBold(true);
    m_heading->setFont(bold);
    m_samplesHeading->setFont(bold);
    column->addWidget(m_heading);
    column->addWidget(m_counts);
    column->addWidget(m_warning);
    column->addWidget(splitter, 1);
}

void RecipePreview::setRecipe(const core::strategies::Recipe& recipe, const QString& problem) {
    m_recipe = recipe;
    m_problem = problem;
    request();
}

void RecipePreview::setTextField(const std::string& field) {
    if (field == m_textField)
        return;
    m_textField = field;
    request();
}

bool RecipePreview::settled() const {
    return !m_pending && !m_delay.isActive() && !(m_dirty && isVisible());
}

void RecipePreview::forgetDataset() {
    m_dataset.reset();
    m_datasetSplit.reset();
    request();
}

void RecipePreview::request() {
    m_dirty = true;
    if (isVisible())
        m_delay.start();
}

void RecipePreview::showEvent(QShowEvent* event) {
    QWidget::showEvent(event);
    if (m_dirty)
        m_delay.start();
}

void RecipePreview::compute() {
    m_dirty = false;
    m_pending = false;
    ++m_token;
    const core::store::ProjectPtr project = m_workspace.project();
    const auto split = m_workspace.currentSplit();
    if (!project)
        return showEmpty(
            tr("Open a project, or make one on the Data stage: then the effect of the recipe shows here."));
    if (!split)
        return showEmpty(tr("Make a split on the Data stage: then the effect of the recipe shows here."));
    if (!m_problem.isEmpty())
        return showEmpty(m_problem);

    core::data::DatasetPtr dataset = m_datasetSplit == split && m_datasetText == m_textField ? m_dataset : nullptr;
    m_datasetSplit = split;
    m_datasetText = m_textField;
    using Answer = std::pair<core::data::DatasetPtr, RecipePreviewData>;
    JobRunner::Options options;
    options.title = tr("Recipe preview");
    options.supersedes = QStringLiteral("recipe-preview");
    options.quiet = true;
    m_pending = true;
    m_workspace.jobs().run<Answer>(
        options, this,
        [project, dataset, id = *split, recipe = m_recipe,
         text = m_textField](core::JobContext& context) -> core::Result<Answer> {
            core::data::DatasetPtr rows = dataset;
            if (!rows) {
                TL_TRY(rows, core::store::loadDataset(*project, id, text));
            }
            TL_TRY(auto preview, computeRecipePreview(*rows, recipe, kPreviewSeed, context));
            return Answer(rows, std::move(preview));
        },
        [this, token = m_token](core::Result<Answer> answer) {
            // A newer request, even one that needed no job, makes an older answer worthless.
            if (token == m_token)
                arrived(std::move(answer));
        });
}

void RecipePreview::arrived(core::Result<std::pair<core::data::DatasetPtr, RecipePreviewData>> result) {
    m_pending = false;
    if (!result.ok()) {
        if (result.error().code != core::ErrorCode::Cancelled)
            showEmpty(errorText(result.error()));
        return;
    }
    m_dataset = result->first;
    m_preview = std::move(result->second);
    showPreview();
}

QString RecipePreview::footnote() const {
    const auto* split = m_workspace.currentSplitInfo();
    return tr("%1 · split %2 · training rows · bucket rule %3 · no run: computed from the recipe “%4”")
        .arg(projectTitle(m_workspace), split != nullptr ? toQString(split->name) : QString(),
             bucketRuleTitle(m_workspace.bucketRule()), toQString(m_recipe.name));
}

void RecipePreview::showEmpty(const QString& text) {
    m_preview.reset();
    charts::ChartData empty;
    empty.emptyText = text;
    m_before->setData(empty);
    m_meter->setData(empty);
    m_counts->clear();
    m_counts->hide();
    m_warning->hide();
    m_samples->setPlainText(QString());
    m_samples->setPlaceholderText(tr("Add an augmenter to see samples of the texts it makes."));
}

void RecipePreview::showPreview() {
    const RecipePreviewData& preview = *m_preview;
    const auto& before = preview.effect.before;
    const auto& after = preview.effect.afterRows;
    std::int64_t rows = 0;
    double rowsAfter = 0;
    std::size_t largest = 0, smallest = before.size();
    for (std::size_t c = 0; c < before.size(); ++c) {
        rows += before[c];
        rowsAfter += after[c];
        if (before[c] > before[largest])
            largest = c;
        if (before[c] > 0 && (smallest == before.size() || before[c] < before[smallest]))
            smallest = c;
    }
    m_counts->setVisible(smallest < before.size());
    if (smallest < before.size()) {
        const double ratio = static_cast<double>(before[largest]) / static_cast<double>(before[smallest]);
        const double ratioAfter = after[smallest] > 0 ? after[largest] / after[smallest] : 0;
        QString text =
            tr("Rows per epoch: <b>%1 → %2</b> · rarest class: <b>%3 → %4</b> · largest to rarest: "
               "<b>%5 → %6</b>")
                .arg(formatInteger(rows), formatInteger(qRound64(rowsAfter)), formatInteger(before[smallest]),
                     formatInteger(qRound64(after[smallest])), formatDecimal(ratio, 1), formatDecimal(ratioAfter, 1));
        if (preview.augments)
            text += tr(" · synthetic rows: <b>%1</b>").arg(formatInteger(preview.synthetic));
        m_counts->setText(text);
    }
    m_before->setData(beforeAfterChart(preview, footnote()));
    m_meter->setData(correctionChart(preview, footnote()));
    showWarning();
    showSamples();
}

void RecipePreview::showWarning() {
    const auto& effect = m_preview->effect;
    std::size_t rare = effect.before.size();
    std::int64_t most = 0;
    for (std::size_t c = 0; c < effect.before.size(); ++c) {
        most = std::max(most, effect.before[c]);
        if (effect.before[c] > 0 && (rare == effect.before.size() || effect.before[c] < effect.before[rare]))
            rare = c;
    }
    if (rare == effect.before.size()) {
        m_warning->hide();
        return;
    }
    const double imbalance = static_cast<double>(most) / static_cast<double>(effect.before[rare]);
    const QString boost = formatDecimal(effect.combined[rare], 1), needed = formatDecimal(imbalance, 1);
    const bool twice = effect.doubleCorrection;
    m_warning->setText(
        twice
            ? tr("⚠ Double correction: the rarest class “%1” counts %2 times as much as the largest, but is only %3 "
                 "times "
                 "rarer. Sampling, loss weight and prior add up: remove one of them, or lower its strength.")
                  .arg(toQString(m_preview->names[rare]), boost, needed)
            : tr("✓ No double correction: the rarest class “%1” counts %2 times as much as the largest and is %3 times "
                 "rarer.")
                  .arg(toQString(m_preview->names[rare]), boost, needed));
    m_warning->setStyleSheet(twice ? QStringLiteral("border: 1px solid #D55E00; border-radius: 3px; background: %1;")
                                         .arg(darkPalette() ? QStringLiteral("#3A2417") : QStringLiteral("#FDF0E6"))
                                   : QString());
    m_warning->setAccessibleName(m_warning->text());
    m_warning->show();
}

void RecipePreview::showSamples() {
    const bool dark = darkPalette();
    QString html;
    for (const AugmentedSample& sample : m_preview->samples) {
        const auto pieces = diffTexts(toQString(sample.original), toQString(sample.augmented));
        html += QStringLiteral("<p style=\"margin:0 0 6px 0\"><span style=\"color:%1\">%2 · %3</span><br/>%4</p>")
                    .arg(dark ? QStringLiteral("#9AA0A6") : QStringLiteral("#5F6368"),
                         toQString(sample.className).toHtmlEscaped(), choiceTitle(sample.operation).toHtmlEscaped(),
                         diffHtml(pieces, dark));
    }
    m_samples->setHtml(html);
    m_samples->setPlaceholderText(m_preview->augments
                                      ? tr("The augmenters of this recipe make no row on this split: no class is rare "
                                           "enough for them. Change their limits.")
                                      : tr("Add an augmenter to see samples of the texts it makes."));
}

void RecipePreview::retranslateUi() {
    m_heading->setText(tr("Effect on the training rows"));
    m_samplesHeading->setText(tr("Augmented texts: removed words struck through, added words underlined"));
    m_samples->setAccessibleName(tr("Augmented texts"));
    m_before->setAccessibleName(tr("Chart of training rows per class before and after the recipe"));
    m_meter->setAccessibleName(tr("Chart of the double-correction meter"));
    if (m_preview)
        showPreview();
    else
        request();
}

void RecipePreview::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange || event->type() == QEvent::PaletteChange)
        retranslateUi();
    QWidget::changeEvent(event);
}

} // namespace widgets
