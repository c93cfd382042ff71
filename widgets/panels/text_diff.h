// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>

namespace widgets {

/// A stretch of words that both texts have, or only one of them.
struct DiffPiece {
    enum class Kind { Same, Removed, Added };
    Kind kind = Kind::Same;
    QString text;
    friend bool operator==(const DiffPiece&, const DiffPiece&) = default;
};

/// Words of a text: runs of letters as they are separated by spaces; Chinese characters count as words of their own.
QStringList diffWords(const QString& text);

/// Longest common subsequence of words. Texts beyond a few hundred words are compared as a whole.
QList<DiffPiece> diffTexts(const QString& before, const QString& after);

/// The diff as rich text: removed words struck through, added ones underlined and bold, both also coloured.
QString diffHtml(const QList<DiffPiece>& pieces, bool dark);

} // namespace widgets
