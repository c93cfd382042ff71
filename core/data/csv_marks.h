// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>

namespace core::data {

/// The bytes that structure delimited text.
struct CsvMarks {
    char delimiter = ',';
    char quote = '"';   ///< without quoting: anything
    bool quotes = true; ///< whether there is quoting
};

/// Bytes that the functions below look at in one step; the text must be readable up to the next multiple of it behind
/// `to`.
inline constexpr std::size_t kMarkStep = 64;

/// Writes the places in text[from, to) of delimiters, quotes, CR and LF to `places`, in order, and returns how many.
/// `places` must have room for to - from entries and 8 more. Places count from `text`.
std::size_t findMarks(const char* text, std::size_t from, std::size_t to, CsvMarks marks, std::uint32_t* places);

/// What is known where a stretch of tidy text ends. The beginning of a record is the state that everything begins with.
struct TidyState {
    bool inside = false;       ///< within quotes
    bool afterBorder = true;   ///< the last byte was a delimiter, a line end or a closing quote
    bool afterClose = false;   ///< it was a closing quote
    bool doubled = false;      ///< there was a doubled quote
    bool breaksInside = false; ///< there was a line end within quotes
};

/// The same for tidy text: every quote opens or closes a whole field, or is doubled within one. Then a bit for each
/// byte says whether it lies within quotes, and only the delimiters and line ends outside count: there is nothing to
/// decide for each of them. Nothing when the text is not tidy; `state` and `places` are spoilt then.
std::optional<std::size_t> findTidyMarks(const char* text, std::size_t from, std::size_t to, CsvMarks marks,
                                         TidyState& state, std::uint32_t* places);

/// Both without vector instructions of the processor, for tests and other machines.
std::size_t findMarksPortably(const char* text, std::size_t from, std::size_t to, CsvMarks marks,
                              std::uint32_t* places);
std::optional<std::size_t> findTidyMarksPortably(const char* text, std::size_t from, std::size_t to, CsvMarks marks,
                                                 TidyState& state, std::uint32_t* places);

} // namespace core::data
