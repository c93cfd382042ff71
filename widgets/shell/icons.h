// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QIcon>
#include <QPalette>
#include <QString>

namespace widgets::shell {

/// An icon of ours (resources/icons/<name>.svg, drawn in black) in the colours of a palette: plain, checked and
/// disabled. Made anew when the palette changes.
QIcon themedIcon(const QString& name, const QPalette& palette);
/// The program's own icon.
QIcon programIcon();

} // namespace widgets::shell
