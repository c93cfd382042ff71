// SPDX-License-Identifier: GPL-3.0-or-later
// Times of pages of the row browser in a project with many events, beside SQL's own LIMIT … OFFSET.
//   bench_browse [MILLIONS] [FOLDER]     makes a project of that many events in FOLDER (kept there, used again)
#include "core/base/error_text.h"
#include "core/base/rng.h"
#include "core/store/browse/browse.h"
#include "core/store/database.h"

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <thread>

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
    const std::string items = std::to_string(std::max<std::int64_t>(events / 40, 1000));
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
           "数码相机' ELSE '' END, 'home > c' || (x % 211), 'brand ' || (x % 997), (x % 1999) / 10.0, 1 FROM n;" +
           series(users) + "INSERT INTO user(id, key) SELECT x, 'user-' || (x * 31) FROM n;" + series("200000") +
           "INSERT INTO query(id, text) SELECT x, CASE x % 2 WHEN 0 THEN '手机 ' ELSE 'kettle ' END || x FROM n;" +
           series(std::to_string(events)) +
           "INSERT INTO event(id, source_id, item_id, user_id, query_id, kind, time, quantity, price) SELECT x, 1, 1 + "
           "abs(x * "
           "2654435761) % " +
           items + ", 1 + abs(x * 40503) % " + users +
           ", CASE WHEN x % 3 = 0 THEN 1 + abs(x * 7919) % 200000 END, 1 + x % 4, 1577836800 + abs(x * 48271) % "
           "126230400, 1 + x % 5, "
           "(x * 13 % 9973) / 100.0 FROM n;"
           "DELETE FROM event WHERE id % 100003 < 40;" // gaps, as cleaning leaves them
           "CREATE INDEX event_item ON event(item_id, kind, cancelled);"
           "CREATE INDEX event_user ON event(user_id, kind, cancelled) WHERE user_id IS NOT NULL;";
}

ProjectPtr project(const std::string& path, std::int64_t events) {
    const bool there = std::filesystem::exists(path);
    auto opened = must(Project::open(path, Project::Access::CreateOrOpen));
    if (!there) {
        std::fprintf(stderr, "making %s …\n", path.c_str());
        must(opened->write([events](Database& database) { return database.execute(fill(events)); }));
    }
    return opened;
}

struct Times {
    double median, worst;
};

template <class Page> Times pages(std::int64_t total, int count, Page page) {
    core::Rng rng(1);
    std::vector<double> times;
    for (int i = 0; i < count; ++i) {
        const auto first =
            static_cast<std::int64_t>(rng.below(static_cast<std::uint64_t>(std::max<std::int64_t>(total - 100, 1))));
        const double start = now();
        page(first);
        times.push_back((now() - start) * 1000);
    }
    std::sort(times.begin(), times.end());
    return {times[times.size() / 2], times.back()};
}

void measure(const ProjectPtr& opened, const char* name, const BrowseQuery& query) {
    core::JobContext job;
    const auto view = must(Browse::open(opened, query));
    double start = now();
    must(view->head(100, job));
    const double head = now() - start;
    start = now();
    must(view->build(job));
    const double build = now() - start;
    const auto times = pages(view->total(), 200, [&](std::int64_t first) { must(view->page(first, 100, job)); });
    // How long a cancel takes, at a random moment of the build.
    double slowest = 0;
    core::Rng rng(3);
    for (int i = 0; i < 5; ++i) {
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
    std::printf("%-34s %11lld %9.3f %9.2f %8.2f %8.2f %8.0f %8.1f\n", name, static_cast<long long>(view->total()), head,
                build, times.median, times.worst, slowest * 1000, static_cast<double>(view->memory()) / 1e6);
    std::fflush(stdout);
}

} // namespace

int main(int argc, char** argv) {
    const auto events = static_cast<std::int64_t>((argc > 1 ? std::atof(argv[1]) : 1) * 1e6);
    const std::string folder = argc > 2 ? argv[2] : std::filesystem::temp_directory_path().string();
    const auto opened = project(folder + "/browse-" + std::to_string(events) + ".taillight", events);
    std::printf("%-34s %11s %9s %9s %8s %8s %8s %8s\n", "view", "rows", "head s", "build s", "page ms", "worst",
                "cancel", "MB");
    measure(opened, "events as stored", {.table = "events"});
    measure(opened, "events by time", {.table = "events", .sort = {{"time", true}}});
    measure(opened, "events by price", {.table = "events", .sort = {{"price", false}}});
    measure(opened, "events by item title", {.table = "events", .sort = {{"title", false}}});
    measure(opened, "events by kind, then time", {.table = "events", .sort = {{"kind", false}, {"time", false}}});
    measure(opened, "events where price > 90", {.table = "events", .filter = "price > 90"});
    measure(opened, "events of brand 7, by time",
            {.table = "events", .filter = "brand = \"Brand 7\"", .sort = {{"time", false}}});
    measure(opened, "events, search 手机", {.table = "events", .search = "手机"});
    measure(opened, "items as stored", {.table = "items"});
    measure(opened, "items by title", {.table = "items", .sort = {{"title", false}}});
    measure(opened, "items, search 相机", {.table = "items", .search = "相机"});
    measure(opened, "items, search kettle 99", {.table = "items", .search = "KETTLE 99"});
    measure(opened, "users as stored", {.table = "users"});
    // The peer: what a browser does without an order of its own.
    core::JobContext job;
    const auto plain = [&](const char* name, const std::string& sql, int count) {
        const auto times = pages(events, count, [&](std::int64_t first) {
            must(opened->read([&](Database& database) -> core::Status {
                TL_TRY(Statement rows, database.prepare(sql + " LIMIT 100 OFFSET " + std::to_string(first)));
                for (;;) {
                    TL_TRY(const bool row, rows.step());
                    if (!row)
                        return {};
                }
            }));
        });
        std::printf("%-34s %11lld %9s %9s %8.2f %8.2f\n", name, static_cast<long long>(events), "", "", times.median,
                    times.worst);
    };
    plain("SQL LIMIT OFFSET, as stored", "SELECT * FROM event ORDER BY id", 15);
    plain("SQL LIMIT OFFSET, by time", "SELECT * FROM event ORDER BY time", 3);
    std::printf("memory: peak %.0f MB\n", megabytes("VmHWM:"));
}
