// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/panels/source_details.h"

#include "widgets/models/source_model.h"
#include "widgets/text.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QLocale>

namespace widgets {

namespace {

struct SourceDetails {
    Q_DECLARE_TR_FUNCTIONS(widgets::SourceDetails)
};

void addFact(QString& html, const QString& name, const QString& value) {
    if (!value.isEmpty())
        html += QStringLiteral("<tr><td style=\"padding-right:8px\">%1</td><td>%2</td></tr>")
                    .arg(name.toHtmlEscaped(), value.toHtmlEscaped());
}

QString counts(const std::map<std::string, std::int64_t>& byReason, bool rejects) {
    QStringList parts;
    for (const auto& [reason, count] : byReason)
        if (count > 0)
            parts << SourceDetails::tr("%1 × %2").arg(
                formatInteger(count), rejects ? coreText("Reject", core::store::rejectReasonText(reason))
                                              : models::SourceModel::reasonTitle(reason));
    return parts.join(QStringLiteral("; "));
}

QString delimiterTitle(char delimiter) {
    return delimiter == '\t' ? SourceDetails::tr("tab") : QString(QLatin1Char(delimiter));
}

} // namespace

QString sourceDetails(const core::store::ImportSummary& source) {
    QString html = QStringLiteral("<p>%1</p><table>").arg(models::SourceModel::sentence(source).toHtmlEscaped());
    addFact(html, SourceDetails::tr("Path"), toQString(source.path));
    addFact(html, SourceDetails::tr("Kind"), models::SourceModel::kindTitle(source.kind));
    QString format = toQString(source.format).toUpper();
    if (source.compression != "none" && !source.compression.empty())
        format += QStringLiteral(" · ") + toQString(source.compression);
    addFact(html, SourceDetails::tr("Format"), format);
    addFact(html, SourceDetails::tr("Encoding"), toQString(source.encoding));
    if (source.format == "csv")
        addFact(html, SourceDetails::tr("Delimiter"), delimiterTitle(source.delimiter));
    if (source.fileSize > 0)
        addFact(html, SourceDetails::tr("Size"), formatBytes(source.fileSize));
    addFact(html, SourceDetails::tr("Imported at"),
            QLocale().toString(QDateTime::fromString(toQString(source.importedAt), Qt::ISODate).toLocalTime(),
                               QLocale::ShortFormat));
    if (!source.digest.empty())
        addFact(html, SourceDetails::tr("Digest"), toQString(source.digest));
    addFact(html, SourceDetails::tr("Duration"), formatDuration(source.seconds));
    if (source.seconds > 0)
        addFact(html, SourceDetails::tr("Rate"),
                SourceDetails::tr("%1 rows/s").arg(formatCompact(static_cast<double>(source.read) / source.seconds)));
    addFact(html, SourceDetails::tr("Rejected"), counts(source.rejectedBy, true));
    addFact(html, SourceDetails::tr("Left out"), counts(source.dropped, false));
    QStringList mapping;
    for (const auto& [field, column] : source.mapping)
        if (!column.empty())
            mapping << QStringLiteral("%1 ← %2").arg(toQString(field), toQString(column));
    addFact(html, SourceDetails::tr("Mapping"), mapping.join(QStringLiteral(", ")));
    return html + QStringLiteral("</table>");
}

} // namespace widgets
