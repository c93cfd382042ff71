// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/record.h"

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace core::data {

/// Objects within a record become columns "a.b" down to this many names; deeper ones stay JSON text.
inline constexpr int kJsonNames = 3;
/// Most columns that the keys of the head may make; what is beyond goes to the last column.
inline constexpr std::size_t kJsonColumns = 2'000;
/// Nesting that a record may have.
inline constexpr int kJsonDepth = 256;

/// Turns one JSON text, an object (or a list, see setListColumns()), into the cells of a record. Strings lose their
/// escapes, numbers keep their text, true and false are these words, lists and deep objects are JSON text without
/// needless spaces. Of a key that comes twice the last value counts, as in every common reader.
class JsonRecordParser {
public:
    JsonRecordParser();
    ~JsonRecordParser();

    const std::vector<std::string>& columns() const;
    /// True once a key had to be left out because there are kJsonColumns already.
    bool full() const;

    /// Keys that are not yet known become columns: for the head of a file.
    void setLearning(bool learning);
    /// Adds a last column that takes the keys without a column, as one object.
    void addRestColumn();
    /// For records that are lists: from here on objects are NotAnObject, as lists are otherwise.
    void setListColumns(std::vector<std::string> names);

    /// `capacity` ≥ size + padding(): bytes that may be read from `text`. Sets row.fields, fault, faultColumn; the
    /// views live until the next call and as long as `text`.
    void parse(const char* text, std::size_t size, std::size_t capacity, Record& row);
    /// Why the last text was BadJson, in simdjson's words or ours.
    const std::string& reason() const;

    static std::size_t padding();

private:
    class Impl;
    std::unique_ptr<Impl> m_impl;
};

} // namespace core::data
