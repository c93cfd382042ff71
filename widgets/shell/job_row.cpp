// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/shell/job_row.h"

#include "widgets/shell/icons.h"
#include "widgets/text.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QProgressBar>
#include <QToolButton>

namespace widgets::shell {

namespace {
constexpr int kBarWidth = 160;
constexpr int kBarSteps = 1000;
} // namespace

JobRow::JobRow(QWidget* parent)
    : QWidget(parent),
      m_title(new QLabel(this)),
      m_bar(new QProgressBar(this)),
      m_text(new QLabel(this)),
      m_pause(new QToolButton(this)),
      m_cancel(new QToolButton(this)) {
    m_pause->setObjectName(QStringLiteral("jobPause"));
    m_cancel->setObjectName(QStringLiteral("jobCancel"));
    m_title->setTextFormat(Qt::PlainText);
    m_text->setTextFormat(Qt::PlainText);
    m_text->setForegroundRole(QPalette::PlaceholderText);
    m_bar->setFixedWidth(kBarWidth);
    m_bar->setTextVisible(false);
    m_bar->setMaximumHeight(12);
    m_pause->setCheckable(true);
    for (QToolButton* button : {m_pause, m_cancel})
        button->setAutoRaise(true);
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(8, 0, 8, 0);
    layout->setSpacing(8);
    layout->addWidget(m_title);
    layout->addWidget(m_bar);
    layout->addWidget(m_text, 1);
    layout->addWidget(m_pause);
    layout->addWidget(m_cancel);
    connect(m_pause, &QToolButton::clicked, this, [this](bool pause) {
        if (m_job)
            pause ? m_job->pause() : m_job->resume();
    });
    connect(m_cancel, &QToolButton::clicked, this, [this] {
        if (m_job)
            m_job->cancel();
    });
    retranslateUi();
}

void JobRow::setJob(Job* job) {
    if (m_job == job)
        return;
    if (m_job)
        disconnect(m_job, nullptr, this, nullptr);
    m_job = job;
    if (job != nullptr)
        connect(job, &Job::changed, this, &JobRow::refresh);
    refresh();
}

QString JobRow::stateTitle(Job::State state) {
    switch (state) {
    case Job::State::Waiting:
        return tr("waiting");
    case Job::State::Running:
        return tr("running");
    case Job::State::Paused:
        return tr("paused");
    case Job::State::Finished:
        return tr("finished");
    case Job::State::Failed:
        return tr("failed");
    case Job::State::Cancelled:
        return tr("cancelled");
    }
    return {};
}

QString JobRow::progressText(const Job& job) {
    if (job.state() == Job::State::Failed)
        return job.errorSentence();
    if (job.state() != Job::State::Running)
        return stateTitle(job.state());
    const core::Progress& progress = job.progress();
    QStringList parts;
    if (!progress.stage.empty())
        parts << coreText("Job", progress.stage);
    const QString unit = coreText("Job", progress.unit);
    if (progress.perSecond > 0)
        parts << tr("%1 %2/s").arg(formatCompact(progress.perSecond), unit);
    if (progress.secondsLeft >= 0)
        parts << tr("%1 left").arg(formatDuration(progress.secondsLeft));
    return parts.join(QStringLiteral(" · "));
}

void JobRow::refresh() {
    if (!m_job)
        return;
    m_title->setText(m_job->title());
    m_text->setText(progressText(*m_job));
    m_text->setToolTip(m_text->text());
    const double fraction = m_job->progress().fraction();
    const bool active = !m_job->isEnded();
    // Range 0…0 shows a bar that is busy without saying how far it is.
    const bool unknown = active && fraction < 0 && m_job->state() == Job::State::Running;
    m_bar->setRange(0, unknown ? 0 : kBarSteps);
    if (!unknown)
        m_bar->setValue(m_job->state() == Job::State::Finished ? kBarSteps
                                                               : static_cast<int>(qMax(0.0, fraction) * kBarSteps));
    m_bar->setAccessibleName(tr("Progress of %1").arg(m_job->title()));
    m_pause->setVisible(active && m_job->canPause());
    m_pause->setChecked(m_job->state() == Job::State::Paused);
    m_cancel->setVisible(active);
}

void JobRow::retranslateUi() {
    m_pause->setIcon(themedIcon(QStringLiteral("pause"), palette()));
    m_cancel->setIcon(themedIcon(QStringLiteral("cancel"), palette()));
    m_pause->setToolTip(tr("Pause or continue this job"));
    m_pause->setAccessibleName(tr("Pause job"));
    m_cancel->setToolTip(tr("Cancel this job; the project stays as it was before it"));
    m_cancel->setAccessibleName(tr("Cancel job"));
    refresh();
}

void JobRow::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange || event->type() == QEvent::PaletteChange)
        retranslateUi();
    QWidget::changeEvent(event);
}

} // namespace widgets::shell
