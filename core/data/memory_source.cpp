// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/memory_source.h"

#include <algorithm>
#include <cstring>

namespace core::data {
namespace {

class MemorySource final : public ByteSource {
public:
    explicit MemorySource(std::string bytes) : m_bytes(std::move(bytes)) {}

    Result<std::size_t> read(std::span<char> buffer) override {
        const std::size_t count = std::min(buffer.size(), m_bytes.size() - m_at);
        std::copy_n(m_bytes.data() + m_at, count, buffer.data());
        m_at += count;
        return count;
    }
    std::int64_t consumed() const override { return static_cast<std::int64_t>(m_at); }
    std::int64_t fileSize() const override { return static_cast<std::int64_t>(m_bytes.size()); }
    std::string compression() const override { return "none"; }

private:
    std::string m_bytes;
    std::size_t m_at = 0;
};

class PutBackSource final : public ByteSource {
public:
    PutBackSource(std::string head, std::unique_ptr<ByteSource> rest)
        : m_head(std::move(head)), m_rest(std::move(rest)) {}

    Result<std::size_t> read(std::span<char> buffer) override {
        const std::size_t count = std::min(buffer.size(), m_head.size() - m_at);
        std::copy_n(m_head.data() + m_at, count, buffer.data());
        m_at += count;
        TL_TRY(const std::size_t got, m_rest->read(buffer.subspan(count)));
        return count + got;
    }
    std::int64_t consumed() const override { return m_rest->consumed(); }
    std::int64_t fileSize() const override { return m_rest->fileSize(); }
    std::string compression() const override { return m_rest->compression(); }

private:
    std::string m_head;
    std::size_t m_at = 0;
    std::unique_ptr<ByteSource> m_rest;
};

} // namespace

std::unique_ptr<ByteSource> memorySource(std::string bytes) {
    return std::make_unique<MemorySource>(std::move(bytes));
}

std::unique_ptr<ByteSource> putBack(std::string head, std::unique_ptr<ByteSource> rest) {
    return std::make_unique<PutBackSource>(std::move(head), std::move(rest));
}

Result<std::string> readHead(ByteSource& source, std::size_t size) {
    std::string head(size, '\0');
    TL_TRY(const std::size_t got, source.read(head));
    head.resize(got);
    return head;
}

} // namespace core::data
