// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/preview.h"
#include "core/store/import.h"
#include "widgets/workspace.h"

#include <QDialog>
#include <QPointer>

#include <optional>
#include <vector>

class QComboBox;
class QGroupBox;
class QLabel;
class QLineEdit;
class QProgressBar;
class QPushButton;
class QTableView;

namespace widgets {

class MappingForm;
namespace models {
class PreviewModel;
}

/// Import in three steps on one dialog: the file, what is in it, which column serves which field. Not modal: the window
/// can be used meanwhile. The import itself is a job; an error stands here with its line marked, a success closes the
/// dialog.
class ImportWizard : public QDialog {
    Q_OBJECT
public:
    explicit ImportWizard(Workspace& workspace, QWidget* parent = nullptr);
    ~ImportWizard() override;

    /// Reads the head of a file and shows it.
    void setFile(const QString& path);
    core::data::SourceKind kind() const;
    core::data::Mapping mapping() const;
    /// Error shown now; empty when all is well.
    QString errorSentence() const { return m_error; }
    bool previewing() const { return m_previewJob && !m_previewJob->isEnded(); }
    bool importing() const { return m_importJob && !m_importJob->isEnded(); }

Q_SIGNALS:
    void imported(const core::store::ImportSummary& summary);

protected:
    void changeEvent(QEvent* event) override;
    void closeEvent(QCloseEvent* event) override;

public Q_SLOTS:
    /// Cancels the import when one runs (the dialog stays and says so), closes otherwise.
    void reject() override;

private:
    QWidget* buildFileBox();
    QWidget* buildPreviewBox();
    QWidget* buildMappingBox();
    QWidget* buildFooter();
    void browse();
    void readPreview();
    void takePreview(core::Result<core::data::Preview>&& result);
    void kindChosen();
    void mappingEdited();
    void startImport();
    void importDone(core::Result<core::store::ImportSummary>&& result);
    void showError(const core::Error& error);
    core::Status checkedMapping() const;
    void showNotes();
    void updateControls();
    void showProgress();
    std::optional<char> chosenDelimiter() const;
    void retranslateUi();

    Workspace& m_workspace;
    models::PreviewModel* m_model;
    QGroupBox* m_fileBox = nullptr;
    QLineEdit* m_path = nullptr;
    QPushButton* m_browse = nullptr;
    QLabel* m_pathLabel = nullptr;
    QLabel* m_kindLabel = nullptr;
    QLabel* m_delimiterLabel = nullptr;
    QComboBox* m_kind = nullptr;
    QComboBox* m_delimiter = nullptr;
    QLabel* m_facts = nullptr;
    QGroupBox* m_previewBox = nullptr;
    QTableView* m_table = nullptr;
    QGroupBox* m_mappingBox = nullptr;
    MappingForm* m_mapping = nullptr;
    QLabel* m_notes = nullptr;
    QProgressBar* m_progress = nullptr;
    QPushButton* m_start = nullptr;
    QPushButton* m_cancel = nullptr;
    QPointer<Job> m_previewJob, m_importJob;
    QString m_error;
    bool m_havePreview = false;
    bool m_importing = false;
};

} // namespace widgets
