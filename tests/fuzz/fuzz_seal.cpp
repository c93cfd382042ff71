// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/fuzz/fuzz_support.h"

#include "core/base/error_text.h"
#include "core/privacy/derive.h"
#include "core/privacy/seal.h"
#include "core/privacy/seal_format.h"

#include <sodium.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>

using namespace core;
using namespace core::privacy;

namespace {

/// The corpus was sealed with the least costs, and nothing dearer is computed here.
constexpr SealLimits kLimits{.passes = 1, .memory = 8'192};

/// A folder of this process for what opening writes.
class Folder {
public:
    Folder() { require(::mkdtemp(m_path.data()) != nullptr, "a folder can be made"); }
    ~Folder() { std::filesystem::remove_all(m_path); }
    Folder(const Folder&) = delete;
    Folder& operator=(const Folder&) = delete;
    const std::string& path() const { return m_path; }

private:
    std::string m_path = (std::filesystem::exists("/dev/shm") ? "/dev/shm" : "/tmp") + std::string("/fuzz_seal.XXXXXX");
};

const std::string& folder() {
    static const Folder kFolder;
    return kFolder.path();
}

/// The header's sum made right, so that what stands in the header is looked at.
std::string withSum(std::string bytes) {
    constexpr std::size_t kSummed = sealing::kHeaderBytes - 8;
    if (bytes.size() < sealing::kHeaderBytes)
        return bytes;
    std::array<unsigned char, 16> sum{};
    crypto_generichash(sum.data(), sum.size(), reinterpret_cast<const unsigned char*>(bytes.data()), kSummed, nullptr,
                       0);
    std::copy_n(sum.begin(), 8, bytes.begin() + kSummed);
    return bytes;
}

/// The check of the passphrase made right as well, so that the chunks are looked at whatever stands in the header.
std::string withCheck(std::string bytes) {
    sealing::HeaderBytes raw{};
    if (bytes.size() < raw.size())
        return bytes;
    std::copy_n(bytes.begin(), raw.size(), raw.begin());
    const auto header = sealing::readHeader(raw, raw.size(), "f");
    if (!header.ok() || header->info.costs.passes > kLimits.passes || header->info.costs.memory > kLimits.memory)
        return bytes;
    const auto master = deriveKey(Secret("passphrase"), std::string(header->salt.begin(), header->salt.end()),
                                  header->info.costs.passes, header->info.costs.memory, nullptr);
    require(master.ok(), "a key can be derived");
    const sealing::HeaderBytes right = sealing::writeHeader(*header, sealing::splitKey(*master).check);
    std::copy(right.begin(), right.end(), bytes.begin());
    return bytes;
}

void tryToOpen(const std::string& bytes) {
    const MemoryFile file(bytes);
    const auto info = sealInfo(file.path());
    const std::string out = folder() + "/out";
    JobContext job;
    const auto opened = openSealed(file.path(), out, Secret("passphrase"), job, kLimits);
    const bool written = std::filesystem::exists(out);
    require(opened.ok() == written, "a file appears only when it was authentic");
    if (!opened.ok()) {
        require(!errorSentence(opened.error()).empty() && opened.error().code != ErrorCode::Internal,
                "bad input is no internal error");
    } else {
        require(info.ok() && info->size == opened->size, "the header tells the size");
        require(std::filesystem::file_size(out) == opened->size, "the file is whole");
        std::filesystem::remove(out);
    }
    require(std::filesystem::is_empty(folder()), "nothing is left behind");
}

} // namespace

/// A sealed file: as it is, and with the sum and the check of its header made right.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
    const std::string input(reinterpret_cast<const char*>(bytes), size);
    tryToOpen(input);
    const std::string summed = withSum(input);
    tryToOpen(summed);
    tryToOpen(withCheck(summed));
    return 0;
}
