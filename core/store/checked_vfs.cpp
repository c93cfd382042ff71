// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/checked_vfs.h"

#include "core/store/migrations.h"

#include <sqlite3.h>

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstring>
#include <new>
#include <utility>
#include <vector>

namespace core::store {
namespace {

constexpr int kPage = 4096; ///< of every project
constexpr int kContent = kPage - kChecksumBytes;
constexpr int kReserveAt = 20, kVersionAt = 60, kApplicationAt = 68; ///< in the header of a database file
constexpr std::uint32_t kLastUnchecked = 2;                          ///< the last format without checksums

// File controls of our own; SQLite keeps those below 100 for itself.
constexpr int kAskDamagedPage = 0x5441'0001;
constexpr int kRefuseEmpty = 0x5441'0002;

using Page = std::array<unsigned char, kPage>;

std::uint64_t wordAt(const unsigned char* bytes) {
    std::uint64_t word = 0;
    std::memcpy(&word, bytes, sizeof word);
    return word;
}

std::uint32_t bigEndianAt(const unsigned char* bytes) {
    return (std::uint32_t{bytes[0]} << 24U) | (std::uint32_t{bytes[1]} << 16U) | (std::uint32_t{bytes[2]} << 8U) |
           bytes[3];
}

/// Each step is a bijection of its word, so that a change of a single word always shows. The page's number is part of
/// it: a page that was written to another's place does not match. Never 0.
std::uint64_t checksumOf(const unsigned char* page, std::uint32_t number) {
    constexpr std::uint64_t kFirst = 0x9E3779B97F4A7C15ULL, kSecond = 0xC2B2AE3D27D4EB4FULL;
    std::array<std::uint64_t, 4> lanes{kFirst ^ number, kSecond + number, kFirst + number, ~kSecond ^ number};
    constexpr int kWords = kContent / 8;
    for (int i = 0; i < kWords; ++i) {
        std::uint64_t& lane = lanes[static_cast<std::size_t>(i & 3)];
        lane = (lane ^ wordAt(page + std::ptrdiff_t{i} * 8)) * kFirst;
        lane ^= lane >> 29U;
    }
    std::uint64_t sum = 0;
    for (const std::uint64_t lane : lanes) {
        sum = (sum ^ lane) * kSecond;
        sum ^= sum >> 31U;
    }
    return sum == 0 ? 1 : sum;
}

bool matches(const unsigned char* page, std::uint32_t number) {
    return wordAt(page + kContent) == checksumOf(page, number);
}

bool isEmpty(const unsigned char* page) {
    return std::all_of(page, page + kPage, [](unsigned char byte) { return byte == 0; });
}

/// A database file; behind it in memory lies the file object of SQLite's own VFS.
struct CheckedFile {
    sqlite3_file base;
    enum class State { Unknown, Plain, Checked } state;
    bool refuseEmpty;
    std::uint32_t damaged;
    std::vector<std::uint32_t>* early; ///< pages of a new file that were written before the first one
    sqlite3_file* real() { return reinterpret_cast<sqlite3_file*>(this + 1); }
    const sqlite3_io_methods* methods() { return real()->pMethods; }
};

CheckedFile* checked(sqlite3_file* file) {
    return reinterpret_cast<CheckedFile*>(file);
}

bool isWholePage(int amount, sqlite3_int64 offset) {
    return amount == kPage && offset % kPage == 0;
}

std::uint32_t pageAt(sqlite3_int64 offset) {
    return static_cast<std::uint32_t>(offset / kPage) + 1;
}

/// By its first page: has the file checksums? A first page that should match and does not fails when it is read itself:
/// a WAL may hold a good one.
void decide(CheckedFile* file, const unsigned char* first) {
    const bool reserved = first[kReserveAt] == kChecksumBytes;
    const bool ours =
        bigEndianAt(first + kApplicationAt) == kApplicationId && bigEndianAt(first + kVersionAt) > kLastUnchecked;
    file->state = reserved || ours || matches(first, 1) ? CheckedFile::State::Checked : CheckedFile::State::Plain;
}

int decideByFile(CheckedFile* file) {
    Page first;
    const int code = file->methods()->xRead(file->real(), first.data(), kPage, 0);
    if (code == SQLITE_OK)
        decide(file, first.data());
    return code == SQLITE_IOERR_SHORT_READ ? SQLITE_OK : code; // too short for a page: new, or no database
}

int readFile(sqlite3_file* base, void* buffer, int amount, sqlite3_int64 offset) {
    CheckedFile* const file = checked(base);
    const int code = file->methods()->xRead(file->real(), buffer, amount, offset);
    if (code != SQLITE_OK)
        return code;
    const auto* const page = static_cast<const unsigned char*>(buffer);
    if (file->state == CheckedFile::State::Unknown) {
        if (const int decided = decideByFile(file); decided != SQLITE_OK)
            return decided;
    }
    if (file->state != CheckedFile::State::Checked || !isWholePage(amount, offset))
        return SQLITE_OK;
    if (matches(page, pageAt(offset)) || (!file->refuseEmpty && isEmpty(page)))
        return SQLITE_OK;
    file->damaged = pageAt(offset);
    return SQLITE_IOERR_DATA;
}

int writeChecked(CheckedFile* file, const unsigned char* content, sqlite3_int64 offset) {
    Page page;
    std::memcpy(page.data(), content, kContent);
    const std::uint64_t sum = checksumOf(content, pageAt(offset));
    std::memcpy(page.data() + kContent, &sum, sizeof sum);
    return file->methods()->xWrite(file->real(), page.data(), kPage, offset);
}

/// The first page of a new file has come, and says that there are checksums: the pages before it get theirs.
int writeEarly(CheckedFile* file) {
    Page page;
    for (const std::uint32_t number : *file->early) {
        const sqlite3_int64 offset = sqlite3_int64{number - 1} * kPage;
        int code = file->methods()->xRead(file->real(), page.data(), kPage, offset);
        if (code == SQLITE_OK)
            code = writeChecked(file, page.data(), offset);
        if (code != SQLITE_OK)
            return code;
    }
    return SQLITE_OK;
}

int writeFile(sqlite3_file* base, const void* buffer, int amount, sqlite3_int64 offset) {
    CheckedFile* const file = checked(base);
    const auto* const content = static_cast<const unsigned char*>(buffer);
    if (!isWholePage(amount, offset))
        return file->methods()->xWrite(file->real(), buffer, amount, offset);
    if (offset == 0) { // also where VACUUM made room for checksums: it writes all pages, this one first
        file->state = content[kReserveAt] == kChecksumBytes ? CheckedFile::State::Checked : CheckedFile::State::Plain;
        if (file->early != nullptr && file->state == CheckedFile::State::Checked)
            if (const int code = writeEarly(file); code != SQLITE_OK)
                return code;
        delete std::exchange(file->early, nullptr);
    } else if (file->state == CheckedFile::State::Unknown) {
        if (const int code = decideByFile(file); code != SQLITE_OK)
            return code;
        if (file->state == CheckedFile::State::Unknown) {
            try {
                if (file->early == nullptr)
                    file->early = new std::vector<std::uint32_t>();
                file->early->push_back(pageAt(offset));
            } catch (const std::bad_alloc&) {
                return SQLITE_IOERR_NOMEM;
            }
        }
    }
    if (file->state != CheckedFile::State::Checked)
        return file->methods()->xWrite(file->real(), buffer, amount, offset);
    return writeChecked(file, content, offset);
}

int controlFile(sqlite3_file* base, int operation, void* argument) {
    CheckedFile* const file = checked(base);
    switch (operation) {
    case kAskDamagedPage:
        *static_cast<std::int64_t*>(argument) = file->damaged;
        return SQLITE_OK;
    case kRefuseEmpty:
        file->refuseEmpty = *static_cast<bool*>(argument);
        return SQLITE_OK;
    default:
        return file->methods()->xFileControl(file->real(), operation, argument);
    }
}

int closeFile(sqlite3_file* base) {
    CheckedFile* const file = checked(base);
    delete std::exchange(file->early, nullptr);
    return file->methods()->xClose(file->real());
}

/// A method that the file object of SQLite's own VFS answers.
template <auto Method, class... Arguments> int forward(sqlite3_file* file, Arguments... arguments) {
    return (checked(file)->methods()->*Method)(checked(file)->real(), arguments...);
}

void shmBarrier(sqlite3_file* file) {
    checked(file)->methods()->xShmBarrier(checked(file)->real());
}

sqlite3_io_methods makeMethods(bool sharedMemory) {
    using M = sqlite3_io_methods;
    M methods{};
    methods.iVersion = 2; // no xFetch: what is mapped into memory would be read unseen
    methods.xClose = closeFile;
    methods.xRead = readFile;
    methods.xWrite = writeFile;
    methods.xTruncate = forward<&M::xTruncate, sqlite3_int64>;
    methods.xSync = forward<&M::xSync, int>;
    methods.xFileSize = forward<&M::xFileSize, sqlite3_int64*>;
    methods.xLock = forward<&M::xLock, int>;
    methods.xUnlock = forward<&M::xUnlock, int>;
    methods.xCheckReservedLock = forward<&M::xCheckReservedLock, int*>;
    methods.xFileControl = controlFile;
    methods.xSectorSize = forward<&M::xSectorSize>;
    methods.xDeviceCharacteristics = forward<&M::xDeviceCharacteristics>;
    if (sharedMemory) {
        methods.xShmMap = forward<&M::xShmMap, int, int, int, void volatile**>;
        methods.xShmLock = forward<&M::xShmLock, int, int, int>;
        methods.xShmBarrier = shmBarrier;
        methods.xShmUnmap = forward<&M::xShmUnmap, int>;
    }
    return methods;
}

sqlite3_vfs* realVfs(sqlite3_vfs* vfs) {
    return static_cast<sqlite3_vfs*>(vfs->pAppData);
}

int openFile(sqlite3_vfs* vfs, const char* name, sqlite3_file* base, int flags, int* outFlags) {
    static const sqlite3_io_methods kWithShm = makeMethods(true), kWithoutShm = makeMethods(false);
    if ((flags & SQLITE_OPEN_MAIN_DB) == 0) // WAL, journals, temporary files
        return realVfs(vfs)->xOpen(realVfs(vfs), name, base, flags, outFlags);
    auto* const file = new (base) CheckedFile{};
    const int code = realVfs(vfs)->xOpen(realVfs(vfs), name, file->real(), flags, outFlags);
    const sqlite3_io_methods* const real = file->real()->pMethods;
    if (real == nullptr)
        return code;
    file->base.pMethods = real->iVersion >= 2 && real->xShmMap != nullptr ? &kWithShm : &kWithoutShm;
    return code;
}

/// A method of the VFS that SQLite's own answers.
template <auto Method, class Answer, class... Arguments> Answer forwardVfs(sqlite3_vfs* vfs, Arguments... arguments) {
    return (realVfs(vfs)->*Method)(realVfs(vfs), arguments...);
}

using Symbol = void (*)(void);

sqlite3_vfs makeVfs(sqlite3_vfs* real) {
    using V = sqlite3_vfs;
    V vfs{};
    vfs.iVersion = 2;
    vfs.szOsFile = static_cast<int>(sizeof(CheckedFile)) + real->szOsFile;
    vfs.mxPathname = real->mxPathname;
    vfs.zName = "taillight";
    vfs.pAppData = real;
    vfs.xOpen = openFile;
    vfs.xDelete = forwardVfs<&V::xDelete, int, const char*, int>;
    vfs.xAccess = forwardVfs<&V::xAccess, int, const char*, int, int*>;
    vfs.xFullPathname = forwardVfs<&V::xFullPathname, int, const char*, int, char*>;
    vfs.xDlOpen = forwardVfs<&V::xDlOpen, void*, const char*>;
    vfs.xDlError = forwardVfs<&V::xDlError, void, int, char*>;
    vfs.xDlSym = forwardVfs<&V::xDlSym, Symbol, void*, const char*>;
    vfs.xDlClose = forwardVfs<&V::xDlClose, void, void*>;
    vfs.xRandomness = forwardVfs<&V::xRandomness, int, int, char*>;
    vfs.xSleep = forwardVfs<&V::xSleep, int, int>;
    vfs.xCurrentTime = forwardVfs<&V::xCurrentTime, int, double*>;
    vfs.xGetLastError = forwardVfs<&V::xGetLastError, int, int, char*>;
    vfs.xCurrentTimeInt64 = forwardVfs<&V::xCurrentTimeInt64, int, sqlite3_int64*>;
    return vfs;
}

} // namespace

const char* checkedVfs() {
    static sqlite3_vfs vfs = [] {
        sqlite3_initialize();
        return makeVfs(sqlite3_vfs_find(nullptr));
    }();
    static const int kRegistered = sqlite3_vfs_register(&vfs, 0);
    static_cast<void>(kRegistered);
    return vfs.zName;
}

std::int64_t damagedPage(sqlite3* handle) {
    std::int64_t page = 0;
    return handle != nullptr && sqlite3_file_control(handle, "main", kAskDamagedPage, &page) == SQLITE_OK ? page : 0;
}

void refuseEmptyPages(sqlite3* handle, bool refuse) {
    sqlite3_file_control(handle, "main", kRefuseEmpty, &refuse);
}

} // namespace core::store
