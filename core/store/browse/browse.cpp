// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/browse/browse.h"

#include "core/data/values.h"
#include "core/store/browse/browse_parts.h"
#include "core/store/browse/row_order.h"
#include "core/store/browse/sql_functions.h"
#include "core/store/browse/view_sql.h"

#include <algorithm>
#include <array>
#include <atomic>
#include <charconv>
#include <mutex>

namespace core::store {

namespace {

BrowseCell cellOf(const Statement& row, int index, const ColumnSpec& column) {
    if (row.isNull(index))
        return {};
    switch (column.type) {
    case BrowseType::Integer:
    case BrowseType::Time:
    case BrowseType::Boolean:
        return row.integer(index);
    case BrowseType::Number:
        return row.real(index);
    case BrowseType::Choice: {
        const auto place = std::find(column.codes.begin(), column.codes.end(), row.integer(index));
        if (place != column.codes.end())
            return column.choices[static_cast<std::size_t>(place - column.codes.begin())];
        break; // a code of a newer version: as it is
    }
    case BrowseType::Text:
    case BrowseType::Json:
        break;
    }
    return std::string(row.text(index));
}

Status checkSort(const BrowseQuery& query, const BrowseTable& table) {
    for (const BrowseSort& sort : query.sort) {
        if (table.column(sort.column) != nullptr)
            continue;
        std::string names;
        for (const BrowseColumn& column : table.columns)
            names += (names.empty() ? "" : ", ") + column.name;
        return Error(ErrorCode::UnknownChoice, names).at("sort", sort.column);
    }
    return {};
}

/// The ranges, within the view, in steps that are read at a time. None stands for the whole view.
std::vector<RowRange> stepsOf(std::vector<RowRange> ranges, std::int64_t total) {
    if (ranges.empty())
        ranges.push_back({0, total});
    std::vector<RowRange> steps;
    for (const RowRange& range : ranges) {
        const std::int64_t end = std::min(range.first + range.count, total);
        for (std::int64_t first = std::max<std::int64_t>(range.first, 0); first < end; first += RowOrder::kStep)
            steps.push_back({first, std::min(RowOrder::kStep, end - first)});
    }
    return steps;
}

} // namespace

std::string cellText(const BrowseCell& cell, BrowseType type) {
    if (const auto* const text = std::get_if<std::string>(&cell))
        return *text;
    if (const auto* const whole = std::get_if<std::int64_t>(&cell)) {
        if (type == BrowseType::Time)
            return data::formatTime(*whole);
        if (type == BrowseType::Boolean)
            return *whole != 0 ? "yes" : "no";
        return std::to_string(*whole);
    }
    if (const auto* const number = std::get_if<double>(&cell)) {
        std::array<char, 32> text{};
        return {text.data(), std::to_chars(text.data(), text.data() + text.size(), *number).ptr};
    }
    return {};
}

RowReader::RowReader(Database& database, const TableSpec& spec, std::vector<const ColumnSpec*> columns)
    : m_database(database), m_spec(spec), m_columns(std::move(columns)) {}

Status RowReader::prepare() {
    std::string list;
    for (const ColumnSpec* const column : m_columns)
        list += (list.empty() ? "" : ", ") + std::string(column->sql);
    TL_TRY(Statement statement, m_database.prepare("SELECT " + (list.empty() ? "1" : list) + " FROM " +
                                                   m_spec.joined() + " WHERE " + m_spec.byKey));
    m_statement.emplace(std::move(statement));
    return {};
}

Result<BrowseRow> RowReader::read(std::int64_t key) {
    if (!m_statement)
        TL_CHECK_STATUS(prepare());
    BrowseRow row;
    row.key = key;
    m_statement->bind(1, key);
    TL_TRY(const bool there, m_statement->step());
    row.gone = !there;
    if (there) {
        row.cells.reserve(m_columns.size());
        for (std::size_t i = 0; i < m_columns.size(); ++i)
            row.cells.push_back(cellOf(*m_statement, static_cast<int>(i), *m_columns[i]));
    }
    m_statement->reset();
    return row;
}

class Browse::Impl {
public:
    Impl(ProjectPtr project, BrowseQuery query, const TableSpec& spec, select::Filter filter, Condition condition)
        : m_project(std::move(project)),
          m_query(std::move(query)),
          m_spec(spec),
          m_filter(std::move(filter)),
          m_condition(std::move(condition)) {}

    RowOrderPtr order() const {
        const std::lock_guard lock(m_mutex);
        return m_order;
    }

    void setOrder(RowOrderPtr order) {
        const std::lock_guard lock(m_mutex);
        m_order = std::move(order);
    }

    Result<std::vector<BrowseRow>> readRows(Database& database, const std::vector<std::int64_t>& keys,
                                            JobContext& job) const {
        std::vector<const ColumnSpec*> columns;
        for (const ColumnSpec& column : m_spec.columns)
            columns.push_back(&column);
        RowReader reader(database, m_spec, std::move(columns));
        std::vector<BrowseRow> rows;
        rows.reserve(keys.size());
        for (const std::int64_t key : keys) {
            TL_CHECK_STATUS(job.check());
            TL_TRY(BrowseRow row, reader.read(key));
            rows.push_back(std::move(row));
        }
        return rows;
    }

    Result<RowOrderPtr> makeOrder(Database& database, JobContext& job) const {
        if (m_query.sort.empty() && m_condition.sql.empty())
            return storedOrder(database, m_spec, job);
        if (!m_query.sort.empty() && m_spec.plain) {
            TL_TRY(RowOrderPtr packed, packedOrder(database, m_spec, m_condition, m_query.sort, job));
            if (packed)
                return packed;
        }
        return queriedOrder(database, m_spec, m_condition, m_query.sort, job);
    }

    ProjectPtr m_project;
    BrowseQuery m_query;
    const TableSpec& m_spec;
    select::Filter m_filter;
    Condition m_condition;
    std::atomic<std::uint64_t> m_generation{0};

private:
    mutable std::mutex m_mutex;
    RowOrderPtr m_order;
};

Browse::Browse(std::unique_ptr<Impl> impl) : m_impl(std::move(impl)) {}
Browse::~Browse() = default;

Result<std::shared_ptr<Browse>> Browse::open(ProjectPtr project, BrowseQuery query) {
    TL_TRY(const BrowseTable* const table, browseTable(query.table));
    TL_CHECK_STATUS(checkSort(query, *table));
    select::ParsedFilter parsed = select::parseFilter(query.filter, filterColumnsOf(*table));
    if (!parsed.ok())
        return select::filterError(query.filter, *parsed.fault);
    const TableSpec& spec = *tableSpec(query.table);
    TL_TRY(Condition condition, conditionOf(spec, parsed.filter, query));
    auto impl = std::make_unique<Impl>(std::move(project), std::move(query), spec, std::move(parsed.filter),
                                       std::move(condition));
    impl->m_generation = impl->m_project->generation();
    return std::shared_ptr<Browse>(new Browse(std::move(impl)));
}

const BrowseQuery& Browse::query() const {
    return m_impl->m_query;
}

const BrowseTable& Browse::table() const {
    return m_impl->m_spec.table;
}

const select::Filter& Browse::filter() const {
    return m_impl->m_filter;
}

const Project& Browse::project() const {
    return *m_impl->m_project;
}

bool Browse::headIsQuick() const {
    return std::all_of(m_impl->m_query.sort.begin(), m_impl->m_query.sort.end(), [this](const BrowseSort& one) {
        return std::string_view(m_impl->m_spec.column(one.column)->join).empty();
    });
}

Result<std::vector<BrowseRow>> Browse::head(std::int64_t count, JobContext& job) const {
    std::vector<BrowseRow> rows;
    const auto work = [&](Database& database) -> Status {
        TL_CHECK_STATUS(addSqlFunctions(database));
        const Interrupter interrupter(database, job);
        const TableSpec& spec = m_impl->m_spec;
        const bool asStored = m_impl->m_query.sort.empty();
        TL_TRY(const Condition condition, conditionOf(spec, m_impl->m_filter, m_impl->m_query, asStored));
        TL_TRY(Statement first,
               database.prepare(keysSql(spec, condition, m_impl->m_query.sort) + " LIMIT " + std::to_string(count)));
        condition.bind(first);
        std::vector<std::int64_t> keys;
        for (;;) {
            TL_TRY(const bool row, first.step());
            if (!row)
                break;
            keys.push_back(first.integer(0));
        }
        first.reset();
        TL_TRY(rows, m_impl->readRows(database, keys, job));
        return {};
    };
    TL_CHECK_STATUS(m_impl->m_project->read(work));
    return rows;
}

Status Browse::build(JobContext& job) {
    RowOrderPtr order;
    const std::uint64_t generation = m_impl->m_project->generation();
    const auto work = [&](Database& database) -> Status {
        TL_CHECK_STATUS(addSqlFunctions(database));
        const Interrupter interrupter(database, job);
        TL_TRY(order, m_impl->makeOrder(database, job));
        return {};
    };
    TL_CHECK_STATUS(m_impl->m_project->read(work));
    TL_CHECK_STATUS(job.check());
    m_impl->m_generation = generation;
    m_impl->setOrder(std::move(order));
    return {};
}

bool Browse::ready() const {
    return m_impl->order() != nullptr;
}

std::int64_t Browse::total() const {
    const RowOrderPtr order = m_impl->order();
    return order ? order->total() : -1;
}

bool Browse::stale() const {
    return m_impl->m_project->generation() != m_impl->m_generation;
}

std::size_t Browse::memory() const {
    const RowOrderPtr order = m_impl->order();
    return order ? order->memory() : 0;
}

Result<std::vector<BrowseRow>> Browse::page(std::int64_t first, std::int64_t count, JobContext& job) const {
    const RowOrderPtr order = m_impl->order();
    if (!order)
        return Error(ErrorCode::Internal, "the rows were asked for before their order was made");
    first = std::clamp<std::int64_t>(first, 0, order->total());
    count = std::clamp<std::int64_t>(count, 0, order->total() - first);
    std::vector<BrowseRow> rows;
    if (count == 0)
        return rows;
    const auto work = [&](Database& database) -> Status {
        TL_CHECK_STATUS(addSqlFunctions(database)); // some columns are computed by them
        TL_TRY(const auto keys, order->keys(database, m_impl->m_spec, first, count));
        TL_TRY(rows, m_impl->readRows(database, keys, job));
        return {};
    };
    TL_CHECK_STATUS(m_impl->m_project->read(work));
    return rows;
}

Status Browse::forEachRow(const std::vector<std::string>& columns, const std::vector<RowRange>& ranges,
                          const RowVisitor& visit, JobContext& job) const {
    const RowOrderPtr order = m_impl->order();
    if (!order)
        return Error(ErrorCode::Internal, "the rows were asked for before their order was made");
    std::vector<const ColumnSpec*> specs;
    for (const std::string& name : columns)
        specs.push_back(m_impl->m_spec.column(name));
    const auto work = [&](Database& database) -> Status {
        TL_CHECK_STATUS(addSqlFunctions(database));
        RowReader reader(database, m_impl->m_spec, specs);
        std::int64_t done = 0;
        for (const RowRange& part : stepsOf(ranges, order->total())) {
            TL_TRY(const auto keys, order->keys(database, m_impl->m_spec, part.first, part.count));
            for (const std::int64_t key : keys) {
                TL_CHECK_STATUS(job.check());
                TL_TRY(const BrowseRow row, reader.read(key));
                if (!row.gone)
                    TL_CHECK_STATUS(visit(row));
            }
            done += part.count;
            job.report(done);
        }
        return {};
    };
    return m_impl->m_project->read(work);
}

} // namespace core::store
