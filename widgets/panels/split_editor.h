// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/split_store.h"
#include "widgets/workspace.h"

#include <QPointer>
#include <QWidget>

#include <optional>

class QLabel;
class QPushButton;
class QTableView;
class QTimer;

namespace widgets {

class SplitCheckCard;
class SplitForm;
class SplitPreview;
namespace models {
class SplitClassModel;
class SplitModel;
} // namespace models

/// Makes splits (as a job, with a preview of what they would hold), lists those there are and checks the chosen one. A
/// chosen split of items becomes the workspace's current split.
class SplitEditor : public QWidget {
    Q_OBJECT
public:
    explicit SplitEditor(Workspace& workspace, QWidget* parent = nullptr);
    core::store::SplitConfig config() const;
    /// The preview and the check have arrived.
    bool settled() const;

protected:
    void changeEvent(QEvent* event) override;
    void showEvent(QShowEvent* event) override;

private:
    QWidget* buildMaker();
    QWidget* buildLists();
    void makeSplit();
    void removeSplit();
    void exportSplit();
    void forget(); ///< what was read of the project before it changed
    void planSoon();
    void plan(bool asked);
    void check(bool asked);
    void showSplits();
    void showCurrent();
    void showChosen();
    void updateControls();
    void retranslateUi();
    const core::store::SplitInfo* chosen() const;

    Workspace& m_workspace;
    models::SplitModel* m_splitModel;
    models::SplitClassModel* m_classModel;
    SplitForm* m_form = nullptr;
    SplitPreview* m_preview = nullptr;
    SplitCheckCard* m_checkCard = nullptr;
    QPushButton* m_make = nullptr;
    QPushButton* m_export = nullptr;
    QPushButton* m_remove = nullptr;
    QLabel* m_hint = nullptr;
    QTableView* m_splits = nullptr;
    QTableView* m_classes = nullptr;
    QTimer* m_planTimer = nullptr;
    QPointer<Job> m_sizeJob, m_job, m_planJob, m_checkJob;
    std::optional<core::SplitId> m_wanted; ///< chosen as soon as the list has it
    std::optional<core::SplitId> m_checked;
    bool m_slow = false;    ///< the last preview took long: the next ones wait to be asked for
    bool m_filling = false; ///< the list is being set: no answer to its signals
};

} // namespace widgets
