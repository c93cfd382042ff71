// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/select/selection.h"

namespace core::select {

Selection combine(const Selection& current, const Selection& next, Mode mode) {
    if (mode == Mode::Replace || (current.entity != next.entity && !current.empty()))
        return next;
    Selection result = current;
    result.entity = next.entity;
    switch (mode) {
    case Mode::Replace:
        break;
    case Mode::Add:
        result.names.insert(next.names.begin(), next.names.end());
        break;
    case Mode::Remove:
        for (const std::string& name : next.names)
            result.names.erase(name);
        break;
    case Mode::Intersect:
        std::erase_if(result.names, [&](const std::string& name) { return !next.names.contains(name); });
        break;
    }
    return result;
}

} // namespace core::select
