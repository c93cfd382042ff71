// SPDX-License-Identifier: GPL-3.0-or-later
// What the privacy page of the import says.
#include "widgets/panels/privacy_page.h"
#include "widgets/text.h"

#include <QComboBox>
#include <QEvent>
#include <QGroupBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QTableWidget>

namespace widgets {

namespace {

/// Fills a combo anew and keeps its choice.
void refill(QComboBox* combo, const QStringList& items) {
    const int index = qMax(0, combo->currentIndex());
    combo->clear();
    combo->addItems(items);
    combo->setCurrentIndex(index);
}

} // namespace

void PrivacyPage::retranslateUi() {
    m_filling = true;
    const QStringList actions{tr("keep"), tr("pseudonymise"), tr("drop"), tr("generalise")};
    const QStringList hows{QStringLiteral("day"),     QStringLiteral("hour"),    QStringLiteral("week"),
                           QStringLiteral("month"),   QStringLiteral("year"),    QStringLiteral("prefix:3"),
                           QStringLiteral("step:10"), QStringLiteral("depth:2"), QStringLiteral("ip"),
                           QStringLiteral("age")};
    for (const Row& row : m_rows) {
        const QString name = toQString(row.column);
        refill(row.action, actions);
        row.action->setAccessibleName(tr("What happens to %1").arg(name));
        row.action->setToolTip(
            tr("Keep it as it is, replace each value by a pseudonym that only the key connects to it, "
               "leave the column out, or make its values coarser"));
        const QString how = row.how->currentText();
        if (row.how->count() == 0)
            row.how->addItems(hows);
        if (!how.isEmpty())
            row.how->setCurrentText(how);
        row.how->setAccessibleName(tr("How %1 is made coarser").arg(name));
        row.how->setToolTip(
            tr("hour, day, week, month or year of a time; prefix:N characters; step:X or edges:A,B,C of a "
               "number; depth:N of a category path; ip; age or age:N"));
    }
    m_table->setHorizontalHeaderLabels({tr("Column"), tr("Personal data"), tr("Action"), tr("How")});
    m_table->setAccessibleName(tr("What happens to each column"));
    m_scan->setText(tr("&Look for personal data"));
    m_scan->setAccessibleName(tr("Look for personal data"));
    m_scan->setToolTip(
        tr("Read the whole file and count e-mail addresses, phone numbers and the like in every column"));
    m_maskFound->setText(tr("&Mask what was found"));
    m_maskFound->setAccessibleName(tr("Mask what was found"));
    m_maskFound->setToolTip(tr("Set every kind that was found to “mask”"));
    m_personalBox->setTitle(tr("Personal data inside texts of kept columns"));
    const QStringList personal{tr("keep"), tr("mask: [email]"), tr("hash"), tr("drop")};
    for (std::size_t kind = 0; kind < m_personal.size(); ++kind) {
        const QString title = kindTitle(core::privacy::kAllPersonalKinds[kind]);
        m_personalLabels[kind]->setText(title);
        refill(m_personal[kind], personal);
        m_personal[kind]->setAccessibleName(tr("What happens to %1 in texts").arg(title));
        m_personal[kind]->setToolTip(tr("Keep it, put a word in its place, replace it by a pseudonym, or cut it out"));
    }
    m_keyBox->setTitle(tr("Key of the pseudonyms"));
    m_useFile->setText(tr("Key &file"));
    m_usePass->setText(tr("P&assphrase"));
    m_keyChoose->setText(tr("Choose…"));
    m_keyNew->setText(tr("New…"));
    m_keyPath->setAccessibleName(tr("Key file"));
    m_pass->setAccessibleName(tr("Passphrase of the key"));
    m_keyChoose->setAccessibleName(tr("Choose a key file"));
    m_keyNew->setAccessibleName(tr("Make a new key file"));
    m_useFile->setAccessibleName(tr("Use a key file"));
    m_usePass->setAccessibleName(tr("Use a passphrase"));
    m_keyNew->setToolTip(tr("Make a random key in a new file that only you can read"));
    m_keyNote->setText(tr("The same key gives the same user the same pseudonym in every file. Keep it apart from the "
                          "project; without it nobody finds the way back."));
    m_filling = false;
    showFindings();
}

void PrivacyPage::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange)
        retranslateUi();
    QWidget::changeEvent(event);
}

} // namespace widgets
