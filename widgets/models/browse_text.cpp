// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/models/browse_text.h"

#include "core/data/values.h"
#include "widgets/text.h"

#include <QCoreApplication>
#include <QLocale>

#include <cmath>

namespace widgets {

using core::store::BrowseType;

QString browseText(const core::store::BrowseCell& cell, const core::store::BrowseColumn& column, int most) {
    if (const auto* const whole = std::get_if<std::int64_t>(&cell)) {
        if (column.type == BrowseType::Time)
            return toQString(core::data::formatTime(*whole));
        if (column.type == BrowseType::Boolean)
            return *whole != 0 ? QCoreApplication::translate("Browse", "yes")
                               : QCoreApplication::translate("Browse", "no");
        return formatInteger(*whole);
    }
    if (const auto* const number = std::get_if<double>(&cell)) {
        constexpr double kWhole = 1e15;
        if (std::floor(*number) == *number && std::abs(*number) < kWhole)
            return formatInteger(static_cast<qint64>(*number));
        return QLocale().toString(*number, 'g', 10);
    }
    const auto* const text = std::get_if<std::string>(&cell);
    if (text == nullptr)
        return {};
    if (column.type == BrowseType::Choice)
        return coreText("Browse", *text);
    if (most <= 0)
        return toQString(*text);
    // A megabyte of text in a cell is cut before it is decoded.
    const std::size_t bytes = std::min(text->size(), static_cast<std::size_t>(most) * 4);
    QString line = toQString(std::string_view(*text).substr(0, bytes)).simplified();
    if (line.size() > most || bytes < text->size())
        line = line.left(most) + QChar(0x2026);
    return line;
}

bool isRightAligned(BrowseType type) {
    return type == BrowseType::Integer || type == BrowseType::Number;
}

QString browseTableTitle(const core::store::BrowseTable& table) {
    return coreText("Browse", table.title);
}

QString browseColumnTitle(const core::store::BrowseColumn& column) {
    return coreText("Browse", column.title);
}

} // namespace widgets
