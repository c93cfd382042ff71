// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/panels/mapping_form.h"

#include "widgets/text.h"

#include <QComboBox>
#include <QEvent>
#include <QGridLayout>
#include <QLabel>
#include <QSignalBlocker>

#include <array>

namespace widgets {

using core::data::EventKind;
using core::data::SourceKind;
using core::store::DuplicatePolicy;

namespace {

constexpr int kGrid = 8;
constexpr int kPerLine = 3; ///< fields beside each other
constexpr std::array kEventKinds{EventKind::Purchase, EventKind::Click,  EventKind::Impression,
                                 EventKind::Cart,     EventKind::Search, EventKind::Review};
// The first is the default for its kind of file.
constexpr std::array kCataloguePolicies{DuplicatePolicy::Merge, DuplicatePolicy::Keep, DuplicatePolicy::Drop};
constexpr std::array kLogPolicies{DuplicatePolicy::Keep, DuplicatePolicy::Drop};

void place(QGridLayout* grid, int position, QLabel* label, QComboBox* combo) {
    const int line = position / kPerLine, column = 2 * (position % kPerLine);
    grid->addWidget(label, line, column);
    grid->addWidget(combo, line, column + 1);
}

} // namespace

MappingForm::MappingForm(QWidget* parent)
    : QWidget(parent),
      m_grid(new QGridLayout(this)),
      m_defaultKindLabel(new QLabel(this)),
      m_defaultKind(new QComboBox(this)),
      m_duplicatesLabel(new QLabel(this)),
      m_duplicates(new QComboBox(this)) {
    m_defaultKind->setObjectName(QStringLiteral("importDefaultKind"));
    m_duplicates->setObjectName(QStringLiteral("importDuplicates"));
    m_defaultKindLabel->setBuddy(m_defaultKind);
    m_duplicatesLabel->setBuddy(m_duplicates);
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setSpacing(kGrid);
    for (int i = 0; i < kPerLine; ++i)
        m_grid->setColumnStretch(2 * i + 1, 1);
    retranslateUi();
    setColumns({}, {}, SourceKind::Catalogue);
}

void MappingForm::setColumns(const std::vector<std::string>& columns, const core::data::Mapping& proposed,
                             SourceKind kind) {
    m_columns = columns;
    m_kind = kind;
    for (const Row& row : m_rows) {
        delete row.label;
        delete row.combo;
    }
    m_rows.clear();
    m_grid->removeWidget(m_defaultKindLabel);
    m_grid->removeWidget(m_defaultKind);
    m_grid->removeWidget(m_duplicatesLabel);
    m_grid->removeWidget(m_duplicates);
    int position = 0;
    QWidget* before = nullptr;
    for (const core::data::FieldInfo& field : core::data::fieldsOf(kind)) {
        Row row{field, new QLabel(this), new QComboBox(this)};
        row.combo->setObjectName(QStringLiteral("map_%1").arg(toQString(field.name)));
        row.combo->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
        row.label->setBuddy(row.combo);
        row.combo->addItem(QString());
        for (const std::string& column : columns)
            row.combo->addItem(toQString(column));
        if (const auto found = proposed.find(field.name); found != proposed.end())
            for (std::size_t i = 0; i < columns.size(); ++i)
                if (columns[i] == found->second)
                    row.combo->setCurrentIndex(static_cast<int>(i) + 1);
        connect(row.combo, &QComboBox::currentIndexChanged, this, &MappingForm::edited);
        place(m_grid, position++, row.label, row.combo);
        if (before != nullptr)
            setTabOrder(before, row.combo);
        before = row.combo;
        m_rows.push_back(row);
    }
    const bool log = kind == SourceKind::Log;
    m_defaultKindLabel->setVisible(log);
    m_defaultKind->setVisible(log);
    if (log)
        place(m_grid, position++, m_defaultKindLabel, m_defaultKind);
    place(m_grid, position, m_duplicatesLabel, m_duplicates);
    m_duplicates->setCurrentIndex(0);
    retranslateUi();
}

core::data::Mapping MappingForm::mapping() const {
    core::data::Mapping mapping;
    for (const Row& row : m_rows)
        if (const int index = row.combo->currentIndex(); index > 0)
            mapping[row.field.name] = m_columns[static_cast<std::size_t>(index) - 1];
    return mapping;
}

EventKind MappingForm::defaultKind() const {
    return kEventKinds[static_cast<std::size_t>(qMax(0, m_defaultKind->currentIndex()))];
}

DuplicatePolicy MappingForm::duplicates() const {
    const auto index = static_cast<std::size_t>(qMax(0, m_duplicates->currentIndex()));
    return m_kind == SourceKind::Catalogue ? kCataloguePolicies[index] : kLogPolicies[index];
}

void MappingForm::addChoices() {
    const QSignalBlocker blockKind(m_defaultKind), blockPolicy(m_duplicates);
    const int kind = qMax(0, m_defaultKind->currentIndex()), policy = qMax(0, m_duplicates->currentIndex());
    m_defaultKind->clear();
    m_defaultKind->addItems({tr("purchase"), tr("click"), tr("impression"), tr("cart"), tr("search"), tr("review")});
    m_defaultKind->setCurrentIndex(kind);
    m_duplicates->clear();
    if (m_kind == SourceKind::Catalogue)
        m_duplicates->addItems(
            {tr("later row completes the earlier"), tr("reject the later row"), tr("leave out the later row")});
    else
        m_duplicates->addItems({tr("import all"), tr("leave out repetitions")});
    m_duplicates->setCurrentIndex(policy);
}

void MappingForm::retranslateUi() {
    for (const Row& row : m_rows) {
        const QString name = coreText("Field", row.field.title);
        row.label->setText(row.field.required ? tr("%1 *").arg(name) : name);
        const QString help = coreText("Field", row.field.help);
        row.combo->setToolTip(help);
        row.label->setToolTip(help);
        row.combo->setAccessibleName(row.field.required ? tr("Column for %1, required").arg(name)
                                                        : tr("Column for %1").arg(name));
        row.combo->setItemText(0, row.field.required ? tr("(choose a column)") : tr("(not in the file)"));
    }
    m_defaultKindLabel->setText(tr("Rows without a kind"));
    m_defaultKind->setAccessibleName(tr("Kind of rows that name none"));
    m_defaultKind->setToolTip(tr("What a row is when the file has no kind column, or the row none"));
    m_duplicatesLabel->setText(tr("Repeated rows"));
    m_duplicates->setAccessibleName(tr("What to do with repeated rows"));
    m_duplicates->setToolTip(tr("Catalogue: rows with an id seen before. Log: rows equal in every mapped field."));
    addChoices();
}

void MappingForm::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange)
        retranslateUi();
    QWidget::changeEvent(event);
}

} // namespace widgets
