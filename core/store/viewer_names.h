// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/json.h"

#include <map>
#include <string>
#include <unordered_map>

namespace core::store {

/// Stand-ins for names in a viewer copy: "brand 1", "brand 2" … in the order in which they are asked for, the same name
/// always by the same.
class ViewerNames {
public:
    /// Names of these are replaced ("item", "category", "brand", "label"); all others stay.
    explicit ViewerNames(bool replace) : m_replace(replace) {}
    /// Users and queries get numbers by place, anew in every list (`place` from 0).
    std::string of(const std::string& entity, const std::string& name, std::size_t place);
    /// The JSON with every text and key that is a replaced name of a label, category or brand, replaced. For recipes
    /// and configs, which may name classes.
    Json in(const Json& json);

private:
    std::string replaced(const std::string& entity, const std::string& name);
    bool m_replace;
    std::map<std::string, std::unordered_map<std::string, std::string>> m_names; ///< by entity
};

} // namespace core::store
