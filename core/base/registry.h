// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/describe.h"
#include "core/base/result.h"

#include <algorithm>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace core {

/// What a registered part tells of itself without being made.
struct PartInfo {
    std::string id;    ///< stored with every run: never renamed
    std::string title; ///< English; translation context "Strategy"
    std::string help;  ///< what it does, in one or two sentences
    std::string source; ///< where the method was published
    std::vector<ParamInfo> params;
};

/// The parts of one interface, by id. Filled before main() by TAILLIGHT_REGISTER lines, read-only afterwards, so any
/// thread may read. The strategies libraries are linked WHOLE_ARCHIVE: otherwise the linker drops the registrations.
template <class Interface> class Registry {
public:
    using Maker = std::function<Result<std::unique_ptr<Interface>>(const Json& params)>;
    struct Entry {
        PartInfo info;
        Maker make;
    };

    static Registry& global() {
        static Registry registry;
        return registry;
    }

    bool add(Entry entry) {
        const auto place = std::lower_bound(m_entries.begin(), m_entries.end(), entry.info.id,
                                            [](const Entry& e, const std::string& id) { return e.info.id < id; });
        m_entries.insert(place, std::move(entry));
        return true;
    }

    /// Sorted by id.
    const std::vector<Entry>& entries() const { return m_entries; }

    const Entry* find(std::string_view id) const {
        for (const Entry& entry : m_entries)
            if (entry.info.id == id)
                return &entry;
        return nullptr;
    }

    /// UnknownStrategy (with the ids there are), or what the parameters' validation says.
    Result<std::unique_ptr<Interface>> make(std::string_view id, const Json& params) const {
        const Entry* entry = find(id);
        if (entry == nullptr) {
            Error error(ErrorCode::UnknownStrategy, ids());
            error.value = std::string(id);
            return error;
        }
        return entry->make(params);
    }

    std::string ids() const {
        std::string list;
        for (const Entry& entry : m_entries)
            list += (list.empty() ? "" : ", ") + entry.info.id;
        return list;
    }

private:
    std::vector<Entry> m_entries;
};

/// Registers `Class`, constructible from `Config`, under `id`. One line at the end of the part's own file.
template <class Interface, class Class, class Config>
bool registerPart(std::string id, std::string title, std::string help, std::string source) {
    return Registry<Interface>::global().add(
        {{std::move(id), std::move(title), std::move(help), std::move(source), paramsOf<Config>()},
         [](const Json& params) -> Result<std::unique_ptr<Interface>> {
             TL_TRY(Config config, fromJson<Config>(params));
             return std::unique_ptr<Interface>(std::make_unique<Class>(std::move(config)));
         }});
}

#define TAILLIGHT_REGISTER(Interface, Class, Config, id, title, help, source)                                          \
    [[maybe_unused]] static const bool TL_CONCAT(kRegistered, __LINE__) =                                              \
        ::core::registerPart<Interface, Class, Config>(id, title, help, source)

} // namespace core
