// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/panels/filter_builder.h"

#include <QComboBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QSignalBlocker>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace widgets {

using core::select::Filter;

FilterBuilder::FilterBuilder(QWidget* parent)
    : QWidget(parent), m_title(new QLabel), m_join(new QComboBox), m_add(new QPushButton), m_layout(new QVBoxLayout) {
    m_join->setObjectName(QStringLiteral("filterJoin"));
    m_join->addItems({QString(), QString()});
    m_add->setObjectName(QStringLiteral("filterAdd"));
    m_title->setBuddy(m_join);
    auto* top = new QHBoxLayout;
    top->addWidget(m_title);
    top->addWidget(m_join);
    top->addStretch(1);
    top->addWidget(m_add);
    m_layout->setSpacing(4);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(4);
    layout->addLayout(top);
    layout->addLayout(m_layout);
    connect(m_join, &QComboBox::currentIndexChanged, this, &FilterBuilder::edited);
    connect(m_add, &QPushButton::clicked, this, [this] {
        FilterRow* const row = addRow();
        updateControls();
        row->setFocus();
    });
    retranslateUi();
}

void FilterBuilder::setFields(FilterFields fields) {
    clearRows();
    m_fields = std::move(fields);
    updateControls();
}

FilterRow* FilterBuilder::addRow() {
    auto* row = new FilterRow(m_fields);
    m_rows.push_back(row);
    m_layout->addWidget(row);
    connect(row, &FilterRow::edited, this, &FilterBuilder::edited);
    connect(row, &FilterRow::removeRequested, this, [this, row] { removeRow(row); });
    return row;
}

void FilterBuilder::removeRow(FilterRow* row) {
    std::erase(m_rows, row);
    m_layout->removeWidget(row);
    row->setParent(nullptr);
    row->deleteLater(); // not at once: its button is what was clicked
    updateControls();
    Q_EMIT edited();
}

void FilterBuilder::clearRows() {
    for (FilterRow* const row : std::exchange(m_rows, {})) {
        m_layout->removeWidget(row);
        row->setParent(nullptr);
        row->deleteLater();
    }
}

void FilterBuilder::setFilter(const Filter& filter) {
    if (filter == this->filter())
        return; // rows that are still being written stay
    const bool group = filter.kind == Filter::Kind::And || filter.kind == Filter::Kind::Or;
    const QSignalBlocker blocker(m_join);
    if (group)
        m_join->setCurrentIndex(filter.kind == Filter::Kind::Or ? 1 : 0);
    std::vector<Filter> parts = group ? filter.children : std::vector<Filter>{filter};
    std::erase_if(parts, [](const Filter& part) { return part.kind == Filter::Kind::All; });
    clearRows();
    for (const Filter& part : parts)
        addRow()->setFilter(part);
    updateControls();
}

Filter FilterBuilder::filter() const {
    const Filter::Kind kind = m_join->currentIndex() == 1 ? Filter::Kind::Or : Filter::Kind::And;
    Filter result;
    std::vector<Filter> parts;
    for (const FilterRow* const row : m_rows) {
        auto part = row->filter();
        if (!part)
            continue;
        if (part->kind == kind) // as the expression would be read
            std::move(part->children.begin(), part->children.end(), std::back_inserter(parts));
        else
            parts.push_back(std::move(*part));
    }
    if (parts.size() == 1)
        return parts.front();
    if (parts.empty())
        return result;
    result.kind = kind;
    result.children = std::move(parts);
    return result;
}

void FilterBuilder::updateControls() {
    m_join->setEnabled(m_rows.size() > 1);
    m_add->setEnabled(!m_fields.columns.columns.empty() &&
                      m_rows.size() < static_cast<std::size_t>(core::select::kMostFilterTests));
}

void FilterBuilder::retranslateUi() {
    m_title->setText(tr("Rows for which"));
    const QSignalBlocker blocker(m_join);
    m_join->setItemText(0, tr("all of these hold"));
    m_join->setItemText(1, tr("any of these holds"));
    m_join->setAccessibleName(tr("How the conditions are joined"));
    m_add->setText(tr("&Add a condition"));
    m_add->setAccessibleName(tr("Add a condition"));
    for (FilterRow* const row : m_rows)
        row->retranslateUi();
}

void FilterBuilder::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange)
        retranslateUi();
    QWidget::changeEvent(event);
}

} // namespace widgets
