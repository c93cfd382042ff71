// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/shell/language.h"

#include <QCoreApplication>
#include <QLibraryInfo>
#include <QLocale>

// Q_INIT_RESOURCE must stand outside namespaces.
static void initTranslations() {
    Q_INIT_RESOURCE(taillight_i18n);
}

namespace widgets::shell {

Language::Language(QObject* parent) : QObject(parent) {
    initTranslations();
}

Language::~Language() {
    QCoreApplication::removeTranslator(&m_own);
    QCoreApplication::removeTranslator(&m_qt);
}

bool Language::known(const QString& code) {
    return code == QLatin1String("en") || code == QLatin1String("zh_CN");
}

void Language::set(const QString& code) {
    QString next = code;
    if (!known(next))
        next = QLocale::system().language() == QLocale::Chinese ? QStringLiteral("zh_CN") : QStringLiteral("en");
    m_current = next;
    QCoreApplication::removeTranslator(&m_own);
    QCoreApplication::removeTranslator(&m_qt);
    // The locale comes first: widgets format numbers while they answer the LanguageChange that installing sends.
    if (next == QLatin1String("zh_CN")) {
        QLocale::setDefault(QLocale(QLocale::Chinese, QLocale::China));
        if (m_qt.load(QStringLiteral("qtbase_zh_CN"), QLibraryInfo::path(QLibraryInfo::TranslationsPath)))
            QCoreApplication::installTranslator(&m_qt);
        if (m_own.load(QStringLiteral(":/i18n/taillight_zh_CN.qm")))
            QCoreApplication::installTranslator(&m_own);
    } else {
        // English texts with the number format of an English system locale, or else of the US.
        const QLocale system = QLocale::system();
        QLocale::setDefault(system.language() == QLocale::English ? system
                                                                  : QLocale(QLocale::English, QLocale::UnitedStates));
    }
    Q_EMIT changed();
}

} // namespace widgets::shell
