// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/panels/split_check_card.h"

#include "core/data/values.h"
#include "widgets/text.h"
#include "widgets/theme.h"

#include <QCoreApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace widgets {
namespace {

constexpr int kGrid = 8;

using Severity = core::store::CheckFinding::Severity;

QString examplesText(const std::vector<std::string>& examples) {
    QStringList shown;
    constexpr int kLongest = 40;
    for (const std::string& example : examples) {
        QString text = toQString(example);
        shown << QStringLiteral("“%1”").arg(text.size() > kLongest ? text.left(kLongest) + QStringLiteral("…") : text);
    }
    return shown.join(QStringLiteral(", "));
}

/// The numbers behind a finding, in words.
QString numbersText(const core::store::SplitCheck& check, const std::string& name) {
    const auto say = [](const char* text) { return QCoreApplication::translate("SplitCheckCard", text); };
    if (name == "groups" && check.crossing == 0)
        return say("%1 groups").arg(formatInteger(check.groups));
    if (name == "groups")
        return say("%1 of %2 groups: %3")
            .arg(formatInteger(check.crossing), formatInteger(check.groups), examplesText(check.crossingExamples));
    if (name == "leakage" && check.duplicateSets > 0)
        return say("%1 rows of validation or test repeat one of training: %2")
            .arg(formatInteger(check.duplicateRows), examplesText(check.duplicateExamples));
    if (name == "time_order" && check.first[0] && check.first[2])
        return say("training until %1, test from %2")
            .arg(toQString(core::data::formatTime(*check.last[0])), toQString(core::data::formatTime(*check.first[2])));
    if (name == "classes" && check.withoutTraining > 0)
        return say("%1 of %2 classes: %3")
            .arg(formatInteger(check.withoutTraining), formatInteger(check.classes),
                 examplesText(check.withoutTrainingExamples));
    if (name == "classes")
        return say("%1 classes").arg(formatInteger(check.classes));
    if (name == "missing_rows")
        return say("%1 rows").arg(formatInteger(check.missing));
    return {};
}

QString markOf(Severity severity) {
    const bool good = severity == Severity::Ok || severity == Severity::Note;
    const QColor color = good ? bucketColor(core::stats::Bucket::Head) : bucketColor(core::stats::Bucket::Tail);
    return QStringLiteral("<b style='color:%1'>%2</b>")
        .arg(color.name(), good                            ? QStringLiteral("✓")
                           : severity == Severity::Warning ? QStringLiteral("!")
                                                           : QStringLiteral("✗"));
}

} // namespace

SplitCheckCard::SplitCheckCard(QWidget* parent)
    : QFrame(parent), m_title(new QLabel), m_text(new QLabel), m_check(new QPushButton) {
    setObjectName(QStringLiteral("splitCheckCard"));
    setFrameShape(QFrame::StyledPanel);
    setBackgroundRole(QPalette::Base);
    setAutoFillBackground(true);
    m_text->setObjectName(QStringLiteral("splitCheckText"));
    m_text->setWordWrap(true);
    m_text->setTextFormat(Qt::RichText);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_check->setObjectName(QStringLiteral("splitCheck"));
    QFont bold = m_title->font();
    bold.setBold(true);
    m_title->setFont(bold);
    auto* top = new QHBoxLayout;
    top->addWidget(m_title, 1);
    top->addWidget(m_check);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(12, kGrid, 12, kGrid);
    layout->setSpacing(4);
    layout->addLayout(top);
    layout->addWidget(m_text);
    connect(m_check, &QPushButton::clicked, this, &SplitCheckCard::checkRequested);
    retranslateUi();
}

void SplitCheckCard::clear() {
    m_checking = false;
    m_result.reset();
    m_reason.clear();
    showTexts();
}

void SplitCheckCard::showChecking() {
    m_checking = true;
    m_result.reset();
    m_reason = tr("Checking …");
    showTexts();
}

void SplitCheckCard::showCheck(core::store::SplitCheck check) {
    m_checking = false;
    m_result = std::move(check);
    showTexts();
}

void SplitCheckCard::showOffer(const QString& reason) {
    m_checking = false;
    m_result.reset();
    m_reason = reason;
    showTexts();
}

QString SplitCheckCard::text() const {
    return m_text->text();
}

void SplitCheckCard::showTexts() {
    m_check->setVisible(!m_checking);
    if (!m_result) {
        m_title->setText(tr("Check"));
        m_text->setText(m_reason.toHtmlEscaped());
        return;
    }
    const auto findings = core::store::splitFindings(*m_result);
    m_title->setText(core::store::isSound(findings) ? tr("“%1” is sound").arg(toQString(m_result->split.name))
                                                    : tr("“%1” has weaknesses").arg(toQString(m_result->split.name)));
    QString html;
    for (const auto& finding : findings) {
        html += QStringLiteral("<p style='margin:2px 0'>%1&nbsp; %2")
                    .arg(markOf(finding.severity), coreText("Check", finding.sentence).toHtmlEscaped());
        if (const QString numbers = numbersText(*m_result, finding.check); !numbers.isEmpty())
            html += QStringLiteral(" <span style='color:%1'>%2</span>")
                        .arg(palette().color(QPalette::PlaceholderText).name(), numbers.toHtmlEscaped());
        html += QStringLiteral("</p>");
    }
    if (m_result->split.runs > 0)
        html += QStringLiteral("<p style='margin:2px 0'>🔒 %1</p>")
                    .arg(tr("Frozen: %1 runs use it, so it cannot be removed or changed.")
                             .arg(formatInteger(m_result->split.runs))
                             .toHtmlEscaped());
    m_text->setText(html);
}

void SplitCheckCard::retranslateUi() {
    m_check->setText(tr("C&heck"));
    m_check->setAccessibleName(tr("Check the chosen split"));
    m_check->setToolTip(tr("Look for groups and duplicates that lie in two parts, time order and classes"));
    showTexts();
}

} // namespace widgets
