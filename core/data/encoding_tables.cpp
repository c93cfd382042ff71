// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/encoding_tables.h"

#include <bit>
#include <cstring>
#include <iconv.h>
#include <initializer_list>
#include <memory>

namespace core::data::encodings {
namespace {

/// One of the system's converters to UTF-32.
class Converter {
public:
    explicit Converter(const char* charset) : m_handle(::iconv_open("UTF-32LE", charset)) {}
    Converter(const Converter&) = delete;
    Converter& operator=(const Converter&) = delete;
    ~Converter() {
        if (good())
            ::iconv_close(m_handle);
    }
    bool good() const { return m_handle != reinterpret_cast<iconv_t>(-1); }

    /// The one character that `bytes` are; 0 when they are none, or more than one.
    char32_t character(std::string_view bytes) const {
        if (!good())
            return 0;
        std::array<char, 4> in{};
        std::memcpy(in.data(), bytes.data(), bytes.size());
        std::array<unsigned char, 16> out{};
        char* from = in.data();
        std::size_t fromLeft = bytes.size();
        char* to = reinterpret_cast<char*>(out.data());
        std::size_t toLeft = out.size();
        ::iconv(m_handle, nullptr, nullptr, nullptr, nullptr);
        const bool read = ::iconv(m_handle, &from, &fromLeft, &to, &toLeft) != static_cast<std::size_t>(-1);
        // Some converters hold a character back in case that a combining one follows.
        const bool ended = ::iconv(m_handle, nullptr, nullptr, &to, &toLeft) != static_cast<std::size_t>(-1);
        if (!read || !ended || fromLeft != 0 || toLeft != out.size() - 4)
            return 0;
        return static_cast<char32_t>(out[0]) | static_cast<char32_t>(out[1]) << 8 | static_cast<char32_t>(out[2]) << 16;
    }

private:
    iconv_t m_handle;
};

/// A later charset of the list fills what the earlier ones leave open.
std::unique_ptr<ByteTable> makeTable(std::initializer_list<const char*> charsets, bool pairs) {
    auto table = std::make_unique<ByteTable>();
    for (const char* charset : charsets) {
        const Converter converter(charset);
        for (std::size_t lead = 0; lead < 128; ++lead) {
            std::array<char, 2> bytes{static_cast<char>(0x80U + lead), 0};
            if (table->single[lead] == 0)
                table->single[lead] = converter.character({bytes.data(), 1});
            if (!pairs || table->single[lead] != 0)
                continue;
            for (std::size_t trail = 0; trail < ByteTable::kTrails; ++trail) {
                bytes[1] = static_cast<char>(ByteTable::kFirstTrail + trail);
                char32_t& character = table->pair[lead][trail];
                if (character == 0)
                    character = converter.character({bytes.data(), 2});
            }
        }
    }
    return table;
}

std::unique_ptr<ByteTable> makeGb18030() {
    auto table = makeTable({"GB18030"}, true);
    table->single[0] = U'€'; // 0x80 in code page 936
    return table;
}

/// Code page 932 without the user's own characters at its end, which stand for nothing that others could read.
std::unique_ptr<ByteTable> makeShiftJis() {
    auto table = makeTable({"CP932"}, true);
    for (const std::size_t lead : {0x00U, 0x20U, 0x7DU, 0x7EU, 0x7FU})
        table->single[lead] = 0; // glibc gives control characters and private ones
    return table;
}

} // namespace

const ByteTable& tableOf(Charset charset) {
    switch (charset) {
    case Charset::Gb18030: {
        static const std::unique_ptr<ByteTable> kTable = makeGb18030();
        return *kTable;
    }
    case Charset::Big5: {
        static const std::unique_ptr<ByteTable> kTable = makeTable({"CP950", "BIG5-HKSCS"}, true);
        return *kTable;
    }
    case Charset::ShiftJis: {
        static const std::unique_ptr<ByteTable> kTable = makeShiftJis();
        return *kTable;
    }
    default: {
        static const std::unique_ptr<ByteTable> kTable = makeTable({"WINDOWS-1252"}, false);
        return *kTable;
    }
    }
}

bool isFourByteForm(std::string_view bytes) {
    const auto lead = [&](std::size_t at) { return byteAt(bytes, at) >= 0x81 && byteAt(bytes, at) <= 0xFE; };
    const auto digit = [&](std::size_t at) { return byteAt(bytes, at) >= 0x30 && byteAt(bytes, at) <= 0x39; };
    return lead(0) && digit(1) && lead(2) && digit(3);
}

char32_t fourByteCharacter(std::string_view bytes) {
    const auto part = [&](std::size_t at, unsigned first) { return static_cast<char32_t>(byteAt(bytes, at) - first); };
    const char32_t linear = ((part(0, 0x81) * 10 + part(1, 0x30)) * 126 + part(2, 0x81)) * 10 + part(3, 0x30);
    constexpr char32_t kSupplement = 189'000; // 90 30 81 30 is U+10000
    if (linear >= kSupplement)
        return linear - kSupplement < 0x100000 ? linear - kSupplement + 0x10000 : 0;
    thread_local const Converter kConverter("GB18030"); // within the BMP the gaps follow no rule
    return kConverter.character(bytes.substr(0, 4));
}

std::size_t asciiLength(const char* bytes, std::size_t size) {
    std::size_t at = 0;
    for (; at + 8 <= size; at += 8) {
        std::uint64_t word = 0;
        std::memcpy(&word, bytes + at, 8);
        if ((word & 0x8080808080808080U) != 0)
            break;
    }
    while (at < size && static_cast<unsigned char>(bytes[at]) < 0x80)
        ++at;
    return at;
}

} // namespace core::data::encodings
