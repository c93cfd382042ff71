// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/stats/buckets.h"

#include <QWidget>

#include <array>

class QComboBox;
class QDoubleSpinBox;
class QHBoxLayout;
class QLabel;
class QPushButton;
class QSpinBox;

namespace widgets {

/// The bucket rule as a row of controls: its kind, how many buckets (three to seven), the limits between them. What is
/// wrong is said at the end of the row and changes nothing. GUI thread only.
class RuleEditor : public QWidget {
    Q_OBJECT
public:
    explicit RuleEditor(QWidget* parent = nullptr);

    /// Shows a rule; edited() is not emitted.
    void setRule(const core::stats::BucketRule& rule);
    void retranslateUi();

Q_SIGNALS:
    /// The user made it another valid rule.
    void edited(const core::stats::BucketRule& rule);

private:
    static constexpr std::size_t kLimits = core::stats::kMostBuckets - 1;

    QDoubleSpinBox* makeLimit(std::size_t i, QHBoxLayout* row);
    core::stats::BucketRule::Kind kind() const;
    std::size_t buckets() const;
    /// The usual limits of the kind and number chosen.
    void takeUsual();
    void takeLimits();
    void describeLimits();

    QLabel *m_label, *m_note;
    QComboBox* m_kind;
    QSpinBox* m_count;
    std::array<QDoubleSpinBox*, kLimits> m_limits;
    QPushButton* m_reset;
    core::stats::BucketRule m_rule;
    bool m_filling = false; ///< the controls are being set: no answer to their signals
};

} // namespace widgets
