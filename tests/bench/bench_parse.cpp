// SPDX-License-Identifier: GPL-3.0-or-later
// Speed of reading delimited text on a generated log of about 95 MB, beside what merely touches the same bytes and,
// where they are installed, Python's csv module and pandas.
//
//     bench_parse [FILE]      without FILE the log is made in the temporary folder and removed again
//
// Reading goes on beside cutting, so that the clock tells the speed; on a busy machine it tells less than the
// processor's time. The best of five rounds is shown.
#include "core/base/error_text.h"
#include "core/data/byte_source.h"
#include "core/data/csv_reader.h"
#include "core/data/encoding.h"
#include "core/data/record_reader.h"
#include "tests/bench/log_generator.h"

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstring>
#include <ctime>
#include <filesystem>
#include <string>
#include <unistd.h>
#include <vector>

namespace {

using core::Result;

double processorSeconds() {
    timespec time{};
    ::clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time);
    return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_nsec) * 1e-9;
}

double clockSeconds() {
    return std::chrono::duration<double>(std::chrono::steady_clock::now().time_since_epoch()).count();
}

/// Calls `take` with the blocks of the file.
template <class Take> core::Status eachBlock(const std::string& path, Take take) {
    TL_TRY(const auto source, core::data::ByteSource::open(path));
    std::vector<char> block(std::size_t{1} << 18);
    for (;;) {
        TL_TRY(const std::size_t got, source->read(block));
        if (got == 0)
            return {};
        take(std::string_view(block.data(), got));
    }
}

Result<std::int64_t> readBytes(const std::string& path) {
    std::int64_t total = 0;
    TL_CHECK_STATUS(eachBlock(path, [&](std::string_view bytes) { total += static_cast<std::int64_t>(bytes.size()); }));
    return total;
}

Result<std::int64_t> countLines(const std::string& path) {
    std::int64_t lines = 0;
    TL_CHECK_STATUS(eachBlock(path, [&](std::string_view bytes) {
        const char* const end = bytes.data() + bytes.size();
        for (const char* p = bytes.data(); p != end; ++p, ++lines) {
            p = static_cast<const char*>(std::memchr(p, '\n', static_cast<std::size_t>(end - p)));
            if (p == nullptr)
                break;
        }
    }));
    return lines;
}

Result<std::int64_t> findEncoding(const std::string& path) {
    TL_TRY(const std::string name, core::data::detectEncoding(path));
    return name == "UTF-8" ? 8 : 0;
}

Result<std::int64_t> readRows(core::data::RecordReader& reader) {
    core::data::Record row;
    std::int64_t rows = 0;
    for (;; ++rows) {
        TL_TRY(const bool any, reader.next(row));
        if (!any)
            return rows;
    }
}

Result<std::int64_t> parseAsSaid(const std::string& path) {
    core::data::ReadOptions options;
    options.format = "csv";
    options.encoding = "UTF-8";
    TL_TRY(const auto reader, core::data::RecordReader::open(path, options));
    return readRows(*reader);
}

Result<std::int64_t> parseAsFound(const std::string& path) {
    TL_TRY(const auto reader, core::data::RecordReader::open(path));
    return readRows(*reader);
}

template <class Read> bool measure(const char* what, const std::string& path, double bytes, Read read) {
    double best = 1e9;
    double clock = 1e9;
    std::int64_t count = 0;
    for (int round = 0; round < 5; ++round) {
        const double start = processorSeconds();
        const double started = clockSeconds();
        const auto result = read(path);
        if (!result.ok()) {
            std::fprintf(stderr, "%s\n", core::errorSentence(result.error()).c_str());
            return false;
        }
        count = *result;
        best = std::min(best, processorSeconds() - start);
        clock = std::min(clock, clockSeconds() - started);
    }
    std::printf("%-44s %10lld   %7.3f s   %7.3f s   %6.2f GB/s\n", what, static_cast<long long>(count), best, clock,
                bytes / clock / 1e9);
    return true;
}

/// One round of a Python program that prints what it counted; its own times are shown.
void peer(const char* what, const std::string& path, double bytes, const std::string& body) {
    const std::string program = "import sys,time,csv\npath=sys.argv[1]\ns=time.process_time();c=time.time()\n" + body +
                                "\nprint(n,time.process_time()-s,time.time()-c)";
    const std::string command = "/usr/bin/python3 -c '" + program + "' '" + path + "' 2>/dev/null";
    std::FILE* pipe = ::popen(command.c_str(), "r");
    long long count = 0;
    double processor = 0;
    double clock = 0;
    const bool read = pipe != nullptr && std::fscanf(pipe, "%lld %lf %lf", &count, &processor, &clock) == 3;
    if (pipe != nullptr)
        ::pclose(pipe);
    if (read)
        std::printf("%-44s %10lld   %7.3f s   %7.3f s   %6.2f GB/s\n", what, count, processor, clock,
                    bytes / clock / 1e9);
    else
        std::printf("%-44s not installed\n", what);
}

} // namespace

int main(int argc, char** argv) {
    const bool own = argc < 2;
    const std::string path =
        own ? std::filesystem::temp_directory_path() / ("taillight-bench-" + std::to_string(::getpid()) + ".csv")
            : std::filesystem::path(argv[1]);
    if (own && !bench::writeLog(path)) {
        std::fprintf(stderr, "the log cannot be written to %s\n", path.c_str());
        return 1;
    }
    std::error_code none;
    const auto bytes = static_cast<double>(std::filesystem::file_size(path, none));
    std::printf("%.1f MB %18s %22s   processor       clock\n", bytes / 1e6, "", "count");
    const bool ok = measure("read() alone", path, bytes, readBytes) &&
                    measure("count lines (memchr, as wc -l)", path, bytes, countLines) &&
                    measure("find the encoding (whole file)", path, bytes, findEncoding) &&
                    measure("rows, encoding said (UTF-8 is checked)", path, bytes, parseAsSaid) &&
                    measure("rows, everything found from the file", path, bytes, parseAsFound);
    peer("Python csv.reader", path, bytes, "n=sum(1 for _ in csv.reader(open(path,newline=\"\")))-1");
    peer("pandas read_csv, C engine, as text", path, bytes,
         "import pandas\ns=time.process_time();c=time.time()\nn=len(pandas.read_csv(path,dtype=str))");
    if (own)
        std::filesystem::remove(path, none);
    return ok ? 0 : 1;
}
