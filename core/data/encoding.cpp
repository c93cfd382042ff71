// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/encoding.h"

#include "core/data/encoding_tables.h"

#include <algorithm>
#include <cstring>
#include <optional>

namespace core::data {
namespace {

using encodings::byteAt;
using encodings::ByteTable;
using encodings::Charset;

constexpr std::size_t kBlock = std::size_t{1} << 18;
constexpr char kBadByte = '\xFF';

struct Alias {
    std::string_view key; ///< lower case, without punctuation
    std::string_view name;
};
constexpr Alias kAliases[] = {
    {"utf8", "UTF-8"},          {"ascii", "UTF-8"},          {"usascii", "UTF-8"},      {"utf8bom", "UTF-8-BOM"},
    {"utf8sig", "UTF-8-BOM"},   {"utf16le", "UTF-16LE"},     {"utf16", "UTF-16LE"},     {"ucs2", "UTF-16LE"},
    {"unicode", "UTF-16LE"},    {"utf16be", "UTF-16BE"},     {"gb18030", "GB18030"},    {"gbk", "GB18030"},
    {"gb2312", "GB18030"},      {"cp936", "GB18030"},        {"euccn", "GB18030"},      {"big5", "Big5"},
    {"big5hkscs", "Big5"},      {"cp950", "Big5"},           {"shiftjis", "Shift-JIS"}, {"sjis", "Shift-JIS"},
    {"cp932", "Shift-JIS"},     {"windows31j", "Shift-JIS"}, {"latin1", "Latin-1"},     {"iso88591", "Latin-1"},
    {"windows1252", "Latin-1"}, {"cp1252", "Latin-1"},       {"iso885915", "Latin-1"},
};

std::optional<Charset> charsetOf(std::string_view name) {
    if (name == "UTF-16LE")
        return Charset::Utf16Le;
    if (name == "UTF-16BE")
        return Charset::Utf16Be;
    if (name == "GB18030")
        return Charset::Gb18030;
    if (name == "Big5")
        return Charset::Big5;
    if (name == "Shift-JIS")
        return Charset::ShiftJis;
    if (name == "Latin-1")
        return Charset::Latin1;
    return {};
}

/// Converts a text piece by piece: a character that the end of a piece cuts waits for the next one.
class Decoder {
public:
    explicit Decoder(Charset charset) : m_charset(charset) {
        if (charset != Charset::Utf16Le && charset != Charset::Utf16Be)
            m_table = &encodings::tableOf(charset);
    }

    /// Appends `bytes` to `out` as UTF-8; `last`: nothing follows.
    void decode(std::string_view bytes, bool last, std::string& out) {
        if (!m_rest.empty()) {
            m_joined = m_rest;
            m_joined += bytes;
            bytes = m_joined;
        }
        const std::size_t before = out.size();
        out.resize(before + 3 * bytes.size() + 8); // a byte becomes three at most: "€" in Latin-1
        char* const start = out.data() + before;
        std::size_t used = 0;
        char* const end = m_table != nullptr ? bytewise(bytes, last, start, used) : wordwise(bytes, last, start, used);
        out.resize(before + static_cast<std::size_t>(end - start));
        m_rest.assign(bytes.substr(used));
    }

private:
    char* bytewise(std::string_view bytes, bool last, char* out, std::size_t& at) const {
        const std::size_t size = bytes.size();
        while (at < size) {
            const std::size_t ascii = encodings::asciiLength(bytes.data() + at, size - at);
            std::memcpy(out, bytes.data() + at, ascii);
            out += ascii;
            at += ascii;
            while (at < size && byteAt(bytes, at) >= 0x80) {
                const std::uint8_t lead = byteAt(bytes, at);
                if (const char32_t single = m_table->single[lead - 0x80U]; single != 0) {
                    out = encodings::putUtf8(out, single);
                    ++at;
                    continue;
                }
                if (at + 1 == size && !last)
                    return out;
                const char32_t pair = at + 1 < size ? m_table->pairOf(lead, byteAt(bytes, at + 1)) : 0;
                if (pair != 0) {
                    out = encodings::putUtf8(out, pair);
                    at += 2;
                    continue;
                }
                if (!longCharacter(bytes, last, out, at))
                    return out;
            }
        }
        return out;
    }

    /// Four bytes of GB18030, or nothing that can be read; false when the bytes end too early to tell.
    bool longCharacter(std::string_view bytes, bool last, char*& out, std::size_t& at) const {
        if (m_charset == Charset::Gb18030) {
            const std::string_view here = bytes.substr(at, 4);
            if (here.size() < 4 && !last && (here.size() < 2 || (byteAt(here, 1) >= 0x30 && byteAt(here, 1) <= 0x39)))
                return false;
            if (here.size() == 4 && encodings::isFourByteForm(here)) {
                if (const char32_t character = encodings::fourByteCharacter(here); character != 0) {
                    out = encodings::putUtf8(out, character);
                    at += 4;
                    return true;
                }
            }
        }
        *out++ = kBadByte; // the lead alone: what follows may be a delimiter
        ++at;
        return true;
    }

    char* wordwise(std::string_view bytes, bool last, char* out, std::size_t& at) const {
        const std::size_t high = m_charset == Charset::Utf16Le ? 1 : 0;
        const auto word = [&](std::size_t place) {
            return static_cast<char32_t>(byteAt(bytes, place + high) << 8 | byteAt(bytes, place + 1 - high));
        };
        while (at + 2 <= bytes.size()) {
            const char32_t first = word(at);
            if (first < 0xD800 || first > 0xDFFF) {
                out = encodings::putUtf8(out, first);
                at += 2;
                continue;
            }
            if (first < 0xDC00 && at + 4 > bytes.size() && !last)
                return out;
            const char32_t second = first < 0xDC00 && at + 4 <= bytes.size() ? word(at + 2) : 0;
            if (second >= 0xDC00 && second <= 0xDFFF) {
                out = encodings::putUtf8(out, 0x10000 + ((first - 0xD800) << 10) + (second - 0xDC00));
                at += 4;
            } else {
                *out++ = kBadByte;
                at += 2;
            }
        }
        if (at < bytes.size() && last) {
            *out++ = kBadByte;
            at = bytes.size();
        }
        return out;
    }

    Charset m_charset;
    const ByteTable* m_table = nullptr;
    std::string m_rest;   ///< the beginning of a character
    std::string m_joined; ///< m_rest and the bytes behind it
};

/// A stream in another encoding as UTF-8.
class DecodedSource final : public ByteSource {
public:
    DecodedSource(std::unique_ptr<ByteSource> source, Charset charset)
        : m_source(std::move(source)), m_decoder(charset), m_raw(kBlock) {}

    Result<std::size_t> read(std::span<char> buffer) override {
        std::size_t filled = 0;
        while (filled < buffer.size()) {
            if (m_at == m_text.size() && m_ended)
                break;
            if (m_at == m_text.size())
                TL_CHECK_STATUS(decodeNext());
            const std::size_t part = std::min(buffer.size() - filled, m_text.size() - m_at);
            std::memcpy(buffer.data() + filled, m_text.data() + m_at, part);
            filled += part;
            m_at += part;
        }
        return filled;
    }
    std::int64_t consumed() const override { return m_source->consumed(); }
    std::int64_t fileSize() const override { return m_source->fileSize(); }
    std::string compression() const override { return m_source->compression(); }

private:
    Status decodeNext() {
        TL_TRY(const std::size_t got, m_source->read(m_raw));
        m_ended = got < m_raw.size();
        m_text.clear();
        m_at = 0;
        m_decoder.decode({m_raw.data(), got}, m_ended, m_text);
        return {};
    }

    std::unique_ptr<ByteSource> m_source;
    Decoder m_decoder;
    std::vector<char> m_raw;
    std::string m_text;
    std::size_t m_at = 0;
    bool m_ended = false;
};

} // namespace

const std::vector<std::string>& encodingNames() {
    static const std::vector<std::string> kNames{"UTF-8",   "UTF-8-BOM", "UTF-16LE",  "UTF-16BE",
                                                 "GB18030", "Big5",      "Shift-JIS", "Latin-1"};
    return kNames;
}

Result<std::string> canonicalEncoding(std::string_view name) {
    std::string key;
    for (const char c : name) {
        if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'))
            key += c;
        else if (c >= 'A' && c <= 'Z')
            key += static_cast<char>(c - 'A' + 'a');
    }
    for (const Alias& alias : kAliases)
        if (alias.key == key)
            return std::string(alias.name);
    std::string list;
    for (const std::string& known : encodingNames())
        list += (list.empty() ? "" : ", ") + known;
    return Error(ErrorCode::UnknownChoice, list).at("encoding", std::string(name));
}

std::unique_ptr<ByteSource> decodedSource(std::unique_ptr<ByteSource> source, const std::string& encoding) {
    const std::optional<Charset> charset = charsetOf(encoding);
    if (!charset)
        return source;
    return std::make_unique<DecodedSource>(std::move(source), *charset);
}

std::string decodeText(std::string_view bytes, const std::string& encoding) {
    const std::optional<Charset> charset = charsetOf(encoding);
    if (!charset)
        return std::string(bytes);
    std::string text;
    Decoder(*charset).decode(bytes, true, text);
    return text;
}

} // namespace core::data
