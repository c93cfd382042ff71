// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/panels/quality_text.h"

#include "widgets/text.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

namespace widgets {
namespace {

using core::store::QualityFinding;
using core::store::QualityReport;
using Severity = QualityFinding::Severity;

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(Quality)
};

QString numberTitle(const std::string& name) {
    using Title = std::pair<const char*, const char*>;
    static constexpr std::array kTitles{
        Title{"events", QT_TRANSLATE_NOOP("Quality", "events")},
        Title{"groups", QT_TRANSLATE_NOOP("Quality", "groups")},
        Title{"repeated", QT_TRANSLATE_NOOP("Quality", "repeated")},
        Title{"items", QT_TRANSLATE_NOOP("Quality", "items")},
        Title{"same_title", QT_TRANSLATE_NOOP("Quality", "same title")},
        Title{"same_but_case_and_spaces", QT_TRANSLATE_NOOP("Quality", "same but for case and spaces")},
        Title{"same_words", QT_TRANSLATE_NOOP("Quality", "same words")},
        Title{"titles", QT_TRANSLATE_NOOP("Quality", "titles")},
        Title{"split", QT_TRANSLATE_NOOP("Quality", "split")},
        Title{"grouped_by", QT_TRANSLATE_NOOP("Quality", "grouped by")},
        Title{"users", QT_TRANSLATE_NOOP("Quality", "users")},
        Title{"users_across", QT_TRANSLATE_NOOP("Quality", "users in both")},
        Title{"sessions", QT_TRANSLATE_NOOP("Quality", "sessions")},
        Title{"sessions_across", QT_TRANSLATE_NOOP("Quality", "sessions in both")},
        Title{"items_across", QT_TRANSLATE_NOOP("Quality", "items in both")},
        Title{"column", QT_TRANSLATE_NOOP("Quality", "column")},
        Title{"rows", QT_TRANSLATE_NOOP("Quality", "rows")},
        Title{"later", QT_TRANSLATE_NOOP("Quality", "later")},
        Title{"share", QT_TRANSLATE_NOOP("Quality", "share")},
        Title{"values", QT_TRANSLATE_NOOP("Quality", "values")},
        Title{"changes", QT_TRANSLATE_NOOP("Quality", "changes of label")},
        Title{"expected_changes", QT_TRANSLATE_NOOP("Quality", "expected if shuffled")},
    };
    for (const auto& [key, text] : kTitles)
        if (name == key)
            return QCoreApplication::translate("Quality", text);
    return toQString(name);
}

QString valueText(const std::string& name, const core::Json& value) {
    if (name == "share" && value.is_number())
        return formatPercent(value.get<double>());
    if (value.is_number_integer())
        return formatInteger(value.get<std::int64_t>());
    if (value.is_number())
        return formatDecimal(value.get<double>(), 1);
    return (value.is_string() ? toQString(value.get<std::string>()) : toQString(core::dumpJson(value))).toHtmlEscaped();
}

QString numbersText(const core::Json& numbers) {
    QStringList parts;
    QString examples;
    for (const auto& [name, value] : numbers.items()) {
        if (name == "examples" && value.is_array()) {
            for (const auto& one : value)
                examples += QStringLiteral("<br>“%1”").arg(valueText("", one));
            continue;
        }
        if (!value.is_structured() && !(value.is_string() && value.get<std::string>().empty()))
            parts << QStringLiteral("%1: %2").arg(numberTitle(name), valueText(name, value));
    }
    return parts.join(QStringLiteral(" · ")) + examples;
}

QString entityTitle(const std::string& entity) {
    if (entity == "item")
        return Texts::tr("Items");
    if (entity == "category")
        return Texts::tr("Categories");
    if (entity == "brand")
        return Texts::tr("Brands");
    if (entity == "user")
        return Texts::tr("Users");
    return entity == "query" ? Texts::tr("Queries") : Texts::tr("Labels");
}

QString cell(const QString& text, const char* tag = "td", const char* align = "right") {
    return QStringLiteral("<%1 align='%2'>%3&nbsp;&nbsp;</%1>").arg(QLatin1String(tag), QLatin1String(align), text);
}

} // namespace

QString findingsHtml(const QualityReport& report, QualityFinding::Topic topic) {
    QString text;
    for (const Severity severity : {Severity::Warning, Severity::Note, Severity::Ok})
        for (const QualityFinding& finding : report.findings) {
            if (finding.topic != topic || finding.severity != severity)
                continue;
            const QString mark = severity == Severity::Warning ? QStringLiteral("⚠ ")
                                 : severity == Severity::Note  ? QStringLiteral("• ")
                                                               : QStringLiteral("✓ ");
            const QString sentence = coreText("Quality", finding.sentence).toHtmlEscaped();
            text += QStringLiteral("<p style='margin:0 0 8px 0'>%1%2<br><small>%3</small></p>")
                        .arg(mark, severity == Severity::Warning ? QStringLiteral("<b>%1</b>").arg(sentence) : sentence,
                             numbersText(finding.numbers));
        }
    return text.isEmpty() ? Texts::tr("Nothing was found.") : text;
}

QString imbalanceHtml(const QualityReport& report) {
    QString text;
    if (!report.imbalance.empty()) {
        text = QStringLiteral("<table><tr>") + cell(QString(), "th", "left") + cell(Texts::tr("number"), "th") +
               cell(Texts::tr("Gini"), "th") + cell(Texts::tr("top 1 %"), "th") + cell(Texts::tr("top 20 %"), "th") +
               cell(Texts::tr("largest : smallest"), "th") + QStringLiteral("</tr>");
        for (const auto& one : report.imbalance)
            text += QStringLiteral("<tr>") + cell(entityTitle(one.entity), "td", "left") +
                    cell(formatInteger(one.entities)) + cell(formatDecimal(one.indices.gini, 2)) +
                    cell(formatPercent(one.indices.top1PctShare)) + cell(formatPercent(one.indices.top20PctShare)) +
                    cell(formatDecimal(one.indices.imbalanceRatio, 0)) + QStringLiteral("</tr>");
        text += QStringLiteral("</table>");
    }
    std::vector<const core::store::ColumnQuality*> columns;
    for (const auto& column : report.columns)
        if (column.type != "id" && column.distinct > 1 && column.distinct * 2 < column.filled())
            columns.push_back(&column);
    std::sort(columns.begin(), columns.end(),
              [](const auto* a, const auto* b) { return a->imbalance.gini > b->imbalance.gini; });
    constexpr std::size_t kShown = 5;
    columns.resize(std::min(kShown, columns.size()));
    if (!columns.empty()) {
        text += QStringLiteral("<p style='margin:8px 0 2px 0'>%1</p>")
                    .arg(Texts::tr("Columns with the most uneven values:"));
        for (const auto* column : columns)
            text += QStringLiteral("%1: %2<br>")
                        .arg(toQString(column->table + "." + column->name).toHtmlEscaped(),
                             Texts::tr("Gini %1, most frequent value %2 of the rows")
                                 .arg(formatDecimal(column->imbalance.gini, 2),
                                      formatPercent(column->top.empty() || column->rows == 0
                                                        ? 0.0
                                                        : static_cast<double>(column->top.front().count) /
                                                              static_cast<double>(column->rows))));
    }
    return text.isEmpty() ? Texts::tr("Nothing can be counted yet.") : text;
}

} // namespace widgets
