// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/job_context.h"
#include "core/base/result.h"
#include "core/store/hash.h"

#include <array>
#include <cstdint>
#include <memory>
#include <string>
#include <vector>

namespace core::store::importing {

/// Counts rows that repeat an earlier one: notes 8 bytes a row now and compares at the end, part by part, so that
/// neither step waits for memory. Beyond kKept bytes the notes go to a file without a name. 72 bits of the print
/// decide: among 20 million different rows one pair is taken for equal with a probability of 5·10⁻⁸.
class RepeatCounter {
public:
    /// Bytes of notes kept in memory.
    static constexpr std::size_t kKept = std::size_t{192} << 20;

    /// `folder`: where the file may lie.
    explicit RepeatCounter(std::string folder, std::size_t kept = kKept);
    ~RepeatCounter();
    RepeatCounter(const RepeatCounter&) = delete;
    RepeatCounter& operator=(const RepeatCounter&) = delete;

    Status add(const RowPrint& print) {
        Part& part = m_parts[print.high % kParts];
        part.open[part.used++] = print.low;
        return part.used == kChunk ? close(part) : Status{};
    }
    /// Rows that were added minus different rows. DiskFull, WriteFailed, Cancelled.
    Result<std::int64_t> count(const JobContext& job);

private:
    static constexpr std::size_t kParts = 256;
    static constexpr std::size_t kChunk = 1024;
    using Chunk = std::array<std::uint64_t, kChunk>;
    struct Part {
        std::unique_ptr<std::uint64_t[]> open;
        std::size_t used = 0;
        std::vector<std::unique_ptr<Chunk>> kept;
        std::vector<std::int64_t> spilt; ///< where in the file
    };

    Status close(Part& part);
    Status spill(const Part& part, std::int64_t& where);
    Status gather(const Part& part, std::vector<std::uint64_t>& prints) const;

    std::string m_folder;
    std::size_t m_mayKeep;
    std::array<Part, kParts> m_parts;
    std::size_t m_keptBytes = 0;
    int m_file = -1;
    std::int64_t m_fileEnd = 0;
};

/// Tells at once whether a row repeats an earlier one: about 12 bytes a row. At least 76 bits of the print decide.
class RepeatFilter {
public:
    /// True when an equal print was asked for before.
    bool seen(const RowPrint& print);

private:
    static constexpr std::size_t kParts = 4096;
    struct Part {
        std::vector<std::uint64_t> slots; ///< 0 = empty
        std::size_t used = 0;
    };
    static void grow(Part& part);
    std::vector<Part> m_parts{kParts};
};

} // namespace core::store::importing
