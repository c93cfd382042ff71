// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>

#include <array>

class QButtonGroup;
class QToolButton;

namespace widgets::shell {

inline constexpr int kStageCount = 5;

/// The five stages at the left edge, in the order of the work: mouse, arrow keys, Ctrl+1 … Ctrl+5 (actions of the
/// window).
class StageRail : public QFrame {
    Q_OBJECT
public:
    explicit StageRail(QWidget* parent = nullptr);

    void setStage(int stage);
    int stage() const;
    static QString stageTitle(int stage);
    static QString stageHelp(int stage);

Q_SIGNALS:
    void stageChosen(int stage);

protected:
    void changeEvent(QEvent* event) override;

private:
    void retranslateUi();
    void paintIcons();

    QButtonGroup* m_group;
    std::array<QToolButton*, kStageCount> m_buttons{};
};

} // namespace widgets::shell
