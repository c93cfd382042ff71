// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/folders.h"

#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QSettings>
#include <QStandardPaths>

namespace widgets {
namespace {

QString& chosenFolder() {
    static QString folder;
    return folder;
}

bool& kept() {
    static bool keep = false;
    return keep;
}

QString key() {
    return QStringLiteral("folder");
}

} // namespace

QString lastFolder() {
    QString folder = chosenFolder();
    if (folder.isEmpty() && kept())
        folder = QSettings().value(key()).toString();
    // A drive may have been unplugged since.
    if (folder.isEmpty() || !QFileInfo(folder).isDir())
        return QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation);
    return folder;
}

void rememberFolder(const QString& path) {
    if (path.isEmpty())
        return;
    const QFileInfo info(path);
    chosenFolder() = info.isDir() ? info.absoluteFilePath() : info.absolutePath();
    if (kept())
        QSettings().setValue(key(), chosenFolder());
}

void keepFolders() {
    kept() = true;
}

QString inLastFolder(const QString& name) {
    return QDir(lastFolder()).filePath(name);
}

void followLastFolder(QFileDialog& dialog) {
    dialog.setDirectory(lastFolder());
    QObject::connect(&dialog, &QFileDialog::fileSelected, &dialog, &rememberFolder);
}

} // namespace widgets
