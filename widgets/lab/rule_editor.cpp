// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/lab/rule_editor.h"

#include "widgets/text.h"
#include "widgets/theme.h"

#include <QComboBox>
#include <QDoubleSpinBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QSpinBox>

#include <cmath>

namespace widgets {

using core::stats::BucketRule;

namespace {

constexpr int kGrid = 8;
constexpr std::size_t kRoomy = 2; ///< up to so many limits have arrows

bool inPercent(BucketRule::Kind kind) {
    return kind == BucketRule::Kind::Share || kind == BucketRule::Kind::Quantiles;
}

double scaleOf(BucketRule::Kind kind) {
    return inPercent(kind) ? 100.0 : 1.0;
}

void describe(QWidget* widget, const QString& name, const QString& tip) {
    widget->setAccessibleName(name);
    widget->setToolTip(tip);
    widget->setStatusTip(tip);
}

} // namespace

RuleEditor::RuleEditor(QWidget* parent)
    : QWidget(parent),
      m_label(new QLabel),
      m_note(new QLabel),
      m_kind(new QComboBox),
      m_count(new QSpinBox),
      m_reset(new QPushButton) {
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(kGrid);
    m_kind->setObjectName(QStringLiteral("ruleKind"));
    m_kind->addItems({QString(), QString(), QString(), QString()});
    m_label->setBuddy(m_kind);
    m_count->setObjectName(QStringLiteral("ruleCount"));
    m_count->setRange(static_cast<int>(core::stats::kFewestBuckets), static_cast<int>(core::stats::kMostBuckets));
    m_reset->setObjectName(QStringLiteral("ruleReset"));
    m_note->setObjectName(QStringLiteral("ruleNote"));
    m_note->setWordWrap(true);
    for (QWidget* widget : std::initializer_list<QWidget*>{m_label, m_kind, m_count})
        row->addWidget(widget);
    auto* limits = new QHBoxLayout;
    limits->setSpacing(kGrid / 2);
    for (std::size_t i = 0; i < kLimits; ++i)
        m_limits[i] = makeLimit(i, limits);
    row->addLayout(limits);
    row->addWidget(m_reset);
    row->addWidget(m_note, 1);
    connect(m_kind, &QComboBox::activated, this, &RuleEditor::takeUsual);
    connect(m_count, &QSpinBox::valueChanged, this, [this] {
        if (!m_filling)
            takeUsual();
    });
    connect(m_reset, &QPushButton::clicked, this, &RuleEditor::takeUsual);
    setRule(m_rule);
    retranslateUi();
}

QDoubleSpinBox* RuleEditor::makeLimit(std::size_t i, QHBoxLayout* row) {
    auto* box = new QDoubleSpinBox;
    box->setObjectName(QStringLiteral("ruleLimit%1").arg(i + 1));
    box->setKeyboardTracking(false);
    box->setGroupSeparatorShown(true);
    connect(box, &QDoubleSpinBox::valueChanged, this, [this] {
        if (!m_filling)
            takeLimits();
    });
    row->addWidget(box);
    return box;
}

BucketRule::Kind RuleEditor::kind() const {
    return static_cast<BucketRule::Kind>(m_kind->currentIndex());
}

std::size_t RuleEditor::buckets() const {
    return static_cast<std::size_t>(m_count->value());
}

void RuleEditor::takeUsual() {
    const BucketRule rule = core::stats::usualBucketRule(kind(), buckets());
    setRule(rule);
    Q_EMIT edited(rule);
}

void RuleEditor::takeLimits() {
    BucketRule rule{kind(), {}};
    for (std::size_t i = 0; i + 1 < buckets(); ++i) {
        // A limit that was not typed keeps the digits that the box does not show.
        const double shown = m_limits[i]->value() / scaleOf(rule.kind);
        const double half = 0.5 * std::pow(10.0, -m_limits[i]->decimals()) / scaleOf(rule.kind);
        const bool same = rule.kind == m_rule.kind && i < m_rule.limits.size() &&
                          std::abs(m_rule.limits[i] - shown) <= half * 1.000001;
        rule.limits.push_back(same ? m_rule.limits[i] : shown);
    }
    const core::Result<BucketRule> checked = core::stats::parseBucketRule(core::stats::formatBucketRule(rule));
    m_note->setText(checked.ok() ? QString() : errorText(checked.error()));
    if (!checked.ok() || *checked == m_rule)
        return;
    m_rule = *checked;
    Q_EMIT edited(*checked);
}

void RuleEditor::setRule(const BucketRule& rule) {
    m_rule = rule;
    m_filling = true;
    m_note->clear();
    m_kind->setCurrentIndex(static_cast<int>(rule.kind));
    m_count->setValue(static_cast<int>(rule.limits.size()) + 1);
    const bool percent = inPercent(rule.kind), roomy = rule.limits.size() <= kRoomy;
    constexpr double kMostSupport = 1e12, kSame = 0.005;
    constexpr int kWide = 104, kNarrow = 72;
    for (std::size_t i = 0; i < kLimits; ++i) {
        QDoubleSpinBox* box = m_limits[i];
        box->setVisible(i < rule.limits.size());
        box->setDecimals(percent ? 2 : 0);
        box->setRange(0, percent ? 100 : kMostSupport);
        box->setSuffix(percent ? QStringLiteral("\u00a0%") : QString());
        box->setButtonSymbols(roomy ? QAbstractSpinBox::UpDownArrows : QAbstractSpinBox::NoButtons);
        box->setFixedWidth(roomy ? kWide : kNarrow);
        if (i >= rule.limits.size())
            continue;
        // A box that is being typed into already holds its value; setting it would move the cursor.
        const double value = rule.limits[i] * scaleOf(rule.kind);
        if (!box->hasFocus() || qAbs(box->value() - value) > kSame)
            box->setValue(value);
    }
    m_filling = false;
    describeLimits();
}

void RuleEditor::describeLimits() {
    const std::vector<core::stats::Bucket> buckets = core::stats::bucketsOf(m_rule);
    for (std::size_t i = 0; i < m_rule.limits.size(); ++i) {
        const QString above = bucketTitle(buckets[i]), below = bucketTitle(buckets[i + 1]);
        describe(m_limits[i], tr("Border between %1 and %2").arg(above, below),
                 tr("Border between %1 and %2; it can also be dragged on the charts").arg(above, below));
    }
}

void RuleEditor::retranslateUi() {
    m_label->setText(tr("&Buckets:"));
    const std::array<QString, 4> kinds{tr("Cumulative share"), tr("Shots"), tr("Thresholds"), tr("Quantiles")};
    for (int i = 0; i < m_kind->count(); ++i)
        m_kind->setItemText(i, kinds[static_cast<std::size_t>(i)]);
    describe(m_kind, tr("Bucket rule"), tr("How entities are put into buckets, from head to tail"));
    describe(m_count, tr("Number of buckets"),
             tr("Three to seven buckets; entities without support are cold under every rule"));
    m_reset->setText(tr("&Reset"));
    describe(m_reset, tr("Reset the bucket rule"), tr("Back to the usual borders of this rule"));
    describeLimits();
}

} // namespace widgets
