// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/panels/table_text.h"

#include "core/output/csv_writer.h"
#include "widgets/text.h"

#include <QAbstractItemModel>
#include <QStringList>

#include <cmath>
#include <limits>

namespace widgets {
namespace {

QString header(const QAbstractItemModel& model, int column) {
    return model.headerData(column, Qt::Horizontal).toString();
}

QString csv(const QAbstractItemModel& model, int valueRole) {
    core::output::CsvWriter writer;
    for (int c = 0; c < model.columnCount(); ++c)
        writer.cell(toStd(header(model, c)));
    writer.endRow();
    for (int r = 0; r < model.rowCount(); ++r) {
        for (int c = 0; c < model.columnCount(); ++c) {
            const QVariant value = model.index(r, c).data(valueRole);
            const int type = value.typeId();
            if (type == QMetaType::Double)
                writer.cell(std::isfinite(value.toDouble()) ? value.toDouble()
                                                            : std::numeric_limits<double>::quiet_NaN());
            else if (type == QMetaType::LongLong || type == QMetaType::Int)
                writer.cell(static_cast<std::int64_t>(value.toLongLong()));
            else
                writer.cell(toStd(model.index(r, c).data().toString()));
        }
        writer.endRow();
    }
    return toQString(writer.text());
}

QString markdownCell(QString text) {
    return text.replace(QLatin1Char('\\'), QStringLiteral("\\\\")).replace(QLatin1Char('|'), QStringLiteral("\\|"));
}

QString latexCell(const QString& text) {
    QString result;
    for (const QChar c : text) {
        switch (c.unicode()) {
        case '\\':
            result += QStringLiteral("\\textbackslash{}");
            break;
        case '~':
            result += QStringLiteral("\\textasciitilde{}");
            break;
        case '^':
            result += QStringLiteral("\\textasciicircum{}");
            break;
        case '&':
        case '%':
        case '$':
        case '#':
        case '_':
        case '{':
        case '}':
            result += QLatin1Char('\\');
            result += c;
            break;
        default:
            result += c;
        }
    }
    return result;
}

bool isNumber(const QAbstractItemModel& model, int column, int valueRole) {
    return model.rowCount() > 0 && model.index(0, column).data(valueRole).typeId() != QMetaType::QString;
}

QString markdown(const QAbstractItemModel& model, int valueRole) {
    QStringList lines;
    QStringList cells, rules;
    for (int c = 0; c < model.columnCount(); ++c) {
        cells << markdownCell(header(model, c));
        rules << (isNumber(model, c, valueRole) ? QStringLiteral("---:") : QStringLiteral("---"));
    }
    const auto line = [](const QStringList& parts) {
        return QStringLiteral("| ") + parts.join(QStringLiteral(" | ")) + QStringLiteral(" |");
    };
    lines << line(cells) << line(rules);
    for (int r = 0; r < model.rowCount(); ++r) {
        cells.clear();
        for (int c = 0; c < model.columnCount(); ++c)
            cells << markdownCell(model.index(r, c).data().toString());
        lines << line(cells);
    }
    return lines.join(QLatin1Char('\n')) + QLatin1Char('\n');
}

QString latex(const QAbstractItemModel& model, int valueRole) {
    QString columns;
    QStringList cells;
    for (int c = 0; c < model.columnCount(); ++c) {
        columns += isNumber(model, c, valueRole) ? QLatin1Char('r') : QLatin1Char('l');
        cells << latexCell(header(model, c));
    }
    const QString end = QStringLiteral(" \\\\\n");
    QString text = QStringLiteral("\\begin{tabular}{%1}\n\\hline\n").arg(columns);
    text += cells.join(QStringLiteral(" & ")) + end + QStringLiteral("\\hline\n");
    for (int r = 0; r < model.rowCount(); ++r) {
        cells.clear();
        for (int c = 0; c < model.columnCount(); ++c)
            cells << latexCell(model.index(r, c).data().toString());
        text += cells.join(QStringLiteral(" & ")) + end;
    }
    return text + QStringLiteral("\\hline\n\\end{tabular}\n");
}

} // namespace

QString tableText(const QAbstractItemModel& model, TableFormat format, int valueRole) {
    switch (format) {
    case TableFormat::Csv:
        return csv(model, valueRole);
    case TableFormat::Markdown:
        return markdown(model, valueRole);
    case TableFormat::Latex:
        return latex(model, valueRole);
    }
    return {};
}

} // namespace widgets
