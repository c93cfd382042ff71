// SPDX-License-Identifier: GPL-3.0-or-later
// The fields of the split form: how they are built and what they say.
#include "widgets/models/split_text.h"
#include "widgets/panels/split_form.h"
#include "widgets/text.h"

#include <QAction>
#include <QCheckBox>
#include <QComboBox>
#include <QDateTimeEdit>
#include <QDoubleSpinBox>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QSpinBox>
#include <QToolButton>
#include <QVBoxLayout>

#include <limits>

namespace widgets {
namespace {

constexpr int kGrid = 8;
constexpr int kMostRows = 10'000'000;
constexpr const char* kEventKinds[]{"impression", "click", "cart", "purchase", "search", "review"};

QSpinBox* countBox(const char* name, int least, int most, int value) {
    auto* box = new QSpinBox;
    box->setObjectName(QLatin1String(name));
    box->setRange(least, most);
    box->setGroupSeparatorShown(true);
    box->setValue(value);
    return box;
}

QComboBox* choiceBox(const char* name) {
    auto* box = new QComboBox;
    box->setObjectName(QLatin1String(name));
    return box;
}

QDateTimeEdit* dateBox(const char* name) {
    auto* box = new QDateTimeEdit(QDateTime(QDate(2024, 1, 1), QTime(0, 0), Qt::UTC));
    box->setObjectName(QLatin1String(name));
    box->setCalendarPopup(true);
    box->setTimeSpec(Qt::UTC);
    box->setDisplayFormat(QStringLiteral("yyyy-MM-dd HH:mm"));
    return box;
}

/// Chooses the entry with this data; the first one when there is none.
void choose(QComboBox* box, const QString& data) {
    box->setCurrentIndex(qMax(0, box->findData(data)));
}

void label(QFormLayout* form, QWidget* field, const QString& text, const QString& tip) {
    if (auto* one = qobject_cast<QLabel*>(form->labelForField(field)))
        one->setText(text);
    field->setToolTip(tip);
    field->setStatusTip(tip);
    field->setAccessibleName(QString(text).remove(QLatin1Char(':')).remove(QLatin1Char('&')));
}

void check(QCheckBox* box, const QString& text, const QString& tip) {
    box->setText(text);
    box->setAccessibleName(QString(text).remove(QLatin1Char('&')));
    box->setToolTip(tip);
}

} // namespace

void SplitForm::addRow(QFormLayout* form, QWidget* field) {
    auto* label = new QLabel; // its text comes with the language
    label->setBuddy(field);
    form->addRow(label, field);
}

void SplitForm::buildRows() {
    m_unit = choiceBox("splitUnit");
    m_kind = choiceBox("splitKind");
    m_group = choiceBox("splitGroup");
    m_group->setEditable(true); // attribute:NAME
    m_group->setInsertPolicy(QComboBox::NoInsert);
    m_stratify = choiceBox("splitStratify");
    m_ratioRow = buildRatio();
    m_dates = buildDates();
    m_last = countBox("splitLast", 1, 1000, 1);
    m_events = new QToolButton;
    m_folds = countBox("splitFolds", 0, 100, 0);
    m_foldValidation = new QCheckBox;
    m_foldValidation->setObjectName(QStringLiteral("splitFoldValidation"));
    m_foldValidation->setChecked(true);
    m_keepDuplicates = new QCheckBox;
    m_keepDuplicates->setObjectName(QStringLiteral("splitKeepDuplicates"));
    m_seed = countBox("splitSeed", 0, std::numeric_limits<int>::max(), 1);
    m_seed->setGroupSeparatorShown(false);
    m_name = new QLineEdit;
    m_name->setObjectName(QStringLiteral("splitName"));
    m_longTail = new QCheckBox;
    m_longTail->setObjectName(QStringLiteral("splitLongTail"));
    for (QWidget* field : std::initializer_list<QWidget*>{m_unit, m_kind, m_group, m_stratify, m_last, m_dates,
                                                          m_ratioRow, buildEvents(), m_folds})
        addRow(m_form, field);
    m_form->addRow(m_foldValidation);
    m_form->addRow(m_keepDuplicates);
    m_form->addRow(m_longTail);
    m_form->addRow(buildLongTail());
    addRow(m_form, m_seed);
    addRow(m_form, m_name);
}

QWidget* SplitForm::buildRatio() {
    auto* row = new QWidget;
    auto* layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(4);
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
            layout->addWidget(new QLabel(QStringLiteral(":")));
        layout->addWidget(share, 1);
    }
    return row;
}

QWidget* SplitForm::buildDates() {
    auto* box = new QWidget;
    auto* layout = new QVBoxLayout(box);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(4);
    m_cut = choiceBox("splitCut");
    m_hasValidation = new QCheckBox;
    m_hasValidation->setObjectName(QStringLiteral("splitHasValidation"));
    m_hasValidation->setChecked(true);
    m_validationFrom = dateBox("splitValidationFrom");
    m_testFrom = dateBox("splitTestFrom");
    auto* validation = new QHBoxLayout;
    validation->addWidget(m_hasValidation);
    validation->addWidget(m_validationFrom, 1);
    auto* test = new QHBoxLayout;
    auto* label = new QLabel;
    label->setObjectName(QStringLiteral("splitTestFromLabel"));
    test->addWidget(label);
    test->addWidget(m_testFrom, 1);
    layout->addWidget(m_cut);
    layout->addLayout(validation);
    layout->addLayout(test);
    return box;
}

QWidget* SplitForm::buildEvents() {
    m_events->setObjectName(QStringLiteral("splitEvents"));
    m_events->setPopupMode(QToolButton::InstantPopup);
    m_events->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    auto* menu = new QMenu(m_events);
    for (const char* const kind : kEventKinds) {
        QAction* action = menu->addAction(QString());
        action->setCheckable(true);
        action->setData(QLatin1String(kind));
        connect(action, &QAction::toggled, this, [this] {
            showFields();
            Q_EMIT changed();
        });
        m_eventKinds.push_back(action);
    }
    m_events->setMenu(menu);
    return m_events;
}

QWidget* SplitForm::buildLongTail() {
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
    m_maxTrain = countBox("splitMaxTrain", 1, kMostRows, 1000);
    m_testPerClass = countBox("splitTestPerClass", 1, kMostRows, 200);
    m_validationPerClass = countBox("splitValidationPerClass", 0, kMostRows, 0);
    m_profile = choiceBox("splitProfile");
    for (QWidget* field :
         std::initializer_list<QWidget*>{m_tailRatio, m_maxTrain, m_testPerClass, m_validationPerClass, m_profile})
        addRow(m_longTailLayout, field);
    return m_longTailForm;
}

void SplitForm::fillKinds() {
    const QString before = m_kind->currentData().toString();
    const bool ofEvents = unit() == "event";
    m_filling = true;
    m_kind->clear();
    m_kind->addItem(tr("stratified: every value in the same ratio"), QStringLiteral("stratified"));
    m_kind->addItem(tr("at random"), QStringLiteral("random"));
    m_kind->addItem(tr("in groups that stay together"), QStringLiteral("grouped"));
    m_kind->addItem(tr("by time: learn from earlier, test on later"), QStringLiteral("time"));
    if (ofEvents)
        m_kind->addItem(tr("the last events of each user"), QStringLiteral("last"));
    choose(m_kind, before);
    m_filling = false;
}

void SplitForm::fillColumns() {
    const QString group = m_group->currentData().toString();
    const QString stratify = m_stratify->currentData().toString();
    const bool ofEvents = unit() == "event";
    m_filling = true;
    m_group->clear();
    m_stratify->clear();
    const std::vector<std::string> ofItems{"title", "category", "brand"};
    std::vector<std::string> groups = ofItems;
    if (ofEvents)
        groups = {"user", "session", "order", "query", "item", "title", "category", "brand"};
    for (const std::string& column : groups)
        m_group->addItem(splitColumnText(column), toQString(column));
    std::vector<std::string> strata{"label", "category", "brand", "none"};
    if (ofEvents)
        strata = {"none", "label", "kind", "category", "brand"};
    for (const std::string& column : strata)
        m_stratify->addItem(column == "none" ? tr("not") : splitColumnText(column), toQString(column));
    choose(m_group, group);
    choose(m_stratify, stratify);
    m_filling = false;
}

void SplitForm::retranslateFields() {
    const QString unitBefore = m_unit->currentData().toString();
    m_unit->clear();
    m_unit->addItem(tr("items with a class"), QStringLiteral("item"));
    m_unit->addItem(tr("events"), QStringLiteral("event"));
    choose(m_unit, unitBefore);
    const int cut = qMax(0, m_cut->currentIndex());
    m_cut->clear();
    m_cut->addItems({tr("cut by the shares below"), tr("cut at dates (UTC)")});
    m_cut->setCurrentIndex(cut);
    const int profile = qMax(0, m_profile->currentIndex());
    m_profile->clear();
    m_profile->addItems({tr("exponential"), tr("step")});
    m_profile->setCurrentIndex(profile);
    const QStringList kinds{tr("impressions"), tr("clicks"),   tr("carts"),
                            tr("purchases"),   tr("searches"), tr("reviews")};
    for (std::size_t i = 0; i < m_eventKinds.size(); ++i)
        m_eventKinds[i]->setText(kinds[static_cast<int>(i)]);
    label(m_form, m_unit, tr("&Divide:"), tr("Items: to learn classes. Events: to recommend, or to learn relevance"));
    label(m_form, m_kind, tr("&How:"), tr("How rows get to training, validation and test"));
    label(m_form, m_group, tr("&Group:"),
          tr("Rows with the same value stay in one part; attribute:NAME takes an attribute of the item"));
    label(m_form, m_stratify, tr("S&tratified:"), tr("Every value is divided in the same ratio"));
    label(m_form, m_last, tr("&Last:"), tr("So many events of each user test; as many before them validate"));
    label(m_form, m_dates, tr("&Cut:"), tr("Where earlier and later part"));
    label(m_form, m_ratioRow, tr("T&rain : validation : test:"), tr("Shares of the rows"));
    const std::array<QString, 3> parts{tr("Share of training"), tr("Share of validation"), tr("Share of test")};
    for (std::size_t i = 0; i < m_ratio.size(); ++i) {
        m_ratio[i]->setAccessibleName(parts[i]);
        m_ratio[i]->setToolTip(parts[i]);
    }
    label(m_form, m_events, tr("&Events:"), tr("Only events of these kinds are divided"));
    label(m_form, m_folds, tr("&Folds:"), tr("So many splits, of which each tests another part of the rows"));
    m_folds->setSpecialValueText(tr("none: one split"));
    check(m_foldValidation, tr("Another fold is &validation"), tr("Otherwise folds have training and test only"));
    check(m_keepDuplicates, tr("Keep du&plicates together"),
          tr("Items with one title, and events that say the same, never lie in two parts"));
    check(m_hasValidation, tr("Validation from"), tr("Without it, everything before the test is training"));
    findChild<QLabel*>(QStringLiteral("splitTestFromLabel"))->setText(tr("Test from"));
    m_validationFrom->setAccessibleName(tr("First time of validation"));
    m_testFrom->setAccessibleName(tr("First time of the test"));
}

void SplitForm::retranslateUi() {
    m_filling = true;
    retranslateFields();
    label(m_form, m_seed, tr("S&eed:"), tr("Same data, settings and seed give the same split"));
    label(m_form, m_name, tr("&Name:"), tr("Name of the split; empty: numbered"));
    setNextNumber(m_nextNumber);
    check(m_longTail, tr("L&ong-tailed version"),
          tr("Thin out training rows along a long-tailed profile, with as many test rows for every class"));
    label(m_longTailLayout, m_tailRatio, tr("Imbalance ratio:"),
          tr("Training rows of the largest class / of the smallest"));
    label(m_longTailLayout, m_maxTrain, tr("Largest class:"), tr("Training rows of the largest class"));
    label(m_longTailLayout, m_testPerClass, tr("Test per class:"), tr("Test rows of every class"));
    label(m_longTailLayout, m_validationPerClass, tr("Validation per class:"), tr("Validation rows of every class"));
    m_validationPerClass->setSpecialValueText(tr("half of test"));
    label(m_longTailLayout, m_profile, tr("Profile:"), tr("How the rows fall from the largest class to the smallest"));
    fillKinds();
    fillColumns();
    m_filling = false;
    showFields();
}

} // namespace widgets
