// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/forms/config_form.h"

#include "widgets/forms/param_editor.h"

#include <QEvent>
#include <QGridLayout>
#include <QLabel>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace widgets {

ConfigForm::ConfigForm(QWidget* parent)
    : QWidget(parent), m_grid(new QGridLayout), m_reset(new QToolButton(this)), m_none(new QLabel(this)) {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(4);
    m_grid->setHorizontalSpacing(8);
    m_grid->setVerticalSpacing(4);
    column->addLayout(m_grid);
    column->addWidget(m_none);
    column->addWidget(m_reset, 0, Qt::AlignRight);
    m_none->setEnabled(false);
    m_reset->setObjectName(QStringLiteral("resetDefaults"));
    m_reset->setAutoRaise(true);
    connect(m_reset, &QToolButton::clicked, this, &ConfigForm::resetToDefaults);
    retranslateUi();
    updateReset();
}

void ConfigForm::setParams(const std::vector<core::ParamInfo>& params, const core::Json& values, int columns) {
    qDeleteAll(m_editors);
    qDeleteAll(m_labels);
    m_editors.clear();
    m_labels.clear();
    const int perColumn = (static_cast<int>(params.size()) + columns - 1) / std::max(columns, 1);
    for (int i = 0; i < static_cast<int>(params.size()); ++i) {
        auto* editor = new ParamEditor(params[static_cast<std::size_t>(i)], this);
        auto* label = new QLabel(this);
        label->setBuddy(editor->control());
        // In line with the field, also while an error makes the row taller.
        label->setMinimumHeight(editor->control()->sizeHint().height());
        const int column = i / perColumn;
        m_grid->addWidget(label, i % perColumn, 2 * column, Qt::AlignTop | Qt::AlignLeft);
        m_grid->addWidget(editor, i % perColumn, 2 * column + 1);
        m_grid->setColumnStretch(2 * column + 1, 1);
        connect(editor, &ParamEditor::edited, this, &ConfigForm::fieldEdited);
        connect(editor, &ParamEditor::errorChanged, this, &ConfigForm::fieldErrorChanged);
        m_editors.push_back(editor);
        m_labels.push_back(label);
    }
    // In the order of reading, whatever the number of columns.
    for (std::size_t i = 1; i < m_editors.size(); ++i)
        setTabOrder(m_editors[i - 1]->control(), m_editors[i]->control());
    m_none->setVisible(m_editors.empty());
    setValues(values);
    retranslateUi();
}

void ConfigForm::setValues(const core::Json& values) {
    for (ParamEditor* editor : m_editors) {
        const std::string& name = editor->info().name;
        editor->setValue(editor->info().defaultValue);
        if (values.is_object() && values.contains(name))
            editor->setValue(values.at(name));
    }
    updateReset();
}

core::Json ConfigForm::values() const {
    core::Json object = core::Json::object();
    for (const ParamEditor* editor : m_editors)
        if (!editor->isDefault())
            object[editor->info().name] = editor->value();
    return object;
}

bool ConfigForm::valid() const {
    return firstError().isEmpty();
}

QString ConfigForm::firstError() const {
    for (const ParamEditor* editor : m_editors)
        if (!editor->errorSentence().isEmpty())
            return editor->errorSentence();
    return {};
}

void ConfigForm::resetToDefaults() {
    setValues(core::Json::object());
    Q_EMIT changed(values());
}

void ConfigForm::fieldEdited() {
    updateReset();
    Q_EMIT changed(values());
}

void ConfigForm::fieldErrorChanged() {
    updateReset();
    if (valid() == m_wasValid)
        return;
    m_wasValid = valid();
    Q_EMIT validityChanged(m_wasValid);
}

void ConfigForm::updateReset() {
    const bool different = std::any_of(m_editors.begin(), m_editors.end(), [](const ParamEditor* editor) {
        return !editor->isDefault() || !editor->errorSentence().isEmpty();
    });
    m_reset->setEnabled(different);
    m_reset->setVisible(!m_editors.empty());
}

void ConfigForm::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange) {
        retranslateUi();
        for (ParamEditor* editor : m_editors)
            editor->retranslate();
    }
    QWidget::changeEvent(event);
}

void ConfigForm::retranslateUi() {
    m_reset->setText(tr("Reset to defaults"));
    m_reset->setToolTip(tr("Set every field of this form to its default"));
    m_reset->setAccessibleName(tr("Reset to defaults"));
    m_none->setText(tr("Nothing to set."));
    for (std::size_t i = 0; i < m_editors.size(); ++i) {
        m_labels[i]->setText(m_editors[i]->title());
        m_labels[i]->setToolTip(m_editors[i]->helpText());
    }
}

} // namespace widgets
