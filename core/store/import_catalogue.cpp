// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/import_parts.h"

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
    std::optional<std::string_view> description, category, brand, label;
    std::optional<double> price;
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
          m_label(field("label")) {}

    Status begin() override;
    Result<Outcome> take(const data::Record& row, Refusal& refusal) override;
    Status finish() override;

private:
    Field field(const char* name) const { return Field(m_context.summary.mapping, m_context.header, name); }
    std::string madeKey() const;
    Status insertItem(std::string_view key, const CatalogueRow& values);
    Status mergeItem(std::int64_t id, const CatalogueRow& values);

    Context m_context;
    DuplicatePolicy m_policy;
    Field m_id, m_title, m_description, m_category, m_brand, m_price, m_label;
    KeyTable<KnownItem> m_items;
    std::optional<Statement> m_insert, m_merge;
    std::int64_t m_merged = 0, m_zeroPrices = 0;
};

Status CatalogueImporter::begin() {
    Database& database = m_context.database;
    TL_TRY(m_insert,
           database.prepare("INSERT INTO item(key, title, description, category, brand, price, label, source_id) "
                            "VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)"));
    // The later row replaces what it has and leaves alone what it has not. An item belongs to the first catalogue that
    // describes it.
    TL_TRY(m_merge, database.prepare(
                        "UPDATE item SET title = ?2, description = coalesce(?3, description), "
                        "category = coalesce(?4, category), brand = coalesce(?5, brand), price = coalesce(?6, price), "
                        "label = coalesce(?7, label), source_id = coalesce(source_id, ?8) WHERE id = ?1"));
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

Result<Outcome> CatalogueImporter::take(const data::Record& row, Refusal& refusal) {
    std::string made;
    std::string_view key = m_id.in(row);
    if (m_id.mapped() && key.empty())
        return m_id.refuse(refusal, key, "missing_value");
    CatalogueRow values;
    values.title = m_title.in(row);
    if (values.title.empty())
        return m_title.refuse(refusal, values.title, "missing_value");
    if (!readNumber(m_price.in(row), 0, values.price))
        return m_price.refuse(refusal, m_price.in(row), "bad_number");
    values.description = textOrNull(m_description.in(row));
    values.category = textOrNull(m_category.in(row));
    values.brand = textOrNull(m_brand.in(row));
    values.label = textOrNull(m_label.in(row));

    if (!m_id.mapped()) {
        made = madeKey();
        key = made;
    }
    const auto known = m_items.find(key);
    if (known == m_items.end()) {
        TL_CHECK_STATUS(insertItem(key, values));
    } else {
        if (known->second.catalogued && m_policy == DuplicatePolicy::Keep)
            return m_id.refuse(refusal, key, "duplicate_id");
        if (known->second.catalogued && m_policy == DuplicatePolicy::Drop)
            return Outcome::Dropped;
        TL_CHECK_STATUS(mergeItem(known->second.id, values));
        m_merged += known->second.catalogued ? 1 : 0;
        known->second.catalogued = true;
    }
    m_zeroPrices += values.price == 0.0 ? 1 : 0;
    return Outcome::Imported;
}

Status CatalogueImporter::insertItem(std::string_view key, const CatalogueRow& values) {
    m_insert->bind(1, key);
    m_insert->bind(2, values.title);
    m_insert->bind(3, values.description);
    m_insert->bind(4, values.category);
    m_insert->bind(5, values.brand);
    m_insert->bind(6, values.price);
    m_insert->bind(7, values.label);
    m_insert->bind(8, raw(m_context.summary.source));
    TL_CHECK_STATUS(m_insert->run());
    m_items.emplace(key, KnownItem{m_context.database.lastInsertRowId(), true});
    return {};
}

Status CatalogueImporter::mergeItem(std::int64_t id, const CatalogueRow& values) {
    m_merge->bind(1, id);
    m_merge->bind(2, values.title);
    m_merge->bind(3, values.description);
    m_merge->bind(4, values.category);
    m_merge->bind(5, values.brand);
    m_merge->bind(6, values.price);
    m_merge->bind(7, values.label);
    m_merge->bind(8, raw(m_context.summary.source));
    return m_merge->run();
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
