// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/strategies/tokens.h"

#include <unicode/brkiter.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>
#include <unicode/uscript.h>

#include <algorithm>

namespace core::strategies {
namespace {

/// Scripts that are written without spaces between words.
bool isUnspaced(UChar32 c) {
    UErrorCode status = U_ZERO_ERROR;
    switch (uscript_getScript(c, &status)) {
    case USCRIPT_HAN:
    case USCRIPT_HIRAGANA:
    case USCRIPT_KATAKANA:
    case USCRIPT_BOPOMOFO:
    case USCRIPT_THAI:
    case USCRIPT_LAO:
    case USCRIPT_KHMER:
    case USCRIPT_MYANMAR:
        return true;
    default:
        return false;
    }
}

bool isSpacedWordChar(UChar32 c) {
    return (u_isalnum(c) != 0 || u_charType(c) == U_NON_SPACING_MARK) && !isUnspaced(c);
}

/// Characters that stay within a word: "USB-C", "5.5", "t_shirt".
bool isInner(UChar32 c) {
    return c == '-' || c == '.' || c == '_';
}

icu::UnicodeString unicode(std::string_view text) {
    return icu::UnicodeString::fromUTF8(icu::StringPiece(text.data(), static_cast<int32_t>(text.size())));
}

std::string utf8(const icu::UnicodeString& text) {
    std::string bytes;
    text.toUTF8String(bytes);
    return bytes;
}

/// Brand, model and number tokens such as "A52s", "128GB", "5.5": whatever holds a digit says something exact.
bool isEditable(const icu::UnicodeString& word) {
    bool letter = false;
    for (int32_t i = 0; i < word.length(); i = word.moveIndex32(i, 1)) {
        const UChar32 c = word.char32At(i);
        if (u_isdigit(c) != 0)
            return false;
        letter = letter || u_isalpha(c) != 0;
    }
    return letter;
}

} // namespace

struct Tokenizer::Private {
    std::unique_ptr<icu::BreakIterator> words;
    std::vector<Token> tokens;
    bool space = false; ///< before the next token

    void add(const icu::UnicodeString& text) {
        if (text.isEmpty())
            return;
        tokens.push_back({utf8(text), space && !tokens.empty(), isEditable(text)});
        space = false;
    }

    /// A chunk of a spaced script: punctuation around the word becomes tokens of its own.
    void addSpaced(const icu::UnicodeString& chunk) {
        int32_t begin = 0;
        while (begin < chunk.length() && !isSpacedWordChar(chunk.char32At(begin)))
            begin = chunk.moveIndex32(begin, 1);
        int32_t end = chunk.length();
        while (end > begin && !isSpacedWordChar(chunk.char32At(chunk.moveIndex32(end, -1))))
            end = chunk.moveIndex32(end, -1);
        add(chunk.tempSubStringBetween(0, begin));
        add(chunk.tempSubStringBetween(begin, end));
        add(chunk.tempSubStringBetween(end, chunk.length()));
    }

    /// A chunk that holds Chinese or the like: Latin words and numbers in it stay whole, the rest goes to ICU.
    void addUnspaced(const icu::UnicodeString& chunk) {
        int32_t at = 0;
        while (at < chunk.length()) {
            const bool spaced = isSpacedWordChar(chunk.char32At(at));
            int32_t end = at;
            while (end < chunk.length()) {
                const UChar32 c = chunk.char32At(end);
                const bool joins = spaced ? isSpacedWordChar(c) || isInner(c) : !isSpacedWordChar(c);
                if (!joins)
                    break;
                end = chunk.moveIndex32(end, 1);
            }
            const icu::UnicodeString run(chunk, at, end - at);
            if (spaced)
                add(run);
            else
                addSegments(run);
            at = end;
        }
    }

    void addSegments(const icu::UnicodeString& run) {
        if (!words) {
            add(run);
            return;
        }
        words->setText(run);
        int32_t from = words->first();
        for (int32_t to = words->next(); to != icu::BreakIterator::DONE; from = to, to = words->next())
            add(run.tempSubStringBetween(from, to));
    }
};

Tokenizer::Tokenizer() : m_private(std::make_unique<Private>()) {
    UErrorCode status = U_ZERO_ERROR;
    m_private->words.reset(icu::BreakIterator::createWordInstance(icu::Locale::getRoot(), status));
    // Without ICU's data files there is no dictionary: such a run is then one word, which is still correct text.
    if (U_FAILURE(status))
        m_private->words.reset();
}

Tokenizer::~Tokenizer() = default;

std::vector<Token> Tokenizer::split(std::string_view text) {
    const icu::UnicodeString all = unicode(text);
    m_private->tokens.clear();
    m_private->space = false;
    for (int32_t at = 0; at < all.length();) {
        if (u_isUWhiteSpace(all.char32At(at)) != 0) {
            m_private->space = true;
            at = all.moveIndex32(at, 1);
            continue;
        }
        int32_t end = at;
        bool unspaced = false;
        while (end < all.length() && u_isUWhiteSpace(all.char32At(end)) == 0) {
            unspaced = unspaced || isUnspaced(all.char32At(end));
            end = all.moveIndex32(end, 1);
        }
        const icu::UnicodeString chunk(all, at, end - at);
        if (unspaced)
            m_private->addUnspaced(chunk);
        else
            m_private->addSpaced(chunk);
        at = end;
    }
    return std::move(m_private->tokens);
}

bool needsSpace(std::string_view left, std::string_view right) {
    if (left.empty() || right.empty())
        return false;
    const icu::UnicodeString l = unicode(left);
    const icu::UnicodeString r = unicode(right);
    return isSpacedWordChar(l.char32At(l.moveIndex32(l.length(), -1))) && isSpacedWordChar(r.char32At(0));
}

std::string joinTokens(const std::vector<Token>& tokens) {
    std::string text;
    for (std::size_t i = 0; i < tokens.size(); ++i) {
        if (i > 0 && (tokens[i].spaceBefore || needsSpace(tokens[i - 1].text, tokens[i].text)))
            text += ' ';
        text += tokens[i].text;
    }
    return text;
}

std::string foldedCase(std::string_view text) {
    return utf8(unicode(text).foldCase());
}

std::size_t invalidUtf8At(std::string_view text) {
    const auto length = static_cast<int32_t>(text.size());
    for (int32_t at = 0; at < length;) {
        const int32_t start = at;
        UChar32 c = 0;
        U8_NEXT(text.data(), at, length, c);
        if (c < 0)
            return static_cast<std::size_t>(start);
    }
    return std::string_view::npos;
}

} // namespace core::strategies
