// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/fuzz/fuzz_support.h"

using namespace core::data;

/// Delimited text, as the sniffer reads it and as options say.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
    const MemoryFile file({reinterpret_cast<const char*>(bytes), size});
    readThrough(RecordReader::open(file.path(), {.format = "csv"}));
    readThrough(
        RecordReader::open(file.path(), {.format = "csv", .encoding = "UTF-8", .delimiter = ';', .header = false}));
    readThrough(RecordReader::open(file.path(), {.format = "csv", .delimiter = ',', .quote = '\'', .header = true}));
    return 0;
}
