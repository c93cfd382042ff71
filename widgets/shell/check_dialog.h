// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/check.h"

#include <QDialog>

#include <vector>

class QLabel;
class QPushButton;
class QTreeWidget;

namespace widgets::shell {

/// What the check of a project found, worst first. Not modal.
class CheckDialog : public QDialog {
    Q_OBJECT
public:
    explicit CheckDialog(std::vector<core::store::CheckFinding> findings, QWidget* parent = nullptr);

protected:
    void changeEvent(QEvent* event) override;

private:
    void retranslateUi();

    std::vector<core::store::CheckFinding> m_findings;
    QLabel* m_verdict;
    QTreeWidget* m_list;
    QPushButton* m_close;
};

} // namespace widgets::shell
