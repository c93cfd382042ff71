// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/panels/filter_edit.h"

#include "core/select/filter_complete.h"
#include "widgets/text.h"

#include <QAbstractItemView>
#include <QCompleter>
#include <QKeyEvent>
#include <QPainter>
#include <QPainterPath>
#include <QStringListModel>
#include <QStyleOptionFrame>

#include <algorithm>

namespace widgets {

namespace {

constexpr int kPauseMilliseconds = 400;
constexpr int kShownProposals = 12;

int bytesBefore(const QString& text, int characters) {
    return static_cast<int>(QStringView(text).left(characters).toUtf8().size());
}
int charactersBefore(const QString& text, std::size_t bytes) {
    return static_cast<int>(QString::fromUtf8(text.toUtf8().left(static_cast<qsizetype>(bytes))).size());
}

} // namespace

FilterEdit::FilterEdit(QWidget* parent)
    : QLineEdit(parent), m_completer(new QCompleter(this)), m_proposals(new QStringListModel(this)) {
    setClearButtonEnabled(true);
    m_completer->setModel(m_proposals);
    m_completer->setCompletionMode(QCompleter::UnfilteredPopupCompletion);
    m_completer->setMaxVisibleItems(kShownProposals);
    m_completer->setWidget(this); // not setCompleter(): a proposal replaces one word, not the line
    m_pause.setSingleShot(true);
    m_pause.setInterval(kPauseMilliseconds);
    connect(&m_pause, &QTimer::timeout, this, &FilterEdit::look);
    connect(this, &QLineEdit::textEdited, this, &FilterEdit::edited);
    connect(this, &QLineEdit::returnPressed, this, &FilterEdit::look);
    connect(this, &QLineEdit::editingFinished, this, &FilterEdit::look);
    // The clear button edits without saying so.
    connect(this, &QLineEdit::textChanged, this, [this](const QString& text) {
        if (text.isEmpty())
            m_pause.start();
    });
    connect(m_completer, qOverload<const QString&>(&QCompleter::activated), this, &FilterEdit::insertProposal);
}

void FilterEdit::setColumns(const core::select::FilterColumns& columns, const std::vector<std::string>& attributes) {
    m_columns = columns;
    m_attributes = attributes;
    look();
}

void FilterEdit::setExpression(const QString& text) {
    m_told = text;
    if (text != this->text())
        setText(text);
    look();
}

QString FilterEdit::faultText() const {
    if (!m_fault)
        return {};
    const auto translate = [](const char* sentence) { return toStd(coreText("Filter", sentence)); };
    return toQString(core::select::filterFaultSentence(toStd(text()), *m_fault, translate));
}

std::optional<core::select::Filter> FilterEdit::filter() const {
    return m_fault ? std::nullopt : std::optional(m_filter);
}

void FilterEdit::edited() {
    m_pause.start();
    if (m_fault) { // old news about a text that has changed
        m_fault.reset();
        update();
        Q_EMIT faultChanged();
    }
    propose(false);
}

void FilterEdit::look() {
    m_pause.stop();
    core::select::ParsedFilter parsed = core::select::parseFilter(toStd(text()), m_columns);
    const bool other = parsed.fault != m_fault;
    m_fault = std::move(parsed.fault);
    m_filter = std::move(parsed.filter);
    if (other) {
        update();
        setAccessibleDescription(faultText());
        Q_EMIT faultChanged();
    }
    if (m_fault || text() == m_told)
        return;
    m_told = text();
    Q_EMIT expressionChanged(m_told);
}

void FilterEdit::propose(bool asked) {
    const core::select::FilterProposals proposals = core::select::filterProposals(
        toStd(text()), static_cast<std::size_t>(bytesBefore(text(), cursorPosition())), m_columns, m_attributes);
    m_from = proposals.from;
    m_to = proposals.to;
    // Without a first letter only when asked: a list after every space would be in the way.
    if (proposals.texts.empty() || (!asked && m_from == m_to)) {
        m_completer->popup()->hide();
        return;
    }
    QStringList texts;
    for (const std::string& one : proposals.texts)
        texts << toQString(one);
    m_proposals->setStringList(texts);
    m_completer->popup()->setAccessibleName(tr("Proposals for the filter"));
    constexpr int kWidth = 280;
    QRect place = cursorRect();
    place.setWidth(kWidth);
    m_completer->complete(place);
}

void FilterEdit::insertProposal(const QString& chosen) {
    const int from = charactersBefore(text(), m_from), to = charactersBefore(text(), m_to);
    setSelection(from, to - from);
    const bool closes = chosen == QLatin1String(")") || chosen == QLatin1String("(");
    insert(closes ? chosen : chosen + QLatin1Char(' '));
    edited();
}

void FilterEdit::keyPressEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_Space && event->modifiers() == Qt::ControlModifier) {
        propose(true);
        return;
    }
    if (event->key() == Qt::Key_Down && !m_completer->popup()->isVisible()) {
        propose(true);
        return;
    }
    QLineEdit::keyPressEvent(event);
}

void FilterEdit::paintEvent(QPaintEvent* event) {
    QLineEdit::paintEvent(event);
    if (!m_fault)
        return;
    // The line may be scrolled: places are told from the cursor, whose place is known.
    const QString shown = text();
    const QFontMetrics metrics = fontMetrics();
    const int from = charactersBefore(shown, m_fault->position);
    const int length = std::max(1, charactersBefore(shown, m_fault->position + m_fault->length) - from);
    const int origin = cursorRect().center().x() - metrics.horizontalAdvance(shown.left(cursorPosition()));
    const int least = metrics.averageCharWidth() * 2;
    const int left = origin + metrics.horizontalAdvance(shown.left(from));
    const int right = std::max(left + least, origin + metrics.horizontalAdvance(shown.left(from + length)));
    QStyleOptionFrame option;
    initStyleOption(&option);
    const QRect inside = style()->subElementRect(QStyle::SE_LineEditContents, &option, this);
    const double line = cursorRect().bottom() - 1.5;
    QPainterPath wave;
    constexpr double kStep = 2.5;
    wave.moveTo(left, line);
    for (int i = 1; left + i * kStep < right; ++i)
        wave.lineTo(left + i * kStep, line + (i % 2 != 0 ? kStep * 0.6 : 0));
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setClipRect(inside);
    painter.setPen(QPen(QColor(0xD0, 0x3B, 0x3B), 1.3));
    painter.drawPath(wave);
}

} // namespace widgets
