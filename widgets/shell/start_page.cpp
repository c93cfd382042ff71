// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/shell/start_page.h"

#include "widgets/shell/icons.h"

#include <QEvent>
#include <QFileInfo>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace widgets::shell {

namespace {
constexpr int kColumnWidth = 560;
constexpr int kShownRecent = 5;
} // namespace

StartPage::StartPage(QWidget* parent)
    : QWidget(parent),
      m_title(new QLabel(this)),
      m_text(new QLabel(this)),
      m_new(new QPushButton(this)),
      m_open(new QPushButton(this)),
      m_sample(new QPushButton(this)),
      m_recentTitle(new QLabel(this)),
      m_recentList(new QVBoxLayout),
      m_hint(new QLabel(this)) {
    setObjectName(QStringLiteral("startPage"));
    m_new->setObjectName(QStringLiteral("startNew"));
    m_open->setObjectName(QStringLiteral("startOpen"));
    m_sample->setObjectName(QStringLiteral("startSample"));
    QFont large = m_title->font();
    large.setPointSizeF(large.pointSizeF() * 1.8);
    m_title->setFont(large);
    for (QLabel* label : {m_text, m_hint})
        label->setWordWrap(true);
    m_hint->setForegroundRole(QPalette::PlaceholderText);
    QFont bold = m_recentTitle->font();
    bold.setBold(true);
    m_recentTitle->setFont(bold);

    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(8);
    for (QPushButton* button : {m_sample, m_new, m_open}) {
        button->setMinimumHeight(40);
        buttons->addWidget(button);
    }
    m_sample->setDefault(true);
    auto* column = new QWidget(this);
    column->setFixedWidth(kColumnWidth);
    auto* layout = new QVBoxLayout(column);
    layout->setSpacing(16);
    layout->addWidget(m_title);
    layout->addWidget(m_text);
    layout->addLayout(buttons);
    layout->addWidget(m_hint);
    layout->addSpacing(16);
    layout->addWidget(m_recentTitle);
    m_recentList->setSpacing(0);
    layout->addLayout(m_recentList);
    // A grid with empty rows and columns round it: an alignment would give wrapped texts the height of unwrapped ones.
    auto* outer = new QGridLayout(this);
    outer->addWidget(column, 1, 1);
    outer->setColumnStretch(0, 1);
    outer->setColumnStretch(2, 1);
    outer->setRowStretch(0, 2);
    outer->setRowStretch(2, 3);

    connect(m_new, &QPushButton::clicked, this, &StartPage::newRequested);
    connect(m_open, &QPushButton::clicked, this, &StartPage::openRequested);
    connect(m_sample, &QPushButton::clicked, this, &StartPage::sampleRequested);
    retranslateUi();
    setRecent({});
}

void StartPage::setRecent(const QStringList& paths) {
    m_recent = paths;
    while (QLayoutItem* item = m_recentList->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    for (const QString& path : paths.mid(0, kShownRecent)) {
        auto* button = new QPushButton(this);
        button->setFlat(true);
        button->setStyleSheet(QStringLiteral("QPushButton { text-align: left; padding: 4px; }"));
        const QFileInfo info(path);
        button->setText(tr("%1   in %2").arg(info.completeBaseName(), info.absolutePath()));
        button->setToolTip(path);
        button->setAccessibleName(tr("Open %1").arg(path));
        connect(button, &QPushButton::clicked, this, [this, path] { Q_EMIT recentRequested(path); });
        m_recentList->addWidget(button);
    }
    m_recentTitle->setVisible(!paths.isEmpty());
}

void StartPage::setBusy(bool busy) {
    for (QPushButton* button : {m_new, m_open, m_sample})
        button->setEnabled(!busy);
}

void StartPage::retranslateUi() {
    m_title->setText(tr("Shine a light on the long tail"));
    m_text->setText(
        tr("Load a catalogue and a behaviour log, see how few items, classes, brands and users own the data, "
           "compose a remedy, train with it, and read off what it gained in the tail and cost in the head."));
    m_sample->setText(tr("Try the &sample shop"));
    m_sample->setToolTip(tr("Generates a small shop with a long tail, imports it into a new project and splits it"));
    m_new->setText(tr("&New project…"));
    m_new->setToolTip(tr("Makes an empty project file"));
    m_open->setText(tr("&Open…"));
    m_open->setToolTip(tr("Opens a project file (.taillight)"));
    for (QPushButton* button : {m_sample, m_new, m_open}) {
        button->setAccessibleName(QString(button->text()).remove(QLatin1Char('&')));
        button->setStatusTip(button->toolTip());
    }
    m_hint->setText(tr("You can also drop a project onto the window, or files to import: CSV, JSON, Excel or Parquet, packed or not."));
    m_recentTitle->setText(tr("Recent projects"));
    setRecent(m_recent);
}

void StartPage::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange)
        retranslateUi();
    QWidget::changeEvent(event);
}

} // namespace widgets::shell
