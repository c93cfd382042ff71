// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands.h"

#include "core/store/browse/browse.h"
#include "core/store/browse/export_rows.h"

#include <algorithm>

namespace app {
namespace {

using core::Error;
using core::ErrorCode;
using core::Json;
using core::Status;
using core::store::Browse;
using core::store::BrowseTable;
using core::store::Project;

struct RowsOptions {
    std::string project, exportPath;
    core::store::BrowseQuery query;
    std::vector<std::string> sort, columns;
    std::int64_t offset = 0, limit = 50;
    bool guardFormulas = false;
};

constexpr std::size_t kCellWidth = 48; ///< of the table for people; --json and --export have everything

/// "price", "price:desc".
core::Result<std::vector<core::store::BrowseSort>> parseSort(const std::vector<std::string>& texts) {
    std::vector<core::store::BrowseSort> sort;
    for (const std::string& text : texts) {
        const auto colon = text.find(':');
        const std::string direction = colon == std::string::npos ? "asc" : text.substr(colon + 1);
        if (direction != "asc" && direction != "desc")
            return Error(ErrorCode::Usage, "--sort wants COLUMN, COLUMN:asc or COLUMN:desc, but got “" + text + "”.");
        sort.push_back({text.substr(0, colon), direction == "desc"});
    }
    return sort;
}

/// Where the wanted columns stand in the table.
core::Result<std::vector<std::size_t>> placesOf(const std::vector<std::string>& wanted, const BrowseTable& table) {
    std::vector<std::size_t> places;
    for (const std::string& name : wanted) {
        const auto* const column = table.column(name);
        if (column == nullptr) {
            std::string names;
            for (const auto& one : table.columns)
                names += (names.empty() ? "" : ", ") + one.name;
            return Error(ErrorCode::UnknownChoice, names).at("--columns", name);
        }
        places.push_back(static_cast<std::size_t>(column - table.columns.data()));
    }
    for (std::size_t i = 0; wanted.empty() && i < table.columns.size(); ++i)
        places.push_back(i);
    return places;
}

/// Short, on one line, and nothing in it that a terminal would obey.
std::string forPeople(const std::string& text) {
    std::string line;
    for (const char c : text)
        line += static_cast<unsigned char>(c) < 0x20 || c == 0x7F ? ' ' : c;
    if (line.size() <= kCellWidth)
        return line;
    std::size_t end = kCellWidth;
    while (end > 0 && (static_cast<unsigned char>(line[end]) & 0xC0U) == 0x80U)
        --end; // never half a character
    return line.substr(0, end) + "…";
}

Status runExport(Browse& view, const RowsOptions& options, Console& console) {
    core::store::RowsExport request{options.exportPath, core::store::exportFormatOf(options.exportPath),
                                    options.columns, options.guardFormulas};
    TL_TRY(const auto written, core::store::exportRows(view, request, console.job()));
    std::string text = formatCount(written.rows) + " rows written to " + options.exportPath + "\n";
    if (written.formulas > 0 && !options.guardFormulas)
        text += formatCount(written.formulas) +
                " texts begin with = + - or @: a spreadsheet would run them as formulas (--guard-formulas)\n";
    console.result({{"file", options.exportPath}, {"rows", written.rows}, {"formulas", written.formulas}}, text);
    return {};
}

Status runRows(RowsOptions options, Console& console) {
    TL_TRY(options.query.sort, parseSort(options.sort));
    TL_TRY(const BrowseTable* const table, core::store::browseTable(options.query.table));
    TL_TRY(const auto places, placesOf(options.columns, *table));
    TL_TRY(const auto project, openProject(options.project, Project::Access::ReadOnly));
    TL_TRY(const auto view, Browse::open(project, options.query));
    if (!options.exportPath.empty())
        return runExport(*view, options, console);
    TL_CHECK_STATUS(view->build(console.job()));
    TL_TRY(const auto rows, view->page(options.offset, options.limit, console.job()));
    std::vector<std::string> header{"row"};
    Json columns = Json::array(), list = Json::array();
    for (const std::size_t place : places) {
        header.push_back(table->columns[place].name);
        columns.push_back(table->columns[place].name);
    }
    TextTable text(header);
    for (std::size_t i = 0; i < rows.size(); ++i) {
        std::vector<std::string> cells{formatCount(options.offset + static_cast<std::int64_t>(i) + 1)};
        Json row = Json::object();
        for (const std::size_t place : places) {
            const auto& column = table->columns[place];
            cells.push_back(forPeople(core::store::cellText(rows[i].cells[place], column.type)));
            row[column.name] = core::store::cellJson(rows[i].cells[place], column.type);
        }
        text.add(std::move(cells));
        list.push_back(std::move(row));
    }
    const std::string summary =
        formatCount(static_cast<std::int64_t>(rows.size())) + " of " + formatCount(view->total()) + " rows\n";
    console.result({{"table", table->name},
                    {"total", view->total()},
                    {"offset", options.offset},
                    {"filter", core::select::printFilter(view->filter(), core::store::filterColumnsOf(*table))},
                    {"columns", columns},
                    {"rows", list}},
                   (rows.empty() ? std::string() : text.text()) + summary);
    return {};
}

Status runTables(const std::string& path, Console& console) {
    TL_TRY(const auto project, openProject(path, Project::Access::ReadOnly));
    TL_TRY(const auto sizes, core::store::tableSizes(*project, console.job()));
    static constexpr std::array kTypes{"text", "integer", "number", "time", "boolean", "choice", "json"};
    TextTable table({"table", "rows", "columns"});
    Json list = Json::array();
    for (std::size_t i = 0; i < sizes.size(); ++i) {
        const BrowseTable& described = core::store::tables()[i];
        TL_TRY(const auto attributes, core::store::attributeNames(*project, described));
        std::string names;
        Json columns = Json::array();
        for (const auto& column : described.columns) {
            names += (names.empty() ? "" : ", ") + column.name;
            Json one{{"name", column.name}, {"type", kTypes[static_cast<std::size_t>(column.type)]}};
            if (!column.choices.empty())
                one["choices"] = column.choices;
            columns.push_back(std::move(one));
        }
        table.add({described.name, formatCount(sizes[i].rows), names});
        list.push_back(
            {{"name", described.name}, {"rows", sizes[i].rows}, {"columns", columns}, {"attributes", attributes}});
    }
    console.result({{"tables", list}}, table.text());
    return {};
}

} // namespace

void addRowsCommands(CLI::App& cli, Command& chosen) {
    auto options = makeOptions<RowsOptions>();
    CLI::App* rows = cli.add_subcommand("rows", "Show or export rows of any table: filtered, searched, sorted");
    rows->add_option("PROJECT", options->project)->required();
    rows->add_option("TABLE", options->query.table, "One of those that the command tables shows")->required();
    rows->add_option("--filter", options->query.filter,
                     "Such as: price >= 1.5k and (title contains \"手机\" or brand in (Acme, \"Blue Ox\"))");
    rows->add_option("--search", options->query.search, "Words that must all occur in a row's texts");
    rows->add_option("--sort", options->sort, "COLUMN or COLUMN:desc; again for the next column")->take_all();
    rows->add_option("--columns", options->columns, "Only these columns, separated by commas")->delimiter(',');
    rows->add_option("--offset", options->offset, "Rows to skip")->check(CLI::NonNegativeNumber)->capture_default_str();
    rows->add_option("--limit", options->limit, "Rows to show")
        ->check(CLI::Range(std::int64_t{0}, std::int64_t{100'000}))
        ->capture_default_str();
    rows->add_option("--export", options->exportPath,
                     "Write every row to FILE: .jsonl or .ndjson JSON Lines, else CSV");
    rows->add_flag("--guard-formulas", options->guardFormulas, "CSV: put ' before what a spreadsheet would run");
    rows->callback([options, &chosen] { chosen = [options](Console& c) { return runRows(*options, c); }; });

    auto path = makeOptions<std::string>();
    CLI::App* tables = cli.add_subcommand("tables", "Show the tables of a project with their rows and columns");
    tables->add_option("PROJECT", *path)->required();
    tables->callback([path, &chosen] { chosen = [path](Console& c) { return runTables(*path, c); }; });
}

} // namespace app
