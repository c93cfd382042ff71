// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cmath>
#include <cstdint>
#include <cstdio>
#include <memory>
#include <string>
#include <vector>

/// The event log that the benchmarks of reading and importing share: the same numbers make the same bytes everywhere.
namespace bench {

struct LogShape {
    std::int64_t rows = 3'000'000; ///< about 95 MB
    std::int64_t items = 200'000;
    std::int64_t users = 50'000;
    std::uint64_t seed = 1;
};

/// SplitMix64 (Steele, Lea, Flood: Fast splittable pseudorandom number generators, 2014).
class LogRandom {
public:
    explicit LogRandom(std::uint64_t seed) : m_state(seed) {}
    std::uint64_t next() {
        std::uint64_t z = m_state += 0x9E3779B97F4A7C15U;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9U;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EBU;
        return z ^ (z >> 31);
    }
    double unit() { return static_cast<double>(next() >> 11) * 0x1.0p-53; }
    std::int64_t below(std::int64_t count) {
        return static_cast<std::int64_t>(next() % static_cast<std::uint64_t>(count));
    }

private:
    std::uint64_t m_state;
};

/// A sixth of the queries are quoted (with a comma or `""` in them), a sixth Chinese, the rest plain words.
inline std::vector<std::string> logQueries() {
    static constexpr std::array kThings{"bag", "cup",  "lamp", "sock", "desk", "pen",  "hat",  "ring",
                                        "mug", "soap", "tea",  "bowl", "belt", "coat", "book", "tent"};
    static constexpr std::array kKinds{"", "red ", "xl ", "big ", "new ", "usb ", "kids ", "oak "};
    static constexpr std::array kChinese{"手机", "耳机", "书包", "水杯", "台灯", "键盘", "雨伞", "球鞋"};
    static constexpr std::array kColours{"", "红", "蓝", "白"};
    std::vector<std::string> queries;
    for (std::size_t i = 0; i < 1536; ++i) {
        const std::string thing = std::string(kKinds[i % kKinds.size()]) + kThings[i / 8 % kThings.size()];
        const std::string number = i < 128 ? "" : " " + std::to_string(i % 89);
        if (i % 6 == 1)
            queries.push_back(i % 12 == 1 ? "\"" + thing + ",2\"" : "\"5\"\" " + thing + "\"");
        else if (i % 6 == 4)
            queries.push_back(std::string(kColours[i / 6 % 4]) + kChinese[i / 24 % 8] + (i < 192 ? "" : number));
        else
            queries.push_back(thing + (i % 3 == 0 ? number : ""));
    }
    return queries;
}

/// Writes user,item,time,query,quantity with a header row. Users and items have a long tail: the k-th has about 1/k of
/// the first one's rows. False when the file cannot be written.
inline bool writeLog(const std::string& path, const LogShape& shape = {}) {
    const auto close = [](std::FILE* file) { return file != nullptr ? std::fclose(file) : 0; };
    const std::unique_ptr<std::FILE, decltype(close)> file(std::fopen(path.c_str(), "wb"), close);
    if (!file)
        return false;
    const std::vector<std::string> queries = logQueries();
    LogRandom random(shape.seed);
    const double itemScale = std::log(static_cast<double>(shape.items));
    const double userScale = std::log(static_cast<double>(shape.users));
    std::string block = "user,item,time,query,quantity\n";
    const auto put = [&block](std::int64_t number) { block += std::to_string(number); };
    for (std::int64_t row = 0; row < shape.rows; ++row) {
        put(static_cast<std::int64_t>(std::exp(random.unit() * userScale)));
        block += ',';
        put(static_cast<std::int64_t>(std::exp(random.unit() * itemScale)));
        block += ',';
        put(1'704'067'200 + row * 10 + random.below(10)); // 2024-01-01 and a row every ten seconds
        block += ',';
        block += queries[static_cast<std::size_t>(random.below(static_cast<std::int64_t>(queries.size())))];
        block += ',';
        put(1 + random.below(9));
        block += '\n';
        if (block.size() > (std::size_t{1} << 20) || row + 1 == shape.rows) {
            if (std::fwrite(block.data(), 1, block.size(), file.get()) != block.size())
                return false;
            block.clear();
        }
    }
    return std::fflush(file.get()) == 0;
}

} // namespace bench
