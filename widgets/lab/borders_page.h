// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/bucket_rules.h"
#include "widgets/lab/lab_page.h"

class QComboBox;
class QGroupBox;
class QLabel;
class QLineEdit;
class QListWidget;
class QPushButton;

namespace widgets {

/// Where the border between head and the rest could lie, and what each place would mean; rules under names.
class BordersPage : public LabPage {
    Q_OBJECT
public:
    BordersPage(Workspace& workspace, const DistributionView& view, QWidget* parent = nullptr);
    QString title() const override;
    QString help() const override;
    QString id() const override { return QStringLiteral("borders"); }
    std::vector<charts::ChartView*> charts() const override { return {m_strip}; }
    void retranslateUi() override;
    bool settled() const override;
    /// While a border is dragged only the lines move.
    void moveBorders();
    charts::ChartView* strip() const { return m_strip; }

protected:
    void load() override;
    void clear(const QString& sentence) override;
    void redraw() override;

private:
    void readRules();
    /// The index chosen over all cut-offs; they are counted when first asked for.
    void drawIndex();
    void save();
    void remove();
    void use();
    void change(const QString& title, std::function<core::Status(core::store::Project&)> work);
    void updateControls();

    QLabel* m_indexLabel;
    QComboBox* m_index; ///< an overview, or one index within the head and within the rest
    std::vector<core::stats::CutIndices> m_cuts;
    core::stats::SupportTablePtr m_cutsOf; ///< the table that they are of
    QPointer<Job> m_cutsJob;
    charts::ChartView* m_strip;
    QGroupBox* m_box;
    QListWidget* m_list;
    QLineEdit* m_name;
    QPushButton *m_save, *m_use, *m_remove;
    std::vector<core::store::NamedRule> m_rules;
};

} // namespace widgets
