// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/record.h"
#include "core/data/record_reader.h"
#include "core/data/values.h"
#include "core/store/database.h"
#include "core/store/import.h"

#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

/// The parts of importFile(), private to it.
namespace core::store::importing {

/// Refused rows kept per source; all are counted.
constexpr std::int64_t kKeptRejects = 100'000;

/// Of the texts of a refused row.
constexpr std::size_t kKeptBytes = 4096;

/// Why one row was refused.
struct Refusal {
    std::string column; ///< of the file; empty = the row as a whole
    std::string value;
    const char* reason = "";
};

enum class Outcome {
    Imported,
    Dropped, ///< left out and counted: Refusal::reason says why, "duplicate" where it is empty
    Refused
};

/// A field of ours in the rows of a file.
class Field {
public:
    Field() = default;
    Field(const data::Mapping& mapping, const std::vector<std::string>& header, const std::string& name);
    bool mapped() const { return m_index >= 0; }
    const std::string& column() const { return m_column; }
    /// Trimmed; empty when the field is not mapped.
    std::string_view in(const data::Record& row) const {
        return m_index < 0 ? std::string_view() : data::trim(row.fields[static_cast<std::size_t>(m_index)]);
    }
    /// Fills `refusal` and returns Refused.
    Outcome refuse(Refusal& refusal, std::string_view value, const char* reason) const;

private:
    int m_index = -1;
    std::string m_column;
};

/// A number ≥ `least`, if the cell holds any text: false when it holds something else.
bool readNumber(const data::ValueReader& values, std::string_view text, double least, std::optional<double>& number);

/// A time, if the cell holds any text: false when it holds something else.
bool readTime(const data::ValueReader& values, std::string_view text, std::optional<std::int64_t>& time);

struct TextHash {
    using is_transparent = void;
    std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>{}(text); }
};

/// Keys already in the project (or seen in this file), with what the importer needs to know of them.
template <class Entry> using KeyTable = std::unordered_map<std::string, Entry, TextHash, std::equal_to<>>;

/// The ids of rows by a key of theirs; a key that is not there makes a row.
class Keys {
public:
    /// `select` answers id and key of all rows, `insert` makes a row of the key ?1; null when none is to be made.
    Status begin(Database& database, const char* select, const char* insert);
    Result<std::int64_t> idOf(std::string_view key);
    std::optional<std::int64_t> find(std::string_view key) const;

private:
    Database* m_database = nullptr;
    KeyTable<std::int64_t> m_ids;
    std::optional<Statement> m_insert;
};

/// Takes the usable rows of one kind of file, logs excepted (import_log.h). All methods run on the writer thread,
/// inside the import's transaction.
class RowImporter {
public:
    virtual ~RowImporter() = default;
    /// Prepares statements and loads the keys the project already has.
    virtual Status begin() = 0;
    virtual Result<Outcome> take(const data::Record& row, Refusal& refusal) = 0;
    /// Writes what is still held back and fills ImportSummary::noted.
    virtual Status finish() = 0;
};

/// What an importer works with; outlives it.
struct Context {
    Database& database;
    const ImportRequest& request;
    const std::vector<std::string>& header;
    ImportSummary& summary;
    JobContext& job;
    data::ValueReader values = {}; ///< as the file writes numbers and times
    bool assumedUtf8 = false;      ///< a row that is none ends the import with BadEncoding: see importFile()
};

std::unique_ptr<RowImporter> makeCatalogueImporter(const Context& context);
std::unique_ptr<RowImporter> makeQueryImporter(const Context& context);
std::unique_ptr<RowImporter> makeLabelImporter(const Context& context);
std::unique_ptr<RowImporter> makeReviewImporter(const Context& context);
std::unique_ptr<RowImporter> makeSplitImporter(const Context& context);
/// The importer for summary.kind, which is not Log.
Result<std::unique_ptr<RowImporter>> makeImporter(const Context& context);

/// Stores refused rows: all are counted, the first kKeptRejects kept.
class RejectWriter {
public:
    explicit RejectWriter(const Context& context) : m_context(context) {}
    Status begin();
    Status add(const data::Record& row, const Refusal& refusal);
    Status add(std::int64_t line, std::string_view rawText, const Refusal& refusal);
    /// The refusal for a row that the reader itself found faulty. Any thread.
    Refusal faultOf(const data::Record& row) const;
    /// English: the first refused row, for NoRows; empty = none.
    const std::string& first() const { return m_first; }

private:
    Context m_context;
    std::optional<Statement> m_insert;
    std::string m_first;
};

/// Reads all rows, gives them to the importer of their kind, and counts in context.summary what becomes of them; the
/// refused ones are stored. `firstReject`, if given: RejectWriter::first().
Status importRows(const Context& context, data::RecordReader& reader, std::string* firstReject = nullptr);

/// Valid UTF-8 without NUL bytes, at most `limit` bytes: what cannot be kept becomes U+FFFD. For texts of refused rows.
std::string presentable(std::string_view text, std::size_t limit);

} // namespace core::store::importing
