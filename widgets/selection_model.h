// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/select/selection.h"

#include <QObject>
#include <QUndoStack>

namespace widgets {

/// The one selection that every chart and table shows and sets. Setting an equal selection emits nothing, which ends
/// loops. Every change can be undone. GUI thread only.
class SelectionModel : public QObject {
    Q_OBJECT
public:
    explicit SelectionModel(QObject* parent = nullptr);

    const core::select::Selection& selection() const { return m_selection; }
    /// As a plain click does: in the mode chosen with setMode().
    void select(const core::select::Selection& next) { select(next, m_mode); }
    void select(const core::select::Selection& next, core::select::Mode mode);
    void clear();
    QUndoStack* undoStack() { return &m_undo; }
    core::select::Mode mode() const { return m_mode; }
    void setMode(core::select::Mode mode);
    /// Dragging over a chart draws a free outline instead of a rectangle.
    bool lasso() const { return m_lasso; }
    void setLasso(bool lasso) { m_lasso = lasso; }

Q_SIGNALS:
    void selectionChanged(const core::select::Selection& selection);
    void modeChanged();

private:
    friend class SelectionCommand;
    void apply(const core::select::Selection& selection);

    core::select::Selection m_selection;
    core::select::Mode m_mode = core::select::Mode::Replace;
    bool m_lasso = false;
    QUndoStack m_undo;
};

} // namespace widgets
