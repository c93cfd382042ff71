// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <string>

namespace core {

enum class LogLevel { Debug, Info, Warning, Error };

struct LogLine {
    LogLevel level;
    std::string time; ///< local, HH:MM:SS
    std::string text;
};

/// Sets spdlog up: stderr from `stderrLevel` on, and, when `file` is not empty, a rotating file (3 × 2 MB) with all.
void setUpLog(LogLevel stderrLevel, const std::string& file = {});

/// Adds a listener that gets every line from Info on (the Log dock). Called on the logging thread: it must hand over.
void addLogListener(std::function<void(const LogLine&)> listener);

} // namespace core
