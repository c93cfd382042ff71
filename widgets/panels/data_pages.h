// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

namespace widgets {

class DataPage;
class Workspace;

/// The tabs of the Data stage, in their order: one line a page in data_pages.cpp. The caller owns them.
std::vector<DataPage*> makeDataPages(Workspace& workspace);

} // namespace widgets
