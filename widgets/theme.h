// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/stats/buckets.h"

#include <QColor>
#include <QPalette>
#include <QString>

namespace widgets {

enum class Theme { System, Light, Dark };

/// Applies the Fusion style and a light or dark palette to the application; System follows the desktop's palette.
void applyTheme(Theme theme);
/// The palette of a theme, without applying it (files are exported light); System = the application's now.
QPalette themePalette(Theme theme);
/// Whether the application's palette is dark now.
bool darkPalette();
/// head #0072B2 solid, mid #E69F00 dashed, tail #D55E00 dotted, cold #7F7F7F: the same on every chart, light or dark.
/// Further buckets between mid and tail have the other colours of Okabe and Ito (2008).
QColor bucketColor(core::stats::Bucket bucket);
Qt::PenStyle bucketPenStyle(core::stats::Bucket bucket);
/// Colours for runs, safe for colour-blind readers (Okabe–Ito without the bucket colours first), repeated past their
/// number.
QColor runColor(int index);
/// The one accent colour.
QColor accentColor();
/// Translated name of a bucket.
QString bucketTitle(core::stats::Bucket bucket);

} // namespace widgets
