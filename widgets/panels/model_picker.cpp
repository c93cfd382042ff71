// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/panels/model_picker.h"

#include "core/train/model_kind.h"
#include "widgets/forms/config_form.h"
#include "widgets/panels/check_delegate.h"
#include "widgets/text.h"

#include <QEvent>
#include <QListWidget>
#include <QScrollArea>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace widgets {
namespace {

constexpr int kIdRole = Qt::UserRole;

const std::vector<core::train::ModelRegistry::Entry>& entries() {
    return core::train::ModelRegistry::global().entries();
}

} // namespace

ModelPicker::ModelPicker(QWidget* parent)
    : QWidget(parent), m_list(new QListWidget(this)), m_forms(new QStackedWidget(this)) {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(4, 4, 4, 4);
    column->setSpacing(4);
    m_list->setObjectName(QStringLiteral("models"));
    m_list->setItemDelegate(new CheckDelegate(m_list));
    column->addWidget(m_list);
    column->addWidget(m_forms, 1);
    for (const auto& entry : entries()) {
        auto* item = new QListWidgetItem(m_list);
        item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsUserCheckable);
        item->setCheckState(Qt::Unchecked);
        item->setData(kIdRole, toQString(entry.info.id));
        auto* form = new ConfigForm;
        form->setObjectName(QStringLiteral("form-") + toQString(entry.info.id));
        form->setParams(entry.info.params, core::Json::object(), 1);
        auto* scroll = new QScrollArea(m_forms);
        scroll->setWidget(form);
        scroll->setWidgetResizable(true);
        scroll->setFrameShape(QFrame::NoFrame);
        scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
        m_forms->addWidget(scroll);
        m_formOf.push_back(form);
        connect(form, &ConfigForm::changed, this, &ModelPicker::changed);
        connect(form, &ConfigForm::validityChanged, this, &ModelPicker::changed);
    }
    constexpr int kShownModels = 3; // more of them scroll
    m_list->setFixedHeight(std::clamp(m_list->count(), 1, kShownModels) * m_list->sizeHintForRow(0) +
                           2 * m_list->frameWidth() + 2);
    if (m_list->count() > 0) {
        m_list->item(0)->setCheckState(Qt::Checked);
        m_list->setCurrentRow(0);
    }
    connect(m_list, &QListWidget::currentRowChanged, m_forms, &QStackedWidget::setCurrentIndex);
    connect(m_list, &QListWidget::itemChanged, this, &ModelPicker::changed);
    retranslateUi();
}

std::vector<core::train::ModelChoice> ModelPicker::models() const {
    std::vector<core::train::ModelChoice> choices;
    for (int i = 0; i < m_list->count(); ++i)
        if (m_list->item(i)->checkState() == Qt::Checked)
            choices.push_back(
                {toStd(m_list->item(i)->data(kIdRole).toString()), m_formOf[static_cast<std::size_t>(i)]->values()});
    return choices;
}

void ModelPicker::setModels(const std::vector<core::train::ModelChoice>& models) {
    for (int i = 0; i < m_list->count(); ++i) {
        const std::string id = toStd(m_list->item(i)->data(kIdRole).toString());
        bool chosen = false;
        for (const core::train::ModelChoice& choice : models) {
            if (choice.id != id)
                continue;
            chosen = true;
            m_formOf[static_cast<std::size_t>(i)]->setValues(choice.params);
        }
        m_list->item(i)->setCheckState(chosen ? Qt::Checked : Qt::Unchecked);
    }
    Q_EMIT changed();
}

QString ModelPicker::problem() const {
    for (int i = 0; i < m_list->count(); ++i)
        if (m_list->item(i)->checkState() == Qt::Checked && !m_formOf[static_cast<std::size_t>(i)]->valid())
            return m_formOf[static_cast<std::size_t>(i)]->firstError();
    return {};
}

void ModelPicker::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange)
        retranslateUi();
    QWidget::changeEvent(event);
}

void ModelPicker::retranslateUi() {
    m_list->setAccessibleName(tr("Models of the experiment"));
    const QSignalBlocker blocker(m_list);
    for (int i = 0; i < m_list->count(); ++i) {
        const core::PartInfo& info = entries()[static_cast<std::size_t>(i)].info;
        m_list->item(i)->setText(coreText("Strategy", info.title));
        m_list->item(i)->setToolTip(coreText("Strategy", info.help));
    }
}

} // namespace widgets
