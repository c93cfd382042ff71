// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/panels/data_pages.h"

#include "widgets/panels/cleaning_page.h"
#include "widgets/panels/privacy_report_page.h"
#include "widgets/panels/quality_page.h"
#include "widgets/panels/rows_page.h"
#include "widgets/panels/sources_page.h"
#include "widgets/panels/splits_page.h"

namespace widgets {

std::vector<DataPage*> makeDataPages(Workspace& workspace) {
    return {
        new SourcesPage(workspace),  new RowsPage(workspace),   new QualityPage(workspace),
        new CleaningPage(workspace), new SplitsPage(workspace), new PrivacyReportPage(workspace),
    };
}

} // namespace widgets
