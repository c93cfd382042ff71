// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/shell/rows_dock.h"

#include "widgets/panels/rows_view.h"

#include <QEvent>
#include <QVBoxLayout>

namespace widgets::shell {

RowsDock::RowsDock(Workspace& workspace, QWidget* parent)
    : QDockWidget(parent), m_workspace(workspace), m_view(new RowsView(workspace, RowsView::Place::Dock)) {
    setObjectName(QStringLiteral("rowsDock"));
    auto* content = new QWidget(this);
    auto* layout = new QVBoxLayout(content);
    layout->setContentsMargins(8, 8, 8, 8);
    layout->addWidget(m_view);
    setWidget(content);
    connect(&workspace, &Workspace::projectChanged, this, &RowsDock::changeProject);
    connect(&workspace, &Workspace::dataChanged, this, &RowsDock::invalidate);
    setWindowTitle(tr("Rows"));
}

void RowsDock::changeProject() {
    if (!isVisible())
        m_view->setProject(nullptr); // lets go of the old one at once
    invalidate();
}

void RowsDock::invalidate() {
    m_stale = true;
    if (!isVisible())
        return;
    m_stale = false;
    m_view->setProject(m_workspace.project());
}

void RowsDock::showEvent(QShowEvent* event) {
    QDockWidget::showEvent(event);
    if (m_stale)
        invalidate();
}

void RowsDock::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange)
        setWindowTitle(tr("Rows"));
    QDockWidget::changeEvent(event);
}

} // namespace widgets::shell
