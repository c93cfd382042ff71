// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>
#include <QTimer>

#include <deque>

class QLabel;
class QToolButton;

namespace widgets::shell {

/// Errors and notices above the panels, without a dialog: newest first, dismissed by button or Esc; notices go by
/// themselves.
class MessageBar : public QFrame {
    Q_OBJECT
public:
    explicit MessageBar(QWidget* parent = nullptr);

    void showMessage(const QString& text, bool error);
    void dismiss();
    void clear();
    QString text() const;
    bool showsError() const { return !m_messages.empty() && m_messages.front().error; }

protected:
    void changeEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    struct Message {
        QString text;
        bool error = false;
    };
    void refresh();
    void paintColors();
    void retranslateUi();

    std::deque<Message> m_messages;
    QLabel* m_sign;
    QLabel* m_text;
    QLabel* m_more;
    QToolButton* m_close;
    QTimer m_timer;
};

} // namespace widgets::shell
