// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/panels/privacy_report_text.h"

#include "widgets/text.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QLocale>

namespace widgets {

using core::store::PrivacyReport;

namespace {

struct PrivacyText {
    Q_DECLARE_TR_FUNCTIONS(widgets::PrivacyText)
};

QString heading(const QString& text) {
    return QStringLiteral("<h3>%1</h3>").arg(text.toHtmlEscaped());
}

QString paragraph(const QString& text) {
    return QStringLiteral("<p>%1</p>").arg(text.toHtmlEscaped());
}

QString tableRow(const QStringList& cells, bool head = false) {
    const QString tag = head ? QStringLiteral("th") : QStringLiteral("td");
    QString html = QStringLiteral("<tr>");
    for (const QString& cell : cells)
        html += QStringLiteral("<%1 align=\"left\" style=\"padding: 2px 16px 2px 0\">%2</%1>")
                    .arg(tag, cell.toHtmlEscaped());
    return html + QStringLiteral("</tr>");
}

QString actionTitle(const std::string& action) {
    if (action == "keep")
        return PrivacyText::tr("kept");
    if (action == "pseudonymise")
        return PrivacyText::tr("pseudonymised");
    if (action == "drop")
        return PrivacyText::tr("dropped");
    if (action == "generalise")
        return PrivacyText::tr("made coarser");
    return toQString(action);
}

template <class Counts> QString kinds(const Counts& counts) {
    QStringList parts;
    for (std::size_t kind = 0; kind < core::privacy::kPersonalKinds; ++kind)
        if (counts[kind] > 0)
            parts << PrivacyText::tr("%1 × %2").arg(
                formatInteger(counts[kind]),
                coreText("Privacy", core::privacy::personalKindTitle(core::privacy::kAllPersonalKinds[kind])));
    return parts.join(QStringLiteral(", "));
}

QString collected(const PrivacyReport& report) {
    QString html = heading(PrivacyText::tr("What was collected, and what was done to it at the import"));
    if (report.sources.empty())
        return html + paragraph(PrivacyText::tr("Nothing has been imported yet."));
    for (const auto& source : report.sources) {
        html += paragraph(PrivacyText::tr("%1: %2 rows")
                              .arg(QFileInfo(toQString(source.file)).fileName(), formatInteger(source.rows)));
        html += QStringLiteral("<table>") +
                tableRow({PrivacyText::tr("Column"), PrivacyText::tr("Field"), PrivacyText::tr("What was done"),
                          PrivacyText::tr("Personal data treated")},
                         true);
        for (const auto& column : source.columns) {
            QString action = actionTitle(column.action);
            if (!column.how.empty())
                action += QStringLiteral(" (%1)").arg(toQString(column.how));
            if (column.changed > 0)
                action += PrivacyText::tr(", %1 values").arg(formatInteger(column.changed));
            html += tableRow({toQString(column.column),
                              column.field.empty() ? PrivacyText::tr("(extra)") : toQString(column.field), action,
                              kinds(column.personal)});
        }
        html += QStringLiteral("</table>");
    }
    return html;
}

QString done(const PrivacyReport& report) {
    if (report.actions.empty())
        return {};
    QString html = heading(PrivacyText::tr("What was done since")) + QStringLiteral("<table>");
    for (const auto& action : report.actions)
        html += tableRow({toQString(action.at), toQString(action.action), toQString(action.target)});
    return html + QStringLiteral("</table>");
}

QString remaining(const PrivacyReport& report) {
    QString html = heading(PrivacyText::tr("What remains"));
    if (report.remaining.empty()) {
        html +=
            paragraph(report.columnsSearched == 0
                          ? PrivacyText::tr("There are no texts to look at yet.")
                          : PrivacyText::tr("No personal data was recognised in %1 columns. Names of people are not "
                                            "recognised: look yourself.")
                                .arg(formatInteger(report.columnsSearched)));
    } else {
        html += QStringLiteral("<table>") +
                tableRow({PrivacyText::tr("Column"), PrivacyText::tr("Looked at"), PrivacyText::tr("Found")}, true);
        for (const auto& column : report.remaining)
            html += tableRow({toQString(column.table + "." + column.findings.column),
                              PrivacyText::tr("%1 of %2").arg(formatInteger(column.rows), formatInteger(column.total)),
                              kinds(column.findings.cells)});
        html += QStringLiteral("</table>");
    }
    if (report.sampleLimit > 0)
        html += paragraph(PrivacyText::tr("At most %1 texts per column were looked at; “Look at everything” reads all.")
                              .arg(formatInteger(report.sampleLimit)));
    return html;
}

QString anonymity(const PrivacyReport& report) {
    QString html = heading(PrivacyText::tr("k-anonymity"));
    if (!report.anonymity)
        return html +
               paragraph(PrivacyText::tr("Choose columns that others may know of a person (quasi-identifiers) above, "
                                         "such as time:month and item.category, to see how many users are alike in "
                                         "all of them."));
    const core::store::KAnonymity& found = *report.anonymity;
    QStringList names;
    for (const std::string& name : found.quasiIdentifiers)
        names << toQString(name);
    html += paragraph(PrivacyText::tr("Over %1: k = %2. %3 groups; %4 of %5 users are in a group of fewer than %6.")
                          .arg(names.join(QStringLiteral(", ")), formatInteger(found.minUsers),
                               formatInteger(found.groups), formatInteger(found.usersBelow), formatInteger(found.users),
                               formatInteger(found.threshold)));
    html += QStringLiteral("<table>") +
            tableRow({PrivacyText::tr("Users alike"), PrivacyText::tr("Groups"), PrivacyText::tr("Rows")}, true);
    for (const auto& band : found.bands)
        html += tableRow({band.to == 0 ? PrivacyText::tr("%1 and more").arg(formatInteger(band.from))
                          : band.from == band.to
                              ? formatInteger(band.from)
                              : QStringLiteral("%1–%2").arg(formatInteger(band.from), formatInteger(band.to)),
                          formatInteger(band.groups), formatInteger(band.rows)});
    return html + QStringLiteral("</table>");
}

} // namespace

QString privacyReportHtml(const PrivacyReport& report) {
    QString html;
    if (report.role == "viewer")
        html += paragraph(PrivacyText::tr("This is a viewer copy: it holds results and no rows."));
    if (!report.keyId.empty())
        html += paragraph(PrivacyText::tr("Pseudonyms were made with the key %1.").arg(toQString(report.keyId)));
    return html + remaining(report) + anonymity(report) + collected(report) + done(report);
}

} // namespace widgets
