// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/privacy_report.h"

#include <QString>

namespace widgets {

/// The privacy report as rich text, in the language of the window.
QString privacyReportHtml(const core::store::PrivacyReport& report);

} // namespace widgets
