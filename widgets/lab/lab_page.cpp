// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/lab/lab_page.h"

#include "widgets/text.h"

#include <QEvent>

namespace widgets {

LabPage::LabPage(Workspace& workspace, const DistributionView& view, QWidget* parent)
    : QWidget(parent), m_workspace(workspace), m_view(view) {
    m_later.setSingleShot(true);
    constexpr int kMoment = 300;
    m_later.setInterval(kMoment);
    connect(&m_later, &QTimer::timeout, this, &LabPage::tableChanged);
}

bool LabPage::settled() const {
    return !isVisible() || (!m_stale && !m_later.isActive() && (!m_job || m_job->isEnded()));
}

void LabPage::tableChanged() {
    m_stale = true;
    if (isVisible())
        refresh();
}

void LabPage::ruleChanged(bool final) {
    if (!final)
        return; // a drag recomputes numbers with every move; these pages follow when the border is let go
    if (dependsOnBorders()) {
        m_stale = true;
        if (isVisible())
            m_later.start();
    } else if (isVisible() && !m_stale) {
        redraw();
    } else {
        m_outdated = true; // drawn when it is shown: hidden pages cost nothing
    }
}

charts::ChartView* LabPage::makeChart(const char* name) {
    auto* chart = new charts::ChartView;
    chart->setObjectName(QLatin1String(name));
    chart->setSelectionModel(&m_workspace.selection());
    return chart;
}

void LabPage::refresh() {
    if (m_view.early) { // these pages look things up by name
        giveUp(tr("Looking at the data …"));
        return;
    }
    m_stale = false;
    if (m_view.table && m_workspace.project()) {
        load();
        return;
    }
    giveUp(m_view.emptyText);
}

void LabPage::giveUp(const QString& sentence) {
    ++m_asked;
    if (m_job)
        m_job->cancel();
    clear(sentence);
}

void LabPage::fail(const core::Error& error) {
    const bool missing = error.code == core::ErrorCode::NoData || error.code == core::ErrorCode::UnknownChoice;
    clear(error.code == core::ErrorCode::Cancelled ? tr("Cancelled. Choose the entity again to look once more.")
          : missing && !noData().isEmpty()         ? noData()
                                                   : errorText(error));
}

void LabPage::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange)
        retranslateUi();
    QWidget::changeEvent(event);
}

void LabPage::showEvent(QShowEvent* event) {
    QWidget::showEvent(event);
    if (m_stale)
        refresh();
    else if (m_outdated)
        redraw();
    m_outdated = false;
}

} // namespace widgets
