// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/quality/quality.h"
#include "widgets/panels/data_page.h"

#include <QPointer>

#include <optional>

class QGroupBox;
class QLabel;
class QLineEdit;
class QPushButton;
class QSortFilterProxyModel;
class QTableView;

namespace widgets {

class ColumnDetails;
namespace models {
class QualityColumnModel;
} // namespace models

/// The quality report: every column with a small histogram, one of them in full, and what was found about duplicates,
/// leaks and imbalance. Made when the page is shown and the data has changed; cancelled, it is made on demand.
class QualityPage : public DataPage {
    Q_OBJECT
public:
    explicit QualityPage(Workspace& workspace, QWidget* parent = nullptr);

    QString title() const override;
    QString help() const override;
    QString id() const override { return QStringLiteral("quality"); }
    bool settled() const override;
    const std::optional<core::store::QualityReport>& report() const { return m_report; }

public Q_SLOTS:
    void look(); ///< makes the report anew

protected:
    void refresh(const core::store::ProjectPtr& project) override;
    void retranslateUi() override;

private:
    QWidget* buildTable();
    QWidget* buildFindings();
    void showReport();
    void showColumn();
    void showHint(const QString& sentence);
    void chooseExport();
    void exportReport(const QString& path);

    core::store::ProjectPtr m_project;
    std::optional<core::store::QualityReport> m_report;
    models::QualityColumnModel* m_model;
    QSortFilterProxyModel* m_filtered;
    QLabel* m_hint = nullptr;
    QPushButton* m_look = nullptr;
    QPushButton* m_export = nullptr;
    QLineEdit* m_search = nullptr;
    QTableView* m_table = nullptr;
    ColumnDetails* m_details = nullptr;
    QGroupBox* m_duplicateBox = nullptr;
    QGroupBox* m_leakBox = nullptr;
    QGroupBox* m_imbalanceBox = nullptr;
    QLabel* m_duplicates = nullptr;
    QLabel* m_leaks = nullptr;
    QLabel* m_imbalance = nullptr;
    QPointer<Job> m_sizeJob, m_job;
};

} // namespace widgets
