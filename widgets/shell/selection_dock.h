// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/selection_model.h"

#include <QDockWidget>

#include <array>

class QButtonGroup;
class QLabel;
class QListWidget;
class QPushButton;
class QRadioButton;

namespace widgets::shell {

/// What is selected, how the next click changes it, undo, redo and clear.
class SelectionDock : public QDockWidget {
    Q_OBJECT
public:
    explicit SelectionDock(SelectionModel& selection, QWidget* parent = nullptr);

Q_SIGNALS:
    void rowsRequested(); ///< the rows behind the selection are wanted

protected:
    void changeEvent(QEvent* event) override;

private:
    void refresh();
    void retranslateUi();

    SelectionModel& m_selection;
    QLabel* m_summary;
    QLabel* m_modeTitle;
    QButtonGroup* m_modes;
    std::array<QRadioButton*, 4> m_modeButtons{};
    QListWidget* m_names;
    QPushButton* m_undo;
    QPushButton* m_redo;
    QPushButton* m_clear;
    QPushButton* m_rows;
};

} // namespace widgets::shell
