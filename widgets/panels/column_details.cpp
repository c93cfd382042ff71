// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/panels/column_details.h"

#include "widgets/models/quality_model.h"
#include "widgets/text.h"
#include "widgets/theme.h"

#include <QHBoxLayout>
#include <QHelpEvent>
#include <QLabel>
#include <QPainter>
#include <QToolTip>
#include <QVBoxLayout>

#include <algorithm>

namespace widgets {

using models::QualityColumnModel;

HistogramView::HistogramView(QWidget* parent) : QWidget(parent) {
    constexpr int kLeastHeight = 90;
    setMinimumHeight(kLeastHeight);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
}

void HistogramView::setHistogram(const core::stats::Histogram& histogram, const QString& low, const QString& high) {
    m_histogram = histogram;
    m_low = low;
    m_high = high;
    setAccessibleName(tr("Histogram from %1 to %2").arg(low, high));
    update();
}

void HistogramView::clear() {
    m_histogram = {};
    update();
}

QSize HistogramView::sizeHint() const {
    return {280, 130};
}

QRectF HistogramView::area() const {
    return QRectF(rect()).adjusted(0, 2, 0, -fontMetrics().height() - 4);
}

void HistogramView::paintEvent(QPaintEvent*) {
    if (m_histogram.counts.empty())
        return;
    QPainter painter(this);
    const QRectF room = area();
    const auto most = static_cast<double>(*std::max_element(m_histogram.counts.begin(), m_histogram.counts.end()));
    const double step = room.width() / static_cast<double>(m_histogram.counts.size());
    painter.setPen(Qt::NoPen);
    painter.setBrush(accentColor());
    for (std::size_t i = 0; i < m_histogram.counts.size(); ++i) {
        if (m_histogram.counts[i] == 0)
            continue;
        const double height = std::max(1.0, room.height() * static_cast<double>(m_histogram.counts[i]) / most);
        painter.drawRect(QRectF(room.left() + static_cast<double>(i) * step, room.bottom() - height,
                                std::max(1.0, step - 1), height));
    }
    painter.setPen(palette().color(QPalette::PlaceholderText));
    painter.drawLine(room.bottomLeft(), room.bottomRight());
    const QRectF below(room.left(), room.bottom() + 2, room.width(), fontMetrics().height());
    painter.drawText(below, Qt::AlignLeft, m_low);
    painter.drawText(below, Qt::AlignRight, m_high);
    if (m_histogram.log)
        painter.drawText(below, Qt::AlignHCenter, tr("logarithmic axis"));
}

bool HistogramView::event(QEvent* event) {
    if (event->type() != QEvent::ToolTip || m_histogram.counts.empty())
        return QWidget::event(event);
    const auto* help = static_cast<QHelpEvent*>(event);
    const double share = help->pos().x() / std::max(1.0, area().width());
    const auto last = static_cast<double>(m_histogram.counts.size()) - 1;
    const auto bin =
        static_cast<std::size_t>(std::clamp(share * static_cast<double>(m_histogram.counts.size()), 0.0, last));
    QToolTip::showText(help->globalPos(),
                       tr("%1 to %2: %3 rows")
                           .arg(formatDecimal(m_histogram.edges[bin]), formatDecimal(m_histogram.edges[bin + 1]),
                                formatInteger(m_histogram.counts[bin])));
    return true;
}

ColumnDetails::ColumnDetails(QWidget* parent)
    : QWidget(parent), m_title(new QLabel), m_numbers(new QLabel), m_top(new QLabel), m_histogram(new HistogramView) {
    constexpr int kGrid = 8;
    QFont bold = m_title->font();
    bold.setBold(true);
    m_title->setFont(bold);
    m_title->setObjectName(QStringLiteral("columnTitle"));
    m_numbers->setObjectName(QStringLiteral("columnNumbers"));
    m_top->setObjectName(QStringLiteral("columnTop"));
    for (QLabel* label : {m_numbers, m_top}) {
        label->setTextFormat(Qt::RichText);
        label->setAlignment(Qt::AlignTop | Qt::AlignLeft);
        label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    }
    auto* row = new QHBoxLayout;
    row->setSpacing(3 * kGrid);
    row->addWidget(m_histogram, 3);
    row->addWidget(m_numbers);
    row->addWidget(m_top, 2);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_title);
    layout->addLayout(row, 1);
    setColumn(nullptr);
}

void ColumnDetails::setColumn(const core::store::ColumnQuality* column) {
    m_any = column != nullptr;
    m_column = m_any ? *column : core::store::ColumnQuality();
    retranslate();
}

void ColumnDetails::retranslate() {
    m_histogram->setVisible(m_any && m_column.numbers.has_value());
    if (!m_any) {
        m_title->setText(tr("Choose a column to see more of it."));
        m_numbers->clear();
        m_top->clear();
        return;
    }
    m_title->setText(QStringLiteral("%1 – %2").arg(
        toQString(m_column.table.empty() ? m_column.name : m_column.table + "." + m_column.name),
        QualityColumnModel::typeTitle(m_column.type)));
    const auto line = [](const QString& name, const QString& value) {
        return QStringLiteral("<tr><td>%1&nbsp;&nbsp;</td><td align='right'>%2</td></tr>")
            .arg(name, value.toHtmlEscaped());
    };
    QString numbers = QStringLiteral("<table>");
    if (m_column.numbers) {
        const auto& n = *m_column.numbers;
        const auto value = [this](double number) { return QualityColumnModel::valueText(m_column, number); };
        numbers += line(tr("Smallest"), value(n.moments.min)) + line(tr("5 %"), value(n.quantiles[1])) +
                   line(tr("25 %"), value(n.quantiles[2])) + line(tr("Median"), value(n.quantiles[3])) +
                   line(tr("75 %"), value(n.quantiles[4])) + line(tr("95 %"), value(n.quantiles[5])) +
                   line(tr("Largest"), value(n.moments.max)) + line(tr("Mean"), value(n.moments.mean));
        if (m_column.type != "time")
            numbers += line(tr("Deviation"), formatDecimal(n.moments.deviation));
        if (const auto* histogram = QualityColumnModel::histogramOf(m_column))
            m_histogram->setHistogram(*histogram, value(n.moments.min), value(n.moments.max));
    } else {
        numbers += line(tr("Values"), formatInteger(m_column.filled()));
        if (m_column.lengths)
            numbers += line(tr("Shortest"), formatInteger(m_column.lengths->min)) +
                       line(tr("Longest"), formatInteger(m_column.lengths->max)) +
                       line(tr("Mean length"), formatDecimal(m_column.lengths->mean, 1));
        m_histogram->clear();
    }
    numbers += line(tr("Gini of the values"), formatDecimal(m_column.imbalance.gini));
    m_numbers->setText(numbers + QStringLiteral("</table>"));
    QString top = QStringLiteral("<table><tr><th colspan='3' align='left'>%1</th></tr>").arg(tr("Most frequent"));
    constexpr std::size_t kShown = 8;
    for (std::size_t i = 0; i < std::min(kShown, m_column.top.size()); ++i) {
        const auto& one = m_column.top[i];
        QString text = toQString(one.value).simplified();
        if (m_column.type == "time" && m_column.numbers && !m_column.table.empty())
            text = QualityColumnModel::valueText(m_column, text.toDouble());
        constexpr int kLongest = 32;
        if (text.size() > kLongest)
            text = text.left(kLongest - 1) + QStringLiteral("…");
        top += QStringLiteral("<tr><td>%1&nbsp;&nbsp;</td><td align='right'>%2&nbsp;&nbsp;</td><td "
                              "align='right'>%3</td></tr>")
                   .arg(text.toHtmlEscaped(), formatInteger(one.count),
                        formatPercent(m_column.rows > 0
                                          ? static_cast<double>(one.count) / static_cast<double>(m_column.rows)
                                          : 0.0));
    }
    m_top->setText(m_column.top.empty() ? QString() : top + QStringLiteral("</table>"));
}

} // namespace widgets
