// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/shell/icons.h"

#include "widgets/theme.h"

#include <QPainter>
#include <QPixmap>

// Q_INIT_RESOURCE must stand outside namespaces.
static void initResources() {
    Q_INIT_RESOURCE(taillight);
}

namespace widgets::shell {

namespace {

QPixmap tinted(const QIcon& source, int size, const QColor& color) {
    QPixmap pixmap = source.pixmap(QSize(size, size));
    QPainter painter(&pixmap);
    painter.setCompositionMode(QPainter::CompositionMode_SourceIn);
    painter.fillRect(pixmap.rect(), color);
    return pixmap;
}

} // namespace

QIcon themedIcon(const QString& name, const QPalette& palette) {
    initResources();
    const QIcon source(QStringLiteral(":/icons/%1.svg").arg(name));
    QIcon icon;
    constexpr int kSizes[] = {16, 24, 32, 48};
    for (const int size : kSizes) {
        icon.addPixmap(tinted(source, size, palette.color(QPalette::Active, QPalette::WindowText)), QIcon::Normal,
                       QIcon::Off);
        icon.addPixmap(tinted(source, size, accentColor()), QIcon::Normal, QIcon::On);
        const QPixmap disabled = tinted(source, size, palette.color(QPalette::Disabled, QPalette::WindowText));
        icon.addPixmap(disabled, QIcon::Disabled, QIcon::Off);
        icon.addPixmap(disabled, QIcon::Disabled, QIcon::On);
    }
    return icon;
}

QIcon programIcon() {
    initResources();
    return QIcon(QStringLiteral(":/icons/taillight.svg"));
}

} // namespace widgets::shell
