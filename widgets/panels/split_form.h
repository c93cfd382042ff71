// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/split_store.h"

#include <QString>
#include <QWidget>

#include <array>
#include <string>
#include <vector>

class QAction;
class QCheckBox;
class QComboBox;
class QDateTimeEdit;
class QDoubleSpinBox;
class QFormLayout;
class QLabel;
class QLineEdit;
class QSpinBox;
class QToolButton;

namespace widgets {

/// The settings of a split: what is divided, how, and what only that kind asks for. GUI thread only.
class SplitForm : public QWidget {
    Q_OBJECT
public:
    explicit SplitForm(QWidget* parent = nullptr);

    core::store::SplitConfig config() const;
    void setNextNumber(int number); ///< for the name that is proposed
    void retranslateUi();

Q_SIGNALS:
    void changed();

private:
    std::string unit() const;
    std::string kind() const;
    void buildRows();
    QWidget* buildRatio();
    QWidget* buildDates();
    QWidget* buildEvents();
    QWidget* buildLongTail();
    void addRow(QFormLayout* form, QWidget* field);
    void retranslateFields();
    void fillKinds();
    void fillColumns();
    void showFields();
    void notifyOf(QWidget* field);

    QFormLayout* m_form = nullptr;
    QComboBox* m_unit = nullptr;
    QComboBox* m_kind = nullptr;
    QComboBox* m_group = nullptr;
    QComboBox* m_stratify = nullptr;
    QWidget* m_ratioRow = nullptr;
    std::array<QDoubleSpinBox*, 3> m_ratio{};
    QWidget* m_dates = nullptr;
    QComboBox* m_cut = nullptr;
    QCheckBox* m_hasValidation = nullptr;
    QDateTimeEdit* m_validationFrom = nullptr;
    QDateTimeEdit* m_testFrom = nullptr;
    QSpinBox* m_last = nullptr;
    QToolButton* m_events = nullptr;
    std::vector<QAction*> m_eventKinds;
    QSpinBox* m_folds = nullptr;
    QCheckBox* m_foldValidation = nullptr;
    QCheckBox* m_keepDuplicates = nullptr;
    QSpinBox* m_seed = nullptr;
    QLineEdit* m_name = nullptr;
    QCheckBox* m_longTail = nullptr;
    QWidget* m_longTailForm = nullptr;
    QFormLayout* m_longTailLayout = nullptr;
    QDoubleSpinBox* m_tailRatio = nullptr;
    QSpinBox* m_maxTrain = nullptr;
    QSpinBox* m_testPerClass = nullptr;
    QSpinBox* m_validationPerClass = nullptr;
    QComboBox* m_profile = nullptr;
    int m_nextNumber = 1;
    bool m_filling = false;
};

} // namespace widgets
