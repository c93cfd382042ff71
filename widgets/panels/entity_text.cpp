// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/panels/entity_text.h"

#include "widgets/text.h"

#include <QCoreApplication>

#include <array>
#include <span>

namespace widgets {

namespace {

struct Title {
    const char* name;
    const char* title;
};

constexpr std::array kEntities{Title{"item", QT_TRANSLATE_NOOP("Entity", "Items")},
                               Title{"category", QT_TRANSLATE_NOOP("Entity", "Categories")},
                               Title{"brand", QT_TRANSLATE_NOOP("Entity", "Brands")},
                               Title{"user", QT_TRANSLATE_NOOP("Entity", "Users")},
                               Title{"query", QT_TRANSLATE_NOOP("Entity", "Queries")},
                               Title{"label", QT_TRANSLATE_NOOP("Entity", "Classes")},
                               Title{"price_band", QT_TRANSLATE_NOOP("Entity", "Price bands")},
                               Title{"event:session", QT_TRANSLATE_NOOP("Entity", "Sessions")},
                               Title{"event:order_key", QT_TRANSLATE_NOOP("Entity", "Orders")},
                               Title{"event:label", QT_TRANSLATE_NOOP("Entity", "Labels of events")}};

constexpr std::array kMeasures{Title{"items", QT_TRANSLATE_NOOP("Measure", "Catalogue rows")},
                               Title{"events", QT_TRANSLATE_NOOP("Measure", "Events")},
                               Title{"impression", QT_TRANSLATE_NOOP("Measure", "Impressions")},
                               Title{"click", QT_TRANSLATE_NOOP("Measure", "Clicks")},
                               Title{"cart", QT_TRANSLATE_NOOP("Measure", "Cart additions")},
                               Title{"purchase", QT_TRANSLATE_NOOP("Measure", "Purchases")},
                               Title{"search", QT_TRANSLATE_NOOP("Measure", "Searches")},
                               Title{"review", QT_TRANSLATE_NOOP("Measure", "Reviews")},
                               Title{"quantity", QT_TRANSLATE_NOOP("Measure", "Quantity sold")},
                               Title{"revenue", QT_TRANSLATE_NOOP("Measure", "Revenue")},
                               Title{"reviews", QT_TRANSLATE_NOOP("Measure", "Reviews (texts)")},
                               Title{"training", QT_TRANSLATE_NOOP("Measure", "Training rows of the split")}};

QString titleOf(std::span<const Title> titles, const char* context, const std::string& name) {
    for (const Title& one : titles)
        if (name == one.name)
            return QCoreApplication::translate(context, one.title);
    return toQString(name);
}

} // namespace

QString entityTitle(const std::string& entity) {
    if (entity.rfind("category:", 0) == 0)
        return QCoreApplication::translate("Entity", "Categories, level %1").arg(toQString(entity.substr(9)));
    for (const char* column : {"attribute:", "event:"})
        if (entity.rfind(column, 0) == 0 && titleOf(kEntities, "Entity", entity) == toQString(entity))
            return toQString(entity.substr(entity.find(':') + 1));
    return titleOf(kEntities, "Entity", entity);
}

QString measureTitle(const std::string& measure) {
    return titleOf(kMeasures, "Measure", measure);
}

} // namespace widgets
