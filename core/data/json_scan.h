// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace core::data {

/// Where one value of a JSON text ends, found from brackets and quotes alone. Texts that are no JSON have an end too,
/// so that one broken record does not take its neighbours with it: a string ends with its line, and a closing bracket
/// closes whatever was left open inside it.
struct JsonExtent {
    enum class Outcome {
        Complete,
        NeedMore ///< the bytes end within the value
    };
    Outcome outcome = Outcome::Complete;
    const char* end = nullptr;  ///< behind the last byte of the value
    const char* next = nullptr; ///< where to go on: behind the separator
    bool closed = false;        ///< members: the separator was the bracket that closes the list or object
};

/// The member that begins at `begin`, of a list (`closing` is ']') or an object ('}'): up to a comma or that bracket. It
/// may be empty, and spaces round it are part of it. Without either it ends at `end`, with NeedMore.
JsonExtent scanJsonMember(const char* begin, const char* end, char closing);

/// The value at `begin` (no space there) outside any list: an object or list up to its closing bracket; anything else
/// up to the line end or the next opening bracket. `last`: nothing follows `end`.
JsonExtent scanJsonValue(const char* begin, const char* end, bool last);

const char* skipJsonSpace(const char* begin, const char* end);
std::string_view trimJsonSpace(std::string_view text);

/// Whether `text` is a number as RFC 8259 writes it.
bool isJsonNumber(std::string_view text);

/// Appends `text` (UTF-8) as a JSON string; only what must be escaped is.
void appendJsonString(std::string& out, std::string_view text);

} // namespace core::data
