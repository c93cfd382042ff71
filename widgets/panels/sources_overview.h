// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/entity_store.h"
#include "core/store/import.h"
#include "widgets/panels/data_page.h"

#include <QPointer>

#include <vector>

class QGroupBox;
class QLabel;
class QPlainTextEdit;
class QPushButton;
class QTableView;

namespace widgets {

namespace models {
class RejectModel;
class SourceModel;
} // namespace models

/// What was imported, file by file, and the rows that were refused.
class SourcesOverview : public DataPage {
    Q_OBJECT
public:
    explicit SourcesOverview(Workspace& workspace, QWidget* parent = nullptr);

    QString title() const override;
    QString help() const override;
    QString id() const override { return QStringLiteral("sources"); }
    bool settled() const override;

protected:
    void refresh(const core::store::ProjectPtr& project) override;
    void retranslateUi() override;

private:
    /// What one job reads of the project for this page.
    struct Contents {
        core::store::ProjectCounts counts;
        std::vector<core::store::ImportSummary> sources;
    };
    QWidget* buildSources();
    QWidget* buildRejects();
    void showContents(const Contents& contents);
    void showHints();
    void showRawLine();

    models::SourceModel* m_sourceModel;
    models::RejectModel* m_rejectModel;
    QLabel* m_period = nullptr;
    QGroupBox* m_sourceBox = nullptr;
    QTableView* m_sources = nullptr;
    QLabel* m_sourceHint = nullptr;
    QPushButton* m_import = nullptr;
    QGroupBox* m_rejectBox = nullptr;
    QLabel* m_rejectHint = nullptr;
    QTableView* m_rejects = nullptr;
    QPlainTextEdit* m_rawLine = nullptr;
    core::store::ProjectCounts m_counts;
    QPointer<Job> m_job;
};

} // namespace widgets
