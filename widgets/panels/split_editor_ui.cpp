// SPDX-License-Identifier: GPL-3.0-or-later
// The split editor: how it is built and what it says.
#include "widgets/models/split_model.h"
#include "widgets/panels/split_check_card.h"
#include "widgets/panels/split_editor.h"
#include "widgets/panels/split_form.h"
#include "widgets/panels/split_preview.h"
#include "widgets/panels/table_style.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QSplitter>
#include <QTableView>
#include <QVBoxLayout>

namespace widgets {

namespace {
constexpr int kGrid = 8;
}

QWidget* SplitEditor::buildMaker() {
    auto* box = new QWidget;
    auto* layout = new QVBoxLayout(box);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(kGrid);
    m_form = new SplitForm;
    auto* area = new QScrollArea; // many fields, and windows of 1280 × 800
    area->setFrameShape(QFrame::NoFrame);
    area->setWidgetResizable(true);
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    area->setWidget(m_form);
    area->setMinimumWidth(360);
    m_preview = new SplitPreview;
    m_make = new QPushButton;
    m_make->setObjectName(QStringLiteral("splitMake"));
    layout->addWidget(area, 1);
    layout->addWidget(m_preview);
    layout->addWidget(m_make, 0, Qt::AlignLeft);
    return box;
}

QWidget* SplitEditor::buildLists() {
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
    m_export = new QPushButton;
    m_export->setObjectName(QStringLiteral("splitExport"));
    m_remove = new QPushButton;
    m_remove->setObjectName(QStringLiteral("splitRemove"));
    m_checkCard = new SplitCheckCard;
    auto* buttons = new QHBoxLayout;
    buttons->addStretch(1);
    buttons->addWidget(m_export);
    buttons->addWidget(m_remove);
    auto* top = new QWidget;
    auto* topLayout = new QVBoxLayout(top);
    topLayout->setContentsMargins(0, 0, 0, 0);
    topLayout->setSpacing(kGrid);
    topLayout->addWidget(m_hint);
    topLayout->addWidget(m_splits, 1);
    topLayout->addLayout(buttons);
    auto* bottom = new QWidget;
    auto* bottomLayout = new QVBoxLayout(bottom);
    bottomLayout->setContentsMargins(0, 0, 0, 0);
    bottomLayout->setSpacing(kGrid);
    bottomLayout->addWidget(m_checkCard);
    bottomLayout->addWidget(m_classes, 1);
    auto* lists = new QSplitter(Qt::Vertical);
    lists->setChildrenCollapsible(false);
    lists->addWidget(top);
    lists->addWidget(bottom);
    lists->setStretchFactor(0, 1);
    lists->setStretchFactor(1, 1);
    return lists;
}

void SplitEditor::retranslateUi() {
    m_make->setText(tr("&Make split"));
    m_make->setAccessibleName(tr("Make split"));
    m_make->setToolTip(tr("Divide the rows once and for all"));
    m_export->setText(tr("E&xport…"));
    m_export->setAccessibleName(tr("Export the chosen split"));
    m_export->setToolTip(tr("Write the rows of the chosen split and their parts to a CSV file"));
    m_remove->setText(tr("Remove"));
    m_remove->setAccessibleName(tr("Remove the chosen split"));
    m_hint->setText(tr(
        "No split yet. Import items with a label or category, or events, then press “Make split”: it is fixed before "
        "any resampling, so nothing leaks."));
    m_splits->setAccessibleName(tr("Splits"));
    m_classes->setAccessibleName(tr("Rows per class"));
    m_form->retranslateUi();
    m_preview->retranslateUi();
    m_checkCard->retranslateUi();
    m_splitModel->retranslate();
    m_classModel->retranslate();
    updateControls();
}

} // namespace widgets
