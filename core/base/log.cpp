// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/log.h"

#include <spdlog/pattern_formatter.h>
#include <spdlog/sinks/base_sink.h>
#include <spdlog/sinks/rotating_file_sink.h>
#include <spdlog/sinks/stdout_color_sinks.h>
#include <spdlog/spdlog.h>

#include <memory>
#include <mutex>

namespace core {
namespace {

spdlog::level::level_enum toSpdlog(LogLevel level) {
    switch (level) {
    case LogLevel::Debug:
        return spdlog::level::debug;
    case LogLevel::Info:
        return spdlog::level::info;
    case LogLevel::Warning:
        return spdlog::level::warn;
    case LogLevel::Error:
        return spdlog::level::err;
    }
    return spdlog::level::info;
}

/// Hands every line to a function.
class ListenerSink : public spdlog::sinks::base_sink<std::mutex> {
public:
    explicit ListenerSink(std::function<void(const LogLine&)> listener) : m_listener(std::move(listener)) {}

protected:
    void sink_it_(const spdlog::details::log_msg& message) override {
        LogLine line;
        line.level = message.level >= spdlog::level::err    ? LogLevel::Error
                     : message.level == spdlog::level::warn ? LogLevel::Warning
                                                            : LogLevel::Info;
        spdlog::memory_buf_t time;
        spdlog::pattern_formatter("%H:%M:%S", spdlog::pattern_time_type::local, "").format(message, time);
        line.time.assign(time.data(), time.size());
        line.text.assign(message.payload.data(), message.payload.size());
        m_listener(line);
    }
    void flush_() override {}

private:
    std::function<void(const LogLine&)> m_listener;
};

} // namespace

void setUpLog(LogLevel stderrLevel, const std::string& file) {
    auto console = std::make_shared<spdlog::sinks::stderr_color_sink_mt>();
    console->set_level(toSpdlog(stderrLevel));
    console->set_pattern("%^%l%$: %v");
    auto logger = std::make_shared<spdlog::logger>("taillight", console);
    if (!file.empty()) {
        try {
            constexpr std::size_t kFileBytes = 2 * 1024 * 1024;
            logger->sinks().push_back(std::make_shared<spdlog::sinks::rotating_file_sink_mt>(file, kFileBytes, 3));
        } catch (const spdlog::spdlog_ex& e) {
            logger->warn("No log file {}: {}", file, e.what());
        }
    }
    logger->set_level(spdlog::level::debug);
    logger->flush_on(spdlog::level::warn);
    spdlog::set_default_logger(std::move(logger));
}

void addLogListener(std::function<void(const LogLine&)> listener) {
    auto sink = std::make_shared<ListenerSink>(std::move(listener));
    sink->set_level(spdlog::level::info);
    spdlog::default_logger()->sinks().push_back(std::move(sink));
}

} // namespace core
