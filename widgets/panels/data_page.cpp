// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/panels/data_page.h"

#include "widgets/text.h"

#include <QEvent>

namespace widgets {

DataPage::DataPage(Workspace& workspace, QWidget* parent) : QWidget(parent), m_workspace(workspace) {
    connect(&workspace, &Workspace::projectChanged, this, &DataPage::changeProject);
    connect(&workspace, &Workspace::dataChanged, this, &DataPage::invalidate);
}

void DataPage::changeProject() {
    // A hidden page lets go of the old project at once: sealing it, or closing it for good, waits for that.
    if (!isVisible())
        refresh(nullptr);
    invalidate();
}

void DataPage::invalidate() {
    m_stale = true;
    if (isVisible()) {
        m_stale = false;
        refresh(m_workspace.project());
    }
}

void DataPage::tell(const core::Error& error) const {
    Q_EMIT m_workspace.message(errorText(error), error.code != core::ErrorCode::Cancelled);
}

void DataPage::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange)
        retranslateUi();
    QWidget::changeEvent(event);
}

void DataPage::showEvent(QShowEvent* event) {
    QWidget::showEvent(event);
    if (m_stale) {
        m_stale = false;
        refresh(m_workspace.project());
    }
}

} // namespace widgets
