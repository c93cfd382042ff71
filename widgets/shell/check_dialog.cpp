// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/shell/check_dialog.h"

#include "widgets/text.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QTreeWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace widgets::shell {

using Severity = core::store::CheckFinding::Severity;

CheckDialog::CheckDialog(std::vector<core::store::CheckFinding> findings, QWidget* parent)
    : QDialog(parent),
      m_findings(std::move(findings)),
      m_verdict(new QLabel),
      m_list(new QTreeWidget),
      m_close(new QPushButton) {
    setObjectName(QStringLiteral("checkDialog"));
    constexpr QSize kSize{760, 420};
    constexpr int kMargin = 16, kSpacing = 8;
    resize(kSize);
    std::stable_sort(m_findings.begin(), m_findings.end(),
                     [](const auto& a, const auto& b) { return a.severity > b.severity; });
    m_list->setObjectName(QStringLiteral("checkFindings"));
    m_list->setRootIsDecorated(false);
    m_list->setAlternatingRowColors(true);
    m_list->setWordWrap(true);
    m_list->setColumnCount(2);
    m_verdict->setWordWrap(true);
    m_close->setObjectName(QStringLiteral("checkClose"));
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(kMargin, kMargin, kMargin, kMargin);
    layout->setSpacing(kSpacing);
    layout->addWidget(m_verdict);
    layout->addWidget(m_list, 1);
    auto* row = new QHBoxLayout;
    row->addStretch(1);
    row->addWidget(m_close);
    layout->addLayout(row);
    connect(m_close, &QPushButton::clicked, this, &QDialog::close);
    retranslateUi();
}

void CheckDialog::retranslateUi() {
    const auto title = [](Severity severity) -> QString {
        switch (severity) {
        case Severity::Ok:
            return tr("in order");
        case Severity::Note:
            return tr("note");
        case Severity::Warning:
            return tr("warning");
        case Severity::Error:
            break;
        }
        return tr("damaged");
    };
    setWindowTitle(tr("Check of the project"));
    m_list->setAccessibleName(tr("What the check found"));
    m_list->setHeaderLabels({tr("Result"), tr("What was looked at")});
    m_list->clear();
    for (const core::store::CheckFinding& finding : m_findings)
        m_list->addTopLevelItem(new QTreeWidgetItem({title(finding.severity), coreText("Check", finding.sentence)}));
    m_list->resizeColumnToContents(0);
    const Severity worst = m_findings.empty() ? Severity::Ok : m_findings.front().severity;
    m_verdict->setText(worst == Severity::Error
                           ? tr("The project file is damaged. Open its newest backup, or import the files again.")
                       : worst == Severity::Warning
                           ? tr("The project file is whole. What stands below deserves a look before you train.")
                           : tr("The project file is whole, and its numbers agree."));
    m_close->setText(tr("Close"));
    m_close->setAccessibleName(tr("Close"));
}

void CheckDialog::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange)
        retranslateUi();
    QDialog::changeEvent(event);
}

} // namespace widgets::shell
