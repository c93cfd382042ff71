// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/strategies/recipe.h"
#include "widgets/panels/panel.h"

namespace widgets {

class ExperimentBox;
class RecipeEditor;
class RecipePalette;
class RecipePreview;

/// Stage 3: the palette of strategies, the recipe, its effect before anything is trained, and the experiment it goes
/// into.
class RecipePanel : public Panel {
    Q_OBJECT
public:
    explicit RecipePanel(Workspace& workspace, QWidget* parent = nullptr);

    QString title() const override;
    QString help() const override;
    QString id() const override { return QStringLiteral("recipe"); }
    std::vector<charts::ChartView*> charts() const override;
    bool settled() const override;

    core::strategies::Recipe recipe() const;
    void setRecipe(const core::strategies::Recipe& recipe);
    ExperimentBox* experiment() const { return m_experiment; }
    /// What the buttons do once a file is chosen. Errors go to the message bar and come back.
    core::Status saveExperiment(const QString& path);
    core::Status openExperiment(const QString& path);

public Q_SLOTS:
    void queueRuns();

protected:
    void changeEvent(QEvent* event) override;

private:
    void recipeChanged();
    void chooseSave();
    void chooseOpen();
    core::Status report(const core::Status& status);
    void retranslateUi();

    RecipePalette* m_palette;
    RecipeEditor* m_editor;
    RecipePreview* m_preview;
    ExperimentBox* m_experiment;
};

} // namespace widgets
