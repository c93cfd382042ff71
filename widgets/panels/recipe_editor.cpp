// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/panels/recipe_editor.h"

#include "widgets/forms/config_form.h"
#include "widgets/panels/recipe_step_card.h"
#include "widgets/panels/recipe_text.h"
#include "widgets/text.h"

#include <QDragEnterEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QMimeData>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

#include <algorithm>

namespace widgets {

using core::strategies::Recipe;
using core::strategies::RecipeStep;
using core::strategies::StepKind;

namespace {

/// Takes a card out of sight now and deletes it later, since its own button may be what asked for it. Its names are
/// free at once: a successor may bear them.
void discard(RecipeStepCard* card) {
    card->hide();
    card->setObjectName(QString());
    for (QObject* child : card->findChildren<QObject*>())
        child->setObjectName(QString());
    card->deleteLater();
}

} // namespace

RecipeEditor::RecipeEditor(QWidget* parent)
    : QWidget(parent),
      m_nameLabel(new QLabel(this)),
      m_name(new QLineEdit(this)),
      m_clear(new QPushButton(this)),
      m_notice(new QLabel(this)),
      m_scroll(new QScrollArea(this)),
      m_empty(new QLabel),
      m_add(new QPushButton(this)) {
    setAcceptDrops(true);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(4);
    m_name->setObjectName(QStringLiteral("recipeName"));
    m_nameLabel->setBuddy(m_name);
    m_clear->setObjectName(QStringLiteral("newRecipe"));
    m_add->setObjectName(QStringLiteral("addRecipe"));
    m_notice->setObjectName(QStringLiteral("recipeNotice"));
    m_notice->setWordWrap(true);
    m_notice->hide();
    auto* nameRow = new QHBoxLayout;
    nameRow->setSpacing(4);
    nameRow->addWidget(m_name, 1);
    nameRow->addWidget(m_clear);
    auto* cards = new QWidget;
    m_cardColumn = new QVBoxLayout(cards);
    m_cardColumn->setContentsMargins(4, 4, 4, 4);
    m_cardColumn->setSpacing(6);
    m_empty->setAlignment(Qt::AlignCenter);
    m_empty->setWordWrap(true);
    m_empty->setMargin(12);
    m_cardColumn->addWidget(m_empty);
    m_cardColumn->addStretch(1);
    m_scroll->setWidget(cards);
    m_scroll->setWidgetResizable(true);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->setObjectName(QStringLiteral("recipeSteps"));
    column->addWidget(m_nameLabel);
    column->addLayout(nameRow);
    column->addSpacing(4);
    column->addWidget(m_notice);
    column->addWidget(m_scroll, 1);
    column->addWidget(m_add);
    connect(m_name, &QLineEdit::textEdited, this, [this](const QString& text) {
        m_ownName = !text.trimmed().isEmpty();
        Q_EMIT changed();
    });
    connect(m_clear, &QPushButton::clicked, this, [this] { setRecipe({}); });
    connect(m_add, &QPushButton::clicked, this, &RecipeEditor::addToExperimentRequested);
    setRecipe({});
    retranslateUi();
}

std::vector<RecipeStep> RecipeEditor::steps() const {
    std::vector<RecipeStep> result;
    for (const RecipeStepCard* card : m_cards)
        result.push_back(card->step());
    return result;
}

Recipe RecipeEditor::recipe() const {
    Recipe recipe{toStd(m_name->text().trimmed()), steps()};
    if (recipe.name.empty())
        recipe.name = proposedName(recipe);
    return recipe;
}

void RecipeEditor::setRecipe(const Recipe& recipe) {
    m_ownName = !recipe.name.empty() && recipe.name != proposedName(recipe);
    m_name->setText(toQString(recipe.name.empty() ? proposedName(recipe) : recipe.name));
    setNotice({});
    rebuild(recipe.steps);
    Q_EMIT changed();
}

void RecipeEditor::addStrategy(StepKind kind, const std::string& id) {
    std::vector<RecipeStep> list = steps();
    setNotice({});
    if (kind != StepKind::Augmenter) {
        const auto old =
            std::find_if(list.begin(), list.end(), [&](const RecipeStep& step) { return step.kind == kind; });
        if (old != list.end()) {
            if (old->id == id) {
                setNotice(tr("“%1” is in the recipe already.").arg(strategyTitle(kind, id)));
                return;
            }
            setNotice(tr("“%1” replaces “%2”: a recipe has one step of the kind “%3”.")
                          .arg(strategyTitle(kind, id), strategyTitle(kind, old->id), stepKindTitle(kind)));
            list.erase(old);
        }
    }
    list.push_back({kind, id, core::Json::object()});
    std::stable_sort(list.begin(), list.end(),
                     [](const RecipeStep& a, const RecipeStep& b) { return a.kind < b.kind; });
    rebuild(list);
    stepsChanged();
    for (RecipeStepCard* card : m_cards)
        if (card->step().id == id)
            m_scroll->ensureWidgetVisible(card);
}

void RecipeEditor::removeCard(RecipeStepCard* card) {
    const auto place = std::find(m_cards.begin(), m_cards.end(), card);
    if (place == m_cards.end())
        return;
    m_cards.erase(place);
    discard(card);
    m_empty->setVisible(m_cards.empty());
    setNotice({});
    stepsChanged();
}

void RecipeEditor::rebuild(const std::vector<RecipeStep>& list) {
    for (RecipeStepCard* card : m_cards)
        discard(card);
    m_cards.clear();
    for (const RecipeStep& step : list) {
        auto* card = new RecipeStepCard(step);
        m_cardColumn->insertWidget(static_cast<int>(m_cards.size()), card);
        connect(card, &RecipeStepCard::changed, this, &RecipeEditor::changed);
        connect(card, &RecipeStepCard::removeRequested, this, [this, card] { removeCard(card); });
        m_cards.push_back(card);
    }
    m_empty->setVisible(m_cards.empty());
}

void RecipeEditor::stepsChanged() {
    if (!m_ownName)
        m_name->setText(toQString(proposedName({{}, steps()})));
    Q_EMIT changed();
}

QString RecipeEditor::problem() const {
    for (const RecipeStepCard* card : m_cards)
        if (!card->form()->valid())
            return card->form()->firstError();
    return {};
}

void RecipeEditor::setNotice(const QString& text) {
    m_notice->setText(text);
    m_notice->setVisible(!text.isEmpty());
}

void RecipeEditor::dragEnterEvent(QDragEnterEvent* event) {
    if (strategyOf(event->mimeData()))
        event->acceptProposedAction();
}

void RecipeEditor::dropEvent(QDropEvent* event) {
    if (const auto strategy = strategyOf(event->mimeData())) {
        event->acceptProposedAction();
        addStrategy(strategy->first, strategy->second);
    }
}

void RecipeEditor::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange) {
        setNotice({});
        retranslateUi();
    }
    QWidget::changeEvent(event);
}

void RecipeEditor::retranslateUi() {
    m_nameLabel->setText(tr("Reci&pe"));
    m_name->setAccessibleName(tr("Name of the recipe"));
    m_name->setToolTip(tr("Name under which its runs are listed; proposed from the steps until you write one"));
    m_clear->setText(tr("New"));
    m_clear->setToolTip(tr("Start again with an empty recipe"));
    m_clear->setAccessibleName(tr("New recipe"));
    m_empty->setText(tr("No remedy: plain training (ERM), the baseline of every comparison.\n\nAdd strategies from the "
                        "left by double click, Enter or drag, or choose a ready-made recipe."));
    m_add->setText(tr("&Add recipe to the experiment"));
    m_add->setToolTip(tr("Puts the recipe into the experiment below; one of the same name is updated"));
    m_add->setAccessibleName(tr("Add recipe to the experiment"));
    m_scroll->setAccessibleName(tr("Steps of the recipe"));
}

} // namespace widgets
