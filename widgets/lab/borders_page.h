// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/bucket_rules.h"
#include "widgets/lab/lab_page.h"

class QGroupBox;
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
    /// While a border is dragged only the lines move.
    void moveBorders();
    charts::ChartView* strip() const { return m_strip; }

protected:
    void load() override;
    void clear(const QString& sentence) override;
    void redraw() override;

private:
    void readRules();
    void save();
    void remove();
    void use();
    void change(const QString& title, std::function<core::Status(core::store::Project&)> work);
    void updateControls();

    charts::ChartView* m_strip;
    QGroupBox* m_box;
    QListWidget* m_list;
    QLineEdit* m_name;
    QPushButton *m_save, *m_use, *m_remove;
    std::vector<core::store::NamedRule> m_rules;
};

} // namespace widgets
