// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/error_text.h"

#include "core/base/noop.h"

#include <array>

namespace core {
namespace {

struct ErrorEntry {
    ErrorCode code;
    const char* name;
    int exit;
    const char* text;
};

// One sentence says what is wrong, the next what to do. The table is in the order of the enum (checked below).
constexpr std::array kEntries{
    ErrorEntry{ErrorCode::Cancelled, "cancelled", 3, TL_NOOP("Error", "Cancelled. Everything is as it was before.")},
    ErrorEntry{ErrorCode::Usage, "usage", 2, TL_NOOP("Error", "{detail}")},
    ErrorEntry{ErrorCode::FileNotFound, "file_not_found", 1, TL_NOOP("Error", "{file}: there is no such file. Check the path.")},
    ErrorEntry{ErrorCode::IsDirectory, "is_directory", 1, TL_NOOP("Error", "{file} is a directory. Name a file in it.")},
    ErrorEntry{ErrorCode::FileUnreadable, "file_unreadable", 1, TL_NOOP("Error", "{file} cannot be read: {detail}.")},
    ErrorEntry{ErrorCode::FileEmpty, "file_empty", 1, TL_NOOP("Error", "{file} is empty. Choose a file with a header row and data.")},
    ErrorEntry{ErrorCode::FileBinary, "file_binary", 1, TL_NOOP("Error", "{file} is no text file (it holds binary data). Export it as CSV in UTF-8.")},
    ErrorEntry{ErrorCode::FileTruncated, "file_truncated", 1, TL_NOOP("Error", "{file} is damaged or ends too early: {detail}. Get the file again.")},
    ErrorEntry{ErrorCode::UnsupportedFormat, "unsupported_format", 1, TL_NOOP("Error", "{file}: {detail} cannot be read. Use delimited text, JSON or .xlsx, plain or packed as .gz, .zst, .xz, .bz2 or .zip.")},
    ErrorEntry{ErrorCode::BadEncoding, "bad_encoding", 1, TL_NOOP("Error", "{file} cannot be read as text: {detail}. Name its encoding, or convert it to UTF-8.")},
    ErrorEntry{ErrorCode::UnterminatedQuote, "unterminated_quote", 1, TL_NOOP("Error", "{file}: a quote that opens here is never closed. Close it, or remove it.")},
    ErrorEntry{ErrorCode::NoHeader, "no_header", 1, TL_NOOP("Error", "{file} has no header row with column names. Add one.")},
    ErrorEntry{ErrorCode::NoRows, "no_rows", 1, TL_NOOP("Error", "{file} holds no row that could be used. {detail}")},
    ErrorEntry{ErrorCode::NoSuchColumn, "no_such_column", 2, TL_NOOP("Error", "{file} has no column “{column}”. It has: {detail}.")},
    ErrorEntry{ErrorCode::NoSuchField, "no_such_field", 2, TL_NOOP("Error", "There is no field “{value}” to map to. The fields are: {detail}.")},
    ErrorEntry{ErrorCode::MissingMapping, "missing_mapping", 2, TL_NOOP("Error", "{file}: no column was found for the field “{detail}”. Map one to it.")},
    ErrorEntry{ErrorCode::BadValue, "bad_value", 1, TL_NOOP("Error", "{file}, column “{column}”: “{value}” is not {detail}.")},
    ErrorEntry{ErrorCode::BadJson, "bad_json", 1, TL_NOOP("Error", "{file} is no valid JSON: {detail}.")},
    ErrorEntry{ErrorCode::UnknownParameter, "unknown_parameter", 2, TL_NOOP("Error", "There is no parameter “{column}” here. There are: {detail}.")},
    ErrorEntry{ErrorCode::ParameterOutOfRange, "parameter_out_of_range", 2, TL_NOOP("Error", "“{column}” is {value}; it must be {detail}.")},
    ErrorEntry{ErrorCode::WrongType, "wrong_type", 2, TL_NOOP("Error", "“{column}” is {value}; it must be {detail}.")},
    ErrorEntry{ErrorCode::UnknownStrategy, "unknown_strategy", 2, TL_NOOP("Error", "There is no strategy “{value}”. There are: {detail}.")},
    ErrorEntry{ErrorCode::UnknownChoice, "unknown_choice", 2, TL_NOOP("Error", "“{value}” is no choice for {column}. Choose one of: {detail}.")},
    ErrorEntry{ErrorCode::NotAProject, "not_a_project", 1, TL_NOOP("Error", "{file} is not a Taillight project. Choose a .taillight file.")},
    ErrorEntry{ErrorCode::ProjectNewer, "project_newer", 1, TL_NOOP("Error", "{file} was written by a newer Taillight ({detail}). Update the program to open it; it was not changed.")},
    ErrorEntry{ErrorCode::ProjectLocked, "project_locked", 1, TL_NOOP("Error", "{file} is already open in another window or program. Close it there first. {detail}")},
    ErrorEntry{ErrorCode::ProjectDamaged, "project_damaged", 1, TL_NOOP("Error", "{file} is damaged: {detail}. Restore a copy of it.")},
    ErrorEntry{ErrorCode::ProjectReadOnly, "project_read_only", 1, TL_NOOP("Error", "{file} is open for reading only, so nothing can be changed in it. Check its permissions. {detail}")},
    ErrorEntry{ErrorCode::FileExists, "file_exists", 1, TL_NOOP("Error", "{file} already exists. Choose another name, or remove it first.")},
    ErrorEntry{ErrorCode::NoSuchRun, "no_such_run", 1, TL_NOOP("Error", "There is no run {value} in this project. {detail}")},
    ErrorEntry{ErrorCode::NoSuchSplit, "no_such_split", 1, TL_NOOP("Error", "There is no split “{value}” in this project.")},
    ErrorEntry{ErrorCode::NoSplit, "no_split", 1, TL_NOOP("Error", "The project has no train/validation/test split yet. Make one first. {detail}")},
    ErrorEntry{ErrorCode::NoData, "no_data", 1, TL_NOOP("Error", "There is no data for this: {detail}.")},
    ErrorEntry{ErrorCode::TooFewRows, "too_few_rows", 1, TL_NOOP("Error", "There are too few rows: {detail}.")},
    ErrorEntry{ErrorCode::SplitInUse, "split_in_use", 1, TL_NOOP("Error", "The split “{value}” is used by runs ({detail}) and stays as it is. Make a new one.")},
    ErrorEntry{ErrorCode::EngineMissing, "engine_missing", 1, TL_NOOP("Error", "Training needs the engine module, which could not be opened: {detail}")},
    ErrorEntry{ErrorCode::DeviceUnavailable, "device_unavailable", 1, TL_NOOP("Error", "The device “{value}” is not available: {detail}.")},
    ErrorEntry{ErrorCode::OutOfMemory, "out_of_memory", 1, TL_NOOP("Error", "There is not enough memory: {detail}. Use a smaller batch or model.")},
    ErrorEntry{ErrorCode::DiskFull, "disk_full", 1, TL_NOOP("Error", "{file} could not be written: the disk is full. Free some space; nothing was changed.")},
    ErrorEntry{ErrorCode::WriteFailed, "write_failed", 1, TL_NOOP("Error", "{file} could not be written: {detail}.")},
    ErrorEntry{ErrorCode::BadModel, "bad_model", 1, TL_NOOP("Error", "{file} is not a model that can be loaded: {detail}.")},
    ErrorEntry{ErrorCode::Diverged, "diverged", 1, TL_NOOP("Error", "Training diverged: {detail}. Use a smaller learning rate.")},
    ErrorEntry{ErrorCode::BadKeyFile, "bad_key_file", 1, TL_NOOP("Error", "{file} cannot be used: {detail}.")},
    ErrorEntry{ErrorCode::WrongKey, "wrong_key", 1, TL_NOOP("Error", "The pseudonyms of this project were made with the key {value}; the key given is {detail}. Give the first one: with another key the same user would get another pseudonym.")},
    ErrorEntry{ErrorCode::WrongPassphrase, "wrong_passphrase", 1, TL_NOOP("Error", "This is not the passphrase of {file}. Try again; nothing was written.")},
    ErrorEntry{ErrorCode::NotSealed, "not_sealed", 1, TL_NOOP("Error", "{file} is not a sealed project.")},
    ErrorEntry{ErrorCode::SealDamaged, "seal_damaged", 1, TL_NOOP("Error", "{file} was damaged or changed after it was sealed: {detail}. Take another copy of it; nothing was written.")},
    ErrorEntry{ErrorCode::AlreadyImported, "already_imported", 1, TL_NOOP("Error", "{file} was imported before, at {value}, with exactly this content. {detail}")},
    ErrorEntry{ErrorCode::SourceInUse, "source_in_use", 1, TL_NOOP("Error", "The import {value} cannot be removed: {detail}.")},
    ErrorEntry{ErrorCode::RowsInUse, "rows_in_use", 1, TL_NOOP("Error", "Nothing was changed: the split “{value}” rests on rows that would change ({detail}). Clean before dividing: remove the split, or work in a new project.")},
    ErrorEntry{ErrorCode::Internal, "internal", 1, TL_NOOP("Error", "Something went wrong inside Taillight: {detail}. Please report it.")},
};

constexpr bool inEnumOrder() {
    for (std::size_t i = 0; i < kEntries.size(); ++i)
        if (static_cast<std::size_t>(kEntries[i].code) != i)
            return false;
    return kEntries.size() == static_cast<std::size_t>(ErrorCode::Internal) + 1;
}
static_assert(inEnumOrder(), "every ErrorCode needs its sentence, in the order of the enum");

const ErrorEntry& entryOf(ErrorCode code) {
    return kEntries[static_cast<std::size_t>(code)];
}

} // namespace

const char* errorTemplate(ErrorCode code) {
    return entryOf(code).text;
}

const char* errorName(ErrorCode code) {
    return entryOf(code).name;
}

int exitCode(ErrorCode code) {
    return entryOf(code).exit;
}

std::string fillErrorTemplate(std::string_view text, const Error& error) {
    std::string result;
    while (!text.empty()) {
        const auto open = text.find('{');
        result += text.substr(0, open);
        if (open == std::string_view::npos)
            break;
        text.remove_prefix(open);
        const auto close = text.find('}');
        const std::string_view name = text.substr(0, close + 1);
        if (name == "{file}")
            result += error.line > 0 ? error.file + ":" + std::to_string(error.line) : error.file;
        else if (name == "{line}")
            result += std::to_string(error.line);
        else if (name == "{column}")
            result += error.column;
        else if (name == "{value}")
            result += error.value;
        else if (name == "{detail}")
            result += error.detail;
        text.remove_prefix(name.size());
    }
    while (!result.empty() && result.back() == ' ')
        result.pop_back();
    return result;
}

std::string errorSentence(const Error& error) {
    return fillErrorTemplate(errorTemplate(error.code), error);
}

} // namespace core
