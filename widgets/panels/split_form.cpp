// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/panels/split_form.h"

#include "widgets/models/split_text.h"
#include "widgets/text.h"

#include <QAction>
#include <QCheckBox>
#include <QComboBox>
#include <QDateTimeEdit>
#include <QDoubleSpinBox>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QSpinBox>
#include <QToolButton>
#include <QVBoxLayout>

#include <limits>

namespace widgets {

using core::store::SplitConfig;

namespace {

constexpr int kGrid = 8;

} // namespace

SplitForm::SplitForm(QWidget* parent) : QWidget(parent) {
    m_form = new QFormLayout(this);
    m_form->setContentsMargins(0, 0, 0, 0);
    m_form->setSpacing(kGrid);
    m_form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    buildRows();
    retranslateUi();
    for (QWidget* const field : findChildren<QWidget*>())
        notifyOf(field);
    connect(m_unit, &QComboBox::currentIndexChanged, this, [this] {
        if (m_filling)
            return;
        fillKinds();
        fillColumns();
        showFields();
        Q_EMIT changed();
    });
}

void SplitForm::notifyOf(QWidget* field) {
    const auto tell = [this] {
        if (m_filling)
            return;
        showFields();
        Q_EMIT changed();
    };
    if (field == m_unit || field == m_name)
        return;
    if (auto* box = qobject_cast<QComboBox*>(field))
        connect(box, &QComboBox::currentTextChanged, this, tell);
    else if (auto* check = qobject_cast<QCheckBox*>(field))
        connect(check, &QCheckBox::toggled, this, tell);
    else if (auto* count = qobject_cast<QSpinBox*>(field))
        connect(count, &QSpinBox::valueChanged, this, tell);
    else if (auto* number = qobject_cast<QDoubleSpinBox*>(field))
        connect(number, &QDoubleSpinBox::valueChanged, this, tell);
    else if (auto* date = qobject_cast<QDateTimeEdit*>(field))
        connect(date, &QDateTimeEdit::dateTimeChanged, this, tell);
}

std::string SplitForm::unit() const {
    return toStd(m_unit->currentData().toString());
}

std::string SplitForm::kind() const {
    return toStd(m_kind->currentData().toString());
}

SplitConfig SplitForm::config() const {
    SplitConfig config;
    config.name = toStd(m_name->text().trimmed());
    config.unit = unit();
    config.kind = kind();
    for (std::size_t i = 0; i < m_ratio.size(); ++i)
        config.ratio[i] = m_ratio[i]->value();
    config.stratify = toStd(m_stratify->currentData().toString());
    if (config.kind == "grouped") {
        const int known = m_group->findText(m_group->currentText());
        config.group =
            known >= 0 ? toStd(m_group->itemData(known).toString()) : toStd(m_group->currentText().trimmed());
    }
    if (config.kind == "time" && m_cut->currentIndex() == 1 && m_folds->value() == 0) {
        if (m_hasValidation->isChecked())
            config.cuts.push_back(m_validationFrom->dateTime().toSecsSinceEpoch());
        config.cuts.push_back(m_testFrom->dateTime().toSecsSinceEpoch());
    }
    config.last = m_last->value();
    config.folds = m_folds->value();
    config.foldValidation = m_foldValidation->isChecked();
    config.keepDuplicates = m_keepDuplicates->isEnabled() && m_keepDuplicates->isChecked();
    if (config.unit == "event")
        for (const QAction* action : m_eventKinds)
            if (action->isChecked())
                config.eventKinds.push_back(toStd(action->data().toString()));
    config.seed = static_cast<std::uint64_t>(m_seed->value());
    if (m_longTail->isEnabled() && m_longTail->isChecked()) {
        config.longTailRatio = m_tailRatio->value();
        config.maxTrainPerClass = m_maxTrain->value();
        config.testPerClass = m_testPerClass->value();
        config.validationPerClass = m_validationPerClass->value();
        config.profile = m_profile->currentIndex() == 0 ? "exponential" : "step";
    }
    return config;
}

void SplitForm::setNextNumber(int number) {
    m_nextNumber = number;
    m_name->setPlaceholderText(tr("split %1").arg(formatInteger(number)));
}

void SplitForm::showFields() {
    const std::string how = kind();
    const bool ofEvents = unit() == "event";
    const bool folds = m_folds->value() > 0;
    const bool tail = !ofEvents && how == "stratified" && !folds;
    m_longTail->setEnabled(tail);
    m_form->setRowVisible(m_longTail, !ofEvents && how == "stratified");
    const bool tailed = tail && m_longTail->isChecked();
    m_form->setRowVisible(m_longTailForm, tailed);
    m_form->setRowVisible(m_group, how == "grouped");
    m_form->setRowVisible(m_stratify, how == "stratified" || how == "grouped");
    m_form->setRowVisible(m_last, how == "last");
    m_form->setRowVisible(m_dates, how == "time" && !folds);
    const bool dated = how == "time" && m_cut->currentIndex() == 1;
    for (QWidget* const field : std::initializer_list<QWidget*>{m_hasValidation, m_validationFrom, m_testFrom})
        field->setVisible(dated);
    findChild<QLabel*>(QStringLiteral("splitTestFromLabel"))->setVisible(dated);
    m_validationFrom->setEnabled(m_hasValidation->isChecked());
    m_form->setRowVisible(m_ratioRow, !folds && !dated);
    // A long-tailed split fixes its rows per class itself.
    m_ratioRow->setEnabled(!tailed);
    m_stratify->setEnabled(!tailed);
    m_form->setRowVisible(m_events, ofEvents);
    m_form->setRowVisible(m_foldValidation, folds);
    const bool titled = how == "grouped" && !ofEvents && m_group->currentData().toString() == QLatin1String("title") &&
                        m_group->findText(m_group->currentText()) >= 0;
    m_form->setRowVisible(m_keepDuplicates, how != "time" && how != "last");
    m_keepDuplicates->setEnabled(how != "time" && how != "last" && !tailed && !titled);
    QStringList chosen;
    for (const QAction* action : m_eventKinds)
        if (action->isChecked())
            chosen << action->text();
    m_events->setText(chosen.isEmpty() ? tr("all kinds") : chosen.join(QStringLiteral(", ")));
}

} // namespace widgets
