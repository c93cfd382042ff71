// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/entity_store.h"
#include "core/store/import.h"
#include "widgets/panels/data_page.h"

#include <QPointer>

class QGroupBox;
class QLabel;
class QPushButton;
class QTableView;
class QTextBrowser;

namespace widgets {

class RejectsBox;
namespace models {
class SourceModel;
}

/// What was imported, file by file, what became of every row, and the rows that were refused.
class SourcesPage : public DataPage {
    Q_OBJECT
public:
    explicit SourcesPage(Workspace& workspace, QWidget* parent = nullptr);

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
        std::vector<core::store::ImportSummary> sources;
        core::store::ProjectCounts counts;
    };
    QWidget* buildSources();
    QWidget* buildQuestion();
    void showContents(Contents contents);
    void showDetails();
    void showHint();
    void askRemove();
    void keepSource();
    void removeSource();
    const core::store::ImportSummary* chosen() const;

    models::SourceModel* m_model;
    QGroupBox* m_box = nullptr;
    QPushButton* m_import = nullptr;
    QPushButton* m_remove = nullptr;
    QWidget* m_question = nullptr; ///< in place of the buttons while it is asked whether a source shall go
    QLabel* m_questionText = nullptr;
    QPushButton* m_confirm = nullptr;
    QPushButton* m_keep = nullptr;
    QLabel* m_hint = nullptr;
    QLabel* m_period = nullptr;
    QTableView* m_table = nullptr;
    QTextBrowser* m_details = nullptr;
    RejectsBox* m_rejects;
    core::store::ProjectCounts m_counts;
    QPointer<Job> m_job, m_removeJob;
};

} // namespace widgets
