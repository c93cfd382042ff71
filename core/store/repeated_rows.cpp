// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/repeated_rows.h"

#include <algorithm>
#include <bit>
#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <fcntl.h>
#include <unistd.h>

namespace core::store::importing {
namespace {

/// An open-addressing set in `slots` (0 = empty): true when the value was there.
bool insertInto(std::vector<std::uint64_t>& slots, std::uint64_t value) {
    // The high half of the product spreads the values over any number of slots (fewer than 2^32 of them).
    auto i = static_cast<std::size_t>(((value >> 32U) * slots.size()) >> 32U);
    for (;;) {
        if (slots[i] == value)
            return true;
        if (slots[i] == 0) {
            slots[i] = value;
            return false;
        }
        if (++i == slots.size())
            i = 0;
    }
}

std::uint64_t neverZero(std::uint64_t value) {
    return value == 0 ? 1 : value;
}

Error fileError(const std::string& folder) {
    const int code = errno;
    if (code == ENOSPC || code == EDQUOT)
        return Error(ErrorCode::DiskFull).inFile(folder);
    return Error(ErrorCode::WriteFailed, std::strerror(code)).inFile(folder);
}

} // namespace

RepeatCounter::RepeatCounter(std::string folder, std::size_t kept) : m_folder(std::move(folder)), m_mayKeep(kept) {
    for (Part& part : m_parts)
        part.open = std::make_unique<std::uint64_t[]>(kChunk);
}

RepeatCounter::~RepeatCounter() {
    if (m_file >= 0)
        ::close(m_file);
}

Status RepeatCounter::close(Part& part) {
    part.used = 0;
    if (m_keptBytes + sizeof(Chunk) <= m_mayKeep) {
        m_keptBytes += sizeof(Chunk);
        auto chunk = std::make_unique<Chunk>();
        std::memcpy(chunk->data(), part.open.get(), sizeof(Chunk));
        part.kept.push_back(std::move(chunk));
        return {};
    }
    return spill(part, part.spilt.emplace_back());
}

Status RepeatCounter::spill(const Part& part, std::int64_t& where) {
    if (m_file < 0) {
        std::string name = m_folder + "/.taillight-XXXXXX";
        m_file = ::mkostemp(name.data(), O_CLOEXEC);
        if (m_file < 0)
            return fileError(m_folder);
        ::unlink(name.c_str());
    }
    where = m_fileEnd;
    const char* bytes = reinterpret_cast<const char*>(part.open.get());
    for (std::size_t done = 0; done < sizeof(Chunk);) {
        const ssize_t wrote =
            ::pwrite(m_file, bytes + done, sizeof(Chunk) - done, m_fileEnd + static_cast<off_t>(done));
        if (wrote < 0 && errno == EINTR)
            continue;
        if (wrote <= 0)
            return fileError(m_folder);
        done += static_cast<std::size_t>(wrote);
    }
    m_fileEnd += static_cast<std::int64_t>(sizeof(Chunk));
    return {};
}

Status RepeatCounter::gather(const Part& part, std::vector<std::uint64_t>& prints) const {
    prints.assign(part.open.get(), part.open.get() + part.used);
    for (const auto& chunk : part.kept)
        prints.insert(prints.end(), chunk->begin(), chunk->end());
    for (const std::int64_t where : part.spilt) {
        const std::size_t before = prints.size();
        prints.resize(before + kChunk);
        char* const bytes = reinterpret_cast<char*>(prints.data() + before);
        for (std::size_t done = 0; done < sizeof(Chunk);) {
            const ssize_t got = ::pread(m_file, bytes + done, sizeof(Chunk) - done, where + static_cast<off_t>(done));
            if (got < 0 && errno == EINTR)
                continue;
            if (got <= 0)
                return fileError(m_folder);
            done += static_cast<std::size_t>(got);
        }
    }
    return {};
}

Result<std::int64_t> RepeatCounter::count(const JobContext& job) {
    std::int64_t repeats = 0;
    std::vector<std::uint64_t> prints, slots;
    for (Part& part : m_parts) {
        // Not check(): whoever waits while the job is paused is the writing thread.
        if (job.cancelled())
            return Error(ErrorCode::Cancelled);
        TL_CHECK_STATUS(gather(part, prints));
        part.kept.clear();
        slots.assign(std::bit_ceil(prints.size() * 3 / 2 + 1), 0);
        for (const std::uint64_t print : prints)
            repeats += insertInto(slots, neverZero(print)) ? 1 : 0;
    }
    return repeats;
}

void RepeatFilter::grow(Part& part) {
    std::vector<std::uint64_t> old(std::max<std::size_t>(64, part.slots.size() + part.slots.size() / 2));
    old.swap(part.slots);
    for (const std::uint64_t value : old)
        if (value != 0)
            insertInto(part.slots, value);
}

bool RepeatFilter::seen(const RowPrint& print) {
    Part& part = m_parts[print.high % kParts];
    if ((part.used + 1) * 5 > part.slots.size() * 4)
        grow(part);
    const bool there = insertInto(part.slots, neverZero(print.low));
    part.used += there ? 0 : 1;
    return there;
}

} // namespace core::store::importing
