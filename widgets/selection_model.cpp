// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/selection_model.h"

#include <QUndoCommand>

namespace widgets {

/// One change of the selection, with what was selected before.
class SelectionCommand : public QUndoCommand {
public:
    SelectionCommand(SelectionModel* model, core::select::Selection before, core::select::Selection after)
        : QUndoCommand(SelectionModel::tr("Change selection")),
          m_model(model),
          m_before(std::move(before)),
          m_after(std::move(after)) {}
    void undo() override { m_model->apply(m_before); }
    void redo() override { m_model->apply(m_after); }

private:
    SelectionModel* m_model;
    core::select::Selection m_before, m_after;
};

SelectionModel::SelectionModel(QObject* parent) : QObject(parent) {
    constexpr int kUndoLimit = 200;
    m_undo.setUndoLimit(kUndoLimit);
}

void SelectionModel::select(const core::select::Selection& next, core::select::Mode mode) {
    core::select::Selection combined = core::select::combine(m_selection, next, mode);
    if (combined == m_selection || (combined.empty() && m_selection.empty()))
        return;
    m_undo.push(new SelectionCommand(this, m_selection, std::move(combined)));
}

void SelectionModel::clear() {
    select({m_selection.entity, {}}, core::select::Mode::Replace);
}

void SelectionModel::setMode(core::select::Mode mode) {
    if (mode == m_mode)
        return;
    m_mode = mode;
    Q_EMIT modeChanged();
}

void SelectionModel::apply(const core::select::Selection& selection) {
    m_selection = selection;
    Q_EMIT selectionChanged(m_selection);
}

} // namespace widgets
