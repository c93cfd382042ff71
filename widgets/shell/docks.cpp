// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/shell/docks.h"

#include "widgets/shell/job_row.h"
#include "widgets/text.h"

#include <QEvent>
#include <QFontDatabase>
#include <QHBoxLayout>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

#include <mutex>

namespace widgets::shell {

JobsDock::JobsDock(JobRunner& jobs, QWidget* parent)
    : QDockWidget(parent), m_jobs(jobs), m_empty(new QLabel), m_cancelAll(new QPushButton), m_clear(new QPushButton) {
    setObjectName(QStringLiteral("jobsDock"));
    m_cancelAll->setObjectName(QStringLiteral("jobsCancelAll"));
    m_clear->setObjectName(QStringLiteral("jobsClear"));
    auto* content = new QWidget(this);
    auto* layout = new QVBoxLayout(content);
    layout->setContentsMargins(8, 8, 8, 8);
    layout->setSpacing(8);
    auto* rows = new QWidget;
    m_list = new QVBoxLayout(rows);
    m_list->setContentsMargins(0, 0, 0, 0);
    m_list->setSpacing(4);
    m_list->addWidget(m_empty);
    m_list->addStretch(1);
    auto* scroll = new QScrollArea;
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidget(rows);
    layout->addWidget(scroll, 1);
    auto* buttons = new QHBoxLayout;
    buttons->addStretch(1);
    buttons->addWidget(m_cancelAll);
    buttons->addWidget(m_clear);
    layout->addLayout(buttons);
    setWidget(content);
    connect(m_cancelAll, &QPushButton::clicked, &jobs, &JobRunner::cancelAll);
    connect(m_clear, &QPushButton::clicked, this, &JobsDock::clearEnded);
    connect(&jobs, &JobRunner::jobStarted, this, &JobsDock::add);
    for (Job* job : jobs.jobs())
        add(job);
    retranslateUi();
    updateEmpty();
}

void JobsDock::add(Job* job) {
    if (job->title().isEmpty())
        return;
    constexpr int kKept = 50;
    auto* row = new JobRow;
    row->setJob(job);
    m_list->insertWidget(1, row); // below the empty-state line, above the older ones
    // A forgotten job leaves a row that says nothing: it goes with it.
    connect(job, &QObject::destroyed, row, &QObject::deleteLater);
    connect(row, &QObject::destroyed, this, &JobsDock::updateEmpty, Qt::QueuedConnection);
    if (m_list->count() > kKept + 2)
        m_list->itemAt(m_list->count() - 2)->widget()->deleteLater();
    updateEmpty();
}

void JobsDock::clearEnded() {
    for (int i = m_list->count() - 1; i >= 0; --i)
        if (auto* row = qobject_cast<JobRow*>(m_list->itemAt(i)->widget()); row != nullptr)
            if (row->job() == nullptr || row->job()->isEnded())
                row->deleteLater();
}

void JobsDock::updateEmpty() {
    m_empty->setVisible(m_list->count() <= 2);
}

void JobsDock::retranslateUi() {
    setWindowTitle(tr("Jobs"));
    m_empty->setText(tr("Nothing has run yet. Imports, splits and training appear here with their progress."));
    m_cancelAll->setText(tr("Cancel all"));
    m_cancelAll->setToolTip(tr("Cancel every job that runs or waits"));
    m_clear->setText(tr("Clear ended"));
    m_clear->setToolTip(tr("Remove the jobs that have ended from this list"));
    for (QPushButton* button : {m_cancelAll, m_clear})
        button->setAccessibleName(button->text());
}

void JobsDock::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange)
        retranslateUi();
    QDockWidget::changeEvent(event);
}

/// The logger cannot be told to forget a listener, so it keeps this; the dock takes itself out when it goes.
struct LogDock::Relay {
    std::mutex mutex;
    LogDock* dock = nullptr;

    void take(const core::LogLine& line) {
        const std::lock_guard lock(mutex);
        if (dock != nullptr)
            QMetaObject::invokeMethod(
                dock, [target = dock, line] { target->append(line); }, Qt::QueuedConnection);
    }
};

LogDock::LogDock(QWidget* parent)
    : QDockWidget(parent), m_view(new QPlainTextEdit), m_clear(new QPushButton), m_relay(std::make_shared<Relay>()) {
    setObjectName(QStringLiteral("logDock"));
    m_view->setObjectName(QStringLiteral("logView"));
    m_clear->setObjectName(QStringLiteral("logClear"));
    constexpr int kLines = 5000;
    m_view->setReadOnly(true);
    m_view->setMaximumBlockCount(kLines);
    m_view->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    auto* content = new QWidget(this);
    auto* layout = new QVBoxLayout(content);
    layout->setContentsMargins(8, 8, 8, 8);
    layout->addWidget(m_view, 1);
    layout->addWidget(m_clear, 0, Qt::AlignRight);
    setWidget(content);
    connect(m_clear, &QPushButton::clicked, m_view, &QPlainTextEdit::clear);
    m_relay->dock = this;
    core::addLogListener([relay = m_relay](const core::LogLine& line) { relay->take(line); });
    retranslateUi();
}

LogDock::~LogDock() {
    const std::lock_guard lock(m_relay->mutex);
    m_relay->dock = nullptr;
}

void LogDock::append(const core::LogLine& line) {
    const QString level = line.level == core::LogLevel::Error     ? tr("error")
                          : line.level == core::LogLevel::Warning ? tr("warning")
                                                                  : tr("info");
    m_view->appendPlainText(QStringLiteral("%1  %2  %3").arg(toQString(line.time), level, toQString(line.text)));
}

void LogDock::retranslateUi() {
    setWindowTitle(tr("Log"));
    m_view->setAccessibleName(tr("Log"));
    m_view->setPlaceholderText(tr("Nothing has been logged yet."));
    m_clear->setText(tr("Clear"));
    m_clear->setAccessibleName(tr("Clear log"));
    m_clear->setToolTip(tr("Empty this view; the log file keeps everything"));
}

void LogDock::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange)
        retranslateUi();
    QDockWidget::changeEvent(event);
}

} // namespace widgets::shell
