// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/panels/split_editor.h"

#include "core/store/split_check.h"
#include "widgets/folders.h"
#include "widgets/models/split_model.h"
#include "widgets/panels/split_check_card.h"
#include "widgets/panels/split_form.h"
#include "widgets/panels/split_preview.h"
#include "widgets/panels/table_style.h"
#include "widgets/text.h"

#include <QElapsedTimer>
#include <QEvent>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QSplitter>
#include <QTableView>
#include <QTimer>
#include <QVBoxLayout>

#include <algorithm>

namespace widgets {

using core::store::SplitConfig;
using core::store::SplitInfo;
using core::store::SplitNumbers;

namespace {

constexpr int kGrid = 8;
constexpr int kPlanDelay = 300;               ///< ms after the last change
constexpr int kSlowPlan = 1500;               ///< ms
constexpr std::int64_t kLargeSplit = 500'000; ///< rows: checked when asked for

} // namespace

SplitEditor::SplitEditor(Workspace& workspace, QWidget* parent)
    : QWidget(parent),
      m_workspace(workspace),
      m_splitModel(new models::SplitModel(this)),
      m_classModel(new models::SplitClassModel(this)),
      m_planTimer(new QTimer(this)) {
    setObjectName(QStringLiteral("splitEditor"));
    auto* halves = new QSplitter(Qt::Horizontal);
    halves->setChildrenCollapsible(false);
    halves->setHandleWidth(2 * kGrid);
    halves->addWidget(buildMaker());
    halves->addWidget(buildLists());
    halves->setStretchFactor(0, 2);
    halves->setStretchFactor(1, 3);
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(halves);
    m_planTimer->setSingleShot(true);
    m_planTimer->setInterval(kPlanDelay);
    connect(m_planTimer, &QTimer::timeout, this, [this] { plan(false); });
    connect(m_form, &SplitForm::changed, this, &SplitEditor::planSoon);
    connect(m_preview, &SplitPreview::countRequested, this, [this] { plan(true); });
    connect(m_checkCard, &SplitCheckCard::checkRequested, this, [this] { check(true); });
    connect(m_make, &QPushButton::clicked, this, &SplitEditor::makeSplit);
    connect(m_remove, &QPushButton::clicked, this, &SplitEditor::removeSplit);
    connect(m_export, &QPushButton::clicked, this, &SplitEditor::exportSplit);
    connect(m_splits->selectionModel(), &QItemSelectionModel::currentRowChanged, this, [this] {
        if (m_filling)
            return;
        if (const SplitInfo* const split = chosen(); split != nullptr && split->ofItems())
            m_workspace.setCurrentSplit(split->id);
        showChosen();
    });
    connect(&workspace, &Workspace::splitsChanged, this, &SplitEditor::showSplits);
    connect(&workspace, &Workspace::currentSplitChanged, this, &SplitEditor::showCurrent);
    connect(&workspace, &Workspace::projectChanged, this, [this] {
        forget();
        updateControls();
    });
    connect(&workspace, &Workspace::dataChanged, this, &SplitEditor::forget);
    retranslateUi();
    showSplits();
}

SplitConfig SplitEditor::config() const {
    return m_form->config();
}

bool SplitEditor::settled() const {
    const auto ended = [](const QPointer<Job>& job) { return !job || job->isEnded(); };
    return !m_planTimer->isActive() && ended(m_sizeJob) && ended(m_planJob) && ended(m_checkJob) && ended(m_job);
}

const SplitInfo* SplitEditor::chosen() const {
    const QModelIndex current = m_splits->currentIndex();
    const auto& rows = m_splitModel->rows();
    return current.isValid() && static_cast<std::size_t>(current.row()) < rows.size()
               ? &rows[static_cast<std::size_t>(current.row())]
               : nullptr;
}

// ---- preview ----

void SplitEditor::forget() {
    m_slow = false;
    m_checked.reset();
    m_sizeJob = m_workspace.askWhetherLarge(this, [this](bool large) {
        m_slow = large;
        planSoon();
    });
    if (!m_sizeJob)
        planSoon(); // it says that there is no project
}

void SplitEditor::planSoon() {
    if (isVisible())
        m_planTimer->start();
}

void SplitEditor::plan(bool asked) {
    const core::store::ProjectPtr project = m_workspace.project();
    if (!project) {
        m_preview->showProblem(tr("Open a project first."));
        return;
    }
    if (m_slow && !asked) {
        if (m_planJob)
            m_planJob->cancel();
        m_preview->showOffer();
        return;
    }
    JobRunner::Options options;
    options.title = tr("Counting the parts of a split");
    options.supersedes = QStringLiteral("splitPlan");
    options.quiet = !asked;
    m_preview->showCounting();
    QElapsedTimer clock;
    clock.start();
    m_planJob = m_workspace.jobs().run<std::vector<SplitNumbers>>(
        options, this,
        [project, wanted = config()](core::JobContext& job) { return core::store::planNumbers(*project, wanted, job); },
        [this, clock](core::Result<std::vector<SplitNumbers>> result) {
            m_slow = clock.elapsed() > kSlowPlan;
            if (result.ok())
                m_preview->showNumbers(std::move(*result));
            else if (result.error().code == core::ErrorCode::Cancelled)
                m_preview->showOffer();
            else
                m_preview->showProblem(errorText(result.error()));
        });
}

// ---- the splits there are ----

void SplitEditor::check(bool asked) {
    const core::store::ProjectPtr project = m_workspace.project();
    const SplitInfo* const split = chosen();
    if (!project || split == nullptr) {
        m_checked.reset();
        m_checkCard->clear();
        return;
    }
    if (!asked && m_checked == split->id)
        return;
    if (!asked && split->rows[0] + split->rows[1] + split->rows[2] > kLargeSplit) {
        m_checked.reset();
        m_checkCard->showOffer(tr("A large split: press Check to look at all its rows."));
        return;
    }
    m_checked = split->id;
    m_checkCard->showChecking();
    JobRunner::Options options;
    options.title = tr("Checking %1").arg(toQString(split->name));
    options.supersedes = QStringLiteral("splitCheck");
    options.quiet = !asked;
    m_checkJob = m_workspace.jobs().run<core::store::SplitCheck>(
        options, this,
        [project, id = split->id](core::JobContext& job) { return core::store::checkSplit(*project, id, job); },
        [this](core::Result<core::store::SplitCheck> result) {
            if (result.ok()) {
                m_checkCard->showCheck(std::move(*result));
                return;
            }
            m_checked.reset();
            m_checkCard->showOffer(errorText(result.error()));
        });
}

void SplitEditor::makeSplit() {
    const core::store::ProjectPtr project = m_workspace.project();
    if (!project || (m_job && !m_job->isEnded()))
        return;
    JobRunner::Options options;
    options.title = tr("Making a split");
    m_job = m_workspace.jobs().run<SplitInfo>(
        options, this,
        [project, wanted = config()](core::JobContext& job) { return core::store::makeSplit(*project, wanted, job); },
        [this](core::Result<SplitInfo> result) {
            updateControls();
            if (!result.ok()) {
                Q_EMIT m_workspace.message(errorText(result.error()),
                                           result.error().code != core::ErrorCode::Cancelled);
                return;
            }
            QString text = tr("Split “%1”: %2 training, %3 validation and %4 test rows.")
                               .arg(toQString(result->name), formatInteger(result->rows[0]),
                                    formatInteger(result->rows[1]), formatInteger(result->rows[2]));
            if (result->crossDuplicates > 0)
                text += QLatin1Char(' ') + tr("%1 validation or test rows have a title that also occurs in training.")
                                               .arg(formatInteger(result->crossDuplicates));
            m_wanted = result->id;
            m_workspace.refresh();
            Q_EMIT m_workspace.message(text, false);
        });
    updateControls();
}

void SplitEditor::removeSplit() {
    const core::store::ProjectPtr project = m_workspace.project();
    const SplitInfo* const split = chosen();
    if (!project || split == nullptr)
        return;
    JobRunner::Options options;
    options.title = tr("Removing a split");
    m_workspace.jobs().run<bool>(
        options, this,
        [project, id = split->id](core::JobContext&) -> core::Result<bool> {
            TL_CHECK_STATUS(core::store::removeSplit(*project, id));
            return true;
        },
        [this](core::Result<bool> result) {
            if (!result.ok())
                Q_EMIT m_workspace.message(errorText(result.error()), true);
            m_workspace.refresh();
        });
}

void SplitEditor::exportSplit() {
    const core::store::ProjectPtr project = m_workspace.project();
    const SplitInfo* const split = chosen();
    if (!project || split == nullptr)
        return;
    const core::SplitId id = split->id;
    const QString name = toQString(split->name).replace(QLatin1Char('/'), QLatin1Char('-'));
    auto* dialog = new QFileDialog(this, tr("Export a split"), QString(), tr("CSV files (*.csv)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(QStringLiteral("csv"));
    followLastFolder(*dialog);
    dialog->selectFile(name + QStringLiteral(".csv"));
    connect(dialog, &QFileDialog::fileSelected, this, [this, project, id](const QString& path) {
        JobRunner::Options options;
        options.title = tr("Exporting a split");
        m_workspace.jobs().run<bool>(
            options, this,
            [project, id, path = toStd(path)](core::JobContext& job) -> core::Result<bool> {
                TL_CHECK_STATUS(core::store::exportSplit(*project, id, path, job));
                return true;
            },
            [this, path](core::Result<bool> result) {
                Q_EMIT m_workspace.message(result.ok() ? tr("The split was written to %1.").arg(path)
                                                       : errorText(result.error()),
                                           !result.ok());
            });
    });
    dialog->open();
}

void SplitEditor::showSplits() {
    const SplitInfo* const before = chosen();
    std::optional<core::SplitId> kept = before == nullptr ? std::nullopt : std::optional(before->id);
    const auto& all = m_workspace.allSplits();
    const auto known = [&all](core::SplitId id) {
        return std::any_of(all.begin(), all.end(), [id](const SplitInfo& split) { return split.id == id; });
    };
    if (m_wanted && known(*m_wanted)) {
        kept = m_wanted;
        m_wanted.reset();
    }
    m_filling = true;
    m_splitModel->setRows(all);
    m_filling = false;
    if (!kept || !known(*kept))
        kept = m_workspace.currentSplit();
    for (std::size_t i = 0; i < all.size(); ++i)
        if (kept && all[i].id == *kept) {
            m_splits->selectRow(static_cast<int>(i)); // makes a split of items the current one
            break;
        }
    showChosen();
}

void SplitEditor::showCurrent() {
    const auto current = m_workspace.currentSplit();
    const SplitInfo* const split = chosen();
    if (!current || (split != nullptr && (split->id == *current || !split->ofItems())))
        return;
    const auto& rows = m_splitModel->rows();
    for (std::size_t i = 0; i < rows.size(); ++i)
        if (rows[i].id == *current)
            m_splits->selectRow(static_cast<int>(i));
}

void SplitEditor::showChosen() {
    const SplitInfo* const split = chosen();
    m_classModel->setSplit(split);
    if (isVisible())
        check(false);
    updateControls();
}

void SplitEditor::updateControls() {
    const bool writable = m_workspace.project() != nullptr && !m_workspace.project()->readOnly();
    const SplitInfo* const split = chosen();
    m_make->setEnabled(writable && (!m_job || m_job->isEnded()));
    m_remove->setEnabled(writable && split != nullptr && split->runs == 0);
    m_remove->setToolTip(split != nullptr && split->runs > 0
                             ? tr("Frozen: runs use this split")
                             : tr("Remove the chosen split, of folds all of them; one that runs use stays"));
    m_export->setEnabled(split != nullptr);
    const bool empty = m_splitModel->rows().empty();
    m_hint->setVisible(empty);
    m_splits->setVisible(!empty);
    m_checkCard->setVisible(!empty);
    m_classes->setVisible(!empty && m_classModel->rowCount() > 0);
    m_form->setNextNumber(static_cast<int>(m_splitModel->rows().size()) + 1);
}

void SplitEditor::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange)
        retranslateUi();
    QWidget::changeEvent(event);
}

void SplitEditor::showEvent(QShowEvent* event) {
    QWidget::showEvent(event);
    planSoon();
    check(false);
}

} // namespace widgets
