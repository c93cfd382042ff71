// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

/// How likely bytes are as text of an encoding, private to encoding_detect.cpp.
namespace core::data::encodings {

/// The natural logarithms of coarse probabilities, summed over the bytes beyond ASCII. A character counts by its class:
/// one of the several hundred most frequent ones, a common one (GB 2312 level 1, Big5 level 1, JIS level 1), a rare
/// one, one of the extensions, or none at all. Long texts are told apart by a wide margin; a single word by how common
/// its characters are.
struct Evidence {
    double utf8 = 0;
    double gb18030 = 0;
    double big5 = 0;
    double shiftJis = 0;
    double latin1 = 0;
    std::size_t bytes = 0; ///< beyond ASCII

    const char* best() const;
    double margin() const; ///< of the best over the second
};

/// Adds a piece of text. Pieces end where no character of any encoding is cut: at a line end.
void weigh(std::string_view piece, Evidence& evidence);

} // namespace core::data::encodings
