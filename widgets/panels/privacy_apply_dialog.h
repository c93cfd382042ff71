// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/privacy/secret.h"
#include "core/store/privacy_apply.h"

#include <QDialog>

#include <array>

class QCheckBox;
class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;

namespace widgets {

/// Asks what of the data in the project is to be hidden, and for the key that pseudonyms need. Not modal; the work is a
/// job of whoever asked.
class PrivacyApplyDialog : public QDialog {
    Q_OBJECT
public:
    explicit PrivacyApplyDialog(QWidget* parent = nullptr);

    core::store::PrivacyApplyOptions options() const;
    QString keyFile() const;
    core::privacy::Secret passphrase() const;
    void setBusy(bool busy);
    void showError(const QString& sentence);

Q_SIGNALS:
    void confirmed();

protected:
    void changeEvent(QEvent* event) override;

private:
    void build();
    void chooseKey();
    void updateControls();
    void retranslateUi();

    bool m_busy = false;
    QString m_error;
    QLabel* m_sentence;
    QCheckBox* m_users;
    QCheckBox* m_sessions;
    QCheckBox* m_orders;
    std::array<QLabel*, core::privacy::kPersonalKinds> m_kindLabels{};
    std::array<QComboBox*, core::privacy::kPersonalKinds> m_kinds{};
    QLabel* m_keyLabel;
    QLineEdit* m_key;
    QPushButton* m_browse;
    QLabel* m_passLabel;
    QLineEdit* m_pass;
    QLabel* m_note;
    QPushButton* m_ok;
    QPushButton* m_cancel;
};

} // namespace widgets
