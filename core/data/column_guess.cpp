// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/column_guess.h"

#include "core/data/column_key.h"
#include "core/data/values.h"

#include <algorithm>
#include <array>
#include <initializer_list>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace core::data {
namespace {

/// What the values of one column in the head of the file are like.
struct ColumnLook {
    std::size_t filled = 0;
    std::size_t numbers = 0;
    std::size_t currencies = 0; ///< numbers with a currency sign
    std::size_t dates = 0;
    std::size_t kinds = 0;
    std::size_t parts = 0; ///< train, test …
    std::size_t paths = 0; ///< "A > B"
    std::size_t spaced = 0;
    std::size_t distinct = 0;
    double length = 0; ///< mean, in bytes

    bool mostly(std::size_t count) const { return filled > 0 && count * 10 >= filled * 9; }
    bool isText() const { return filled > 0 && !mostly(numbers) && !mostly(dates); }
};

/// Any whole number would do as epoch seconds; only a written date proves that a column holds times.
bool isDate(std::string_view text, const ValueReader& values) {
    const auto digit = [](char c) { return c >= '0' && c <= '9'; };
    return !std::all_of(text.begin() + 1, text.end(), digit) && values.time(text).has_value();
}

bool isPart(std::string_view text) {
    constexpr std::array<std::string_view, 18> kParts{
        "train", "training", "trn",  "validation", "valid", "val",    "dev",  "test",   "tst",
        "eval",  "holdout",  "训练", "训练集",     "验证",  "验证集", "测试", "测试集", "develop"};
    return std::find(kParts.begin(), kParts.end(), columnKey(text)) != kParts.end();
}

std::vector<ColumnLook> looksOf(const Preview& preview) {
    const auto made = ValueReader::make(preview.options.values.value_or(ValueFormat()));
    const ValueReader values = made.ok() ? *made : ValueReader();
    std::vector<ColumnLook> looks(preview.header.size());
    for (std::size_t column = 0; column < looks.size(); ++column) {
        ColumnLook& look = looks[column];
        std::set<std::string_view> distinct;
        for (const auto& row : preview.rows) {
            const std::string_view value = column < row.size() ? trim(row[column]) : std::string_view();
            if (value.empty())
                continue;
            ++look.filled;
            const bool number = values.number(value).has_value();
            const auto first = static_cast<unsigned char>(value.front());
            look.numbers += number ? 1 : 0;
            look.currencies += number && (first == '$' || first >= 0x80) ? 1 : 0;
            look.dates += !number && isDate(value, values) ? 1 : 0;
            look.kinds += parseEventKind(value).has_value() ? 1 : 0;
            look.parts += isPart(value) ? 1 : 0;
            look.paths += value.find(" > ") != std::string_view::npos ? 1 : 0;
            look.spaced += value.find(' ') != std::string_view::npos ? 1 : 0;
            look.length += static_cast<double>(value.size());
            distinct.insert(value);
        }
        look.distinct = distinct.size();
        look.length /= static_cast<double>(std::max<std::size_t>(look.filled, 1));
    }
    return looks;
}

/// A mapping in the making: by column number, so that no column serves twice.
class Proposal {
public:
    Proposal(const Preview& preview, SourceKind kind) : m_preview(preview), m_kind(kind), m_looks(looksOf(preview)) {
        for (const std::string& name : preview.header)
            m_keys.push_back(columnKey(name));
        m_used.resize(m_keys.size(), false);
    }

    void byName() {
        for (const FieldInfo& field : fieldsOf(m_kind)) {
            for (const std::string& alias : field.aliases) {
                const auto found = std::find(m_keys.begin(), m_keys.end(), alias);
                const auto column = static_cast<std::size_t>(found - m_keys.begin());
                if (found != m_keys.end() && !m_used[column]) {
                    assign(field.name, column);
                    break;
                }
            }
        }
    }

    /// Takes back what the names promised and the values do not keep.
    void doubt() {
        // "label" next to a category is often something else: 0/1 for a good or bad review, a number of a split …
        if (m_kind == SourceKind::Catalogue && has("category") && has("label")) {
            const ColumnLook& look = lookOf("label");
            if (look.distinct <= 2 || look.mostly(look.numbers))
                release("label");
        }
        for (const char* field : {"price", "quantity", "position", "grade", "rating"})
            if (has(field) && lookOf(field).filled > 0 && lookOf(field).numbers * 2 < lookOf(field).filled)
                release(field);
        if (has("kind") && lookOf("kind").filled > 0 && lookOf("kind").kinds == 0)
            release("kind");
        if (has("time") && lookOf("time").filled > 0 && lookOf("time").dates == 0 &&
            !lookOf("time").mostly(lookOf("time").numbers))
            release("time");
    }

    void byContents() {
        if (m_kind == SourceKind::Catalogue) {
            if (!has("category"))
                assignFirst("category", [](const ColumnLook& look) { return look.mostly(look.paths); });
            if (!has("title"))
                longestText();
        } else if (m_kind == SourceKind::Log) {
            if (!has("time"))
                assignFirst("time", [](const ColumnLook& look) { return look.mostly(look.dates); });
            if (!has("kind"))
                assignFirst("kind", [](const ColumnLook& look) { return look.mostly(look.kinds); });
            if (!has("item"))
                likelyItem();
        }
        if (m_kind == SourceKind::Labels && !has("grade") && has("label") &&
            lookOf("label").mostly(lookOf("label").numbers))
            rename("label", "grade"); // judgements in numbers are grades, whatever they are called
        const bool priced = m_kind == SourceKind::Catalogue || m_kind == SourceKind::Log;
        if (priced && !has("price"))
            assignFirst("price", [](const ColumnLook& look) { return look.mostly(look.currencies); });
    }

    /// Whether a column of the field is called so that it can be nothing else.
    bool named(const std::string& field, std::initializer_list<std::string_view> words) const {
        if (!has(field))
            return false;
        const std::string& key = m_keys[m_columns.at(field)];
        return std::any_of(words.begin(), words.end(),
                           [&key](std::string_view word) { return key.find(word) != std::string::npos; });
    }
    bool has(const std::string& field) const { return m_columns.contains(field); }
    const ColumnLook& lookOf(const std::string& field) const { return m_looks[m_columns.at(field)]; }
    std::size_t count(std::initializer_list<const char*> fields) const {
        return static_cast<std::size_t>(
            std::count_if(fields.begin(), fields.end(), [this](const char* field) { return has(field); }));
    }
    Mapping mapping() const {
        Mapping result;
        for (const auto& [field, column] : m_columns)
            result[field] = m_preview.header[column];
        return result;
    }

private:
    void assign(const std::string& field, std::size_t column) {
        m_columns[field] = column;
        m_used[column] = true;
    }
    void release(const std::string& field) {
        m_used[m_columns.at(field)] = false;
        m_columns.erase(field);
    }
    void rename(const std::string& field, const std::string& other) {
        m_columns[other] = m_columns.at(field);
        m_columns.erase(field);
    }
    template <class Fits> void assignFirst(const std::string& field, Fits fits) {
        for (std::size_t column = 0; column < m_looks.size(); ++column)
            if (!m_used[column] && fits(m_looks[column]))
                return assign(field, column);
    }

    /// The title is needed: the longest text of the file, the description if there is no other.
    void longestText() {
        std::optional<std::size_t> best;
        for (std::size_t column = 0; column < m_looks.size(); ++column) {
            const ColumnLook& look = m_looks[column];
            if (!m_used[column] && look.isText() && look.distinct > 1 && (!best || look.length > m_looks[*best].length))
                best = column;
        }
        // Titles differ from row to row and have several words; a column of countries or colours has not.
        const auto titleLike = [](const ColumnLook& look) {
            return look.distinct * 2 >= look.filled && (look.spaced * 2 >= look.filled || look.length > 12);
        };
        if (has("description") && !(best && titleLike(m_looks[*best]))) {
            best = m_columns.at("description");
            release("description");
        }
        if (best)
            assign("title", *best);
    }

    /// The item is needed: short values without spaces that are no dates and no prices; most different ones first.
    void likelyItem() {
        std::optional<std::size_t> best;
        for (std::size_t column = 0; column < m_looks.size(); ++column) {
            const ColumnLook& look = m_looks[column];
            const bool keyLike = look.filled > 0 && look.spaced == 0 && look.dates == 0 && look.currencies == 0 &&
                                 look.length < 40 && look.distinct > 1;
            if (!m_used[column] && keyLike && (!best || look.distinct > m_looks[*best].distinct))
                best = column;
        }
        if (best)
            assign("item", *best);
    }

    const Preview& m_preview;
    SourceKind m_kind;
    std::vector<ColumnLook> m_looks;
    std::vector<std::string> m_keys;
    std::vector<bool> m_used;
    std::map<std::string, std::size_t> m_columns;
};

bool isSplit(const Proposal& split) {
    if (!split.has("part") || !(split.has("item") || split.has("row")))
        return false;
    const ColumnLook& part = split.lookOf("part");
    return part.filled > 0 && part.mostly(part.parts);
}

bool isQueryNamed(const Proposal& proposal, const char* field) {
    return proposal.named(field, {"query", "search", "keyword", "qid", "搜索", "查询", "关键"});
}

/// Judgements name a query, an item and how well they go together, and nobody who did anything.
bool isLabels(const Proposal& labels, const Proposal& log) {
    const bool query = isQueryNamed(labels, "query") || labels.has("query_id");
    return query && labels.has("item") && labels.count({"grade", "label"}) >= 1 &&
           log.count({"user", "kind", "time", "session", "position", "quantity", "order"}) == 0;
}

/// Reviews have words about an item beside stars or a person. Stars alone are a log.
bool isReviews(const Proposal& reviews, const Proposal& log) {
    if (!reviews.has("item") || !reviews.has("text") || !reviews.lookOf("text").isText())
        return false;
    return reviews.count({"rating", "user", "time", "label"}) >= 1 &&
           log.count({"kind", "query", "order", "quantity"}) == 0;
}

bool isQueries(const Proposal& queries, const Proposal& log, const Proposal& catalogue) {
    return isQueryNamed(queries, "query") && !log.has("item") && catalogue.count({"title", "category", "brand"}) == 0;
}

/// Who did what in which order proves a log. A time or a quantity alone may be a catalogue's date or stock: there an
/// item stands once, in a log it comes again.
bool isLog(const Proposal& log) {
    if (!log.has("item"))
        return false;
    const ColumnLook& item = log.lookOf("item");
    const std::size_t proofs = log.count({"user", "session", "kind", "query", "order", "position"});
    const std::size_t hints = log.count({"time", "quantity", "label"});
    const bool repeats = item.distinct < item.filled;
    return proofs >= 2 || (proofs == 1 && hints >= 1) || (hints >= 1 && repeats);
}

} // namespace

SourceKind guessKind(const Preview& preview) {
    const auto byName = [&preview](SourceKind kind) {
        Proposal proposal(preview, kind);
        proposal.byName();
        proposal.doubt();
        return proposal;
    };
    if (isSplit(byName(SourceKind::Split)))
        return SourceKind::Split;
    const Proposal log = byName(SourceKind::Log);
    if (isLabels(byName(SourceKind::Labels), log))
        return SourceKind::Labels;
    if (isReviews(byName(SourceKind::Reviews), log))
        return SourceKind::Reviews;
    if (isQueries(byName(SourceKind::Queries), log, byName(SourceKind::Catalogue)))
        return SourceKind::Queries;
    return isLog(log) ? SourceKind::Log : SourceKind::Catalogue;
}

Mapping proposeMapping(const Preview& preview, SourceKind kind) {
    Proposal proposal(preview, kind);
    proposal.byName();
    proposal.doubt();
    proposal.byContents();
    return proposal.mapping();
}

} // namespace core::data
