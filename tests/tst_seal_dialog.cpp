// SPDX-License-Identifier: GPL-3.0-or-later
// The dialog that asks for a passphrase, and sealing, opening and viewer copies through the window.
#include "core/base/file.h"
#include "core/privacy/seal.h"
#include "core/store/sealed_project.h"
#include "tests/support/desk.h"
#include "widgets/panels/seal_dialog.h"
#include "widgets/text.h"

#include <QAction>
#include <QCheckBox>
#include <QFileInfo>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTemporaryDir>

using namespace widgets;
using Purpose = SealDialog::Purpose;

namespace {

template <class T> T* part(QWidget& parent, const char* name) {
    return parent.findChild<T*>(QLatin1String(name));
}

void type(QWidget& dialog, const char* first, const char* second = nullptr) {
    part<QLineEdit>(dialog, "sealPassphrase")->setText(QString::fromUtf8(first));
    if (second != nullptr)
        part<QLineEdit>(dialog, "sealPassphraseAgain")->setText(QString::fromUtf8(second));
}

} // namespace

class TestSealDialog : public QObject {
    Q_OBJECT

    QTemporaryDir m_dir;
    QString path(const char* name) const { return m_dir.filePath(QString::fromLatin1(name)); }
    QString project(const char* name) const {
        const auto made = core::store::Project::open(toStd(path(name)), core::store::Project::Access::CreateNew);
        return made.ok() ? path(name) : QString();
    }

private Q_SLOTS:
    void asksTwiceWhenItSeals();
    void asksOnceWhenItOpens();
    void nothingIsOverwritten();
    void passphraseIsHidden();
    void errorsStayInTheDialog();
    void languageChanges();
    void sealThroughTheWindow();
    void openThroughTheWindow();
};

void TestSealDialog::asksTwiceWhenItSeals() {
    SealDialog dialog(Purpose::Seal, path("a.taillight"), path("a.taillight.sealed"));
    auto* ok = part<QPushButton>(dialog, "sealStart");
    auto* note = part<QLabel>(dialog, "sealNote");
    QVERIFY(!ok->isEnabled());
    type(dialog, "correct horse battery", "correct horse");
    QVERIFY(!ok->isEnabled());
    QVERIFY(note->text().contains(QLatin1String("differ")));
    type(dialog, "short", "short");
    QVERIFY(ok->isEnabled()); // allowed, and said to be weak
    QVERIFY(note->text().contains(QLatin1String("guessed")));
    type(dialog, "correct horse battery", "correct horse battery");
    QVERIFY(ok->isEnabled());
    QCOMPARE(std::string(dialog.passphrase().view()), std::string("correct horse battery"));
    QVERIFY(dialog.removePlaintext() && !dialog.replaceNames());
    part<QCheckBox>(dialog, "sealOption")->setChecked(false);
    QVERIFY(!dialog.removePlaintext());
    part<QLineEdit>(dialog, "sealOutput")->clear();
    QVERIFY(!ok->isEnabled());
    QSignalSpy confirmed(&dialog, &SealDialog::confirmed);
    part<QLineEdit>(dialog, "sealOutput")->setText(path("a.taillight.sealed"));
    ok->click();
    QCOMPARE(confirmed.count(), 1);
}

void TestSealDialog::asksOnceWhenItOpens() {
    SealDialog dialog(Purpose::Open, path("a.sealed"), path("a.taillight"));
    dialog.show();
    QVERIFY(!part<QLineEdit>(dialog, "sealPassphraseAgain")->isVisible());
    QVERIFY(!part<QCheckBox>(dialog, "sealOption")->isVisible());
    type(dialog, "x");
    QVERIFY(part<QPushButton>(dialog, "sealStart")->isEnabled());
    QVERIFY(!dialog.removePlaintext() && !dialog.replaceNames());
}

void TestSealDialog::nothingIsOverwritten() {
    QVERIFY(core::writeFileAtomically(toStd(path("there.sealed")), "x").ok());
    SealDialog dialog(Purpose::Viewer, path("a.taillight"), path("there.sealed"));
    type(dialog, "correct horse battery", "correct horse battery");
    QVERIFY(!part<QPushButton>(dialog, "sealStart")->isEnabled());
    QVERIFY(part<QLabel>(dialog, "sealNote")->text().contains(QLatin1String("there.sealed")));
}

void TestSealDialog::passphraseIsHidden() {
    SealDialog dialog(Purpose::Seal, path("a.taillight"), path("a.sealed"));
    for (const char* name : {"sealPassphrase", "sealPassphraseAgain"}) {
        auto* field = part<QLineEdit>(dialog, name);
        QCOMPARE(field->echoMode(), QLineEdit::Password);
        QVERIFY(!field->accessibleName().isEmpty());
    }
    type(dialog, "密码 sésame", "密码 sésame");
    QCOMPARE(std::string(dialog.passphrase().view()),
             std::string("密码 sésame")); // UTF-8, as the headless program takes it
}

void TestSealDialog::errorsStayInTheDialog() {
    SealDialog dialog(Purpose::Open, path("a.sealed"), path("a.taillight"));
    type(dialog, "wrong");
    dialog.setBusy(true);
    QVERIFY(!part<QPushButton>(dialog, "sealStart")->isEnabled());
    QVERIFY(!part<QLineEdit>(dialog, "sealPassphrase")->isEnabled());
    dialog.showError(QStringLiteral("This is not the passphrase."));
    QCOMPARE(part<QLabel>(dialog, "sealNote")->text(), QStringLiteral("This is not the passphrase."));
    QVERIFY(part<QLineEdit>(dialog, "sealPassphrase")->isEnabled());
    type(dialog, "another"); // trying again takes the error away
    QVERIFY(part<QLabel>(dialog, "sealNote")->text() != QLatin1String("This is not the passphrase."));
}

void TestSealDialog::languageChanges() {
    SealDialog dialog(Purpose::Seal, path("a.taillight"), path("a.sealed"));
    part<QLineEdit>(dialog, "sealPassphrase")->setText(QStringLiteral("typed"));
    QEvent change(QEvent::LanguageChange);
    QCoreApplication::sendEvent(&dialog, &change);
    QCOMPARE(part<QLineEdit>(dialog, "sealPassphrase")->text(), QStringLiteral("typed"));
    QVERIFY(!dialog.windowTitle().isEmpty());
}

void TestSealDialog::sealThroughTheWindow() {
    const QString file = project("w.taillight");
    test::Desk desk;
    QSignalSpy opened(&desk.window, &shell::MainWindow::projectOpened);
    desk.window.openProject(file);
    QVERIFY(opened.wait(test::kLong));
    QVERIFY(desk.workspace.project());
    desk.window.findChild<QAction*>(QStringLiteral("actionSeal"))->trigger();
    auto* dialog = desk.window.findChild<SealDialog*>();
    QVERIFY(dialog != nullptr);
    QCOMPARE(QFileInfo(dialog->output()).fileName(), QStringLiteral("w.taillight.sealed"));
    type(*dialog, "correct horse battery", "correct horse battery");
    part<QPushButton>(*dialog, "sealStart")->click();
    QTRY_VERIFY_WITH_TIMEOUT(QFileInfo::exists(path("w.taillight.sealed")) && !QFileInfo::exists(file), test::kLong);
    QVERIFY(!desk.workspace.project());
}

void TestSealDialog::openThroughTheWindow() {
    // Sealed cheaply: the window opens whatever costs the file names.
    const QString file = project("o.taillight");
    core::JobContext job;
    core::store::SealOptions options;
    options.costs = {1, 8U << 10U};
    QVERIFY(core::store::sealProject(toStd(file), core::privacy::Secret(std::string_view("open sesame")), options, job)
                .ok());
    QVERIFY(!QFileInfo::exists(file));
    QVERIFY(shell::MainWindow::isSealed(path("o.taillight.sealed")));
    test::Desk desk;
    desk.window.openDropped({path("o.taillight.sealed")}); // as when it is dropped on the window
    auto* dialog = desk.window.findChild<SealDialog*>();
    QVERIFY(dialog != nullptr && dialog->purpose() == Purpose::Open);
    QCOMPARE(QFileInfo(dialog->output()).fileName(), QStringLiteral("o.taillight"));
    type(*dialog, "open barley");
    part<QPushButton>(*dialog, "sealStart")->click();
    QTRY_VERIFY_WITH_TIMEOUT(part<QLabel>(*dialog, "sealNote")->text().contains(QLatin1String("passphrase of")),
                             test::kLong);
    QVERIFY(!QFileInfo::exists(file));
    QSignalSpy opened(&desk.window, &shell::MainWindow::projectOpened);
    type(*dialog, "open sesame");
    part<QPushButton>(*dialog, "sealStart")->click();
    QVERIFY(opened.wait(test::kLong));
    QVERIFY(desk.workspace.project());
    QCOMPARE(toQString(desk.workspace.project()->path()), file);
}

QTEST_MAIN(TestSealDialog)
#include "tst_seal_dialog.moc"
