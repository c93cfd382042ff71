// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

class QFileDialog;

namespace widgets {

/// The folder in which file dialogs open: the one that was chosen last, in any of them; at first the user's documents.
/// It is kept in the settings once keepFolders() was called (the window does, tests do not). GUI thread only.
QString lastFolder();
/// `path` is a folder, or a file in it.
void rememberFolder(const QString& path);
void keepFolders();

/// A file name in that folder, for the dialogs that save.
QString inLastFolder(const QString& name);
/// Opens a dialog of one's own there, and remembers what is chosen in it.
void followLastFolder(QFileDialog& dialog);

} // namespace widgets
