// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/fuzz/fuzz_support.h"

#include "core/base/json.h"
#include "core/data/json_reader.h"
#include "core/data/memory_source.h"

using namespace core::data;

namespace {

std::unique_ptr<ByteSource> source(std::string_view text) {
    return memorySource(std::string(text));
}

/// Whether another parser takes a record for JSON: nlohmann's, which is slow and strict, but takes a NUL for the end
/// and a byte-order mark for nothing.
bool isJson(std::string_view text) {
    return text.find('\0') == std::string_view::npos && !text.starts_with("\xEF\xBB\xBF") && core::Json::accept(text.begin(), text.end());
}

/// Numbers beyond a double are refused there and text here; nesting has a limit here.
bool isComparable(std::string_view text) {
    std::size_t depth = 0, digits = 0;
    for (const char c : text) {
        depth += c == '{' || c == '[' ? 1U : 0U;
        digits += (c >= '0' && c <= '9') ? 1U : 0U;
    }
    return depth < 250 && (digits < 250 && text.find_first_of("eE") == std::string_view::npos);
}

} // namespace

/// JSON in every layout. In lines, each record is judged as another parser judges it.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
    const std::string_view text(reinterpret_cast<const char*>(bytes), size);
    readThrough(openJson(source(text), "f", {}));
    readThrough(openJson(source(text), "f", {.format = "json"}));
    readThrough(openJson(source(text), "f", {.format = "jsonl", .header = false}));
    auto reader = openJson(source(text), "f", {.format = "jsonl"});
    if (!reader.ok())
        return 0;
    Record row;
    for (;;) {
        const auto any = (*reader)->next(row);
        if (!any.ok() || !*any)
            return 0;
        if (!isComparable(row.rawText))
            continue;
        if (row.fault == RowFault::None)
            require(isJson(row.rawText), "a good record is JSON");
        else if (row.fault == RowFault::BadJson || row.fault == RowFault::BadEncoding)
            require(!isJson(row.rawText), "a bad record is no JSON");
    }
}
