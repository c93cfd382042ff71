// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/panels/privacy_page.h"

#include "core/privacy/key.h"
#include "widgets/folders.h"
#include "widgets/panels/table_style.h"
#include "widgets/text.h"

#include <QComboBox>
#include <QEvent>
#include <QFileDialog>
#include <QFileInfo>
#include <QGridLayout>
#include <QGroupBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QSignalBlocker>
#include <QTableWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace widgets {

using core::privacy::ColumnAction;
using core::privacy::PersonalAction;
using core::privacy::PersonalKind;
using core::privacy::PrivacyPlan;

namespace {

constexpr int kGrid = 8;
enum Column { Name, Found, Action, How, ColumnCount };
constexpr std::array kActions{ColumnAction::Keep, ColumnAction::Pseudonymise, ColumnAction::Drop,
                              ColumnAction::Generalise};
constexpr std::array kPersonalActions{PersonalAction::Keep, PersonalAction::Mask, PersonalAction::Hash,
                                      PersonalAction::Drop};

} // namespace

PrivacyPage::PrivacyPage(QWidget* parent)
    : QWidget(parent),
      m_scan(new QPushButton),
      m_maskFound(new QPushButton),
      m_scanNote(new QLabel),
      m_table(new QTableWidget) {
    m_scan->setObjectName(QStringLiteral("privacyScan"));
    m_maskFound->setObjectName(QStringLiteral("privacyMaskFound"));
    m_table->setObjectName(QStringLiteral("privacyTable"));
    m_scanNote->setObjectName(QStringLiteral("privacyScanNote"));
    m_scan->setAutoDefault(false);
    m_maskFound->setAutoDefault(false);
    m_scanNote->setWordWrap(true);
    m_table->setColumnCount(ColumnCount);
    styleTable(m_table, Found);
    m_table->setSelectionMode(QAbstractItemView::NoSelection);
    m_table->setFocusPolicy(Qt::NoFocus); // the combos in it are what takes keys
    auto* bar = new QHBoxLayout;
    bar->addWidget(m_scan);
    bar->addWidget(m_maskFound);
    bar->addWidget(m_scanNote, 1);
    auto* left = new QVBoxLayout;
    left->setSpacing(kGrid);
    left->addLayout(bar);
    left->addWidget(m_table, 1);
    auto* right = new QVBoxLayout;
    right->setSpacing(kGrid);
    right->addWidget(buildPersonal());
    right->addWidget(buildKey());
    right->addStretch(1);
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(kGrid, kGrid, kGrid, kGrid);
    layout->setSpacing(2 * kGrid);
    layout->addLayout(left, 3);
    layout->addLayout(right, 2);
    connect(m_scan, &QPushButton::clicked, this, &PrivacyPage::scanRequested);
    connect(m_maskFound, &QPushButton::clicked, this, &PrivacyPage::maskFound);
    retranslateUi();
    updateControls();
}

QWidget* PrivacyPage::buildPersonal() {
    m_personalBox = new QGroupBox;
    auto* grid = new QGridLayout(m_personalBox);
    grid->setSpacing(kGrid / 2);
    for (std::size_t kind = 0; kind < core::privacy::kPersonalKinds; ++kind) {
        m_personalLabels[kind] = new QLabel;
        m_personal[kind] = new QComboBox;
        m_personal[kind]->setObjectName(
            QStringLiteral("personal_%1")
                .arg(toQString(core::privacy::personalKindName(core::privacy::kAllPersonalKinds[kind]))));
        m_personalLabels[kind]->setBuddy(m_personal[kind]);
        const int row = static_cast<int>(kind) / 2, column = 2 * (static_cast<int>(kind) % 2);
        grid->addWidget(m_personalLabels[kind], row, column);
        grid->addWidget(m_personal[kind], row, column + 1);
        grid->setColumnStretch(column + 1, 1);
        connect(m_personal[kind], &QComboBox::currentIndexChanged, this, [this] {
            if (!m_filling) {
                updateControls();
                Q_EMIT edited();
            }
        });
    }
    return m_personalBox;
}

QWidget* PrivacyPage::buildKey() {
    m_keyBox = new QGroupBox;
    m_useFile = new QRadioButton;
    m_usePass = new QRadioButton;
    m_keyPath = new QLineEdit;
    m_keyChoose = new QPushButton;
    m_keyNew = new QPushButton;
    m_pass = new QLineEdit;
    m_keyNote = new QLabel;
    m_useFile->setObjectName(QStringLiteral("keyUseFile"));
    m_usePass->setObjectName(QStringLiteral("keyUsePassphrase"));
    m_keyPath->setObjectName(QStringLiteral("keyPath"));
    m_keyChoose->setObjectName(QStringLiteral("keyChoose"));
    m_keyNew->setObjectName(QStringLiteral("keyNew"));
    m_pass->setObjectName(QStringLiteral("keyPassphrase"));
    m_pass->setEchoMode(QLineEdit::Password);
    m_pass->setInputMethodHints(Qt::ImhSensitiveData | Qt::ImhNoPredictiveText);
    m_useFile->setChecked(true);
    m_keyNote->setWordWrap(true);
    m_keyNote->setForegroundRole(QPalette::PlaceholderText);
    for (QPushButton* button : {m_keyChoose, m_keyNew})
        button->setAutoDefault(false);
    auto* grid = new QGridLayout(m_keyBox);
    grid->setSpacing(kGrid / 2);
    grid->addWidget(m_useFile, 0, 0);
    grid->addWidget(m_keyPath, 0, 1);
    grid->addWidget(m_keyChoose, 0, 2);
    grid->addWidget(m_keyNew, 0, 3);
    grid->addWidget(m_usePass, 1, 0);
    grid->addWidget(m_pass, 1, 1, 1, 3);
    grid->addWidget(m_keyNote, 2, 0, 1, 4);
    grid->setColumnStretch(1, 1);
    const auto changed = [this] {
        updateControls();
        Q_EMIT edited();
    };
    connect(m_useFile, &QRadioButton::toggled, this, changed);
    connect(m_keyPath, &QLineEdit::textChanged, this, changed);
    connect(m_pass, &QLineEdit::textChanged, this, changed);
    connect(m_keyChoose, &QPushButton::clicked, this, [this] { chooseKey(false); });
    connect(m_keyNew, &QPushButton::clicked, this, [this] { chooseKey(true); });
    return m_keyBox;
}

void PrivacyPage::addRow(int row, const std::string& column) {
    auto* name = new QTableWidgetItem(toQString(column));
    name->setToolTip(toQString(column));
    m_table->setItem(row, Name, name);
    m_table->setItem(row, Found, new QTableWidgetItem);
    Row entry{column, new QComboBox, new QComboBox};
    entry.action->setObjectName(QStringLiteral("privacy_%1").arg(toQString(column)));
    entry.how->setObjectName(QStringLiteral("privacyHow_%1").arg(toQString(column)));
    entry.how->setEditable(true);
    entry.how->setInsertPolicy(QComboBox::NoInsert);
    m_table->setCellWidget(row, Action, entry.action);
    m_table->setCellWidget(row, How, entry.how);
    const auto changed = [this] {
        if (m_filling)
            return;
        updateControls();
        Q_EMIT edited();
    };
    connect(entry.action, &QComboBox::currentIndexChanged, this, changed);
    connect(entry.how, &QComboBox::currentTextChanged, this, changed);
    m_rows.push_back(entry);
}

void PrivacyPage::setColumns(const std::vector<std::string>& columns) {
    m_filling = true;
    m_rows.clear();
    m_table->setRowCount(0);
    m_table->setRowCount(static_cast<int>(columns.size()));
    for (int row = 0; row < m_table->rowCount(); ++row)
        addRow(row, columns[static_cast<std::size_t>(row)]);
    if (!m_rows.empty())
        m_table->verticalHeader()->setDefaultSectionSize(m_rows.front().action->sizeHint().height() + 2);
    m_findings = {};
    m_scanned = false;
    m_filling = false;
    retranslateUi();
    updateControls();
}

void PrivacyPage::setPlan(const PrivacyPlan& plan) {
    m_filling = true;
    for (const Row& row : m_rows) {
        const auto rule = std::find_if(plan.rules.begin(), plan.rules.end(),
                                       [&](const core::privacy::ColumnRule& one) { return one.column == row.column; });
        const ColumnAction action = rule == plan.rules.end() ? ColumnAction::Keep : rule->action;
        row.action->setCurrentIndex(
            static_cast<int>(std::find(kActions.begin(), kActions.end(), action) - kActions.begin()));
        if (rule != plan.rules.end() && action == ColumnAction::Generalise)
            row.how->setCurrentText(toQString(rule->how));
    }
    for (std::size_t kind = 0; kind < m_personal.size(); ++kind)
        m_personal[kind]->setCurrentIndex(static_cast<int>(plan.personal[kind]));
    m_filling = false;
    updateControls();
}

PrivacyPlan PrivacyPage::plan() const {
    PrivacyPlan plan;
    for (const Row& row : m_rows) {
        const ColumnAction action = kActions[static_cast<std::size_t>(std::max(0, row.action->currentIndex()))];
        if (action == ColumnAction::Keep)
            continue;
        core::privacy::ColumnRule rule;
        rule.column = row.column;
        rule.action = action;
        if (action == ColumnAction::Generalise)
            rule.how = toStd(row.how->currentText().trimmed());
        plan.rules.push_back(rule);
    }
    for (std::size_t kind = 0; kind < m_personal.size(); ++kind)
        plan.personal[kind] = kPersonalActions[static_cast<std::size_t>(std::max(0, m_personal[kind]->currentIndex()))];
    return plan;
}

void PrivacyPage::setFindings(const core::privacy::PersonalScan& scan) {
    m_findings = scan;
    m_scanned = true;
    m_scanning = false;
    showFindings();
    updateControls();
}

void PrivacyPage::setScanning(bool scanning) {
    m_scanning = scanning;
    showFindings();
    updateControls();
}

QString PrivacyPage::kindTitle(PersonalKind kind) const {
    return coreText("Privacy", core::privacy::personalKindTitle(kind));
}

void PrivacyPage::showFindings() {
    qint64 columns = 0;
    for (std::size_t at = 0; at < m_rows.size(); ++at) {
        QTableWidgetItem* cell = m_table->item(static_cast<int>(at), Found);
        QStringList parts, examples;
        for (const core::privacy::ColumnFindings& found : m_findings.columns) {
            if (found.column != m_rows[at].column)
                continue;
            for (std::size_t kind = 0; kind < core::privacy::kPersonalKinds; ++kind) {
                const PersonalKind which = core::privacy::kAllPersonalKinds[kind];
                if (found.cells[kind] == 0)
                    continue;
                const QString count = formatInteger(found.cells[kind]);
                parts << (found.chanceOnly(which) ? tr("%1 × %2 (perhaps by chance)") : tr("%1 × %2"))
                             .arg(count, kindTitle(which));
                for (const std::string& example : found.examples[kind])
                    examples << toQString(example);
            }
        }
        columns += parts.isEmpty() ? 0 : 1;
        cell->setText(!parts.isEmpty() ? parts.join(QStringLiteral(", "))
                      : m_scanned      ? tr("nothing found")
                                       : QString());
        cell->setToolTip(examples.isEmpty() ? cell->text()
                                            : tr("For example %1").arg(examples.join(QStringLiteral(", "))));
        QFont font = m_table->font();
        font.setBold(!parts.isEmpty());
        cell->setFont(font);
    }
    if (m_scanning)
        m_scanNote->setText(tr("Reading the whole file…"));
    else if (!m_scanned)
        m_scanNote->setText(tr("E-mail addresses, phone numbers, identity and card numbers, IP and street addresses."));
    else if (columns == 0)
        m_scanNote->setText(tr("%1 rows read, no personal data recognised. Names are not recognised: look yourself.")
                                .arg(formatInteger(m_findings.rows)));
    else
        m_scanNote->setText(tr("%1 rows read: personal data in %2 of %3 columns.")
                                .arg(formatInteger(m_findings.rows), formatInteger(columns),
                                     formatInteger(static_cast<qint64>(m_rows.size()))));
}

void PrivacyPage::maskFound() {
    m_filling = true;
    for (const core::privacy::ColumnFindings& found : m_findings.columns)
        for (std::size_t kind = 0; kind < core::privacy::kPersonalKinds; ++kind)
            if (found.cells[kind] > 0 && !found.chanceOnly(core::privacy::kAllPersonalKinds[kind]) &&
                m_personal[kind]->currentIndex() == 0)
                m_personal[kind]->setCurrentIndex(1);
    m_filling = false;
    updateControls();
    Q_EMIT edited();
}

bool PrivacyPage::usesKeyFile() const {
    return m_useFile->isChecked();
}

QString PrivacyPage::keyFile() const {
    return m_keyPath->text().trimmed();
}

core::privacy::Secret PrivacyPage::passphrase() const {
    std::string text = toStd(m_pass->text());
    core::privacy::Secret secret{std::string_view(text)};
    core::privacy::wipe(text);
    return secret;
}

void PrivacyPage::chooseKey(bool fresh) {
    const QString filter = tr("Key files (*.taillight-key);;All files (*)");
    if (!fresh) {
        const QString path =
            QFileDialog::getOpenFileName(this, tr("Key file"), keyFile().isEmpty() ? lastFolder() : keyFile(), filter);
        if (!path.isEmpty())
            m_keyPath->setText(path);
        return;
    }
    QString path = QFileDialog::getSaveFileName(this, tr("New key file"), inLastFolder(tr("pseudonyms.taillight-key")),
                                                filter, nullptr, QFileDialog::DontConfirmOverwrite);
    if (path.isEmpty())
        return;
    const auto made = core::privacy::PseudonymKey::createFile(toStd(path));
    if (!made.ok()) {
        m_keyNote->setText(errorText(made.error()));
        return;
    }
    m_useFile->setChecked(true);
    m_keyPath->setText(path);
}

QString PrivacyPage::problem() const {
    const PrivacyPlan current = plan();
    if (const core::Status checked = core::privacy::checkPlan(current); !checked.ok())
        return errorText(checked.error());
    if (!current.needsKey())
        return {};
    if (usesKeyFile() && keyFile().isEmpty())
        return tr("Pseudonyms need a key: choose a key file or make a new one on the Privacy page.");
    if (!usesKeyFile() && m_pass->text().isEmpty())
        return tr("Pseudonyms need a key: type its passphrase on the Privacy page.");
    return {};
}

void PrivacyPage::updateControls() {
    for (const Row& row : m_rows)
        row.how->setEnabled(kActions[static_cast<std::size_t>(std::max(0, row.action->currentIndex()))] ==
                            ColumnAction::Generalise);
    m_scan->setEnabled(!m_rows.empty() && !m_scanning);
    m_maskFound->setEnabled(std::any_of(m_findings.columns.begin(), m_findings.columns.end(),
                                        [](const core::privacy::ColumnFindings& found) { return found.any(); }));
    m_keyBox->setEnabled(plan().needsKey());
    m_keyPath->setEnabled(usesKeyFile());
    m_keyChoose->setEnabled(usesKeyFile());
    m_keyNew->setEnabled(usesKeyFile());
    m_pass->setEnabled(!usesKeyFile());
}

} // namespace widgets
