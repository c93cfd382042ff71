// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/panels/data_page.h"

namespace widgets {

class RowsView;

/// Every table of the project, row by row.
class RowsPage : public DataPage {
    Q_OBJECT
public:
    explicit RowsPage(Workspace& workspace, QWidget* parent = nullptr);

    QString title() const override;
    QString help() const override;
    QString id() const override { return QStringLiteral("rows"); }
    bool settled() const override;
    RowsView* view() const { return m_view; }

protected:
    void refresh(const core::store::ProjectPtr& project) override;
    void retranslateUi() override {} ///< the view does that

private:
    RowsView* m_view;
};

} // namespace widgets
