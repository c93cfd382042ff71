// SPDX-License-Identifier: GPL-3.0-or-later
// How the rows view is put together, and its texts.
#include "widgets/models/browse_model.h"
#include "widgets/models/browse_text.h"
#include "widgets/panels/filter_builder.h"
#include "widgets/panels/filter_edit.h"
#include "widgets/panels/row_actions.h"
#include "widgets/panels/row_details.h"
#include "widgets/panels/rows_view.h"
#include "widgets/panels/table_style.h"

#include <QCheckBox>
#include <QComboBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QListWidget>
#include <QMenu>
#include <QProgressBar>
#include <QPushButton>
#include <QScrollArea>
#include <QSplitter>
#include <QStackedWidget>
#include <QTableView>
#include <QTimer>
#include <QToolButton>
#include <QVBoxLayout>
#include <QWidgetAction>

namespace widgets {

namespace {

constexpr int kGrid = 8;
constexpr int kSearchPause = 300; // ms

QToolButton* toggle(const char* name) {
    auto* button = new QToolButton;
    button->setObjectName(QLatin1String(name));
    button->setCheckable(true);
    button->setToolButtonStyle(Qt::ToolButtonTextOnly);
    return button;
}

} // namespace

RowsView::RowsView(Workspace& workspace, Place place, QWidget* parent)
    : QWidget(parent),
      m_workspace(workspace),
      m_place(place),
      m_model(new models::BrowseModel(workspace.jobs(), this)),
      m_follow(place == Place::Dock),
      m_searchPause(new QTimer(this)) {
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(kGrid);
    layout->addWidget(buildControls());
    layout->addWidget(buildFilterBox());
    layout->addWidget(buildContents(), 1);
    layout->addWidget(buildState());
    m_searchPause->setSingleShot(true);
    m_searchPause->setInterval(kSearchPause);
    m_actions = new RowActions(*this);
    connectControls();
    retranslateUi();
    chooseTable(0);
    showSelection();
}

RowsView::~RowsView() {
    // Children that go may send a last signal, which would reach a view that is half gone.
    for (QObject* child : findChildren<QObject*>())
        child->disconnect(this);
}

QWidget* RowsView::buildControls() {
    auto* row = new QWidget;
    auto* layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(kGrid);
    m_chooser = new QComboBox;
    m_chooser->setObjectName(QStringLiteral("rowsTableChooser"));
    for (const core::store::BrowseTable& table : core::store::tables())
        m_chooser->addItem(QString(), QString::fromStdString(table.name));
    m_search = new QLineEdit;
    m_search->setObjectName(QStringLiteral("rowsSearch"));
    m_search->setClearButtonEnabled(true);
    m_filter = new FilterEdit;
    m_filter->setObjectName(QStringLiteral("rowsFilter"));
    m_builderButton = toggle("rowsBuilder");
    m_columnsButton = toggle("rowsColumns");
    m_columnsButton->setCheckable(false);
    m_columnsButton->setPopupMode(QToolButton::InstantPopup);
    m_columnList = new QListWidget;
    m_columnList->setObjectName(QStringLiteral("rowsColumnList"));
    auto* menu = new QMenu(m_columnsButton);
    auto* list = new QWidgetAction(menu);
    list->setDefaultWidget(m_columnList);
    menu->addAction(list);
    m_columnsButton->setMenu(menu);
    m_detailsButton = toggle("rowsDetails");
    m_detailsButton->setChecked(m_place == Place::Page);
    m_export = new QPushButton;
    m_export->setObjectName(QStringLiteral("rowsExport"));
    layout->addWidget(m_chooser);
    layout->addWidget(m_search, 2);
    layout->addWidget(m_filter, 5);
    for (QWidget* button : std::initializer_list<QWidget*>{m_builderButton, m_columnsButton, m_detailsButton, m_export})
        layout->addWidget(button);
    return row;
}

QWidget* RowsView::buildFilterBox() {
    auto* box = new QWidget;
    auto* layout = new QVBoxLayout(box);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(4);
    m_fault = new QLabel;
    m_fault->setObjectName(QStringLiteral("rowsFault"));
    m_fault->setWordWrap(true);
    m_fault->hide();
    m_builder = new FilterBuilder;
    m_builder->setObjectName(QStringLiteral("rowsFilterBuilder"));
    // A long filter scrolls; the table keeps its place.
    auto* scroll = new QScrollArea;
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidget(m_builder);
    scroll->setSizeAdjustPolicy(QAbstractScrollArea::AdjustToContents);
    scroll->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);
    constexpr int kMostHeight = 180;
    scroll->setMaximumHeight(kMostHeight);
    m_builderBox = scroll;
    m_builderBox->hide();
    m_onlySelection = new QCheckBox;
    m_onlySelection->setObjectName(QStringLiteral("rowsOnlySelection"));
    m_onlySelection->setChecked(m_follow);
    layout->addWidget(m_fault);
    layout->addWidget(m_builderBox);
    layout->addWidget(m_onlySelection);
    return box;
}

QWidget* RowsView::buildContents() {
    m_table = new QTableView;
    m_table->setObjectName(QStringLiteral("rowsTable"));
    m_table->setModel(m_model);
    styleTable(m_table, -1);
    m_table->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_table->setContextMenuPolicy(Qt::CustomContextMenu);
    m_table->setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_table->verticalHeader()->show();
    m_table->verticalHeader()->setSectionsClickable(true);
    QHeaderView* header = m_table->horizontalHeader();
    header->setSectionResizeMode(QHeaderView::Interactive);
    header->setSectionsClickable(true);
    m_details = new RowDetails;
    if (!m_detailsButton->isChecked()) // never shown before it has a parent: it would be a window
        m_details->hide();
    m_split = new QSplitter(Qt::Horizontal);
    m_split->setHandleWidth(kGrid);
    m_split->setChildrenCollapsible(false);
    m_split->addWidget(m_table);
    m_split->addWidget(m_details);
    m_split->setStretchFactor(0, 3);
    m_split->setStretchFactor(1, 1);
    m_split->setSizes({900, 300}); // shares, as far as the window allows
    m_hint = new QLabel;
    m_hint->setObjectName(QStringLiteral("rowsHint"));
    m_hint->setAlignment(Qt::AlignCenter);
    m_hint->setWordWrap(true);
    m_hint->setForegroundRole(QPalette::PlaceholderText);
    m_stack = new QStackedWidget;
    m_stack->addWidget(m_split);
    m_stack->addWidget(m_hint);
    return m_stack;
}

QWidget* RowsView::buildState() {
    auto* row = new QWidget;
    auto* layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(kGrid);
    m_summary = new QLabel;
    m_summary->setObjectName(QStringLiteral("rowsSummary"));
    m_progress = new QProgressBar;
    m_progress->setObjectName(QStringLiteral("rowsProgress"));
    m_progress->setTextVisible(false);
    constexpr int kProgressWidth = 160, kProgressHeight = 8;
    m_progress->setFixedSize(kProgressWidth, kProgressHeight);
    m_cancel = new QPushButton;
    m_cancel->setObjectName(QStringLiteral("rowsCancel"));
    layout->addWidget(m_summary);
    layout->addStretch(1);
    layout->addWidget(m_progress);
    layout->addWidget(m_cancel);
    return row;
}

void RowsView::retranslateUi() {
    for (int i = 0; i < m_chooser->count(); ++i)
        m_chooser->setItemText(i, browseTableTitle(core::store::tables()[static_cast<std::size_t>(i)]));
    showSizes();
    m_chooser->setAccessibleName(tr("Table"));
    m_chooser->setToolTip(tr("Which table of the project to look at"));
    m_search->setPlaceholderText(tr("Search"));
    m_search->setAccessibleName(tr("Search"));
    m_search->setToolTip(tr("Words that must all occur in the texts of a row; two Chinese characters are enough"));
    m_filter->setPlaceholderText(tr("Filter, such as: price >= 100 and title contains \"手机\""));
    m_filter->setAccessibleName(tr("Filter expression"));
    m_filter->setToolTip(tr("An expression over the columns. Ctrl+Space proposes what can come next"));
    m_builderButton->setText(tr("Conditions"));
    m_builderButton->setToolTip(tr("Build the filter from columns, comparisons and values"));
    m_columnsButton->setText(tr("Columns"));
    m_columnsButton->setToolTip(tr("Choose the columns to show"));
    m_columnList->setAccessibleName(tr("Columns to show"));
    m_detailsButton->setText(tr("Details"));
    m_detailsButton->setToolTip(tr("Show every column of the current row, and long texts whole"));
    m_export->setText(tr("&Export…"));
    m_export->setToolTip(tr("Write these rows to a CSV or JSON Lines file"));
    for (QAbstractButton* button :
         std::initializer_list<QAbstractButton*>{m_builderButton, m_columnsButton, m_detailsButton})
        button->setAccessibleName(button->text());
    m_export->setAccessibleName(tr("Export rows"));
    m_table->setAccessibleName(tr("Rows"));
    m_progress->setAccessibleName(tr("Progress of the order of the rows"));
    m_cancel->setText(tr("Cancel"));
    m_cancel->setAccessibleName(tr("Cancel sorting and filtering"));
    m_model->retranslate();
    fillColumnList();
    setFields(m_attributes);
    showSelection();
    showState();
}

void RowsView::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange)
        retranslateUi();
    QWidget::changeEvent(event);
}

} // namespace widgets
