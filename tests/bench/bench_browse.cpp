// SPDX-License-Identifier: GPL-3.0-or-later
// Times of pages of the row browser in a project with many events — at random, one after the other, at the end; as
// stored, by every column, filtered, searched — beside SQL's own LIMIT … OFFSET.
//   bench_browse [MILLIONS] [FOLDER]     makes a project of that many events in FOLDER (kept there, used again)
#include "core/base/error_text.h"
#include "core/base/rng.h"
#include "core/store/browse/browse.h"
#include "core/store/database.h"
#include "core/store/import.h"

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <filesystem>
#include <fstream>
#include <string>
#include <thread>
#include <vector>

using namespace core::store;

namespace {

double now() {
    return std::chrono::duration<double>(std::chrono::steady_clock::now().time_since_epoch()).count();
}

[[noreturn]] void die(const core::Error& error) {
    std::fprintf(stderr, "%s\n", core::errorSentence(error).c_str());
    std::exit(1);
}
void must(const core::Status& status) {
    if (!status.ok())
        die(status.error());
}
template <class T> T must(core::Result<T> result) {
    if (!result.ok())
        die(result.error());
    return std::move(*result);
}

double megabytes(const char* field) {
    std::ifstream status("/proc/self/status");
    for (std::string line; std::getline(status, line);)
        if (line.starts_with(field))
            return std::atof(line.c_str() + std::string_view(field).size()) / 1024;
    return 0;
}

std::string fill(std::int64_t events) {
    const std::string items = std::to_string(std::max<std::int64_t>(events / 20, 1000));
    const std::string users = std::to_string(std::max<std::int64_t>(events / 20, 1000));
    const auto series = [](const std::string& count) {
        return "WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n WHERE x < " + count + ") ";
    };
    return "INSERT INTO source(id, kind, path, mapping, compression, encoding, delimiter, rows_read, imported, "
           "rejected, dropped, "
           "noted, rejected_by, seconds, imported_at) VALUES (1, 'log', '/bench.csv', '{}', 'none', 'UTF-8', ',', 1, "
           "1, 0, '{}', "
           "'{}', '{}', 1, 'now');" +
           series(items) +
           "INSERT INTO item(id, key, title, description, category, brand, price, source_id) SELECT x, 'SKU-' || x, "
           "CASE x % 3 WHEN 0 "
           "THEN '红色手机保护壳 型号 ' ELSE 'Stainless kettle with lid, model ' END || (x * 7919 % 100003), 'A longer "
           "text that "
           "describes the product in about a hundred characters, as catalogues do, number ' || x || CASE WHEN x % 50 = "
           "0 THEN ' "
           "数码相机' ELSE '' END, 'home > c' || (x % 211), 'brand-' || (x % 997), (x % 1999) / 10.0, 1 FROM n;" +
           series(users) + "INSERT INTO user(id, key) SELECT x, 'user-' || (x * 31) FROM n;" + series("200000") +
           "INSERT INTO query(id, text) SELECT x, CASE x % 2 WHEN 0 THEN '手机 ' ELSE 'kettle ' END || x FROM n;" +
           series(std::to_string(events)) +
           "INSERT INTO event(id, source_id, item_id, user_id, query_id, kind, time, quantity, price, session, extra) "
           "SELECT x, 1, 1 + "
           "abs(x * "
           "2654435761) % " +
           items + ", 1 + abs(x * 40503) % " + users +
           ", CASE WHEN x % 3 = 0 THEN 1 + abs(x * 7919) % 200000 END, 1 + x % 4, 1577836800 + abs(x * 48271) % "
           "126230400, 1 + x % 5, "
           "(x * 13 % 9973) / 100.0, CASE WHEN x % 2 = 0 THEN 'session-' || (x / 7) END, CASE WHEN x % 9 = 0 THEN "
           "'{\"page\":' || x % 50 || ',\"device\":\"phone\"}' END FROM n;"
           "DELETE FROM event WHERE id % 100003 < 40;"; // gaps, as cleaning leaves them
}

ProjectPtr project(const std::string& path, std::int64_t events) {
    const bool there = std::filesystem::exists(path);
    auto opened = must(Project::open(path, Project::Access::CreateOrOpen));
    if (!there) {
        std::fprintf(stderr, "making %s …\n", path.c_str());
        must(opened->write([events](Database& database) { return database.execute(fill(events)); }));
        core::JobContext job;
    }
    return opened;
}

/// What this thread has computed, in seconds: on a busy machine the clock on the wall measures the others too.
double computed() {
    timespec time{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
    return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_nsec) * 1e-9;
}

/// Milliseconds of many pages.
class Times {
public:
    void add(double milliseconds, double computing) {
        m_times.push_back(milliseconds);
        m_computing = std::max(m_computing, computing);
    }
    std::string text() {
        std::sort(m_times.begin(), m_times.end());
        char line[80];
        std::snprintf(line, sizeof line, "%7.2f %7.2f %8.2f %7.2f", at(0.5), at(0.95), m_times.back(), m_computing);
        return line;
    }
    double worst() const { return *std::max_element(m_times.begin(), m_times.end()); }
    double computing() const { return m_computing; } ///< of the page that computed longest

private:
    double at(double share) const {
        return m_times[static_cast<std::size_t>(share * static_cast<double>(m_times.size() - 1))];
    }
    std::vector<double> m_times;
    double m_computing = 0;
};

constexpr std::int64_t kPage = 100; ///< rows
double worstPage = 0, worstComputing = 0;

template <class Page> void timed(Times& times, Page page) {
    const double start = now(), before = computed();
    page();
    times.add((now() - start) * 1000, (computed() - before) * 1000);
}

/// Places all over the view, one after the other, and at its end.
template <class Page> Times pages(const char* where, std::int64_t total, int count, Page page) {
    core::Rng rng(1);
    Times times;
    const std::int64_t last = std::max<std::int64_t>(total - kPage, 0);
    for (int i = 0; i < count; ++i) {
        std::int64_t first = static_cast<std::int64_t>(rng.below(static_cast<std::uint64_t>(last + 1)));
        if (*where == 's')
            first = std::min(last, total / 2 + i * kPage);
        else if (*where == 'e')
            first = std::max<std::int64_t>(last - i * kPage, 0);
        timed(times, [&] { page(first); });
    }
    return times;
}

/// How long a cancel takes, at a random moment of the build.
double slowestCancel(const ProjectPtr& opened, const BrowseQuery& query, double build) {
    double slowest = 0;
    core::Rng rng(3);
    for (int i = 0; i < 3; ++i) {
        core::JobContext cancelled;
        double asked = 0;
        std::thread canceller([&] {
            std::this_thread::sleep_for(std::chrono::duration<double>(build * rng.uniform()));
            asked = now();
            cancelled.cancel();
        });
        const auto again = must(Browse::open(opened, query));
        const auto status = again->build(cancelled);
        const double ended = now();
        canceller.join();
        if (!status.ok())
            slowest = std::max(slowest, ended - asked);
    }
    return slowest;
}

void header() {
    std::printf("%-32s %11s %7s %7s | %-32s | %-32s | %-32s | %6s %6s\n", "view", "rows", "head s", "build s",
                "random: p50 p95 max, cpu max (ms)", "sequential", "end", "cancel", "MB");
}

void measure(const ProjectPtr& opened, const std::string& name, const BrowseQuery& query) {
    core::JobContext job;
    const auto view = must(Browse::open(opened, query));
    double start = now();
    must(view->head(kPage, job));
    const double head = now() - start;
    start = now();
    must(view->build(job));
    const double build = now() - start;
    const auto page = [&](std::int64_t first) { must(view->page(first, kPage, job)); };
    Times random = pages("random", view->total(), 200, page),
          sequential = pages("sequential", view->total(), 100, page), end = pages("end", view->total(), 50, page);
    worstPage = std::max({worstPage, random.worst(), sequential.worst(), end.worst()});
    worstComputing = std::max({worstComputing, random.computing(), sequential.computing(), end.computing()});
    const double cancel = slowestCancel(opened, query, build);
    std::printf("%-32s %11lld %7.3f %7.2f | %s | %s | %s | %6.0f %6.1f\n", name.c_str(),
                static_cast<long long>(view->total()), head, build, random.text().c_str(), sequential.text().c_str(),
                end.text().c_str(), cancel * 1000, static_cast<double>(view->memory()) / 1e6);
    std::fflush(stdout);
}

/// The peer: what a browser does that asks SQL for LIMIT … OFFSET, as DB Browser for SQLite and its like do.
void measurePlain(const ProjectPtr& opened, const char* name, const std::string& sql, std::int64_t total, int count) {
    const auto page = [&](std::int64_t first) {
        must(opened->read([&](Database& database) -> core::Status {
            TL_TRY(Statement rows,
                   database.prepare(sql + " LIMIT " + std::to_string(kPage) + " OFFSET " + std::to_string(first)));
            for (;;) {
                TL_TRY(const bool row, rows.step());
                if (!row)
                    return {};
            }
        }));
    };
    Times random = pages("random", total, count, page), end = pages("end", total, count, page);
    std::printf("%-32s %11lld %7s %7s | %s | %-32s | %s |\n", name, static_cast<long long>(total), "", "",
                random.text().c_str(), "", end.text().c_str());
    std::fflush(stdout);
}

} // namespace

int main(int argc, char** argv) {
    const auto events = static_cast<std::int64_t>((argc > 1 ? std::atof(argv[1]) : 1) * 1e6);
    const std::string folder = argc > 2 ? argv[2] : std::filesystem::temp_directory_path().string();
    const auto opened = project(folder + "/browse-" + std::to_string(events) + ".taillight", events);
    header();
    measure(opened, "events as stored", {.table = "events"});
    for (const BrowseColumn& column : must(browseTable("events"))->columns)
        measure(opened, "events by " + column.name, {.table = "events", .sort = {{column.name, true}}});
    measure(opened, "events by kind, then time", {.table = "events", .sort = {{"kind", false}, {"time", false}}});
    measure(opened, "events where price > 90", {.table = "events", .filter = "price > 90"});
    measure(opened, "events of brand-7, by time",
            {.table = "events", .filter = "brand = \"brand-7\"", .sort = {{"time", false}}});
    measure(opened, "events, search 手机", {.table = "events", .search = "手机"});
    measure(opened, "items as stored", {.table = "items"});
    measure(opened, "items by title", {.table = "items", .sort = {{"title", false}}});
    measure(opened, "items, search 相机", {.table = "items", .search = "相机"});
    measure(opened, "items, search KETTLE 99", {.table = "items", .search = "KETTLE 99"});
    measure(opened, "users as stored", {.table = "users"});
    std::printf("worst page of all: %.2f ms, of computing alone: %.2f ms\n", worstPage, worstComputing);
    const std::string joined = "SELECT e.*, i.key, i.title, u.key, q.text FROM event e LEFT JOIN item i ON i.id = "
                               "e.item_id LEFT JOIN user u ON u.id = e.user_id LEFT JOIN query q ON q.id = e.query_id";
    measurePlain(opened, "SQL LIMIT OFFSET, as stored", "SELECT * FROM event", events, 15);
    measurePlain(opened, "SQL LIMIT OFFSET, with texts", joined, events, 5);
    measurePlain(opened, "SQL LIMIT OFFSET, by time", "SELECT * FROM event ORDER BY time DESC", events, 2);
    std::printf("memory: peak %.0f MB\n", megabytes("VmHWM:"));
}
