// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error_text.h"
#include "core/data/record_reader.h"

#include <QByteArray>

#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

/// What a record reader made of a file, in a form that compares and prints well.
struct Reading {
    std::optional<core::Error> error;
    std::vector<std::string> header;
    std::vector<std::vector<std::string>> rows; ///< cells; "∅" = missing, "null" in ⟨⟩ = null
    std::vector<std::int64_t> lines;
    std::vector<core::data::RowFault> faults;
    std::vector<std::string> raw;

    /// One line a row, for comparisons: "line: cell|cell", faulty ones "line! raw text".
    QByteArray shown() const {
        std::string text;
        for (std::size_t i = 0; i < rows.size(); ++i) {
            text += std::to_string(lines[i]);
            if (faults[i] != core::data::RowFault::None) {
                text += "!" + std::to_string(static_cast<int>(faults[i])) + " " + raw[i] + "\n";
                continue;
            }
            text += ":";
            for (std::size_t c = 0; c < rows[i].size(); ++c)
                text += (c == 0 ? " " : "|") + rows[i][c];
            text += "\n";
        }
        if (error)
            text += core::errorSentence(*error) + "\n";
        return QByteArray::fromStdString(text);
    }
    QByteArray columns() const {
        std::string text;
        for (const std::string& name : header)
            text += (text.empty() ? "" : "|") + name;
        return QByteArray::fromStdString(text);
    }
};

inline std::string shownCell(std::string_view cell) {
    using core::data::CellKind;
    switch (core::data::cellKind(cell)) {
    case CellKind::Missing:
        return "∅";
    case CellKind::Null:
        return "⟨null⟩";
    default:
        return std::string(cell);
    }
}

inline Reading readAll(core::Result<std::unique_ptr<core::data::RecordReader>> reader) {
    Reading reading;
    if (!reader.ok()) {
        reading.error = reader.error();
        return reading;
    }
    reading.header = (*reader)->header();
    core::data::Record row;
    for (;;) {
        const auto any = (*reader)->next(row);
        if (!any.ok())
            reading.error = any.error();
        if (!any.ok() || !*any)
            return reading;
        auto& cells = reading.rows.emplace_back();
        for (const std::string_view cell : row.fields)
            cells.push_back(shownCell(cell));
        reading.lines.push_back(row.line);
        reading.faults.push_back(row.fault);
        reading.raw.emplace_back(row.rawText);
    }
}
