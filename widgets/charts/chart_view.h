// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/select/selection.h"
#include "widgets/charts/chart_data.h"

#include <QImage>
#include <QWidget>

#include <functional>
#include <memory>
#include <set>
#include <string>

namespace widgets {
class SelectionModel;
}

namespace widgets::charts {

/// One chart, drawn from ChartData with Qt Charts. Shows and sets the linked selection, lets borders be dragged, zooms
/// (wheel, rubber band with the right button or Shift), pans (middle button), resets (double click, Home), exports.
/// Keyboard: Tab reaches it, Left/Right (PageUp/PageDown: far) move between points, Up/Down between series, Space
/// selects, Ctrl+Left/Right (with Shift: far) move the border last touched, + and - zoom, Escape gives a drag up. A
/// click or a rectangle drawn with the left button selects: alone it replaces, Ctrl adds, Alt removes, Ctrl+Shift
/// intersects. L changes between rectangle and lasso, T shows the data as a table.
/// GUI thread only.
class ChartView : public QWidget {
    Q_OBJECT
public:
    enum class Format { Png, Svg, Pdf, Csv };

    explicit ChartView(QWidget* parent = nullptr);
    ~ChartView() override;

    void setData(const ChartData& data);
    const ChartData& data() const;
    /// Changes only the borders (while one is dragged): no series is rebuilt.
    void setBorders(const QList<BorderData>& borders);
    /// The selection that this chart shows and sets; not owned. nullptr = none.
    void setSelectionModel(SelectionModel* model);
    SelectionModel* selectionModel() const;
    /// What a rectangle or lasso selects instead of the points in it: where points stand for more than themselves.
    using Expander = std::function<std::set<std::string>(std::set<std::string>)>;
    void setExpander(Expander expand);
    /// The scale of an axis as the user wants it, whatever the data ask for; kept for data that come later.
    void setLogarithmic(Qt::Orientation axis, bool logarithmic);
    bool isLogarithmic(Qt::Orientation axis) const;
    bool canBeLogarithmic(Qt::Orientation axis) const; ///< numbers, some of them positive

    /// Title, chart and footnote, always in the light palette: files go into papers. PNG: `dpi`; SVG, PDF: size of the
    /// widget in points, fonts embedded (PDF); CSV: the plotted points (series,x,y,low,high,id). Written atomically:
    /// WriteFailed, DiskFull, IsDirectory.
    core::Status exportTo(const QString& path, Format format, int dpi = 192) const;
    /// As it is shown, with the footnote.
    QImage toImage(int dpi = 96) const;
    QString toCsv() const;
    /// Where a data point lies in widget coordinates (tests, accessibility).
    QPointF positionOf(const QPointF& value) const;
    /// The x axis as it is shown now: lower and upper end as values (tests, linked zoom).
    QPointF visibleX() const;
    void resetZoom();

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

Q_SIGNALS:
    /// While dragging: border index and its x value. The owner answers with setBorders().
    void borderMoved(int index, double x);
    void borderReleased(int index, double x);

protected:
    bool event(QEvent* event) override;
    void changeEvent(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;

private:
    class Impl;
    std::unique_ptr<Impl> m_impl;
};

} // namespace widgets::charts
