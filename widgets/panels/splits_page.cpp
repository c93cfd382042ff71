// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/panels/splits_page.h"

#include "widgets/panels/split_editor.h"

#include <QVBoxLayout>

namespace widgets {

SplitsPage::SplitsPage(Workspace& workspace, QWidget* parent)
    : DataPage(workspace, parent), m_editor(new SplitEditor(workspace)) {
    constexpr int kGrid = 8;
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, kGrid, 0, 0);
    layout->addWidget(m_editor);
}

QString SplitsPage::title() const {
    return tr("Splits");
}

QString SplitsPage::help() const {
    return tr("Divide items or events into training, validation and test before anything else, and check that nothing leaks");
}

bool SplitsPage::settled() const {
    return DataPage::settled() && (!isVisible() || m_editor->settled());
}

} // namespace widgets
