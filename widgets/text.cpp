// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/text.h"

#include "core/base/error_text.h"

#include <QCoreApplication>
#include <QLocale>

#include <array>
#include <cmath>

namespace widgets {
namespace {

/// Digits without an exponent, trailing zeros cut: 12, 3.4, 0.05.
QString plainNumber(const QLocale& locale, double number, int decimals) {
    const double scale = std::pow(10.0, decimals);
    double rounded = std::round(number * scale) / scale;
    if (rounded == 0.0)
        rounded = 0.0; // no “-0”
    int needed = 0;
    for (double rest = rounded;
         needed < decimals && std::abs(rest - std::round(rest)) > 1e-9 * std::max(1.0, std::abs(rest)); ++needed)
        rest *= 10;
    return locale.toString(rounded, 'f', needed);
}

} // namespace

QString formatInteger(qint64 number) {
    return QLocale().toString(number);
}

QString formatDecimal(double number, int decimals) {
    if (!std::isfinite(number))
        return QStringLiteral("–");
    return QLocale().toString(number, 'f', decimals);
}

QString formatPercent(double share, int decimals) {
    if (!std::isfinite(share))
        return QStringLiteral("–");
    return QLocale().toString(share * 100.0, 'f', decimals) + QStringLiteral("\u00a0") + QLocale().percent();
}

QString formatDuration(double seconds) {
    if (!std::isfinite(seconds) || seconds < 0)
        return QStringLiteral("–");
    if (seconds < 1)
        return QCoreApplication::translate("Text", "%1 ms").arg(QLocale().toString(std::lround(seconds * 1000)));
    if (seconds < 10)
        return QCoreApplication::translate("Text", "%1 s").arg(plainNumber(QLocale(), seconds, 1));
    const qint64 whole = std::llround(seconds);
    if (whole < 60)
        return QCoreApplication::translate("Text", "%1 s").arg(QLocale().toString(whole));
    if (whole < 3600)
        return QCoreApplication::translate("Text", "%1 min %2 s").arg(whole / 60).arg(whole % 60);
    return QCoreApplication::translate("Text", "%1 h %2 min")
        .arg(QLocale().toString(whole / 3600))
        .arg(whole % 3600 / 60);
}

QString formatBytes(qint64 bytes) {
    return QLocale().formattedDataSize(bytes, 1, QLocale::DataSizeTraditionalFormat);
}

QString formatCompact(double number) {
    if (!std::isfinite(number))
        return QStringLiteral("–");
    struct Unit {
        double factor;
        const char16_t* suffix;
    };
    constexpr std::array kUnits{Unit{1e12, u"T"}, Unit{1e9, u"G"}, Unit{1e6, u"M"}, Unit{1e4, u"k"}};
    const QLocale locale;
    const double size = std::abs(number);
    for (const Unit& unit : kUnits) {
        if (size < unit.factor)
            continue;
        const double divisor = unit.factor == 1e4 ? 1e3 : unit.factor;
        return plainNumber(locale, number / divisor, size / divisor < 100 ? 1 : 0) + QStringLiteral("\u00a0") +
               QString::fromUtf16(unit.suffix);
    }
    if (size >= 1 || number == 0)
        return plainNumber(locale, number, size >= 100 ? 0 : size >= 10 ? 1 : 2);
    // Three significant digits for the small ones; below 1e-4 an exponent is shorter.
    if (size < 1e-4)
        return locale.toString(number, 'g', 3);
    return plainNumber(locale, number, 2 - static_cast<int>(std::floor(std::log10(size))));
}

QString errorText(const core::Error& error) {
    const QString sentence = QCoreApplication::translate("Error", core::errorTemplate(error.code));
    return toQString(core::fillErrorTemplate(toStd(sentence), error));
}

QString coreText(const char* context, std::string_view text) {
    return QCoreApplication::translate(context, std::string(text).c_str());
}

} // namespace widgets
