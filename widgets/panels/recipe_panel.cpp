// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/panels/recipe_panel.h"

#include "core/base/file.h"
#include "core/train/experiment_config.h"
#include "widgets/folders.h"
#include "widgets/panels/experiment_box.h"
#include "widgets/panels/recipe_editor.h"
#include "widgets/panels/recipe_palette.h"
#include "widgets/panels/recipe_preview.h"
#include "widgets/text.h"

#include <QEvent>
#include <QFileDialog>
#include <QSplitter>
#include <QVBoxLayout>

namespace widgets {
namespace {
constexpr int kRunsStage = 3;
constexpr int kDataStage = 0;
} // namespace

RecipePanel::RecipePanel(Workspace& workspace, QWidget* parent) : Panel(workspace, parent) {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(8, 8, 8, 8);
    auto* across = new QSplitter(Qt::Horizontal, this);
    across->setChildrenCollapsible(false);
    column->addWidget(across);
    auto* down = new QSplitter(Qt::Vertical, across);
    down->setChildrenCollapsible(false);
    auto* top = new QSplitter(Qt::Horizontal, down);
    top->setChildrenCollapsible(false);
    m_palette = new RecipePalette(top);
    m_editor = new RecipeEditor(top);
    top->setStretchFactor(0, 2);
    top->setStretchFactor(1, 3);
    top->setSizes({220, 340});
    m_experiment = new ExperimentBox(down);
    down->setStretchFactor(0, 3);
    down->setStretchFactor(1, 2);
    down->setSizes({420, 280});
    m_preview = new RecipePreview(workspace, across);
    across->setStretchFactor(0, 4);
    across->setStretchFactor(1, 3);
    across->setSizes({620, 480});

    connect(m_palette, &RecipePalette::strategyChosen, m_editor, &RecipeEditor::addStrategy);
    connect(m_palette, &RecipePalette::recipeChosen, m_editor, &RecipeEditor::setRecipe);
    connect(m_editor, &RecipeEditor::changed, this, &RecipePanel::recipeChanged);
    connect(m_editor, &RecipeEditor::addToExperimentRequested, this, [this] {
        if (m_editor->problem().isEmpty())
            m_experiment->addRecipe(m_editor->recipe());
        else
            Q_EMIT this->workspace().message(m_editor->problem(), true);
    });
    connect(m_experiment, &ExperimentBox::recipeActivated, m_editor, &RecipeEditor::setRecipe);
    connect(&workspace, &Workspace::recipeRequested, this, [this](const QByteArray& text) {
        if (const auto json = core::parseJson(text.toStdString()); json.ok())
            if (const auto recipe = core::strategies::recipeFromJson(*json); recipe.ok())
                m_editor->setRecipe(*recipe);
    });
    connect(m_experiment, &ExperimentBox::changed, this,
            [this] { m_preview->setTextField(m_experiment->textField()); });
    connect(m_experiment, &ExperimentBox::queueRequested, this, &RecipePanel::queueRuns);
    connect(m_experiment, &ExperimentBox::saveRequested, this, &RecipePanel::chooseSave);
    connect(m_experiment, &ExperimentBox::openRequested, this, &RecipePanel::chooseOpen);
    recipeChanged();
    retranslateUi();
}

QString RecipePanel::title() const {
    return tr("Recipe");
}

QString RecipePanel::help() const {
    return tr("Compose a remedy from augmentation, sampling, loss and correction, and see its effect before training.");
}

std::vector<charts::ChartView*> RecipePanel::charts() const {
    return m_preview->charts();
}

bool RecipePanel::settled() const {
    return m_preview->settled();
}

core::strategies::Recipe RecipePanel::recipe() const {
    return m_editor->recipe();
}

void RecipePanel::setRecipe(const core::strategies::Recipe& recipe) {
    m_editor->setRecipe(recipe);
}

void RecipePanel::recipeChanged() {
    m_preview->setRecipe(m_editor->recipe(), m_editor->problem());
    m_experiment->setCurrentRecipe(m_editor->recipe());
}

core::Status RecipePanel::report(const core::Status& status) {
    if (!status.ok())
        Q_EMIT workspace().message(errorText(status.error()), true);
    return status;
}

core::Status RecipePanel::saveExperiment(const QString& path) {
    const auto config = m_experiment->config(core::stats::formatBucketRule(workspace().bucketRule()));
    if (!config.ok())
        return report(config.error());
    const std::string text = core::dumpJsonPretty(core::train::experimentJson(*config)) + "\n";
    const core::Status written = core::writeFileAtomically(toStd(path), text);
    if (written.ok())
        Q_EMIT workspace().message(tr("Experiment saved: %1").arg(path), false);
    return report(written);
}

core::Status RecipePanel::openExperiment(const QString& path) {
    const auto config = core::train::readExperiment(toStd(path));
    if (!config.ok())
        return report(config.error());
    const auto rule = core::stats::parseBucketRule(config->buckets);
    if (!rule.ok())
        return report(rule.error());
    m_experiment->setConfig(*config);
    if (!config->recipes.empty())
        m_editor->setRecipe(config->recipes.front());
    // The rule belongs to the experiment: without it the same file would choose another best epoch.
    if (*rule != workspace().bucketRule())
        workspace().setBucketRule(*rule);
    Q_EMIT workspace().message(tr("Experiment opened: %1").arg(path), false);
    return {};
}

void RecipePanel::queueRuns() {
    if (!workspace().project()) {
        Q_EMIT workspace().message(tr("There is no project open. Open one, or make one on the Data stage."), true);
        Q_EMIT workspace().stageRequested(kDataStage);
        return;
    }
    if (!workspace().currentSplit()) {
        Q_EMIT workspace().message(errorText(core::Error(core::ErrorCode::NoSplit)), true);
        Q_EMIT workspace().stageRequested(kDataStage);
        return;
    }
    if (!m_editor->problem().isEmpty() && m_experiment->recipes().empty()) {
        Q_EMIT workspace().message(m_editor->problem(), true);
        return;
    }
    const auto config = m_experiment->config(core::stats::formatBucketRule(workspace().bucketRule()));
    if (!config.ok()) {
        Q_EMIT workspace().message(errorText(config.error()), true);
        return;
    }
    core::Json json = core::train::experimentJson(*config);
    // The device is no part of an experiment file (the same file runs anywhere), so it travels beside it.
    json["device"] = toStd(m_experiment->device());
    Q_EMIT workspace().experimentRequested(QByteArray::fromStdString(core::dumpJson(json)));
    Q_EMIT workspace().stageRequested(kRunsStage);
}

void RecipePanel::chooseSave() {
    auto* dialog = new QFileDialog(this, tr("Save experiment"), QString(), tr("Experiments (*.json)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(QStringLiteral("json"));
    followLastFolder(*dialog);
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString& path) { (void)saveExperiment(path); });
    dialog->open();
}

void RecipePanel::chooseOpen() {
    auto* dialog = new QFileDialog(this, tr("Open experiment"), QString(), tr("Experiments (*.json);;All files (*)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    followLastFolder(*dialog);
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString& path) { (void)openExperiment(path); });
    dialog->open();
}

void RecipePanel::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange)
        retranslateUi();
    Panel::changeEvent(event);
}

void RecipePanel::retranslateUi() {
    setAccessibleName(title());
    setAccessibleDescription(help());
}

} // namespace widgets
