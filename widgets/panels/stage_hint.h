// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QLabel;
class QPushButton;

namespace widgets {

/// What a panel shows while there is nothing to show: a sentence that says what to do next, and a button that goes
/// there.
class StageHint : public QWidget {
    Q_OBJECT
public:
    explicit StageHint(QWidget* parent = nullptr);
    void setTexts(const QString& title, const QString& sentence, const QString& button);

Q_SIGNALS:
    void activated();

private:
    QLabel* m_title;
    QLabel* m_sentence;
    QPushButton* m_button;
};

} // namespace widgets
