// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/panels/data_page.h"

namespace widgets {

class SplitEditor;

/// Makes and lists the splits of the project.
class SplitsPage : public DataPage {
    Q_OBJECT
public:
    explicit SplitsPage(Workspace& workspace, QWidget* parent = nullptr);

    QString title() const override;
    QString help() const override;
    QString id() const override { return QStringLiteral("splits"); }
    bool settled() const override;

protected:
    /// The editor follows the workspace by itself.
    void refresh(const core::store::ProjectPtr& /*project*/) override {}
    void retranslateUi() override {}

private:
    SplitEditor* m_editor;
};

} // namespace widgets
