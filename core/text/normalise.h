// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/describe.h"
#include "core/base/result.h"

#include <memory>
#include <string>
#include <string_view>

namespace core::text {

/// What is done to a text, in the order of the fields. Names are stored with cleaning steps: never rename one.
struct NormaliseConfig {
    bool htmlTags = true;
    bool htmlEntities = true;
    bool nfkc = true;
    bool fullWidth = true;
    bool lowerCase = false;
    bool punctuation = false;
    bool stopEnglish = false;
    bool stopChinese = false;
    std::string stopFile;
    bool spaces = true;
};
template <class V> void describe(V& v, NormaliseConfig& c) {
    v.field(c.htmlTags, {.name = "html_tags",
                         .title = TL_NOOP("Strategy", "Remove HTML tags"),
                         .help = TL_NOOP("Strategy", "Tags, comments, scripts and styles; “a < b” stays.")});
    v.field(c.htmlEntities, {.name = "html_entities",
                             .title = TL_NOOP("Strategy", "Resolve HTML entities"),
                             .help = TL_NOOP("Strategy", "“&amp;amp;” becomes “&amp;”, “&amp;#8364;” becomes “€”.")});
    v.field(c.nfkc, {.name = "nfkc",
                     .title = TL_NOOP("Strategy", "Unicode NFKC"),
                     .help = TL_NOOP("Strategy", "One form for characters that look the same: “ﬁ” → “fi”, “①” → “1”, "
                                                 "“Ａ” → “A” (Unicode Standard Annex 15).")});
    v.field(c.fullWidth, {.name = "full_width",
                          .title = TL_NOOP("Strategy", "Full-width to half-width"),
                          .help = TL_NOOP("Strategy", "Full-width letters, digits, signs and spaces of Chinese and "
                                                      "Japanese keyboards. NFKC does it too.")});
    v.field(c.lowerCase, {.name = "lower_case",
                          .title = TL_NOOP("Strategy", "Lower case"),
                          .help = TL_NOOP("Strategy", "In every script.")});
    v.field(c.punctuation,
            {.name = "punctuation",
             .title = TL_NOOP("Strategy", "Remove punctuation"),
             .help = TL_NOOP("Strategy", "Punctuation and ornaments become spaces; points and commas within numbers, "
                                         "apostrophes within words, and signs such as + % $ € stay.")});
    v.field(c.stopEnglish, {.name = "stop_words_english",
                            .title = TL_NOOP("Strategy", "Remove English stop words"),
                            .help = TL_NOOP("Strategy", "Words such as the, of, and.")});
    v.field(c.stopChinese,
            {.name = "stop_words_chinese",
             .title = TL_NOOP("Strategy", "Remove Chinese stop words"),
             .help = TL_NOOP("Strategy", "Words such as 的, 和, 以及; found by word segmentation, so that "
                                         "characters within longer words stay.")});
    v.field(c.stopFile, {.name = "stop_words_file",
                         .title = TL_NOOP("Strategy", "Own stop words"),
                         .help = TL_NOOP("Strategy", "A UTF-8 file with one word a line, used in place of the lists "
                                                     "that come with the program."),
                         .file = true});
    v.field(c.spaces, {.name = "spaces",
                       .title = TL_NOOP("Strategy", "Tidy spaces"),
                       .help = TL_NOOP("Strategy", "Runs of white space become one space; none at the ends.")});
}

/// Applies a NormaliseConfig. What it removes leaves single spaces behind whether or not `spaces` is set where words
/// were taken out. Bytes that are no UTF-8 become U+FFFD when NFKC or case are asked for. One thread at a time.
class Normaliser {
public:
    /// What opening the file of stop words says; Internal when ICU lacks its data.
    static Result<Normaliser> make(const NormaliseConfig& config);
    Normaliser(Normaliser&& other) noexcept;
    Normaliser& operator=(Normaliser&& other) noexcept;
    ~Normaliser();

    std::string operator()(std::string_view text);

private:
    struct Parts;
    explicit Normaliser(std::unique_ptr<Parts> parts);
    std::unique_ptr<Parts> m_parts;
};

/// The strongest form: tags, entities, NFKC, lower case, punctuation, spaces. Two titles with the same form say the
/// same.
NormaliseConfig comparisonForm();

} // namespace core::text
