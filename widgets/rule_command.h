// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/workspace.h"

#include <QCoreApplication>
#include <QPointer>
#include <QUndoCommand>

namespace widgets {

/// One change of the bucket rule on the undo stack that selections use, too: undone in the order in which things were
/// done. Changes of one drag come as one command.
class RuleCommand : public QUndoCommand {
public:
    RuleCommand(Workspace& workspace, core::stats::BucketRule before, core::stats::BucketRule after)
        : QUndoCommand(QCoreApplication::translate("RuleCommand", "Move bucket borders")),
          m_workspace(&workspace),
          m_before(before),
          m_after(after) {}
    void undo() override { apply(m_before); }
    void redo() override { apply(m_after); }

private:
    void apply(const core::stats::BucketRule& rule) {
        if (m_workspace)
            m_workspace->setBucketRule(rule);
    }
    QPointer<Workspace> m_workspace;
    core::stats::BucketRule m_before, m_after;
};

} // namespace widgets
