// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/charts/chart_view.h"

#include "core/base/file.h"
#include "widgets/charts/chart_canvas.h"
#include "widgets/charts/chart_export.h"
#include "widgets/charts/chart_menu.h"
#include "widgets/charts/chart_table.h"
#include "widgets/charts/interaction.h"
#include "widgets/charts/overlay_item.h"
#include "widgets/charts/plot.h"
#include "widgets/selection_model.h"
#include "widgets/text.h"
#include "widgets/theme.h"

#include <QAccessible>
#include <QContextMenuEvent>
#include <QKeyEvent>
#include <QPointer>

#include <limits>
#include <optional>

namespace widgets::charts {
namespace {

constexpr QSize kLeastExport(320, 240);

bool hasNames(const core::select::Selection& selection, const QString& entity) {
    return !selection.empty() && !entity.isEmpty() && selection.entity == toStd(entity);
}

} // namespace

class ChartView::Impl {
public:
    explicit Impl(ChartView* view)
        : m_view(view),
          m_canvas(new ChartCanvas(m_plot, view)),
          m_interaction(new Interaction(m_plot, m_canvas->viewport(), view)) {
        m_plot.setLook(look(view->palette()));
        m_interaction->setLasso([this] { return m_selection != nullptr && m_selection->lasso(); });
    }

    ~Impl() {
        // The view outlives this object for a moment, and the canvas paints from the plot.
        delete m_interaction;
        delete m_canvas;
    }

    PlotLook look(const QPalette& palette) const {
        PlotLook look;
        look.palette = palette;
        look.font = m_view->font();
        return look;
    }

    void fit() {
        m_canvas->setGeometry(m_view->rect());
        m_plot.setSize(m_view->size());
        m_interaction->follow();
    }

    void restyle() { m_plot.setLook(look(m_view->palette())); }

    void showSelection() {
        QSet<QString> names;
        const bool active = m_selection != nullptr && hasNames(m_selection->selection(), m_plot.state().data.entity);
        if (active)
            for (const std::string& name : m_selection->selection().names)
                names.insert(toQString(name));
        m_plot.setHighlight(names, active);
    }

    void select(std::set<std::string> ids, core::select::Mode mode) {
        if (m_selection == nullptr || m_plot.state().data.entity.isEmpty())
            return;
        if (m_expand && ids.size() > 1)
            ids = m_expand(std::move(ids));
        const core::select::Selection next{toStd(m_plot.state().data.entity), std::move(ids)};
        const bool nothing = next.names.empty();
        if (mode == core::select::Mode::Replace)
            mode = m_selection->mode(); // without keys held, the mode chosen in the window counts
        // A click beside everything clears this chart's selection, not one made elsewhere of other things.
        if (nothing && m_selection->selection().entity != next.entity)
            return;
        if (nothing && (mode == core::select::Mode::Add || mode == core::select::Mode::Remove))
            return;
        m_selection->select(next, mode);
    }

    /// A plot of its own for an export: the one on screen stays as it is, hovering or not.
    std::unique_ptr<Plot> copy(const QPalette& palette, bool vector) {
        fit();
        auto plot = std::make_unique<Plot>();
        PlotLook wanted = look(palette);
        wanted.footnote = true;
        wanted.vector = vector;
        plot->setLook(wanted);
        plot->setSize(m_view->size().expandedTo(kLeastExport));
        plot->setData(m_plot.state().data);
        if (m_plot.zoomed())
            plot->show(m_plot.state().visible);
        if (m_selection != nullptr && m_plot.state().highlighting) {
            QSet<QString> names;
            for (const std::string& name : m_selection->selection().names)
                names.insert(toQString(name));
            plot->setHighlight(names, true);
        }
        return plot;
    }

    void describe() {
        const ChartData& data = m_plot.state().data;
        m_view->setAccessibleName(data.title.isEmpty() ? ChartView::tr("Chart") : data.title);
        if (m_plot.state().empty) {
            m_view->setAccessibleDescription(data.emptyText);
            return;
        }
        QStringList series;
        for (const SeriesData& one : data.series)
            series.append(ChartView::tr("%1 (%2 points)")
                              .arg(one.name.isEmpty() ? data.y.title : one.name, formatInteger(one.points.size())));
        m_view->setAccessibleDescription(
            ChartView::tr("%1 over %2. %3. Left and right arrow keys go through the points.")
                .arg(data.y.title, data.x.title, series.join(QStringLiteral(", "))));
    }

    /// What the user made of an axis.
    struct Scale {
        std::optional<AxisData::Scale> wanted;
        void applyTo(AxisData& axis) const {
            if (!wanted || axis.scale == AxisData::Scale::Categories)
                return;
            if (*wanted != axis.scale)
                axis.min = axis.max = std::numeric_limits<double>::quiet_NaN(); // limits are of the other scale
            axis.scale = *wanted;
        }
    };
    Scale m_scaleX, m_scaleY;
    ChartView* m_view;
    Plot m_plot;
    ChartCanvas* m_canvas;
    Interaction* m_interaction;
    QPointer<SelectionModel> m_selection;
    ChartView::Expander m_expand;
    bool m_byKeyboard = false; ///< the focus came by keyboard
};

ChartView::ChartView(QWidget* parent) : QWidget(parent), m_impl(std::make_unique<Impl>(this)) {
    setFocusPolicy(Qt::StrongFocus);
    connect(m_impl->m_interaction, &Interaction::borderMoved, this, &ChartView::borderMoved);
    connect(m_impl->m_interaction, &Interaction::borderReleased, this, &ChartView::borderReleased);
    connect(m_impl->m_interaction, &Interaction::selected, this,
            [this](const std::set<std::string>& ids, core::select::Mode mode) { m_impl->select(ids, mode); });
    connect(m_impl->m_interaction, &Interaction::menuRequested, this,
            [this](const QPoint& at) { showChartMenu(this, at); });
    connect(m_impl->m_interaction, &Interaction::described, this, [this](const QString& text) {
        setAccessibleDescription(text);
        QAccessibleEvent event(this, QAccessible::DescriptionChanged);
        QAccessible::updateAccessibility(&event);
    });
    m_impl->describe();
}

ChartView::~ChartView() = default;

void ChartView::setData(const ChartData& data) {
    m_impl->fit();
    ChartData wanted = data;
    m_impl->m_scaleX.applyTo(wanted.x);
    m_impl->m_scaleY.applyTo(wanted.y);
    const bool same = m_impl->m_plot.setData(wanted);
    m_impl->describe(); // before the key's point is described again
    m_impl->m_interaction->dataChanged(same);
    m_impl->showSelection();
}

const ChartData& ChartView::data() const {
    return m_impl->m_plot.state().data;
}

void ChartView::setLogarithmic(Qt::Orientation axis, bool logarithmic) {
    if (logarithmic && !canBeLogarithmic(axis)) // back to linear is always possible
        return;
    Impl::Scale& scale = axis == Qt::Horizontal ? m_impl->m_scaleX : m_impl->m_scaleY;
    scale.wanted = logarithmic ? AxisData::Scale::Log : AxisData::Scale::Linear;
    setData(ChartData(data()));
    resetZoom();
}

bool ChartView::isLogarithmic(Qt::Orientation axis) const {
    return (axis == Qt::Horizontal ? data().x : data().y).scale == AxisData::Scale::Log;
}

bool ChartView::canBeLogarithmic(Qt::Orientation axis) const {
    const ChartData& shown = data();
    if (shown.bare || (axis == Qt::Horizontal ? shown.x : shown.y).scale == AxisData::Scale::Categories)
        return false;
    for (const SeriesData& series : shown.series)
        for (const QPointF& point : series.points)
            if ((axis == Qt::Horizontal ? point.x() : point.y()) > 0)
                return true;
    return false;
}

SelectionModel* ChartView::selectionModel() const {
    return m_impl->m_selection;
}

void ChartView::setExpander(Expander expand) {
    m_impl->m_expand = std::move(expand);
}

void ChartView::setBorders(const QList<BorderData>& borders) {
    m_impl->m_plot.setBorders(borders);
}

void ChartView::setSelectionModel(SelectionModel* model) {
    if (m_impl->m_selection != nullptr)
        disconnect(m_impl->m_selection, nullptr, this, nullptr);
    m_impl->m_selection = model;
    if (model != nullptr)
        connect(model, &SelectionModel::selectionChanged, this, [this] { m_impl->showSelection(); });
    m_impl->showSelection();
}

core::Status ChartView::exportTo(const QString& path, Format format, int dpi) const {
    const auto write = [&path](const core::Result<QByteArray>& bytes) -> core::Status {
        if (!bytes.ok()) {
            core::Error error = bytes.error();
            return error.inFile(toStd(path));
        }
        return core::writeFileAtomically(toStd(path),
                                         std::string_view(bytes->constData(), static_cast<std::size_t>(bytes->size())));
    };
    const QPalette light = themePalette(Theme::Light);
    switch (format) {
    case Format::Png:
        return write(pngOf(*m_impl->copy(light, false), dpi));
    case Format::Svg:
        return write(svgOf(*m_impl->copy(light, true)));
    case Format::Pdf:
        return write(pdfOf(*m_impl->copy(light, true)));
    case Format::Csv:
        break;
    }
    return write(toCsv().toUtf8());
}

QImage ChartView::toImage(int dpi) const {
    return imageOf(*m_impl->copy(palette(), false), dpi);
}

QString ChartView::toCsv() const {
    return csvOf(data());
}

QPointF ChartView::positionOf(const QPointF& value) const {
    m_impl->fit();
    return m_impl->m_plot.state().valueToScene(value);
}

QPointF ChartView::visibleX() const {
    const PlotState& state = m_impl->m_plot.state();
    return {state.xScale.toValue(state.visible.x.min), state.xScale.toValue(state.visible.x.max)};
}

void ChartView::resetZoom() {
    m_impl->m_plot.resetZoom();
    m_impl->m_interaction->follow();
}

QSize ChartView::sizeHint() const {
    return {480, 320};
}

QSize ChartView::minimumSizeHint() const {
    return {200, 150};
}

bool ChartView::event(QEvent* event) {
    // Keys that windows like to take as shortcuts belong to the chart while it has the focus.
    if (event->type() == QEvent::ShortcutOverride) {
        const auto* const key = static_cast<QKeyEvent*>(event);
        switch (key->key()) {
        case Qt::Key_Left:
        case Qt::Key_Right:
        case Qt::Key_Home:
        case Qt::Key_Space:
            event->accept();
            return true;
        default:
            break;
        }
    }
    return QWidget::event(event);
}

void ChartView::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    switch (event->type()) {
    case QEvent::LanguageChange:
    case QEvent::LocaleChange:
        m_impl->describe();
        [[fallthrough]];
    case QEvent::PaletteChange:
    case QEvent::FontChange:
    case QEvent::StyleChange:
        m_impl->restyle();
        break;
    default:
        break;
    }
}

void ChartView::contextMenuEvent(QContextMenuEvent* event) {
    showChartMenu(this, event->globalPos());
    event->accept();
}

void ChartView::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    m_impl->fit();
}

void ChartView::keyPressEvent(QKeyEvent* event) {
    if (event->modifiers() == Qt::NoModifier && event->key() == Qt::Key_T) {
        showChartTable(this);
        return;
    }
    if (event->modifiers() == Qt::NoModifier && event->key() == Qt::Key_L && m_impl->m_selection != nullptr) {
        m_impl->m_selection->setLasso(!m_impl->m_selection->lasso());
        return;
    }
    if (!m_impl->m_interaction->keyPress(*event)) {
        QWidget::keyPressEvent(event);
        return;
    }
    m_impl->m_byKeyboard = true;
    m_impl->m_plot.overlay().setFocus(hasFocus());
}

void ChartView::focusInEvent(QFocusEvent* event) {
    QWidget::focusInEvent(event);
    // A click shows where it was; the frame is for those who come by keyboard, and stays while another window is used.
    const Qt::FocusReason reason = event->reason();
    if (reason != Qt::ActiveWindowFocusReason && reason != Qt::PopupFocusReason)
        m_impl->m_byKeyboard =
            reason == Qt::TabFocusReason || reason == Qt::BacktabFocusReason || reason == Qt::ShortcutFocusReason;
    m_impl->m_plot.overlay().setFocus(m_impl->m_byKeyboard);
}

void ChartView::focusOutEvent(QFocusEvent* event) {
    QWidget::focusOutEvent(event);
    m_impl->m_plot.overlay().setFocus(false);
}

} // namespace widgets::charts
