// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/split_store.h"
#include "widgets/workspace.h"

#include <QGroupBox>
#include <QPointer>

#include <array>
#include <optional>

class QCheckBox;
class QComboBox;
class QDoubleSpinBox;
class QFormLayout;
class QLabel;
class QLineEdit;
class QPushButton;
class QSpinBox;
class QTableView;

namespace widgets {

namespace models {
class SplitClassModel;
class SplitModel;
} // namespace models

/// Makes train/validation/test splits (as a job) and lists those there are; the chosen one is the workspace's current
/// split.
class SplitEditor : public QGroupBox {
    Q_OBJECT
public:
    explicit SplitEditor(Workspace& workspace, QWidget* parent = nullptr);
    core::store::SplitConfig config() const;

protected:
    void changeEvent(QEvent* event) override;

private:
    QWidget* buildForm();
    QWidget* buildLongTail();
    QWidget* buildLists();
    void makeSplit();
    void removeSplit();
    void showSplits();
    void showCurrent();
    void updateControls();
    void retranslateUi();

    Workspace& m_workspace;
    models::SplitModel* m_splitModel;
    models::SplitClassModel* m_classModel;
    QFormLayout* m_form = nullptr;
    QLineEdit* m_name = nullptr;
    std::array<QDoubleSpinBox*, 3> m_ratio{};
    QComboBox* m_stratify = nullptr;
    QSpinBox* m_seed = nullptr;
    QCheckBox* m_longTail = nullptr;
    QWidget* m_longTailForm = nullptr;
    QFormLayout* m_longTailLayout = nullptr;
    QDoubleSpinBox* m_tailRatio = nullptr;
    QSpinBox* m_maxTrain = nullptr;
    QSpinBox* m_testPerClass = nullptr;
    QSpinBox* m_validationPerClass = nullptr;
    QComboBox* m_profile = nullptr;
    QPushButton* m_make = nullptr;
    QPushButton* m_remove = nullptr;
    QLabel* m_hint = nullptr;
    QTableView* m_splits = nullptr;
    QTableView* m_classes = nullptr;
    QPointer<Job> m_job;
    std::optional<core::SplitId> m_wanted;
    bool m_filling = false; ///< the list is being set: no answer to its signals
};

} // namespace widgets
