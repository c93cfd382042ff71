// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/record_reader.h"

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

/// What the targets share. Each defines LLVMFuzzerTestOneInput(); with TAILLIGHT_FUZZ libFuzzer drives it, else
/// replay_main.cpp, which runs it on the files it is given.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size);

/// A promise of the code under test that must hold whatever the input is; stops the program when it does not.
void require(bool holds, const char* promise);

/// A file in memory that has a path, for what opens files itself.
class MemoryFile {
public:
    explicit MemoryFile(std::string_view bytes);
    MemoryFile(const MemoryFile&) = delete;
    MemoryFile& operator=(const MemoryFile&) = delete;
    ~MemoryFile();
    std::string path() const;

private:
    int m_fd;
};

/// Reads all records and requires what record_reader.h promises: as many cells as columns unless there is a fault, text
/// that is UTF-8 without NUL, lines that do not go back, progress within the file. Errors are fine.
void readThrough(core::Result<std::unique_ptr<core::data::RecordReader>> reader);
