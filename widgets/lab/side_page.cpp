// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/lab/side_page.h"

#include "core/store/insight/insight.h"
#include "widgets/folders.h"
#include "widgets/lab/side_charts.h"
#include "widgets/panels/table_style.h"
#include "widgets/text.h"

#include <QComboBox>
#include <QDateEdit>
#include <QFileDialog>
#include <QFileInfo>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QSignalBlocker>
#include <QStackedWidget>
#include <QTableWidget>

namespace widgets {

using core::stats::SupportTablePtr;

namespace {

constexpr int kGrid = 8;
const QDate kEpoch(1970, 1, 1);

QWidget* rowOf(const QList<QWidget*>& widgets) {
    auto* row = new QWidget;
    auto* layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    for (QWidget* widget : widgets)
        layout->addWidget(widget);
    layout->addStretch(1);
    return row;
}

} // namespace

SidePage::SidePage(Workspace& workspace, const DistributionView& view, QWidget* parent)
    : LabPage(workspace, view, parent),
      m_kindLabel(new QLabel),
      m_kind(new QComboBox),
      m_options(new QStackedWidget),
      m_againstLabel(new QLabel),
      m_leftFrom(new QDateEdit),
      m_leftTo(new QDateEdit),
      m_rightFrom(new QDateEdit),
      m_rightTo(new QDateEdit),
      m_partsNote(new QLabel),
      m_selectionNote(new QLabel),
      m_hold(new QPushButton),
      m_release(new QPushButton),
      m_choose(new QPushButton),
      m_projectName(new QLabel),
      m_ranks(makeChart("side-ranks")),
      m_lorenz(makeChart("side-lorenz")),
      m_pairs(makeChart("side-pairs")),
      m_table(new QTableWidget(0, 4)) {
    m_kind->setObjectName(QStringLiteral("sideKind"));
    m_table->setObjectName(QStringLiteral("sideTable"));
    m_kind->addItems({{}, {}, {}, {}});
    m_kindLabel->setBuddy(m_kind);
    for (QDateEdit* edit : {m_leftFrom, m_leftTo, m_rightFrom, m_rightTo}) {
        edit->setCalendarPopup(true);
        edit->setDisplayFormat(QStringLiteral("yyyy-MM-dd"));
        connect(edit, &QDateEdit::userDateChanged, this, &SidePage::tableChanged);
    }
    m_options->addWidget(rowOf({m_leftFrom, m_leftTo, m_againstLabel, m_rightFrom, m_rightTo}));
    m_options->addWidget(rowOf({m_partsNote}));
    m_options->addWidget(rowOf({m_hold, m_release, m_selectionNote}));
    m_hold->setObjectName(QStringLiteral("sideHold"));
    m_release->setObjectName(QStringLiteral("sideRelease"));
    connect(m_hold, &QPushButton::clicked, this, [this] { hold(this->workspace().selection().selection()); });
    connect(m_release, &QPushButton::clicked, this, [this] { hold({}); });
    m_options->addWidget(rowOf({m_choose, m_projectName}));
    auto* bar = new QHBoxLayout;
    bar->addWidget(m_kindLabel);
    bar->addWidget(m_kind);
    bar->addWidget(m_options, 1);
    styleTable(m_table, 0);
    m_table->setSelectionMode(QAbstractItemView::NoSelection);
    auto* grid = new QGridLayout;
    grid->setSpacing(kGrid);
    grid->addWidget(m_ranks, 0, 0);
    grid->addWidget(m_lorenz, 0, 1);
    grid->addWidget(m_pairs, 1, 0);
    grid->addWidget(m_table, 1, 1);
    for (int i = 0; i < 2; ++i) {
        grid->setColumnStretch(i, 1);
        grid->setRowStretch(i, 1);
    }
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, kGrid, 0, 0);
    layout->setSpacing(kGrid);
    layout->addLayout(bar);
    layout->addLayout(grid, 1);
    connect(m_kind, &QComboBox::activated, this, [this](int index) { setKind(static_cast<Kind>(index)); });
    connect(m_choose, &QPushButton::clicked, this, &SidePage::chooseProject);
    connect(&workspace.selection(), &SelectionModel::selectionChanged, this, [this] {
        if (kind() == Kind::Selection)
            tableChanged();
    });
    connect(&workspace, &Workspace::projectChanged, this, [this] {
        m_datesSet = false;
        m_held = {};
    });
    connect(&workspace, &Workspace::currentSplitChanged, this, [this] {
        if (kind() == Kind::Parts)
            tableChanged();
    });
    retranslateUi();
    clear({});
}

QString SidePage::title() const {
    return tr("Side by side");
}

QString SidePage::help() const {
    return tr("Two spans of time, training and test, the selection and the rest, or another project against this one.");
}

SidePage::Kind SidePage::kind() const {
    return static_cast<Kind>(std::max(0, m_kind->currentIndex()));
}

void SidePage::setKind(Kind kind) {
    m_kind->setCurrentIndex(static_cast<int>(kind));
    m_options->setCurrentIndex(static_cast<int>(kind));
    tableChanged();
}

void SidePage::load() {
    switch (kind()) {
    case Kind::Time:
        loadTime();
        return;
    case Kind::Parts:
        loadParts();
        return;
    case Kind::Selection:
        loadSelection();
        return;
    case Kind::Project:
        loadProject();
        return;
    }
}

core::Result<SidePage::Sides> SidePage::together(SupportTablePtr left, SupportTablePtr right) {
    Sides sides;
    sides.likeness = core::store::likenessOf(*left, *right);
    sides.left = std::move(left);
    sides.right = std::move(right);
    return sides;
}

void SidePage::loadTime() {
    const auto day = [](const QDateEdit* edit) { return kEpoch.daysTo(edit->date()); };
    run<Sides>(
        tr("Comparing two spans of time"),
        [project = workspace().project(), table = view().table, fixed = m_datesSet, a = day(m_leftFrom),
         b = day(m_leftTo), c = day(m_rightFrom), d = day(m_rightTo)](core::JobContext& job) -> core::Result<Sides> {
            TL_TRY(const auto activity, core::store::activityOf(*project, *table, job));
            const std::int64_t first = activity.firstDay, last = first + activity.days - 1,
                               middle = first + activity.days / 2;
            TL_TRY(Sides sides,
                   together(core::store::supportBetween(*table, activity, fixed ? a : first, fixed ? b : middle - 1),
                            core::store::supportBetween(*table, activity, fixed ? c : middle, fixed ? d : last)));
            sides.firstDay = first;
            sides.lastDay = last;
            return sides;
        },
        [this](Sides sides) {
            if (!m_datesSet) {
                const std::int64_t middle = sides.firstDay + (sides.lastDay - sides.firstDay + 1) / 2;
                const std::pair<QDateEdit*, std::int64_t> dates[] = {{m_leftFrom, sides.firstDay},
                                                                     {m_leftTo, middle - 1},
                                                                     {m_rightFrom, middle},
                                                                     {m_rightTo, sides.lastDay}};
                for (const auto& [edit, value] : dates) {
                    const QSignalBlocker block(edit);
                    edit->setDate(kEpoch.addDays(value));
                }
                m_datesSet = true;
            }
            takeSides(std::move(sides));
        });
}

void SidePage::loadParts() {
    const auto split = workspace().currentSplit();
    if (!split) {
        giveUp(tr("Make a split on the Data stage first."));
        return;
    }
    run<Sides>(
        tr("Comparing training and test"),
        [project = workspace().project(), entity = view().table->entity,
         split = *split](core::JobContext& job) -> core::Result<Sides> {
            TL_TRY(auto left, core::store::supportOfPart(*project, entity, split, core::data::Part::Train, job));
            TL_TRY(auto right, core::store::supportOfPart(*project, entity, split, core::data::Part::Test, job));
            return together(std::move(left), std::move(right));
        },
        [this](Sides sides) { takeSides(std::move(sides)); });
}

void SidePage::loadSelection() {
    const core::select::Selection selection = workspace().selection().selection();
    const bool two = holds();
    m_release->setEnabled(two);
    m_hold->setEnabled(!selection.empty() && selection.entity == view().table->entity);
    m_selectionNote->setText(
        two ? tr("against the %1 held").arg(formatInteger(static_cast<qint64>(m_held.names.size()))) : QString());
    if (!m_hold->isEnabled()) {
        giveUp(two ? tr("Select other entities now: they are compared with those held.")
                   : tr("Select some entities on a chart or in the table first: they are compared with all others, or "
                        "with another selection."));
        return;
    }
    run<Sides>(
        tr("Comparing the selection with the rest"),
        [table = view().table, names = selection.names, two, held = m_held.names](core::JobContext&) {
            return together(core::store::supportOfNames(*table, names, false),
                            two ? core::store::supportOfNames(*table, held, false)
                                : core::store::supportOfNames(*table, names, true));
        },
        [this](Sides sides) { takeSides(std::move(sides)); });
}

void SidePage::hold(const core::select::Selection& selection) {
    m_held = selection;
    tableChanged();
}

bool SidePage::holds() const {
    return !m_held.empty() && view().table && m_held.entity == view().table->entity;
}

void SidePage::loadProject() {
    if (m_otherPath.isEmpty()) {
        giveUp(tr("Choose another project to compare with this one."));
        return;
    }
    run<Sides>(
        tr("Comparing with %1").arg(QFileInfo(m_otherPath).fileName()),
        [table = view().table, path = toStd(m_otherPath)](core::JobContext& job) -> core::Result<Sides> {
            TL_TRY(const auto other, core::store::Project::open(path, core::store::Project::Access::ReadOnly));
            TL_TRY(auto right, core::store::supportOf(*other, {table->entity, table->measure, {}}, job));
            return together(table, std::move(right));
        },
        [this](Sides sides) { takeSides(std::move(sides)); });
}

void SidePage::chooseProject() {
    const QString path = QFileDialog::getOpenFileName(this, tr("Project to compare with"), lastFolder(),
                                                      tr("Taillight projects (*.taillight)"));
    if (path.isEmpty())
        return;
    rememberFolder(path);
    setOtherProject(path);
}

void SidePage::setOtherProject(const QString& path) {
    m_otherPath = path;
    m_projectName->setText(QFileInfo(path).completeBaseName());
    setKind(Kind::Project);
}

QString SidePage::noData() const {
    return kind() == Kind::Time ? tr("No event that counts here has a time. Import a log and map its “time” field.")
           : kind() == Kind::Parts
               ? tr("Training and test rows are known of classes, categories, brands and other properties of items: "
                    "choose one of these as the entity.")
               : tr("The other project has nothing to count for this entity and measure.");
}

QString SidePage::sideTitle(bool left) const {
    switch (kind()) {
    case Kind::Time: {
        const QDateEdit* const from = left ? m_leftFrom : m_rightFrom;
        const QDateEdit* const to = left ? m_leftTo : m_rightTo;
        return tr("%1 to %2").arg(from->date().toString(Qt::ISODate), to->date().toString(Qt::ISODate));
    }
    case Kind::Parts:
        return left ? tr("training") : tr("test");
    case Kind::Selection:
        return left ? tr("selection") : holds() ? tr("held selection") : tr("all others");
    case Kind::Project:
        return left ? tr("this project") : QFileInfo(m_otherPath).completeBaseName();
    }
    return {};
}

void SidePage::takeSides(Sides sides) {
    m_sides = std::move(sides);
    redraw();
}

void SidePage::clear(const QString& sentence) {
    m_sides.reset();
    m_table->setRowCount(0);
    m_table->setColumnCount(0);
    DistributionView nothing;
    nothing.emptyText = sentence;
    for (charts::ChartView* chart : charts())
        chart->setData(labFrame(nothing, chart->data().title));
}

void SidePage::redraw() {
    if (!m_sides || !view().table)
        return;
    const Side left{m_sides->left, sideTitle(true), QColor(0x00, 0x72, 0xb2), Qt::SolidLine},
        right{m_sides->right, sideTitle(false), QColor(0xd5, 0x5e, 0x00), Qt::DashLine};
    m_ranks->setData(sideRanksChart(view(), left, right));
    m_lorenz->setData(sideLorenzChart(view(), left, right));
    m_pairs->setData(sidePairsChart(view(), left, right, m_sides->likeness));
    showIndices();
}

void SidePage::showIndices() {
    const auto left = core::stats::summarise(m_sides->left->counts, workspace().bucketRule()),
               right = core::stats::summarise(m_sides->right->counts, workspace().bucketRule());
    struct Row {
        QString name;
        double left, right;
        int decimals;
    };
    const core::store::Likeness& likeness = m_sides->likeness;
    QList<Row> rows{{tr("Entities with support"),
                     std::round(left.indices.coverage * static_cast<double>(left.entities)),
                     std::round(right.indices.coverage * static_cast<double>(right.entities)), 0},
                    {tr("Total support"), static_cast<double>(left.total), static_cast<double>(right.total), 0},
                    {tr("Imbalance ratio"), left.indices.imbalanceRatio, right.indices.imbalanceRatio, 1},
                    {tr("Gini"), left.indices.gini, right.indices.gini, 3},
                    {tr("Normalised entropy"), left.indices.normalisedEntropy, right.indices.normalisedEntropy, 3},
                    {tr("Effective number"), left.indices.effectiveNumber, right.indices.effectiveNumber, 1},
                    {tr("Share of the top 20 %"), left.indices.top20PctShare, right.indices.top20PctShare, 3}};
    m_table->setColumnCount(4);
    const auto header = [this](bool first) {
        QString text = sideTitle(first);
        if (kind() == Kind::Time) { // two lines: a span is long
            const QDateEdit* const from = first ? m_leftFrom : m_rightFrom;
            const QDateEdit* const to = first ? m_leftTo : m_rightTo;
            text = from->date().toString(Qt::ISODate) + QLatin1Char('\n') + to->date().toString(Qt::ISODate);
        }
        return text;
    };
    m_table->setHorizontalHeaderLabels({tr("Index"), header(true), header(false), tr("Difference")});
    m_table->setRowCount(static_cast<int>(rows.size()) + 3);
    const auto put = [this](int row, int column, const QString& text) {
        auto* item = new QTableWidgetItem(text);
        item->setTextAlignment((column == 0 ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter);
        item->setToolTip(text); // the name of an index may be elided
        m_table->setItem(row, column, item);
    };
    for (int row = 0; row < rows.size(); ++row) {
        put(row, 0, rows[row].name);
        put(row, 1, formatDecimal(rows[row].left, rows[row].decimals));
        put(row, 2, formatDecimal(rows[row].right, rows[row].decimals));
        put(row, 3, formatDecimal(rows[row].right - rows[row].left, rows[row].decimals));
    }
    const int more = static_cast<int>(rows.size());
    const auto known = [](double value) { return std::isfinite(value) ? formatDecimal(value) : QStringLiteral("–"); };
    const std::pair<QString, QString> together[] = {
        {tr("Entities on one side only"),
         tr("%1 and %2").arg(formatInteger(likeness.onlyLeft), formatInteger(likeness.onlyRight))},
        {tr("Rank correlation (Spearman)"), known(likeness.spearman)},
        {tr("Jensen–Shannon divergence"), known(likeness.jensenShannon)}};
    for (int i = 0; i < 3; ++i) {
        put(more + i, 0, together[i].first);
        for (int column = 1; column < 3; ++column)
            put(more + i, column, {});
        put(more + i, 3, together[i].second);
    }
    for (int column = 0; column < 4; ++column)
        m_table->horizontalHeader()->setSectionResizeMode(column, column == 0 ? QHeaderView::Stretch
                                                                              : QHeaderView::ResizeToContents);
}

void SidePage::retranslateUi() {
    m_hold->setText(tr("&Hold this selection"));
    m_hold->setToolTip(tr("Keeps the selection as the other side; what is selected next is compared with it"));
    m_release->setText(tr("All o&thers"));
    m_release->setToolTip(tr("Compares the selection with all others again"));
    m_kindLabel->setText(tr("&Compare:"));
    const QStringList kinds{tr("two spans of time"), tr("training and test"), tr("the selection and the rest"),
                            tr("another project")};
    for (int i = 0; i < kinds.size(); ++i)
        m_kind->setItemText(i, kinds[i]);
    m_kind->setAccessibleName(tr("What is compared"));
    m_kind->setToolTip(tr("Which two distributions stand side by side"));
    m_againstLabel->setText(tr("against"));
    const std::pair<QDateEdit*, QString> dates[] = {{m_leftFrom, tr("First day of the left span")},
                                                    {m_leftTo, tr("Last day of the left span")},
                                                    {m_rightFrom, tr("First day of the right span")},
                                                    {m_rightTo, tr("Last day of the right span")}};
    for (const auto& [edit, text] : dates) {
        edit->setAccessibleName(text);
        edit->setToolTip(text);
    }
    m_partsNote->setText(tr("The rows of the current split, by class, category or brand."));
    m_choose->setText(tr("C&hoose…"));
    m_choose->setToolTip(tr("Choose another project; it is only read"));
    m_choose->setAccessibleName(m_choose->toolTip());
    m_table->setAccessibleName(tr("Indices of both sides"));
    redraw();
}

} // namespace widgets
