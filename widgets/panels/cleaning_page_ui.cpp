// SPDX-License-Identifier: GPL-3.0-or-later
// What the cleaning page is made of.
#include "widgets/forms/config_form.h"
#include "widgets/models/clean_model.h"
#include "widgets/panels/cleaning_page.h"
#include "widgets/panels/cleaning_text.h"
#include "widgets/panels/table_style.h"
#include "widgets/text.h"

#include <QGroupBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QListWidget>
#include <QPushButton>
#include <QScrollArea>
#include <QSplitter>
#include <QTableView>
#include <QVBoxLayout>

namespace widgets {

namespace {
constexpr int kGrid = 8;
constexpr int kPause = 300; ///< ms without a change before the preview begins

QLabel* wrapped(const char* name) {
    auto* label = new QLabel;
    label->setObjectName(QLatin1String(name));
    label->setWordWrap(true);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    return label;
}
} // namespace

CleaningPage::CleaningPage(Workspace& workspace, QWidget* parent)
    : DataPage(workspace, parent),
      m_stepModel(new models::CleanStepModel(this)),
      m_exampleModel(new models::CleanExampleModel(this)) {
    auto* parts = new QSplitter(Qt::Horizontal);
    parts->addWidget(buildPalette());
    parts->addWidget(buildSteps());
    parts->addWidget(buildPreview());
    parts->setChildrenCollapsible(false);
    parts->setHandleWidth(kGrid);
    parts->setStretchFactor(0, 3);
    parts->setStretchFactor(1, 4);
    parts->setStretchFactor(2, 5);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(kGrid, kGrid, kGrid, kGrid);
    layout->addWidget(parts);
    m_wait.setSingleShot(true);
    m_wait.setInterval(kPause);
    connect(&m_wait, &QTimer::timeout, this, [this] { startPreview(false); });
    retranslateUi();
    kindChosen();
}

QWidget* CleaningPage::buildPalette() {
    m_paletteBox = new QGroupBox;
    m_kinds = new QListWidget;
    m_kinds->setObjectName(QStringLiteral("cleanKinds"));
    m_kinds->setUniformItemSizes(true);
    m_kinds->setVerticalScrollBarPolicy(Qt::ScrollBarAsNeeded);
    m_kindHelp = wrapped("cleanKindHelp");
    m_kindHelp->setForegroundRole(QPalette::PlaceholderText);
    m_form = new ConfigForm;
    m_form->setObjectName(QStringLiteral("cleanForm"));
    auto* inner = new QWidget;
    auto* column = new QVBoxLayout(inner);
    column->setContentsMargins(0, 0, kGrid, 0);
    column->addWidget(m_kindHelp);
    column->addWidget(m_form);
    column->addStretch(1);
    auto* scroll = new QScrollArea;
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setWidget(inner);
    m_apply = new QPushButton;
    m_apply->setObjectName(QStringLiteral("applyClean"));
    auto* layout = new QVBoxLayout(m_paletteBox);
    layout->setSpacing(kGrid);
    layout->addWidget(m_kinds, 2);
    layout->addWidget(scroll, 3);
    layout->addWidget(m_apply);
    connect(m_kinds, &QListWidget::currentRowChanged, this, &CleaningPage::kindChosen);
    connect(m_form, &ConfigForm::changed, this, [this] { m_wait.start(); });
    connect(m_form, &ConfigForm::validityChanged, this, [this] { m_wait.start(); });
    connect(m_apply, &QPushButton::clicked, this, &CleaningPage::applyStep);
    return m_paletteBox;
}

QWidget* CleaningPage::buildSteps() {
    m_stepBox = new QGroupBox;
    m_steps = new QTableView;
    m_steps->setObjectName(QStringLiteral("cleanSteps"));
    m_steps->setModel(m_stepModel);
    styleTable(m_steps, 2);
    m_noSteps = wrapped("noCleanSteps");
    m_noSteps->setAlignment(Qt::AlignTop);
    m_account = wrapped("cleanAccount");
    m_undo = new QPushButton;
    m_undo->setObjectName(QStringLiteral("undoClean"));
    m_undoTo = new QPushButton;
    m_undoTo->setObjectName(QStringLiteral("undoCleanTo"));
    m_save = new QPushButton;
    m_save->setObjectName(QStringLiteral("saveClean"));
    m_replay = new QPushButton;
    m_replay->setObjectName(QStringLiteral("replayClean"));
    auto* undo = new QHBoxLayout;
    undo->addWidget(m_undo);
    undo->addWidget(m_undoTo);
    undo->addStretch(1);
    auto* files = new QHBoxLayout;
    files->addWidget(m_save);
    files->addWidget(m_replay);
    files->addStretch(1);
    auto* layout = new QVBoxLayout(m_stepBox);
    layout->setSpacing(kGrid);
    layout->addWidget(m_noSteps, 1);
    layout->addWidget(m_steps, 1);
    layout->addWidget(m_account);
    layout->addLayout(undo);
    layout->addLayout(files);
    connect(m_steps->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &CleaningPage::updateControls);
    connect(m_undo, &QPushButton::clicked, this, &CleaningPage::undoLast);
    connect(m_undoTo, &QPushButton::clicked, this, &CleaningPage::undoToSelected);
    connect(m_save, &QPushButton::clicked, this, [this] { chooseRecipe(true); });
    connect(m_replay, &QPushButton::clicked, this, [this] { chooseRecipe(false); });
    return m_stepBox;
}

QWidget* CleaningPage::buildPreview() {
    m_previewBox = new QGroupBox;
    m_effect = wrapped("cleanEffect");
    QFont large = m_effect->font();
    large.setPointSizeF(large.pointSizeF() * 1.2);
    large.setBold(true);
    m_effect->setFont(large);
    m_look = new QPushButton;
    m_look->setObjectName(QStringLiteral("lookClean"));
    m_look->hide();
    connect(m_look, &QPushButton::clicked, this, [this] { startPreview(true); });
    m_details = wrapped("cleanDetails");
    m_details->setTextFormat(Qt::RichText);
    m_blocked = wrapped("cleanBlocked");
    m_examples = new QTableView;
    m_examples->setObjectName(QStringLiteral("cleanExamples"));
    m_examples->setModel(m_exampleModel);
    styleTable(m_examples, 1);
    constexpr int kWidestChange = 360;
    m_examples->horizontalHeader()->setMaximumSectionSize(kWidestChange);
    auto* layout = new QVBoxLayout(m_previewBox);
    layout->setSpacing(kGrid);
    layout->addWidget(m_effect);
    layout->addWidget(m_look, 0, Qt::AlignLeft);
    layout->addWidget(m_blocked);
    layout->addWidget(m_details);
    layout->addWidget(m_examples, 1);
    layout->addStretch(0);
    return m_previewBox;
}

void CleaningPage::retranslateUi() {
    m_paletteBox->setTitle(tr("New step"));
    m_stepBox->setTitle(tr("Applied steps"));
    m_previewBox->setTitle(tr("What the new step would do"));
    fillKinds();
    for (const core::PartInfo& info : core::store::cleanKinds())
        if (info.id == step().kind)
            m_kindHelp->setText(coreText("Strategy", info.help));
    m_kinds->setAccessibleName(tr("Kinds of cleaning steps"));
    m_form->setAccessibleName(tr("Parameters of the step"));
    m_apply->setText(tr("&Apply step"));
    m_apply->setToolTip(tr("Apply the step to the project; it can be undone"));
    m_apply->setAccessibleName(tr("Apply the step"));
    m_noSteps->setText(
        tr("No step has been applied yet. Choose a kind on the left, look at what it would change on the "
           "right, and apply it."));
    m_steps->setAccessibleName(tr("Applied cleaning steps"));
    m_undo->setText(tr("&Undo last step"));
    m_undo->setToolTip(tr("Bring everything back that the last step dropped or changed"));
    m_undo->setAccessibleName(tr("Undo the last cleaning step"));
    m_undoTo->setText(tr("Undo &back to this step"));
    m_undoTo->setToolTip(tr("Undo every step after the chosen one"));
    m_undoTo->setAccessibleName(tr("Undo every step after the chosen one"));
    m_save->setText(tr("&Save steps…"));
    m_save->setToolTip(tr("Save the steps as a file, to apply them to other projects"));
    m_save->setAccessibleName(tr("Save the cleaning steps"));
    m_replay->setText(tr("A&pply saved steps…"));
    m_replay->setToolTip(tr("Apply the steps of a file, all of them or none"));
    m_replay->setAccessibleName(tr("Apply saved cleaning steps"));
    m_look->setText(tr("&Look"));
    m_look->setToolTip(tr("Look at every row to see what the step would do"));
    m_look->setAccessibleName(m_look->toolTip());
    m_examples->setAccessibleName(tr("Examples of what would change"));
    m_stepModel->retranslate();
    m_exampleModel->retranslate();
    m_account->setText(accountText(m_accounts));
    if (m_project && m_preview)
        showPreviewTexts();
}

} // namespace widgets
