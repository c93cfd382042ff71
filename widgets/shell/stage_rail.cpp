// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/shell/stage_rail.h"

#include "widgets/shell/icons.h"

#include <QButtonGroup>
#include <QEvent>
#include <QKeySequence>
#include <QToolButton>
#include <QVBoxLayout>

namespace widgets::shell {

namespace {
constexpr int kRailWidth = 96;
constexpr int kButtonHeight = 60;
constexpr int kIconSize = 24;
constexpr std::array kIconNames{"data", "distribution", "recipe", "runs", "compare"};
} // namespace

StageRail::StageRail(QWidget* parent) : QFrame(parent), m_group(new QButtonGroup(this)) {
    setObjectName(QStringLiteral("stageRail"));
    setFrameShape(QFrame::NoFrame);
    setFixedWidth(kRailWidth);
    setBackgroundRole(QPalette::Window);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(8, 8, 8, 8);
    layout->setSpacing(8);
    for (int stage = 0; stage < kStageCount; ++stage) {
        auto* button = new QToolButton(this);
        button->setObjectName(QStringLiteral("stageButton%1").arg(stage + 1));
        button->setCheckable(true);
        button->setAutoRaise(true);
        button->setToolButtonStyle(Qt::ToolButtonTextUnderIcon);
        button->setIconSize(QSize(kIconSize, kIconSize));
        button->setFixedSize(kRailWidth - 16, kButtonHeight);
        button->setFocusPolicy(Qt::StrongFocus);
        m_group->addButton(button, stage);
        m_buttons[static_cast<std::size_t>(stage)] = button;
        layout->addWidget(button);
    }
    layout->addStretch(1);
    m_group->setExclusive(true);
    m_buttons.front()->setChecked(true);
    connect(m_group, &QButtonGroup::idClicked, this, &StageRail::stageChosen);
    retranslateUi();
    paintIcons();
}

void StageRail::setStage(int stage) {
    if (QAbstractButton* button = m_group->button(stage))
        button->setChecked(true);
}

int StageRail::stage() const {
    return m_group->checkedId();
}

QString StageRail::stageTitle(int stage) {
    switch (stage) {
    case 0:
        return tr("Data");
    case 1:
        return tr("Distribution");
    case 2:
        return tr("Recipe");
    case 3:
        return tr("Runs");
    default:
        return tr("Compare");
    }
}

QString StageRail::stageHelp(int stage) {
    switch (stage) {
    case 0:
        return tr("Import catalogues and logs, look at rejected rows, make a split");
    case 1:
        return tr("See how few entities own the data, and set the bucket borders");
    case 2:
        return tr("Compose a remedy and see its effect before training");
    case 3:
        return tr("Train: queue, live curves, pause and stop");
    default:
        return tr("Read off, bucket by bucket, what a remedy gained and cost");
    }
}

void StageRail::retranslateUi() {
    setAccessibleName(tr("Stages"));
    for (int stage = 0; stage < kStageCount; ++stage) {
        QToolButton* button = m_buttons[static_cast<std::size_t>(stage)];
        button->setText(stageTitle(stage));
        button->setAccessibleName(stageTitle(stage));
        button->setStatusTip(stageHelp(stage));
        button->setToolTip(tr("%1 (%2)").arg(
            stageHelp(stage),
            QKeySequence(QStringLiteral("Ctrl+%1").arg(stage + 1)).toString(QKeySequence::NativeText)));
    }
}

void StageRail::paintIcons() {
    for (std::size_t stage = 0; stage < m_buttons.size(); ++stage)
        m_buttons[stage]->setIcon(themedIcon(QLatin1String(kIconNames[stage]), palette()));
}

void StageRail::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange)
        retranslateUi();
    else if (event->type() == QEvent::PaletteChange && m_buttons.front() != nullptr)
        paintIcons();
    QFrame::changeEvent(event);
}

} // namespace widgets::shell
