// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>
#include <QWidget>

class QLabel;
class QPushButton;
class QVBoxLayout;

namespace widgets::shell {

/// What the window shows while no project is open: what to do first.
class StartPage : public QWidget {
    Q_OBJECT
public:
    explicit StartPage(QWidget* parent = nullptr);
    void setRecent(const QStringList& paths);
    void setBusy(bool busy);

Q_SIGNALS:
    void newRequested();
    void openRequested();
    void sampleRequested();
    void recentRequested(const QString& path);

protected:
    void changeEvent(QEvent* event) override;

private:
    void retranslateUi();

    QLabel* m_title;
    QLabel* m_text;
    QPushButton* m_new;
    QPushButton* m_open;
    QPushButton* m_sample;
    QLabel* m_recentTitle;
    QVBoxLayout* m_recentList;
    QLabel* m_hint;
    QStringList m_recent;
};

} // namespace widgets::shell
