// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/private_copy.h"

#include "core/privacy/new_file.h"

#include <vector>

namespace core::store {

Status copyFilePrivately(const std::string& path, const std::string& target) {
    constexpr std::size_t kBlock = std::size_t{1} << 20U;
    TL_TRY(const privacy::OpenFile source, privacy::openToRead(path));
    TL_TRY(privacy::NewFile copy, privacy::NewFile::create(target));
    std::vector<unsigned char> block(kBlock);
    for (;;) {
        TL_TRY(const std::size_t got, privacy::readFully(source.get(), block, path));
        TL_CHECK_STATUS(copy.write({block.data(), got}));
        if (got < block.size())
            return copy.publish();
    }
}

} // namespace core::store
