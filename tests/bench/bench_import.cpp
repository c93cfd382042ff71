// SPDX-License-Identifier: GPL-3.0-or-later
// Import of a generated log, beside the named peers in the same run: sqlite3 .import into one untyped table, DuckDB's
// CREATE TABLE AS on two threads, pandas read_csv → to_sql (with --pandas). What a peer does not have installed is left
// out and said so. Every measurement is a process of its own; of all rounds the best counts.
//
//     bench_import [--rows N] [--items N] [--users N] [--rounds N] [--pandas] [--no-peers] [--folder DIR] [FILE]
//
// DuckDB is looked for in TAILLIGHT_DUCKDB_LIB (tests/bench/fetch_duckdb.sh gets it).
#include "core/base/error_text.h"
#include "core/store/entity_store.h"
#include "core/store/import.h"
#include "tests/bench/log_generator.h"

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <dlfcn.h>
#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>
#include <vector>

namespace {

namespace fs = std::filesystem;
using Clock = std::chrono::steady_clock;

struct Options {
    bench::LogShape shape;
    int rounds = 3;
    bool pandas = false, peers = true;
    std::string folder, file;
};

struct Measured {
    double seconds = 0, cpu = 0; ///< wall clock; processor time of all threads
    double megabytes = 0;        ///< largest resident size
};

/// Runs `work`, which answers its seconds (negative = it failed), in a process of its own.
std::optional<Measured> measure(const std::function<double()>& work) {
    int ends[2];
    if (::pipe(ends) != 0)
        return {};
    std::fflush(stdout);
    const pid_t child = ::fork();
    if (child == 0) {
        ::close(ends[0]);
        const double seconds = work();
        const bool told = ::write(ends[1], &seconds, sizeof seconds) == sizeof seconds;
        std::_Exit(told ? 0 : 1);
    }
    ::close(ends[1]);
    Measured measured;
    const bool heard = ::read(ends[0], &measured.seconds, sizeof measured.seconds) == sizeof measured.seconds;
    ::close(ends[0]);
    int status = 0;
    rusage usage{};
    ::wait4(child, &status, 0, &usage);
    const auto seconds = [](const timeval& time) {
        return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_usec) * 1e-6;
    };
    measured.cpu = seconds(usage.ru_utime) + seconds(usage.ru_stime);
    measured.megabytes = static_cast<double>(usage.ru_maxrss) / 1024.0;
    if (!heard || measured.seconds < 0 || status != 0)
        return {};
    return measured;
}

double secondsSince(Clock::time_point start) {
    return std::chrono::duration<double>(Clock::now() - start).count();
}

void removeProject(const std::string& path) {
    std::error_code none;
    for (const char* ending : {"", "-wal", "-shm", "-journal", ".lock", ".wal"})
        fs::remove(path + ending, none);
}

double shell(const std::string& command) {
    const auto start = Clock::now();
    return std::system(command.c_str()) == 0 ? secondsSince(start) : -1;
}

double failed(const core::Error& error) {
    std::fprintf(stderr, "%s\n", core::errorSentence(error).c_str());
    return -1;
}

// ------------------------------------------------------------------------------------------------------------- peers

double sqliteImport(const std::string& file, const std::string& database) {
    removeProject(database);
    // Without a journal: the fastest that the tool can be asked for.
    return shell("sqlite3 '" + database +
                 "' 'PRAGMA journal_mode=OFF' 'PRAGMA synchronous=OFF' '.mode csv' '.import \"" + file +
                 "\" log' > /dev/null");
}

double duckdbImport(const std::string& library, const std::string& file, const std::string& database) {
    removeProject(database);
    void* const handle = ::dlopen(library.c_str(), RTLD_NOW | RTLD_LOCAL);
    if (handle == nullptr)
        return -1;
    using Open = int (*)(const char*, void**);
    using Connect = int (*)(void*, void**);
    using Query = int (*)(void*, const char*, void*);
    using Close = void (*)(void**);
    const auto open = reinterpret_cast<Open>(::dlsym(handle, "duckdb_open"));
    const auto connect = reinterpret_cast<Connect>(::dlsym(handle, "duckdb_connect"));
    const auto query = reinterpret_cast<Query>(::dlsym(handle, "duckdb_query"));
    const auto disconnect = reinterpret_cast<Close>(::dlsym(handle, "duckdb_disconnect"));
    const auto close = reinterpret_cast<Close>(::dlsym(handle, "duckdb_close"));
    if (open == nullptr || connect == nullptr || query == nullptr || disconnect == nullptr || close == nullptr)
        return -1;
    void* engine = nullptr;
    void* connection = nullptr;
    if (open(database.c_str(), &engine) != 0 || connect(engine, &connection) != 0 ||
        query(connection, "SET threads=2", nullptr) != 0)
        return -1;
    const auto start = Clock::now();
    const std::string sql = "CREATE TABLE log AS SELECT * FROM read_csv('" + file + "')";
    const double seconds = query(connection, sql.c_str(), nullptr) == 0 ? secondsSince(start) : -1;
    disconnect(&connection);
    close(&engine);
    return seconds;
}

double pandasImport(const std::string& file, const std::string& database) {
    removeProject(database);
    return shell("/usr/bin/python3 -c \"import pandas, sqlite3; pandas.read_csv('" + file + "').to_sql('log', " +
                 "sqlite3.connect('" + database + "'), index=False)\" 2> /dev/null");
}

// -------------------------------------------------------------------------------------------------------------- ours

core::Result<double> importInto(const std::string& file, const std::string& path) {
    core::JobContext job;
    core::store::ImportRequest request;
    request.path = file;
    request.kind = core::data::SourceKind::Log;
    TL_TRY(const auto project, core::store::Project::open(path, core::store::Project::Access::CreateNew));
    const auto start = Clock::now();
    TL_CHECK_STATUS(core::store::importFile(*project, request, job));
    return secondsSince(start);
}

double ourImport(const std::string& file, const std::string& path) {
    removeProject(path);
    const auto seconds = importInto(file, path);
    return seconds.ok() ? *seconds : failed(seconds.error());
}

core::Result<double> openAndDraw(const std::string& path) {
    core::JobContext job;
    const auto start = Clock::now();
    TL_TRY(const auto project, core::store::Project::open(path, core::store::Project::Access::ReadWrite));
    TL_TRY(const auto support, core::store::supportOf(*project, {}, job));
    const core::stats::SupportTable& table = *support;
    const auto summary = core::stats::summarise(table.counts, {});
    const double seconds = secondsSince(start);
    std::printf("  %lld items, support %lld, head %lld items\n", static_cast<long long>(summary.entities),
                static_cast<long long>(summary.total), static_cast<long long>(summary.buckets[0].entities));
    std::fflush(stdout);
    return seconds;
}

// ------------------------------------------------------------------------------------------------------------- table

struct Line {
    std::string name;
    std::function<double()> work;
    std::optional<Measured> best;
};

void print(const std::vector<Line>& lines, double bytes, double rows) {
    const auto& reference = lines.front().best;
    std::printf("%-38s %8s %8s %9s %9s %9s %8s\n", "", "seconds", "cpu s", "M rows/s", "MB/s", "peak MB", "x .import");
    for (const Line& line : lines) {
        if (!line.best) {
            std::printf("%-38s  not measured: it is not installed, or failed\n", line.name.c_str());
            continue;
        }
        const Measured& best = *line.best;
        std::printf("%-38s %8.2f %8.2f %9.2f %9.0f %9.0f", line.name.c_str(), best.seconds, best.cpu,
                    rows / best.seconds / 1e6, bytes / best.seconds / 1e6, best.megabytes);
        if (reference)
            std::printf(" %8.2f", reference->seconds / best.seconds);
        std::printf("\n");
    }
}

std::optional<Options> readOptions(int argc, char** argv) {
    Options options;
    options.folder = fs::temp_directory_path() / ("taillight-bench-" + std::to_string(::getpid()));
    for (int i = 1; i < argc; ++i) {
        const std::string word = argv[i];
        const auto number = [&] { return i + 1 < argc ? std::atoll(argv[++i]) : 0; };
        if (word == "--rows")
            options.shape.rows = number();
        else if (word == "--items")
            options.shape.items = number();
        else if (word == "--users")
            options.shape.users = number();
        else if (word == "--rounds")
            options.rounds = static_cast<int>(number());
        else if (word == "--pandas")
            options.pandas = true;
        else if (word == "--no-peers")
            options.peers = false;
        else if (word == "--folder" && i + 1 < argc)
            options.folder = argv[++i];
        else if (word.starts_with("--"))
            return {};
        else
            options.file = word;
    }
    return options;
}

std::vector<Line> makeLines(const Options& options, const std::string& file) {
    const std::string project = options.folder + "/bench.taillight";
    const std::string other = options.folder + "/peer.db";
    const char* const named = std::getenv("TAILLIGHT_DUCKDB_LIB");
    const std::string duckdb = named != nullptr ? named : "libduckdb.so";
    std::vector<Line> lines;
    if (options.peers) {
        lines.push_back({"sqlite3 .import, no journal, untyped", [=] { return sqliteImport(file, other); }, {}});
        lines.push_back({"DuckDB CREATE TABLE AS, 2 threads", [=] { return duckdbImport(duckdb, file, other); }, {}});
    }
    if (options.pandas)
        lines.push_back({"pandas read_csv, to_sql", [=] { return pandasImport(file, other); }, {}});
    lines.push_back({"Taillight, ready to work", [=] { return ourImport(file, project); }, {}});
    return lines;
}

} // namespace

int main(int argc, char** argv) {
    const auto options = readOptions(argc, argv);
    if (!options) {
        std::fprintf(stderr, "bench_import [--rows N] [--items N] [--users N] [--rounds N] [--pandas] [--no-peers] "
                             "[--folder DIR] [FILE]\n");
        return 2;
    }
    std::error_code none;
    fs::create_directories(options->folder, none);
    const std::string file = options->file.empty() ? options->folder + "/log.csv" : options->file;
    if (options->file.empty() && !fs::exists(file) && !bench::writeLog(file, options->shape))
        return 1;
    const auto bytes = static_cast<double>(fs::file_size(file, none));
    std::printf("%s: %.0f MB, %lld rows, best of %d\n", file.c_str(), bytes / 1e6,
                static_cast<long long>(options->shape.rows), options->rounds);
    std::vector<Line> lines = makeLines(*options, file);
    for (int round = 0; round < options->rounds; ++round)
        for (Line& line : lines)
            if (const auto measured = measure(line.work);
                measured && (!line.best || measured->seconds < line.best->seconds))
                line.best = measured;
    print(lines, bytes, static_cast<double>(options->shape.rows));
    const std::string project = options->folder + "/bench.taillight";
    for (int round = 0; round < options->rounds; ++round)
        if (const auto opened = measure([&] {
                const auto seconds = openAndDraw(project);
                return seconds.ok() ? *seconds : failed(seconds.error());
            }))
            std::printf("open the project, first distribution: %.3f s, %.0f MB\n", opened->seconds, opened->megabytes);
    std::printf("project file: %.0f MB\n", static_cast<double>(fs::file_size(project, none)) / 1e6);
    if (options->file.empty())
        fs::remove_all(options->folder, none);
    return 0;
}
