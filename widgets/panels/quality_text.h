// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/quality/quality.h"

#include <QString>

namespace widgets {

/// The findings of one topic as rich text: what is wrong first.
QString findingsHtml(const core::store::QualityReport& report, core::store::QualityFinding::Topic topic);

/// How unevenly each entity is spread, as a table; then the columns whose values are most uneven.
QString imbalanceHtml(const core::store::QualityReport& report);

} // namespace widgets
