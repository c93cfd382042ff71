// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/log.h"
#include "widgets/job_runner.h"

#include <QDockWidget>

#include <memory>

class QLabel;
class QPlainTextEdit;
class QPushButton;
class QVBoxLayout;

namespace widgets::shell {

/// All jobs of this session, running ones and ended ones, newest first.
class JobsDock : public QDockWidget {
    Q_OBJECT
public:
    explicit JobsDock(JobRunner& jobs, QWidget* parent = nullptr);

protected:
    void changeEvent(QEvent* event) override;

private:
    void add(Job* job);
    void clearEnded();
    void updateEmpty();
    void retranslateUi();

    JobRunner& m_jobs;
    QLabel* m_empty;
    QPushButton* m_cancelAll;
    QPushButton* m_clear;
    QVBoxLayout* m_list;
};

/// What the program logs, from Info on. Lines may come from any thread.
class LogDock : public QDockWidget {
    Q_OBJECT
public:
    explicit LogDock(QWidget* parent = nullptr);
    ~LogDock() override;
    QPlainTextEdit* view() const { return m_view; }

protected:
    void changeEvent(QEvent* event) override;

private:
    struct Relay;
    void append(const core::LogLine& line);
    void retranslateUi();

    QPlainTextEdit* m_view;
    QPushButton* m_clear;
    std::shared_ptr<Relay> m_relay; ///< what the logger keeps; outlives the dock
};

} // namespace widgets::shell
