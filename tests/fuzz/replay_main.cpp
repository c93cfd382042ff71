// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/fuzz/fuzz_support.h"

#include "core/base/file.h"

#include <algorithm>
#include <cstdio>
#include <filesystem>
#include <vector>

/// Runs a target on files and folders of files, without libFuzzer: so the corpus is a test like any other, and a
/// finding can be debugged in any build.
int main(int count, char** arguments) {
    namespace fs = std::filesystem;
    std::vector<std::string> files;
    for (int i = 1; i < count; ++i) {
        if (!fs::is_directory(arguments[i])) {
            files.emplace_back(arguments[i]);
            continue;
        }
        for (const auto& entry : fs::directory_iterator(arguments[i]))
            files.push_back(entry.path().string());
    }
    std::sort(files.begin(), files.end());
    for (const std::string& file : files) {
        const auto bytes = core::readFile(file);
        if (!bytes.ok()) {
            std::fprintf(stderr, "%s cannot be read\n", file.c_str());
            return 2;
        }
        std::printf("%s\n", file.c_str());
        std::fflush(stdout); // the last name printed is the one that failed
        LLVMFuzzerTestOneInput(reinterpret_cast<const std::uint8_t*>(bytes->data()), bytes->size());
    }
    std::printf("%zu inputs\n", files.size());
    return files.empty() ? 2 : 0;
}
