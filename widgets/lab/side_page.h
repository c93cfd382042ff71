// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/insight/compare.h"
#include "widgets/lab/lab_page.h"

#include <optional>

class QComboBox;
class QDateEdit;
class QLabel;
class QPushButton;
class QStackedWidget;
class QTableWidget;

namespace widgets {

/// Two distributions side by side: spans of time, parts of a split, the selection and the rest or another
/// selection, another project.
class SidePage : public LabPage {
    Q_OBJECT
public:
    SidePage(Workspace& workspace, const DistributionView& view, QWidget* parent = nullptr);
    QString title() const override;
    QString help() const override;
    QString id() const override { return QStringLiteral("side"); }
    std::vector<charts::ChartView*> charts() const override { return {m_ranks, m_lorenz, m_pairs}; }
    void retranslateUi() override;

    enum class Kind { Time, Parts, Selection, Project };
    void setKind(Kind kind);
    /// What the button does once a file is chosen.
    void setOtherProject(const QString& path);

protected:
    void load() override;
    void clear(const QString& sentence) override;
    void redraw() override;
    QString noData() const override;

private:
    struct Sides {
        core::stats::SupportTablePtr left, right;
        core::store::Likeness likeness;
        std::int64_t firstDay = 0, lastDay = 0; ///< of the events, for the date boxes
    };
    static core::Result<Sides> together(core::stats::SupportTablePtr left, core::stats::SupportTablePtr right);
    void loadTime();
    void loadParts();
    void loadSelection();
    void hold(const core::select::Selection& selection);
    bool holds() const; ///< a selection of the entity shown
    void loadProject();
    void chooseProject();
    void showIndices();
    Kind kind() const;
    QString sideTitle(bool left) const;
    void takeSides(Sides sides);

    QLabel* m_kindLabel;
    QComboBox* m_kind;
    QStackedWidget* m_options;
    QLabel* m_againstLabel;
    QDateEdit *m_leftFrom, *m_leftTo, *m_rightFrom, *m_rightTo;
    QLabel* m_partsNote;
    QLabel* m_selectionNote;
    QPushButton *m_hold, *m_release; ///< the selection as the other side; all others again
    core::select::Selection m_held;
    QPushButton* m_choose;
    QLabel* m_projectName;
    charts::ChartView *m_ranks, *m_lorenz, *m_pairs;
    QTableWidget* m_table;
    QString m_otherPath;
    bool m_datesSet = false;
    std::optional<Sides> m_sides;
};

} // namespace widgets
