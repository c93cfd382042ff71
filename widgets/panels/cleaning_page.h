// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/clean/clean.h"
#include "widgets/panels/data_page.h"

#include <QPointer>
#include <QTimer>

#include <optional>

class QGroupBox;
class QLabel;
class QListWidget;
class QPushButton;
class QTableView;

namespace widgets {

class ConfigForm;
namespace models {
class CleanExampleModel;
class CleanStepModel;
} // namespace models

/// Cleaning: on the left the kinds of step with a form, in the middle the steps that were applied, on the right what
/// the chosen step would change. Looking, applying and undoing are jobs.
class CleaningPage : public DataPage {
    Q_OBJECT
public:
    explicit CleaningPage(Workspace& workspace, QWidget* parent = nullptr);

    QString title() const override;
    QString help() const override;
    QString id() const override { return QStringLiteral("cleaning"); }
    bool settled() const override;

    /// The step as it stands on the left.
    core::store::CleanStep step() const;
    void setStep(const core::store::CleanStep& step);
    ConfigForm* form() const { return m_form; }

    /// What the buttons do once a file is chosen. Errors go to the message bar.
    void saveRecipe(const QString& path);
    void applyRecipe(const QString& path);

public Q_SLOTS:
    void applyStep();
    void undoLast();
    void undoToSelected(); ///< takes back every step after the chosen one

protected:
    void refresh(const core::store::ProjectPtr& project) override;
    void retranslateUi() override;

private:
    struct Contents {
        std::vector<core::store::CleanStepInfo> steps;
        std::vector<core::store::CleanAccount> accounts;
    };

    QWidget* buildPalette();
    QWidget* buildSteps();
    QWidget* buildPreview();
    void fillKinds();
    void kindChosen();
    void showContents(const Contents& contents);
    /// `asked`: although the project is large.
    void startPreview(bool asked);
    void showPreview(const core::store::CleanPreview& preview);
    void showNoPreview(const QString& sentence);
    void showPreviewTexts();
    void undo(std::optional<std::int64_t> step, const QString& title);
    void changed(const QString& sentence);
    void chooseRecipe(bool save);
    void updateControls();

    core::store::ProjectPtr m_project;
    models::CleanStepModel* m_stepModel;
    models::CleanExampleModel* m_exampleModel;
    QGroupBox* m_paletteBox = nullptr;
    QGroupBox* m_stepBox = nullptr;
    QGroupBox* m_previewBox = nullptr;
    QListWidget* m_kinds = nullptr;
    QLabel* m_kindHelp = nullptr;
    ConfigForm* m_form = nullptr;
    QPushButton* m_apply = nullptr;
    QTableView* m_steps = nullptr;
    QLabel* m_noSteps = nullptr;
    QLabel* m_account = nullptr;
    QPushButton* m_undo = nullptr;
    QPushButton* m_undoTo = nullptr;
    QPushButton* m_save = nullptr;
    QPushButton* m_replay = nullptr;
    QLabel* m_effect = nullptr;
    QPushButton* m_look = nullptr;
    QLabel* m_details = nullptr;
    QLabel* m_blocked = nullptr;
    QTableView* m_examples = nullptr;
    QTimer m_wait; ///< a preview is begun when nothing was typed for a moment
    QPointer<Job> m_sizeJob, m_readJob, m_previewJob, m_workJob;
    std::optional<bool> m_large; ///< nothing until it is known
    std::vector<core::store::CleanAccount> m_accounts;
    std::optional<core::store::CleanPreview> m_preview;
    QString m_sentence; ///< in place of a preview
};

} // namespace widgets
