// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/workspace.h"

#include <QDialog>

class QPlainTextEdit;
class QPushButton;

namespace widgets::shell {

/// Versions, paths and, when asked for, the training engine: what belongs into a report of a problem.
class DiagnosticsDialog : public QDialog {
    Q_OBJECT
public:
    explicit DiagnosticsDialog(Workspace& workspace, QWidget* parent = nullptr);

private:
    void fill(const QString& engine);
    void probeEngine();

    Workspace& m_workspace;
    QPlainTextEdit* m_text;
    QPushButton* m_probe;
    QPushButton* m_copy;
};

} // namespace widgets::shell
