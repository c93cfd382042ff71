// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/privacy/secret.h"

#include <QDialog>

class QCheckBox;
class QLabel;
class QLineEdit;
class QPushButton;

namespace widgets {

/// Asks for what sealing, opening a sealed file, or a sealed viewer copy needs: a passphrase and a place. Not modal;
/// the work itself is a job of whoever asked, and an error (a wrong passphrase) comes back to stand here.
class SealDialog : public QDialog {
    Q_OBJECT
public:
    enum class Purpose { Seal, Open, Viewer };

    /// `input`: the project, or the sealed file to open; `output`: where the result is proposed to go.
    SealDialog(Purpose purpose, const QString& input, const QString& output, QWidget* parent = nullptr);

    Purpose purpose() const { return m_purpose; }
    QString input() const { return m_input; }
    QString output() const;
    core::privacy::Secret passphrase() const;
    bool replaceNames() const;    ///< Viewer
    bool removePlaintext() const; ///< Seal
    /// The job has begun, or ended with this sentence (empty: it went well and the dialog may go).
    void setBusy(bool busy);
    void showError(const QString& sentence);

Q_SIGNALS:
    void confirmed();

protected:
    void changeEvent(QEvent* event) override;

private:
    void build();
    void chooseOutput();
    void updateControls();
    void retranslateUi();

    Purpose m_purpose;
    QString m_input, m_error;
    bool m_busy = false;
    QLabel* m_sentence;
    QLabel* m_passLabel;
    QLineEdit* m_pass;
    QLabel* m_againLabel;
    QLineEdit* m_again;
    QLabel* m_outLabel;
    QLineEdit* m_out;
    QPushButton* m_browse;
    QCheckBox* m_option;
    QLabel* m_note;
    QPushButton* m_ok;
    QPushButton* m_cancel;
};

} // namespace widgets
