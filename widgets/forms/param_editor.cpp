// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/forms/param_editor.h"

#include "core/base/file.h"
#include "widgets/folders.h"
#include "widgets/forms/choice_text.h"
#include "widgets/forms/number_box.h"
#include "widgets/text.h"

#include <QCheckBox>
#include <QComboBox>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QScopedValueRollback>
#include <QToolButton>
#include <QVBoxLayout>

#include <cmath>

namespace widgets {

using core::ParamInfo;

ParamEditor::ParamEditor(ParamInfo info, QWidget* parent)
    : QWidget(parent), m_info(std::move(info)), m_value(m_info.defaultValue) {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(2);
    auto* row = new QHBoxLayout;
    row->setSpacing(4);
    column->addLayout(row);
    switch (m_info.type) {
    case ParamInfo::Type::Number:
    case ParamInfo::Type::Integer:
        buildNumber();
        break;
    case ParamInfo::Type::Boolean:
        buildBoolean();
        break;
    case ParamInfo::Type::Choice:
        buildChoice();
        break;
    case ParamInfo::Type::Text:
    case ParamInfo::Type::File:
        buildText();
        break;
    }
    m_control->setObjectName(QStringLiteral("param-") + toQString(m_info.name));
    row->addWidget(m_control, 1);
    if (m_browse != nullptr)
        row->addWidget(m_browse);
    m_errorLabel = new QLabel(this);
    m_errorLabel->setObjectName(QStringLiteral("error-") + toQString(m_info.name));
    m_errorLabel->setWordWrap(true);
    m_errorLabel->hide();
    column->addWidget(m_errorLabel);
    setFocusProxy(m_control);
    retranslate();
}

void ParamEditor::buildNumber() {
    m_number = new NumberBox(m_info.type == ParamInfo::Type::Integer, m_info.min, m_info.max, this);
    m_control = m_number;
    connect(m_number->findChild<QLineEdit*>(), &QLineEdit::textChanged, this, &ParamEditor::numberTyped);
    // The spin box changes its own text silently: when it steps, and when it puts a rejected text back.
    connect(m_number, &NumberBox::valueChanged, this, &ParamEditor::numberTyped);
    connect(m_number, &NumberBox::editingFinished, this, &ParamEditor::numberTyped);
}

void ParamEditor::buildBoolean() {
    m_check = new QCheckBox(this);
    m_control = m_check;
    connect(m_check, &QCheckBox::toggled, this, [this](bool on) { take(on); });
}

void ParamEditor::buildChoice() {
    m_choice = new QComboBox(this);
    m_control = m_choice;
    m_choice->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_choice->setMinimumContentsLength(10);
    for (const std::string& choice : m_info.choices)
        m_choice->addItem(toQString(choice), toQString(choice));
    connect(m_choice, &QComboBox::currentIndexChanged, this,
            [this](int index) { take(toStd(m_choice->itemData(index).toString())); });
}

void ParamEditor::buildText() {
    m_text = new QLineEdit(this);
    m_control = m_text;
    connect(m_text, &QLineEdit::textChanged, this, &ParamEditor::textTyped);
    if (m_info.type != ParamInfo::Type::File)
        return;
    m_browse = new QToolButton(this);
    m_browse->setText(QStringLiteral("…"));
    m_browse->setObjectName(QStringLiteral("browse-") + toQString(m_info.name));
    connect(m_browse, &QToolButton::clicked, this, &ParamEditor::chooseFile);
}

QString ParamEditor::title() const {
    return coreText("Strategy", m_info.title);
}

QString ParamEditor::rangeText() const {
    const bool low = std::isfinite(m_info.min), high = std::isfinite(m_info.max);
    const auto shown = [](double number) { return QLocale().toString(number, 'g', 12); };
    if (low && high)
        return tr("Range: %1 to %2.").arg(shown(m_info.min), shown(m_info.max));
    if (low)
        return tr("Range: %1 or more.").arg(shown(m_info.min));
    if (high)
        return tr("Range: %1 or less.").arg(shown(m_info.max));
    return {};
}

QString ParamEditor::helpText() const {
    QStringList parts{coreText("Strategy", m_info.help)};
    if (m_number != nullptr) {
        parts << rangeText() << tr("Default: %1.").arg(m_number->textFromValue(m_info.defaultValue.get<double>()));
    } else if (m_choice != nullptr) {
        parts << tr("Default: %1.").arg(choiceTitle(m_info.defaultValue.get<std::string>()));
    }
    parts.removeAll(QString());
    return parts.join(QLatin1Char('\n'));
}

void ParamEditor::retranslate() {
    const QScopedValueRollback<bool> guard(m_showing, true);
    m_control->setLocale(QLocale());
    m_control->setToolTip(helpText());
    m_control->setAccessibleName(title());
    if (m_choice != nullptr)
        for (int i = 0; i < m_choice->count(); ++i)
            m_choice->setItemText(i, choiceTitle(toStd(m_choice->itemData(i).toString())));
    if (m_browse != nullptr) {
        m_browse->setToolTip(tr("Choose a file"));
        m_browse->setAccessibleName(tr("Choose a file for “%1”").arg(title()));
        m_text->setPlaceholderText(tr("No file chosen"));
    }
    showValue();
    setError({});
}

void ParamEditor::setValue(const core::Json& value) {
    const core::Status status = core::checkParam(m_info, value);
    if (!status.ok()) {
        setError(errorText(status.error()));
        return;
    }
    m_value = value;
    const QScopedValueRollback<bool> guard(m_showing, true);
    showValue();
    setError({});
}

void ParamEditor::showValue() {
    if (m_number != nullptr) {
        m_number->setValue(m_value.get<double>());
        // Also when the number is the same: the text may be another locale's or a rejected one.
        m_number->findChild<QLineEdit*>()->setText(m_number->textFromValue(m_number->value()));
    } else if (m_check != nullptr) {
        m_check->setChecked(m_value.get<bool>());
    } else if (m_choice != nullptr) {
        m_choice->setCurrentIndex(m_choice->findData(toQString(m_value.get<std::string>())));
    } else {
        m_text->setText(toQString(m_value.get<std::string>()));
    }
}

void ParamEditor::take(const core::Json& value) {
    if (m_showing)
        return;
    setError({});
    if (m_value == value)
        return;
    m_value = value;
    Q_EMIT edited();
}

void ParamEditor::numberTyped() {
    if (m_showing)
        return;
    const auto number = m_number->typedNumber();
    core::Json value;
    if (!number)
        value = toStd(m_number->typedText());
    else if (m_info.type == ParamInfo::Type::Integer && *number == std::round(*number))
        value = static_cast<std::int64_t>(*number);
    else
        value = *number;
    const core::Status status = core::checkParam(m_info, value);
    if (status.ok())
        take(value);
    else
        setError(errorText(status.error()));
}

void ParamEditor::textTyped() {
    const std::string text = toStd(m_text->text());
    take(text);
    if (m_info.type != ParamInfo::Type::File || text.empty())
        return;
    const core::Status status = core::checkReadable(text);
    setError(status.ok() ? QString() : errorText(status.error()));
}

void ParamEditor::chooseFile() {
    auto* dialog = new QFileDialog(this, tr("Choose a file for “%1”").arg(title()));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    followLastFolder(*dialog);
    if (!m_text->text().isEmpty())
        dialog->selectFile(m_text->text());
    connect(dialog, &QFileDialog::fileSelected, m_text, &QLineEdit::setText);
    dialog->open();
}

void ParamEditor::setError(const QString& sentence) {
    if (sentence == m_error)
        return;
    m_error = sentence;
    m_errorLabel->setText(sentence);
    m_errorLabel->setVisible(!sentence.isEmpty());
    m_control->setAccessibleDescription(sentence);
    // A frame in the error colour of both palettes; the sentence below says the rest.
    m_errorLabel->setStyleSheet(QStringLiteral("color: #D1495B;"));
    m_control->setStyleSheet(
        sentence.isEmpty() ? QString() : QStringLiteral("QLineEdit, QAbstractSpinBox { border: 1px solid #D1495B; }"));
    Q_EMIT errorChanged();
}

} // namespace widgets
