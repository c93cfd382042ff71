// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/panels/recipe_palette.h"

#include "widgets/text.h"

#include <QComboBox>
#include <QEvent>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QMimeData>
#include <QPushButton>
#include <QVBoxLayout>

namespace widgets {
namespace {
constexpr int kKindRole = Qt::UserRole;
constexpr int kIdRole = Qt::UserRole + 1;
} // namespace

using core::strategies::StepKind;

StrategyTree::StrategyTree(QWidget* parent) : QTreeWidget(parent) {
    setColumnCount(1);
    header()->hide();
    setDragEnabled(true);
    setDragDropMode(QAbstractItemView::DragOnly);
    setUniformRowHeights(true);
    setIndentation(12);
}

std::optional<StrategyRef> StrategyTree::strategyAt(const QTreeWidgetItem* item) {
    if (item == nullptr || item->parent() == nullptr)
        return {};
    return StrategyRef(static_cast<StepKind>(item->data(0, kKindRole).toInt()),
                       toStd(item->data(0, kIdRole).toString()));
}

QStringList StrategyTree::mimeTypes() const {
    return {strategyMimeType()};
}

QMimeData* StrategyTree::mimeData(const QList<QTreeWidgetItem*>& items) const {
    const auto strategy = items.isEmpty() ? std::nullopt : strategyAt(items.first());
    return strategy ? strategyMime(*strategy) : nullptr;
}

RecipePalette::RecipePalette(QWidget* parent)
    : QWidget(parent),
      m_readyLabel(new QLabel(this)),
      m_ready(new QComboBox(this)),
      m_search(new QLineEdit(this)),
      m_tree(new StrategyTree(this)),
      m_add(new QPushButton(this)),
      m_recipes(core::strategies::standardRecipes()) {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(4);
    m_ready->setObjectName(QStringLiteral("readyRecipes"));
    m_ready->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_ready->setMinimumContentsLength(12);
    m_readyLabel->setBuddy(m_ready);
    m_search->setObjectName(QStringLiteral("strategySearch"));
    m_search->setClearButtonEnabled(true);
    m_search->installEventFilter(this);
    m_tree->setObjectName(QStringLiteral("strategyTree"));
    m_add->setObjectName(QStringLiteral("addStrategy"));
    column->addWidget(m_readyLabel);
    column->addWidget(m_ready);
    column->addSpacing(4);
    column->addWidget(m_search);
    column->addWidget(m_tree, 1);
    column->addWidget(m_add);
    connect(m_ready, &QComboBox::activated, this, [this](int index) {
        if (index > 0)
            Q_EMIT recipeChosen(m_recipes[static_cast<std::size_t>(index - 1)]);
    });
    connect(m_search, &QLineEdit::textChanged, this, &RecipePalette::filter);
    connect(m_tree, &QTreeWidget::itemActivated, this, [this](QTreeWidgetItem* item) { choose(item); });
    connect(m_tree, &QTreeWidget::currentItemChanged, this,
            [this](QTreeWidgetItem* item) { m_add->setEnabled(StrategyTree::strategyAt(item).has_value()); });
    connect(m_add, &QPushButton::clicked, this, [this] { choose(m_tree->currentItem()); });
    fillTree();
    retranslateUi();
}

void RecipePalette::fillTree() {
    m_tree->clear();
    for (const StepKind kind : core::strategies::kStepKinds) {
        auto* group = new QTreeWidgetItem(m_tree);
        group->setText(0, stepKindTitle(kind));
        group->setToolTip(0, stepKindHelp(kind));
        group->setFlags(Qt::ItemIsEnabled);
        QFont bold = m_tree->font();
        bold.setBold(true);
        group->setFont(0, bold);
        for (const core::PartInfo& info : core::strategies::strategiesOf(kind)) {
            auto* item = new QTreeWidgetItem(group);
            item->setText(0, coreText("Strategy", info.title));
            item->setToolTip(0, strategyHelp(info));
            item->setData(0, kKindRole, static_cast<int>(kind));
            item->setData(0, kIdRole, toQString(info.id));
        }
        group->setExpanded(true);
        group->setHidden(group->childCount() == 0);
    }
    m_add->setEnabled(false);
}

void RecipePalette::filter(const QString& text) {
    for (int g = 0; g < m_tree->topLevelItemCount(); ++g) {
        QTreeWidgetItem* group = m_tree->topLevelItem(g);
        bool any = false;
        for (int i = 0; i < group->childCount(); ++i) {
            QTreeWidgetItem* item = group->child(i);
            const bool match = text.isEmpty() || item->text(0).contains(text, Qt::CaseInsensitive) ||
                               item->toolTip(0).contains(text, Qt::CaseInsensitive) ||
                               item->data(0, kIdRole).toString().contains(text, Qt::CaseInsensitive);
            item->setHidden(!match);
            any = any || match;
        }
        group->setHidden(!any);
    }
}

QTreeWidgetItem* RecipePalette::firstVisible() const {
    for (int g = 0; g < m_tree->topLevelItemCount(); ++g)
        for (int i = 0; i < m_tree->topLevelItem(g)->childCount(); ++i)
            if (!m_tree->topLevelItem(g)->child(i)->isHidden())
                return m_tree->topLevelItem(g)->child(i);
    return nullptr;
}

void RecipePalette::choose(const QTreeWidgetItem* item) {
    if (const auto strategy = StrategyTree::strategyAt(item))
        Q_EMIT strategyChosen(strategy->first, strategy->second);
}

bool RecipePalette::eventFilter(QObject* watched, QEvent* event) {
    // In the search box, Enter takes the first match and Down goes to the list.
    if (watched == m_search && event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent*>(event)->key();
        if (key == Qt::Key_Return || key == Qt::Key_Enter) {
            choose(firstVisible());
            return true;
        }
        if (key == Qt::Key_Down && firstVisible() != nullptr) {
            m_tree->setCurrentItem(firstVisible());
            m_tree->setFocus(Qt::TabFocusReason);
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

void RecipePalette::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange) {
        fillTree();
        filter(m_search->text());
        retranslateUi();
    }
    QWidget::changeEvent(event);
}

void RecipePalette::retranslateUi() {
    m_readyLabel->setText(tr("&Ready-made recipes"));
    m_ready->setAccessibleName(tr("Ready-made recipes"));
    m_ready->setToolTip(tr("Starts from a ready-made recipe; it replaces the steps of the current one"));
    m_ready->clear();
    m_ready->addItem(tr("Choose one …"));
    for (const auto& recipe : m_recipes)
        m_ready->addItem(coreText("Strategy", recipe.name));
    m_search->setPlaceholderText(tr("Search strategies"));
    m_search->setAccessibleName(tr("Search strategies"));
    m_tree->setAccessibleName(tr("Strategies"));
    m_tree->setToolTip(tr("Double click, Enter or drag adds a strategy to the recipe"));
    m_add->setText(tr("Add to recipe"));
    m_add->setAccessibleName(tr("Add the chosen strategy to the recipe"));
    m_add->setToolTip(tr("Adds the chosen strategy to the recipe (Enter)"));
}

} // namespace widgets
