// SPDX-License-Identifier: GPL-3.0-or-later
// The parts of the import dialog: how they are built and what they say.
#include "widgets/models/preview_model.h"
#include "widgets/panels/import_wizard.h"
#include "widgets/panels/mapping_form.h"
#include "widgets/panels/table_style.h"

#include <QComboBox>
#include <QGridLayout>
#include <QGroupBox>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QProgressBar>
#include <QPushButton>
#include <QScrollArea>
#include <QTableView>
#include <QVBoxLayout>

namespace widgets {

namespace {
constexpr int kGrid = 8;
}

QWidget* ImportWizard::buildFileBox() {
    m_fileBox = new QGroupBox;
    m_path = new QLineEdit;
    m_path->setObjectName(QStringLiteral("importPath"));
    m_browse = new QPushButton;
    m_browse->setObjectName(QStringLiteral("importBrowse"));
    m_browse->setAutoDefault(false);
    m_kind = new QComboBox;
    m_kind->setObjectName(QStringLiteral("importKind"));
    m_delimiter = new QComboBox;
    m_delimiter->setObjectName(QStringLiteral("importDelimiter"));
    m_facts = new QLabel;
    m_facts->setForegroundRole(QPalette::PlaceholderText);
    m_pathLabel = new QLabel;
    m_kindLabel = new QLabel;
    m_delimiterLabel = new QLabel;
    m_pathLabel->setBuddy(m_path);
    m_kindLabel->setBuddy(m_kind);
    m_delimiterLabel->setBuddy(m_delimiter);
    auto* grid = new QGridLayout(m_fileBox);
    grid->setSpacing(kGrid);
    grid->addWidget(m_pathLabel, 0, 0);
    grid->addWidget(m_path, 0, 1, 1, 4);
    grid->addWidget(m_browse, 0, 5);
    grid->addWidget(m_kindLabel, 1, 0);
    grid->addWidget(m_kind, 1, 1);
    grid->addWidget(m_delimiterLabel, 1, 2);
    grid->addWidget(m_delimiter, 1, 3);
    grid->addWidget(m_facts, 1, 4, 1, 2);
    grid->setColumnStretch(4, 1);
    return m_fileBox;
}

QWidget* ImportWizard::buildPreviewBox() {
    m_previewBox = new QGroupBox;
    m_table = new QTableView;
    m_table->setObjectName(QStringLiteral("importPreview"));
    m_table->setModel(m_model);
    styleTable(m_table, -1);
    m_table->setSelectionBehavior(QAbstractItemView::SelectItems);
    m_table->verticalHeader()->show(); // the line in the file
    constexpr int kWidestColumn = 320;
    m_table->horizontalHeader()->setMaximumSectionSize(kWidestColumn);
    m_table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    auto* layout = new QVBoxLayout(m_previewBox);
    layout->addWidget(m_table);
    return m_previewBox;
}

QWidget* ImportWizard::buildMappingBox() {
    m_mappingBox = new QGroupBox;
    m_mapping = new MappingForm;
    auto* scroll = new QScrollArea;
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setWidget(m_mapping);
    auto* layout = new QVBoxLayout(m_mappingBox);
    layout->addWidget(scroll);
    return m_mappingBox;
}

QWidget* ImportWizard::buildFooter() {
    auto* footer = new QWidget;
    m_notes = new QLabel;
    m_notes->setObjectName(QStringLiteral("importNotes"));
    m_notes->setWordWrap(true);
    m_notes->setTextFormat(Qt::PlainText);
    m_notes->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_notes->setFocusPolicy(Qt::NoFocus);
    m_notes->setContentsMargins(kGrid, kGrid, kGrid, kGrid);
    m_notes->setAutoFillBackground(true);
    m_progress = new QProgressBar;
    m_progress->setTextVisible(false);
    m_start = new QPushButton;
    m_start->setObjectName(QStringLiteral("importStart"));
    m_start->setDefault(true);
    m_cancel = new QPushButton;
    m_cancel->setObjectName(QStringLiteral("importCancel"));
    m_cancel->setAutoDefault(false);
    auto* layout = new QVBoxLayout(footer);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(kGrid);
    layout->addWidget(m_notes);
    auto* row = new QHBoxLayout;
    row->addWidget(m_progress, 1);
    row->addStretch(0);
    row->addWidget(m_cancel);
    row->addWidget(m_start);
    layout->addLayout(row);
    return footer;
}

void ImportWizard::retranslateUi() {
    setWindowTitle(tr("Import"));
    m_fileBox->setTitle(tr("1. File"));
    m_previewBox->setTitle(tr("2. What is in it (the first rows)"));
    m_mappingBox->setTitle(tr("3. Which column serves which field (* required)"));
    m_pathLabel->setText(tr("&File:"));
    m_path->setAccessibleName(tr("File to import"));
    m_path->setPlaceholderText(tr("CSV or TSV, plain, .gz or .zst, in UTF-8"));
    m_path->setToolTip(tr("Type a path and press Enter, or choose a file"));
    m_browse->setText(tr("&Choose…"));
    m_browse->setAccessibleName(tr("Choose a file"));
    m_browse->setToolTip(tr("Choose the file to import"));
    m_kindLabel->setText(tr("&Kind:"));
    m_delimiterLabel->setText(tr("&Delimiter:"));
    const int kindIndex = qMax(0, m_kind->currentIndex());
    const int delimiterIndex = qMax(0, m_delimiter->currentIndex());
    m_kind->clear();
    m_kind->addItems({tr("Catalogue (one row per product)"), tr("Event log (one row per event)")});
    m_kind->setCurrentIndex(kindIndex);
    m_kind->setAccessibleName(tr("Kind of file"));
    m_kind->setToolTip(tr("What the rows of the file are"));
    m_delimiter->clear();
    m_delimiter->addItems({tr("Found by itself"), tr("Comma ,"), tr("Semicolon ;"), tr("Tab"), tr("Bar |")});
    m_delimiter->setCurrentIndex(delimiterIndex);
    m_delimiter->setAccessibleName(tr("Delimiter"));
    m_delimiter->setToolTip(tr("The character between two values"));
    m_table->setAccessibleName(tr("Preview of the file"));
    m_start->setText(tr("&Import"));
    m_start->setAccessibleName(tr("Import"));
    m_start->setToolTip(tr("Import all rows in one transaction: everything or nothing"));
    m_model->retranslate();
    updateControls();
    showNotes();
}

} // namespace widgets
