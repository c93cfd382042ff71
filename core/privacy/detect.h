// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/job_context.h"
#include "core/base/json.h"
#include "core/base/result.h"
#include "core/data/record_reader.h"

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace core::privacy {

/// What is looked for. The order is the order of reports.
enum class PersonalKind {
    Email,
    Phone,         ///< Chinese mobile and fixed, E.164, common US and UK forms
    IdCard,        ///< Chinese resident identity number, GB 11643, with its check digit
    CardNumber,    ///< payment card: issuer prefix, length, Luhn (ISO/IEC 7812-1)
    IpAddress,     ///< v4 and v6
    StreetAddress, ///< English and Chinese patterns: a heuristic that misses some and takes some for one
};
inline constexpr std::size_t kPersonalKinds = 6;
inline constexpr std::array kAllPersonalKinds{PersonalKind::Email,     PersonalKind::Phone,
                                              PersonalKind::IdCard,    PersonalKind::CardNumber,
                                              PersonalKind::IpAddress, PersonalKind::StreetAddress};
/// "email", "phone", "id_card", "card_number", "ip_address", "street_address".
std::string_view personalKindName(PersonalKind kind);
std::optional<PersonalKind> parsePersonalKind(std::string_view name);
/// English for people, translation context "Privacy".
const char* personalKindTitle(PersonalKind kind);

/// A place in a text, in bytes.
struct PersonalFinding {
    PersonalKind kind{};
    std::size_t begin = 0;
    std::size_t length = 0;
};

/// Which kinds to look for, by PersonalKind.
using KindSet = std::array<bool, kPersonalKinds>;
inline constexpr KindSet kEveryKind{true, true, true, true, true, true};

/// Finds personal data in one UTF-8 text: places in order, none overlapping. Replaces what `found` held.
void findPersonal(std::string_view text, const KindSet& kinds, std::vector<PersonalFinding>& found);

/// A finding as it may be shown: "j***@e***.com", "138****5678", "************1111".
std::string maskedExample(PersonalKind kind, std::string_view text);
/// The text with every finding replaced by its masked example.
std::string maskedText(std::string_view text);

// Checks on digits alone, for tests and other readers.
bool luhnValid(std::string_view digits);
/// 17 digits and a digit or X: province, date of birth and the MOD 11-2 check character must be right.
bool chineseIdValid(std::string_view id);

/// What a column was found to hold.
struct ColumnFindings {
    std::string column;
    std::int64_t rows = 0;                            ///< cells with text
    std::array<std::int64_t, kPersonalKinds> cells{}; ///< cells with at least one finding, by kind
    std::array<std::int64_t, kPersonalKinds>
        lookAlikes{}; ///< card numbers only: right length and prefix, wrong Luhn digit
    std::array<std::vector<std::string>, kPersonalKinds> examples; ///< at most 3 each, masked
    bool any() const;
    /// Card numbers that are no more frequent than chance makes them among numbers of that shape (one in ten): order
    /// numbers or bar codes rather than cards.
    bool chanceOnly(PersonalKind kind) const;
};
Json columnFindingsJson(const ColumnFindings& findings);

struct PersonalScan {
    std::string path;
    std::int64_t rows = 0;
    bool whole = true;                   ///< false: the limit was reached before the end
    std::vector<ColumnFindings> columns; ///< one per column of the file
};

/// Adds one cell to the findings of its column.
void scanCell(std::string_view text, const KindSet& kinds, ColumnFindings& findings);

/// Reads a file to its end (or `limit` rows, 0 = all) and counts what each column holds. Nothing is written.
Result<PersonalScan> scanPersonalData(data::RecordReader& reader, JobContext& job, const KindSet& kinds = kEveryKind,
                                      std::int64_t limit = 0);
Json personalScanJson(const PersonalScan& scan);

} // namespace core::privacy
