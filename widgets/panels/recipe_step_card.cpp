// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/panels/recipe_step_card.h"

#include "widgets/forms/config_form.h"
#include "widgets/panels/recipe_text.h"
#include "widgets/text.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QToolButton>
#include <QVBoxLayout>

namespace widgets {

RecipeStepCard::RecipeStepCard(const core::strategies::RecipeStep& step, QWidget* parent)
    : QFrame(parent),
      m_kind(step.kind),
      m_id(step.id),
      m_kindLabel(new QLabel(this)),
      m_title(new QLabel(this)),
      m_remove(new QToolButton(this)),
      m_form(new ConfigForm(this)) {
    setFrameShape(QFrame::StyledPanel);
    setObjectName(QStringLiteral("step-") + toQString(m_id));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(8, 6, 8, 6);
    column->setSpacing(4);
    auto* row = new QHBoxLayout;
    row->setSpacing(8);
    QFont bold = m_title->font();
    bold.setBold(true);
    m_title->setFont(bold);
    m_kindLabel->setEnabled(false);
    m_remove->setObjectName(QStringLiteral("remove-") + toQString(m_id));
    m_remove->setText(QStringLiteral("✕"));
    m_remove->setAutoRaise(true);
    row->addWidget(m_title);
    row->addWidget(m_kindLabel, 1);
    row->addWidget(m_remove);
    column->addLayout(row);
    column->addWidget(m_form);
    m_form->setObjectName(QStringLiteral("form-") + toQString(m_id));
    if (const core::PartInfo* info = core::strategies::findStrategy(m_kind, m_id))
        m_form->setParams(info->params, step.params);
    m_form->setVisible(!m_form->isEmpty());
    connect(m_form, &ConfigForm::changed, this, &RecipeStepCard::changed);
    connect(m_form, &ConfigForm::validityChanged, this, &RecipeStepCard::changed);
    connect(m_remove, &QToolButton::clicked, this, &RecipeStepCard::removeRequested);
    retranslateUi();
}

core::strategies::RecipeStep RecipeStepCard::step() const {
    return {m_kind, m_id, m_form->values()};
}

void RecipeStepCard::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange)
        retranslateUi();
    QFrame::changeEvent(event);
}

void RecipeStepCard::retranslateUi() {
    const QString title = strategyTitle(m_kind, m_id);
    m_title->setText(title);
    m_kindLabel->setText(stepKindTitle(m_kind));
    m_remove->setToolTip(tr("Remove “%1” from the recipe").arg(title));
    m_remove->setAccessibleName(tr("Remove “%1” from the recipe").arg(title));
    setAccessibleName(title);
    if (const core::PartInfo* info = core::strategies::findStrategy(m_kind, m_id))
        m_title->setToolTip(strategyHelp(*info));
}

} // namespace widgets
