// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/insight/insight.h"
#include "widgets/lab/lab_page.h"

#include <optional>

class QComboBox;
class QLabel;
class QStackedWidget;

namespace widgets {

/// What separates the buckets of items: columns by what they tell, one of them as heat map and tree map, numbers; or
/// what tells most as small multiples.
class CausesPage : public LabPage {
    Q_OBJECT
public:
    CausesPage(Workspace& workspace, const DistributionView& view, QWidget* parent = nullptr);
    QString title() const override;
    QString help() const override;
    QString id() const override { return QStringLiteral("causes"); }
    std::vector<charts::ChartView*> charts() const override;
    void retranslateUi() override;

protected:
    void load() override;
    void clear(const QString& sentence) override;
    void redraw() override;
    QString noData() const override;
    bool dependsOnBorders() const override { return true; }

private:
    void fillChoices();
    void drawColumn();
    void drawMultiples();
    QWidget* buildMultiples();
    void drawNumber();

    QLabel* m_columnLabel;
    QComboBox* m_column;
    QLabel* m_numberLabel;
    QComboBox* m_number;
    charts::ChartView *m_explained, *m_heat, *m_tree, *m_numbers;
    QStackedWidget* m_stack;
    std::vector<charts::ChartView*> m_multiples; ///< columns and numbers side by side, as many as m_filled
    std::size_t m_filled = 0;
    std::optional<core::store::BucketProfile> m_profile;
    QString m_chosen; ///< column of the user's choice, kept over reloads
};

} // namespace widgets
