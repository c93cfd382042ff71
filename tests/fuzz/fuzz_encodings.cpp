// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/fuzz/fuzz_support.h"

#include "core/data/encoding.h"
#include "core/data/memory_source.h"
#include "core/data/utf8.h"

#include <algorithm>
#include <array>
#include <vector>

using namespace core::data;

namespace {

/// What a source yields when it is read in pieces of these sizes, over and over.
std::string readInPieces(ByteSource& source, const std::vector<std::size_t>& sizes) {
    std::string text;
    std::array<char, 256> piece{};
    for (std::size_t i = 0;; ++i) {
        const std::size_t asked = sizes[i % sizes.size()];
        const auto got = source.read(std::span(piece).first(asked));
        require(got.ok() && *got <= asked, "memory can be read and decoded");
        text.append(piece.data(), *got);
        if (*got < asked)
            return text;
    }
}

/// UTF-8 but for the bytes 0xFF that stand for what means nothing.
bool isMarkedUtf8(std::string text) {
    std::erase(text, '\xFF');
    return isUtf8(text);
}

} // namespace

/// The encoding of any bytes is found, and every encoding decodes them: in one piece as in many.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
    const std::string_view text(reinterpret_cast<const char*>(bytes), size);
    const auto& names = encodingNames();
    const auto found = detectEncodingOf(text);
    require(!found.ok() || std::find(names.begin(), names.end(), *found) != names.end(),
            "an encoding has a known name");
    for (const std::string& name : names) {
        const std::string decoded = decodeText(text, name);
        const bool utf8 = name.starts_with("UTF-8"); // handed through as it is
        require(utf8 || isMarkedUtf8(decoded), "decoded text is UTF-8, marks aside");
        for (const auto& sizes :
             {std::vector<std::size_t>{1}, std::vector<std::size_t>{3, 7, 1}, std::vector<std::size_t>{256}}) {
            const auto source = decodedSource(memorySource(std::string(text)), name);
            require(readInPieces(*source, sizes) == decoded, "the pieces are the whole");
        }
    }
    return 0;
}
