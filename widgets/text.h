// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QString>

#include <string>
#include <string_view>

namespace widgets {

inline QString toQString(std::string_view text) {
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}
inline std::string toStd(const QString& text) {
    return text.toStdString();
}

/// Numbers by the locale of the chosen language.
QString formatInteger(qint64 number);
QString formatDecimal(double number, int decimals = 3);
QString formatPercent(double share, int decimals = 1);
QString formatDuration(double seconds);
QString formatBytes(qint64 bytes);
/// Short numbers for axes: 1 200, 12 k, 3.4 M.
QString formatCompact(double number);

/// The translated sentence of an error.
QString errorText(const core::Error& error);
/// A text that core marked with TL_NOOP, translated.
QString coreText(const char* context, std::string_view text);

} // namespace widgets
