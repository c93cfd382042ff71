// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/import_parts.h"

#include "core/base/json.h"
#include "core/data/column_key.h"
#include "core/data/dataset.h"
#include "core/data/values.h"
#include "core/store/split_store.h"
#include "core/store/stored_values.h"
#include "core/store/title_key.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <filesystem>
#include <numeric>

namespace core::store::importing {
namespace {

constexpr std::int64_t kRowsPerQuestion = 1024;

std::optional<std::int64_t> partOf(std::string_view text) {
    struct Name {
        std::string_view name;
        std::int64_t part;
    };
    static constexpr std::array kNames{
        Name{"train", 0},   Name{"training", 0},   Name{"trn", 0},    Name{"训练", 0},    Name{"训练集", 0},
        Name{"0", 0},       Name{"validation", 1}, Name{"valid", 1},  Name{"val", 1},     Name{"dev", 1},
        Name{"develop", 1}, Name{"验证", 1},       Name{"验证集", 1}, Name{"1", 1},       Name{"test", 2},
        Name{"testing", 2}, Name{"tst", 2},        Name{"eval", 2},   Name{"holdout", 2}, Name{"测试", 2},
        Name{"测试集", 2},  Name{"2", 2}};
    const std::string key = data::columnKey(text);
    for (const Name& entry : kNames)
        if (entry.name == key)
            return entry.part;
    return {};
}

/// "folds.csv.gz" → "folds".
std::string nameOf(const std::string& path) {
    std::filesystem::path name = std::filesystem::path(path).filename();
    for (const char* packed : {".gz", ".zst", ".xz", ".bz2", ".zip"})
        if (name.extension() == packed && name.has_stem())
            name = name.stem();
    return name.has_stem() ? name.stem().string() : name.string();
}

/// A split that was made elsewhere: of items by their ids, or of events by their numbers.
class SplitImporter final : public RowImporter {
public:
    explicit SplitImporter(const Context& context)
        : m_context(context), m_item(field("item")), m_row(field("row")), m_part(field("part")) {}

    Status begin() override;
    Result<Outcome> take(const data::Record& row, Refusal& refusal) override;
    Status finish() override;

private:
    struct Item {
        std::int64_t id = 0;
        std::string label, title;
    };

    Field field(const char* name) const { return Field(m_context.summary.mapping, m_context.header, name); }
    bool ofEvents() const { return m_row.mapped(); }
    Status loadItems();
    Status loadExisting();
    Result<std::int64_t> idOf(const data::Record& row, Refusal& refusal);
    std::vector<std::string> labelsByFrequency() const;
    std::int64_t crossDuplicates() const;
    Status saveSplit(const std::vector<std::string>& labels);
    Status insertRows(const std::vector<std::string>& labels);

    Context m_context;
    Field m_item, m_row, m_part;
    KeyTable<Item> m_items;
    std::unordered_map<std::int64_t, const Item*> m_itemOf;
    std::map<std::int64_t, std::int64_t> m_parts; ///< item or event → part; ordered: the tables are filled in order
    std::int64_t m_split = 0;                     ///< of this source, when corrected rows are added to it
    std::optional<Statement> m_findEvent;
};

Status SplitImporter::begin() {
    if (!m_row.mapped() && !m_item.mapped())
        return Error(ErrorCode::MissingMapping, "item").inFile(m_context.summary.path);
    if (ofEvents()) {
        TL_TRY(m_findEvent, m_context.database.prepare("SELECT 1 FROM event WHERE id = ?1"));
    } else {
        TL_CHECK_STATUS(loadItems());
    }
    return loadExisting();
}

Status SplitImporter::loadItems() {
    TL_TRY(Statement known, m_context.database.prepare("SELECT id, key, label, category, title FROM item"));
    for (;;) {
        TL_TRY(const bool row, known.step());
        if (!row)
            return {};
        std::string_view label = data::trim(known.text(2));
        if (label.empty())
            label = data::trim(known.text(3));
        const auto entry =
            m_items.emplace(known.text(1), Item{known.integer(0), std::string(label), std::string(known.text(4))});
        m_itemOf.emplace(known.integer(0), &entry.first->second);
    }
}

/// Corrected rows join the split that their file made.
Status SplitImporter::loadExisting() {
    Database& database = m_context.database;
    TL_TRY(Statement find,
           database.prepare("SELECT s.id, s.name, (SELECT group_concat(id, ', ') FROM run WHERE split_id = "
                            "s.id) FROM split s WHERE s.source_id = ?1"));
    find.bind(1, raw(m_context.summary.source));
    TL_TRY(const bool found, find.step());
    if (!found)
        return {};
    if (!find.isNull(2))
        return Error(ErrorCode::SplitInUse, std::string(find.text(2))).at({}, std::string(find.text(1)));
    m_split = find.integer(0);
    TL_TRY(Statement rows, database.prepare(ofEvents() ? "SELECT event_id, part FROM split_event WHERE split_id = ?1"
                                                       : "SELECT item_id, part FROM split_row WHERE split_id = ?1"));
    rows.bind(1, m_split);
    for (;;) {
        TL_TRY(const bool more, rows.step());
        if (!more)
            return {};
        m_parts.emplace(rows.integer(0), rows.integer(1));
    }
}

/// 0 when the row is refused.
Result<std::int64_t> SplitImporter::idOf(const data::Record& row, Refusal& refusal) {
    if (!ofEvents()) {
        const std::string_view key = m_item.in(row);
        const auto found = m_items.find(key);
        if (key.empty())
            m_item.refuse(refusal, key, "missing_value");
        else if (found == m_items.end())
            m_item.refuse(refusal, key, "unknown_item");
        else if (found->second.label.empty())
            m_item.refuse(refusal, key, "no_class");
        else
            return found->second.id;
        return 0;
    }
    const std::string_view text = m_row.in(row);
    std::int64_t id = 0;
    const auto [end, fault] = std::from_chars(text.data(), text.data() + text.size(), id);
    if (text.empty() || fault != std::errc() || end != text.data() + text.size()) {
        m_row.refuse(refusal, text, text.empty() ? "missing_value" : "bad_number");
        return 0;
    }
    m_findEvent->bind(1, id);
    TL_TRY(const bool there, m_findEvent->step());
    m_findEvent->reset();
    if (!there)
        m_row.refuse(refusal, text, "unknown_event");
    return there ? id : 0;
}

Result<Outcome> SplitImporter::take(const data::Record& row, Refusal& refusal) {
    const std::string_view text = m_part.in(row);
    if (text.empty())
        return m_part.refuse(refusal, text, "missing_value");
    const auto part = partOf(text);
    if (!part)
        return m_part.refuse(refusal, text, "bad_part");
    TL_TRY(const std::int64_t id, idOf(row, refusal));
    if (id == 0)
        return Outcome::Refused;
    const auto [entry, isNew] = m_parts.emplace(id, *part);
    if (isNew)
        return Outcome::Imported;
    const Field& named = ofEvents() ? m_row : m_item;
    return entry->second == *part ? Outcome::Dropped : named.refuse(refusal, named.in(row), "duplicate_id");
}

/// Of the items of the split; ties by name.
std::vector<std::string> SplitImporter::labelsByFrequency() const {
    std::map<std::string, std::int64_t> counts;
    for (const auto& [id, part] : m_parts)
        ++counts[m_itemOf.at(id)->label];
    std::vector<std::pair<std::string, std::int64_t>> order(counts.begin(), counts.end());
    std::stable_sort(order.begin(), order.end(), [](const auto& a, const auto& b) { return a.second > b.second; });
    std::vector<std::string> labels;
    for (auto& [label, count] : order)
        labels.push_back(std::move(label));
    return labels;
}

std::int64_t SplitImporter::crossDuplicates() const {
    TitleKey keyOf;
    std::unordered_set<std::string> training;
    for (const auto& [id, part] : m_parts)
        if (part == 0)
            training.insert(keyOf(m_itemOf.at(id)->title));
    training.erase(std::string());
    return std::count_if(m_parts.begin(), m_parts.end(), [&](const auto& entry) {
        return entry.second != 0 && training.contains(keyOf(m_itemOf.at(entry.first)->title));
    });
}

Status SplitImporter::finish() {
    if (m_parts.empty())
        return {};
    const std::vector<std::string> labels = ofEvents() ? std::vector<std::string>() : labelsByFrequency();
    TL_CHECK_STATUS(saveSplit(labels));
    return insertRows(labels);
}

Status SplitImporter::saveSplit(const std::vector<std::string>& labels) {
    Database& database = m_context.database;
    std::array<double, 3> rows{};
    for (const auto& [id, part] : m_parts)
        ++rows[static_cast<std::size_t>(part)];
    SplitConfig config;
    config.name = nameOf(m_context.summary.path);
    config.ratio = rows;
    Json json = splitConfigJson(config);
    json["unit"] = ofEvents() ? "event" : "item";
    json["kind"] = "imported";
    const std::string text = dumpJson(json), labelText = dumpJson(Json(labels)), now = utcNow();
    const std::string unit = ofEvents() ? "event" : "item";
    if (m_split != 0) {
        const std::string id = std::to_string(m_split);
        TL_CHECK_STATUS(database.execute("DELETE FROM split_row WHERE split_id = " + id +
                                         "; DELETE FROM split_event WHERE split_id = " + id));
    }
    TL_TRY(Statement save,
           database.prepare(
               m_split != 0 ? "UPDATE split SET config = ?2, labels = ?3, cross_duplicates = ?4 WHERE id = ?1"
                            : "INSERT INTO split(id, config, labels, cross_duplicates, name, created, unit, source_id) "
                              "VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)"));
    if (m_split != 0) {
        save.bind(1, m_split);
    } else {
        save.bindNull(1);
        save.bind(5, std::string_view(config.name));
        save.bind(6, std::string_view(now));
        save.bind(7, std::string_view(unit));
        save.bind(8, raw(m_context.summary.source));
    }
    save.bind(2, std::string_view(text));
    save.bind(3, std::string_view(labelText));
    save.bind(4, ofEvents() ? 0 : crossDuplicates());
    TL_CHECK_STATUS(save.run());
    if (m_split == 0)
        m_split = database.lastInsertRowId();
    return {};
}

Status SplitImporter::insertRows(const std::vector<std::string>& labels) {
    std::map<std::string_view, std::int64_t> classOf;
    for (std::size_t i = 0; i < labels.size(); ++i)
        classOf[labels[i]] = static_cast<std::int64_t>(i);
    TL_TRY(Statement insert, m_context.database.prepare(
                                 ofEvents() ? "INSERT INTO split_event(split_id, event_id, part) VALUES (?1, ?2, ?3)"
                                            : "INSERT INTO split_row(split_id, item_id, part, class) "
                                              "VALUES (?1, ?2, ?3, ?4)"));
    std::int64_t n = 0;
    for (const auto& [id, part] : m_parts) {
        if (n++ % kRowsPerQuestion == 0)
            TL_CHECK_STATUS(m_context.job.check());
        insert.bind(1, m_split);
        insert.bind(2, id);
        insert.bind(3, part);
        if (!ofEvents())
            insert.bind(4, classOf.at(m_itemOf.at(id)->label));
        TL_CHECK_STATUS(insert.run());
    }
    return {};
}

} // namespace

std::unique_ptr<RowImporter> makeSplitImporter(const Context& context) {
    return std::make_unique<SplitImporter>(context);
}

} // namespace core::store::importing
