// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/select/selection.h"
#include "core/store/entity_store.h"
#include "widgets/panels/distribution_charts.h"
#include "widgets/panels/panel.h"

#include <QPointer>
#include <QTimer>

#include <array>
#include <memory>
#include <mutex>
#include <set>
#include <utility>

class QAction;
class QComboBox;
class QGroupBox;
class QLabel;
class QLineEdit;
class QTableView;
class QTableWidget;
class QTabWidget;

namespace widgets {

namespace models {
class EntityModel;
}
class BordersPage;
class LabPage;
class RuleEditor;

/// Stage 2: how the support of one kind of entity is distributed, in the first tab by its shape, in the others over
/// time, by exposure and by its causes. The borders between the buckets are dragged on the charts; indices, tables and
/// every other stage follow at once.
class DistributionPanel : public Panel {
    Q_OBJECT
public:
    explicit DistributionPanel(Workspace& workspace, QWidget* parent = nullptr);

    QString title() const override;
    QString help() const override;
    QString id() const override { return QStringLiteral("distribution"); }
    std::vector<charts::ChartView*> charts() const override;
    bool settled() const override;
    QStringList views() const override;
    void showView(int index) override;

    /// Shows an entity by its name in the store ("item", "label" …).
    void showEntity(const std::string& entity);
    const core::stats::DistributionSummary& summary() const { return m_view.summary; }

protected:
    void changeEvent(QEvent* event) override;
    void showEvent(QShowEvent* event) override;

private:
    struct Loaded {
        std::vector<std::string> measures;
        core::stats::SupportTablePtr table;
        std::optional<core::stats::PowerLawFit> powerLaw;
        std::optional<core::stats::ZipfMandelbrotFit> zipf;
        std::vector<core::stats::CutOff> cutOffs;
    };

    /// What the loading thread leaves for a first view while it still reads names. Thread-safe.
    class FirstView {
    public:
        void put(const Loaded& loaded) {
            const std::lock_guard lock(m_mutex);
            m_loaded = loaded;
        }
        std::optional<Loaded> take() {
            const std::lock_guard lock(m_mutex);
            return std::exchange(m_loaded, std::nullopt);
        }

    private:
        std::mutex m_mutex;
        std::optional<Loaded> m_loaded;
    };

    QWidget* buildControls();
    QWidget* buildCharts();
    QWidget* buildTabs();
    void readEntities();
    void fillEntities(const std::vector<std::string>& entities);
    void indexNames();
    static std::string keyOf(const core::store::Project& project, const core::store::SupportQuery& query);
    void keep(const std::string& key, const Loaded& loaded);
    /// Loads in the background what is likely to be chosen next: the other entities by their natural measures.
    void lookAhead();
    /// Sets the rule so that it can be undone.
    void changeRule(const core::stats::BucketRule& rule);
    void showChart(const QString& name);
    void testPowerLaw();
    QString pageTitle(int index) const;
    QWidget* buildTables();
    void connectAll();
    void invalidate();
    void refresh();
    static core::Result<Loaded> load(const core::store::Project& project, const core::store::SupportQuery& query,
                                     core::JobContext& job, const std::shared_ptr<FirstView>& first);
    /// `early`: without names, which are still being read.
    void take(core::Result<Loaded> result, bool early = false);
    void splitChanged();
    void ruleChanged();
    void borderMoved(int index, double x);
    void borderReleased();
    void summarise();
    void drawCharts();
    void showBuckets();
    void showIndices();
    /// Asks for another ε or percentage of an index; a row of the table of indices, or nothing to choose.
    void chooseIndex(int row);
    void applySelection();
    void takeSelection();
    /// Names brushed on a rank chart, with those of the ranks between them that the chart leaves out.
    std::set<std::string> withRanksBetween(std::set<std::string> names);
    QString footnote() const;
    void retranslateUi();

    models::EntityModel* m_model;
    QLabel* m_entityLabel = nullptr;
    QLabel* m_measureLabel = nullptr;
    QComboBox* m_entity = nullptr;
    QComboBox* m_measure = nullptr;
    RuleEditor* m_rule = nullptr;
    charts::ChartView* m_histogram = nullptr;
    charts::ChartView* m_rank = nullptr;
    charts::ChartView* m_lorenz = nullptr;
    charts::ChartView* m_cumulative = nullptr;
    QTabWidget* m_tabs = nullptr;
    std::vector<LabPage*> m_pages; ///< the tabs behind the first
    BordersPage* m_bordersPage = nullptr;
    QAction* m_sharesAction = nullptr;
    QAction* m_testAction = nullptr;
    QTableWidget* m_indices = nullptr;
    QTableWidget* m_buckets = nullptr;
    QLineEdit* m_search = nullptr;
    QLabel* m_found = nullptr;
    QTableView* m_entities = nullptr;
    QTimer m_searchTimer;

    double m_epsilon = 0.5;                       ///< of Atkinson's index
    double m_top = 1, m_more = 20, m_bottom = 50; ///< percentages of the shares shown
    std::array<QAction*, 4> m_indexActions{};     ///< the same choices in the menu of the Lorenz curve

    DistributionView m_view;
    QString m_problem; ///< sentence of the last error, shown in place of the charts
    /// What was looked at last, so that going back to it costs nothing; another state of the project is another key.
    static constexpr std::size_t kMostKept = 6;
    std::vector<std::pair<std::string, Loaded>> m_kept;
    std::uint64_t m_asked = 0; ///< number of the latest question
    std::set<std::string> m_lookedAhead;
    QPointer<Job> m_job, m_entitiesJob, m_aheadJob;
    std::string m_aheadKey;      ///< what m_aheadJob loads
    std::string m_entityShown;   ///< entity for which the measure was chosen
    bool m_entityChosen = false; ///< by the user, in this project
    bool m_stale = true;
    bool m_entitiesDue = false; ///< the list of entities is to be read, after what is shown
    std::optional<core::stats::BucketRule> m_dragStart; ///< the rule before the border that is dragged moved
    bool m_dragging = false;
    bool m_filling = false; ///< controls or selection are being set: no answer to their signals
};

} // namespace widgets
