// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/select/selection.h"
#include "widgets/charts/hit.h"
#include "widgets/charts/overlay_item.h"

#include <QObject>
#include <QPoint>
#include <QPolygonF>
#include <QWidget>

#include <functional>
#include <optional>
#include <set>
#include <string>
#include <vector>

class QKeyEvent;
class QMouseEvent;
class QWheelEvent;

namespace widgets::charts {

class Plot;

/// Plain: replace; Ctrl: add; Alt: remove; Ctrl+Shift: intersect.
core::select::Mode modeOf(Qt::KeyboardModifiers modifiers);

/// Turns mouse and keys on one chart into zoom, pan, border moves and selections. Filters the events of the viewport.
class Interaction : public QObject {
    Q_OBJECT
public:
    Interaction(Plot& plot, QWidget* viewport, QObject* parent);

    /// Asked when a drag begins: whether it draws a free outline.
    void setLasso(std::function<bool()> lasso) { m_lasso = std::move(lasso); }

    bool eventFilter(QObject* watched, QEvent* event) override;
    /// True when the key means something here.
    bool keyPress(const QKeyEvent& event);
    /// After new data. Of the `same` kind (a live chart): drags and the key's point go on; else they refer to what is
    /// gone.
    void dataChanged(bool same);
    /// After zoom or resize: the crosshair of the key's point follows.
    void follow();

Q_SIGNALS:
    void borderMoved(int index, double x);
    void borderReleased(int index, double x);
    void selected(const std::set<std::string>& ids, core::select::Mode mode);
    void menuRequested(const QPoint& global);
    /// The key's point changed: its description, for screen readers.
    void described(const QString& text);

private:
    enum class Drag { None, Border, Brush, Lasso, Zoom, Pan };

    bool mousePress(const QMouseEvent& event);
    bool mouseMove(const QMouseEvent& event);
    bool mouseRelease(const QMouseEvent& event);
    bool wheel(const QWheelEvent& event);
    void hover(const QPointF& place);
    void dragBorder(const QPointF& place);
    void finishBrush(bool lasso, const QPointF& place, Qt::KeyboardModifiers modifiers);
    void cancelDrag();
    std::vector<int> bordersAt(const QPointF& place) const;
    bool stepPoint(int by);
    bool stepSeries(int by);
    bool stepBorder(int direction, bool far);
    bool selectFocused(Qt::KeyboardModifiers modifiers);
    void showFocused();
    const std::vector<qsizetype>& orderOf(int series);

    Plot& m_plot;
    QWidget* m_viewport;
    Drag m_drag = Drag::None;
    QPointF m_pressed, m_last;
    std::function<bool()> m_lasso;
    QPolygonF m_outline;           ///< of the lasso
    std::vector<int> m_candidates; ///< borders under the press: the direction of the first move decides
    int m_border = -1;             ///< dragged now
    int m_lastBorder = -1;         ///< what Ctrl+Left/Right move
    double m_borderStart = 0;
    std::optional<Hit> m_focused;                ///< the point that the keys are at
    std::vector<std::vector<qsizetype>> m_order; ///< points of each series by x, made when keys first ask
};

} // namespace widgets::charts
