// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/stats/buckets.h"
#include "core/strategies/augmenter.h"
#include "core/strategies/sampling.h"
#include "core/strategies/word_edits.h"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <unordered_set>

namespace core::strategies {
namespace {

struct WordEditConfig {
    double swap = 0.1;
    double remove = 0.1;
    double insert = 0.1;
    double synonym = 0.1;
    std::string synonyms;
    std::string buckets = "mid_and_tail";
    std::string bucketRule = "share:0.8,0.95";
    double copiesUpTo = 0.5;
    int maxCopies = 8;
};
template <class V> void describe(V& v, WordEditConfig& c) {
    v.field(c.swap, {.name = "swap",
                     .title = TL_NOOP("Strategy", "Swap"),
                     .help = TL_NOOP("Strategy", "Share of the words that change places; 0 = never swap."),
                     .min = 0,
                     .max = 1});
    v.field(c.remove, {.name = "delete",
                       .title = TL_NOOP("Strategy", "Delete"),
                       .help = TL_NOOP("Strategy", "Share of the words that are left out; 0 = never delete."),
                       .min = 0,
                       .max = 1});
    v.field(c.insert, {.name = "insert",
                       .title = TL_NOOP("Strategy", "Insert"),
                       .help = TL_NOOP("Strategy", "Words put in, as a share of the words there are: synonyms where "
                                                   "there is a file of them, else words of other titles of the class; "
                                                   "0 = never insert."),
                       .min = 0,
                       .max = 1});
    v.field(c.synonym, {.name = "synonym",
                        .title = TL_NOOP("Strategy", "Replace"),
                        .help = TL_NOOP("Strategy", "Share of the words replaced by a synonym from the file; 0 = never "
                                                    "replace."),
                        .min = 0,
                        .max = 1});
    v.field(c.synonyms, {.name = "synonyms",
                         .title = TL_NOOP("Strategy", "File of synonyms"),
                         .help = TL_NOOP("Strategy", "UTF-8 text, one group of synonyms a line, separated by tabs or "
                                                     "commas; lines with # are comments. May stay empty."),
                         .file = true});
    v.field(c.buckets, {.name = "buckets",
                        .title = TL_NOOP("Strategy", "Classes"),
                        .help = TL_NOOP("Strategy", "Which classes get new rows."),
                        .choices = {"mid_and_tail", "tail"}});
    v.field(c.bucketRule, {.name = "bucket_rule",
                           .title = TL_NOOP("Strategy", "Bucket rule"),
                           .help = TL_NOOP("Strategy", "Which classes are mid and tail: share:0.8,0.95, shots:100,20, "
                                                       "thresholds:1000,100 or quantiles:0.2,0.5.")});
    v.field(c.copiesUpTo, {.name = "copies_up_to",
                           .title = TL_NOOP("Strategy", "Share of the largest class"),
                           .help = TL_NOOP("Strategy", "Rows are added until the class has this share of the largest "
                                                       "class."),
                           .min = 0,
                           .max = 1});
    v.field(c.maxCopies, {.name = "max_copies",
                          .title = TL_NOOP("Strategy", "Most copies per row"),
                          .help = TL_NOOP("Strategy", "No row is the parent of more than this many new rows."),
                          .min = 1,
                          .max = 1000});
}

// Tries to make a new text from a parent before it is passed over: short titles have few variants.
constexpr int kTries = 4;
// Other titles looked at for a word to insert.
constexpr int kDonorTries = 4;

/// Makes the new rows of one call of augment(), class after class.
class RowMaker {
public:
    RowMaker(const WordEditConfig& config, std::span<const std::string> texts, const Synonyms& synonyms,
             std::uint64_t seed)
        : m_config(config), m_texts(texts), m_synonyms(synonyms), m_rng(Rng::forPurpose(seed, "word_edit")) {
        if (config.swap > 0)
            m_operations.emplace_back("swap");
        if (config.remove > 0)
            m_operations.emplace_back("delete");
        if (config.insert > 0)
            m_operations.emplace_back("insert");
        if (config.synonym > 0 && !synonyms.empty())
            m_operations.emplace_back("synonym");
    }

    void fillClass(const std::vector<std::uint32_t>& rows, std::size_t copies, std::vector<SyntheticRow>& made) {
        if (copies == 0)
            return;
        // Texts of the class, real and synthetic: nothing is made twice.
        std::unordered_set<std::string> known;
        for (const std::uint32_t row : rows)
            known.insert(m_texts[row]);
        // Parents in turn, in random order: every row of the class gets its share before any gets more.
        std::vector<std::uint32_t> parents = rows;
        m_rng.shuffle(parents);
        for (std::size_t i = 0; i < copies; ++i) {
            for (int attempt = 0; attempt < kTries; ++attempt) {
                // 63 bits: the seed is kept in a signed column.
                SyntheticRow row{parents[i % parents.size()], {}, {}, m_rng.next() >> 1};
                if (!edit(row, rows) || !known.insert(row.text).second)
                    continue;
                made.push_back(std::move(row));
                break;
            }
        }
    }

private:
    /// Fills text and operation of a row from its parent and seed: operations in random order, the first that can act.
    bool edit(SyntheticRow& row, const std::vector<std::uint32_t>& rows) {
        Rng rng(row.seed);
        std::vector<std::string> operations = m_operations;
        rng.shuffle(operations);
        const std::vector<Token> parent = m_tokenizer.split(m_texts[row.parent]);
        for (const std::string& operation : operations) {
            std::vector<Token> tokens = parent;
            if (!apply(operation, tokens, row.parent, rows, rng))
                continue;
            row.text = joinTokens(tokens);
            row.operation = operation;
            return true;
        }
        return false;
    }

    bool apply(const std::string& operation, std::vector<Token>& tokens, std::uint32_t parent,
               const std::vector<std::uint32_t>& rows, Rng& rng) {
        if (operation == "swap")
            return swapWords(tokens, m_config.swap, rng);
        if (operation == "delete")
            return deleteWords(tokens, m_config.remove, rng);
        if (operation == "synonym")
            return replaceWords(tokens, m_config.synonym, rng, m_synonyms);
        if (m_synonyms.empty())
            return insertWords(tokens, m_config.insert, rng,
                               [&](Rng& random) { return wordOfAnotherTitle(parent, rows, random); });
        const std::vector<Token> original = tokens;
        return insertWords(tokens, m_config.insert, rng, [&](Rng& random) { return synonymOfAWord(original, random); });
    }

    std::optional<std::string> synonymOfAWord(const std::vector<Token>& tokens, Rng& rng) const {
        std::vector<std::size_t> words = editablePositions(tokens);
        rng.shuffle(words);
        for (const std::size_t at : words)
            if (const auto* others = m_synonyms.of(tokens[at].text))
                return (*others)[static_cast<std::size_t>(rng.below(others->size()))];
        return std::nullopt;
    }

    std::optional<std::string> wordOfAnotherTitle(std::uint32_t parent, const std::vector<std::uint32_t>& rows,
                                                  Rng& rng) {
        for (int attempt = 0; attempt < kDonorTries; ++attempt) {
            const std::uint32_t donor = rows[static_cast<std::size_t>(rng.below(rows.size()))];
            if (donor == parent)
                continue;
            const std::vector<Token> tokens = m_tokenizer.split(m_texts[donor]);
            const auto words = editablePositions(tokens);
            if (!words.empty())
                return tokens[words[static_cast<std::size_t>(rng.below(words.size()))]].text;
        }
        return std::nullopt;
    }

    const WordEditConfig& m_config;
    std::span<const std::string> m_texts;
    const Synonyms& m_synonyms;
    Rng m_rng;
    Tokenizer m_tokenizer;
    std::vector<std::string> m_operations; ///< those that are switched on
};

class WordEdit final : public Augmenter {
public:
    explicit WordEdit(WordEditConfig config) : m_config(std::move(config)) {}

    Result<std::vector<SyntheticRow>> augment(const TrainingView& view, std::span<const std::string> texts,
                                              std::uint64_t seed) const override {
        assert(texts.size() == view.classes.size());
        TL_TRY(const stats::BucketRule rule, stats::parseBucketRule(m_config.bucketRule));
        Synonyms synonyms;
        if (!m_config.synonyms.empty()) {
            TL_TRY(synonyms, Synonyms::read(m_config.synonyms));
        }
        const auto buckets = stats::assignBuckets(view.support, rule);
        const auto rows = rowsByClass(view);
        std::size_t largest = 0;
        for (const auto& ofClass : rows)
            largest = std::max(largest, ofClass.size());
        RowMaker maker(m_config, texts, synonyms, seed);
        std::vector<SyntheticRow> made;
        for (std::size_t c = 0; c < rows.size(); ++c)
            if (wants(buckets[c]))
                maker.fillClass(rows[c], copiesFor(rows[c].size(), largest), made);
        return made;
    }

private:
    bool wants(stats::Bucket bucket) const {
        const bool middle =
            bucket != stats::Bucket::Head && bucket != stats::Bucket::Tail && bucket != stats::Bucket::Cold;
        return bucket == stats::Bucket::Tail || (middle && m_config.buckets == "mid_and_tail");
    }

    std::size_t copiesFor(std::size_t rows, std::size_t largest) const {
        const auto wanted = static_cast<std::size_t>(std::ceil(m_config.copiesUpTo * static_cast<double>(largest)));
        return wanted > rows ? std::min(wanted - rows, rows * static_cast<std::size_t>(m_config.maxCopies)) : 0;
    }

    WordEditConfig m_config;
};

TAILLIGHT_REGISTER(Augmenter, WordEdit, WordEditConfig, "word_edit", TL_NOOP("Strategy", "Word edits (EDA)"),
                   TL_NOOP("Strategy", "New rows for small classes: words of a training title are swapped, deleted, "
                                       "inserted or replaced by synonyms. Model names and numbers stay as they are."),
                   "Wei and Zou, EDA: Easy Data Augmentation Techniques for Boosting Performance on Text "
                   "Classification Tasks, EMNLP 2019");

} // namespace
} // namespace core::strategies
