// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/privacy/derive.h"

#include <sodium.h>

#include <cassert>
#include <chrono>
#include <condition_variable>
#include <memory>
#include <mutex>
#include <thread>

namespace core::privacy {
namespace {

struct Derivation {
    Secret passphrase;
    std::string salt;
    std::uint64_t passes = 0, memory = 0;
    Secret key{32};
    int code = -1;
    bool done = false;
    std::mutex mutex;
    std::condition_variable finished;

    void run() {
        const int result = crypto_pwhash(key.data(), key.size(), reinterpret_cast<const char*>(passphrase.data()),
                                         passphrase.size(), reinterpret_cast<const unsigned char*>(salt.data()), passes,
                                         static_cast<std::size_t>(memory), crypto_pwhash_ALG_ARGON2ID13);
        const std::lock_guard lock(mutex);
        code = result;
        done = true;
        finished.notify_all();
    }
};

} // namespace

Result<Secret> deriveKey(const Secret& passphrase, const std::string& salt, std::uint64_t passes, std::uint64_t memory,
                         JobContext* job) {
    assert(salt.size() == crypto_pwhash_SALTBYTES);
    if (passphrase.empty())
        return Error(ErrorCode::Usage, "The passphrase is empty.");
    auto work = std::make_shared<Derivation>();
    work->passphrase = Secret(passphrase.view());
    work->salt = salt;
    work->passes = passes;
    work->memory = memory;
    if (job == nullptr) {
        work->run();
    } else {
        std::thread([work] { work->run(); }).detach();
        std::unique_lock lock(work->mutex);
        while (!work->done) {
            work->finished.wait_for(lock, std::chrono::milliseconds(50));
            TL_CHECK_STATUS(job->check());
        }
    }
    if (work->code != 0)
        return Error(ErrorCode::OutOfMemory, "making a key from the passphrase takes " + std::to_string(memory >> 20U) +
                                                 " MB, which the system did not give");
    return std::move(work->key);
}

} // namespace core::privacy
