// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/panels/kind_values_form.h"

#include "widgets/panels/import_file.h"
#include "widgets/panels/table_style.h"
#include "widgets/text.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QTableWidget>
#include <QVBoxLayout>

#include <algorithm>
#include <array>

namespace widgets {

using core::data::EventKind;

namespace {

constexpr int kGrid = 8;
constexpr std::array kKinds{EventKind::Purchase, EventKind::Click,  EventKind::Impression,
                            EventKind::Cart,     EventKind::Search, EventKind::Review};
constexpr const char* kIgnore = "ignore";

} // namespace

KindValuesForm::KindValuesForm(QWidget* parent)
    : QWidget(parent), m_wholeLabel(new QLabel), m_whole(new QComboBox), m_note(new QLabel), m_table(new QTableWidget) {
    m_whole->setObjectName(QStringLiteral("importDefaultKind"));
    m_table->setObjectName(QStringLiteral("kindValues"));
    m_wholeLabel->setBuddy(m_whole);
    m_note->setWordWrap(true);
    m_table->setColumnCount(3);
    styleTable(m_table, 0);
    m_table->setSelectionMode(QAbstractItemView::NoSelection);
    m_table->setFocusPolicy(Qt::NoFocus); // the combos in it are what takes keys
    auto* line = new QHBoxLayout;
    line->addWidget(m_wholeLabel);
    line->addWidget(m_whole);
    line->addStretch(1);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(kGrid, kGrid, kGrid, kGrid);
    layout->setSpacing(kGrid);
    layout->addLayout(line);
    layout->addWidget(m_note);
    layout->addWidget(m_table, 1);
    connect(m_whole, &QComboBox::currentIndexChanged, this, [this] {
        if (!m_filling)
            Q_EMIT changed();
    });
    m_filling = true;
    fill(m_whole, false);
    m_filling = false;
    retranslateUi();
}

void KindValuesForm::fill(QComboBox* box, bool withOthers) const {
    const QString before = box->currentData().toString();
    box->clear();
    if (withOthers)
        box->addItem(tr("(not known: rejected)"), QString());
    for (const EventKind kind : kKinds)
        box->addItem(eventKindTitle(kind), toQString(core::data::eventKindName(kind)));
    if (withOthers)
        box->addItem(tr("leave out"), QLatin1String(kIgnore));
    box->setCurrentIndex(qMax(0, box->findData(before)));
}

void KindValuesForm::setValues(const std::string& column, const core::data::ValueCounts* found,
                               const std::map<std::string, std::string>& values, EventKind whole) {
    m_filling = true;
    m_column = column;
    m_counted = found != nullptr;
    m_complete = found == nullptr || found->complete;
    m_whole->setCurrentIndex(qMax(0, m_whole->findData(toQString(core::data::eventKindName(whole)))));
    m_rows.clear();
    m_table->setRowCount(0);
    const auto count = found == nullptr ? std::size_t{0} : found->values.size();
    m_table->setRowCount(static_cast<int>(count));
    for (std::size_t i = 0; i < count; ++i) {
        const auto& [value, rows] = found->values[i];
        const int row = static_cast<int>(i);
        m_table->setItem(row, 0, new QTableWidgetItem(toQString(value)));
        auto* number = new QTableWidgetItem(formatInteger(rows));
        number->setTextAlignment(Qt::AlignRight | Qt::AlignVCenter);
        m_table->setItem(row, 1, number);
        auto* box = new QComboBox;
        box->setObjectName(QStringLiteral("kind_%1").arg(toQString(value)));
        fill(box, true);
        const auto said = values.find(value);
        QString meaning;
        if (said != values.end())
            meaning = toQString(said->second);
        else if (const auto parsed = core::data::parseEventKind(value))
            meaning = toQString(core::data::eventKindName(*parsed));
        box->setCurrentIndex(qMax(0, box->findData(meaning)));
        m_table->setCellWidget(row, 2, box);
        m_rows.push_back({value, box});
        connect(box, &QComboBox::currentIndexChanged, this, [this] {
            if (m_filling)
                return;
            showTexts();
            Q_EMIT changed();
        });
    }
    if (!m_rows.empty())
        m_table->verticalHeader()->setDefaultSectionSize(m_rows.front().meaning->sizeHint().height() + 2);
    m_filling = false;
    showTexts();
}

std::map<std::string, std::string> KindValuesForm::values() const {
    std::map<std::string, std::string> values;
    for (const Row& row : m_rows) {
        const std::string meaning = toStd(row.meaning->currentData().toString());
        const auto parsed = core::data::parseEventKind(row.value);
        if (!meaning.empty() && (!parsed || core::data::eventKindName(*parsed) != meaning))
            values[row.value] = meaning;
    }
    return values;
}

EventKind KindValuesForm::whole() const {
    return core::data::parseEventKind(toStd(m_whole->currentData().toString())).value_or(EventKind::Purchase);
}

int KindValuesForm::unknown() const {
    return static_cast<int>(std::count_if(
        m_rows.begin(), m_rows.end(), [](const Row& row) { return row.meaning->currentData().toString().isEmpty(); }));
}

void KindValuesForm::showTexts() {
    const bool column = !m_column.empty();
    m_table->setVisible(column && m_counted);
    m_wholeLabel->setText(column ? tr("Rows without a kind are") : tr("Every row is"));
    if (!column)
        m_note->setText(
            tr("No column is mapped to the kind of event, so the file holds one kind. Map one under Columns if "
               "it holds several."));
    else if (!m_counted)
        m_note->setText(tr("Reading which values “%1” has …").arg(toQString(m_column)));
    else if (!m_complete)
        m_note->setText(tr("“%1” has very many values: is it really the kind of event?").arg(toQString(m_column)));
    else if (unknown() > 0)
        m_note->setText(
            tr("%1 values of “%2” mean nothing yet: choose a kind, or leave them out; otherwise their rows are "
               "rejected.")
                .arg(formatInteger(unknown()), toQString(m_column)));
    else
        m_note->setText(tr("What the values of “%1” mean:").arg(toQString(m_column)));
}

void KindValuesForm::retranslateUi() {
    m_filling = true;
    fill(m_whole, false);
    for (const Row& row : m_rows) {
        fill(row.meaning, true);
        row.meaning->setAccessibleName(tr("Kind of “%1”").arg(toQString(row.value)));
    }
    m_whole->setAccessibleName(tr("Kind of rows that name none"));
    m_whole->setToolTip(tr("What a row is when the file has no kind column, or the row none"));
    m_table->setHorizontalHeaderLabels({tr("Value"), tr("Rows"), tr("Meaning")});
    m_table->setAccessibleName(tr("Values of the kind column"));
    m_filling = false;
    showTexts();
}

} // namespace widgets
