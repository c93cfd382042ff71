// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/import_parts.h"

#include <string>
#include <vector>

namespace core::store::importing {

/// The columns of a file that no field takes, kept with each row as a JSON object of texts. Cells without text are left
/// out.
class ExtraColumns {
public:
    explicit ExtraColumns(const Context& context);
    bool any() const { return !m_columns.empty(); }
    /// Empty when the row has none. Lives until the next call.
    const std::string& of(const data::Record& row);

private:
    struct Extra {
        std::size_t index;
        std::string key; ///< as JSON, with its quotes and colon
    };
    std::vector<Extra> m_columns;
    std::string m_text;
};

} // namespace core::store::importing
