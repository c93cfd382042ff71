// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/panels/split_preview.h"

#include "widgets/text.h"
#include "widgets/theme.h"

#include <QCoreApplication>
#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace widgets {
namespace {

constexpr int kGrid = 8;

QString countsText(const core::store::PartCounts& rows) {
    return QCoreApplication::translate("SplitPreview", "training %1 · validation %2 · test %3")
        .arg(formatInteger(rows[0]), formatInteger(rows[1]), formatInteger(rows[2]));
}

QString shareOf(std::int64_t rows, std::int64_t all) {
    return all == 0 ? QString() : formatPercent(static_cast<double>(rows) / static_cast<double>(all));
}

} // namespace

PartBar::PartBar(QWidget* parent) : QWidget(parent) {
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void PartBar::setRows(const core::store::PartCounts& rows) {
    m_rows = rows;
    const std::int64_t all = rows[0] + rows[1] + rows[2];
    setToolTip(QCoreApplication::translate("SplitPreview", "training %1, validation %2, test %3")
                   .arg(shareOf(rows[0], all), shareOf(rows[1], all), shareOf(rows[2], all)));
    setAccessibleName(toolTip());
    update();
}

QSize PartBar::sizeHint() const {
    return {200, fontMetrics().height()};
}

void PartBar::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    const std::int64_t all = m_rows[0] + m_rows[1] + m_rows[2];
    const QRect frame = rect();
    painter.fillRect(frame, palette().color(QPalette::AlternateBase));
    if (all == 0)
        return;
    // Training, validation and test differ in lightness too, not in hue alone.
    const QColor accent = accentColor();
    const std::array<QColor, 3> colors{accent, bucketColor(core::stats::Bucket::Mid),
                                       bucketColor(core::stats::Bucket::Tail)};
    std::int64_t before = 0;
    for (std::size_t part = 0; part < 3; ++part) {
        const auto at = [&](std::int64_t rows) {
            return frame.left() + static_cast<int>(static_cast<double>(frame.width()) * static_cast<double>(rows) /
                                                   static_cast<double>(all));
        };
        const int left = at(before);
        before += m_rows[part];
        const int right = at(before);
        if (m_rows[part] > 0)
            painter.fillRect(QRect(left, frame.top(), std::max(2, right - left - 1), frame.height()), colors[part]);
    }
}

SplitPreview::SplitPreview(QWidget* parent)
    : QFrame(parent), m_title(new QLabel), m_bar(new PartBar), m_text(new QLabel), m_count(new QPushButton) {
    setObjectName(QStringLiteral("splitPreview"));
    setFrameShape(QFrame::StyledPanel);
    setBackgroundRole(QPalette::Base);
    setAutoFillBackground(true);
    m_text->setObjectName(QStringLiteral("splitPreviewText"));
    m_text->setWordWrap(true);
    m_title->setForegroundRole(QPalette::PlaceholderText);
    m_count->setObjectName(QStringLiteral("splitCount"));
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(12, kGrid, 12, kGrid);
    layout->setSpacing(4);
    layout->addWidget(m_title);
    layout->addWidget(m_bar);
    layout->addWidget(m_text);
    layout->addWidget(m_count, 0, Qt::AlignLeft);
    m_count->hide();
    connect(m_count, &QPushButton::clicked, this, &SplitPreview::countRequested);
    retranslateUi();
}

void SplitPreview::showCounting() {
    m_counting = true;
    m_count->hide();
    m_title->setText(tr("What this would give (counting …)"));
}

void SplitPreview::showNumbers(std::vector<core::store::SplitNumbers> numbers) {
    m_counting = false;
    m_problem.clear();
    m_numbers = std::move(numbers);
    m_count->hide();
    showTexts();
}

void SplitPreview::showProblem(const QString& sentence) {
    m_counting = false;
    m_numbers.clear();
    m_problem = sentence;
    m_count->hide();
    showTexts();
}

void SplitPreview::showOffer() {
    showProblem(tr("Counting takes a while with this much data."));
    m_count->show();
}

QString SplitPreview::text() const {
    return m_text->text();
}

void SplitPreview::showTexts() {
    m_title->setText(tr("What this would give"));
    m_bar->setVisible(!m_numbers.empty());
    if (m_numbers.empty()) {
        m_text->setText(m_problem);
        return;
    }
    const core::store::SplitNumbers& first = m_numbers.front();
    m_bar->setRows(first.rows);
    QStringList lines;
    if (m_numbers.size() == 1) {
        lines << countsText(first.rows);
    } else {
        const std::size_t most = 6;
        for (std::size_t fold = 0; fold < std::min(most, m_numbers.size()); ++fold)
            lines << tr("fold %1: %2")
                         .arg(formatInteger(static_cast<qint64>(fold) + 1), countsText(m_numbers[fold].rows));
        if (m_numbers.size() > most)
            lines << tr("… and %1 more folds").arg(formatInteger(static_cast<qint64>(m_numbers.size() - most)));
    }
    if (first.groups[0] + first.groups[1] + first.groups[2] > 0)
        lines << tr("groups: %1").arg(countsText(first.groups));
    if (!first.labels.empty()) {
        const auto untrained = std::count_if(first.perClass.begin(), first.perClass.end(),
                                             [](const auto& rows) { return rows[0] == 0 && rows[1] + rows[2] > 0; });
        QString classes = tr("%1 classes").arg(formatInteger(static_cast<qint64>(first.labels.size())));
        if (untrained > 0)
            classes += tr(", %1 of them without a training row").arg(formatInteger(untrained));
        lines << classes;
    }
    if (const QString left = leftOutText(first); !left.isEmpty())
        lines << tr("left out: %1").arg(left);
    m_text->setText(lines.join(QLatin1Char('\n')));
}

void SplitPreview::retranslateUi() {
    m_count->setText(tr("Count"));
    m_count->setAccessibleName(tr("Count the rows of the parts"));
    showTexts();
}

QString leftOutText(const core::store::SplitNumbers& numbers) {
    static const std::pair<const char*, const char*> kReasons[]{
        {"cancelled", QT_TRANSLATE_NOOP("SplitPreview", "%1 cancelled")},
        {"other_kind", QT_TRANSLATE_NOOP("SplitPreview", "%1 of other kinds")},
        {"no_user", QT_TRANSLATE_NOOP("SplitPreview", "%1 without a user")},
        {"no_time", QT_TRANSLATE_NOOP("SplitPreview", "%1 without a time")},
        {"no_class", QT_TRANSLATE_NOOP("SplitPreview", "%1 without a class")},
        {"later", QT_TRANSLATE_NOOP("SplitPreview", "%1 later than the fold")}};
    QStringList parts;
    for (const auto& [reason, text] : kReasons)
        if (const auto found = numbers.leftOut.find(reason); found != numbers.leftOut.end())
            parts << QCoreApplication::translate("SplitPreview", text).arg(formatInteger(found->second));
    return parts.join(QStringLiteral(", "));
}

} // namespace widgets
