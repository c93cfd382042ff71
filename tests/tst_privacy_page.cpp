// SPDX-License-Identifier: GPL-3.0-or-later
// The Privacy page: report, k-anonymity, export, and hiding what is in the project already.
#include "core/base/file.h"
#include "core/privacy/key.h"
#include "core/store/import.h"
#include "widgets/panels/privacy_apply_dialog.h"
#include "widgets/panels/privacy_report_page.h"
#include "widgets/text.h"

#include <QCheckBox>
#include <QComboBox>
#include <QLineEdit>
#include <QPushButton>
#include <QTemporaryDir>
#include <QTest>
#include <QTextBrowser>

using namespace widgets;

namespace {
constexpr int kLong = 30'000;
} // namespace

class TestPrivacyPage : public QObject {
    Q_OBJECT

    QTemporaryDir m_dir;
    std::string path(const char* name) const { return toStd(m_dir.filePath(QString::fromLatin1(name))); }
    core::store::ProjectPtr shop(const char* name) const {
        const std::string log = path("log.csv");
        const auto project = core::store::Project::open(path(name), core::store::Project::Access::CreateNew);
        core::store::ImportRequest request;
        request.path = log;
        request.kind = core::data::SourceKind::Log;
        core::JobContext job;
        const bool ok =
            core::writeFileAtomically(log, "user,item,kind,time,query\nalice.smith,lamp,purchase,2024-01-01,mail "
                                           "jane@example.com\nbob.jones,lamp,purchase,2024-01-02,shoes\n")
                .ok() &&
            project.ok() && core::store::importFile(**project, request, job).ok();
        return ok ? *project : nullptr;
    }

private Q_SLOTS:
    void saysWhatThereIs() {
        Workspace workspace;
        PrivacyReportPage page(workspace);
        page.show();
        auto* text = page.findChild<QTextBrowser*>(QStringLiteral("privacyReport"));
        QVERIFY(!page.findChild<QPushButton*>(QStringLiteral("privacyRun"))->isEnabled());
        QVERIFY(!page.exportTo(m_dir.filePath(QStringLiteral("none.txt"))).ok());
        workspace.setProject(shop("says.taillight"));
        QTRY_VERIFY_WITH_TIMEOUT(page.settled() && text->toPlainText().contains(QLatin1String("query.text")), kLong);
        QVERIFY(text->toPlainText().contains(QLatin1String("log.csv")));
        QVERIFY(!text->toPlainText().contains(QLatin1String("jane@")));
        page.findChild<QLineEdit*>(QStringLiteral("privacyIdentifiers"))->setText(QStringLiteral("time:month, item"));
        page.findChild<QPushButton*>(QStringLiteral("privacyRun"))->click();
        QTRY_VERIFY_WITH_TIMEOUT(page.settled() && text->toPlainText().contains(QLatin1String("time:month")), kLong);
        QVERIFY(page.exportTo(m_dir.filePath(QStringLiteral("r.json"))).ok());
        const auto json = core::readJsonFile(path("r.json"));
        QVERIFY(json.ok());
        QCOMPARE((*json)["k_anonymity"]["k"].get<int>(), 2);
        QVERIFY(page.exportTo(m_dir.filePath(QStringLiteral("r.txt"))).ok());
        QVERIFY(core::readFile(path("r.txt"))->find("k-anonymity over time:month, item") != std::string::npos);
        workspace.setProject(nullptr);
        QTRY_VERIFY(!page.findChild<QPushButton*>(QStringLiteral("privacyHide"))->isEnabled());
    }

    void hides() {
        const std::string key = path("a.key");
        QVERIFY(core::privacy::PseudonymKey::createFile(key).ok());
        Workspace workspace;
        PrivacyReportPage page(workspace);
        page.show();
        workspace.setProject(shop("hides.taillight"));
        auto* text = page.findChild<QTextBrowser*>(QStringLiteral("privacyReport"));
        QTRY_VERIFY_WITH_TIMEOUT(page.settled() && text->toPlainText().contains(QLatin1String("query.text")), kLong);
        page.findChild<QPushButton*>(QStringLiteral("privacyHide"))->click();
        auto* dialog = page.findChild<PrivacyApplyDialog*>();
        QVERIFY(dialog != nullptr);
        auto* ok = dialog->findChild<QPushButton*>(QStringLiteral("applyStart"));
        QVERIFY(!ok->isEnabled()); // nothing is asked for
        dialog->findChild<QComboBox*>(QStringLiteral("apply_email"))->setCurrentIndex(1);
        QVERIFY(ok->isEnabled());
        dialog->findChild<QCheckBox*>(QStringLiteral("applyUsers"))->setChecked(true);
        QVERIFY(!ok->isEnabled()); // a key is wanted now
        dialog->findChild<QLineEdit*>(QStringLiteral("applyKeyFile"))->setText(toQString(key));
        QVERIFY(ok->isEnabled());
        ok->click();
        QTRY_VERIFY_WITH_TIMEOUT(text->toPlainText().contains(QLatin1String("apply")), kLong);
        const std::string bytes = *core::readFile(path("hides.taillight"));
        for (const char* gone : {"alice.smith", "bob.jones", "jane@example.com"})
            QVERIFY2(bytes.find(gone) == std::string::npos, gone);
        QVERIFY(text->toPlainText().contains(toQString(core::privacy::PseudonymKey::fromFile(key)->id())));
    }
};

QTEST_MAIN(TestPrivacyPage)
#include "tst_privacy_page.moc"
