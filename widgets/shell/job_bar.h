// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/job_runner.h"

#include <QWidget>

class QLabel;

namespace widgets::shell {

class JobRow;

/// The job that runs now, in the status bar; says how many others there are. Nothing while all is quiet.
class JobBar : public QWidget {
    Q_OBJECT
public:
    explicit JobBar(JobRunner& jobs, QWidget* parent = nullptr);
    /// Jobs shown to the user that have not ended.
    static std::vector<Job*> activeJobs(const JobRunner& jobs);

protected:
    void changeEvent(QEvent* event) override;

private:
    void refresh();

    JobRunner& m_jobs;
    JobRow* m_row;
    QLabel* m_more;
};

} // namespace widgets::shell
