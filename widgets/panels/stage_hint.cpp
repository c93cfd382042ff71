// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/panels/stage_hint.h"

#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace widgets {

StageHint::StageHint(QWidget* parent)
    : QWidget(parent), m_title(new QLabel(this)), m_sentence(new QLabel(this)), m_button(new QPushButton(this)) {
    auto* column = new QVBoxLayout(this);
    column->setSpacing(8);
    column->addStretch(2);
    QFont font = m_title->font();
    font.setPointSizeF(font.pointSizeF() * 1.4);
    m_title->setFont(font);
    m_title->setAlignment(Qt::AlignCenter);
    m_sentence->setAlignment(Qt::AlignCenter);
    m_sentence->setWordWrap(true);
    m_button->setObjectName(QStringLiteral("stageHintButton"));
    column->addWidget(m_title);
    column->addWidget(m_sentence);
    column->addWidget(m_button, 0, Qt::AlignHCenter);
    column->addStretch(3);
    connect(m_button, &QPushButton::clicked, this, &StageHint::activated);
}

void StageHint::setTexts(const QString& title, const QString& sentence, const QString& button) {
    m_title->setText(title);
    m_sentence->setText(sentence);
    m_button->setText(button);
    m_button->setAccessibleName(button);
    m_button->setToolTip(sentence);
    m_button->setVisible(!button.isEmpty());
}

} // namespace widgets
