// SPDX-License-Identifier: GPL-3.0-or-later
// The window program. Options and exit codes (0 done, 1 failed, 2 wrong usage, 3 cancelled) are those of the headless
// one.
#include "core/base/error_text.h"
#include "core/base/log.h"
#include "widgets/shell/language.h"
#include "widgets/shell/main_window.h"
#include "widgets/shell/screenshots.h"
#include "widgets/text.h"
#include "widgets/theme.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QDir>
#include <QElapsedTimer>
#include <QSettings>
#include <QStandardPaths>
#include <QTimer>

#include <cstdio>
#include <memory>
#include <optional>

namespace {

constexpr int kUsage = 2;

/// What the command line asks for.
struct Arguments {
    QString project;
    QString screenshots;
    std::optional<widgets::shell::ChartRequest> charts;
    std::optional<widgets::Theme> theme;
    std::optional<core::stats::BucketRule> buckets;
    QString language;
    QSize size{1280, 800};
    bool firstPaint = false;
    bool headless() const { return !screenshots.isEmpty() || charts; }
};

int fail(const QString& sentence, int code) {
    std::fputs(qPrintable(sentence + QLatin1Char('\n')), stderr);
    return code;
}

int fail(const core::Error& error) {
    return fail(widgets::errorText(error), core::exitCode(error.code));
}

core::Error usage(const QString& sentence) {
    return core::Error(core::ErrorCode::Usage, widgets::toStd(sentence));
}

core::Result<core::RunId> parseRun(const QString& text) {
    bool ok = false;
    const qint64 id = text.trimmed().toLongLong(&ok);
    if (!ok || id <= 0)
        return usage(QStringLiteral("“%1” is no run number. Give numbers such as --runs 1,2.").arg(text));
    return core::RunId{id};
}

core::Result<QSize> parseSize(const QString& text) {
    const QStringList parts = text.split(QLatin1Char('x'));
    bool wide = false, high = false;
    const QSize size = parts.size() == 2 ? QSize(parts[0].toInt(&wide), parts[1].toInt(&high)) : QSize();
    constexpr int kLeast = 200, kMost = 10'000;
    if (!wide || !high || size.width() < kLeast || size.height() < kLeast || size.width() > kMost ||
        size.height() > kMost)
        return usage(QStringLiteral("“%1” is no size. Give one such as --size 1280x800.").arg(text));
    return size;
}

void addOptions(QCommandLineParser& parser) {
    parser.setApplicationDescription(QStringLiteral("Taillight, a workbench for long-tailed e-commerce data."));
    parser.addPositionalArgument(QStringLiteral("PROJECT"), QStringLiteral("Project file to open (.taillight)."),
                                 QStringLiteral("[PROJECT]"));
    parser.addOptions({
        {QStringLiteral("screenshots"), QStringLiteral("Render every stage of PROJECT into DIR and quit."),
         QStringLiteral("DIR")},
        {QStringLiteral("export-charts"), QStringLiteral("Write the charts of PROJECT into DIR and quit."),
         QStringLiteral("DIR")},
        {QStringLiteral("format"), QStringLiteral("Format of the charts: png, svg, pdf or csv."),
         QStringLiteral("FORMAT"), QStringLiteral("png")},
        {QStringLiteral("runs"), QStringLiteral("Runs to compare, by number: 1,2 (default: all finished)."),
         QStringLiteral("RUNS")},
        {QStringLiteral("baseline"), QStringLiteral("Run to compare with (default: the first)."),
         QStringLiteral("RUN")},
        {QStringLiteral("buckets"), QStringLiteral("Bucket rule, such as shots:100,20."), QStringLiteral("RULE")},
        {QStringLiteral("theme"), QStringLiteral("light or dark."), QStringLiteral("THEME")},
        {QStringLiteral("language"), QStringLiteral("en or zh_CN."), QStringLiteral("LANGUAGE")},
        {QStringLiteral("size"), QStringLiteral("Size of the window, such as 1280x800."), QStringLiteral("WxH")},
        {QStringLiteral("first-paint"), QStringLiteral("Print the milliseconds from start to first paint and quit.")},
        {{QStringLiteral("h"), QStringLiteral("help")}, QStringLiteral("Show this help.")},
        {{QStringLiteral("v"), QStringLiteral("version")}, QStringLiteral("Show the version.")},
    });
}

core::Result<widgets::shell::ChartRequest> chartRequest(const QCommandLineParser& parser) {
    widgets::shell::ChartRequest request;
    request.directory = parser.value(QStringLiteral("export-charts"));
    const auto format = widgets::shell::chartFormat(parser.value(QStringLiteral("format")));
    if (!format)
        return usage(QStringLiteral("“%1” is no chart format. Choose png, svg, pdf or csv.")
                         .arg(parser.value(QStringLiteral("format"))));
    request.format = *format;
    for (const QString& text : parser.value(QStringLiteral("runs")).split(QLatin1Char(','), Qt::SkipEmptyParts)) {
        TL_TRY(const core::RunId run, parseRun(text));
        request.runs.push_back(run);
    }
    if (parser.isSet(QStringLiteral("baseline"))) {
        TL_TRY(request.baseline, parseRun(parser.value(QStringLiteral("baseline"))));
    }
    return request;
}

core::Result<Arguments> readArguments(const QCommandLineParser& parser) {
    Arguments arguments;
    const QStringList files = parser.positionalArguments();
    if (files.size() > 1)
        return usage(QStringLiteral("One project can be opened at a time, but %1 were given.").arg(files.size()));
    arguments.project = files.value(0);
    arguments.screenshots = parser.value(QStringLiteral("screenshots"));
    arguments.firstPaint = parser.isSet(QStringLiteral("first-paint"));
    if (parser.isSet(QStringLiteral("export-charts"))) {
        TL_TRY(arguments.charts, chartRequest(parser));
    }
    if (arguments.headless() && arguments.project.isEmpty())
        return usage(QStringLiteral("Name the PROJECT to render."));
    if (parser.isSet(QStringLiteral("theme"))) {
        const QString theme = parser.value(QStringLiteral("theme"));
        if (theme != QLatin1String("light") && theme != QLatin1String("dark"))
            return usage(QStringLiteral("“%1” is no theme. Choose light or dark.").arg(theme));
        arguments.theme = theme == QLatin1String("dark") ? widgets::Theme::Dark : widgets::Theme::Light;
    }
    if (parser.isSet(QStringLiteral("buckets"))) {
        TL_TRY(arguments.buckets,
               core::stats::parseBucketRule(widgets::toStd(parser.value(QStringLiteral("buckets")))));
    }
    arguments.language = parser.value(QStringLiteral("language"));
    if (!arguments.language.isEmpty() && !widgets::shell::Language::known(arguments.language))
        return usage(QStringLiteral("“%1” is no language of Taillight. Choose en or zh_CN.").arg(arguments.language));
    if (parser.isSet(QStringLiteral("size"))) {
        TL_TRY(arguments.size, parseSize(parser.value(QStringLiteral("size"))));
    }
    return arguments;
}

int renderOnly(const Arguments& arguments) {
    widgets::shell::Language language;
    language.set(arguments.language.isEmpty() ? QStringLiteral("en") : arguments.language);
    widgets::Workspace workspace;
    widgets::shell::MainWindow window(workspace, language, {.settings = false});
    window.setTheme(arguments.theme.value_or(widgets::Theme::Light));
    window.resize(arguments.size);
    if (const core::Status opened = widgets::shell::openAndWait(window, workspace, arguments.project); !opened.ok())
        return fail(opened.error());
    if (arguments.buckets)
        workspace.setBucketRule(*arguments.buckets);
    if (!arguments.screenshots.isEmpty())
        if (const core::Status done = widgets::shell::renderScreenshots(window, workspace, arguments.screenshots);
            !done.ok())
            return fail(done.error());
    if (arguments.charts) {
        const core::Result<int> written = widgets::shell::renderCharts(window, workspace, *arguments.charts);
        if (!written.ok())
            return fail(written.error());
        if (*written == 0)
            return fail(
                core::Error(core::ErrorCode::NoData, "the project has no chart with points; import data first"));
    }
    return 0;
}

int openWindow(const Arguments& arguments, const QElapsedTimer& sinceStart) {
    widgets::shell::Language language;
    const QString remembered = QSettings().value(QStringLiteral("language")).toString();
    language.set(arguments.language.isEmpty() ? remembered : arguments.language);
    widgets::Workspace workspace;
    widgets::shell::MainWindow window(workspace, language, {.settings = true});
    if (arguments.theme)
        window.setTheme(*arguments.theme);
    if (arguments.buckets)
        workspace.setBucketRule(*arguments.buckets);
    if (arguments.firstPaint)
        QObject::connect(&window, &widgets::shell::MainWindow::firstPainted, &window, [&] {
            std::printf("%lld\n", static_cast<long long>(sinceStart.elapsed()));
            QTimer::singleShot(0, qApp, &QCoreApplication::quit);
        });
    window.show();
    if (!arguments.project.isEmpty())
        window.openProject(arguments.project);
    return QApplication::exec();
}

QString logFile() {
    const QString folder = QStandardPaths::writableLocation(QStandardPaths::AppDataLocation);
    return QDir().mkpath(folder) ? QDir(folder).filePath(QStringLiteral("taillight.log")) : QString();
}

/// Rendering, --help and --version need no display: without one they draw off the screen.
bool displayMissing() {
#if defined(Q_OS_UNIX) && !defined(Q_OS_MACOS)
    return qEnvironmentVariableIsEmpty("DISPLAY") && qEnvironmentVariableIsEmpty("WAYLAND_DISPLAY") &&
           qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM");
#else
    return false;
#endif
}

} // namespace

int main(int argc, char** argv) {
    QElapsedTimer sinceStart;
    sinceStart.start();
    QCommandLineParser parser;
    core::Result<Arguments> arguments = core::Error(core::ErrorCode::Usage);
    {
        // The options decide which platform the window needs, so they are read before there is a QApplication.
        const QCoreApplication application(argc, argv);
        addOptions(parser);
        if (!parser.parse(QCoreApplication::arguments()))
            return fail(parser.errorText(), kUsage);
        if (parser.isSet(QStringLiteral("help"))) {
            std::fputs(qPrintable(parser.helpText()), stdout);
            return 0;
        }
        if (parser.isSet(QStringLiteral("version"))) {
            std::puts("Taillight " TAILLIGHT_VERSION);
            return 0;
        }
        arguments = readArguments(parser);
    }
    if (!arguments.ok())
        return fail(arguments.error());
    if (displayMissing()) {
        if (!arguments->headless() && !arguments->firstPaint)
            return fail(QStringLiteral("There is no display to open a window on. Use taillight-cli, or --screenshots "
                                       "and --export-charts."),
                        1);
        qputenv("QT_QPA_PLATFORM", "offscreen");
    }
    const QApplication application(argc, argv);
    QApplication::setApplicationName(QStringLiteral("taillight"));
    QApplication::setApplicationDisplayName(QStringLiteral("Taillight"));
    QApplication::setOrganizationName(QStringLiteral("taillight"));
    QApplication::setApplicationVersion(QStringLiteral(TAILLIGHT_VERSION));
    QApplication::setDesktopFileName(QStringLiteral("org.taillight.Taillight"));
    core::setUpLog(core::LogLevel::Warning, arguments->headless() ? std::string() : widgets::toStd(logFile()));
    if (arguments->headless())
        return renderOnly(*arguments);
    return openWindow(*arguments, sinceStart);
}
