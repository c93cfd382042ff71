// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/panels/cleaning_page.h"

#include "core/base/file.h"
#include "widgets/folders.h"
#include "widgets/forms/config_form.h"
#include "widgets/models/clean_model.h"
#include "widgets/panels/cleaning_text.h"
#include "widgets/text.h"

#include <QFileDialog>
#include <QGroupBox>
#include <QLabel>
#include <QListWidget>
#include <QPushButton>
#include <QSignalBlocker>
#include <QTableView>

namespace widgets {

using core::store::CleanPreview;
using core::store::CleanStep;
using core::store::CleanStepInfo;
using core::store::UndoResult;

namespace {
constexpr int kIdRole = Qt::UserRole;
} // namespace

QString CleaningPage::title() const {
    return tr("Cleaning");
}

QString CleaningPage::help() const {
    return tr("Clean the data step by step. Every step is listed with what it did and can be undone exactly.");
}

bool CleaningPage::settled() const {
    const auto idle = [](const QPointer<Job>& job) { return !job || job->isEnded(); };
    return DataPage::settled() && !m_wait.isActive() && idle(m_sizeJob) && idle(m_readJob) && idle(m_previewJob) &&
           idle(m_workJob);
}

CleanStep CleaningPage::step() const {
    const QListWidgetItem* item = m_kinds->currentItem();
    return {item != nullptr ? toStd(item->data(kIdRole).toString()) : std::string(), m_form->values()};
}

void CleaningPage::setStep(const CleanStep& step) {
    for (int i = 0; i < m_kinds->count(); ++i)
        if (toStd(m_kinds->item(i)->data(kIdRole).toString()) == step.kind)
            m_kinds->setCurrentRow(i);
    m_form->setValues(step.config);
    m_wait.start();
}

void CleaningPage::fillKinds() {
    const QSignalBlocker blocker(m_kinds);
    const QString current = toQString(step().kind);
    m_kinds->clear();
    for (const std::string& id : cleanKindOrder())
        for (const core::PartInfo& kind : core::store::cleanKinds())
            if (kind.id == id) {
                auto* item = new QListWidgetItem(coreText("Strategy", kind.title), m_kinds);
                item->setData(kIdRole, toQString(kind.id));
                item->setToolTip(coreText("Strategy", kind.help));
                if (toQString(kind.id) == current || (current.isEmpty() && m_kinds->count() == 1))
                    m_kinds->setCurrentItem(item);
            }
}

void CleaningPage::kindChosen() {
    const std::string kind = step().kind;
    for (const core::PartInfo& info : core::store::cleanKinds())
        if (info.id == kind) {
            m_form->setParams(info.params);
            m_kindHelp->setText(coreText("Strategy", info.help));
        }
    m_wait.start();
    updateControls();
}

void CleaningPage::refresh(const core::store::ProjectPtr& project) {
    m_project = project;
    m_preview.reset();
    m_large.reset();
    if (!project) {
        for (const QPointer<Job>& job : {m_sizeJob, m_readJob, m_previewJob})
            if (job)
                job->cancel();
        showContents({});
        showNoPreview(tr("Open or make a project first."));
        return;
    }
    JobRunner::Options options;
    options.title = tr("Reading the cleaning steps");
    options.supersedes = QStringLiteral("cleaningSteps");
    options.quiet = true;
    m_readJob = workspace().jobs().run<Contents>(
        options, this,
        [project](core::JobContext&) -> core::Result<Contents> {
            Contents contents;
            TL_TRY(contents.steps, core::store::cleanSteps(*project));
            TL_TRY(contents.accounts, core::store::cleanAccounts(*project));
            return contents;
        },
        [this](core::Result<Contents> result) {
            if (result.ok())
                showContents(*result);
            else
                tell(result.error());
        });
    m_sizeJob = workspace().askWhetherLarge(this, [this](bool large) {
        m_large = large;
        startPreview(false);
    });
}

void CleaningPage::showContents(const Contents& contents) {
    m_stepModel->setRows(contents.steps);
    m_accounts = contents.accounts;
    m_noSteps->setVisible(contents.steps.empty());
    m_steps->setVisible(!contents.steps.empty());
    m_account->setText(accountText(m_accounts));
    m_account->setVisible(!m_account->text().isEmpty());
    updateControls();
}

void CleaningPage::startPreview(bool asked) {
    m_wait.stop();
    m_look->hide();
    updateControls();
    if (!m_project || !m_large)
        return; // once it is known how large the project is, this is called again
    if (!m_form->valid()) {
        showNoPreview(m_form->firstError());
        return;
    }
    if (*m_large && !asked) {
        if (m_previewJob)
            m_previewJob->cancel();
        showNoPreview(tr("A large project: looking at every row takes a while."));
        m_look->show();
        return;
    }
    JobRunner::Options options;
    options.title = tr("Preview: %1").arg(models::cleanKindTitle(step().kind));
    options.supersedes = QStringLiteral("cleaningPreview");
    options.quiet = !asked; // a long one shows its progress and can be cancelled there
    showNoPreview(tr("Looking …"));
    m_previewJob = workspace().jobs().run<CleanPreview>(
        options, this,
        [project = m_project, step = step()](core::JobContext& job) {
            return core::store::previewStep(*project, step, job);
        },
        [this](core::Result<CleanPreview> result) {
            if (result.ok())
                showPreview(*result);
            else if (result.error().code != core::ErrorCode::Cancelled)
                showNoPreview(errorText(result.error()));
            else if (m_large.value_or(false))
                startPreview(false);
        });
}

void CleaningPage::showPreview(const CleanPreview& preview) {
    m_preview = preview;
    m_sentence.clear();
    m_exampleModel->setRows(preview.examples);
    showPreviewTexts();
}

void CleaningPage::showNoPreview(const QString& sentence) {
    m_preview.reset();
    m_sentence = sentence;
    m_exampleModel->setRows({});
    showPreviewTexts();
}

void CleaningPage::showPreviewTexts() {
    m_effect->setText(m_preview ? models::CleanStepModel::effectText(m_preview->effect) : m_sentence);
    m_details->setText(m_preview ? findingsText(m_preview->effect.numbers) : QString());
    m_details->setVisible(!m_details->text().isEmpty());
    m_blocked->setText(m_preview ? toQString(m_preview->blockedBy) : QString());
    m_blocked->setVisible(!m_blocked->text().isEmpty());
    m_examples->setVisible(m_exampleModel->rowCount() > 0);
    updateControls();
}

void CleaningPage::updateControls() {
    const bool busy = m_workJob && !m_workJob->isEnded();
    const bool writable = m_project && !m_project->readOnly() && !busy;
    const bool steps = m_stepModel->rowCount() > 0;
    m_apply->setEnabled(writable && m_form->valid() && m_preview && m_preview->blockedBy.empty());
    m_undo->setEnabled(writable && steps);
    const QModelIndex chosen = m_steps->currentIndex();
    m_undoTo->setEnabled(writable && chosen.isValid() && chosen.row() + 1 < m_stepModel->rowCount());
    m_save->setEnabled(m_project && steps);
    m_replay->setEnabled(writable);
}

void CleaningPage::applyStep() {
    if (!m_apply->isEnabled())
        return;
    JobRunner::Options options;
    options.title = tr("Cleaning: %1").arg(models::cleanKindTitle(step().kind));
    m_workJob = workspace().jobs().run<CleanStepInfo>(
        options, this,
        [project = m_project, step = step()](core::JobContext& job) {
            return core::store::applyStep(*project, step, job);
        },
        [this](core::Result<CleanStepInfo> result) {
            if (result.ok())
                changed(tr("Step %1, %2: %3.")
                            .arg(formatInteger(result->id), models::cleanKindTitle(result->step.kind),
                                 models::CleanStepModel::effectText(result->effect)));
            else
                tell(result.error());
            updateControls();
        });
    updateControls();
}

void CleaningPage::undoLast() {
    if (m_undo->isEnabled())
        undo({}, tr("Undoing the last cleaning step"));
}

void CleaningPage::undoToSelected() {
    const QModelIndex chosen = m_steps->currentIndex();
    if (m_undoTo->isEnabled() && chosen.isValid())
        undo(m_stepModel->rows()[static_cast<std::size_t>(chosen.row())].id, tr("Undoing cleaning steps"));
}

void CleaningPage::undo(std::optional<std::int64_t> step, const QString& title) {
    JobRunner::Options options;
    options.title = title;
    m_workJob = workspace().jobs().run<UndoResult>(
        options, this,
        [project = m_project, step](core::JobContext& job) {
            return step ? core::store::undoTo(*project, *step, job) : core::store::undoLast(*project, job);
        },
        [this](core::Result<UndoResult> result) {
            if (result.ok())
                changed(undoText(*result));
            else
                tell(result.error());
            updateControls();
        });
    updateControls();
}

void CleaningPage::changed(const QString& sentence) {
    Q_EMIT workspace().message(sentence, false);
    Q_EMIT workspace().dataChanged();
}

void CleaningPage::saveRecipe(const QString& path) {
    JobRunner::Options options;
    options.title = tr("Saving the cleaning steps");
    options.quiet = true;
    m_workJob = workspace().jobs().run<bool>(
        options, this,
        [project = m_project, file = toStd(path)](core::JobContext&) -> core::Result<bool> {
            TL_TRY(const core::Json recipe, core::store::cleanRecipe(*project));
            TL_CHECK_STATUS(core::writeFileAtomically(file, core::dumpJsonPretty(recipe) + "\n"));
            return true;
        },
        [this, path](core::Result<bool> result) {
            if (result.ok())
                Q_EMIT workspace().message(tr("The cleaning steps were saved to %1.").arg(path), false);
            else
                tell(result.error());
            updateControls();
        });
    updateControls();
}

void CleaningPage::applyRecipe(const QString& path) {
    JobRunner::Options options;
    options.title = tr("Applying cleaning steps");
    using Steps = std::vector<CleanStepInfo>;
    m_workJob = workspace().jobs().run<Steps>(
        options, this,
        [project = m_project, file = toStd(path)](core::JobContext& job) -> core::Result<Steps> {
            TL_TRY(const core::Json recipe, core::readJsonFile(file));
            TL_TRY(const auto steps, core::store::readCleanRecipe(recipe, file));
            return core::store::replaySteps(*project, steps, job);
        },
        [this](core::Result<Steps> result) {
            if (result.ok())
                changed(tr("%n cleaning step(s) applied.", nullptr, static_cast<int>(result->size())));
            else
                tell(result.error());
            updateControls();
        });
    updateControls();
}

void CleaningPage::chooseRecipe(bool save) {
    auto* dialog = new QFileDialog(this, save ? tr("Save cleaning steps") : tr("Apply saved cleaning steps"), QString(),
                                   tr("Cleaning steps (*.json)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(save ? QFileDialog::AcceptSave : QFileDialog::AcceptOpen);
    dialog->setDefaultSuffix(QStringLiteral("json"));
    followLastFolder(*dialog);
    connect(dialog, &QFileDialog::fileSelected, this,
            [this, save](const QString& path) { save ? saveRecipe(path) : applyRecipe(path); });
    dialog->open();
}

} // namespace widgets
