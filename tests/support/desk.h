// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/sample_shop.h"
#include "widgets/shell/language.h"
#include "widgets/shell/main_window.h"
#include "widgets/theme.h"
#include "widgets/workspace.h"

#include <QSignalSpy>
#include <QTest>

namespace test {

inline constexpr int kLong = 30'000;

/// A window with its workspace, in the order in which they must go.
struct Desk {
    widgets::shell::Language language;
    widgets::Workspace workspace;
    widgets::shell::MainWindow window{workspace, language, {.settings = false}};

    Desk() {
        language.set(QStringLiteral("en"));
        window.setTheme(widgets::Theme::Light);
        window.show();
    }
    template <class T> T* find(const char* name) const {
        auto* found = window.template findChild<T*>(QLatin1String(name));
        if (found == nullptr)
            qWarning("no %s in the window", name);
        return found;
    }
    void click(const char* name) const { QTest::mouseClick(find<QWidget>(name), Qt::LeftButton); }
    bool makeProject(const QString& path) {
        QSignalSpy opened(&window, &widgets::shell::MainWindow::projectOpened);
        window.newProject(path);
        return opened.wait(kLong) && opened.constFirst().constFirst().toBool();
    }
};

inline core::data::SampleShopConfig tinyShop() {
    core::data::SampleShopConfig config;
    config.items = 300;
    config.users = 100;
    config.events = 3000;
    config.classes = 6;
    return config;
}

} // namespace test
