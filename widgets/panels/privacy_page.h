// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/privacy/detect.h"
#include "core/privacy/plan.h"
#include "core/privacy/secret.h"

#include <QWidget>

#include <array>
#include <memory>
#include <string>
#include <vector>

class QComboBox;
class QGroupBox;
class QLabel;
class QLineEdit;
class QPushButton;
class QRadioButton;
class QTableWidget;

namespace widgets {

/// What the import does to each column before anything is kept, and to personal data inside texts; where the key of
/// pseudonyms comes from. The scan itself is a job of the wizard. Combos are named "privacy_<column>" and
/// "personal_<kind>". GUI thread only.
class PrivacyPage : public QWidget {
    Q_OBJECT
public:
    explicit PrivacyPage(QWidget* parent = nullptr);

    /// Builds the table for these columns, every one kept.
    void setColumns(const std::vector<std::string>& columns);
    void setPlan(const core::privacy::PrivacyPlan& plan);
    core::privacy::PrivacyPlan plan() const;
    /// What a scan found; shown beside the columns.
    void setFindings(const core::privacy::PersonalScan& scan);
    void setScanning(bool scanning);

    bool usesKeyFile() const;
    QString keyFile() const;
    core::privacy::Secret passphrase() const;
    /// What keeps the import from starting: a key that is needed and not given, a generalisation that cannot be read.
    QString problem() const;

Q_SIGNALS:
    void scanRequested();
    void edited();

protected:
    void changeEvent(QEvent* event) override;

private:
    struct Row {
        std::string column;
        QComboBox* action;
        QComboBox* how;
    };
    QWidget* buildPersonal();
    QWidget* buildKey();
    void addRow(int row, const std::string& column);
    void showFindings();
    void maskFound();
    void chooseKey(bool fresh);
    void updateControls();
    void retranslateUi();
    QString kindTitle(core::privacy::PersonalKind kind) const;

    QPushButton* m_scan;
    QPushButton* m_maskFound;
    QLabel* m_scanNote;
    QTableWidget* m_table;
    std::vector<Row> m_rows;
    QGroupBox* m_personalBox = nullptr;
    std::array<QLabel*, core::privacy::kPersonalKinds> m_personalLabels{};
    std::array<QComboBox*, core::privacy::kPersonalKinds> m_personal{};
    QGroupBox* m_keyBox = nullptr;
    QRadioButton* m_useFile = nullptr;
    QRadioButton* m_usePass = nullptr;
    QLineEdit* m_keyPath = nullptr;
    QPushButton* m_keyChoose = nullptr;
    QPushButton* m_keyNew = nullptr;
    QLineEdit* m_pass = nullptr;
    QLabel* m_keyNote = nullptr;
    core::privacy::PersonalScan m_findings;
    bool m_scanned = false;
    bool m_scanning = false;
    bool m_filling = false;
};

} // namespace widgets
