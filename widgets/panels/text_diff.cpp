// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/panels/text_diff.h"

#include <QStringList>

#include <algorithm>
#include <vector>

namespace widgets {
namespace {

constexpr int kLongest = 400; // words; the table of the comparison grows with the square

bool isHan(QChar c) {
    return c.script() == QChar::Script_Han;
}

void append(QList<DiffPiece>& pieces, DiffPiece::Kind kind, const QString& word) {
    if (pieces.isEmpty() || pieces.last().kind != kind) {
        pieces.append({kind, word});
        return;
    }
    QString& text = pieces.last().text;
    const bool joined = isHan(word.front()) && !text.isEmpty() && isHan(text.back());
    text += (joined ? QString() : QStringLiteral(" ")) + word;
}

} // namespace

QStringList diffWords(const QString& text) {
    QStringList words;
    QString word;
    const auto flush = [&] {
        if (!word.isEmpty())
            words << word;
        word.clear();
    };
    for (const QChar c : text) {
        if (c.isSpace()) {
            flush();
        } else if (isHan(c)) {
            flush();
            words << QString(c);
        } else {
            word += c;
        }
    }
    flush();
    return words;
}

QList<DiffPiece> diffTexts(const QString& before, const QString& after) {
    const QStringList a = diffWords(before), b = diffWords(after);
    QList<DiffPiece> pieces;
    if (a.size() > kLongest || b.size() > kLongest) {
        if (before == after)
            return {{DiffPiece::Kind::Same, before}};
        return {{DiffPiece::Kind::Removed, before}, {DiffPiece::Kind::Added, after}};
    }
    const auto n = static_cast<std::size_t>(a.size()), m = static_cast<std::size_t>(b.size());
    std::vector<int> length((n + 1) * (m + 1), 0); // of the common subsequence of a[i…] and b[j…]
    const auto at = [m](std::size_t i, std::size_t j) { return i * (m + 1) + j; };
    for (std::size_t i = n; i-- > 0;)
        for (std::size_t j = m; j-- > 0;)
            length[at(i, j)] = a[static_cast<qsizetype>(i)] == b[static_cast<qsizetype>(j)]
                                   ? length[at(i + 1, j + 1)] + 1
                                   : std::max(length[at(i + 1, j)], length[at(i, j + 1)]);
    std::size_t i = 0, j = 0;
    while (i < n || j < m) {
        const QString wordA = i < n ? a[static_cast<qsizetype>(i)] : QString();
        const QString wordB = j < m ? b[static_cast<qsizetype>(j)] : QString();
        if (i < n && j < m && wordA == wordB) {
            append(pieces, DiffPiece::Kind::Same, wordA);
            ++i;
            ++j;
        } else if (i < n && (j == m || length[at(i + 1, j)] >= length[at(i, j + 1)])) {
            append(pieces, DiffPiece::Kind::Removed, wordA);
            ++i;
        } else {
            append(pieces, DiffPiece::Kind::Added, wordB);
            ++j;
        }
    }
    return pieces;
}

QString diffHtml(const QList<DiffPiece>& pieces, bool dark) {
    const QString removed = dark ? QStringLiteral("#E8A07A") : QStringLiteral("#A23B00");
    const QString added = dark ? QStringLiteral("#7FC4F0") : QStringLiteral("#005A91");
    QStringList parts;
    for (const DiffPiece& piece : pieces) {
        const QString text = piece.text.toHtmlEscaped();
        switch (piece.kind) {
        case DiffPiece::Kind::Same:
            parts << text;
            break;
        case DiffPiece::Kind::Removed:
            parts << QStringLiteral("<s style=\"color:%1\">%2</s>").arg(removed, text);
            break;
        case DiffPiece::Kind::Added:
            parts << QStringLiteral("<u style=\"color:%1\"><b>%2</b></u>").arg(added, text);
            break;
        }
    }
    return parts.join(QLatin1Char(' '));
}

} // namespace widgets
