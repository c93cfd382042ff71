// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/read_options.h"

#include <QWidget>

#include <string>

class QCheckBox;
class QComboBox;
class QFormLayout;
class QLineEdit;

namespace widgets {

/// How a file is read: what was found, and what the user fixes instead. GUI thread only.
class ReadingForm : public QWidget {
    Q_OBJECT
public:
    explicit ReadingForm(QWidget* parent = nullptr);

    /// `wanted`: what the user fixed so far; `found`: how the file is read now.
    void setOptions(const core::data::ReadOptions& wanted, const core::data::ReadOptions& found);
    /// The sheets that can be chosen from; none for files that have no sheets. Before setOptions().
    void setSheets(const std::vector<std::string>& sheets);
    /// What is fixed now; the rest empty. Values are complete as soon as one of them is fixed.
    core::data::ReadOptions wanted() const;
    void retranslateUi();

Q_SIGNALS:
    void changed();

private:
    QComboBox* addChoice(const char* name, bool editable = false);
    QLineEdit* addText(const char* name);
    void fillChoices();
    void showFound();
    bool valuesFixed() const;

    QFormLayout* m_left = nullptr;
    QFormLayout* m_right = nullptr;
    QFormLayout* m_target = nullptr; ///< while rows are added
    QComboBox* m_format = nullptr;
    QComboBox* m_encoding = nullptr;
    QComboBox* m_delimiter = nullptr;
    QComboBox* m_quote = nullptr;
    QComboBox* m_header = nullptr;
    QComboBox* m_sheet = nullptr;
    QLineEdit* m_member = nullptr;
    QComboBox* m_decimal = nullptr;
    QComboBox* m_order = nullptr;
    QComboBox* m_zone = nullptr;
    QLineEdit* m_nulls = nullptr;
    core::data::ReadOptions m_found;
    bool m_filling = false;
};

/// A delimiter or quote for people: "comma (,)", "tab".
QString characterTitle(char character);

} // namespace widgets
