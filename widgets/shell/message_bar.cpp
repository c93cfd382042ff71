// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/shell/message_bar.h"

#include "widgets/shell/icons.h"
#include "widgets/text.h"
#include "widgets/theme.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QStyle>
#include <QToolButton>

namespace widgets::shell {

namespace {
constexpr int kNoticeMilliseconds = 15'000;
constexpr std::size_t kKept = 20;
} // namespace

MessageBar::MessageBar(QWidget* parent)
    : QFrame(parent),
      m_sign(new QLabel(this)),
      m_text(new QLabel(this)),
      m_more(new QLabel(this)),
      m_close(new QToolButton(this)) {
    setObjectName(QStringLiteral("messageBar"));
    setFrameShape(QFrame::NoFrame);
    setAutoFillBackground(true);
    m_text->setObjectName(QStringLiteral("messageText"));
    m_text->setWordWrap(true);
    m_text->setTextFormat(Qt::PlainText);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_close->setObjectName(QStringLiteral("messageClose"));
    m_close->setAutoRaise(true);
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(16, 8, 8, 8);
    layout->setSpacing(8);
    layout->addWidget(m_sign);
    layout->addWidget(m_text, 1);
    layout->addWidget(m_more);
    layout->addWidget(m_close);
    m_timer.setSingleShot(true);
    connect(m_close, &QToolButton::clicked, this, &MessageBar::dismiss);
    connect(&m_timer, &QTimer::timeout, this, [this] {
        std::erase_if(m_messages, [](const Message& message) { return !message.error; });
        refresh();
    });
    retranslateUi();
    hide();
}

void MessageBar::showMessage(const QString& text, bool error) {
    std::erase_if(m_messages, [&](const Message& message) { return message.text == text; });
    m_messages.push_front({text, error});
    if (m_messages.size() > kKept)
        m_messages.pop_back();
    if (!error)
        m_timer.start(kNoticeMilliseconds);
    refresh();
}

void MessageBar::dismiss() {
    if (!m_messages.empty())
        m_messages.pop_front();
    refresh();
}

void MessageBar::clear() {
    m_messages.clear();
    refresh();
}

QString MessageBar::text() const {
    return m_messages.empty() ? QString() : m_messages.front().text;
}

void MessageBar::refresh() {
    setVisible(!m_messages.empty());
    if (m_messages.empty())
        return;
    const Message& newest = m_messages.front();
    m_text->setText(newest.text);
    m_text->setAccessibleName(newest.text);
    m_sign->setText(newest.error ? QStringLiteral("⚠") : QStringLiteral("ⓘ"));
    m_more->setVisible(m_messages.size() > 1);
    m_more->setText(tr("+%1 more").arg(formatInteger(static_cast<qint64>(m_messages.size()) - 1)));
    paintColors();
}

void MessageBar::paintColors() {
    // A tint of the palette's own base keeps the text readable in light and dark.
    const QColor base = parentWidget() != nullptr ? parentWidget()->palette().color(QPalette::Base) : QColor(Qt::white);
    const QColor tint = showsError() ? bucketColor(core::stats::Bucket::Tail) : accentColor();
    constexpr double kShare = 0.18;
    const auto mix = [&](int a, int b) { return static_cast<int>(a * (1 - kShare) + b * kShare); };
    QPalette colors;
    colors.setColor(QPalette::Window, QColor(mix(base.red(), tint.red()), mix(base.green(), tint.green()),
                                             mix(base.blue(), tint.blue())));
    if (colors.color(QPalette::Window) != palette().color(QPalette::Window))
        setPalette(colors);
}

void MessageBar::retranslateUi() {
    m_close->setText(QStringLiteral("✕"));
    m_close->setToolTip(tr("Dismiss this message (Esc)"));
    m_close->setAccessibleName(tr("Dismiss message"));
    setAccessibleName(tr("Messages"));
    refresh();
}

void MessageBar::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange)
        retranslateUi();
    else if (event->type() == QEvent::ApplicationPaletteChange)
        paintColors();
    QFrame::changeEvent(event);
}

void MessageBar::keyPressEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_Escape)
        dismiss();
    else
        QFrame::keyPressEvent(event);
}

} // namespace widgets::shell
