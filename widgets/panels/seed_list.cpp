// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/panels/seed_list.h"

#include <QRegularExpression>
#include <QStringList>

#include <algorithm>

namespace widgets {
namespace {
constexpr std::size_t kMostSeeds = 1000;
// Larger seeds do not survive the signed 64-bit column in which runs store them.
constexpr qulonglong kLargestSeed = 9223372036854775807ULL;
} // namespace

std::optional<std::vector<std::uint64_t>> parseSeeds(const QString& text) {
    static const QRegularExpression separators(QStringLiteral("[\\s,;，、；]+"));
    static const QRegularExpression part(QStringLiteral("^(\\d+)(?:-(\\d+))?$"));
    std::vector<std::uint64_t> seeds;
    for (const QString& word : text.split(separators, Qt::SkipEmptyParts)) {
        const auto match = part.match(word);
        if (!match.hasMatch())
            return {};
        bool okFirst = false, okLast = true;
        const qulonglong first = match.captured(1).toULongLong(&okFirst);
        const qulonglong last = match.captured(2).isEmpty() ? first : match.captured(2).toULongLong(&okLast);
        if (!okFirst || !okLast || last < first || last > kLargestSeed || last - first >= kMostSeeds)
            return {};
        for (qulonglong seed = first; seed <= last; ++seed)
            if (std::find(seeds.begin(), seeds.end(), seed) == seeds.end())
                seeds.push_back(seed);
    }
    if (seeds.empty() || seeds.size() > kMostSeeds)
        return {};
    return seeds;
}

QString formatSeeds(const std::vector<std::uint64_t>& seeds) {
    QStringList words;
    for (const std::uint64_t seed : seeds)
        words << QString::number(seed);
    return words.join(QStringLiteral(", "));
}

} // namespace widgets
