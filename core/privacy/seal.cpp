// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/privacy/seal.h"

#include "core/base/noop.h"
#include "core/privacy/derive.h"
#include "core/privacy/new_file.h"
#include "core/privacy/seal_format.h"

#include <sodium.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>
#include <vector>

namespace core::privacy {
namespace {

using namespace sealing;

using Digest = std::array<unsigned char, 32>;
using Stream = crypto_secretstream_xchacha20poly1305_state;

/// The state of a stream holds its key.
struct WipedStream {
    Stream state{};
    ~WipedStream() { sodium_memzero(&state, sizeof state); }
};

/// BLAKE2b over plain text: its state holds the last bytes of it.
struct WipedHash {
    crypto_generichash_state state{};
    WipedHash() { crypto_generichash_init(&state, nullptr, 0, Digest().size()); }
    ~WipedHash() { sodium_memzero(&state, sizeof state); }
    void add(std::span<const unsigned char> bytes) { crypto_generichash_update(&state, bytes.data(), bytes.size()); }
    Digest digest() {
        Digest result{};
        crypto_generichash_final(&state, result.data(), result.size());
        return result;
    }
};

/// Plain text in memory, wiped afterwards.
struct WipedBlock {
    std::vector<unsigned char> bytes;
    explicit WipedBlock(std::size_t size) : bytes(size) {}
    ~WipedBlock() { sodium_memzero(bytes.data(), bytes.size()); }
    WipedBlock(const WipedBlock&) = delete;
    WipedBlock& operator=(const WipedBlock&) = delete;
};

Error damaged(const std::string& path, const std::string& what) {
    return Error(ErrorCode::SealDamaged, what).inFile(path);
}

Result<std::uint64_t> sizeOf(int fd, const std::string& path) {
    struct stat info {};
    if (::fstat(fd, &info) != 0)
        return Error(ErrorCode::FileUnreadable, std::strerror(errno)).inFile(path);
    return static_cast<std::uint64_t>(info.st_size);
}

Result<Header> readHeaderOf(int fd, const std::string& path, HeaderBytes& bytes) {
    TL_TRY(const std::size_t size, readFully(fd, bytes, path));
    return readHeader(bytes, size, path);
}

/// Encrypts what `source` yields; the digest is of the plain text.
Result<Digest> encrypt(const OpenFile& source, const std::string& path, NewFile& target, const Header& header,
                       const HeaderBytes& bytes, WipedStream& stream, JobContext& job) {
    WipedBlock plain(header.chunk);
    std::vector<unsigned char> sealed(header.chunk + kChunkOverhead);
    WipedHash hash;
    TL_CHECK_STATUS(target.write(bytes));
    std::uint64_t done = 0;
    for (std::uint64_t i = 0; i < header.chunks(); ++i) {
        TL_CHECK_STATUS(job.check());
        const auto wanted = static_cast<std::size_t>(std::min<std::uint64_t>(header.chunk, header.info.size - done));
        TL_TRY(const std::size_t got, readFully(source.get(), {plain.bytes.data(), wanted}, path));
        if (got != wanted)
            return Error(ErrorCode::FileUnreadable, "it became shorter while it was read").inFile(path);
        hash.add({plain.bytes.data(), got});
        const bool last = i + 1 == header.chunks();
        crypto_secretstream_xchacha20poly1305_push(&stream.state, sealed.data(), nullptr, plain.bytes.data(), got,
                                                   i == 0 ? bytes.data() : nullptr, i == 0 ? bytes.size() : 0,
                                                   last ? crypto_secretstream_xchacha20poly1305_TAG_FINAL
                                                        : crypto_secretstream_xchacha20poly1305_TAG_MESSAGE);
        TL_CHECK_STATUS(target.write({sealed.data(), got + kChunkOverhead}));
        done += got;
        job.report(static_cast<std::int64_t>(done));
    }
    return hash.digest();
}

/// Decrypts from behind the header; each chunk goes to `take` only when it was authentic.
template <class Take> Status decrypt(int fd, const std::string& path, const Header& header, const HeaderBytes& bytes,
                                     const Secret& key, JobContext& job, Take take) {
    WipedStream stream;
    if (crypto_secretstream_xchacha20poly1305_init_pull(&stream.state, header.stream.data(), key.data()) != 0)
        return damaged(path, "its stream cannot be started");
    WipedBlock plain(header.chunk);
    std::vector<unsigned char> sealed(header.chunk + kChunkOverhead);
    const std::string of = " of " + std::to_string(header.chunks());
    std::uint64_t done = 0;
    for (std::uint64_t i = 0; i < header.chunks(); ++i) {
        TL_CHECK_STATUS(job.check());
        const auto size = static_cast<std::size_t>(std::min<std::uint64_t>(header.chunk, header.info.size - done));
        TL_TRY(const std::size_t got, readFully(fd, {sealed.data(), size + kChunkOverhead}, path));
        if (got != size + kChunkOverhead)
            return damaged(path, "it ends within part " + std::to_string(i + 1) + of);
        unsigned char tag = 0;
        if (crypto_secretstream_xchacha20poly1305_pull(&stream.state, plain.bytes.data(), nullptr, &tag, sealed.data(),
                                                       got, i == 0 ? bytes.data() : nullptr,
                                                       i == 0 ? bytes.size() : 0) != 0)
            return damaged(path, "part " + std::to_string(i + 1) + of + " was changed, or is not where it was");
        const bool last = i + 1 == header.chunks();
        if ((tag == crypto_secretstream_xchacha20poly1305_TAG_FINAL) != last)
            return damaged(path, "its end stands in the wrong place (part " + std::to_string(i + 1) + of + ")");
        TL_CHECK_STATUS(take(std::span<const unsigned char>(plain.bytes.data(), size)));
        done += size;
        job.report(static_cast<std::int64_t>(done));
    }
    return {};
}

/// Reads back what was written and compares it with what was read.
Status verify(const NewFile& target, const std::string& sealed, const Header& header, const HeaderBytes& bytes,
              const Secret& key, const Digest& expected, JobContext& job) {
    job.begin(TL_NOOP("Job", "Checking the sealed file"), static_cast<std::int64_t>(header.info.size), "bytes");
#ifdef POSIX_FADV_DONTNEED
    // It was flushed: what is read now should come from the disk, not from memory.
    static_cast<void>(::posix_fadvise(target.fd(), 0, 0, POSIX_FADV_DONTNEED));
#endif
    if (::lseek(target.fd(), 0, SEEK_SET) < 0)
        return writeError(sealed, errno);
    HeaderBytes found{};
    TL_TRY(const std::size_t size, readFully(target.fd(), found, sealed));
    if (size != found.size() || found != bytes)
        return Error(ErrorCode::WriteFailed, "what was read back differs").inFile(sealed);
    WipedHash hash;
    TL_CHECK_STATUS(
        decrypt(target.fd(), sealed, header, bytes, key, job, [&hash](std::span<const unsigned char> plain) {
            hash.add(plain);
            return Status();
        }));
    return hash.digest() == expected
               ? Status()
               : Status(Error(ErrorCode::WriteFailed, "what was read back differs").inFile(sealed));
}

} // namespace

Result<SealInfo> sealInfo(const std::string& path) {
    startSodium();
    TL_TRY(const OpenFile file, openToRead(path));
    HeaderBytes bytes{};
    TL_TRY(const Header header, readHeaderOf(file.get(), path, bytes));
    return header.info;
}

Status sealFile(const std::string& path, const std::string& sealed, const Secret& passphrase, SealedKind kind,
                const SealCosts& costs, JobContext& job) {
    startSodium();
    if (costs.passes < 1 || costs.passes > SealLimits().passes || costs.memory > SealLimits().memory ||
        costs.memory < crypto_pwhash_MEMLIMIT_MIN)
        return Error(ErrorCode::ParameterOutOfRange, "1 to 16 passes and 8 KiB to 1 GiB")
            .at("costs", std::to_string(costs.passes) + " passes, " + std::to_string(costs.memory) + " bytes");
    TL_TRY(const OpenFile source, openToRead(path));
    TL_TRY(NewFile target, NewFile::create(sealed));
    Header header;
    header.info.kind = kind;
    header.info.costs = costs;
    TL_TRY(header.info.size, sizeOf(source.get(), path));
    randombytes_buf(header.salt.data(), header.salt.size());
    job.begin(TL_NOOP("Job", "Making the key"), 0, "");
    TL_TRY(const Secret master, deriveKey(passphrase, std::string(header.salt.begin(), header.salt.end()), costs.passes,
                                          costs.memory, &job));
    const Keys keys = splitKey(master);
    WipedStream stream;
    crypto_secretstream_xchacha20poly1305_init_push(&stream.state, header.stream.data(), keys.stream.data());
    const HeaderBytes bytes = writeHeader(header, keys.check);
    job.begin(TL_NOOP("Job", "Sealing"), static_cast<std::int64_t>(header.info.size), "bytes");
    TL_TRY(const Digest digest, encrypt(source, path, target, header, bytes, stream, job));
    TL_CHECK_STATUS(target.flush());
    TL_CHECK_STATUS(verify(target, sealed, header, bytes, keys.stream, digest, job));
    TL_CHECK_STATUS(job.check());
    return target.publish();
}

Result<SealInfo> openSealed(const std::string& sealed, const std::string& out, const Secret& passphrase,
                            JobContext& job, const SealLimits& limits) {
    TL_TRY(const OpenFile source, openToRead(sealed));
    HeaderBytes bytes{};
    TL_TRY(const Header header, readHeaderOf(source.get(), sealed, bytes));
    TL_TRY(const std::uint64_t size, sizeOf(source.get(), sealed));
    // Before anything is spent on the passphrase: a cut-off or extended file is seen by its length alone.
    if (size < header.sealedSize())
        return damaged(sealed, "it ends " + std::to_string(header.sealedSize() - size) + " bytes too early");
    if (size > header.sealedSize())
        return damaged(sealed, std::to_string(size - header.sealedSize()) + " bytes follow its end");
    const SealCosts& costs = header.info.costs;
    if (costs.passes > limits.passes || costs.memory > limits.memory)
        return damaged(sealed, "its key would take " + std::to_string(costs.memory >> 20U) + " MB and " +
                                   std::to_string(costs.passes) + " passes, more than any project is sealed with");
    TL_TRY(NewFile target, NewFile::create(out));
    job.begin(TL_NOOP("Job", "Making the key"), 0, "");
    TL_TRY(const Secret master, deriveKey(passphrase, std::string(header.salt.begin(), header.salt.end()), costs.passes,
                                          costs.memory, &job));
    const Keys keys = splitKey(master);
    if (!checksKey(bytes, keys.check))
        return Error(ErrorCode::WrongPassphrase).inFile(sealed);
    job.begin(TL_NOOP("Job", "Opening the sealed file"), static_cast<std::int64_t>(header.info.size), "bytes");
    TL_CHECK_STATUS(decrypt(source.get(), sealed, header, bytes, keys.stream, job,
                            [&target](std::span<const unsigned char> plain) { return target.write(plain); }));
    TL_CHECK_STATUS(job.check());
    TL_CHECK_STATUS(target.publish());
    return header.info;
}

} // namespace core::privacy
