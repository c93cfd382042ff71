// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/database.h"

#include "core/base/file.h"
#include "core/store/checked_vfs.h"
#include "core/store/entity_functions.h"
#include "core/store/events/event_table.h"
#include "core/store/sqlite_error.h"

#include <sqlite3.h>

#include <cassert>
#include <cctype>
#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <filesystem>
#include <sys/stat.h>
#include <unistd.h>
#include <utility>

namespace core::store {
namespace {

constexpr int kBusyTimeoutMs = 5000;
constexpr int kProbeInterval = 1000; ///< virtual-machine steps between two questions to the cancel probe

/// A URI that names `path` and nothing else, whatever characters the path holds.
std::string immutableUri(const std::string& path) {
    constexpr char kHex[] = "0123456789ABCDEF";
    std::error_code ignored;
    std::string uri = "file:";
    for (const char c : std::filesystem::absolute(path, ignored).string()) {
        const auto byte = static_cast<unsigned char>(c);
        const bool plain = std::isalnum(byte) != 0 || c == '/' || c == '.' || c == '-' || c == '_';
        if (plain) {
            uri += c;
        } else {
            uri += '%';
            uri += kHex[byte >> 4U];
            uri += kHex[byte & 15U];
        }
    }
    return uri + "?immutable=1";
}

Result<sqlite3*> openHandle(const std::string& path, const std::string& name, int flags) {
    sqlite3* handle = nullptr;
    const int code = sqlite3_open_v2(name.c_str(), &handle, flags | SQLITE_OPEN_NOMUTEX, checkedVfs());
    if (code == SQLITE_OK)
        return handle;
    Error error = sqliteError(code, handle, path);
    sqlite3_close_v2(handle);
    return error;
}

Status createPrivateFile(const std::string& path) {
    const int fd = ::open(path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, S_IRUSR | S_IWUSR);
    if (fd >= 0) {
        ::close(fd);
        return {};
    }
    if (errno == EEXIST)
        return Error(ErrorCode::FileExists).inFile(path);
    if (errno == ENOSPC || errno == EDQUOT)
        return Error(ErrorCode::DiskFull).inFile(path);
    return Error(ErrorCode::WriteFailed, std::strerror(errno)).inFile(path);
}

bool hasWal(const std::string& path) {
    std::error_code error;
    const auto size = std::filesystem::file_size(path + "-wal", error);
    return !error && size > 0;
}

// Temporary b-trees and sorts stay in files (SQLite's default), unlike PRAGMA temp_store=MEMORY: a sort of millions of
// rows then takes little memory and is done in pieces of the size of the cache. Between two pieces the cancel probe is
// asked, and the pieces are several times faster to sort than one long list.
constexpr const char* kWriterPragmas = "PRAGMA foreign_keys=ON; PRAGMA secure_delete=OFF; PRAGMA journal_mode=WAL;"
                                       "PRAGMA synchronous=NORMAL; PRAGMA cache_size=-16384;"
                                       "PRAGMA journal_size_limit=67108864";
constexpr const char* kReaderPragmas = "PRAGMA query_only=ON; PRAGMA foreign_keys=ON; PRAGMA cache_size=-8192";
constexpr const char* kTouch = "SELECT count(*) FROM sqlite_schema";

} // namespace

// ---------------------------------------------------------------------------------------------------------- Statement

Statement::Statement(Statement&& other) noexcept
    : m_database(other.m_database),
      m_statement(std::exchange(other.m_statement, nullptr)),
      m_bindingFault(other.m_bindingFault) {}

Statement& Statement::operator=(Statement&& other) noexcept {
    if (this != &other) {
        sqlite3_finalize(m_statement);
        m_database = other.m_database;
        m_statement = std::exchange(other.m_statement, nullptr);
        m_bindingFault = other.m_bindingFault;
    }
    return *this;
}

Statement::~Statement() {
    sqlite3_finalize(m_statement);
}

void Statement::noteBinding(int code) {
    assert(code != SQLITE_RANGE && code != SQLITE_MISUSE);
    if (code != SQLITE_OK && m_bindingFault == SQLITE_OK)
        m_bindingFault = code;
}

void Statement::bind(int index, std::int64_t value) {
    noteBinding(sqlite3_bind_int64(m_statement, index, value));
}

void Statement::bind(int index, double value) {
    noteBinding(sqlite3_bind_double(m_statement, index, value));
}

void Statement::bind(int index, std::string_view text) {
    // A null pointer would bind NULL: an empty view means the empty text.
    const char* data = text.empty() ? "" : text.data();
    noteBinding(sqlite3_bind_text64(m_statement, index, data, text.size(), SQLITE_STATIC, SQLITE_UTF8));
}

void Statement::bindBlob(int index, std::span<const std::byte> bytes) {
    const void* data = bytes.empty() ? static_cast<const void*>("") : bytes.data();
    noteBinding(sqlite3_bind_blob64(m_statement, index, data, bytes.size(), SQLITE_STATIC));
}

void Statement::bindNull(int index) {
    noteBinding(sqlite3_bind_null(m_statement, index));
}

Result<bool> Statement::step() {
    if (m_bindingFault != SQLITE_OK)
        return sqliteError(std::exchange(m_bindingFault, SQLITE_OK), m_database->handle(), m_database->path());
    const int code = sqlite3_step(m_statement);
    if (code == SQLITE_ROW)
        return true;
    if (code == SQLITE_DONE)
        return false;
    Error error = m_database->lastError();
    sqlite3_reset(m_statement);
    return error;
}

Status Statement::run() {
    auto row = step();
    reset();
    if (!row.ok())
        return std::move(row).error();
    return {};
}

void Statement::reset() {
    sqlite3_reset(m_statement);
}

std::int64_t Statement::integer(int column) const {
    return sqlite3_column_int64(m_statement, column);
}

double Statement::real(int column) const {
    return sqlite3_column_double(m_statement, column);
}

std::string_view Statement::text(int column) const {
    const void* data = sqlite3_column_text(m_statement, column);
    if (data == nullptr)
        return {};
    return {static_cast<const char*>(data), static_cast<std::size_t>(sqlite3_column_bytes(m_statement, column))};
}

std::span<const std::byte> Statement::blob(int column) const {
    const void* data = sqlite3_column_blob(m_statement, column);
    return {static_cast<const std::byte*>(data), static_cast<std::size_t>(sqlite3_column_bytes(m_statement, column))};
}

bool Statement::isNull(int column) const {
    return sqlite3_column_type(m_statement, column) == SQLITE_NULL;
}

bool Statement::isText(int column) const {
    return sqlite3_column_type(m_statement, column) == SQLITE_TEXT;
}

int Statement::columns() const {
    return sqlite3_column_count(m_statement);
}

// ----------------------------------------------------------------------------------------------------------- Database

Database::Database(std::string path, sqlite3* handle) : m_path(std::move(path)), m_handle(handle) {}

Database::~Database() {
    sqlite3_progress_handler(m_handle, 0, nullptr, nullptr);
    const int code = sqlite3_close(m_handle);
    assert(code == SQLITE_OK); // a statement outlived its connection
    static_cast<void>(code);
}

Result<std::unique_ptr<Database>> Database::open(const std::string& path, Mode mode) {
    if (mode == Mode::Create)
        TL_CHECK_STATUS(createPrivateFile(path));
    else
        TL_CHECK_STATUS(checkReadable(path));
    return mode == Mode::ReadOnly ? openReader(path) : openWriter(path, mode == Mode::Create);
}

Result<std::unique_ptr<Database>> Database::openWriter(const std::string& path, bool create) {
    TL_TRY(sqlite3* const handle, openHandle(path, path, SQLITE_OPEN_READWRITE));
    std::unique_ptr<Database> database(new Database(path, handle));
    sqlite3_extended_result_codes(handle, 1);
    TL_CHECK_STATUS(events::attachEventTable(*database));
    TL_CHECK_STATUS(addEntityFunctions(*database));
    sqlite3_busy_timeout(handle, kBusyTimeoutMs);
    // SQLite falls back to reading when the file must not be written.
    if (sqlite3_db_readonly(handle, "main") == 1)
        return Error(ErrorCode::ProjectReadOnly).inFile(path);
    if (create)
        TL_CHECK_STATUS(database->reserveChecksums());
    TL_CHECK_STATUS(database->execute(kWriterPragmas));
    return database;
}

Status Database::reserveChecksums() {
    // In this order: setting the page size takes the wish for reserved bytes back.
    TL_CHECK_STATUS(execute("PRAGMA page_size = 4096"));
    int bytes = kChecksumBytes;
    if (sqlite3_file_control(m_handle, "main", SQLITE_FCNTL_RESERVE_BYTES, &bytes) != SQLITE_OK)
        return lastError();
    return {};
}

bool Database::hasChecksums() const {
    int bytes = -1; // only asks
    return sqlite3_file_control(m_handle, "main", SQLITE_FCNTL_RESERVE_BYTES, &bytes) == SQLITE_OK &&
           bytes == kChecksumBytes;
}

Result<std::unique_ptr<Database>> Database::openReader(const std::string& path) {
    // Opened for writing but forbidden to (query_only): only then the -wal and -shm files, which every reader of a WAL
    // database needs, go away again with the last connection. SQLite itself falls back to reading a read-only file.
    TL_TRY(sqlite3 * handle, openHandle(path, path, SQLITE_OPEN_READWRITE));
    std::unique_ptr<Database> database(new Database(path, handle));
    sqlite3_extended_result_codes(handle, 1);
    TL_CHECK_STATUS(events::attachEventTable(*database));
    TL_CHECK_STATUS(addEntityFunctions(*database));
    sqlite3_busy_timeout(handle, kBusyTimeoutMs);
    Status touched = database->execute(kReaderPragmas);
    if (touched.ok())
        touched = database->execute(kTouch);
    if (touched.ok())
        return database;
    const int primary = sqlite3_errcode(handle) & 0xff;
    if (primary != SQLITE_CANTOPEN && primary != SQLITE_READONLY)
        return touched.error();

    // On read-only media the -shm file cannot be made. Without a WAL the file itself is complete: read it as immutable.
    if (hasWal(path))
        return Error(ErrorCode::ProjectReadOnly,
                     "Its last changes are in a -wal file that needs a writable folder: copy "
                     "both files to one.")
            .inFile(path);
    return openImmutable(path);
}

Result<std::unique_ptr<Database>> Database::openImmutable(const std::string& path) {
    TL_TRY(sqlite3* const handle, openHandle(path, immutableUri(path), SQLITE_OPEN_READONLY | SQLITE_OPEN_URI));
    std::unique_ptr<Database> database(new Database(path, handle));
    sqlite3_extended_result_codes(handle, 1);
    TL_CHECK_STATUS(events::attachEventTable(*database));
    TL_CHECK_STATUS(addEntityFunctions(*database));
    TL_CHECK_STATUS(database->execute(kReaderPragmas));
    TL_CHECK_STATUS(database->execute(kTouch));
    return database;
}

Result<Statement> Database::prepare(std::string_view sql) {
    sqlite3_stmt* statement = nullptr;
    const int code = sqlite3_prepare_v3(m_handle, sql.data(), static_cast<int>(sql.size()), 0, &statement, nullptr);
    if (code != SQLITE_OK)
        return lastError();
    assert(statement != nullptr);
    return Statement(this, statement);
}

Status Database::execute(std::string_view sql) {
    const std::string text(sql);
    if (sqlite3_exec(m_handle, text.c_str(), nullptr, nullptr, nullptr) != SQLITE_OK)
        return lastError();
    return {};
}

Result<std::int64_t> Database::queryInteger(std::string_view sql) {
    TL_TRY(Statement statement, prepare(sql));
    TL_TRY(const bool row, statement.step());
    return row ? statement.integer(0) : 0;
}

std::int64_t Database::lastInsertRowId() const {
    return sqlite3_last_insert_rowid(m_handle);
}

std::int64_t Database::changes() const {
    return sqlite3_changes64(m_handle);
}

bool Database::inTransaction() const {
    return sqlite3_get_autocommit(m_handle) == 0;
}

bool Database::moved() const {
    int away = 0;
    return sqlite3_file_control(m_handle, "main", SQLITE_FCNTL_HAS_MOVED, &away) == SQLITE_OK && away != 0;
}

void Database::readAnew(bool refuseEmpty) {
    sqlite3_db_release_memory(m_handle);
    refuseEmptyPages(m_handle, refuseEmpty);
}

void Database::interrupt() {
    sqlite3_interrupt(m_handle);
}

void Database::setCancelProbe(std::function<bool()> cancelled) {
    m_cancelled = std::move(cancelled);
    if (!m_cancelled) {
        sqlite3_progress_handler(m_handle, 0, nullptr, nullptr);
        return;
    }
    sqlite3_progress_handler(
        m_handle, kProbeInterval, [](void* self) -> int { return static_cast<Database*>(self)->m_cancelled() ? 1 : 0; },
        this);
}

Error Database::lastError() const {
    return sqliteError(sqlite3_extended_errcode(m_handle), m_handle, m_path);
}

// -------------------------------------------------------------------------------------------------------- Transaction

Result<std::unique_ptr<Transaction>> Transaction::begin(Database& database) {
    TL_CHECK_STATUS(database.execute("BEGIN IMMEDIATE"));
    return std::unique_ptr<Transaction>(new Transaction(database));
}

Transaction::~Transaction() {
    // After an interrupt or a full disk SQLite may have rolled back by itself.
    if (m_open && sqlite3_get_autocommit(m_database.handle()) == 0)
        static_cast<void>(m_database.execute("ROLLBACK"));
}

Status Transaction::commit() {
    if (m_database.moved())
        return Error(ErrorCode::WriteFailed, "it was moved or removed while it was open").inFile(m_database.path());
    TL_CHECK_STATUS(m_database.execute("COMMIT"));
    m_open = false;
    return {};
}

} // namespace core::store
