// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/shell/diagnostics.h"

#include "core/train/engine_loader.h"
#include "widgets/text.h"
#include "widgets/theme.h"

#include <QClipboard>
#include <QDialogButtonBox>
#include <QGuiApplication>
#include <QLocale>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSysInfo>
#include <QThread>
#include <QVBoxLayout>

namespace widgets::shell {

DiagnosticsDialog::DiagnosticsDialog(Workspace& workspace, QWidget* parent)
    : QDialog(parent), m_workspace(workspace), m_text(new QPlainTextEdit(this)) {
    setObjectName(QStringLiteral("diagnosticsDialog"));
    setWindowTitle(tr("Diagnostics"));
    constexpr QSize kSize{640, 400};
    resize(kSize);
    m_text->setObjectName(QStringLiteral("diagnosticsText"));
    m_text->setReadOnly(true);
    m_text->setAccessibleName(tr("Diagnostics"));
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    m_probe = buttons->addButton(tr("Check the training &engine"), QDialogButtonBox::ActionRole);
    m_probe->setObjectName(QStringLiteral("diagnosticsProbe"));
    m_probe->setToolTip(tr("Opens the engine module, which may take some seconds, and says what it finds"));
    m_copy = buttons->addButton(tr("&Copy"), QDialogButtonBox::ActionRole);
    m_copy->setObjectName(QStringLiteral("diagnosticsCopy"));
    auto* layout = new QVBoxLayout(this);
    layout->addWidget(m_text, 1);
    layout->addWidget(buttons);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_copy, &QPushButton::clicked, this,
            [this] { QGuiApplication::clipboard()->setText(m_text->toPlainText()); });
    connect(m_probe, &QPushButton::clicked, this, &DiagnosticsDialog::probeEngine);
    fill(core::train::engineLoaded() ? tr("loaded") : tr("not loaded (it is opened when it is first needed)"));
}

void DiagnosticsDialog::fill(const QString& engine) {
    QStringList lines;
    lines << tr("Taillight: %1").arg(QStringLiteral(TAILLIGHT_VERSION))
          << tr("Qt: %1 (built with %2)").arg(QLatin1String(qVersion()), QLatin1String(QT_VERSION_STR))
          << tr("System: %1, %2").arg(QSysInfo::prettyProductName(), QSysInfo::currentCpuArchitecture())
          << tr("Processor threads: %1").arg(formatInteger(QThread::idealThreadCount()))
          << tr("Display: %1, scale %2").arg(QGuiApplication::platformName(), formatDecimal(devicePixelRatioF(), 2))
          << tr("Locale: %1").arg(QLocale().name()) << tr("Palette: %1").arg(darkPalette() ? tr("dark") : tr("light"))
          << tr("Project: %1").arg(m_workspace.project() ? toQString(m_workspace.project()->path()) : tr("none"))
          << tr("Training engine: %1").arg(engine);
    m_text->setPlainText(lines.join(QLatin1Char('\n')));
}

void DiagnosticsDialog::probeEngine() {
    m_probe->setEnabled(false);
    JobRunner::Options options;
    options.title = tr("Opening the training engine");
    m_workspace.jobs().run<core::train::EngineInfo>(
        options, this,
        [](core::JobContext&) -> core::Result<core::train::EngineInfo> {
            TL_TRY(core::train::Engine * engine, core::train::loadEngine());
            return engine->info();
        },
        [this](core::Result<core::train::EngineInfo> result) {
            m_probe->setEnabled(true);
            if (!result.ok()) {
                fill(errorText(result.error()));
                return;
            }
            QStringList devices;
            for (const std::string& device : result->devices)
                devices << toQString(device);
            fill(tr("%1, %2; devices: %3. %4")
                     .arg(toQString(result->library), toQString(result->blas), devices.join(QStringLiteral(", ")),
                          toQString(result->warning)));
        });
}

} // namespace widgets::shell
