// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/strategies/recipe.h"
#include "widgets/panels/recipe_text.h"

#include <QTreeWidget>

class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;

namespace widgets {

/// The tree of strategies; what is dragged out of it is a strategy.
class StrategyTree : public QTreeWidget {
    Q_OBJECT
public:
    explicit StrategyTree(QWidget* parent = nullptr);
    static std::optional<StrategyRef> strategyAt(const QTreeWidgetItem* item);

protected:
    QStringList mimeTypes() const override;
    QMimeData* mimeData(const QList<QTreeWidgetItem*>& items) const override;
};

/// All registered strategies by kind, with a search box, and the ready-made recipes.
class RecipePalette : public QWidget {
    Q_OBJECT
public:
    explicit RecipePalette(QWidget* parent = nullptr);

Q_SIGNALS:
    void strategyChosen(core::strategies::StepKind kind, const std::string& id);
    void recipeChosen(const core::strategies::Recipe& recipe);

protected:
    void changeEvent(QEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void fillTree();
    void filter(const QString& text);
    void choose(const QTreeWidgetItem* item);
    QTreeWidgetItem* firstVisible() const;
    void retranslateUi();

    QLabel* m_readyLabel;
    QComboBox* m_ready;
    QLineEdit* m_search;
    StrategyTree* m_tree;
    QPushButton* m_add;
    std::vector<core::strategies::Recipe> m_recipes;
};

} // namespace widgets
