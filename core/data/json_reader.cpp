// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/json_reader.h"

#include "core/data/csv_record.h"
#include "core/data/json_record.h"
#include "core/data/json_scan.h"
#include "core/data/json_shape.h"
#include "core/data/text_check.h"

#include <algorithm>
#include <cstring>

namespace core::data {
namespace {

constexpr std::size_t kBlock = std::size_t{4} << 20;
constexpr std::size_t kLongestRecord = std::size_t{64} << 20;
constexpr int kHeadRecords = 1'000;

/// The block of the file that is being looked at: bytes m_begin … m_end of m_buffer, room for simdjson behind them.
class JsonReader final : public RecordReader {
public:
    JsonReader(std::unique_ptr<ByteSource> source, std::string path, ReadOptions options)
        : m_path(std::move(path)), m_source(std::move(source)), m_options(std::move(options)) {}

    Status start();

    const std::string& path() const override { return m_path; }
    const std::vector<std::string>& header() const override { return m_names; }
    const ReadOptions& options() const override { return m_options; }
    std::string compression() const override { return m_source->compression(); }
    Result<bool> next(Record& row) override;
    std::int64_t consumed() const override { return m_source->consumed(); }
    std::int64_t fileSize() const override { return m_source->fileSize(); }

private:
    /// Where the reading stands: the head is read twice.
    struct Place {
        std::size_t begin = 0;
        std::int64_t line = 1;
        bool inList = false;
        bool inObject = false;  ///< the list is, or was, a member of an object
        bool frameTail = false; ///< in that object, behind the list
        std::int64_t listLine = 0;
    };
    enum class Step { Record, Again, End, NeedMore };

    Status fill();
    Status growOrFail();
    Result<Step> findRecord();
    void parseFound(Record& row);
    Step stepLine();
    Step stepValue();
    Result<Step> stepMember();
    Result<Step> stepFrame(std::string_view member, const JsonExtent& extent);
    Step recordAt(const char* begin, const char* end, const char* next);
    void advance(const char* to);
    Status readHead();
    Status readListHeader();

    const char* data() const { return m_buffer.get(); }

    std::string m_path;
    std::unique_ptr<ByteSource> m_source;
    ReadOptions m_options;
    JsonRecordParser m_parser;
    std::vector<std::string> m_names; ///< of the columns
    JsonShape m_shape;

    std::unique_ptr<char[]> m_buffer;
    std::size_t m_capacity = 0; ///< without the padding
    std::size_t m_end = 0;
    bool m_last = false; ///< the file holds nothing behind m_end
    Place m_at;

    std::string_view m_text; ///< the record found last
    std::int64_t m_textLine = 0;
    bool m_inHead = false; ///< the buffer is read again, so nothing in it may be dropped
    int m_headGood = 0;    ///< good records of the head so far; once there are some, it ends with the buffer
};

/// Moves what is not used up to the front and reads until the buffer is full.
Status JsonReader::fill() {
    if (!m_inHead) {
        std::memmove(m_buffer.get(), data() + m_at.begin, m_end - m_at.begin);
        m_end -= m_at.begin;
        m_at.begin = 0;
    }
    const std::size_t room = m_capacity - m_end;
    TL_TRY(const std::size_t got, m_source->read({m_buffer.get() + m_end, room}));
    m_end += got;
    m_last = got < room;
    std::memset(m_buffer.get() + m_end, ' ', JsonRecordParser::padding());
    return {};
}

/// Makes room for a record that is longer than what is there; refuses beyond kLongestRecord.
Status JsonReader::growOrFail() {
    const std::size_t kept = m_end - (m_inHead ? 0 : m_at.begin);
    if (kept >= kLongestRecord)
        return Error(ErrorCode::UnsupportedFormat, "a JSON record of more than 64 MB").inFile(m_path, m_at.line);
    if (kept > m_capacity / 2) {
        const std::size_t capacity = std::min(2 * m_capacity, kLongestRecord);
        auto larger = std::make_unique_for_overwrite<char[]>(capacity + JsonRecordParser::padding());
        std::memcpy(larger.get(), data(), m_end);
        m_buffer = std::move(larger);
        m_capacity = capacity;
    }
    return fill();
}

/// Goes on behind what is used up, counting lines.
void JsonReader::advance(const char* to) {
    m_at.line += std::count(data() + m_at.begin, to, '\n');
    m_at.begin = static_cast<std::size_t>(to - data());
}

JsonReader::Step JsonReader::recordAt(const char* begin, const char* end, const char* next) {
    advance(begin);
    m_text = {begin, static_cast<std::size_t>(end - begin)};
    m_textLine = m_at.line;
    advance(next);
    return Step::Record;
}

JsonReader::Step JsonReader::stepLine() {
    const char* const begin = data() + m_at.begin;
    const std::size_t size = m_end - m_at.begin;
    const auto* lineEnd = static_cast<const char*>(std::memchr(begin, '\n', size));
    if (!lineEnd && !m_last)
        return Step::NeedMore;
    if (!lineEnd && size == 0)
        return Step::End;
    const std::string_view text = trimJsonSpace({begin, lineEnd ? static_cast<std::size_t>(lineEnd - begin) : size});
    const char* const next = lineEnd ? lineEnd + 1 : begin + size;
    m_textLine = m_at.line;
    m_at.line += lineEnd ? 1 : 0;
    m_at.begin = static_cast<std::size_t>(next - data());
    m_text = text;
    return text.empty() ? Step::Again : Step::Record;
}

/// Outside any list: the next object, or the list whose members are the records.
JsonReader::Step JsonReader::stepValue() {
    const char* const end = data() + m_end;
    const char* const begin = skipJsonSpace(data() + m_at.begin, end);
    advance(begin);
    if (begin == end)
        return m_last ? Step::End : Step::NeedMore;
    if (*begin == '[') {
        m_at.inList = true;
        m_at.inObject = false;
        m_at.listLine = m_at.line;
        advance(begin + 1);
        return Step::Again;
    }
    const JsonExtent extent = scanJsonValue(begin, end, m_last);
    if (extent.outcome == JsonExtent::Outcome::NeedMore && !m_last)
        return Step::NeedMore;
    const std::string_view text = trimJsonSpace({begin, static_cast<std::size_t>(extent.end - begin)});
    return recordAt(text.data(), text.data() + text.size(), extent.next);
}

/// In a list (or behind it, in the object round it): the next member.
Result<JsonReader::Step> JsonReader::stepMember() {
    const char* const end = data() + m_end;
    const char* const begin = data() + m_at.begin;
    const JsonExtent extent = scanJsonMember(begin, end, m_at.frameTail ? '}' : ']');
    const bool open = extent.outcome == JsonExtent::Outcome::NeedMore;
    if (open && !m_last)
        return Step::NeedMore;
    const std::string_view text = trimJsonSpace({begin, static_cast<std::size_t>(extent.end - begin)});
    if (open && text.empty())
        return Error(ErrorCode::FileTruncated, "the list of records is never closed").inFile(m_path, m_at.listLine);
    if (m_at.frameTail)
        return stepFrame(text, extent);
    if (extent.closed) {
        m_at.inList = m_at.inObject;
        m_at.frameTail = m_at.inObject;
    }
    if (text.empty() && extent.closed) { // the end of the list; a comma before it is forgiven
        advance(extent.next);
        return Step::Again;
    }
    if (text.empty()) // nothing between two commas
        return recordAt(extent.end, extent.next, extent.next);
    return recordAt(text.data(), text.data() + text.size(), extent.next);
}

/// Other members of the object round the list say something of the whole file; a second list of records does not.
Result<JsonReader::Step> JsonReader::stepFrame(std::string_view member, const JsonExtent& extent) {
    const std::string name = jsonListName(member);
    if (!name.empty())
        return Error(ErrorCode::UnsupportedFormat,
                     "an object with several lists of records (“" + m_shape.list + "”, “" + name + "”)")
            .inFile(m_path, m_at.line);
    if (extent.outcome == JsonExtent::Outcome::NeedMore)
        return Error(ErrorCode::FileTruncated, "the object round the list of records is never closed")
            .inFile(m_path, m_at.listLine);
    if (extent.closed)
        m_at.inList = m_at.inObject = m_at.frameTail = false;
    advance(extent.next);
    return Step::Again;
}

/// The next record that lies in the buffer as a whole, with more bytes from the file as needed.
/// NeedMore only in the head, when it has what it needs.
Result<JsonReader::Step> JsonReader::findRecord() {
    for (;;) {
        Step step = Step::Again;
        if (m_shape.layout == JsonShape::Layout::Lines) {
            step = stepLine();
        } else if (m_at.inList) {
            TL_TRY(step, stepMember());
        } else {
            step = stepValue();
        }
        if (step == Step::Record || step == Step::End || (step == Step::NeedMore && m_inHead && m_headGood > 0))
            return step;
        if (step == Step::NeedMore)
            TL_CHECK_STATUS(growOrFail());
    }
}

Result<bool> JsonReader::next(Record& row) {
    TL_TRY(const Step step, findRecord());
    if (step != Step::Record)
        return false;
    parseFound(row);
    return true;
}

void JsonReader::parseFound(Record& row) {
    const auto readable = static_cast<std::size_t>(data() + m_end - m_text.data()) + JsonRecordParser::padding();
    m_parser.parse(m_text.data(), m_text.size(), readable, row);
    row.line = m_textLine;
    row.rawText = m_text;
}

/// Whether a first list names the columns: texts only.
bool namesColumns(const Record& row) {
    return std::all_of(row.fields.begin(), row.fields.end(),
                       [](std::string_view cell) { return !cell.empty() && !isJsonNumber(cell); });
}

/// The first record is a list: it holds the names of the columns, or at least shows how many there are.
Status JsonReader::readListHeader() {
    const Place before = m_at;
    m_parser.setListColumns({});
    m_parser.setLearning(true);
    Record row;
    TL_CHECK_STATUS(next(row));
    if (row.fault != RowFault::None)
        return Error(ErrorCode::BadJson, m_parser.reason()).inFile(m_path, row.line);
    if (row.fields.empty())
        return Error(ErrorCode::NoHeader).inFile(m_path);
    m_options.header = m_options.header.value_or(true) && namesColumns(row);
    std::vector<std::string_view> names = row.fields;
    if (!*m_options.header) {
        names.assign(names.size(), {});
        m_at = before;
    }
    m_parser.setLearning(false);
    m_parser.setListColumns(columnNames(names));
    return {};
}

/// Learns the columns from the records of the head, then goes back to its beginning.
Status JsonReader::readHead() {
    const Place before = m_at;
    m_parser.setLearning(true);
    Record row;
    Record firstFaulty;
    std::string reason;
    bool whole = false;
    int records = 0;
    for (; records < kHeadRecords; ++records) {
        const Result<Step> step = findRecord();
        if (!step.ok() && m_headGood == 0)
            return step.error();
        whole = !step.ok() || *step == Step::End; // an error comes again where it stands
        if (!step.ok() || *step != Step::Record)
            break;
        parseFound(row);
        m_headGood += row.fault == RowFault::None ? 1 : 0;
        if (row.fault != RowFault::None && firstFaulty.fault == RowFault::None) {
            firstFaulty = row;
            reason = m_parser.reason();
        }
    }
    if (m_headGood == 0 && (records == 0 || firstFaulty.fault == RowFault::NotAnObject))
        return Error(ErrorCode::NoRows, "None of its first records is a JSON object.").inFile(m_path, firstFaulty.line);
    if (m_headGood == 0)
        return Error(ErrorCode::BadJson, reason).inFile(m_path, firstFaulty.line);
    if (m_parser.columns().empty())
        return Error(ErrorCode::NoRows, "Its first records have no keys.").inFile(m_path);
    m_parser.setLearning(false);
    if (!whole || m_parser.full())
        m_parser.addRestColumn();
    m_at = before;
    return {};
}

Status JsonReader::start() {
    // A small file does not need a large block (UTF-8 is at most three times as long as what it was decoded from).
    m_capacity = kBlock;
    if (m_source->compression() == "none")
        m_capacity =
            std::min(kBlock, 3 * static_cast<std::size_t>(std::max<std::int64_t>(m_source->fileSize(), 0)) + 1024);
    m_buffer = std::make_unique_for_overwrite<char[]>(m_capacity + JsonRecordParser::padding());
    TL_CHECK_STATUS(fill());
    if (m_end == 0)
        return Error(ErrorCode::FileEmpty).inFile(m_path);
    TL_CHECK_STATUS(checkText({data(), m_end}, m_path));
    const bool bom = std::string_view(data(), m_end).starts_with("\xEF\xBB\xBF");
    m_at.begin = bom ? 3 : 0;
    if (m_options.encoding.empty())
        m_options.encoding = bom ? "UTF-8-BOM" : "UTF-8";
    m_shape = findJsonShape({data() + m_at.begin, m_end - m_at.begin}, m_last, m_options.format);
    m_options.format = m_shape.layout == JsonShape::Layout::Lines ? "jsonl" : "json";
    advance(data() + m_at.begin + m_shape.start);
    m_at.inList = m_shape.inList;
    m_at.inObject = m_shape.inObject;
    m_at.listLine = m_at.line;

    m_inHead = true;
    const Place before = m_at;
    TL_TRY(const Step first, findRecord());
    m_at = before;
    if (first == Step::Record && m_text.starts_with('[')) {
        TL_CHECK_STATUS(readListHeader());
    } else {
        TL_CHECK_STATUS(readHead());
        m_options.header = true;
    }
    m_inHead = false;
    // A key may be empty, or differ from another in its spaces alone.
    m_names = columnNames(std::vector<std::string_view>(m_parser.columns().begin(), m_parser.columns().end()));
    return {};
}

} // namespace

Result<std::unique_ptr<RecordReader>> openJson(std::unique_ptr<ByteSource> source, const std::string& path,
                                               const ReadOptions& options) {
    auto reader = std::make_unique<JsonReader>(std::move(source), path, options);
    TL_CHECK_STATUS(reader->start());
    return std::unique_ptr<RecordReader>(std::move(reader));
}

} // namespace core::data
