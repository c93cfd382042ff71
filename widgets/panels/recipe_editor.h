// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/strategies/recipe.h"

#include <QWidget>

#include <vector>

class QLabel;
class QLineEdit;
class QPushButton;
class QScrollArea;
class QVBoxLayout;

namespace widgets {

class RecipeStepCard;

/// The recipe being composed: its name and one card per step, in the order in which the kinds act.
class RecipeEditor : public QWidget {
    Q_OBJECT
public:
    explicit RecipeEditor(QWidget* parent = nullptr);

    core::strategies::Recipe recipe() const;
    void setRecipe(const core::strategies::Recipe& recipe);
    /// Puts the strategy in its place; a kind that can be there once replaces what was there, and says so.
    void addStrategy(core::strategies::StepKind kind, const std::string& id);
    /// The sentence of the first invalid field; empty when the recipe can be used.
    QString problem() const;

Q_SIGNALS:
    void changed();
    void addToExperimentRequested();

protected:
    void changeEvent(QEvent* event) override;
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dropEvent(QDropEvent* event) override;

private:
    void rebuild(const std::vector<core::strategies::RecipeStep>& steps);
    std::vector<core::strategies::RecipeStep> steps() const;
    void stepsChanged();
    void removeCard(RecipeStepCard* card);
    void setNotice(const QString& text);
    void retranslateUi();

    QLabel* m_nameLabel;
    QLineEdit* m_name;
    QPushButton* m_clear;
    QLabel* m_notice;
    QScrollArea* m_scroll;
    QVBoxLayout* m_cardColumn;
    QLabel* m_empty;
    QPushButton* m_add;
    std::vector<RecipeStepCard*> m_cards;
    bool m_ownName = false; ///< the user wrote the name: it is not proposed any more
};

} // namespace widgets
