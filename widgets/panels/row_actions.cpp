// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/panels/row_actions.h"

#include "widgets/folders.h"
#include "widgets/models/browse_model.h"
#include "widgets/models/browse_text.h"
#include "widgets/panels/entity_text.h"
#include "widgets/panels/filter_edit.h"
#include "widgets/panels/rows_view.h"
#include "widgets/text.h"

#include <QClipboard>
#include <QFileDialog>
#include <QFileInfo>
#include <QGuiApplication>
#include <QHeaderView>
#include <QMenu>
#include <QShortcut>
#include <QTableView>

#include <algorithm>
#include <array>

namespace widgets {

using core::select::Filter;
using core::select::FilterOp;
using core::store::BrowseColumn;
using core::store::BrowseSort;
using core::store::RowRange;
using core::store::RowsExport;

namespace {

constexpr std::int64_t kMostCopied = 100'000; ///< more belongs into a file

/// Tabs and line breaks of a value would move the cells that follow.
QString oneLine(std::string_view text) {
    QString line = toQString(text);
    for (const char c : {'\t', '\n', '\r'})
        line.replace(QLatin1Char(c), QLatin1Char(' '));
    return line;
}

/// column = value, or that it is missing.
Filter testOf(const BrowseColumn& column, const core::store::BrowseCell& cell,
              const core::select::FilterColumns& columns, bool negated) {
    Filter test;
    test.kind = Filter::Kind::Test;
    test.column = column.name;
    test.negated = negated;
    if (std::holds_alternative<std::monostate>(cell)) {
        test.op = FilterOp::Missing;
        return test;
    }
    // Written and read again: the language knows best what a value of this column looks like.
    const std::string value = core::store::cellText(cell, column.type);
    core::select::FilterValue literal{core::select::FilterType::Text, value};
    test.values = {literal};
    const std::string text = core::select::printFilter(test, columns);
    core::select::ParsedFilter parsed = core::select::parseFilter(text, columns);
    return parsed.ok() ? std::move(parsed.filter) : test;
}

} // namespace

RowActions::RowActions(RowsView& view) : QObject(&view), m_view(view) {
    const auto bind = [&view, this](const QKeySequence& keys, auto slot) {
        auto* shortcut = new QShortcut(keys, view.m_table);
        shortcut->setContext(Qt::WidgetShortcut);
        connect(shortcut, &QShortcut::activated, this, slot);
    };
    bind(QKeySequence::Copy, &RowActions::copyRows);
    bind(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_C), &RowActions::copyCell);
    connect(view.m_table, &QWidget::customContextMenuRequested, this,
            [this](const QPoint& place) { showMenu(m_view.m_table->viewport()->mapToGlobal(place)); });
}

std::vector<RowRange> RowActions::chosenRows() const {
    std::vector<RowRange> ranges;
    for (const QItemSelectionRange& range : m_view.m_table->selectionModel()->selection())
        ranges.push_back({range.top(), range.height()});
    std::sort(ranges.begin(), ranges.end(), [](const RowRange& a, const RowRange& b) { return a.first < b.first; });
    std::vector<RowRange> merged; // ranges of a selection may touch or overlap
    for (const RowRange& one : ranges) {
        if (merged.empty() || one.first > merged.back().first + merged.back().count)
            merged.push_back(one);
        else
            merged.back().count = std::max(merged.back().count, one.first + one.count - merged.back().first);
    }
    return merged;
}

std::vector<std::string> RowActions::shownColumns() const {
    std::vector<std::string> names;
    const QHeaderView* header = m_view.m_table->horizontalHeader();
    for (int place = 0; place < header->count(); ++place) { // in the order in which they stand
        const int column = header->logicalIndex(place);
        if (!m_view.m_table->isColumnHidden(column))
            names.push_back(m_view.m_model->table()->columns[static_cast<std::size_t>(column)].name);
    }
    return names;
}

void RowActions::copyRows() {
    const std::vector<RowRange> ranges = chosenRows();
    std::int64_t count = 0;
    for (const RowRange& range : ranges)
        count += range.count;
    const auto view = m_view.m_model->view();
    if (count == 0 || !view || !view->ready())
        return;
    if (count > kMostCopied) {
        Q_EMIT m_view.m_workspace.message(
            tr("%1 rows are too many for the clipboard (at most %2): export them instead.")
                .arg(formatInteger(count), formatInteger(kMostCopied)),
            true);
        return;
    }
    JobRunner::Options options;
    options.quiet = true;
    options.supersedes = QStringLiteral("copyRows");
    m_view.m_workspace.jobs().run<QString>(
        options, this,
        [view, ranges, names = shownColumns()](core::JobContext& job) -> core::Result<QString> {
            QString text;
            const auto add = [&](const core::store::BrowseRow& row) -> core::Status {
                for (std::size_t i = 0; i < names.size(); ++i)
                    text += (i > 0 ? QStringLiteral("\t") : QString()) +
                            oneLine(core::store::cellText(row.cells[i], view->table().column(names[i])->type));
                text += QLatin1Char('\n');
                return {};
            };
            TL_CHECK_STATUS(view->forEachRow(names, ranges, add, job));
            return text;
        },
        [this, count](core::Result<QString> text) {
            if (!text.ok())
                return;
            QGuiApplication::clipboard()->setText(*text);
            Q_EMIT m_view.m_workspace.message(tr("%1 rows were copied.").arg(formatInteger(count)), false);
        });
}

void RowActions::copyCell() {
    const QModelIndex current = m_view.m_table->currentIndex();
    if (current.isValid())
        QGuiApplication::clipboard()->setText(current.data(models::BrowseModel::ValueRole).toString());
}

QMenu* RowActions::showMenu(const QPoint& global) {
    auto* menu = new QMenu(&m_view);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->setObjectName(QStringLiteral("rowsMenu"));
    QAction* rows = menu->addAction(tr("Copy rows"), this, &RowActions::copyRows);
    rows->setShortcut(QKeySequence::Copy);
    QAction* cell = menu->addAction(tr("Copy value"), this, &RowActions::copyCell);
    cell->setShortcut(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_C));
    if (m_view.m_table->currentIndex().isValid()) {
        addFilters(menu);
        addSorts(menu);
        addSelect(menu);
    }
    menu->addSeparator();
    menu->addAction(tr("Export these rows…"), this, [this] { askExport(false); });
    QAction* chosen = menu->addAction(tr("Export the chosen rows…"), this, [this] { askExport(true); });
    chosen->setEnabled(!chosenRows().empty());
    menu->popup(global);
    return menu;
}

void RowActions::addFilters(QMenu* menu) {
    const QModelIndex current = m_view.m_table->currentIndex();
    const auto* const row = m_view.m_model->rowAt(current.row());
    if (row == nullptr || row->gone)
        return;
    const auto at = static_cast<std::size_t>(current.column());
    const BrowseColumn& column = m_view.m_model->table()->columns[at];
    const core::store::BrowseCell cell = row->cells[at];
    constexpr int kShown = 40;
    const bool missing = std::holds_alternative<std::monostate>(cell);
    const QString value = missing ? tr("(missing)") : QStringLiteral("“%1”").arg(browseText(cell, column, kShown));
    menu->addSeparator();
    for (const bool negated : {false, true})
        menu->addAction(negated ? tr("Leave out %1").arg(value) : tr("Only %1").arg(value), this,
                        [this, column, cell, negated] {
                            m_view.addCondition(testOf(column, cell, m_view.m_filter->columns(), negated));
                        });
}

void RowActions::addSorts(QMenu* menu) {
    const std::string name =
        m_view.m_model->table()->columns[static_cast<std::size_t>(m_view.m_table->currentIndex().column())].name;
    const QString title = browseColumnTitle(
        m_view.m_model->table()->columns[static_cast<std::size_t>(m_view.m_table->currentIndex().column())]);
    menu->addSeparator();
    menu->addAction(tr("Sort by %1, smallest first").arg(title), this, [this, name] {
        m_view.setSort({{name, false}});
    });
    menu->addAction(tr("Sort by %1, largest first").arg(title), this, [this, name] { m_view.setSort({{name, true}}); });
    std::vector<BrowseSort> sort = m_view.shown().sort;
    std::erase_if(sort, [&name](const BrowseSort& one) { return one.column == name; });
    if (!sort.empty()) {
        sort.push_back({name, false});
        menu->addAction(tr("Then sort by %1").arg(title), this, [this, sort] { m_view.setSort(sort); });
    }
    if (!m_view.shown().sort.empty())
        menu->addAction(tr("Do not sort"), this, [this] { m_view.setSort({}); });
}

void RowActions::addSelect(QMenu* menu) {
    const QModelIndex current = m_view.m_table->currentIndex();
    const std::string& name = m_view.m_model->table()->columns[static_cast<std::size_t>(current.column())].name;
    constexpr std::array kEntities{"item", "category", "brand", "label", "user", "query"};
    const std::string value = toStd(current.data(models::BrowseModel::ValueRole).toString());
    if (value.empty() || std::find(kEntities.begin(), kEntities.end(), name) == kEntities.end())
        return;
    menu->addSeparator();
    menu->addAction(tr("Select in the charts"), this, [this, name, value] {
        m_view.m_workspace.selection().select({name, {value}});
    });
}

void RowActions::askExport(bool chosenOnly) {
    if (!m_view.m_model->view() || m_view.m_model->state() != models::BrowseModel::State::Ready)
        return;
    auto* dialog = new QFileDialog(&m_view, tr("Export rows"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setObjectName(QStringLiteral("exportRows"));
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    const QString csv = tr("CSV (*.csv)"), guarded = tr("CSV, harmless in spreadsheets (*.csv)"),
                  lines = tr("JSON Lines (*.jsonl)");
    dialog->setNameFilters({csv, guarded, lines});
    dialog->setDefaultSuffix(QStringLiteral("csv"));
    connect(dialog, &QFileDialog::filterSelected, dialog, [dialog, lines](const QString& filter) {
        dialog->setDefaultSuffix(filter == lines ? QStringLiteral("jsonl") : QStringLiteral("csv"));
    });
    followLastFolder(*dialog);
    dialog->selectFile(toQString(m_view.m_name) + QStringLiteral(".csv"));
    const std::vector<RowRange> ranges = chosenOnly ? chosenRows() : std::vector<RowRange>();
    connect(dialog, &QFileDialog::fileSelected, this, [this, dialog, guarded, ranges](const QString& path) {
        RowsExport request;
        request.path = toStd(path);
        request.format = core::store::exportFormatOf(request.path);
        request.columns = shownColumns();
        request.rows = ranges;
        request.guardFormulas = dialog->selectedNameFilter() == guarded;
        exportTo(std::move(request));
    });
    dialog->open();
}

void RowActions::exportTo(RowsExport request) {
    JobRunner::Options options;
    options.title = tr("Exporting rows to %1").arg(QFileInfo(toQString(request.path)).fileName());
    m_view.m_workspace.jobs().run<core::store::RowsExported>(
        options, this,
        [view = m_view.m_model->view(), request](core::JobContext& job) {
            return core::store::exportRows(*view, request, job);
        },
        [this, request](core::Result<core::store::RowsExported> done) {
            if (!done.ok()) {
                Q_EMIT m_view.m_workspace.message(errorText(done.error()),
                                                  done.error().code != core::ErrorCode::Cancelled);
                return;
            }
            QString text = tr("%1 rows were written to %2.").arg(formatInteger(done->rows), toQString(request.path));
            if (done->formulas > 0 && request.format == RowsExport::Format::Csv && !request.guardFormulas)
                text +=
                    QLatin1Char(' ') + tr("%1 texts begin with = + - or @: a spreadsheet would run them as formulas. "
                                          "The harmless CSV format puts a ' before them.")
                                           .arg(formatInteger(done->formulas));
            Q_EMIT m_view.m_workspace.message(text, false);
        });
}

} // namespace widgets
