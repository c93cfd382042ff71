// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/browse/browse.h"
#include "widgets/workspace.h"

#include <QPointer>
#include <QWidget>

#include <map>
#include <set>
#include <string>
#include <vector>

class QAction;
class QCheckBox;
class QComboBox;
class QLabel;
class QLineEdit;
class QListWidget;
class QProgressBar;
class QPushButton;
class QSplitter;
class QStackedWidget;
class QTableView;
class QTimer;
class QToolButton;

namespace widgets {

class FilterBuilder;
class FilterEdit;
class RowActions;
class RowDetails;
namespace models {
class BrowseModel;
}

/// Any table of the project, row by row: chosen, filtered, searched, sorted, narrowed to the selection of the charts,
/// copied and exported. Rows arrive behind the view, which never waits. Reads nothing before setProject(). GUI thread
/// only.
class RowsView : public QWidget {
    Q_OBJECT
public:
    enum class Place { Page, Dock }; ///< a dock is low and follows the selection from the start

    RowsView(Workspace& workspace, Place place, QWidget* parent = nullptr);
    ~RowsView() override;

    /// Shows a project; the one that is shown already is read anew.
    void setProject(const core::store::ProjectPtr& project);
    /// An unknown name changes nothing.
    void showTable(const QString& name);
    void setFilter(const QString& expression);
    /// Whether only rows behind the selection of the charts are shown.
    void setFollowing(bool follow);
    /// Shows the rows behind the selection, of the items where the table knows nothing of it.
    void followSelection();
    models::BrowseModel* model() const { return m_model; }
    bool settled() const;

protected:
    void changeEvent(QEvent* event) override;

private:
    friend class RowActions;
    /// What the user made of one table; kept while others are shown.
    struct Shown {
        QString filter, search;
        std::vector<core::store::BrowseSort> sort;
        std::set<std::string> hidden;
        bool known = false;  ///< the table was shown before
        bool fitted = false; ///< its columns were given a width
        std::vector<int> widths;
    };

    QWidget* buildControls();
    QWidget* buildFilterBox();
    QWidget* buildContents();
    QWidget* buildState();
    void connectControls();

    void readSizes();
    void showSizes();
    void readAttributes();
    void setFields(const std::vector<std::string>& attributes);
    void chooseTable(int index);
    void applyColumns();
    void fillColumnList();
    void fitColumns();
    void keepWidths();
    void ask();
    void sortBy(int column, bool more);
    void setSort(std::vector<core::store::BrowseSort> sort);
    void filterEdited(const QString& text);
    void addCondition(const core::select::Filter& test);
    void showSelection();
    void showState();
    void showHint();
    void showDetails();
    void retranslateUi();
    Shown& shown() { return m_shown[m_name]; }

    Workspace& m_workspace;
    Place m_place;
    models::BrowseModel* m_model;
    RowActions* m_actions = nullptr;
    core::store::ProjectPtr m_project;
    std::string m_name = "items";
    std::map<std::string, Shown> m_shown;
    std::vector<core::store::TableSize> m_sizes;
    std::vector<std::string> m_attributes;
    bool m_viewer = false;
    bool m_follow;
    QString m_refused; ///< why the last query was not shown

    QComboBox* m_chooser = nullptr;
    QLineEdit* m_search = nullptr;
    FilterEdit* m_filter = nullptr;
    QToolButton* m_builderButton = nullptr;
    QToolButton* m_columnsButton = nullptr;
    QListWidget* m_columnList = nullptr;
    QToolButton* m_detailsButton = nullptr;
    QPushButton* m_export = nullptr;
    QWidget* m_builderBox = nullptr;
    FilterBuilder* m_builder = nullptr;
    QLabel* m_fault = nullptr;
    QCheckBox* m_onlySelection = nullptr;
    QStackedWidget* m_stack = nullptr;
    QSplitter* m_split = nullptr;
    QTableView* m_table = nullptr;
    RowDetails* m_details = nullptr;
    QLabel* m_hint = nullptr;
    QLabel* m_summary = nullptr;
    QProgressBar* m_progress = nullptr;
    QPushButton* m_cancel = nullptr;
    QTimer* m_searchPause = nullptr;
    QPointer<Job> m_sizeJob, m_attributeJob;
};

} // namespace widgets
