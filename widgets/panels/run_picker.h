// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/run_store.h"

#include <QAbstractTableModel>
#include <QWidget>

#include <set>
#include <vector>

class QLabel;
class QLineEdit;
class QPushButton;
class QSortFilterProxyModel;
class QTableView;

namespace widgets {

/// The finished runs with a check box each. GUI thread only.
class RunPickModel : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column { Run, Model, Seed, Experiment, kColumns };

    explicit RunPickModel(QObject* parent = nullptr) : QAbstractTableModel(parent) {}
    /// Checks of runs that are gone are forgotten.
    void setRuns(std::vector<core::store::RunRecord> runs);
    const std::vector<core::store::RunRecord>& runs() const { return m_runs; }
    std::vector<core::RunId> checked() const; ///< oldest first: the order of a comparison
    void setChecked(const std::vector<core::RunId>& runs);

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    bool setData(const QModelIndex& index, const QVariant& value, int role = Qt::EditRole) override;
    Qt::ItemFlags flags(const QModelIndex& index) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;
    void retranslate();

Q_SIGNALS:
    void checksChanged(); ///< by the user

private:
    std::vector<core::store::RunRecord> m_runs;
    std::set<core::RunId> m_checked;
};

/// The list to choose runs from, with a search box.
class RunPicker : public QWidget {
    Q_OBJECT
public:
    explicit RunPicker(QWidget* parent = nullptr);
    RunPickModel& model() const { return *m_model; }

protected:
    void changeEvent(QEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void checkShown(bool on);
    void retranslateUi();

    RunPickModel* m_model;
    QSortFilterProxyModel* m_filtered;
    QLabel* m_heading;
    QLineEdit* m_search;
    QTableView* m_view;
    QPushButton* m_all;
    QPushButton* m_none;
};

} // namespace widgets
