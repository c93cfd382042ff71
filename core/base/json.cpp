// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/json.h"

#include "core/base/file.h"

#include <algorithm>

namespace core {

Result<Json> parseJson(const std::string& text, const std::string& file) {
    try {
        return Json::parse(text);
    } catch (const nlohmann::json::parse_error& e) {
        const auto end = text.begin() + static_cast<std::ptrdiff_t>(std::min(e.byte, text.size()));
        const auto line = 1 + std::count(text.begin(), end, '\n');
        std::string reason = e.what();
        // "[json.exception.parse_error.101] parse error at line 1, column 3: syntax error …": the last part says why.
        if (const auto colon = reason.find(": "); colon != std::string::npos)
            reason.erase(0, colon + 2);
        return Error(ErrorCode::BadJson, reason).inFile(file, line);
    } catch (const nlohmann::json::exception& e) {
        return Error(ErrorCode::BadJson, e.what()).inFile(file);
    }
}

Result<Json> readJsonFile(const std::string& path) {
    TL_TRY(const std::string text, readFile(path));
    if (text.empty())
        return Error(ErrorCode::FileEmpty).inFile(path);
    return parseJson(text, path);
}

std::string dumpJson(const Json& value) {
    return value.dump(-1, ' ', false, Json::error_handler_t::replace);
}

std::string dumpJsonPretty(const Json& value) {
    return value.dump(2, ' ', false, Json::error_handler_t::replace);
}

} // namespace core
