// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/charts/chart_menu.h"

#include "widgets/charts/chart_table.h"
#include "widgets/charts/chart_view.h"
#include "widgets/folders.h"
#include "widgets/selection_model.h"
#include "widgets/text.h"

#include <QApplication>
#include <QClipboard>
#include <QFileDialog>
#include <QInputDialog>
#include <QMenu>
#include <QMessageBox>
#include <QRegularExpression>

#include <array>

namespace widgets::charts {
namespace {

constexpr int kLeastDpi = 36, kMostDpi = 2400, kUsualDpi = 300;

/// A file name from the title of the chart.
QString suggestedName(const ChartView& view) {
    QString name = view.data().title.isEmpty() ? view.objectName() : view.data().title;
    name.replace(QRegularExpression(QStringLiteral(R"([\\/:*?"<>|\s]+)")), QStringLiteral("-"));
    return name.isEmpty() ? QStringLiteral("chart") : name;
}

void exportAs(ChartView* view, ChartView::Format format, const QString& suffix, int dpi) {
    auto* const dialog = new QFileDialog(view, ChartView::tr("Export chart"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setObjectName(QStringLiteral("exportChart"));
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(suffix);
    dialog->setNameFilter(ChartView::tr("%1 files (*.%2)").arg(suffix.toUpper(), suffix));
    followLastFolder(*dialog);
    dialog->selectFile(suggestedName(*view) + QLatin1Char('.') + suffix);
    QObject::connect(dialog, &QFileDialog::fileSelected, view, [view, format, dpi](const QString& path) {
        const core::Status status = view->exportTo(path, format, dpi);
        if (status.ok())
            return;
        auto* const box = new QMessageBox(QMessageBox::Warning, ChartView::tr("Export chart"),
                                          errorText(status.error()), QMessageBox::Ok, view);
        box->setAttribute(Qt::WA_DeleteOnClose);
        box->open();
    });
    dialog->open();
}

void askDpi(ChartView* view) {
    auto* const dialog = new QInputDialog(view);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setInputMode(QInputDialog::IntInput);
    dialog->setWindowTitle(ChartView::tr("Export as PNG"));
    dialog->setLabelText(ChartView::tr("Resolution in dots per inch:"));
    dialog->setIntRange(kLeastDpi, kMostDpi);
    dialog->setIntValue(kUsualDpi);
    QObject::connect(dialog, &QInputDialog::intValueSelected, view,
                     [view](int dpi) { exportAs(view, ChartView::Format::Png, QStringLiteral("png"), dpi); });
    dialog->open();
}

void addPngMenu(QMenu* menu, ChartView* view) {
    QMenu* const png = menu->addMenu(ChartView::tr("Export as PNG"));
    for (const int dpi : {96, 192, 300, 600})
        png->addAction(ChartView::tr("%1 dpi").arg(dpi), view,
                       [view, dpi] { exportAs(view, ChartView::Format::Png, QStringLiteral("png"), dpi); });
    png->addSeparator();
    png->addAction(ChartView::tr("Other resolution…"), view, [view] { askDpi(view); });
}

void addScales(QMenu* menu, ChartView* view) {
    for (const Qt::Orientation axis : {Qt::Horizontal, Qt::Vertical}) {
        if (!view->canBeLogarithmic(axis) && !view->isLogarithmic(axis))
            continue;
        QAction* const action = menu->addAction(axis == Qt::Horizontal ? ChartView::tr("Logarithmic x axis")
                                                                       : ChartView::tr("Logarithmic y axis"));
        action->setCheckable(true);
        action->setChecked(view->isLogarithmic(axis));
        QObject::connect(action, &QAction::triggered, view, [view, axis](bool on) { view->setLogarithmic(axis, on); });
    }
}

void addShapes(QMenu* menu, ChartView* view) {
    SelectionModel* const selection = view->selectionModel();
    if (selection == nullptr || view->data().entity.isEmpty())
        return;
    QAction* const lasso = menu->addAction(ChartView::tr("Select by lasso"));
    lasso->setObjectName(QStringLiteral("actionLasso"));
    lasso->setCheckable(true);
    lasso->setChecked(selection->lasso());
    lasso->setShortcut(Qt::Key_L);
    QObject::connect(lasso, &QAction::triggered, selection, &SelectionModel::setLasso);
}

} // namespace

void showChartMenu(ChartView* view, const QPoint& global) {
    auto* const menu = new QMenu(view);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->setObjectName(QStringLiteral("chartMenu"));
    menu->addAction(ChartView::tr("Copy image"), view,
                    [view] { QApplication::clipboard()->setImage(view->toImage(192)); });
    menu->addAction(ChartView::tr("Copy data (CSV)"), view,
                    [view] { QApplication::clipboard()->setText(view->toCsv()); });
    menu->addAction(ChartView::tr("Show data as table…"), view, [view] { showChartTable(view); })
        ->setShortcut(Qt::Key_T);
    menu->addSeparator();
    addPngMenu(menu, view);
    struct Entry {
        ChartView::Format format;
        QString text;
        QString suffix;
    };
    for (const Entry& entry :
         {Entry{ChartView::Format::Svg, ChartView::tr("Export as SVG…"), QStringLiteral("svg")},
          Entry{ChartView::Format::Pdf, ChartView::tr("Export as PDF…"), QStringLiteral("pdf")},
          Entry{ChartView::Format::Csv, ChartView::tr("Export data as CSV…"), QStringLiteral("csv")}})
        menu->addAction(entry.text, view, [view, entry] { exportAs(view, entry.format, entry.suffix, kUsualDpi); });
    if (const QList<QAction*> more = view->actions(); !more.isEmpty()) {
        menu->addSeparator();
        menu->addActions(more);
    }
    menu->addSeparator();
    addScales(menu, view);
    addShapes(menu, view);
    QAction* const reset = menu->addAction(ChartView::tr("Reset zoom"), view, [view] { view->resetZoom(); });
    reset->setShortcut(Qt::Key_Home);
    menu->popup(global);
}

} // namespace widgets::charts
