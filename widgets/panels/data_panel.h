// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/entity_store.h"
#include "core/store/import.h"
#include "widgets/panels/panel.h"

#include <QPointer>

#include <vector>

class QLabel;
class QTabWidget;

namespace widgets {

class DataPage;
class ImportWizard;

/// Stage 1: how much the project holds, as a row of cards, and one page for each thing that is done with data.
class DataPanel : public Panel {
    Q_OBJECT
public:
    explicit DataPanel(Workspace& workspace, QWidget* parent = nullptr);

    QString title() const override;
    QString help() const override;
    QString id() const override { return QStringLiteral("data"); }
    bool settled() const override;
    QStringList views() const override;
    void showView(int index) override;

    /// Opens the import wizard, on these files and folders when there are any. There is one wizard at a time.
    ImportWizard* openImport(const QStringList& paths);
    /// The page with this id; nullptr when there is none.
    DataPage* page(const QString& id) const;
    /// Brings the page with this id to the front.
    void showPage(const QString& id);
    /// Brings the rows behind the selection to the front.
    void showSelectedRows();

protected:
    void changeEvent(QEvent* event) override;
    void showEvent(QShowEvent* event) override;

private:
    struct Card {
        QLabel* number;
        QLabel* caption;
    };

    QWidget* buildCards();
    void buildPages();
    void invalidate();
    void refresh();
    void showCounts(const core::store::ProjectCounts& counts);
    void importEnded(const core::store::ImportSummary& summary);
    void retranslateUi();

    std::vector<Card> m_cards;
    QTabWidget* m_tabs;
    std::vector<DataPage*> m_pages;
    QPointer<ImportWizard> m_wizard;
    QPointer<Job> m_job;
    core::store::ProjectCounts m_counts;
    bool m_stale = true;
};

} // namespace widgets
