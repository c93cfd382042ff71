// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/privacy_report.h"
#include "widgets/panels/data_page.h"

#include <QPointer>

#include <optional>

class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;
class QSpinBox;
class QTextBrowser;

namespace widgets {

class PrivacyApplyDialog;

/// What of the project is personal: what was collected, what was done to it, what remains, and how many are alike in
/// chosen columns. When shown it looks at a sample of every column; all of it on request.
class PrivacyReportPage : public DataPage {
    Q_OBJECT
public:
    explicit PrivacyReportPage(Workspace& workspace, QWidget* parent = nullptr);

    QString title() const override;
    QString help() const override;
    QString id() const override { return QStringLiteral("privacy"); }
    bool settled() const override;
    /// Writes the report: JSON when the name ends in .json, plain text otherwise.
    core::Status exportTo(const QString& path) const;

protected:
    void refresh(const core::store::ProjectPtr& project) override;
    void retranslateUi() override;

private:
    void run(bool whole);
    void addIdentifier(int index);
    void showReport();
    void askExport();
    void askHide();
    void startHiding(PrivacyApplyDialog* dialog);
    void updateControls();

    QLabel* m_identifiersLabel;
    QLineEdit* m_identifiers;
    QComboBox* m_add;
    QLabel* m_thresholdLabel;
    QSpinBox* m_threshold;
    QPushButton* m_run;
    QPushButton* m_whole;
    QPushButton* m_export;
    QPushButton* m_hide;
    QTextBrowser* m_text;
    std::optional<core::store::PrivacyReport> m_report;
    QPointer<Job> m_job;
    QPointer<PrivacyApplyDialog> m_dialog;
};

} // namespace widgets
