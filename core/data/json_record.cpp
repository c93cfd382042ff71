// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/json_record.h"

#include "core/data/json_scan.h"

#include <simdjson.h>

#include <algorithm>
#include <deque>
#include <functional>
#include <optional>
#include <unordered_map>

namespace core::data {
namespace {

namespace ondemand = simdjson::ondemand;

struct TextHash {
    using is_transparent = void;
    std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>{}(text); }
};

bool isWord(std::string_view token) {
    return token == "true" || token == "false" || token == "null";
}

} // namespace

class JsonRecordParser::Impl {
public:
    void parse(const char* text, std::size_t size, std::size_t capacity, Record& row);

    std::vector<std::string> columns;
    std::string reason;
    bool learning = false;
    bool full = false;
    bool rest = false;  ///< the last column takes what has none
    bool lists = false; ///< records are lists

    void index() {
        m_places.clear();
        for (std::size_t i = 0; i < columns.size(); ++i)
            m_places.emplace(columns[i], i);
        if (rest)
            m_places.erase(columns.back());
    }

private:
    bool fail(simdjson::error_code error) {
        reason = simdjson::error_message(error);
        m_badText = m_badText || error == simdjson::UTF8_ERROR;
        return false;
    }
    bool fail(const char* why) {
        reason = why;
        return false;
    }
    RowFault parseDocument(const char* text, std::size_t size, std::size_t capacity, Record& row);
    RowFault plainValue(std::string_view token, ondemand::document& document);
    bool takeObject(ondemand::object object, int names, Record& row);
    bool takeList(ondemand::array list, Record& row);
    bool takeMember(std::string_view name, ondemand::value value, int names, Record& row);
    bool cellOf(ondemand::value value, std::string_view& cell);
    bool appendJson(ondemand::value value, int depth, std::string& out);
    bool appendObject(ondemand::value value, int depth, std::string& out);
    bool appendList(ondemand::value value, int depth, std::string& out);
    std::optional<std::size_t> placeOf(std::string_view name);
    bool keepRest(std::string_view name, ondemand::value value);
    std::string& scratch();

    ondemand::parser m_parser;
    std::unordered_map<std::string, std::size_t, TextHash, std::equal_to<>> m_places;
    std::size_t m_expected = 0; ///< column of the next key, if this record has its keys in the order of the header
    std::string m_path;         ///< names of the objects round the value that is looked at
    std::deque<std::string> m_scratch; ///< JSON texts of this record: a deque, because cells are views into them
    std::size_t m_used = 0;
    std::string m_rest;
    bool m_badText = false;
};

std::string& JsonRecordParser::Impl::scratch() {
    if (m_used == m_scratch.size())
        m_scratch.emplace_back();
    std::string& text = m_scratch[m_used++];
    text.clear();
    return text;
}

std::optional<std::size_t> JsonRecordParser::Impl::placeOf(std::string_view name) {
    if (m_expected < columns.size() && columns[m_expected] == name && !(rest && m_expected + 1 == columns.size()))
        return m_expected++;
    const auto found = m_places.find(name);
    if (found != m_places.end()) {
        m_expected = found->second + 1;
        return found->second;
    }
    if (!learning)
        return std::nullopt;
    if (columns.size() >= kJsonColumns) {
        full = true;
        return std::nullopt;
    }
    m_places.emplace(std::string(name), columns.size());
    columns.emplace_back(name);
    m_expected = columns.size();
    return columns.size() - 1;
}

/// A value whose key has no column: `"name":value` in the last one.
bool JsonRecordParser::Impl::keepRest(std::string_view name, ondemand::value value) {
    m_rest += m_rest.empty() ? '{' : ',';
    appendJsonString(m_rest, name);
    m_rest += ':';
    return appendJson(value, 1, m_rest);
}

bool JsonRecordParser::Impl::takeMember(std::string_view name, ondemand::value value, int names, Record& row) {
    ondemand::json_type type{};
    if (const auto error = value.type().get(type))
        return fail(error);
    if (type == ondemand::json_type::object && names < kJsonNames) {
        ondemand::object object;
        if (const auto error = value.get_object().get(object))
            return fail(error);
        bool empty = false;
        if (const auto error = object.is_empty().get(empty))
            return fail(error);
        if (!empty) {
            // `name` may be a view of m_path itself, which then holds it at the end already.
            if (m_path.data() != name.data())
                m_path.assign(name);
            return takeObject(object, names + 1, row);
        }
        if (const auto place = placeOf(name)) {
            if (*place >= row.fields.size())
                row.fields.resize(*place + 1, kMissingCell);
            row.fields[*place] = "{}";
            return true;
        }
        if (learning || !rest)
            return learning || fail("a key without a column");
        m_rest += m_rest.empty() ? '{' : ',';
        appendJsonString(m_rest, name);
        m_rest += ":{}";
        return true;
    }
    const auto place = placeOf(name);
    if (!place && learning)
        return true; // the head is read again once its columns are known
    if (!place)
        return rest ? keepRest(name, value) : fail("a key without a column");
    if (*place >= row.fields.size())
        row.fields.resize(*place + 1, kMissingCell);
    return cellOf(value, row.fields[*place]);
}

bool JsonRecordParser::Impl::takeObject(ondemand::object object, int names, Record& row) {
    const std::size_t prefix = names > 1 ? m_path.size() : 0;
    for (auto item : object) {
        ondemand::field field;
        if (const auto error = std::move(item).get(field))
            return fail(error);
        std::string_view name;
        if (const auto error = field.unescaped_key().get(name))
            return fail(error);
        if (names > 1) {
            m_path.resize(prefix);
            m_path += '.';
            m_path += name;
            name = m_path;
        }
        if (!takeMember(name, field.value(), names, row))
            return false;
    }
    return true;
}

bool JsonRecordParser::Impl::takeList(ondemand::array list, Record& row) {
    row.fields.clear();
    for (auto item : list) {
        ondemand::value value;
        if (const auto error = std::move(item).get(value))
            return fail(error);
        row.fields.emplace_back();
        if (!cellOf(value, row.fields.back()))
            return false;
    }
    return true;
}

bool JsonRecordParser::Impl::cellOf(ondemand::value value, std::string_view& cell) {
    ondemand::json_type type{};
    if (const auto error = value.type().get(type))
        return fail(error);
    switch (type) {
    case ondemand::json_type::string: {
        const auto error = value.get_string().get(cell);
        return error ? fail(error) : true;
    }
    case ondemand::json_type::object:
    case ondemand::json_type::array: {
        std::string& text = scratch();
        if (!appendJson(value, 1, text))
            return false;
        cell = text;
        return true;
    }
    default:
        break;
    }
    const std::string_view token = trimJsonSpace(value.raw_json_token());
    if (!isWord(token) && !isJsonNumber(token))
        return fail("a value that is neither a number nor true, false or null");
    cell = token == "null" ? kNullCell : token;
    return true;
}

bool JsonRecordParser::Impl::appendJson(ondemand::value value, int depth, std::string& out) {
    if (depth > kJsonDepth)
        return fail("nested too deeply");
    ondemand::json_type type{};
    if (const auto error = value.type().get(type))
        return fail(error);
    if (type == ondemand::json_type::object)
        return appendObject(value, depth, out);
    if (type == ondemand::json_type::array)
        return appendList(value, depth, out);
    std::string_view cell;
    if (!cellOf(value, cell))
        return false;
    if (type == ondemand::json_type::string)
        appendJsonString(out, cell);
    else
        out += cellKind(cell) == CellKind::Null ? "null" : cell;
    return true;
}

bool JsonRecordParser::Impl::appendObject(ondemand::value value, int depth, std::string& out) {
    ondemand::object object;
    if (const auto error = value.get_object().get(object))
        return fail(error);
    out += '{';
    bool first = true;
    for (auto item : object) {
        ondemand::field field;
        if (const auto error = std::move(item).get(field))
            return fail(error);
        std::string_view name;
        if (const auto error = field.unescaped_key().get(name))
            return fail(error);
        if (!first)
            out += ',';
        first = false;
        appendJsonString(out, name);
        out += ':';
        if (!appendJson(field.value(), depth + 1, out))
            return false;
    }
    out += '}';
    return true;
}

bool JsonRecordParser::Impl::appendList(ondemand::value value, int depth, std::string& out) {
    ondemand::array list;
    if (const auto error = value.get_array().get(list))
        return fail(error);
    out += '[';
    bool first = true;
    for (auto item : list) {
        ondemand::value element;
        if (const auto error = std::move(item).get(element))
            return fail(error);
        if (!first)
            out += ',';
        first = false;
        if (!appendJson(element, depth + 1, out))
            return false;
    }
    out += ']';
    return true;
}

/// JSON that is neither object nor list, or no JSON.
RowFault JsonRecordParser::Impl::plainValue(std::string_view token, ondemand::document& document) {
    if (isWord(token) || isJsonNumber(token))
        return RowFault::NotAnObject;
    std::string_view text;
    if (token.starts_with('"') && token.ends_with('"') && !document.get_string().get(text))
        return RowFault::NotAnObject;
    fail("no JSON found");
    return RowFault::BadJson;
}

RowFault JsonRecordParser::Impl::parseDocument(const char* text, std::size_t size, std::size_t capacity, Record& row) {
    ondemand::document document;
    if (const auto error = m_parser.iterate(text, size, capacity).get(document)) {
        fail(error);
        return m_badText ? RowFault::BadEncoding : RowFault::BadJson;
    }
    bool good = false;
    const std::string_view token = trimJsonSpace({text, size});
    if (token.starts_with('{')) {
        if (lists)
            return RowFault::NotAnObject;
        ondemand::object object;
        const auto error = document.get_object().get(object);
        good = error ? fail(error) : takeObject(object, 1, row);
    } else if (token.starts_with('[')) {
        if (!lists)
            return RowFault::NotAnObject;
        ondemand::array list;
        const auto error = document.get_array().get(list);
        good = error ? fail(error) : takeList(list, row);
    } else {
        return plainValue(token, document);
    }
    const char* place = nullptr;
    if (good && !document.current_location().get(place))
        good = fail("text behind the end of the value");
    return good ? RowFault::None : RowFault::BadJson;
}

void JsonRecordParser::Impl::parse(const char* text, std::size_t size, std::size_t capacity, Record& row) {
    m_used = 0;
    m_expected = 0;
    m_rest.clear();
    m_badText = false;
    row.fields.assign(columns.size(), kMissingCell);
    row.faultColumn = -1;
    row.fault = parseDocument(text, size, capacity, row);
    if (row.fault != RowFault::None)
        return;
    if (!m_rest.empty()) {
        m_rest += '}';
        row.fields[columns.size() - 1] = m_rest;
    }
    for (std::size_t i = 0; i < row.fields.size(); ++i) {
        if (row.fields[i].find('\0') == std::string_view::npos)
            continue;
        row.fault = RowFault::NulByte;
        row.faultColumn = static_cast<std::int64_t>(i);
        return;
    }
    if (row.fields.size() != columns.size() && !learning)
        row.fault = row.fields.size() < columns.size() ? RowFault::TooFewColumns : RowFault::TooManyColumns;
}

JsonRecordParser::JsonRecordParser() : m_impl(std::make_unique<Impl>()) {}
JsonRecordParser::~JsonRecordParser() = default;

const std::vector<std::string>& JsonRecordParser::columns() const {
    return m_impl->columns;
}
bool JsonRecordParser::full() const {
    return m_impl->full;
}
void JsonRecordParser::setLearning(bool learning) {
    m_impl->learning = learning;
}
void JsonRecordParser::addRestColumn() {
    std::string name = "other_keys";
    for (int n = 2; std::find(m_impl->columns.begin(), m_impl->columns.end(), name) != m_impl->columns.end(); ++n)
        name = "other_keys_" + std::to_string(n);
    m_impl->columns.push_back(std::move(name));
    m_impl->rest = true;
    m_impl->index();
}
void JsonRecordParser::setListColumns(std::vector<std::string> names) {
    m_impl->lists = true;
    m_impl->columns = std::move(names);
    m_impl->index();
}
void JsonRecordParser::parse(const char* text, std::size_t size, std::size_t capacity, Record& row) {
    m_impl->parse(text, size, capacity, row);
}
const std::string& JsonRecordParser::reason() const {
    return m_impl->reason;
}
std::size_t JsonRecordParser::padding() {
    return simdjson::SIMDJSON_PADDING;
}

} // namespace core::data
