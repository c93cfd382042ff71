// SPDX-License-Identifier: GPL-3.0-or-later
// What the Distribution stage costs on the screen with a million entities: the first view, a dragged border, linked
// brushing. Offscreen, software rendering, everything that is visible painted.
//
//     bench_lab [ENTITIES]          (a project of that many items is made in a temporary folder)
#include "core/store/import.h"
#include "widgets/charts/chart_view.h"
#include "widgets/panels/distribution_panel.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QPainter>
#include <QTabWidget>
#include <QTableView>
#include <QTemporaryDir>

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <fstream>
#include <vector>

using namespace widgets;

namespace {

/// A log in which item r has about 3e6/(r + 2.7)^1.05 purchases, at least one: few own nearly all of it.
bool makeProject(const std::string& folder, long entities, core::store::ProjectPtr& project) {
    const std::string csv = folder + "/log.csv";
    {
        std::ofstream file(csv);
        file << "item,user,time\n";
        for (long r = 1; r <= entities; ++r) {
            const long events = std::max(1L, std::lround(3e5 / std::pow(static_cast<double>(r) + 2.7, 1.05)));
            for (long e = 0; e < events; ++e)
                file << 'p' << r << ",u" << (r * 7 + e) % 50'000 << ",2024-0" << 1 + (r + e) % 9 << "-1" << e % 10
                     << '\n';
        }
    }
    auto opened = core::store::Project::open(folder + "/p.taillight", core::store::Project::Access::CreateNew);
    if (!opened.ok())
        return false;
    project = *opened;
    core::store::ImportRequest request;
    request.path = csv;
    request.kind = core::data::SourceKind::Log;
    core::JobContext job;
    return core::store::importFile(*project, request, job).ok();
}

double milliseconds(const QElapsedTimer& timer) {
    return static_cast<double>(timer.nsecsElapsed()) / 1e6;
}

struct Times {
    std::vector<double> all;
    double median() {
        std::sort(all.begin(), all.end());
        return all[all.size() / 2];
    }
    double worst() { return *std::max_element(all.begin(), all.end()); }
};

void paint(QWidget& widget) {
    QCoreApplication::processEvents();
    QImage image(widget.size(), QImage::Format_ARGB32_Premultiplied);
    QPainter painter(&image);
    widget.render(&painter);
}

template <class Done> void waitFor(Done done) {
    while (!done())
        QCoreApplication::processEvents(QEventLoop::AllEvents, 5);
}

} // namespace

int main(int argc, char** argv) {
    qputenv("QT_QPA_PLATFORM", "offscreen");
    QApplication app(argc, argv);
    const long entities = argc > 1 ? std::atol(argv[1]) : 1'000'000;
    QTemporaryDir folder;
    core::store::ProjectPtr project;
    if (entities < 10 || !makeProject(folder.path().toStdString(), entities, project)) {
        std::fprintf(stderr, "usage: bench_lab [ENTITIES ≥ 10]; the project could not be made\n");
        return 2;
    }
    Workspace workspace;
    DistributionPanel panel(workspace);
    panel.resize(1280, 800);
    panel.show();
    QElapsedTimer timer;
    timer.start();
    workspace.setProject(project);
    waitFor([&] { return panel.summary().entities == entities; });
    paint(panel);
    std::printf("%ld items\n  opened and first drawn            %8.1f ms\n", entities, milliseconds(timer));
    waitFor([&] { return panel.settled(); });
    const auto* names = panel.findChild<QTableView*>(QStringLiteral("entityTable"))->model();

    Times views, complete, again;
    for (int round = 0; round < 5; ++round) {
        for (const bool cold : {true, false}) {
            panel.showEntity("user");
            waitFor([&] { return panel.settled(); });
            paint(panel);
            timer.restart();
            if (cold) // what was kept of the items is of an older state; everything is read anew
                Q_EMIT workspace.dataChanged();
            panel.showEntity("item");
            waitFor([&] { return panel.summary().entities == entities; });
            paint(panel);
            (cold ? views : again).all.push_back(milliseconds(timer));
            waitFor([&] { return !names->index(0, 1).data().toString().isEmpty(); });
            paint(panel);
            if (cold)
                complete.all.push_back(milliseconds(timer));
        }
    }
    std::printf("  choosing an entity, read ahead      %8.1f ms (bar: 300)\n", again.median());
    std::printf("    at once after the data changed    %8.1f ms, with all names %.1f\n", views.median(),
                complete.median());

    auto* rank = panel.findChild<charts::ChartView*>(QStringLiteral("rank-frequency"));
    Times numbers, frames;
    for (int step = 0; step < 40; ++step) {
        const double x = 1'000.0 * std::pow(1.1, step % 20);
        timer.restart();
        Q_EMIT rank->borderMoved(0, x);
        numbers.all.push_back(milliseconds(timer));
        paint(panel);
        frames.all.push_back(milliseconds(timer));
    }
    Q_EMIT rank->borderReleased(0, 1'000);
    std::printf("  a step of a dragged border          %8.1f ms, worst %.1f (bar: 16)\n", numbers.median(),
                numbers.worst());
    std::printf("    with everything drawn anew        %8.1f ms, worst %.1f (bar: 33)\n", frames.median(),
                frames.worst());

    Times brush;
    waitFor([&] { return panel.settled(); });
    const auto& series = rank->data().series;
    for (int step = 0; step < 40; ++step) {
        core::select::Selection selection;
        selection.entity = "item";
        const auto& ids = series[step % std::max<qsizetype>(1, series.size() - 2)].ids;
        for (qsizetype i = 0; i < std::min<qsizetype>(ids.size(), 200 + 20 * step); ++i)
            selection.names.insert(ids[i].toStdString());
        timer.restart();
        workspace.selection().select(selection, core::select::Mode::Replace);
        paint(panel);
        brush.all.push_back(milliseconds(timer));
    }
    std::printf("  a step of linked brushing           %8.1f ms, worst %.1f (bar: 33, 30 frames a second)\n",
                brush.median(), brush.worst());
    return 0;
}
