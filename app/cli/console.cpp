// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/console.h"

#include "core/base/error_text.h"

#include <algorithm>
#include <cmath>
#include <csignal>
#include <cstdio>
#include <pthread.h>
#include <thread>
#include <unistd.h>

namespace app {
namespace {

/// Terminal columns of UTF-8 text: wide for the East Asian blocks, none for combining marks.
std::size_t displayWidth(const std::string& text) {
    std::size_t width = 0;
    for (std::size_t i = 0; i < text.size();) {
        const auto lead = static_cast<unsigned char>(text[i]);
        const std::size_t length = lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
        // U+1100 is where wide characters begin for our purposes: three bytes from E1 84 80 on, U+2000…U+2E7F are
        // narrow.
        const bool narrowSymbol = lead == 0xE2 && i + 1 < text.size() && static_cast<unsigned char>(text[i + 1]) < 0xBA;
        width += length >= 3 && !narrowSymbol ? 2 : 1;
        i += length;
    }
    return width;
}

bool numeric(const std::string& text) {
    return !text.empty() && text.find_first_not_of("0123456789.,+-% e[]–−") == std::string::npos &&
           text.find_first_of("0123456789") != std::string::npos;
}

/// Marks of Unicode that turn the rest of a line around (U+202A … U+202E, U+2066 … U+2069): names of a file must not
/// do that to a terminal.
bool turnsTheLine(const std::string& text, std::size_t at) {
    if (text.compare(at, 2, "\xE2\x80") == 0 && at + 2 < text.size())
        return static_cast<unsigned char>(text[at + 2]) >= 0xAA && static_cast<unsigned char>(text[at + 2]) <= 0xAE;
    return text.compare(at, 2, "\xE2\x81") == 0 && at + 2 < text.size() &&
           static_cast<unsigned char>(text[at + 2]) >= 0xA6 && static_cast<unsigned char>(text[at + 2]) <= 0xA9;
}

std::string oneLine(std::string text, std::size_t limit) {
    for (std::size_t at = 0; at < text.size();)
        if (turnsTheLine(text, at))
            text.erase(at, 3);
        else
            ++at;
    std::replace_if(
        text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7f; }, ' ');
    if (displayWidth(text) <= limit)
        return text;
    std::size_t end = 0;
    std::size_t width = 0;
    while (end < text.size()) {
        const auto lead = static_cast<unsigned char>(text[end]);
        const std::size_t length = lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
        width += displayWidth(text.substr(end, length));
        if (width > limit - 1)
            break;
        end += length;
    }
    return text.substr(0, end) + "…";
}

} // namespace

std::string TextTable::text() const {
    std::vector<std::vector<std::string>> rows{m_header};
    for (const auto& row : m_rows) {
        rows.emplace_back();
        for (const std::string& cell : row)
            rows.back().push_back(oneLine(cell, m_cellLimit));
    }
    std::vector<std::size_t> widths(m_header.size(), 0);
    std::vector<bool> right(m_header.size(), !m_rows.empty());
    for (std::size_t r = 0; r < rows.size(); ++r)
        for (std::size_t c = 0; c < widths.size(); ++c) {
            widths[c] = std::max(widths[c], displayWidth(rows[r][c]));
            if (r > 0 && !rows[r][c].empty() && !numeric(rows[r][c]))
                right[c] = false;
        }
    std::string out;
    for (std::size_t r = 0; r < rows.size(); ++r) {
        std::string line;
        for (std::size_t c = 0; c < widths.size(); ++c) {
            const std::string space(widths[c] - displayWidth(rows[r][c]), ' ');
            line += (c == 0 ? "" : "  ") + (right[c] ? space + rows[r][c] : rows[r][c] + space);
        }
        out += line.substr(0, line.find_last_not_of(' ') + 1) + "\n";
        if (r == 0) {
            for (std::size_t c = 0; c < widths.size(); ++c)
                out += (c == 0 ? "" : "  ") + std::string(widths[c], '-');
            out += "\n";
        }
    }
    return out;
}

std::string formatNumber(double value, int decimals) {
    if (std::isnan(value))
        return "-";
    char text[64];
    std::snprintf(text, sizeof text, "%.*f", decimals, value);
    return text;
}

std::string formatCount(std::int64_t value) {
    std::string digits = std::to_string(value);
    for (auto place = static_cast<std::ptrdiff_t>(digits.size()) - 3; place > (value < 0 ? 1 : 0); place -= 3)
        digits.insert(static_cast<std::size_t>(place), ",");
    return digits;
}

std::string formatShare(double share) {
    return formatNumber(100 * share, 1) + " %";
}

Console::Console(bool json) : m_json(json), m_terminal(isatty(STDERR_FILENO) != 0) {
    m_job = std::make_unique<core::JobContext>([this](const core::Progress& p) { showProgress(p); });
}

void Console::result(const core::Json& document, const std::string& text) const {
    endProgress();
    const std::string out = m_json ? core::dumpJsonPretty(document) + "\n" : text;
    std::fwrite(out.data(), 1, out.size(), stdout);
}

void Console::note(const std::string& line) const {
    endProgress();
    std::fprintf(stderr, "%s\n", line.c_str());
}

int Console::fail(const core::Error& error) const {
    endProgress();
    const std::string sentence = core::errorSentence(error);
    std::fprintf(stderr, "taillight-cli: %s\n", sentence.c_str());
    if (m_json) {
        core::Json document{{"error",
                             {{"code", core::errorName(error.code)},
                              {"message", sentence},
                              {"file", error.file},
                              {"line", error.line},
                              {"column", error.column},
                              {"value", error.value}}}};
        std::printf("%s\n", core::dumpJsonPretty(document).c_str());
    }
    return core::exitCode(error.code);
}

void Console::endProgress() const {
    if (m_shown > 0)
        std::fprintf(stderr, "\r%*s\r", static_cast<int>(m_shown), "");
    m_shown = 0;
}

void Console::showProgress(const core::Progress& p) const {
    if (!m_terminal) {
        if (p.stage != m_lastStage)
            std::fprintf(stderr, "%s …\n", p.stage.c_str());
        m_lastStage = p.stage;
        return;
    }
    std::string line = p.stage + ": " + formatCount(p.done);
    if (p.total > 0)
        line += " of " + formatCount(p.total);
    line += " " + p.unit;
    if (p.perSecond > 0)
        line += ", " + formatCount(static_cast<std::int64_t>(p.perSecond)) + "/s";
    if (p.secondsLeft >= 0)
        line += ", " + formatNumber(p.secondsLeft, 0) + " s left";
    const std::size_t width = line.size();
    std::fprintf(stderr, "\r%s%*s", line.c_str(), static_cast<int>(m_shown > width ? m_shown - width : 0), "");
    m_shown = width;
}

void cancelOnSignals(core::JobContext& job) {
    // Cancelling locks a mutex, which a signal handler may not: a thread of its own waits for the signals instead.
    sigset_t signals;
    sigemptyset(&signals);
    sigaddset(&signals, SIGINT);
    sigaddset(&signals, SIGTERM);
    pthread_sigmask(SIG_BLOCK, &signals, nullptr);
    std::thread([signals, &job] {
        for (;;) {
            int number = 0;
            if (sigwait(&signals, &number) == 0)
                job.cancel();
        }
    }).detach();
}

} // namespace app
