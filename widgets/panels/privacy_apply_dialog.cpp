// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/panels/privacy_apply_dialog.h"

#include "widgets/folders.h"
#include "widgets/text.h"

#include <QCheckBox>
#include <QComboBox>
#include <QEvent>
#include <QFileDialog>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace widgets {

namespace {
constexpr int kGrid = 8;
constexpr int kWidth = 560;
} // namespace

PrivacyApplyDialog::PrivacyApplyDialog(QWidget* parent)
    : QDialog(parent),
      m_sentence(new QLabel),
      m_users(new QCheckBox),
      m_sessions(new QCheckBox),
      m_orders(new QCheckBox),
      m_keyLabel(new QLabel),
      m_key(new QLineEdit),
      m_browse(new QPushButton),
      m_passLabel(new QLabel),
      m_pass(new QLineEdit),
      m_note(new QLabel),
      m_ok(new QPushButton),
      m_cancel(new QPushButton) {
    setObjectName(QStringLiteral("privacyApplyDialog"));
    build();
    for (QCheckBox* box : {m_users, m_sessions, m_orders})
        connect(box, &QCheckBox::toggled, this, &PrivacyApplyDialog::updateControls);
    for (QComboBox* kind : m_kinds)
        connect(kind, &QComboBox::currentIndexChanged, this, &PrivacyApplyDialog::updateControls);
    for (QLineEdit* field : {m_key, m_pass})
        connect(field, &QLineEdit::textChanged, this, [this] {
            m_error.clear();
            updateControls();
        });
    connect(m_browse, &QPushButton::clicked, this, &PrivacyApplyDialog::chooseKey);
    connect(m_cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_ok, &QPushButton::clicked, this, &PrivacyApplyDialog::confirmed);
    retranslateUi();
}

void PrivacyApplyDialog::build() {
    m_users->setObjectName(QStringLiteral("applyUsers"));
    m_sessions->setObjectName(QStringLiteral("applySessions"));
    m_orders->setObjectName(QStringLiteral("applyOrders"));
    m_key->setObjectName(QStringLiteral("applyKeyFile"));
    m_pass->setObjectName(QStringLiteral("applyPassphrase"));
    m_note->setObjectName(QStringLiteral("applyNote"));
    m_ok->setObjectName(QStringLiteral("applyStart"));
    m_pass->setEchoMode(QLineEdit::Password);
    m_pass->setInputMethodHints(Qt::ImhSensitiveData | Qt::ImhNoPredictiveText);
    for (QLabel* label : {m_sentence, m_note}) {
        label->setWordWrap(true);
        label->setTextFormat(Qt::PlainText);
    }
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(2 * kGrid, 2 * kGrid, 2 * kGrid, 2 * kGrid);
    layout->setSpacing(kGrid);
    layout->addWidget(m_sentence);
    for (QCheckBox* box : {m_users, m_sessions, m_orders})
        layout->addWidget(box);
    auto* form = new QFormLayout;
    form->setSpacing(kGrid);
    for (const auto kind : core::privacy::kAllPersonalKinds) {
        const auto k = static_cast<std::size_t>(kind);
        m_kindLabels[k] = new QLabel;
        m_kinds[k] = new QComboBox;
        m_kinds[k]->setObjectName(QStringLiteral("apply_") +
                                  toQString(std::string(core::privacy::personalKindName(kind))));
        m_kindLabels[k]->setBuddy(m_kinds[k]);
        form->addRow(m_kindLabels[k], m_kinds[k]);
    }
    auto* place = new QHBoxLayout;
    place->addWidget(m_key, 1);
    place->addWidget(m_browse);
    m_keyLabel->setBuddy(m_key);
    m_passLabel->setBuddy(m_pass);
    form->addRow(m_keyLabel, place);
    form->addRow(m_passLabel, m_pass);
    layout->addLayout(form);
    layout->addWidget(m_note);
    layout->addStretch(1);
    auto* buttons = new QHBoxLayout;
    buttons->addStretch(1);
    buttons->addWidget(m_cancel);
    buttons->addWidget(m_ok);
    layout->addLayout(buttons);
    m_browse->setAutoDefault(false);
    m_cancel->setAutoDefault(false);
    setMinimumWidth(kWidth);
}

core::store::PrivacyApplyOptions PrivacyApplyDialog::options() const {
    core::store::PrivacyApplyOptions options;
    options.users = m_users->isChecked();
    options.sessions = m_sessions->isChecked();
    options.orders = m_orders->isChecked();
    for (std::size_t k = 0; k < m_kinds.size(); ++k)
        options.personal[k] = static_cast<core::privacy::PersonalAction>(std::max(0, m_kinds[k]->currentIndex()));
    return options;
}

QString PrivacyApplyDialog::keyFile() const {
    return m_key->text().trimmed();
}

core::privacy::Secret PrivacyApplyDialog::passphrase() const {
    std::string text = toStd(m_pass->text());
    core::privacy::Secret secret{std::string_view(text)};
    core::privacy::wipe(text);
    return secret;
}

void PrivacyApplyDialog::setBusy(bool busy) {
    m_busy = busy;
    updateControls();
}

void PrivacyApplyDialog::showError(const QString& sentence) {
    m_busy = false;
    m_error = sentence;
    updateControls();
}

void PrivacyApplyDialog::chooseKey() {
    const QString path =
        QFileDialog::getOpenFileName(this, tr("Key file"), m_key->text().isEmpty() ? lastFolder() : m_key->text(),
                                     tr("Key files (*.taillight-key);;All files (*)"));
    if (!path.isEmpty())
        m_key->setText(path);
}

void PrivacyApplyDialog::updateControls() {
    const auto wanted = options();
    const bool key = wanted.needsKey();
    const bool given = !keyFile().isEmpty() != !m_pass->text().isEmpty();
    for (QWidget* part : std::initializer_list<QWidget*>{m_keyLabel, m_key, m_browse, m_passLabel, m_pass})
        part->setEnabled(key && !m_busy);
    for (QWidget* part : std::initializer_list<QWidget*>{m_users, m_sessions, m_orders})
        part->setEnabled(!m_busy);
    for (QComboBox* kind : m_kinds)
        kind->setEnabled(!m_busy);
    if (!m_error.isEmpty())
        m_note->setText(m_error);
    else if (m_busy)
        m_note->setText(tr("Working: the Jobs dock shows how far it is and can cancel it."));
    else if (key && !given)
        m_note->setText(
            tr("Pseudonyms need a key: a key file or a passphrase, the one that the project was begun with."));
    else
        m_note->setText(tr("This cannot be undone: the old text is overwritten. Backups, exports and models keep it."));
    m_ok->setEnabled(!m_busy && !wanted.empty() && (!key || given));
}

void PrivacyApplyDialog::retranslateUi() {
    setWindowTitle(tr("Hide personal data"));
    m_sentence->setText(
        tr("Hides data that is in the project already, and writes the file anew so that nothing of the old text "
           "stays in it."));
    m_users->setText(tr("Replace &user ids by pseudonyms"));
    m_sessions->setText(tr("Replace &sessions by pseudonyms"));
    m_orders->setText(tr("Replace o&rder numbers by pseudonyms"));
    for (const auto kind : core::privacy::kAllPersonalKinds) {
        const auto k = static_cast<std::size_t>(kind);
        const QString title = coreText("Privacy", core::privacy::personalKindTitle(kind));
        m_kindLabels[k]->setText(tr("%1:").arg(title));
        const int chosen = std::max(0, m_kinds[k]->currentIndex());
        m_kinds[k]->clear();
        m_kinds[k]->addItems({tr("keep"), tr("replace by its kind"), tr("replace by a pseudonym"), tr("remove")});
        m_kinds[k]->setCurrentIndex(chosen);
        m_kinds[k]->setAccessibleName(tr("What happens to this in texts: %1").arg(title));
    }
    m_keyLabel->setText(tr("&Key file:"));
    m_passLabel->setText(tr("or &passphrase:"));
    m_browse->setText(tr("&Choose…"));
    m_ok->setText(tr("&Hide"));
    m_cancel->setText(tr("Close"));
    m_key->setAccessibleName(tr("Key file"));
    m_pass->setAccessibleName(tr("Passphrase of the key"));
    m_browse->setAccessibleName(tr("Choose the key file"));
    m_ok->setAccessibleName(tr("Hide"));
    m_cancel->setAccessibleName(tr("Close"));
    updateControls();
}

void PrivacyApplyDialog::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange)
        retranslateUi();
    QDialog::changeEvent(event);
}

} // namespace widgets
