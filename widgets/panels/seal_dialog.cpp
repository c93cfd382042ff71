// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/panels/seal_dialog.h"

#include "widgets/text.h"

#include <QCheckBox>
#include <QEvent>
#include <QFileDialog>
#include <QFileInfo>
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

SealDialog::SealDialog(Purpose purpose, const QString& input, const QString& output, QWidget* parent)
    : QDialog(parent),
      m_purpose(purpose),
      m_input(input),
      m_sentence(new QLabel),
      m_passLabel(new QLabel),
      m_pass(new QLineEdit),
      m_againLabel(new QLabel),
      m_again(new QLineEdit),
      m_outLabel(new QLabel),
      m_out(new QLineEdit(output)),
      m_browse(new QPushButton),
      m_option(new QCheckBox),
      m_note(new QLabel),
      m_ok(new QPushButton),
      m_cancel(new QPushButton) {
    setObjectName(QStringLiteral("sealDialog"));
    setModal(false);
    build();
    connect(m_pass, &QLineEdit::textChanged, this, [this] {
        m_error.clear();
        updateControls();
    });
    connect(m_again, &QLineEdit::textChanged, this, &SealDialog::updateControls);
    connect(m_out, &QLineEdit::textChanged, this, &SealDialog::updateControls);
    connect(m_browse, &QPushButton::clicked, this, &SealDialog::chooseOutput);
    connect(m_cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_ok, &QPushButton::clicked, this, &SealDialog::confirmed);
    retranslateUi();
    m_pass->setFocus();
}

void SealDialog::build() {
    m_pass->setObjectName(QStringLiteral("sealPassphrase"));
    m_again->setObjectName(QStringLiteral("sealPassphraseAgain"));
    m_out->setObjectName(QStringLiteral("sealOutput"));
    m_browse->setObjectName(QStringLiteral("sealBrowse"));
    m_option->setObjectName(QStringLiteral("sealOption"));
    m_note->setObjectName(QStringLiteral("sealNote"));
    m_ok->setObjectName(QStringLiteral("sealStart"));
    m_cancel->setObjectName(QStringLiteral("sealCancel"));
    for (QLineEdit* field : {m_pass, m_again}) {
        field->setEchoMode(QLineEdit::Password);
        field->setInputMethodHints(Qt::ImhSensitiveData | Qt::ImhNoPredictiveText);
    }
    m_passLabel->setBuddy(m_pass);
    m_againLabel->setBuddy(m_again);
    m_outLabel->setBuddy(m_out);
    for (QLabel* label : {m_sentence, m_note}) {
        label->setWordWrap(true);
        label->setTextFormat(Qt::PlainText);
    }
    m_browse->setAutoDefault(false);
    m_cancel->setAutoDefault(false);
    m_ok->setDefault(true);
    m_option->setChecked(m_purpose == Purpose::Seal);
    m_option->setVisible(m_purpose != Purpose::Open);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(2 * kGrid, 2 * kGrid, 2 * kGrid, 2 * kGrid);
    layout->setSpacing(kGrid);
    layout->addWidget(m_sentence);
    auto* form = new QFormLayout;
    form->setSpacing(kGrid);
    form->addRow(m_passLabel, m_pass);
    form->addRow(m_againLabel, m_again);
    auto* place = new QHBoxLayout;
    place->addWidget(m_out, 1);
    place->addWidget(m_browse);
    form->addRow(m_outLabel, place);
    form->addRow(QString(), m_option);
    form->setRowVisible(m_again, m_purpose != Purpose::Open);
    layout->addLayout(form);
    layout->addWidget(m_note);
    layout->addStretch(1);
    auto* buttons = new QHBoxLayout;
    buttons->addStretch(1);
    buttons->addWidget(m_cancel);
    buttons->addWidget(m_ok);
    layout->addLayout(buttons);
    setMinimumWidth(kWidth);
}

QString SealDialog::output() const {
    return m_out->text().trimmed();
}

core::privacy::Secret SealDialog::passphrase() const {
    std::string text = toStd(m_pass->text());
    core::privacy::Secret secret{std::string_view(text)};
    core::privacy::wipe(text);
    return secret;
}

bool SealDialog::replaceNames() const {
    return m_purpose == Purpose::Viewer && m_option->isChecked();
}

bool SealDialog::removePlaintext() const {
    return m_purpose == Purpose::Seal && m_option->isChecked();
}

void SealDialog::setBusy(bool busy) {
    m_busy = busy;
    updateControls();
}

void SealDialog::showError(const QString& sentence) {
    m_busy = false;
    m_error = sentence;
    updateControls();
    m_pass->setFocus();
    m_pass->selectAll();
}

void SealDialog::chooseOutput() {
    const QString path = QFileDialog::getSaveFileName(
        this, tr("Write to"), m_out->text(),
        m_purpose == Purpose::Open ? tr("Taillight projects (*.taillight)") : tr("Sealed projects (*.sealed)"), nullptr,
        QFileDialog::DontConfirmOverwrite);
    if (!path.isEmpty())
        m_out->setText(path);
}

void SealDialog::updateControls() {
    const bool twice = m_purpose != Purpose::Open;
    const bool equal = !twice || m_pass->text() == m_again->text();
    const bool free = !QFileInfo::exists(output());
    constexpr int kShort = 12;
    QString note;
    if (!m_error.isEmpty())
        note = m_error;
    else if (m_busy)
        note = tr("Working: the Jobs dock shows how far it is and can cancel it.");
    else if (output().isEmpty())
        note = tr("Say where the file goes.");
    else if (!free)
        note =
            tr("%1 exists already. Choose another name: nothing is overwritten.").arg(QFileInfo(output()).fileName());
    else if (twice && !m_again->text().isEmpty() && !equal)
        note = tr("The two passphrases differ.");
    else if (twice && !m_pass->text().isEmpty() && m_pass->text().size() < kShort)
        note = tr("A passphrase of fewer than %1 characters can be guessed. Four or five words that do not belong "
                  "together "
                  "are better.")
                   .arg(kShort);
    else if (twice)
        note = tr("Whoever has the file can try passphrases, and nobody can recover a forgotten one: keep it safe.");
    m_note->setText(note);
    for (QWidget* field : std::initializer_list<QWidget*>{m_pass, m_again, m_out, m_browse, m_option})
        field->setEnabled(!m_busy);
    m_ok->setEnabled(!m_busy && equal && free && !m_pass->text().isEmpty() && !output().isEmpty());
}

void SealDialog::retranslateUi() {
    const QString name = QFileInfo(m_input).fileName();
    switch (m_purpose) {
    case Purpose::Seal:
        setWindowTitle(tr("Seal project"));
        m_sentence->setText(
            tr("%1 is closed and written to one encrypted file that only the passphrase opens.").arg(name));
        m_option->setText(tr("&Remove the open project afterwards"));
        m_option->setToolTip(tr("Overwrite and delete the project, its backups and what lies beside it, once the "
                                "sealed file was read back"));
        m_ok->setText(tr("&Seal"));
        break;
    case Purpose::Open:
        setWindowTitle(tr("Open sealed project"));
        m_sentence->setText(tr("%1 is sealed. Its passphrase opens it to a project file.").arg(name));
        m_ok->setText(tr("&Open"));
        break;
    case Purpose::Viewer:
        setWindowTitle(tr("Save viewer copy"));
        m_sentence->setText(tr("A sealed copy of %1 for people who may see results but no data: counts, distributions, "
                               "runs and charts stay, "
                               "rows, texts and predictions do not.")
                                .arg(name));
        m_option->setText(tr("Replace &names of items, queries, brands and classes by numbers"));
        m_option->setToolTip(tr("Users are always replaced"));
        m_ok->setText(tr("&Save"));
        break;
    }
    m_passLabel->setText(tr("&Passphrase:"));
    m_againLabel->setText(tr("Once &more:"));
    m_outLabel->setText(tr("&File:"));
    m_browse->setText(tr("&Choose…"));
    m_cancel->setText(tr("Close"));
    m_pass->setAccessibleName(tr("Passphrase"));
    m_again->setAccessibleName(tr("The passphrase once more"));
    m_out->setAccessibleName(tr("File to write"));
    m_browse->setAccessibleName(tr("Choose the file to write"));
    m_option->setAccessibleName(m_option->text().remove(QLatin1Char('&')));
    m_ok->setAccessibleName(m_ok->text().remove(QLatin1Char('&')));
    m_cancel->setAccessibleName(tr("Close"));
    updateControls();
}

void SealDialog::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange)
        retranslateUi();
    QDialog::changeEvent(event);
}

} // namespace widgets
