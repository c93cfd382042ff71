// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/import_parts.h"

#include "core/data/category_path.h"
#include "core/data/values.h"
#include "core/store/import_extra.h"
#include "core/store/source_rows.h"

namespace core::store::importing {
namespace {

/// An item that the project has.
struct KnownItem {
    std::int64_t id = 0;
    bool catalogued = false; ///< false: so far only a log names it
};

/// The usable values of one row. Views into the row; absent texts are null.
struct CatalogueRow {
    std::string_view title;
    std::optional<std::string_view> description, category, brand, label, currency, image, attributes;
    std::optional<double> price;
    std::optional<std::int64_t> time;
};

std::optional<std::string_view> textOrNull(std::string_view text) {
    if (text.empty())
        return {};
    return text;
}

class CatalogueImporter final : public RowImporter {
public:
    explicit CatalogueImporter(const Context& context)
        : m_context(context),
          m_policy(context.request.onDuplicate.value_or(DuplicatePolicy::Merge)),
          m_id(field("id")),
          m_title(field("title")),
          m_description(field("description")),
          m_category(field("category")),
          m_brand(field("brand")),
          m_price(field("price")),
          m_label(field("label")),
          m_currency(field("currency")),
          m_image(field("image")),
          m_time(field("time")),
          m_extra(context),
          m_sourceRows(context.database, describedItems()) {}

    Status begin() override;
    Result<Outcome> take(const data::Record& row, Refusal& refusal) override;
    Status finish() override;

private:
    Field field(const char* name) const { return Field(m_context.summary.mapping, m_context.header, name); }
    std::string madeKey() const;
    const std::string& categoryOf(std::string_view text);
    Outcome readValues(const data::Record& row, CatalogueRow& values, Refusal& refusal);
    Status insertItem(std::string_view key, const CatalogueRow& values);
    Status describeItem(std::int64_t id, const CatalogueRow& values);
    Status mergeItem(std::int64_t id, const CatalogueRow& values);
    static void bindValues(Statement& statement, const CatalogueRow& values);

    Context m_context;
    DuplicatePolicy m_policy;
    bool m_slashes = false; ///< divide levels of the category
    Field m_id, m_title, m_description, m_category, m_brand, m_price, m_label, m_currency, m_image, m_time;
    ExtraColumns m_extra;
    SourceRows m_sourceRows;
    KeyTable<KnownItem> m_items;
    KeyTable<std::string> m_categories; ///< as in the file → as stored
    std::optional<Statement> m_insert, m_describe;
    std::int64_t m_merged = 0, m_zeroPrices = 0;
};

Status CatalogueImporter::begin() {
    Database& database = m_context.database;
    const Json& understanding = m_context.summary.understanding;
    m_slashes = understanding.is_object() && understanding.value("category_separator", Json()) == "/";
    TL_TRY(m_insert, database.prepare(
                         "INSERT INTO item(title, description, category, brand, price, label, currency, image, time, "
                         "attributes, source_id, key) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12)"));
    // The first catalogue that describes an item takes over from the logs that only named it.
    TL_TRY(m_describe,
           database.prepare("UPDATE item SET title = ?1, description = ?2, category = ?3, brand = ?4, price = ?5, "
                            "label = ?6, currency = ?7, image = ?8, time = ?9, attributes = ?10, source_id = ?11 "
                            "WHERE id = ?12"));
    TL_CHECK_STATUS(m_sourceRows.prepare());
    TL_TRY(Statement known, database.prepare("SELECT id, key, source_id IS NOT NULL FROM item"));
    for (;;) {
        TL_TRY(const bool row, known.step());
        if (!row)
            return {};
        m_items.emplace(known.text(1), KnownItem{known.integer(0), known.integer(2) != 0});
    }
}

/// For files without an id column: unique per import, so that a second such file does not collide with the first.
std::string CatalogueImporter::madeKey() const {
    std::string key = std::to_string(raw(m_context.summary.source)) + "-" + std::to_string(m_context.summary.read);
    while (m_items.contains(key))
        key += '*'; // somebody's own ids look like ours
    return key;
}

/// Categories come again and again: each is brought into its form once.
const std::string& CatalogueImporter::categoryOf(std::string_view text) {
    auto found = m_categories.find(text);
    if (found == m_categories.end())
        found = m_categories.emplace(text, data::canonicalCategory(text, m_slashes)).first;
    return found->second;
}

Outcome CatalogueImporter::readValues(const data::Record& row, CatalogueRow& values, Refusal& refusal) {
    values.title = m_title.in(row);
    if (values.title.empty())
        return m_title.refuse(refusal, values.title, "missing_value");
    if (!readNumber(m_context.values, m_price.in(row), 0, values.price))
        return m_price.refuse(refusal, m_price.in(row), "bad_number");
    if (!readTime(m_context.values, m_time.in(row), values.time))
        return m_time.refuse(refusal, m_time.in(row), "bad_time");
    values.description = textOrNull(m_description.in(row));
    values.category = textOrNull(categoryOf(m_category.in(row)));
    values.brand = textOrNull(m_brand.in(row));
    values.label = textOrNull(m_label.in(row));
    values.currency = textOrNull(m_currency.in(row));
    values.image = textOrNull(m_image.in(row));
    values.attributes = textOrNull(m_extra.of(row));
    return Outcome::Imported;
}

Result<Outcome> CatalogueImporter::take(const data::Record& row, Refusal& refusal) {
    std::string made;
    std::string_view key = m_id.in(row);
    if (m_id.mapped() && key.empty())
        return m_id.refuse(refusal, key, "missing_value");
    CatalogueRow values;
    if (readValues(row, values, refusal) == Outcome::Refused)
        return Outcome::Refused;
    if (!m_id.mapped()) {
        made = madeKey();
        key = made;
    }
    const auto known = m_items.find(key);
    if (known == m_items.end()) {
        TL_CHECK_STATUS(insertItem(key, values));
    } else if (!known->second.catalogued) {
        TL_CHECK_STATUS(describeItem(known->second.id, values));
        known->second.catalogued = true;
    } else {
        if (m_policy == DuplicatePolicy::Keep)
            return m_id.refuse(refusal, key, "duplicate_id");
        if (m_policy == DuplicatePolicy::Drop)
            return Outcome::Dropped;
        TL_CHECK_STATUS(mergeItem(known->second.id, values));
        ++m_merged;
    }
    m_zeroPrices += values.price == 0.0 ? 1 : 0;
    return Outcome::Imported;
}

void CatalogueImporter::bindValues(Statement& statement, const CatalogueRow& values) {
    statement.bind(1, values.title);
    statement.bind(2, values.description);
    statement.bind(3, values.category);
    statement.bind(4, values.brand);
    statement.bind(5, values.price);
    statement.bind(6, values.label);
    statement.bind(7, values.currency);
    statement.bind(8, values.image);
    statement.bind(9, values.time);
    statement.bind(10, values.attributes);
}

Status CatalogueImporter::insertItem(std::string_view key, const CatalogueRow& values) {
    bindValues(*m_insert, values);
    m_insert->bind(11, raw(m_context.summary.source));
    m_insert->bind(12, key);
    TL_CHECK_STATUS(m_insert->run());
    m_items.emplace(key, KnownItem{m_context.database.lastInsertRowId(), true});
    return {};
}

Status CatalogueImporter::describeItem(std::int64_t id, const CatalogueRow& values) {
    if (m_sourceRows.cleaned()) // its title may have been cleaned: that is undone with care
        return mergeItem(id, values);
    bindValues(*m_describe, values);
    m_describe->bind(11, raw(m_context.summary.source));
    m_describe->bind(12, id);
    return m_describe->run();
}

Status CatalogueImporter::mergeItem(std::int64_t id, const CatalogueRow& values) {
    Json said{{"title", std::string(values.title)}};
    const auto say = [&said](const char* column, const auto& value) {
        if (value)
            said[column] = *value;
    };
    say("description", values.description);
    say("category", values.category);
    say("brand", values.brand);
    say("price", values.price);
    say("label", values.label);
    say("currency", values.currency);
    say("image", values.image);
    say("time", values.time);
    say("attributes", values.attributes);
    return m_sourceRows.add(id, raw(m_context.summary.source), said);
}

Status CatalogueImporter::finish() {
    auto& noted = m_context.summary.noted;
    if (m_merged > 0)
        noted["merged_duplicate"] = m_merged;
    if (m_zeroPrices > 0)
        noted["zero_price"] = m_zeroPrices;
    return {};
}

} // namespace

std::unique_ptr<RowImporter> makeCatalogueImporter(const Context& context) {
    return std::make_unique<CatalogueImporter>(context);
}

} // namespace core::store::importing
