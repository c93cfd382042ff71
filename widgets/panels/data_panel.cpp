// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/panels/data_panel.h"

#include "widgets/models/source_model.h"
#include "widgets/panels/data_page.h"
#include "widgets/panels/data_pages.h"
#include "widgets/panels/import_wizard.h"
#include "widgets/panels/rows_page.h"
#include "widgets/panels/rows_view.h"
#include "widgets/text.h"

#include <QEvent>
#include <QFrame>
#include <QHBoxLayout>
#include <QLabel>
#include <QTabWidget>
#include <QVBoxLayout>

namespace widgets {

namespace {

constexpr int kGrid = 8;
constexpr int kCards = 8;

} // namespace

DataPanel::DataPanel(Workspace& workspace, QWidget* parent) : Panel(workspace, parent), m_tabs(new QTabWidget) {
    m_tabs->setObjectName(QStringLiteral("dataTabs"));
    m_tabs->setDocumentMode(true);
    m_tabs->setUsesScrollButtons(true);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(2 * kGrid, 2 * kGrid, 2 * kGrid, kGrid);
    layout->setSpacing(kGrid);
    layout->addWidget(buildCards());
    layout->addWidget(m_tabs, 1);
    buildPages();
    connect(&workspace, &Workspace::projectChanged, this, &DataPanel::invalidate);
    connect(&workspace, &Workspace::dataChanged, this, &DataPanel::invalidate);
    retranslateUi();
}

QString DataPanel::title() const {
    return tr("Data");
}

QString DataPanel::help() const {
    return tr("Import files, look at every row and at those that were refused, and divide the data into training, "
              "validation and test before anything else.");
}

bool DataPanel::settled() const {
    const auto* const shown = qobject_cast<const DataPage*>(m_tabs->currentWidget());
    return !m_stale && (!m_job || m_job->isEnded()) && (shown == nullptr || shown->settled());
}

QStringList DataPanel::views() const {
    QStringList ids;
    for (const DataPage* page : m_pages)
        ids << page->id();
    return ids;
}

void DataPanel::showView(int index) {
    m_tabs->setCurrentIndex(index);
}

DataPage* DataPanel::page(const QString& id) const {
    for (DataPage* page : m_pages)
        if (page->id() == id)
            return page;
    return nullptr;
}

void DataPanel::showPage(const QString& id) {
    if (DataPage* const wanted = page(id); wanted != nullptr)
        m_tabs->setCurrentWidget(wanted);
}

void DataPanel::showSelectedRows() {
    if (auto* const rows = qobject_cast<RowsPage*>(page(QStringLiteral("rows"))); rows != nullptr) {
        m_tabs->setCurrentWidget(rows);
        rows->view()->followSelection();
    }
}

QWidget* DataPanel::buildCards() {
    auto* row = new QWidget;
    auto* layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(kGrid);
    for (int i = 0; i < kCards; ++i) {
        auto* frame = new QFrame;
        frame->setFrameShape(QFrame::StyledPanel);
        frame->setBackgroundRole(QPalette::Base);
        frame->setAutoFillBackground(true);
        auto* column = new QVBoxLayout(frame);
        column->setContentsMargins(12, kGrid, 12, kGrid);
        column->setSpacing(0);
        Card card{new QLabel, new QLabel};
        QFont large = card.number->font();
        large.setPointSizeF(large.pointSizeF() * 1.5);
        card.number->setFont(large);
        card.caption->setForegroundRole(QPalette::PlaceholderText);
        column->addWidget(card.number);
        column->addWidget(card.caption);
        layout->addWidget(frame, 1);
        m_cards.push_back(card);
    }
    return row;
}

void DataPanel::buildPages() {
    m_pages = makeDataPages(workspace());
    for (DataPage* page : m_pages) {
        m_tabs->addTab(page, {});
        connect(page, &DataPage::importRequested, this, [this](const QStringList& paths) { openImport(paths); });
    }
}

ImportWizard* DataPanel::openImport(const QStringList& paths) {
    if (!m_wizard) {
        m_wizard = new ImportWizard(workspace(), this);
        m_wizard->setAttribute(Qt::WA_DeleteOnClose);
        connect(m_wizard, &ImportWizard::imported, this, &DataPanel::importEnded);
    }
    m_wizard->show();
    m_wizard->raise();
    m_wizard->activateWindow();
    if (!paths.isEmpty())
        m_wizard->setFiles(paths);
    return m_wizard;
}

void DataPanel::importEnded(const core::store::ImportSummary& summary) {
    Q_EMIT workspace().message(models::SourceModel::sentence(summary), false);
    Q_EMIT workspace().dataChanged();
}

void DataPanel::invalidate() {
    m_stale = true;
    if (isVisible())
        refresh();
}

void DataPanel::showEvent(QShowEvent* event) {
    Panel::showEvent(event);
    if (m_stale)
        refresh();
}

void DataPanel::refresh() {
    m_stale = false;
    const core::store::ProjectPtr project = workspace().project();
    if (!project) {
        showCounts({});
        return;
    }
    JobRunner::Options options;
    options.title = tr("Reading the project");
    options.supersedes = QStringLiteral("dataPanel");
    options.quiet = true;
    m_job = workspace().jobs().run<core::store::ProjectCounts>(
        options, this, [project](core::JobContext&) { return core::store::projectCounts(*project); },
        [this](core::Result<core::store::ProjectCounts> result) {
            if (result.ok())
                showCounts(*result);
            else if (result.error().code != core::ErrorCode::Cancelled)
                Q_EMIT workspace().message(errorText(result.error()), true);
        });
}

void DataPanel::showCounts(const core::store::ProjectCounts& counts) {
    m_counts = counts;
    const struct {
        std::int64_t number;
        QString caption;
    } texts[kCards] = {{counts.items, tr("items")},           {counts.labelled, tr("with a class")},
                       {counts.categories, tr("categories")}, {counts.brands, tr("brands")},
                       {counts.events, tr("events")},         {counts.users, tr("users")},
                       {counts.queries, tr("queries")},       {counts.rejects, tr("rejected rows")}};
    for (int i = 0; i < kCards; ++i) {
        const Card& card = m_cards[static_cast<std::size_t>(i)];
        card.number->setText(formatInteger(texts[i].number));
        card.caption->setText(texts[i].caption);
        card.number->setAccessibleName(tr("%1 %2").arg(formatInteger(texts[i].number), texts[i].caption));
    }
}

void DataPanel::retranslateUi() {
    m_tabs->setAccessibleName(tr("Pages of the data stage"));
    for (int i = 0; i < m_tabs->count(); ++i) {
        const DataPage* const page = m_pages[static_cast<std::size_t>(i)];
        m_tabs->setTabText(i, page->title());
        m_tabs->setTabToolTip(i, page->help());
    }
    showCounts(m_counts);
}

void DataPanel::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange)
        retranslateUi();
    Panel::changeEvent(event);
}

} // namespace widgets
