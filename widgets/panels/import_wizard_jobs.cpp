// SPDX-License-Identifier: GPL-3.0-or-later
// What the import dialog looks for behind the head of a file, and the profiles it remembers.
#include "core/data/record_reader.h"
#include "core/privacy/detect.h"
#include "widgets/models/preview_model.h"
#include "widgets/panels/import_wizard.h"
#include "widgets/panels/kind_values_form.h"
#include "widgets/panels/privacy_page.h"
#include "widgets/panels/reading_form.h"
#include "widgets/text.h"

#include <QComboBox>
#include <QHeaderView>
#include <QMenu>
#include <QSignalBlocker>
#include <QTableView>

#include <algorithm>

namespace widgets {

bool ImportWizard::settled() const {
    const auto ended = [](const QPointer<Job>& job) { return !job || job->isEnded(); };
    return ended(m_previewJob) && ended(m_typesJob) && ended(m_kindsJob) && ended(m_scanJob) && !m_importing;
}

// ---- the head, read in another way ----

void ImportWizard::readAgain() {
    ImportFile* const file = current();
    if (file == nullptr || m_filling || m_importing)
        return;
    file->wanted = m_reading->wanted();
    file->file.member = file->wanted.member;
    m_error.clear();
    JobRunner::Options options;
    options.title = tr("Reading the head of %1").arg(file->name());
    options.supersedes = QStringLiteral("importPreview");
    options.quiet = true;
    m_previewJob = m_workspace.jobs().run<core::data::Preview>(
        options, this,
        [path = file->file.path, wanted = file->wanted](core::JobContext& job) {
            return core::data::previewFile(path, wanted, &job);
        },
        [this, index = m_current, generation = m_generation](core::Result<core::data::Preview> result) {
            if (generation == m_generation)
                takePreview(index, std::move(result));
        });
    updateControls();
}

void ImportWizard::takePreview(int index, core::Result<core::data::Preview>&& result) {
    ImportFile& file = m_files[static_cast<std::size_t>(index)];
    if (!result.ok()) {
        if (index == m_current)
            showError(result.error());
        else
            updateControls();
        return;
    }
    const bool sameColumns = result->header == file.preview.header;
    file.preview = std::move(*result);
    file.error.reset();
    if (file.state == ImportFile::State::Broken)
        file.state = ImportFile::State::Ready;
    // Texts may have changed, and with them everything that was found in them.
    file.types.reset();
    file.kinds.reset();
    file.scan.reset();
    if (!sameColumns) {
        file.mapping = core::data::proposeMapping(file.preview, file.kind);
        const auto& header = file.preview.header;
        std::erase_if(file.privacy.rules, [&header](const core::privacy::ColumnRule& rule) {
            return std::find(header.begin(), header.end(), rule.column) == header.end();
        });
        // A profile may have been chosen for the columns that are seen only now. How the file is read stays as it is.
        for (const core::data::MappingProfile& profile : m_profiles)
            if (toQString(profile.name) == file.profile) {
                const core::data::ReadOptions wanted = file.wanted;
                applyProfile(file, profile);
                file.wanted = wanted;
                break;
            }
    }
    showFileList();
    updateControls();
    if (index == m_current) {
        showFile();
        lookBehind();
    }
}

// ---- behind it ----

void ImportWizard::lookBehind() {
    voteTypes();
    countKinds();
}

void ImportWizard::voteTypes() {
    const ImportFile* const file = current();
    if (file == nullptr || !file->readable() || file->types)
        return;
    JobRunner::Options options;
    options.title = tr("Looking at all rows of %1").arg(file->name());
    options.supersedes = QStringLiteral("importTypes");
    options.quiet = true;
    m_typesJob = m_workspace.jobs().run<core::data::ColumnTypes>(
        options, this,
        [path = file->file.path,
         read = file->preview.options](core::JobContext& job) -> core::Result<core::data::ColumnTypes> {
            TL_TRY(const auto reader, core::data::RecordReader::open(path, read));
            return core::data::columnTypes(*reader, job, 0, read.values);
        },
        [this, index = m_current, generation = m_generation](core::Result<core::data::ColumnTypes> result) {
            // What is wrong with the file further below stops the import, which says so; here it is only not known.
            if (generation != m_generation || !result.ok())
                return;
            m_files[static_cast<std::size_t>(index)].types = std::move(*result);
            if (index != m_current)
                return;
            m_model->setTypes(*m_files[static_cast<std::size_t>(index)].types);
            updateControls();
            showNotes();
        });
}

void ImportWizard::countKinds() {
    const ImportFile* const file = current();
    if (file == nullptr || !file->readable() || file->kinds || file->kind != core::data::SourceKind::Log)
        return;
    const auto mapped = file->mapping.find("kind");
    if (mapped == file->mapping.end())
        return;
    JobRunner::Options options;
    options.title = tr("Looking for kinds of events in %1").arg(file->name());
    options.supersedes = QStringLiteral("importKinds");
    options.quiet = true;
    m_kindsJob = m_workspace.jobs().run<core::data::ValueCounts>(
        options, this,
        [path = file->file.path, read = file->preview.options,
         column = mapped->second](core::JobContext& job) -> core::Result<core::data::ValueCounts> {
            constexpr std::size_t kMostKinds = 100;
            TL_TRY(const auto reader, core::data::RecordReader::open(path, read));
            return core::data::countValues(*reader, column, kMostKinds, job);
        },
        [this, index = m_current, generation = m_generation,
         column = mapped->second](core::Result<core::data::ValueCounts> result) {
            if (generation != m_generation || !result.ok())
                return;
            ImportFile& counted = m_files[static_cast<std::size_t>(index)];
            const auto still = counted.mapping.find("kind");
            if (still == counted.mapping.end() || still->second != column)
                return;
            counted.kinds = std::move(*result);
            if (index != m_current)
                return;
            m_filling = true;
            m_kindValues->setValues(column, &*counted.kinds, counted.kindValues, m_kindValues->whole());
            m_filling = false;
            showNotes();
        });
}

void ImportWizard::scanPersonal() {
    const ImportFile* const file = current();
    if (file == nullptr || !file->readable())
        return;
    m_privacy->setScanning(true);
    JobRunner::Options options;
    options.title = tr("Looking for personal data in %1").arg(file->name());
    options.supersedes = QStringLiteral("importScan");
    m_scanJob = m_workspace.jobs().run<core::privacy::PersonalScan>(
        options, this,
        [path = file->file.path,
         read = file->preview.options](core::JobContext& job) -> core::Result<core::privacy::PersonalScan> {
            TL_TRY(const auto reader, core::data::RecordReader::open(path, read));
            return core::privacy::scanPersonalData(*reader, job);
        },
        [this, index = m_current, generation = m_generation](core::Result<core::privacy::PersonalScan> result) {
            if (generation != m_generation)
                return;
            if (index == m_current)
                m_privacy->setScanning(false);
            if (!result.ok()) {
                if (index == m_current && result.error().code != core::ErrorCode::Cancelled)
                    showError(result.error());
                return;
            }
            m_files[static_cast<std::size_t>(index)].scan = std::move(*result);
            if (index == m_current)
                m_privacy->setFindings(*m_files[static_cast<std::size_t>(index)].scan);
            showNotes();
        });
}

// ---- types as the user wants to see them ----

void ImportWizard::showTypeMenu(int column, const QPoint& globalPlace) {
    using core::data::ColumnType;
    if (column < 0)
        return;
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const auto add = [&](const QString& text, std::optional<ColumnType> type) {
        QAction* action = menu->addAction(text);
        action->setCheckable(true);
        action->setChecked(m_model->wantedType(column) == type);
        connect(action, &QAction::triggered, this, [this, column, type] {
            m_model->setWantedType(column, type);
            showNotes();
        });
    };
    add(tr("As found"), {});
    for (const ColumnType type : {ColumnType::Text, ColumnType::Code, ColumnType::Integer, ColumnType::Number,
                                  ColumnType::Time, ColumnType::Boolean})
        add(models::PreviewModel::typeTitle(type), type);
    menu->popup(globalPlace);
}

// ---- profiles ----

void ImportWizard::loadProfiles() {
    // A handful of small files: no job for that.
    m_profiles.clear();
    if (auto listing = core::data::ProfileFolder().list(); listing.ok())
        m_profiles = std::move(listing->profiles);
    const QSignalBlocker block(m_profile);
    const QString text = m_profile->currentText();
    m_profile->clear();
    for (const core::data::MappingProfile& profile : m_profiles)
        m_profile->addItem(toQString(profile.name));
    m_profile->setCurrentIndex(-1);
    m_profile->setCurrentText(text);
}

void ImportWizard::profileChosen() {
    ImportFile* const file = current();
    const int index = m_profile->currentIndex();
    if (file == nullptr || m_filling || index < 0 || index >= static_cast<int>(m_profiles.size()))
        return;
    applyProfile(*file, m_profiles[static_cast<std::size_t>(index)]);
    const QString name = file->profile;
    m_filling = true;
    m_reading->setOptions(file->wanted, file->preview.options);
    m_filling = false;
    readAgain(); // it may say how the file is read; the mapping stays where the columns do
    file->profile = name;
}

void ImportWizard::saveProfile() {
    ImportFile* const file = current();
    const QString name = m_profile->currentText().trimmed();
    if (file == nullptr || name.isEmpty())
        return;
    const core::Status saved = core::data::ProfileFolder().save(profileOf(*file, name));
    if (!saved.ok()) {
        showError(saved.error());
        return;
    }
    file->profile = name;
    loadProfiles();
    updateControls();
    showNotes();
}

void ImportWizard::removeProfile() {
    const QString name = m_profile->currentText().trimmed();
    if (const core::Status removed = core::data::ProfileFolder().remove(toStd(name)); !removed.ok()) {
        showError(removed.error());
        return;
    }
    for (ImportFile& file : m_files)
        if (file.profile == name)
            file.profile.clear();
    m_profile->clearEditText();
    loadProfiles();
    updateControls();
}

} // namespace widgets
