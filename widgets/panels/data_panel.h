// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/entity_store.h"
#include "core/store/import.h"
#include "widgets/panels/panel.h"

#include <QPointer>

class QGridLayout;
class QGroupBox;
class QLabel;
class QPlainTextEdit;
class QPushButton;
class QTableView;

namespace widgets {

class ImportWizard;
class SplitEditor;
namespace models {
class RejectModel;
class SourceModel;
} // namespace models

/// Stage 1: what the project holds, where it came from, what was refused, and how it is split.
class DataPanel : public Panel {
    Q_OBJECT
public:
    explicit DataPanel(Workspace& workspace, QWidget* parent = nullptr);

    QString title() const override;
    QString help() const override;
    QString id() const override { return QStringLiteral("data"); }
    bool settled() const override;

    /// Opens the import wizard, on a file when `path` is not empty. There is one wizard at a time.
    ImportWizard* openImport(const QString& path);

protected:
    void changeEvent(QEvent* event) override;
    void showEvent(QShowEvent* event) override;

private:
    /// What one job reads of the project for this panel.
    struct Contents {
        core::store::ProjectCounts counts;
        std::vector<core::store::ImportSummary> sources;
    };
    struct Card {
        QLabel* number;
        QLabel* caption;
    };

    QWidget* buildCards();
    QWidget* buildSources();
    QWidget* buildRejects();
    void invalidate();
    void refresh();
    void showContents(const Contents& contents);
    void showCards();
    void showRawLine();
    void importEnded(const core::store::ImportSummary& summary);
    void retranslateUi();

    models::SourceModel* m_sourceModel;
    models::RejectModel* m_rejectModel;
    std::vector<Card> m_cards;
    QLabel* m_period = nullptr;
    QGroupBox* m_sourceBox = nullptr;
    QTableView* m_sources = nullptr;
    QLabel* m_sourceHint = nullptr;
    QPushButton* m_import = nullptr;
    QGroupBox* m_rejectBox = nullptr;
    QLabel* m_rejectHint = nullptr;
    QTableView* m_rejects = nullptr;
    QPlainTextEdit* m_rawLine = nullptr;
    SplitEditor* m_splitEditor;
    QPointer<ImportWizard> m_wizard;
    QPointer<Job> m_job;
    core::store::ProjectCounts m_counts;
    bool m_stale = true;
};

} // namespace widgets
