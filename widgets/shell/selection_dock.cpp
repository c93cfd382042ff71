// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/shell/selection_dock.h"

#include "widgets/panels/entity_text.h"
#include "widgets/text.h"

#include <QButtonGroup>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QListWidget>
#include <QPushButton>
#include <QRadioButton>
#include <QSignalBlocker>
#include <QVBoxLayout>

namespace widgets::shell {

namespace {
constexpr int kShownNames = 500;
constexpr std::array kModes{core::select::Mode::Replace, core::select::Mode::Add, core::select::Mode::Remove,
                            core::select::Mode::Intersect};
} // namespace

SelectionDock::SelectionDock(SelectionModel& selection, QWidget* parent)
    : QDockWidget(parent),
      m_selection(selection),
      m_summary(new QLabel),
      m_modeTitle(new QLabel),
      m_modes(new QButtonGroup(this)),
      m_names(new QListWidget),
      m_undo(new QPushButton),
      m_redo(new QPushButton),
      m_clear(new QPushButton),
      m_rows(new QPushButton) {
    setObjectName(QStringLiteral("selectionDock"));
    m_names->setObjectName(QStringLiteral("selectionNames"));
    m_names->setUniformItemSizes(true);
    m_names->setSelectionMode(QAbstractItemView::NoSelection);
    m_undo->setObjectName(QStringLiteral("selectionUndo"));
    m_redo->setObjectName(QStringLiteral("selectionRedo"));
    m_clear->setObjectName(QStringLiteral("selectionClear"));
    m_rows->setObjectName(QStringLiteral("selectionRows"));
    m_summary->setWordWrap(true);
    auto* content = new QWidget(this);
    auto* layout = new QVBoxLayout(content);
    layout->setContentsMargins(8, 8, 8, 8);
    layout->setSpacing(8);
    layout->addWidget(m_summary);
    auto* modes = new QHBoxLayout;
    modes->addWidget(m_modeTitle);
    for (std::size_t i = 0; i < kModes.size(); ++i) {
        m_modeButtons[i] = new QRadioButton;
        m_modeButtons[i]->setObjectName(QStringLiteral("selectionMode%1").arg(i + 1));
        m_modes->addButton(m_modeButtons[i], static_cast<int>(i));
        modes->addWidget(m_modeButtons[i]);
    }
    modes->addStretch(1);
    layout->addLayout(modes);
    layout->addWidget(m_names, 1);
    auto* buttons = new QHBoxLayout;
    buttons->addWidget(m_undo);
    buttons->addWidget(m_redo);
    buttons->addStretch(1);
    buttons->addWidget(m_rows);
    buttons->addWidget(m_clear);
    layout->addLayout(buttons);
    setWidget(content);

    connect(m_modes, &QButtonGroup::idClicked, this,
            [this](int id) { m_selection.setMode(kModes[static_cast<std::size_t>(id)]); });
    connect(&selection, &SelectionModel::modeChanged, this, &SelectionDock::refresh);
    connect(&selection, &SelectionModel::selectionChanged, this, &SelectionDock::refresh);
    connect(m_clear, &QPushButton::clicked, &selection, &SelectionModel::clear);
    connect(m_rows, &QPushButton::clicked, this, &SelectionDock::rowsRequested);
    connect(m_undo, &QPushButton::clicked, selection.undoStack(), &QUndoStack::undo);
    connect(m_redo, &QPushButton::clicked, selection.undoStack(), &QUndoStack::redo);
    connect(selection.undoStack(), &QUndoStack::canUndoChanged, m_undo, &QWidget::setEnabled);
    connect(selection.undoStack(), &QUndoStack::canRedoChanged, m_redo, &QWidget::setEnabled);
    m_undo->setEnabled(selection.undoStack()->canUndo());
    m_redo->setEnabled(selection.undoStack()->canRedo());
    retranslateUi();
}

void SelectionDock::refresh() {
    const core::select::Selection& selection = m_selection.selection();
    m_clear->setEnabled(!selection.empty());
    m_rows->setEnabled(!selection.empty());
    m_names->clear();
    int shown = 0;
    for (const std::string& name : selection.names) {
        if (shown++ >= kShownNames)
            break;
        m_names->addItem(toQString(name));
    }
    const qint64 count = static_cast<qint64>(selection.names.size());
    if (selection.empty())
        m_summary->setText(tr("Nothing is selected. Click a point in a chart or a row in a table."));
    else if (count > kShownNames)
        m_summary->setText(tr("%1: %2 selected, the first %3 are listed")
                               .arg(entityTitle(selection.entity), formatInteger(count), formatInteger(kShownNames)));
    else
        m_summary->setText(tr("%1: %2 selected").arg(entityTitle(selection.entity), formatInteger(count)));
    for (std::size_t i = 0; i < kModes.size(); ++i)
        if (m_selection.mode() == kModes[i])
            m_modeButtons[i]->setChecked(true);
}

void SelectionDock::retranslateUi() {
    setWindowTitle(tr("Selection"));
    m_modeTitle->setText(tr("A click:"));
    m_modeButtons[0]->setText(tr("selects anew"));
    m_modeButtons[1]->setText(tr("adds"));
    m_modeButtons[2]->setText(tr("removes"));
    m_modeButtons[3]->setText(tr("intersects"));
    for (QRadioButton* button : m_modeButtons) {
        button->setAccessibleName(tr("A click %1").arg(button->text()));
        button->setToolTip(tr("How a click in a chart changes the selection"));
    }
    m_undo->setText(tr("Undo"));
    m_undo->setToolTip(tr("Undo the last change of the selection (Ctrl+Z)"));
    m_redo->setText(tr("Redo"));
    m_redo->setToolTip(tr("Redo the change of the selection (Ctrl+Shift+Z)"));
    m_clear->setText(tr("Clear"));
    m_clear->setToolTip(tr("Select nothing"));
    m_rows->setText(tr("Show rows"));
    m_rows->setToolTip(tr("Show the rows behind the selection (Ctrl+B)"));
    m_rows->setAccessibleName(tr("Show the rows of the selection"));
    for (QPushButton* button : {m_undo, m_redo, m_clear})
        button->setAccessibleName(tr("%1 selection").arg(button->text()));
    m_names->setAccessibleName(tr("Selected entities"));
    refresh();
}

void SelectionDock::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange)
        retranslateUi();
    QDockWidget::changeEvent(event);
}

} // namespace widgets::shell
