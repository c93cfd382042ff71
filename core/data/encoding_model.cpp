// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/encoding_model.h"

#include "core/data/encoding_tables.h"

#include <algorithm>
#include <array>
#include <bitset>
#include <memory>
#include <utility>

namespace core::data::encodings {
namespace {

// Natural logarithms. A class's share of running text, divided by the number of characters in it.
constexpr double kFrequent = -6.9;   ///< 0.5 / 500
constexpr double kCommon = -9.2;     ///< 0.4 / 4000
constexpr double kRare = -12.0;      ///< 0.02 / 3200
constexpr double kExtension = -15.4; ///< 0.003 / 14000
constexpr double kNothing = -18.4;   ///< 1e-8: a damaged character now and then does not rule an encoding out
constexpr double kMark = -8.1;       ///< 0.1 / 300: punctuation and full-width letters
constexpr double kKana = -5.8;       ///< 0.5 / 170
constexpr double kOddScript = -12.5; ///< Cyrillic, Greek, kana in Chinese text
constexpr double kHalfKana = -8.1;

// The most frequent characters of Chinese and Japanese text, and words of shops: written down from general knowledge of
// the languages, in no order.
constexpr std::u32string_view kFrequentHan =
    U"的一是不了在人有我他这个们中来上大为和国地到以说时要就出会可也你对生能而子那得于着下自之年过发后作里用道行所然家"
    U"种事成方多经么"
    U"去法学如都同现当没动面起看定天分还进好小部其些主样理心她本前开但因只从想实日军者意无力它与长把机十民第公此已工使"
    U"情明性知全"
    U"三又关点正业外将两高间由问很最重并物手应战向头文体政美相见被利什二等产或新己制身果加西斯月话合回特代内信表化老给"
    U"世位次度门"
    U"任常先海通教儿原东声提立及比员解水名真论处走义各入几口认条平系气题活尔更别打女变四神总何电数安少报才结反受目太量"
    U"再感建务做"
    U"接必场件计管期市直德资命山金指克许统区保至队形社便空决治展马科司五基眼书非则听白却界达光放强即像难且权思王象完设"
    U"式色路记南"
    U"品住告类求据程北边死张该交规万取拉格望觉术领共确传师观清今切院让识候带导争运笔包装款颜质货店价格商服务快递买卖客"
    U"户购"
    U"热销装衣裤鞋帽衫裙男童婴儿套罩壳膜线充器耳屏键盘鼠标灯杯碗锅刀毛巾床被枕洗护肤霜粉液油茶酒米面果鲜奶糖饼零食箱包"
    U"表镜链戒玩具"
    U"車東門開關時個們這來後會為說對發經過還動現當沒點業間問見電話機長與學國實體應頭無樣將從員題總處論義條氣數變結報產"
    U"書買賣"
    U"質錢價貨單號運線網購訂選擇賣裝褲鞋衣裙童嬰殼膜充電鍵盤滑鼠燈鍋護膚霜液酒麵鮮糖餅食箱錶鏡鏈戒專業優惠尺寸顏色"
    U"円税込送料商品無料販売価格在庫用品型番付式対応製入個本枚色袋箱日月年時分円今東京大阪";

constexpr std::string_view kLatinFrequent = "\xE9\xE8\xE0\xE4\xF6\xFC\xDF\xF1\xE7\xE1\xED\xF3\xFA\xE2\xEA\xF4\xEE\xFB"
                                            "\xE5\xF8\xE6\xC9\xD6\xDC\xC4\xE3\xF5";
constexpr std::string_view kLatinMarks = "\x80\x85\x91\x92\x93\x94\x95\x96\x97\x99\xA0\xA3\xA9\xAB\xAE\xB0\xB2\xB4\xB7"
                                         "\xBB\xBD\xD7";

bool isFrequent(char32_t c) {
    static const std::unique_ptr<std::bitset<0x10000>> kSet = [] {
        auto set = std::make_unique<std::bitset<0x10000>>();
        for (const char32_t han : kFrequentHan)
            set->set(han);
        return set;
    }();
    return c < 0x10000 && kSet->test(c);
}

bool isLetter(std::uint8_t byte) {
    return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z');
}

double gbPair(std::uint8_t lead, std::uint8_t trail, char32_t c) {
    if (isFrequent(c))
        return kFrequent;
    if (trail < 0xA1 || lead < 0xA1)
        return kExtension;
    if (lead <= 0xA3)
        return kMark;
    if (lead <= 0xA9)
        return kOddScript;
    if (lead < 0xB0)
        return kExtension;
    return lead <= 0xD7 ? kCommon : lead <= 0xF7 ? kRare : kExtension;
}

double big5Pair(std::uint8_t lead, char32_t c) {
    if (isFrequent(c))
        return kFrequent;
    if (lead < 0xA1)
        return kExtension;
    if (lead <= 0xA3)
        return kMark;
    return lead <= 0xC5 ? kCommon : lead < 0xC9 ? kOddScript : lead <= 0xF9 ? kRare : kExtension;
}

double sjisPair(std::uint8_t lead, char32_t c) {
    if (c >= 0x3041 && c <= 0x30FE)
        return kKana;
    if (isFrequent(c))
        return kFrequent;
    if (lead <= 0x82)
        return kMark;
    if (lead <= 0x84)
        return kOddScript;
    if (lead < 0x88)
        return kExtension;
    return lead <= 0x97 ? kCommon : lead <= 0xEA ? kRare : kExtension;
}

/// One encoding of single and double bytes over a run that may hold ASCII trail bytes.
template <class Pair>
double weighPairs(std::string_view text, const ByteTable& table, bool fourBytes, Pair pairWeight) {
    double sum = 0;
    for (std::size_t at = 0; at < text.size();) {
        const std::uint8_t lead = byteAt(text, at);
        if (lead < 0x80) {
            at += 1;
            continue;
        }
        if (const char32_t single = table.single[lead - 0x80U]; single != 0) {
            sum += single == U'€' ? kExtension : kHalfKana;
            ++at;
            continue;
        }
        const char32_t pair = at + 1 < text.size() ? table.pairOf(lead, byteAt(text, at + 1)) : 0;
        if (pair != 0) {
            sum += pairWeight(lead, byteAt(text, at + 1), pair);
            at += 2;
        } else if (fourBytes && at + 4 <= text.size() && isFourByteForm(text.substr(at)) &&
                   fourByteCharacter(text.substr(at)) != 0) {
            sum += kExtension;
            at += 4;
        } else {
            sum += kNothing;
            ++at;
        }
    }
    return sum;
}

double weighUtf8(std::string_view text) {
    double sum = 0;
    for (std::size_t at = 0; at < text.size();) {
        const std::uint8_t lead = byteAt(text, at);
        if (lead < 0x80) {
            ++at;
            continue;
        }
        const std::size_t length = lead >= 0xF0 && lead < 0xF5 ? 4 : lead >= 0xE0 ? 3 : lead >= 0xC2 ? 2 : 0;
        bool good = length > 0 && at + length <= text.size();
        for (std::size_t i = 1; good && i < length; ++i)
            good = (byteAt(text, at + i) & 0xC0U) == 0x80U;
        sum += !good ? kNothing : length == 2 ? -6.2 : kCommon;
        at += good ? length : 1;
    }
    return sum;
}

double weighLatin(std::string_view text) {
    const ByteTable& table = tableOf(Charset::Latin1);
    double sum = 0;
    std::size_t run = 0;
    for (std::size_t at = 0; at < text.size(); ++at) {
        const std::uint8_t byte = byteAt(text, at);
        if (byte < 0x80) {
            run = 0;
            continue;
        }
        ++run;
        const char c = text[at];
        double weight = byte >= 0xC0 ? -5.8 : -7.6;
        if (table.single[byte - 0x80U] == 0)
            weight = kNothing;
        else if (kLatinFrequent.find(c) != std::string_view::npos)
            weight = -3.9;
        else if (kLatinMarks.find(c) != std::string_view::npos)
            weight = -4.6;
        // Accented letters stand among plain ones; a row of them is another encoding.
        const bool besides =
            (at > 0 && isLetter(byteAt(text, at - 1))) || (at + 1 < text.size() && isLetter(byteAt(text, at + 1)));
        if (byte >= 0xC0 && !besides)
            weight -= 2.3;
        if (run > 2)
            weight -= 3.0;
        sum += weight;
    }
    return sum;
}

using Ranked = std::array<std::pair<double, const char*>, 5>;

Ranked ranked(const Evidence& evidence) {
    // Small handicaps: with next to no evidence the more usual encoding is the better guess.
    Ranked list{{{evidence.utf8, "UTF-8"},
                 {evidence.gb18030, "GB18030"},
                 {evidence.latin1 - 0.1, "Latin-1"},
                 {evidence.big5 - 0.7, "Big5"},
                 {evidence.shiftJis - 1.2, "Shift-JIS"}}};
    std::stable_sort(list.begin(), list.end(), [](const auto& a, const auto& b) { return a.first > b.first; });
    return list;
}

} // namespace

const char* Evidence::best() const {
    return ranked(*this)[0].second;
}

double Evidence::margin() const {
    const Ranked list = ranked(*this);
    return list[0].first - list[1].first;
}

void weigh(std::string_view piece, Evidence& evidence) {
    const ByteTable& gb = tableOf(Charset::Gb18030);
    const ByteTable& big5 = tableOf(Charset::Big5);
    const ByteTable& sjis = tableOf(Charset::ShiftJis);
    for (std::size_t at = 0; at < piece.size();) {
        at += asciiLength(piece.data() + at, piece.size() - at);
        if (at == piece.size())
            break;
        // A run goes to the next two ASCII bytes: one may belong to the character before it. A letter before the run is
        // context for Latin-1.
        const std::size_t begin = at > 0 ? at - 1 : at;
        while (at < piece.size() &&
               !(byteAt(piece, at) < 0x80 && (at + 1 == piece.size() || byteAt(piece, at + 1) < 0x80)))
            evidence.bytes += byteAt(piece, at++) >= 0x80 ? 1 : 0;
        const std::size_t end = std::min(piece.size(), at + 1);
        const std::string_view run = piece.substr(begin, end - begin);
        evidence.utf8 += weighUtf8(run);
        evidence.latin1 += weighLatin(run);
        evidence.gb18030 += weighPairs(run, gb, true, gbPair);
        evidence.big5 +=
            weighPairs(run, big5, false, [](std::uint8_t lead, std::uint8_t, char32_t c) { return big5Pair(lead, c); });
        evidence.shiftJis +=
            weighPairs(run, sjis, false, [](std::uint8_t lead, std::uint8_t, char32_t c) { return sjisPair(lead, c); });
    }
}

} // namespace core::data::encodings
