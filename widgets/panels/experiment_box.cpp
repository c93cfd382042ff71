// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/panels/experiment_box.h"

#include "widgets/forms/config_form.h"
#include "widgets/panels/model_picker.h"
#include "widgets/panels/panel_text.h"
#include "widgets/panels/seed_list.h"
#include "widgets/text.h"

#include <QComboBox>
#include <QEvent>
#include <QGridLayout>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QScrollArea>
#include <QTabWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace widgets {

using core::strategies::Recipe;
using core::train::ExperimentConfig;

ExperimentBox::ExperimentBox(QWidget* parent) : QWidget(parent), m_heading(new QLabel(this)) {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(4);
    QFont bold = m_heading->font();
    bold.setBold(true);
    m_heading->setFont(bold);
    column->addWidget(m_heading);
    auto* row = new QHBoxLayout;
    row->setSpacing(8);
    row->addWidget(buildRecipes(), 2);
    row->addWidget(buildTabs(), 3);
    column->addLayout(row, 1);
    column->addWidget(buildButtons());
    retranslateUi();
    updateState();
}

QWidget* ExperimentBox::buildRecipes() {
    auto* box = new QWidget(this);
    auto* column = new QVBoxLayout(box);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(4);
    m_name = new QLineEdit(box);
    m_name->setObjectName(QStringLiteral("experimentName"));
    m_name->setText(toQString(ExperimentConfig().name));
    m_list = new QListWidget(box);
    m_list->setObjectName(QStringLiteral("experimentRecipes"));
    m_list->setMinimumHeight(60);
    m_remove = new QPushButton(box);
    m_remove->setObjectName(QStringLiteral("removeRecipe"));
    m_addBaseline = new QPushButton(box);
    m_addBaseline->setObjectName(QStringLiteral("addBaseline"));
    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(4);
    buttons->addWidget(m_addBaseline);
    buttons->addWidget(m_remove);
    column->addWidget(m_name);
    column->addWidget(m_list, 1);
    column->addLayout(buttons);
    connect(m_name, &QLineEdit::textEdited, this, &ExperimentBox::updateState);
    connect(m_list, &QListWidget::currentRowChanged, this, &ExperimentBox::updateState);
    connect(m_list, &QListWidget::itemActivated, this, [this](QListWidgetItem* item) {
        Q_EMIT recipeActivated(m_recipes[static_cast<std::size_t>(m_list->row(item))]);
    });
    connect(m_remove, &QPushButton::clicked, this, &ExperimentBox::removeCurrent);
    connect(m_addBaseline, &QPushButton::clicked, this, [this] { addRecipe({"ERM", {}}); });
    return box;
}

QWidget* ExperimentBox::buildTabs() {
    m_tabs = new QTabWidget(this);
    m_tabs->setObjectName(QStringLiteral("experimentTabs"));
    m_models = new ModelPicker;
    m_tabs->addTab(m_models, QString());
    m_tabs->addTab(buildTraining(), QString());
    connect(m_models, &ModelPicker::changed, this, &ExperimentBox::updateState);
    return m_tabs;
}

QWidget* ExperimentBox::buildTraining() {
    auto* page = new QWidget;
    auto* column = new QVBoxLayout(page);
    column->setContentsMargins(8, 4, 8, 4);
    column->setSpacing(6);
    auto* row = new QHBoxLayout;
    row->setSpacing(8);
    m_seedsLabel = new QLabel(page);
    m_seeds = new QLineEdit(QStringLiteral("1"), page);
    m_seeds->setObjectName(QStringLiteral("seeds"));
    m_seedsLabel->setBuddy(m_seeds);
    m_deviceLabel = new QLabel(page);
    m_device = new QComboBox(page);
    m_device->setObjectName(QStringLiteral("device"));
    m_device->addItems({QStringLiteral("cpu"), QStringLiteral("cuda")});
    m_deviceLabel->setBuddy(m_device);
    row->addWidget(m_seedsLabel);
    row->addWidget(m_seeds, 1);
    row->addWidget(m_deviceLabel);
    row->addWidget(m_device);
    m_training = new ConfigForm(page);
    m_training->setObjectName(QStringLiteral("form-training"));
    m_training->setParams(core::paramsOf<core::train::TrainingConfig>(), core::Json::object(), 1);
    column->addLayout(row);
    column->addWidget(m_training);
    column->addStretch(1);
    auto* scroll = new QScrollArea;
    scroll->setWidget(page);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    connect(m_seeds, &QLineEdit::textEdited, this, &ExperimentBox::updateState);
    connect(m_training, &ConfigForm::changed, this, &ExperimentBox::updateState);
    connect(m_training, &ConfigForm::validityChanged, this, &ExperimentBox::updateState);
    return scroll;
}

QWidget* ExperimentBox::buildButtons() {
    auto* box = new QWidget(this);
    auto* row = new QHBoxLayout(box);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(4);
    m_summary = new QLabel(box);
    m_summary->setObjectName(QStringLiteral("experimentSummary"));
    m_summary->setWordWrap(true);
    m_open = new QPushButton(box);
    m_open->setObjectName(QStringLiteral("openExperiment"));
    m_save = new QPushButton(box);
    m_save->setObjectName(QStringLiteral("saveExperiment"));
    m_queue = new QPushButton(box);
    m_queue->setObjectName(QStringLiteral("queueRuns"));
    m_queue->setDefault(true);
    row->addWidget(m_summary, 1);
    row->addWidget(m_open);
    row->addWidget(m_save);
    row->addWidget(m_queue);
    connect(m_open, &QPushButton::clicked, this, &ExperimentBox::openRequested);
    connect(m_save, &QPushButton::clicked, this, &ExperimentBox::saveRequested);
    connect(m_queue, &QPushButton::clicked, this, &ExperimentBox::queueRequested);
    return box;
}

void ExperimentBox::addRecipe(const Recipe& recipe) {
    const auto same =
        std::find_if(m_recipes.begin(), m_recipes.end(), [&](const Recipe& r) { return r.name == recipe.name; });
    const auto place = static_cast<int>(same - m_recipes.begin());
    if (same == m_recipes.end())
        m_recipes.push_back(recipe);
    else
        *same = recipe;
    showRecipes(place);
}

void ExperimentBox::setCurrentRecipe(const Recipe& recipe) {
    m_current = recipe;
    updateState();
}

void ExperimentBox::removeCurrent() {
    const int row = m_list->currentRow();
    if (row < 0)
        return;
    m_recipes.erase(m_recipes.begin() + row);
    showRecipes(std::min(row, static_cast<int>(m_recipes.size()) - 1));
}

void ExperimentBox::showRecipes(int current) {
    {
        const QSignalBlocker blocker(m_list);
        m_list->clear();
        for (const Recipe& recipe : m_recipes)
            m_list->addItem(coreText("Strategy", recipe.name));
        m_list->setCurrentRow(current);
    }
    updateState();
}

core::Result<ExperimentConfig> ExperimentBox::config(const std::string& buckets) const {
    ExperimentConfig config;
    config.name = toStd(m_name->text().trimmed());
    config.recipes = m_recipes.empty() ? std::vector<Recipe>{m_current} : m_recipes;
    config.models = m_models->models();
    const auto seeds = parseSeeds(m_seeds->text());
    if (!seeds)
        return core::Error(core::ErrorCode::WrongType, "whole numbers such as 1, 2, 5-8")
            .at("seeds", toStd(m_seeds->text()));
    config.seeds = *seeds;
    config.buckets = buckets;
    TL_TRY(config.training, core::fromJson<core::train::TrainingConfig>(m_training->values()));
    // The way through JSON checks everything against the registries: what is queued is what could be saved and read
    // again.
    return core::train::experimentFromJson(core::train::experimentJson(config));
}

void ExperimentBox::setConfig(const ExperimentConfig& config) {
    m_name->setText(toQString(config.name));
    m_recipes = config.recipes;
    m_models->setModels(config.models);
    m_seeds->setText(formatSeeds(config.seeds));
    m_training->setValues(core::toJson(config.training));
    showRecipes(m_recipes.empty() ? -1 : 0);
}

QString ExperimentBox::device() const {
    return m_device->currentText();
}

std::string ExperimentBox::textField() const {
    const core::Json values = m_training->values();
    return values.value("text", core::train::TrainingConfig().text);
}

QString ExperimentBox::problem() const {
    if (m_name->text().trimmed().isEmpty())
        return tr("Give the experiment a name.");
    if (m_models->models().empty())
        return tr("Check at least one model.");
    if (!m_models->problem().isEmpty())
        return m_models->problem();
    if (!parseSeeds(m_seeds->text()))
        return tr("Seeds are whole numbers, such as 1, 2, 5-8.");
    return m_training->firstError();
}

void ExperimentBox::updateState() {
    const QString wrong = problem();
    m_queue->setEnabled(wrong.isEmpty());
    m_save->setEnabled(wrong.isEmpty());
    m_remove->setEnabled(m_list->currentRow() >= 0);
    const bool baseline = std::any_of(m_recipes.begin(), m_recipes.end(), [](const Recipe& recipe) {
        return isPlain(core::strategies::recipeJson(recipe));
    });
    m_addBaseline->setEnabled(!baseline);
    if (!wrong.isEmpty()) {
        m_summary->setText(wrong);
    } else {
        const auto recipes = std::max<std::size_t>(1, m_recipes.size());
        const auto models = m_models->models().size(), seeds = parseSeeds(m_seeds->text())->size();
        const QString product = tr("Runs: %1 (recipes: %2, models: %3, seeds: %4).")
                                    .arg(recipes * models * seeds)
                                    .arg(recipes)
                                    .arg(models)
                                    .arg(seeds);
        QString hint;
        if (m_recipes.empty())
            hint = tr("The list is empty: the recipe above is queued.");
        else if (!baseline)
            hint = tr("Without ERM there is no plain baseline to compare with.");
        m_summary->setText(hint.isEmpty() ? product : product + QLatin1Char(' ') + hint);
    }
    Q_EMIT changed();
}

void ExperimentBox::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange) {
        retranslateUi();
        showRecipes(m_list->currentRow());
    }
    QWidget::changeEvent(event);
}

void ExperimentBox::retranslateUi() {
    m_heading->setText(tr("Experiment: recipes × models × seeds"));
    m_name->setAccessibleName(tr("Name of the experiment"));
    m_name->setPlaceholderText(tr("Name of the experiment"));
    m_name->setToolTip(tr("Name of the experiment: its runs are listed under it"));
    m_list->setAccessibleName(tr("Recipes of the experiment"));
    m_list->setToolTip(tr("Recipes of the experiment; double click or Enter opens one in the editor"));
    m_remove->setText(tr("Remove"));
    m_remove->setToolTip(tr("Takes the chosen recipe out of the experiment"));
    m_remove->setAccessibleName(tr("Remove the recipe from the experiment"));
    m_addBaseline->setText(tr("Add ERM"));
    m_addBaseline->setToolTip(tr("Adds plain training without any remedy: the baseline"));
    m_addBaseline->setAccessibleName(tr("Add ERM, the baseline"));
    m_tabs->setTabText(0, tr("Models"));
    m_tabs->setTabText(1, tr("Training"));
    m_tabs->setAccessibleName(tr("Models and training parameters"));
    m_seedsLabel->setText(tr("&Seeds"));
    m_seeds->setAccessibleName(tr("Seeds"));
    m_seeds->setToolTip(tr("One run per seed: whole numbers and ranges, such as 1, 2, 5-8"));
    m_deviceLabel->setText(tr("&Device"));
    m_device->setAccessibleName(tr("Device"));
    m_device->setToolTip(tr("Where the runs train: the processor, or a CUDA graphics card"));
    m_open->setText(tr("Open experiment …"));
    m_open->setToolTip(tr("Reads an experiment from a JSON file"));
    m_save->setText(tr("Save experiment …"));
    m_save->setToolTip(tr("Writes the experiment as a JSON file, which taillight-cli run understands too"));
    m_queue->setText(tr("&Queue runs"));
    m_queue->setToolTip(tr("Puts all runs into the queue and goes to the Runs stage"));
    for (QPushButton* button : {m_open, m_save, m_queue})
        button->setAccessibleName(button->text().remove(QLatin1Char('&')));
}

} // namespace widgets
