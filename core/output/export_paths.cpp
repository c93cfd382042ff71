// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/output/export_paths.h"

#include <cctype>
#include <filesystem>

namespace core::output {

std::string pathName(std::string_view name) {
    constexpr std::size_t kLongest = 60;
    std::string result;
    for (const char c : name) {
        const auto byte = static_cast<unsigned char>(c);
        if (byte >= 0x80 || std::isalnum(byte) != 0 || c == '_')
            result += c;
        else if (!result.empty() && result.back() != '-')
            result += '-';
    }
    if (result.size() > kLongest) {
        std::size_t end = kLongest;
        while (end > 0 && (static_cast<unsigned char>(result[end]) & 0xC0U) == 0x80U)
            --end; // not in the middle of a character
        result.resize(end);
    }
    while (!result.empty() && result.back() == '-')
        result.pop_back();
    return result.empty() ? "unnamed" : result;
}

std::string pathIn(const std::string& directory, const std::string& name) {
    return (std::filesystem::path(directory) / name).string();
}

} // namespace core::output
