// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/panels/cleaning_text.h"

#include "widgets/text.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>
#include <cmath>

namespace widgets {
namespace {

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(Cleaning)
};

/// Names of what steps find out.
QString findingTitle(const std::string& name) {
    using Title = std::pair<const char*, const char*>;
    static constexpr std::array kTitles{
        Title{"events", QT_TRANSLATE_NOOP("Cleaning", "Events")},
        Title{"groups_of_duplicates", QT_TRANSLATE_NOOP("Cleaning", "Groups of duplicates")},
        Title{"rows_with_the_key", QT_TRANSLATE_NOOP("Cleaning", "Rows with the key")},
        Title{"items_with_several_titles", QT_TRANSLATE_NOOP("Cleaning", "Items with several titles")},
        Title{"titles", QT_TRANSLATE_NOOP("Cleaning", "Titles")},
        Title{"items_looked_at", QT_TRANSLATE_NOOP("Cleaning", "Items looked at")},
        Title{"latest_time", QT_TRANSLATE_NOOP("Cleaning", "Latest time")},
        Title{"cancellations", QT_TRANSLATE_NOOP("Cleaning", "Cancellations")},
        Title{"pairs", QT_TRANSLATE_NOOP("Cleaning", "Cancelled purchases found")},
        Title{"cancellations_without_purchase", QT_TRANSLATE_NOOP("Cleaning", "Cancellations without their purchase")},
        Title{"users", QT_TRANSLATE_NOOP("Cleaning", "Users")},
        Title{"robots", QT_TRANSLATE_NOOP("Cleaning", "Robot-like users")},
        Title{"value", QT_TRANSLATE_NOOP("Cleaning", "Value filled in")},
        Title{"values", QT_TRANSLATE_NOOP("Cleaning", "Values")},
        Title{"groups", QT_TRANSLATE_NOOP("Cleaning", "Groups")},
        Title{"groups_without_values", QT_TRANSLATE_NOOP("Cleaning", "Groups without values")},
        Title{"min", QT_TRANSLATE_NOOP("Cleaning", "Smallest")},
        Title{"max", QT_TRANSLATE_NOOP("Cleaning", "Largest")},
        Title{"mean", QT_TRANSLATE_NOOP("Cleaning", "Mean")},
        Title{"deviation", QT_TRANSLATE_NOOP("Cleaning", "Standard deviation")},
        Title{"outliers", QT_TRANSLATE_NOOP("Cleaning", "Outliers")},
        Title{"below", QT_TRANSLATE_NOOP("Cleaning", "Below the lower fence")},
        Title{"above", QT_TRANSLATE_NOOP("Cleaning", "Above the upper fence")},
        Title{"low", QT_TRANSLATE_NOOP("Cleaning", "Lower fence")},
        Title{"high", QT_TRANSLATE_NOOP("Cleaning", "Upper fence")},
        Title{"texts", QT_TRANSLATE_NOOP("Cleaning", "Texts")},
        Title{"became_empty", QT_TRANSLATE_NOOP("Cleaning", "Texts with nothing left")},
        Title{"queries_merged", QT_TRANSLATE_NOOP("Cleaning", "Queries merged")},
        Title{"per_minute", QT_TRANSLATE_NOOP("Cleaning", "in a minute")},
        Title{"per_hour", QT_TRANSLATE_NOOP("Cleaning", "in an hour")},
        Title{"session_events", QT_TRANSLATE_NOOP("Cleaning", "in a session")},
        Title{"session_hours", QT_TRANSLATE_NOOP("Cleaning", "hours of a session")},
    };
    for (const auto& [key, text] : kTitles)
        if (name == key)
            return QCoreApplication::translate("Cleaning", text);
    return toQString(name);
}

QString valueText(const core::Json& value) {
    if (value.is_number_integer())
        return formatInteger(value.get<std::int64_t>());
    if (value.is_number()) {
        const double number = value.get<double>();
        return std::floor(number) == number && std::abs(number) < 1e15 ? formatInteger(static_cast<qint64>(number))
                                                                       : formatDecimal(number);
    }
    return toQString(value.is_string() ? value.get<std::string>() : core::dumpJson(value)).toHtmlEscaped();
}

QString cell(const QString& text, const char* tag = "td") {
    return QStringLiteral("<%1 align='right'>%2&nbsp;&nbsp;</%1>").arg(QLatin1String(tag), text);
}

QString distributionText(const core::Json& distribution) {
    QString table = QStringLiteral("<table cellspacing='2'><tr><th align='left'>%1&nbsp;&nbsp;</th>")
                        .arg(Texts::tr("Events of a user"));
    for (const QString& title :
         {Texts::tr("median"), Texts::tr("99 %"), Texts::tr("most"), Texts::tr("limit"), Texts::tr("users above")})
        table += cell(title, "th");
    table += QStringLiteral("</tr>");
    for (const auto& [name, one] : distribution.items()) {
        const QString title = name == "events" ? Texts::tr("in all") : findingTitle(name);
        table += QStringLiteral("<tr><td>%1&nbsp;&nbsp;</td>").arg(title) + cell(valueText(one["p50"])) +
                 cell(valueText(one["p99"])) + cell(valueText(one["max"])) +
                 cell(one["limit"].is_null() ? QStringLiteral("–") : valueText(one["limit"])) +
                 cell(valueText(one["users_above"])) + QStringLiteral("</tr>");
    }
    return table + QStringLiteral("</table>");
}

} // namespace

std::vector<std::string> cleanKindOrder() {
    std::vector<std::string> order{
        "duplicate_events", "key_duplicates", "item_titles", "invalid_values", "cancellations",
        "robots",           "missing_values", "outliers",    "scale",          "normalise_text"};
    for (const core::PartInfo& kind : core::store::cleanKinds())
        if (std::find(order.begin(), order.end(), kind.id) == order.end())
            order.push_back(kind.id);
    return order;
}

QString accountText(const std::vector<core::store::CleanAccount>& accounts) {
    std::int64_t read = 0, rejected = 0, atImport = 0, byStep = 0, left = 0;
    for (const auto& account : accounts) {
        read += account.read;
        rejected += account.rejected;
        left += account.left;
        for (const auto& [reason, count] : account.droppedAtImport)
            atImport += count;
        for (const auto& [step, count] : account.droppedByStep)
            byStep += count;
    }
    if (accounts.empty())
        return {};
    return Texts::tr("%1 log rows read = %2 rejected + %3 left out at import + %4 dropped by these steps + %5 in the "
                     "project.")
        .arg(formatInteger(read), formatInteger(rejected), formatInteger(atImport), formatInteger(byStep),
             formatInteger(left));
}

QString findingsText(const core::Json& numbers) {
    QStringList parts;
    for (const auto& [name, value] : numbers.items())
        if (!value.is_structured() && !value.is_null())
            parts << QStringLiteral("%1: <b>%2</b>").arg(findingTitle(name), valueText(value));
    QString text = parts.join(QStringLiteral(" · "));
    if (numbers.contains("distribution"))
        text += (text.isEmpty() ? QString() : QStringLiteral("<br>")) + distributionText(numbers["distribution"]);
    return text;
}

QString undoText(const core::store::UndoResult& result) {
    QString text = Texts::tr("%n cleaning step(s) undone:", nullptr, static_cast<int>(result.steps)) +
                   QLatin1Char(' ') +
                   Texts::tr("%1 rows and %2 values are as they were.")
                       .arg(formatInteger(result.rowsBack), formatInteger(result.valuesBack));
    if (result.valuesKept > 0)
        text += QLatin1Char(' ') + Texts::tr("%1 values stay, because something else has changed them since.")
                                       .arg(formatInteger(result.valuesKept));
    return text;
}

} // namespace widgets
