// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/panels/split_editor.h"

#include "widgets/models/split_model.h"
#include "widgets/panels/table_style.h"
#include "widgets/text.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QEvent>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSplitter>
#include <QTableView>
#include <QVBoxLayout>

#include <limits>

namespace widgets {

using core::store::SplitConfig;
using core::store::SplitInfo;

namespace {

constexpr int kGrid = 8;
constexpr int kMostRows = 10'000'000;

QSpinBox* countBox(const char* name, int least, int value) {
    auto* box = new QSpinBox;
    box->setObjectName(QLatin1String(name));
    box->setRange(least, kMostRows);
    box->setGroupSeparatorShown(true);
    box->setValue(value);
    return box;
}

/// A field whose label gets its text in retranslateUi().
void addRow(QFormLayout* form, QWidget* field) {
    auto* label = new QLabel;
    label->setBuddy(field);
    form->addRow(label, field);
}

} // namespace

SplitEditor::SplitEditor(Workspace& workspace, QWidget* parent)
    : QGroupBox(parent),
      m_workspace(workspace),
      m_splitModel(new models::SplitModel(this)),
      m_classModel(new models::SplitClassModel(this)) {
    setObjectName(QStringLiteral("splitEditor"));
    auto* layout = new QHBoxLayout(this);
    layout->setSpacing(2 * kGrid);
    auto* form = new QVBoxLayout;
    form->addWidget(buildForm());
    form->addStretch(1);
    layout->addLayout(form, 2);
    layout->addWidget(buildLists(), 3);
    connect(m_longTail, &QCheckBox::toggled, this, &SplitEditor::updateControls);
    connect(m_make, &QPushButton::clicked, this, &SplitEditor::makeSplit);
    connect(m_remove, &QPushButton::clicked, this, &SplitEditor::removeSplit);
    connect(m_splits->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            [this](const QModelIndex& current) {
                if (!m_filling && current.isValid())
                    m_workspace.setCurrentSplit(m_splitModel->rows()[static_cast<std::size_t>(current.row())].id);
            });
    connect(&workspace, &Workspace::splitsChanged, this, &SplitEditor::showSplits);
    connect(&workspace, &Workspace::currentSplitChanged, this, &SplitEditor::showCurrent);
    connect(&workspace, &Workspace::projectChanged, this, &SplitEditor::updateControls);
    retranslateUi();
    showSplits();
}

QWidget* SplitEditor::buildForm() {
    auto* box = new QWidget;
    m_form = new QFormLayout(box);
    m_form->setContentsMargins(0, 0, 0, 0);
    m_form->setSpacing(kGrid);
    m_name = new QLineEdit;
    m_name->setObjectName(QStringLiteral("splitName"));
    auto* ratioRow = new QWidget;
    auto* ratio = new QHBoxLayout(ratioRow);
    ratio->setContentsMargins(0, 0, 0, 0);
    ratio->setSpacing(4);
    constexpr std::array kNames{"splitTrain", "splitValidation", "splitTest"};
    constexpr std::array kShares{8.0, 1.0, 1.0};
    for (std::size_t i = 0; i < m_ratio.size(); ++i) {
        auto* share = new QDoubleSpinBox;
        share->setObjectName(QLatin1String(kNames[i]));
        share->setRange(0, 1000);
        share->setDecimals(1);
        share->setValue(kShares[i]);
        m_ratio[i] = share;
        if (i > 0)
            ratio->addWidget(new QLabel(QStringLiteral(":")));
        ratio->addWidget(share, 1);
    }
    m_stratify = new QComboBox;
    m_stratify->setObjectName(QStringLiteral("splitStratify"));
    m_seed = new QSpinBox;
    m_seed->setObjectName(QStringLiteral("splitSeed"));
    m_seed->setRange(0, std::numeric_limits<int>::max());
    m_seed->setValue(1);
    m_longTail = new QCheckBox;
    m_longTail->setObjectName(QStringLiteral("splitLongTail"));
    m_make = new QPushButton;
    m_make->setObjectName(QStringLiteral("splitMake"));
    m_remove = new QPushButton;
    m_remove->setObjectName(QStringLiteral("splitRemove"));
    auto* buttons = new QWidget;
    auto* buttonRow = new QHBoxLayout(buttons);
    buttonRow->setContentsMargins(0, 0, 0, 0);
    buttonRow->addWidget(m_make);
    buttonRow->addStretch(1);
    buttonRow->addWidget(m_remove);
    for (QWidget* field : std::initializer_list<QWidget*>{m_name, ratioRow, m_stratify, m_seed})
        addRow(m_form, field);
    m_form->addRow(m_longTail);
    m_form->addRow(buildLongTail());
    m_form->addRow(buttons);
    return box;
}

QWidget* SplitEditor::buildLongTail() {
    m_longTailForm = new QWidget;
    m_longTailLayout = new QFormLayout(m_longTailForm);
    m_longTailLayout->setContentsMargins(3 * kGrid, 0, 0, 0);
    m_longTailLayout->setSpacing(kGrid);
    m_tailRatio = new QDoubleSpinBox;
    m_tailRatio->setObjectName(QStringLiteral("splitTailRatio"));
    constexpr double kLargestRatio = 1e6;
    m_tailRatio->setRange(1, kLargestRatio);
    m_tailRatio->setDecimals(1);
    m_tailRatio->setValue(100);
    m_maxTrain = countBox("splitMaxTrain", 1, 1000);
    m_testPerClass = countBox("splitTestPerClass", 1, 200);
    m_validationPerClass = countBox("splitValidationPerClass", 0, 0);
    m_profile = new QComboBox;
    m_profile->setObjectName(QStringLiteral("splitProfile"));
    for (QWidget* field :
         std::initializer_list<QWidget*>{m_tailRatio, m_maxTrain, m_testPerClass, m_validationPerClass, m_profile})
        addRow(m_longTailLayout, field);
    return m_longTailForm;
}

QWidget* SplitEditor::buildLists() {
    auto* lists = new QSplitter(Qt::Vertical);
    lists->setChildrenCollapsible(false);
    m_splits = new QTableView;
    m_splits->setObjectName(QStringLiteral("splitTable"));
    m_splits->setModel(m_splitModel);
    styleTable(m_splits, 0);
    m_classes = new QTableView;
    m_classes->setObjectName(QStringLiteral("splitClassTable"));
    m_classes->setModel(m_classModel);
    styleTable(m_classes, 0);
    m_hint = new QLabel;
    m_hint->setWordWrap(true);
    m_hint->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    auto* top = new QWidget;
    auto* topLayout = new QVBoxLayout(top);
    topLayout->setContentsMargins(0, 0, 0, 0);
    topLayout->addWidget(m_hint);
    topLayout->addWidget(m_splits, 1);
    lists->addWidget(top);
    lists->addWidget(m_classes);
    lists->setStretchFactor(1, 2);
    return lists;
}

SplitConfig SplitEditor::config() const {
    SplitConfig config;
    config.name = toStd(m_name->text().trimmed());
    for (std::size_t i = 0; i < m_ratio.size(); ++i)
        config.ratio[i] = m_ratio[i]->value();
    config.stratify = m_stratify->currentIndex() == 0 ? "label" : "none";
    config.seed = static_cast<std::uint64_t>(m_seed->value());
    if (m_longTail->isChecked()) {
        config.longTailRatio = m_tailRatio->value();
        config.maxTrainPerClass = m_maxTrain->value();
        config.testPerClass = m_testPerClass->value();
        config.validationPerClass = m_validationPerClass->value();
        config.profile = m_profile->currentIndex() == 0 ? "exponential" : "step";
    }
    return config;
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
            QString text =
                tr("Split “%1”: %2 training, %3 validation and %4 test rows in %5 classes.")
                    .arg(toQString(result->name), formatInteger(result->rows[0]), formatInteger(result->rows[1]),
                         formatInteger(result->rows[2]), formatInteger(static_cast<qint64>(result->labels.size())));
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
    const auto split = m_workspace.currentSplit();
    if (!project || !split)
        return;
    JobRunner::Options options;
    options.title = tr("Removing a split");
    m_workspace.jobs().run<bool>(
        options, this,
        [project, id = *split](core::JobContext&) -> core::Result<bool> {
            TL_CHECK_STATUS(core::store::removeSplit(*project, id));
            return true;
        },
        [this](core::Result<bool> result) {
            if (!result.ok())
                Q_EMIT m_workspace.message(errorText(result.error()), true);
            m_workspace.refresh();
        });
}

void SplitEditor::showSplits() {
    m_filling = true;
    m_splitModel->setRows(m_workspace.splits());
    m_filling = false;
    // A split just made becomes the current one as soon as the workspace knows it.
    for (const SplitInfo& split : m_workspace.splits())
        if (m_wanted && split.id == *m_wanted) {
            m_workspace.setCurrentSplit(*m_wanted);
            m_wanted.reset();
            break;
        }
    showCurrent();
}

void SplitEditor::showCurrent() {
    const auto current = m_workspace.currentSplit();
    const auto& rows = m_splitModel->rows();
    m_filling = true;
    for (std::size_t i = 0; i < rows.size(); ++i)
        if (current && rows[i].id == *current && m_splits->currentIndex().row() != static_cast<int>(i))
            m_splits->selectRow(static_cast<int>(i));
    m_filling = false;
    m_classModel->setSplit(m_workspace.currentSplitInfo());
    updateControls();
}

void SplitEditor::updateControls() {
    const bool project = m_workspace.project() != nullptr && !m_workspace.project()->readOnly();
    const bool longTail = m_longTail->isChecked();
    m_longTailForm->setVisible(longTail);
    // A long-tailed split fixes its rows per class itself.
    for (QDoubleSpinBox* share : m_ratio)
        share->setEnabled(!longTail);
    m_stratify->setEnabled(!longTail);
    m_make->setEnabled(project && (!m_job || m_job->isEnded()));
    m_remove->setEnabled(project && m_workspace.currentSplit().has_value());
    const bool empty = m_splitModel->rows().empty();
    m_hint->setVisible(empty);
    m_splits->setVisible(!empty);
    m_classes->setVisible(!empty);
}

void SplitEditor::retranslateUi() {
    setTitle(tr("Split"));
    const auto label = [](QFormLayout* form, QWidget* field, const QString& text, const QString& tip) {
        if (auto* one = qobject_cast<QLabel*>(form->labelForField(field)))
            one->setText(text);
        field->setToolTip(tip);
        field->setStatusTip(tip);
        field->setAccessibleName(QString(text).remove(QLatin1Char(':')).remove(QLatin1Char('&')));
    };
    label(m_form, m_name, tr("&Name:"), tr("Name of the split; empty: numbered"));
    m_name->setPlaceholderText(tr("split %1").arg(formatInteger(static_cast<qint64>(m_workspace.splits().size()) + 1)));
    label(m_form, m_ratio[0]->parentWidget(), tr("&Train : validation : test:"), tr("Shares of the labelled items"));
    const std::array<QString, 3> parts{tr("Share of training"), tr("Share of validation"), tr("Share of test")};
    for (std::size_t i = 0; i < m_ratio.size(); ++i) {
        m_ratio[i]->setAccessibleName(parts[i]);
        m_ratio[i]->setToolTip(parts[i]);
    }
    const int stratify = qMax(0, m_stratify->currentIndex());
    m_stratify->clear();
    m_stratify->addItems({tr("by class"), tr("not")});
    m_stratify->setCurrentIndex(stratify);
    label(m_form, m_stratify, tr("S&tratified:"), tr("By class: every class is divided in the same ratio"));
    label(m_form, m_seed, tr("S&eed:"), tr("Same data, settings and seed give the same split"));
    m_longTail->setText(tr("&Long-tailed version"));
    m_longTail->setAccessibleName(tr("Long-tailed version"));
    m_longTail->setToolTip(
        tr("Thin out training rows along a long-tailed profile, with as many test rows for every class"));
    label(m_longTailLayout, m_tailRatio, tr("Imbalance ratio:"),
          tr("Training rows of the largest class / of the smallest"));
    label(m_longTailLayout, m_maxTrain, tr("Largest class:"), tr("Training rows of the largest class"));
    label(m_longTailLayout, m_testPerClass, tr("Test per class:"), tr("Test rows of every class"));
    label(m_longTailLayout, m_validationPerClass, tr("Validation per class:"), tr("Validation rows of every class"));
    m_validationPerClass->setSpecialValueText(tr("half of test"));
    const int profile = qMax(0, m_profile->currentIndex());
    m_profile->clear();
    m_profile->addItems({tr("exponential"), tr("step")});
    m_profile->setCurrentIndex(profile);
    label(m_longTailLayout, m_profile, tr("Profile:"), tr("How the rows fall from the largest class to the smallest"));
    m_make->setText(tr("&Make split"));
    m_make->setAccessibleName(tr("Make split"));
    m_make->setToolTip(tr("Divide the labelled items once and for all"));
    m_remove->setText(tr("Remove"));
    m_remove->setAccessibleName(tr("Remove the chosen split"));
    m_remove->setToolTip(tr("Remove the chosen split; one that runs use stays"));
    m_hint->setText(
        tr("No split yet. Import items with a label or category, then press “Make split”: it is fixed before any "
           "resampling, so nothing leaks."));
    m_splits->setAccessibleName(tr("Splits"));
    m_classes->setAccessibleName(tr("Rows per class"));
    m_splitModel->retranslate();
    m_classModel->retranslate();
    updateControls();
}

void SplitEditor::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange)
        retranslateUi();
    QGroupBox::changeEvent(event);
}

} // namespace widgets
