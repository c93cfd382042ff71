// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/train/experiment_config.h"

#include <QWidget>

#include <vector>

class QComboBox;
class QLabel;
class QLineEdit;
class QListWidget;
class QPushButton;
class QTabWidget;

namespace widgets {

class ConfigForm;
class ModelPicker;

/// The experiment being put together: recipes × models × seeds and how they train. Knows no project: its owner queues
/// it.
class ExperimentBox : public QWidget {
    Q_OBJECT
public:
    explicit ExperimentBox(QWidget* parent = nullptr);

    /// Adds a recipe, or updates the one of the same name.
    void addRecipe(const core::strategies::Recipe& recipe);
    /// The recipe in the editor: what is queued when the list is empty.
    void setCurrentRecipe(const core::strategies::Recipe& recipe);
    /// What would be saved or queued, validated.
    core::Result<core::train::ExperimentConfig> config(const std::string& buckets) const;
    void setConfig(const core::train::ExperimentConfig& config);
    QString device() const;
    std::string textField() const;
    const std::vector<core::strategies::Recipe>& recipes() const { return m_recipes; }

Q_SIGNALS:
    void changed();
    void recipeActivated(const core::strategies::Recipe& recipe); ///< to be shown in the editor
    void queueRequested();
    void saveRequested();
    void openRequested();

protected:
    void changeEvent(QEvent* event) override;

private:
    QWidget* buildRecipes();
    QWidget* buildTabs();
    QWidget* buildTraining();
    QWidget* buildButtons();
    void removeCurrent();
    void showRecipes(int current);
    void updateState();
    QString problem() const;
    void retranslateUi();

    std::vector<core::strategies::Recipe> m_recipes;
    core::strategies::Recipe m_current;

    QLabel* m_heading;
    QLineEdit* m_name;
    QListWidget* m_list;
    QPushButton* m_remove;
    QPushButton* m_addBaseline;
    QTabWidget* m_tabs;
    ModelPicker* m_models;
    ConfigForm* m_training;
    QLabel* m_seedsLabel;
    QLineEdit* m_seeds;
    QLabel* m_deviceLabel;
    QComboBox* m_device;
    QLabel* m_summary;
    QPushButton* m_open;
    QPushButton* m_save;
    QPushButton* m_queue;
};

} // namespace widgets
