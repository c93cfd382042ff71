// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/job_runner.h"

#include <QPointer>
#include <QWidget>

class QLabel;
class QProgressBar;
class QToolButton;

namespace widgets::shell {

/// One job: title, progress, rate and time left, pause and cancel. Used by the job bar (one line) and the Jobs dock.
class JobRow : public QWidget {
    Q_OBJECT
public:
    explicit JobRow(QWidget* parent = nullptr);
    void setJob(Job* job);
    Job* job() const { return m_job; }
    void refresh();
    /// "Reading rows: 120,000 rows, 250,000 rows/s, 12 s left"
    static QString progressText(const Job& job);
    static QString stateTitle(Job::State state);

protected:
    void changeEvent(QEvent* event) override;

private:
    void retranslateUi();

    QPointer<Job> m_job;
    QLabel* m_title;
    QProgressBar* m_bar;
    QLabel* m_text;
    QToolButton* m_pause;
    QToolButton* m_cancel;
};

} // namespace widgets::shell
