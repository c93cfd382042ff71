// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/models/split_text.h"

#include "widgets/text.h"

#include <QCoreApplication>

namespace widgets {
namespace {

QString say(const char* text) {
    return QCoreApplication::translate("SplitText", text);
}

} // namespace

QString splitColumnText(const std::string& column) {
    static const std::pair<const char*, const char*> kNames[]{
        {"user", QT_TRANSLATE_NOOP("SplitText", "user")},
        {"session", QT_TRANSLATE_NOOP("SplitText", "session")},
        {"order", QT_TRANSLATE_NOOP("SplitText", "order")},
        {"query", QT_TRANSLATE_NOOP("SplitText", "query")},
        {"item", QT_TRANSLATE_NOOP("SplitText", "item")},
        {"title", QT_TRANSLATE_NOOP("SplitText", "product (same title)")},
        {"category", QT_TRANSLATE_NOOP("SplitText", "category")},
        {"brand", QT_TRANSLATE_NOOP("SplitText", "brand")},
        {"label", QT_TRANSLATE_NOOP("SplitText", "class")},
        {"kind", QT_TRANSLATE_NOOP("SplitText", "kind of event")}};
    for (const auto& [name, text] : kNames)
        if (column == name)
            return say(text);
    return toQString(column);
}

QString splitKindText(const core::store::SplitConfig& config) {
    if (config.longTailRatio > 0)
        return QCoreApplication::translate("SplitText", "long-tailed, %1 : 1")
            .arg(formatDecimal(config.longTailRatio, 0));
    if (config.kind == "stratified")
        return QCoreApplication::translate("SplitText", "stratified by %1").arg(splitColumnText(config.stratify));
    if (config.kind == "grouped")
        return QCoreApplication::translate("SplitText", "grouped by %1").arg(splitColumnText(config.group));
    if (config.kind == "time")
        return QCoreApplication::translate("SplitText", "by time");
    if (config.kind == "last")
        return QCoreApplication::translate("SplitText", "last %1 of each user").arg(formatInteger(config.last));
    return QCoreApplication::translate("SplitText", "at random");
}

} // namespace widgets
