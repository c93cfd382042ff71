// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QString>
#include <QTranslator>

namespace widgets::shell {

/// The language of the window: English (the source texts) or Simplified Chinese. Changing it sends every widget a
/// LanguageChange event. One per application, made before the window; GUI thread only.
class Language : public QObject {
    Q_OBJECT
public:
    explicit Language(QObject* parent = nullptr);
    ~Language() override;

    /// "en" or "zh_CN"; anything else takes the system's. Also sets the default locale: numbers and dates follow.
    void set(const QString& code);
    /// "en" or "zh_CN".
    QString current() const { return m_current; }
    static bool known(const QString& code);

Q_SIGNALS:
    void changed();

private:
    QString m_current = QStringLiteral("en");
    QTranslator m_own, m_qt;
};

} // namespace widgets::shell
