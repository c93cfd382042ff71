// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/panels/rows_page.h"

#include "widgets/panels/rows_view.h"

#include <QVBoxLayout>

namespace widgets {

RowsPage::RowsPage(Workspace& workspace, QWidget* parent)
    : DataPage(workspace, parent), m_view(new RowsView(workspace, RowsView::Place::Page)) {
    constexpr int kGrid = 8;
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, kGrid, 0, 0);
    layout->addWidget(m_view);
}

QString RowsPage::title() const {
    return tr("Rows");
}

QString RowsPage::help() const {
    return tr("Every row of every table: search, filter, sort, copy, export");
}

bool RowsPage::settled() const {
    return DataPage::settled() && m_view->settled();
}

void RowsPage::refresh(const core::store::ProjectPtr& project) {
    m_view->setProject(project);
}

} // namespace widgets
