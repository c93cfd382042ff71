// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/panels/row_details.h"

#include "core/base/json.h"
#include "widgets/models/browse_text.h"
#include "widgets/text.h"

#include <QEvent>
#include <QFontDatabase>
#include <QHeaderView>
#include <QLabel>
#include <QPlainTextEdit>
#include <QSignalBlocker>
#include <QSplitter>
#include <QTreeWidget>
#include <QVBoxLayout>

namespace widgets {

using core::store::BrowseType;

namespace {

/// JSON with one value a line; anything that is none stays as it is.
QString laidOut(const std::string& text) {
    const auto parsed = core::parseJson(text);
    return toQString(parsed.ok() ? core::dumpJsonPretty(*parsed) : text);
}

} // namespace

RowDetails::RowDetails(QWidget* parent)
    : QWidget(parent), m_title(new QLabel), m_fields(new QTreeWidget), m_text(new QPlainTextEdit) {
    m_fields->setObjectName(QStringLiteral("rowFields"));
    m_fields->setColumnCount(2);
    m_fields->setHeaderHidden(true);
    m_fields->setRootIsDecorated(false);
    m_fields->setUniformRowHeights(true);
    m_fields->setAlternatingRowColors(true);
    m_fields->header()->setSectionResizeMode(0, QHeaderView::ResizeToContents);
    m_text->setObjectName(QStringLiteral("rowText"));
    m_text->setReadOnly(true);
    m_text->setTabChangesFocus(true);
    auto* halves = new QSplitter(Qt::Vertical);
    halves->setChildrenCollapsible(false);
    halves->addWidget(m_fields);
    halves->addWidget(m_text);
    halves->setStretchFactor(0, 3);
    halves->setStretchFactor(1, 2);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(4);
    layout->addWidget(m_title);
    layout->addWidget(halves, 1);
    connect(m_fields, &QTreeWidget::currentItemChanged, this, &RowDetails::showText);
    retranslateUi();
}

void RowDetails::showRow(const core::store::BrowseTable* table, qint64 number, const core::store::BrowseRow* row,
                         int column) {
    m_table = table;
    m_number = row == nullptr ? 0 : number;
    m_row = row == nullptr ? core::store::BrowseRow() : *row;
    {
        const QSignalBlocker blocker(m_fields);
        m_fields->clear();
        for (std::size_t i = 0; table != nullptr && i < m_row.cells.size(); ++i) {
            const auto& described = table->columns[i];
            const bool missing = std::holds_alternative<std::monostate>(m_row.cells[i]);
            auto* item = new QTreeWidgetItem(
                {browseColumnTitle(described), missing ? tr("(missing)") : browseText(m_row.cells[i], described)});
            item->setForeground(0, palette().placeholderText());
            if (missing)
                item->setForeground(1, palette().placeholderText());
            m_fields->addTopLevelItem(item);
        }
        m_fields->setCurrentItem(m_fields->topLevelItem(column));
    }
    m_title->setText(m_number > 0 ? tr("Row %1").arg(formatInteger(m_number)) : tr("No row is chosen"));
    showText();
}

void RowDetails::showText() {
    const int field = m_fields->indexOfTopLevelItem(m_fields->currentItem());
    if (m_table == nullptr || field < 0 || static_cast<std::size_t>(field) >= m_row.cells.size()) {
        m_text->clear();
        return;
    }
    const auto& column = m_table->columns[static_cast<std::size_t>(field)];
    const auto& cell = m_row.cells[static_cast<std::size_t>(field)];
    const auto* const text = std::get_if<std::string>(&cell);
    const bool json = column.type == BrowseType::Json && text != nullptr;
    m_text->setFont(json ? QFontDatabase::systemFont(QFontDatabase::FixedFont) : font());
    m_text->setPlainText(json ? laidOut(*text) : browseText(cell, column, 0));
}

void RowDetails::retranslateUi() {
    m_fields->setAccessibleName(tr("Every column of the row"));
    m_text->setAccessibleName(tr("The whole value"));
    m_text->setPlaceholderText(tr("Choose a cell to read its whole value."));
    const core::store::BrowseRow row = m_row;
    showRow(m_table, m_number, m_number > 0 ? &row : nullptr, m_fields->indexOfTopLevelItem(m_fields->currentItem()));
}

void RowDetails::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange)
        retranslateUi();
    QWidget::changeEvent(event);
}

} // namespace widgets
