// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

/// Marks an English text in core for translation by the window (lupdate reads it as QT_TRANSLATE_NOOP, see
/// translations/CMakeLists.txt). Core itself uses the text as it is; widgets call QCoreApplication::translate(context, text).
/// Contexts in use: "Error", "Strategy" (titles, help and parameters of strategies and models), "Job" (stages of work).
#define TL_NOOP(context, text) text
