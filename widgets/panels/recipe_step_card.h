// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/strategies/recipe.h"

#include <QFrame>

class QLabel;
class QToolButton;

namespace widgets {

class ConfigForm;

/// One step of the recipe: its kind, title, generated form and a button that takes it out.
class RecipeStepCard : public QFrame {
    Q_OBJECT
public:
    explicit RecipeStepCard(const core::strategies::RecipeStep& step, QWidget* parent = nullptr);
    ConfigForm* form() const { return m_form; }
    core::strategies::RecipeStep step() const;

Q_SIGNALS:
    void changed();
    void removeRequested();

protected:
    void changeEvent(QEvent* event) override;

private:
    void retranslateUi();

    core::strategies::StepKind m_kind;
    std::string m_id;
    QLabel* m_kindLabel;
    QLabel* m_title;
    QToolButton* m_remove;
    ConfigForm* m_form;
};

} // namespace widgets
