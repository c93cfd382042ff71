// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/import.h"
#include "widgets/workspace.h"

#include <QGroupBox>
#include <QPointer>

#include <map>

class QLabel;
class QPlainTextEdit;
class QPushButton;
class QTableView;

namespace widgets {

namespace models {
class RejectModel;
}

/// The rows that were refused, with the reason and the line as it stands in the file. A line can be corrected here and
/// imported again, or all of them be written to a file, corrected there, and brought back.
class RejectsBox : public QGroupBox {
    Q_OBJECT
public:
    explicit RejectsBox(Workspace& workspace, QWidget* parent = nullptr);

    void setProject(const core::store::ProjectPtr& project);
    void setSources(const std::vector<core::store::ImportSummary>& sources);
    bool settled() const;
    void exportTo(const QString& path);
    /// Imports a corrected export into the sources that its rows came from.
    void importCorrectedFile(const QString& path);

protected:
    void changeEvent(QEvent* event) override;

private:
    QWidget* buildEditor();
    const core::store::RejectRow* chosen() const;
    const core::store::ImportSummary* sourceOf(const core::store::RejectRow& row) const;
    void showRow();
    void lineEdited();
    void importEdited();
    void runCorrection(const QString& title,
                       std::function<core::Result<std::int64_t>(core::store::Project&, core::JobContext&)> work);
    void askExport();
    void askCorrected();
    void updateControls();
    void retranslateUi();

    Workspace& m_workspace;
    models::RejectModel* m_model;
    QLabel* m_hint;
    QTableView* m_table;
    QPlainTextEdit* m_line;
    QLabel* m_note = nullptr;
    QPushButton* m_apply = nullptr;
    QPushButton* m_export = nullptr;
    QPushButton* m_bringBack = nullptr;
    std::vector<core::store::ImportSummary> m_sources;
    std::map<std::int64_t, core::store::RejectRow> m_edited; ///< by id; rawText is the corrected one
    QPointer<Job> m_job;
    bool m_showing = false;
};

} // namespace widgets
