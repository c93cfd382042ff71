// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/shell/job_bar.h"

#include "widgets/shell/job_row.h"
#include "widgets/text.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>

namespace widgets::shell {

JobBar::JobBar(JobRunner& jobs, QWidget* parent)
    : QWidget(parent), m_jobs(jobs), m_row(new JobRow(this)), m_more(new QLabel(this)) {
    setObjectName(QStringLiteral("jobBar"));
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_row);
    layout->addWidget(m_more);
    connect(&jobs, &JobRunner::jobStarted, this, &JobBar::refresh);
    // The ended job still counts as active while its signal is delivered.
    connect(&jobs, &JobRunner::jobEnded, this, &JobBar::refresh, Qt::QueuedConnection);
    refresh();
}

std::vector<Job*> JobBar::activeJobs(const JobRunner& jobs) {
    std::vector<Job*> active;
    for (Job* job : jobs.jobs())
        if (!job->isEnded() && !job->title().isEmpty())
            active.push_back(job);
    return active;
}

void JobBar::refresh() {
    const std::vector<Job*> active = activeJobs(m_jobs);
    setVisible(!active.empty());
    if (active.empty()) {
        m_row->setJob(nullptr);
        return;
    }
    Job* shown = active.front();
    for (Job* job : active)
        if (job->state() != Job::State::Waiting && shown->state() == Job::State::Waiting)
            shown = job;
    m_row->setJob(shown);
    m_more->setVisible(active.size() > 1);
    m_more->setText(tr("+%1 more").arg(formatInteger(static_cast<qint64>(active.size()) - 1)));
}

void JobBar::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange)
        refresh();
    QWidget::changeEvent(event);
}

} // namespace widgets::shell
