// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/privacy/transform.h"

#include "core/data/csv_field.h"
#include "core/data/values.h"
#include "core/privacy/generalise.h"

#include <algorithm>
#include <optional>

namespace core::privacy {
namespace {

constexpr std::string_view kHiddenRow =
    "(hidden: privacy rules apply to this file, and this row could not be taken apart)";

/// What happens to one column, and what happened so far. Its text lives until the next row.
struct Column {
    ColumnRule rule;
    bool ruled = false;
    bool searched = false;
    std::optional<Pseudonymiser> pseudonym;
    std::optional<Generaliser> generaliser;
    std::string text;
    std::int64_t changed = 0, empty = 0, unreadable = 0;
    std::array<std::int64_t, kPersonalKinds> found{};
};

class Transform final : public data::RowTransform {
public:
    Transform(PrivacyPlan plan, const PseudonymKey* key, const KeyDerivation* derivation) : m_plan(std::move(plan)) {
        if (key != nullptr)
            m_keyId = key->id();
        if (derivation != nullptr)
            m_derivation = derivation->json();
        for (const ColumnRule& rule : m_plan.rules) {
            Column column;
            column.rule = rule;
            column.ruled = true;
            if (rule.action == ColumnAction::Pseudonymise)
                column.pseudonym.emplace(*key, rule.domain.empty() ? rule.column : rule.domain);
            if (rule.action == ColumnAction::Generalise)
                column.generaliser = Generaliser::parse(rule.how).value();
            m_rules.push_back(std::move(column));
        }
        for (std::size_t k = 0; k < kPersonalKinds; ++k) {
            m_kinds[k] = m_plan.personal[k] != PersonalAction::Keep;
            m_search = m_search || m_kinds[k];
            if (m_plan.personal[k] == PersonalAction::Hash)
                m_hash[k].emplace(*key, personalKindName(static_cast<PersonalKind>(k)));
        }
    }

    Status begin(const std::vector<std::string>& header, const data::ValueFormat& values) override;
    void apply(data::Record& row) override;
    Json summary() const override;

private:
    std::string_view changedCell(Column& column, std::string_view cell);
    std::string_view searchedCell(Column& column, std::string_view cell);

    PrivacyPlan m_plan;
    std::string m_keyId;
    Json m_derivation;             ///< null = the key came from a file
    std::vector<Column> m_rules;   ///< until begin()
    std::vector<Column> m_columns; ///< by place in the file
    std::vector<std::string> m_header;
    CellReader m_values;
    KindSet m_kinds{};
    bool m_search = false;
    std::array<std::optional<Pseudonymiser>, kPersonalKinds> m_hash;
    std::vector<PersonalFinding> m_found;
    std::string m_raw;
    std::int64_t m_rows = 0, m_hidden = 0;
};

Status Transform::begin(const std::vector<std::string>& header, const data::ValueFormat& values) {
    TL_TRY(m_values, CellReader::make(values));
    m_header = header;
    // Counts begin anew with every file; the rules stay.
    for (Column& column : m_columns)
        if (column.ruled)
            m_rules.push_back(std::move(column));
    m_columns.clear();
    m_columns.resize(header.size());
    m_rows = m_hidden = 0;
    for (std::size_t c = 0; c < header.size(); ++c) {
        const auto& except = m_plan.exceptColumns;
        m_columns[c].searched = m_search && std::find(except.begin(), except.end(), header[c]) == except.end();
    }
    // All are looked for before any is moved: after an error the rules are still together.
    for (const Column& rule : m_rules)
        if (std::find(header.begin(), header.end(), rule.rule.column) == header.end()) {
            std::string there;
            for (const std::string& name : header)
                there += (there.empty() ? "" : ", ") + name;
            m_columns.clear();
            return Error(ErrorCode::NoSuchColumn, there).at(rule.rule.column);
        }
    for (Column& rule : m_rules) {
        const auto found = std::find(header.begin(), header.end(), rule.rule.column);
        rule.changed = rule.empty = rule.unreadable = 0;
        rule.found = {};
        m_columns[static_cast<std::size_t>(found - header.begin())] = std::move(rule);
    }
    m_rules.clear();
    return {};
}

void Transform::apply(data::Record& row) {
    ++m_rows;
    if (row.fault != data::RowFault::None || row.fields.size() != m_columns.size()) {
        ++m_hidden;
        std::fill(row.fields.begin(), row.fields.end(), std::string_view());
        row.rawText = kHiddenRow;
        return;
    }
    m_raw.clear();
    for (std::size_t c = 0; c < m_columns.size(); ++c) {
        Column& column = m_columns[c];
        std::string_view& cell = row.fields[c];
        if (column.ruled && column.rule.action != ColumnAction::Keep)
            cell = changedCell(column, cell);
        else if (column.searched && !cell.empty())
            cell = searchedCell(column, cell);
        if (c > 0)
            m_raw += m_plan.delimiter;
        data::appendCsvField(m_raw, cell, m_plan.delimiter);
    }
    row.rawText = m_raw;
}

std::string_view Transform::changedCell(Column& column, std::string_view cell) {
    if (column.rule.action == ColumnAction::Drop) {
        ++(cell.empty() ? column.empty : column.changed);
        return data::kMissingCell;
    }
    // Trimmed, as the importer does: " 5" and "5" are the same user.
    const std::string_view value = data::trim(cell);
    if (value.empty()) {
        ++column.empty;
        return cell.empty() ? cell : std::string_view(cell.data(), 0);
    }
    ++column.changed;
    if (column.pseudonym) {
        column.text.resize(Pseudonymiser::kLength);
        column.pseudonym->write(value, column.text.data());
    } else if (!column.generaliser->apply(value, column.text, m_values)) {
        ++column.unreadable;
    }
    return column.text;
}

std::string_view Transform::searchedCell(Column& column, std::string_view cell) {
    findPersonal(cell, m_kinds, m_found);
    if (m_found.empty())
        return cell;
    ++column.changed;
    column.text.clear();
    std::size_t done = 0;
    for (const PersonalFinding& finding : m_found) {
        const auto k = static_cast<std::size_t>(finding.kind);
        ++column.found[k];
        column.text += cell.substr(done, finding.begin - done);
        done = finding.begin + finding.length;
        const std::string_view value = cell.substr(finding.begin, finding.length);
        if (m_plan.personal[k] == PersonalAction::Mask)
            column.text.append("[").append(personalKindName(finding.kind)).append("]");
        else if (m_plan.personal[k] == PersonalAction::Hash)
            column.text += (*m_hash[k])(value);
    }
    column.text += cell.substr(done);
    return column.text.empty() ? data::kMissingCell : std::string_view(column.text);
}

Json Transform::summary() const {
    Json columns = Json::array();
    for (std::size_t c = 0; c < m_columns.size(); ++c) {
        const Column& column = m_columns[c];
        Json entry{{"column", m_header[c]},
                   {"action", columnActionName(column.ruled ? column.rule.action : ColumnAction::Keep)}};
        if (column.rule.action == ColumnAction::Pseudonymise)
            entry["domain"] = column.rule.domain.empty() ? column.rule.column : column.rule.domain;
        if (column.rule.action == ColumnAction::Generalise)
            entry["how"] = column.rule.how;
        entry["searched"] = column.searched && !column.ruled;
        entry["changed"] = column.changed;
        if (column.unreadable > 0)
            entry["unreadable"] = column.unreadable;
        Json found = Json::object();
        for (const PersonalKind kind : kAllPersonalKinds)
            if (const auto count = column.found[static_cast<std::size_t>(kind)]; count > 0)
                found[std::string(personalKindName(kind))] = count;
        if (!found.empty())
            entry["found"] = std::move(found);
        columns.push_back(std::move(entry));
    }
    Json personal = Json::object();
    for (const PersonalKind kind : kAllPersonalKinds)
        if (m_kinds[static_cast<std::size_t>(kind)])
            personal[std::string(personalKindName(kind))] =
                personalActionName(m_plan.personal[static_cast<std::size_t>(kind)]);
    Json result{{"columns", std::move(columns)},
                {"personal", std::move(personal)},
                {"rows", m_rows},
                {"hidden_rows", m_hidden}};
    if (m_plan.needsKey())
        result["key_id"] = m_keyId;
    if (m_plan.needsKey() && !m_derivation.is_null())
        result["key_derivation"] = m_derivation;
    return result;
}

} // namespace

Result<std::shared_ptr<data::RowTransform>> makeRowTransform(const PrivacyPlan& plan, const PseudonymKey* key,
                                                             const KeyDerivation* derivation) {
    TL_CHECK_STATUS(checkPlan(plan));
    if (plan.needsKey() && key == nullptr)
        return Error(ErrorCode::Usage, "Pseudonyms and hashes need a key: give a key file or a passphrase.");
    return std::shared_ptr<data::RowTransform>(std::make_shared<Transform>(plan, key, derivation));
}

} // namespace core::privacy
