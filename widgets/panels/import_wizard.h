// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/profiles.h"
#include "core/store/import.h"
#include "core/store/import_privacy.h"
#include "widgets/panels/import_file.h"
#include "widgets/workspace.h"

#include <QDialog>
#include <QPointer>

#include <memory>
#include <optional>
#include <vector>

class QCheckBox;
class QComboBox;
class QLabel;
class QLineEdit;
class QListWidget;
class QProgressBar;
class QPushButton;
class QTableView;
class QTabWidget;

namespace widgets {

class KindValuesForm;
class MappingForm;
class PrivacyPage;
class ReadingForm;
namespace models {
class PreviewModel;
}

/// Import of one or several files: what is in each of them, how it is read, which column serves which field, what its
/// kinds of events are called, and what must not reach the project. Not modal: the window can be used meanwhile. Heads
/// are read at once; types over the whole file, values of the kind column and personal data are looked for by jobs
/// behind it. Each import is a job; an error stands here with its line marked. One file that was imported closes the
/// dialog, several leave a summary.
class ImportWizard : public QDialog {
    Q_OBJECT
public:
    explicit ImportWizard(Workspace& workspace, QWidget* parent = nullptr);
    ~ImportWizard() override;

    /// Files and folders. Reads their heads and shows the first.
    void setFiles(const QStringList& paths);
    void setFile(const QString& path) { setFiles({path}); }
    const std::vector<ImportFile>& files() const { return m_files; }
    core::data::SourceKind kind() const;
    core::data::Mapping mapping() const;
    /// Error shown now; empty when all is well.
    QString errorSentence() const { return m_error; }
    bool previewing() const { return m_previewJob && !m_previewJob->isEnded(); }
    bool importing() const { return m_importing; }
    /// Nothing is being read in the background.
    bool settled() const;
    /// "columns", "reading", "events" or "privacy": for screenshots.
    void showTab(const QString& name);

Q_SIGNALS:
    /// For every file that was imported.
    void imported(const core::store::ImportSummary& summary);

protected:
    void changeEvent(QEvent* event) override;
    void closeEvent(QCloseEvent* event) override;
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dropEvent(QDropEvent* event) override;

public Q_SLOTS:
    /// Cancels the import when one runs (the dialog stays and says so), closes otherwise.
    void reject() override;

private:
    // how it is built and what it says: import_wizard_ui.cpp
    QWidget* buildTop();
    QWidget* buildFiles();
    QWidget* buildTabs();
    QWidget* buildColumns();
    QWidget* buildFooter();
    void connectAll();
    void retranslateUi();
    void showNotes();
    void showFileList();
    void updateControls();
    void showTypeMenu(int column, const QPoint& globalPlace);

    // files, heads and what is looked for behind them: import_wizard.cpp, import_wizard_jobs.cpp
    void browse();
    void browseFolder();
    void takeFiles(core::Result<std::vector<ImportFile>>&& result);
    ImportFile* current();
    void showAt(int index);
    void showFile();
    void readAgain();
    void takePreview(int index, core::Result<core::data::Preview>&& result);
    void kindChosen();
    void mappingEdited();
    void privacyEdited();
    void lookBehind();
    void voteTypes();
    void countKinds();
    void scanPersonal();
    void showError(const core::Error& error);

    // profiles: import_wizard_jobs.cpp
    void loadProfiles();
    void profileChosen();
    void saveProfile();
    void removeProfile();

    // the import: import_wizard_run.cpp
    void startImport();
    void importNext();
    void importDone(std::size_t index, core::Result<core::store::ImportSummary>&& result);
    void importEnded();
    void showProgress();

    Workspace& m_workspace;
    std::vector<ImportFile> m_files;
    std::vector<core::data::MappingProfile> m_profiles;
    int m_current = -1;
    int m_generation = 0; ///< counts sets of files: answers to older ones are dropped
    models::PreviewModel* m_model;
    QLabel* m_pathLabel = nullptr;
    QLineEdit* m_path = nullptr;
    QPushButton* m_browse = nullptr;
    QPushButton* m_browseFolder = nullptr;
    QLabel* m_profileLabel = nullptr;
    QComboBox* m_profile = nullptr;
    QPushButton* m_profileSave = nullptr;
    QPushButton* m_profileRemove = nullptr;
    QListWidget* m_list = nullptr;
    QWidget* m_right = nullptr;
    QLabel* m_kindLabel = nullptr;
    QComboBox* m_kind = nullptr;
    QLabel* m_facts = nullptr;
    QTabWidget* m_tabs = nullptr;
    QTableView* m_table = nullptr;
    MappingForm* m_mapping = nullptr;
    ReadingForm* m_reading = nullptr;
    KindValuesForm* m_kindValues = nullptr;
    PrivacyPage* m_privacy = nullptr;
    QLabel* m_notes = nullptr;
    QCheckBox* m_again = nullptr;
    QProgressBar* m_progress = nullptr;
    QLabel* m_progressText = nullptr;
    QPushButton* m_start = nullptr;
    QPushButton* m_cancel = nullptr;
    QPointer<Job> m_previewJob, m_importJob, m_typesJob, m_kindsJob, m_scanJob;
    std::shared_ptr<core::store::KeySource> m_key; ///< of the import that runs
    QString m_error;
    bool m_importing = false;
    bool m_filling = false; ///< forms are being set: no answer to their signals
    int m_importedNow = 0;
};

} // namespace widgets
