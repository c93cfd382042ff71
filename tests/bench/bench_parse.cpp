// SPDX-License-Identifier: GPL-3.0-or-later
// Speed of CsvReader on a generated log, next to merely reading the bytes of the same file.
//
//     bench_parse [FILE]      without FILE a log of about 95 MB is made in the temporary folder and removed again
#include "core/base/error_text.h"
#include "core/data/byte_source.h"
#include "core/data/csv_reader.h"

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <string>
#include <unistd.h>
#include <vector>

namespace {

using Clock = std::chrono::steady_clock;

double secondsSince(Clock::time_point start) {
    return std::chrono::duration<double>(Clock::now() - start).count();
}

/// Five columns; a third of the rows have quotes or Chinese words in them.
void makeLog(const std::string& path) {
    std::ofstream file(path, std::ios::binary);
    file << "user,item,time,query,price\n";
    for (int i = 0; i < 2'300'000; ++i) {
        file << "u" << i % 50'021 << ",p" << (i * 7919LL) % 200'003 << ",2024-05-01 10:00:0" << i % 10 << ',';
        if (i % 6 == 0)
            file << "\"say \"\"hi\"\", twice\"";
        else if (i % 6 == 3)
            file << "无线耳机";
        else
            file << "phone case";
        file << ',' << i % 997 << ".50\n";
    }
}

core::Result<std::int64_t> readBytes(const std::string& path) {
    TL_TRY(const auto source, core::data::ByteSource::open(path));
    std::vector<char> block(std::size_t{1} << 20);
    std::int64_t total = 0;
    for (;;) {
        TL_TRY(const std::size_t got, source->read(block));
        if (got == 0)
            return total;
        total += static_cast<std::int64_t>(got);
    }
}

core::Result<std::int64_t> readRows(const std::string& path) {
    TL_TRY(const auto reader, core::data::CsvReader::open(path));
    core::data::CsvRow row;
    std::int64_t rows = 0;
    for (;; ++rows) {
        TL_TRY(const bool any, reader->next(row));
        if (!any)
            return rows;
    }
}

template <class Read> bool measure(const char* what, const std::string& path, double bytes, Read read) {
    double best = 1e9;
    std::int64_t count = 0;
    for (int round = 0; round < 5; ++round) {
        const auto start = Clock::now();
        const auto result = read(path);
        if (!result.ok()) {
            std::fprintf(stderr, "%s\n", core::errorSentence(result.error()).c_str());
            return false;
        }
        count = *result;
        best = std::min(best, secondsSince(start));
    }
    std::printf("%-8s %12lld   %.3f s   %.2f GB/s\n", what, static_cast<long long>(count), best, bytes / best / 1e9);
    return true;
}

} // namespace

int main(int argc, char** argv) {
    const bool own = argc < 2;
    const std::string path =
        own ? std::filesystem::temp_directory_path() / ("taillight-bench-" + std::to_string(::getpid()) + ".csv")
            : std::filesystem::path(argv[1]);
    if (own)
        makeLog(path);
    std::error_code none;
    const auto bytes = static_cast<double>(std::filesystem::file_size(path, none));
    const bool ok = measure("bytes", path, bytes, readBytes) && measure("rows", path, bytes, readRows);
    if (own)
        std::filesystem::remove(path, none);
    return ok ? 0 : 1;
}
