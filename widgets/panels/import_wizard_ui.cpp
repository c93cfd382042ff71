// SPDX-License-Identifier: GPL-3.0-or-later
// The parts of the import dialog: how they are built and what they say.
#include "widgets/models/preview_model.h"
#include "widgets/panels/import_wizard.h"
#include "widgets/panels/kind_values_form.h"
#include "widgets/panels/mapping_form.h"
#include "widgets/panels/privacy_page.h"
#include "widgets/panels/reading_form.h"
#include "widgets/panels/table_style.h"
#include "widgets/text.h"
#include "widgets/theme.h"

#include <QCheckBox>
#include <QComboBox>
#include <QGridLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QProgressBar>
#include <QPushButton>
#include <QScrollArea>
#include <QSignalBlocker>
#include <QSplitter>
#include <QTabWidget>
#include <QTableView>
#include <QVBoxLayout>

#include <algorithm>
#include <array>

namespace widgets {

using core::data::SourceKind;

namespace {

constexpr int kGrid = 8;
constexpr std::array kKinds{SourceKind::Catalogue, SourceKind::Log,     SourceKind::Queries,
                            SourceKind::Labels,    SourceKind::Reviews, SourceKind::Split};
enum Tab { Columns, Reading, Events, Privacy };

QPushButton* button(const char* name) {
    auto* one = new QPushButton;
    one->setObjectName(QLatin1String(name));
    one->setAutoDefault(false);
    return one;
}

QScrollArea* scrolled(QWidget* widget) {
    auto* area = new QScrollArea;
    area->setWidgetResizable(true);
    area->setFrameShape(QFrame::NoFrame);
    area->setFocusPolicy(Qt::NoFocus);
    area->setWidget(widget);
    return area;
}

} // namespace

QWidget* ImportWizard::buildTop() {
    auto* top = new QWidget;
    m_path = new QLineEdit;
    m_path->setObjectName(QStringLiteral("importPath"));
    m_browse = button("importBrowse");
    m_browseFolder = button("importFolder");
    m_profile = new QComboBox;
    m_profile->setObjectName(QStringLiteral("importProfile"));
    m_profile->setEditable(true);
    m_profile->setInsertPolicy(QComboBox::NoInsert);
    m_profileSave = button("importProfileSave");
    m_profileRemove = button("importProfileRemove");
    m_pathLabel = new QLabel;
    m_profileLabel = new QLabel;
    m_pathLabel->setBuddy(m_path);
    m_profileLabel->setBuddy(m_profile);
    auto* line = new QHBoxLayout(top);
    line->setContentsMargins(0, 0, 0, 0);
    line->setSpacing(kGrid);
    line->addWidget(m_pathLabel);
    line->addWidget(m_path, 3);
    line->addWidget(m_browse);
    line->addWidget(m_browseFolder);
    line->addSpacing(2 * kGrid);
    line->addWidget(m_profileLabel);
    line->addWidget(m_profile, 1);
    line->addWidget(m_profileSave);
    line->addWidget(m_profileRemove);
    return top;
}

QWidget* ImportWizard::buildFiles() {
    auto* halves = new QSplitter(Qt::Horizontal);
    halves->setChildrenCollapsible(false);
    m_list = new QListWidget;
    m_list->setObjectName(QStringLiteral("importFiles"));
    m_list->setAlternatingRowColors(true);
    m_list->hide(); // one file needs no list
    m_right = new QWidget;
    m_kindLabel = new QLabel;
    m_kind = new QComboBox;
    m_kind->setObjectName(QStringLiteral("importKind"));
    m_kindLabel->setBuddy(m_kind);
    m_facts = new QLabel;
    m_facts->setObjectName(QStringLiteral("importFacts"));
    m_facts->setForegroundRole(QPalette::PlaceholderText);
    m_facts->setTextInteractionFlags(Qt::TextSelectableByMouse);
    auto* line = new QHBoxLayout;
    line->setSpacing(kGrid);
    line->addWidget(m_kindLabel);
    line->addWidget(m_kind);
    line->addWidget(m_facts, 1);
    auto* layout = new QVBoxLayout(m_right);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(kGrid);
    layout->addLayout(line);
    layout->addWidget(buildTabs(), 1);
    halves->addWidget(m_list);
    halves->addWidget(m_right);
    halves->setStretchFactor(0, 1);
    halves->setStretchFactor(1, 4);
    return halves;
}

QWidget* ImportWizard::buildTabs() {
    m_tabs = new QTabWidget;
    m_tabs->setObjectName(QStringLiteral("importTabs"));
    m_tabs->setDocumentMode(true);
    m_reading = new ReadingForm;
    m_kindValues = new KindValuesForm;
    m_privacy = new PrivacyPage;
    m_tabs->addTab(buildColumns(), {});
    m_tabs->addTab(scrolled(m_reading), {});
    m_tabs->addTab(m_kindValues, {});
    m_tabs->addTab(m_privacy, {});
    return m_tabs;
}

QWidget* ImportWizard::buildColumns() {
    auto* parts = new QSplitter(Qt::Vertical);
    parts->setChildrenCollapsible(false);
    m_table = new QTableView;
    m_table->setObjectName(QStringLiteral("importPreview"));
    m_table->setModel(m_model);
    styleTable(m_table, -1);
    m_table->setSelectionBehavior(QAbstractItemView::SelectItems);
    m_table->verticalHeader()->show(); // the line in the file
    constexpr int kWidestColumn = 320;
    m_table->horizontalHeader()->setMaximumSectionSize(kWidestColumn);
    m_table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    // The same menu on the head of a column, on its cells, and by the menu key on the current cell.
    m_table->horizontalHeader()->setContextMenuPolicy(Qt::CustomContextMenu);
    m_table->setContextMenuPolicy(Qt::CustomContextMenu);
    m_mapping = new MappingForm;
    parts->addWidget(m_table);
    parts->addWidget(scrolled(m_mapping));
    parts->setStretchFactor(0, 3);
    parts->setStretchFactor(1, 2);
    return parts;
}

QWidget* ImportWizard::buildFooter() {
    auto* footer = new QWidget;
    m_notes = new QLabel;
    m_notes->setObjectName(QStringLiteral("importNotes"));
    m_notes->setWordWrap(true);
    m_notes->setTextFormat(Qt::PlainText);
    m_notes->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_notes->setFocusPolicy(Qt::NoFocus);
    m_notes->setContentsMargins(kGrid, kGrid / 2, kGrid, kGrid / 2);
    m_notes->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    m_notes->setAutoFillBackground(true);
    QScrollArea* notes = scrolled(m_notes);
    constexpr int kNotesHeight = 96;
    notes->setFixedHeight(kNotesHeight);
    m_again = new QCheckBox;
    m_again->setObjectName(QStringLiteral("importAgain"));
    m_progress = new QProgressBar;
    m_progress->setTextVisible(false);
    constexpr int kBarWidth = 240;
    m_progress->setFixedWidth(kBarWidth);
    m_progressText = new QLabel;
    m_progressText->setObjectName(QStringLiteral("importProgress"));
    m_start = button("importStart");
    m_start->setDefault(true);
    m_cancel = button("importCancel");
    auto* layout = new QVBoxLayout(footer);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(kGrid);
    layout->addWidget(notes);
    auto* row = new QHBoxLayout;
    row->addWidget(m_again);
    row->addWidget(m_progress);
    row->addWidget(m_progressText, 1);
    row->addStretch(0);
    row->addWidget(m_cancel);
    row->addWidget(m_start);
    layout->addLayout(row);
    return footer;
}

void ImportWizard::connectAll() {
    connect(m_browse, &QPushButton::clicked, this, &ImportWizard::browse);
    connect(m_browseFolder, &QPushButton::clicked, this, &ImportWizard::browseFolder);
    connect(m_path, &QLineEdit::editingFinished, this, [this] {
        // Leaving the field unchanged reads nothing anew.
        if (!m_path->text().isEmpty() && m_path->isModified())
            setFiles({m_path->text()});
    });
    connect(m_profile, &QComboBox::activated, this, &ImportWizard::profileChosen);
    connect(m_profile, &QComboBox::editTextChanged, this, &ImportWizard::updateControls);
    connect(m_profileSave, &QPushButton::clicked, this, &ImportWizard::saveProfile);
    connect(m_profileRemove, &QPushButton::clicked, this, &ImportWizard::removeProfile);
    connect(m_list, &QListWidget::currentRowChanged, this, [this](int row) {
        if (!m_filling && row >= 0 && row != m_current)
            showAt(row);
    });
    connect(m_list, &QListWidget::itemChanged, this, [this](QListWidgetItem* item) {
        if (m_filling)
            return;
        m_files[static_cast<std::size_t>(m_list->row(item))].chosen = item->checkState() == Qt::Checked;
        updateControls();
    });
    connect(m_kind, &QComboBox::activated, this, &ImportWizard::kindChosen);
    connect(m_mapping, &MappingForm::edited, this, &ImportWizard::mappingEdited);
    connect(m_reading, &ReadingForm::changed, this, &ImportWizard::readAgain);
    connect(m_kindValues, &KindValuesForm::changed, this, [this] {
        if (ImportFile* file = current(); file != nullptr && !m_filling) {
            file->kindValues = m_kindValues->values();
            file->defaultKind = m_kindValues->whole();
            showNotes();
        }
    });
    connect(m_privacy, &PrivacyPage::edited, this, &ImportWizard::privacyEdited);
    connect(m_privacy, &PrivacyPage::scanRequested, this, &ImportWizard::scanPersonal);
    connect(m_again, &QCheckBox::toggled, this, [this](bool again) {
        if (ImportFile* file = current(); file != nullptr && !m_filling) {
            file->again = again;
            m_error.clear();
            updateControls();
            showNotes();
        }
    });
    connect(m_table->horizontalHeader(), &QHeaderView::customContextMenuRequested, this, [this](const QPoint& place) {
        showTypeMenu(m_table->horizontalHeader()->logicalIndexAt(place),
                     m_table->horizontalHeader()->mapToGlobal(place));
    });
    connect(m_table, &QTableView::customContextMenuRequested, this, [this](const QPoint& place) {
        const int column = m_table->columnAt(place.x());
        showTypeMenu(column < 0 ? m_table->currentIndex().column() : column, m_table->viewport()->mapToGlobal(place));
    });
    connect(m_start, &QPushButton::clicked, this, &ImportWizard::startImport);
    connect(m_cancel, &QPushButton::clicked, this, &ImportWizard::reject);
}

void ImportWizard::showTab(const QString& name) {
    const QStringList names{QStringLiteral("columns"), QStringLiteral("reading"), QStringLiteral("events"),
                            QStringLiteral("privacy")};
    if (const auto index = names.indexOf(name); index >= 0)
        m_tabs->setCurrentIndex(static_cast<int>(index));
}

void ImportWizard::showFileList() {
    const bool filling = m_filling;
    m_filling = true;
    if (m_list->count() != static_cast<int>(m_files.size())) {
        m_list->clear();
        for (std::size_t i = 0; i < m_files.size(); ++i)
            new QListWidgetItem(m_list);
    }
    for (std::size_t i = 0; i < m_files.size(); ++i) {
        const ImportFile& file = m_files[i];
        QListWidgetItem* item = m_list->item(static_cast<int>(i));
        const QString kind = file.readable() ? sourceKindTitle(file.kind).section(QLatin1Char(':'), 0, 0) : QString();
        item->setText(file.name() + QLatin1Char('\n') +
                      (kind.isEmpty() ? stateText(file) : kind + QStringLiteral(" · ") + stateText(file)));
        item->setToolTip(file.error ? errorText(*file.error) : toQString(file.file.path));
        item->setFlags(Qt::ItemIsSelectable | Qt::ItemIsEnabled |
                       (file.readable() ? Qt::ItemIsUserCheckable : Qt::NoItemFlags));
        if (file.readable())
            item->setCheckState(file.chosen ? Qt::Checked : Qt::Unchecked);
    }
    m_list->setCurrentRow(m_current);
    m_list->setVisible(m_files.size() > 1);
    m_filling = filling;
}

void ImportWizard::showNotes() {
    QStringList lines;
    const ImportFile* const file = current();
    bool warning = !m_error.isEmpty();
    if (warning) {
        lines << m_error;
    } else if (file != nullptr && file->state == ImportFile::State::Imported && file->summary) {
        lines << tr("%1: %2").arg(file->name(), stateText(*file));
    } else if (file != nullptr && file->readable()) {
        if (const QString problem = m_privacy->problem(); !problem.isEmpty())
            lines << problem;
        lines << warningsOf(*file) << m_model->mappingNotes();
        if (file->kind == SourceKind::Log && m_kindValues->unknown() > 0)
            lines
                << tr("%1 kinds of events are not understood: see Events.").arg(formatInteger(m_kindValues->unknown()));
        warning = !lines.isEmpty();
        if (!warning)
            lines << tr("Everything shown can be imported. Rows that cannot are listed with line, column and reason "
                        "afterwards.");
    } else if (!previewing()) {
        lines << tr("Choose files or a folder, or drop them here. Nothing is imported before you press Import.");
    }
    m_notes->setText(lines.join(QLatin1Char('\n')));
    constexpr int kTint = 46;
    QPalette colors = palette();
    QColor tint = m_error.isEmpty() ? bucketColor(core::stats::Bucket::Mid) : bucketColor(core::stats::Bucket::Tail);
    tint.setAlpha(warning ? kTint : 0);
    colors.setColor(QPalette::Window, tint);
    m_notes->setPalette(colors);
    m_facts->setText(file == nullptr ? QString() : factsOf(*file));
}

void ImportWizard::updateControls() {
    const ImportFile* const file = current();
    const bool readable = file != nullptr && file->readable();
    const auto startable = [](const ImportFile& one) {
        return one.chosen && one.readable() && checkMappingOf(one).ok() &&
               (one.open() || (one.state == ImportFile::State::Known && one.again));
    };
    const auto count = std::count_if(m_files.begin(), m_files.end(), startable);
    for (QWidget* const widget : std::initializer_list<QWidget*>{m_path, m_browse, m_browseFolder, m_right})
        widget->setEnabled(!m_importing);
    m_profile->setEnabled(readable && !m_importing);
    const QString profile = m_profile->currentText().trimmed();
    m_profileSave->setEnabled(readable && !m_importing && !profile.isEmpty());
    m_profileRemove->setEnabled(!m_importing && m_profile->findText(profile, Qt::MatchFixedString) >= 0);
    m_kind->setEnabled(readable);
    m_mapping->setEnabled(readable);
    m_reading->setEnabled(file != nullptr);
    m_privacy->setEnabled(readable);
    m_tabs->setTabVisible(Events, readable && file->kind == SourceKind::Log);
    m_again->setVisible(file != nullptr && !m_importing &&
                        (file->state == ImportFile::State::Known || !file->importedBefore.isEmpty()));
    m_again->setChecked(file != nullptr && file->again);
    // While the head is read in another way, what stands here is not how the file would be imported.
    m_start->setEnabled(count > 0 && !m_importing && !previewing() && m_privacy->problem().isEmpty() &&
                        m_workspace.project() != nullptr);
    m_start->setText(count > 1 ? tr("&Import %1 files").arg(formatInteger(count)) : tr("&Import"));
    m_start->setAccessibleName(tr("Start the import"));
    m_progress->setVisible(m_importing);
    m_progressText->setVisible(m_importing);
    m_cancel->setText(m_importing ? tr("Cancel import") : tr("Close"));
    m_cancel->setAccessibleName(m_cancel->text());
    m_list->setVisible(m_files.size() > 1);
}

void ImportWizard::retranslateUi() {
    setWindowTitle(tr("Import"));
    m_pathLabel->setText(tr("&File:"));
    m_path->setAccessibleName(tr("File to import"));
    m_path->setPlaceholderText(tr("CSV, JSON, Excel, Parquet; packed or not; or a folder"));
    m_path->setToolTip(tr("Type a path and press Enter, choose files, or drop them here"));
    m_browse->setText(tr("&Choose…"));
    m_browse->setAccessibleName(tr("Choose files"));
    m_browse->setToolTip(tr("Choose the files to import"));
    m_browseFolder->setText(tr("F&older…"));
    m_browseFolder->setAccessibleName(tr("Choose a folder"));
    m_browseFolder->setToolTip(tr("Import every file in a folder"));
    m_profileLabel->setText(tr("P&rofile:"));
    m_profile->setAccessibleName(tr("Profile"));
    m_profile->setToolTip(
        tr("What was decided for files of one make, under a name; found again by the columns of a file"));
    m_profile->lineEdit()->setPlaceholderText(tr("none; type a name to save"));
    m_profileSave->setText(tr("&Save"));
    m_profileSave->setAccessibleName(tr("Save the profile"));
    m_profileSave->setToolTip(tr("Remember mapping, reading, kinds and privacy under this name"));
    m_profileRemove->setText(tr("Remove"));
    m_profileRemove->setAccessibleName(tr("Remove the profile"));
    m_list->setAccessibleName(tr("Files"));
    m_kindLabel->setText(tr("&Kind:"));
    m_kind->setAccessibleName(tr("Kind of file"));
    m_kind->setToolTip(tr("What the rows of the file are"));
    {
        const QSignalBlocker block(m_kind);
        const int kind = qMax(0, m_kind->currentIndex());
        m_kind->clear();
        for (const SourceKind one : kKinds)
            m_kind->addItem(sourceKindTitle(one));
        m_kind->setCurrentIndex(kind);
    }
    m_tabs->setTabText(Columns, tr("Columns"));
    m_tabs->setTabText(Reading, tr("Reading"));
    m_tabs->setTabText(Events, tr("Events"));
    m_tabs->setTabText(Privacy, tr("Privacy"));
    m_table->setAccessibleName(tr("The first rows of the file"));
    m_again->setText(tr("Import &again"));
    m_again->setAccessibleName(tr("Import again"));
    m_again->setToolTip(tr("Import the file although the same one is in the project already"));
    m_progress->setAccessibleName(tr("Progress of the import"));
    m_reading->retranslateUi();
    m_kindValues->retranslateUi();
    m_model->retranslate();
    showFileList();
    updateControls();
    showNotes();
}

} // namespace widgets
