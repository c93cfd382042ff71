// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cassert>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <utility>

namespace core {

/// What can go wrong because of data, disk or user. Our own mistakes are asserts.
/// The sentence for each code stands in error_text.cpp (one table for the window and the headless program).
enum class ErrorCode {
    Cancelled,
    Usage,               ///< wrong command line; detail says what
    FileNotFound,        ///< file
    IsDirectory,         ///< file
    FileUnreadable,      ///< file, detail = the system's reason
    FileEmpty,           ///< file
    FileBinary,          ///< file: holds NUL bytes or is no text
    FileTruncated,       ///< file: a compressed stream that ends early, or is damaged; detail
    UnsupportedFormat,   ///< file, detail
    BadEncoding,         ///< file, line, column
    UnterminatedQuote,   ///< file, line where the quote opens
    NoHeader,            ///< file
    NoRows,              ///< file: a header, and nothing below it that could be used
    NoSuchColumn,        ///< file, column, detail = the columns there are
    NoSuchField,         ///< value = the field asked for, detail = the fields there are
    MissingMapping,      ///< file, detail = the field that must be mapped
    BadValue,            ///< file, line, column, value, detail = what is expected
    BadJson,             ///< file, line, detail
    UnknownParameter,    ///< column = the name, detail = the names there are
    ParameterOutOfRange, ///< column = parameter, value, detail = the range
    WrongType,           ///< column = parameter, value, detail = the type expected
    UnknownStrategy,     ///< value = the id, detail = the ids there are
    UnknownChoice,       ///< column = what, value, detail = the choices
    NotAProject,         ///< file
    ProjectNewer,        ///< file, detail = its version and ours
    ProjectLocked,       ///< file: open in another process or window
    ProjectDamaged,      ///< file, detail
    ProjectReadOnly,     ///< file
    FileExists,          ///< file
    NoSuchRun,           ///< value
    NoSuchSplit,         ///< value
    NoSplit,             ///< no split has been made yet; detail = how
    NoData,              ///< detail = what is missing and how to get it
    TooFewRows,          ///< detail
    SplitInUse,          ///< value = the split; detail = runs that use it
    EngineMissing,       ///< detail = what was tried and what to install
    DeviceUnavailable,   ///< value = the device, detail
    OutOfMemory,         ///< detail
    DiskFull,            ///< file
    WriteFailed,         ///< file, detail
    BadModel,            ///< file, detail
    Diverged,            ///< detail: the loss became NaN or infinite
    BadKeyFile,          ///< file, detail: a key or passphrase file that cannot be used
    WrongKey,        ///< value = id of the key the project's pseudonyms were made with, detail = id of the one given
    WrongPassphrase, ///< file
    NotSealed,       ///< file
    SealDamaged,     ///< file, detail = what is wrong with it
    AlreadyImported, ///< file, value = when it was imported, detail = how to import it nevertheless
    SourceInUse,     ///< value = the source; detail = what rests on it
    RowsInUse,       ///< value = a split; detail = which of its rows would change, and the runs that use it
    Internal,        ///< detail
};

/// A failure as data: a code and the places and values its sentence needs. Fields that do not apply stay empty (line
/// 0).
struct Error {
    ErrorCode code = ErrorCode::Internal;
    std::string detail;
    std::string file;
    std::int64_t line = 0; ///< 1-based physical line in `file`; 0 = does not apply
    std::string column;    ///< column or parameter name
    std::string value;     ///< the offending value, as it was read

    Error() = default;
    explicit Error(ErrorCode c, std::string d = {}) : code(c), detail(std::move(d)) {}
    Error& inFile(std::string f, std::int64_t l = 0) & {
        file = std::move(f);
        line = l;
        return *this;
    }
    Error&& inFile(std::string f, std::int64_t l = 0) && { return std::move(inFile(std::move(f), l)); }
    Error& at(std::string c, std::string v = {}) & {
        column = std::move(c);
        value = std::move(v);
        return *this;
    }
    Error&& at(std::string c, std::string v = {}) && { return std::move(at(std::move(c), std::move(v))); }
};

/// An Error or none, in the size of a pointer: most results carry no error, and readers return one for every row.
class MaybeError {
public:
    MaybeError() = default;
    MaybeError(Error error) : m_error(std::make_unique<Error>(std::move(error))) {}
    MaybeError(const MaybeError& other) : m_error(other.m_error ? std::make_unique<Error>(*other.m_error) : nullptr) {}
    MaybeError(MaybeError&&) noexcept = default;
    MaybeError& operator=(const MaybeError& other) { return *this = MaybeError(other); }
    MaybeError& operator=(MaybeError&&) noexcept = default;
    ~MaybeError() = default;

    bool none() const { return m_error == nullptr; }
    const Error& error() const& {
        assert(m_error);
        return *m_error;
    }
    Error&& error() && {
        assert(m_error);
        return std::move(*m_error);
    }

private:
    std::unique_ptr<Error> m_error;
};

/// Either a value or an Error. C++20 has no std::expected; this is the small part of it that we use.
template <class T> class [[nodiscard]] Result {
public:
    Result(T value) : m_value(std::move(value)) {}
    Result(Error error) : m_error(std::move(error)) {}

    bool ok() const { return m_error.none(); }
    explicit operator bool() const { return ok(); }
    T& value() & {
        assert(ok());
        return *m_value;
    }
    const T& value() const& {
        assert(ok());
        return *m_value;
    }
    T&& value() && {
        assert(ok());
        return std::move(*m_value);
    }
    T& operator*() & { return value(); }
    const T& operator*() const& { return value(); }
    T&& operator*() && { return std::move(*this).value(); }
    T* operator->() { return &value(); }
    const T* operator->() const { return &value(); }
    const Error& error() const& { return m_error.error(); }
    Error&& error() && { return std::move(m_error).error(); }

private:
    std::optional<T> m_value;
    MaybeError m_error;
};

template <> class [[nodiscard]] Result<void> {
public:
    Result() = default;
    Result(Error error) : m_error(std::move(error)) {}
    bool ok() const { return m_error.none(); }
    explicit operator bool() const { return ok(); }
    const Error& error() const& { return m_error.error(); }
    Error&& error() && { return std::move(m_error).error(); }

private:
    MaybeError m_error;
};

using Status = Result<void>;

} // namespace core

#define TL_CONCAT_INNER(a, b) a##b
#define TL_CONCAT(a, b) TL_CONCAT_INNER(a, b)

/// `TL_TRY(auto rows, readRows(path));` declares `rows`, or returns the error from the enclosing function.
#define TL_TRY(declaration, expression) TL_TRY_INNER(declaration, expression, TL_CONCAT(tlResult, __LINE__))
#define TL_TRY_INNER(declaration, expression, name)                                                                    \
    auto name = (expression);                                                                                          \
    if (!name.ok())                                                                                                    \
        return std::move(name).error();                                                                                \
    declaration = std::move(name).value()

/// `TL_CHECK_STATUS(writer.flush());` returns the error from the enclosing function, if there is one.
#define TL_CHECK_STATUS(expression)                                                                                    \
    do {                                                                                                               \
        auto tlStatus = (expression);                                                                                  \
        if (!tlStatus.ok())                                                                                            \
            return std::move(tlStatus).error();                                                                        \
    } while (false)
