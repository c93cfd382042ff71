// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/viewer_names.h"

namespace core::store {

std::string ViewerNames::replaced(const std::string& entity, const std::string& name) {
    auto& names = m_names[entity];
    const auto found = names.find(name);
    if (found != names.end())
        return found->second;
    std::string stand = (entity == "label" ? "class" : entity) + " " + std::to_string(names.size() + 1);
    return names.emplace(name, std::move(stand)).first->second;
}

std::string ViewerNames::of(const std::string& entity, const std::string& name, std::size_t place) {
    if (entity == "user" || entity == "query")
        return entity + " " + std::to_string(place + 1);
    return m_replace ? replaced(entity, name) : name;
}

Json ViewerNames::in(const Json& json) {
    const auto text = [this](const std::string& value) {
        for (const char* entity : {"label", "category", "brand"})
            if (const auto names = m_names.find(entity); names != m_names.end())
                if (const auto found = names->second.find(value); found != names->second.end())
                    return found->second;
        return value;
    };
    if (!m_replace)
        return json;
    if (json.is_string())
        return text(json.get<std::string>());
    if (json.is_array()) {
        Json list = Json::array();
        for (const Json& value : json)
            list.push_back(in(value));
        return list;
    }
    if (!json.is_object())
        return json;
    Json object = Json::object();
    for (const auto& [name, value] : json.items())
        object[text(name)] = in(value);
    return object;
}

} // namespace core::store
