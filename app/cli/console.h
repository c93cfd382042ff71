// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/job_context.h"
#include "core/base/json.h"
#include "core/base/result.h"

#include <memory>
#include <string>
#include <vector>

namespace app {

/// A table for people: columns as wide as their cells (in terminal columns: Chinese characters take two), numbers
/// right.
class TextTable {
public:
    explicit TextTable(std::vector<std::string> header) : m_header(std::move(header)) {}
    /// Cells longer than this many columns are cut short, marked by an ellipsis.
    void limitCells(std::size_t columns) { m_cellLimit = columns; }
    void add(std::vector<std::string> row) { m_rows.push_back(std::move(row)); }
    std::string text() const;

private:
    std::size_t m_cellLimit = 60;
    std::vector<std::string> m_header;
    std::vector<std::vector<std::string>> m_rows;
};

std::string formatNumber(double value, int decimals = 3);
std::string formatCount(std::int64_t value); ///< 1,234,567
std::string formatShare(double share);       ///< 12.3 %

/// What every command gets: how to print, and the job that SIGINT cancels. Results go to stdout, all else to stderr.
class Console {
public:
    explicit Console(bool json);
    bool json() const { return m_json; }
    core::JobContext& job() { return *m_job; }

    /// With --json: the document. Otherwise: the text.
    void result(const core::Json& document, const std::string& text) const;
    /// A line for people on stderr.
    void note(const std::string& line) const;
    /// Prints the sentence on stderr (with --json also {"error": …} on stdout) and returns the exit code.
    int fail(const core::Error& error) const;
    /// Ends the progress line, if one is showing.
    void endProgress() const;

private:
    void showProgress(const core::Progress& progress) const;
    bool m_json;
    bool m_terminal;
    std::unique_ptr<core::JobContext> m_job;
    mutable std::string m_lastStage;
    mutable std::size_t m_shown = 0;
};

/// From now on SIGINT and SIGTERM cancel the job (exit code 3). Must be called before any thread is started.
void cancelOnSignals(core::JobContext& job);

} // namespace app
