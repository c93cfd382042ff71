// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/fields.h"
#include "core/data/value_counts.h"

#include <QWidget>

#include <map>
#include <optional>
#include <string>
#include <vector>

class QComboBox;
class QLabel;
class QTableWidget;

namespace widgets {

/// What each value of a log's kind column means; or, without such a column, what every row is. GUI thread only.
class KindValuesForm : public QWidget {
    Q_OBJECT
public:
    explicit KindValuesForm(QWidget* parent = nullptr);

    /// `column` empty: no column is mapped to the kind. `found` may be null: not counted yet.
    void setValues(const std::string& column, const core::data::ValueCounts* found,
                   const std::map<std::string, std::string>& values, core::data::EventKind whole);
    /// Only what differs from how the value is understood by itself.
    std::map<std::string, std::string> values() const;
    core::data::EventKind whole() const;
    /// Values that mean nothing yet: their rows would be rejected.
    int unknown() const;
    void retranslateUi();

Q_SIGNALS:
    void changed();

private:
    struct Row {
        std::string value;
        QComboBox* meaning;
    };
    void fill(QComboBox* box, bool withOthers) const;
    void showTexts();

    QLabel* m_wholeLabel;
    QComboBox* m_whole;
    QLabel* m_note;
    QTableWidget* m_table;
    std::vector<Row> m_rows;
    std::string m_column;
    bool m_counted = false;
    bool m_complete = true;
    bool m_filling = false;
};

} // namespace widgets
