// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/describe.h"

#include <QWidget>

class QCheckBox;
class QComboBox;
class QLabel;
class QLineEdit;
class QToolButton;

namespace widgets {

class NumberBox;

/// The field of one parameter with the sentence of its error below it. The control's objectName is "param-<name>".
class ParamEditor : public QWidget {
    Q_OBJECT
public:
    explicit ParamEditor(core::ParamInfo info, QWidget* parent = nullptr);

    const core::ParamInfo& info() const { return m_info; }
    QString title() const;
    /// Help, range and default, for the tooltip.
    QString helpText() const;
    QWidget* control() const { return m_control; }

    /// The last permitted value.
    const core::Json& value() const { return m_value; }
    bool isDefault() const { return m_value == m_info.defaultValue; }
    /// An invalid value is marked and not taken.
    void setValue(const core::Json& value);
    /// Empty while what stands in the field is permitted.
    QString errorSentence() const { return m_error; }
    void retranslate();

Q_SIGNALS:
    void edited(); ///< the value changed by hand
    void errorChanged();

private:
    void buildNumber();
    void buildBoolean();
    void buildChoice();
    void buildText();
    void showValue();
    void take(const core::Json& value);
    void numberTyped();
    void textTyped();
    void chooseFile();
    void setError(const QString& sentence);
    QString rangeText() const;

    core::ParamInfo m_info;
    core::Json m_value;
    QString m_error;
    QWidget* m_control = nullptr;
    NumberBox* m_number = nullptr;
    QCheckBox* m_check = nullptr;
    QComboBox* m_choice = nullptr;
    QLineEdit* m_text = nullptr;
    QToolButton* m_browse = nullptr;
    QLabel* m_errorLabel = nullptr;
    bool m_showing = false;
};

} // namespace widgets
