// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/strategies/recipe.h"
#include "core/train/experiment_config.h"
#include "core/train/model_kind.h"
#include "widgets/forms/config_form.h"
#include "widgets/forms/number_box.h"
#include "widgets/forms/param_editor.h"
#include "widgets/panels/cell_table_model.h"
#include "widgets/panels/confusion_model.h"
#include "widgets/panels/seed_list.h"
#include "widgets/panels/table_text.h"
#include "widgets/panels/text_diff.h"

#include <QAbstractItemModelTester>
#include <QLabel>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>

#include <algorithm>
#include <cmath>

using namespace widgets;
using core::ParamInfo;
using core::strategies::StepKind;

namespace {

/// Every registered strategy and model, by its kind and id.
std::vector<std::pair<std::string, const core::PartInfo*>> allParts() {
    std::vector<std::pair<std::string, const core::PartInfo*>> parts;
    for (const StepKind kind : core::strategies::kStepKinds)
        for (const core::PartInfo& info : core::strategies::strategiesOf(kind))
            parts.emplace_back(std::string(core::strategies::stepKindName(kind)) + "/" + info.id,
                               core::strategies::findStrategy(kind, info.id));
    for (const auto& entry : core::train::ModelRegistry::global().entries())
        parts.emplace_back("model/" + entry.info.id, &entry.info);
    return parts;
}

void typeInto(QWidget* widget, const QString& text) {
    widget->setFocus();
    QTest::keyClick(widget, Qt::Key_A, Qt::ControlModifier);
    QTest::keyClicks(widget, text);
}

} // namespace

class tst_forms : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void formOfEveryPart_data();
    void formOfEveryPart();
    void formRefusesWhatIsOutOfRange();
    void formReadsAndResets();
    void formAcceptsBothDecimalSigns();
    void seeds_data();
    void seeds();
    void diff_data();
    void diff();
    void tableCopies();
    void confusionModel();
};

void tst_forms::formOfEveryPart_data() {
    QTest::addColumn<int>("part");
    const auto parts = allParts();
    QVERIFY(parts.size() >= 10);
    for (int i = 0; i < static_cast<int>(parts.size()); ++i)
        QTest::newRow(parts[static_cast<std::size_t>(i)].first.c_str()) << i;
}

/// Builds the form from the description, edits every number by keys, and asks the description whether it likes the
/// result.
void tst_forms::formOfEveryPart() {
    QFETCH(int, part);
    const core::PartInfo& info = *allParts()[static_cast<std::size_t>(part)].second;
    ConfigForm form;
    form.setParams(info.params);
    form.show();
    QCOMPARE(form.editors().size(), info.params.size());
    QVERIFY(form.values().empty());
    QVERIFY(form.valid());
    QSignalSpy changed(&form, &ConfigForm::changed);
    core::Json expected = core::Json::object();
    for (ParamEditor* editor : form.editors()) {
        QVERIFY(!editor->control()->accessibleName().isEmpty());
        QVERIFY(!editor->control()->toolTip().isEmpty());
        const ParamInfo& param = editor->info();
        if (param.type == ParamInfo::Type::Integer || param.type == ParamInfo::Type::Number) {
            const bool low = param.defaultValue.get<double>() != param.min && std::isfinite(param.min);
            const double value = low ? param.min : std::min(param.max, param.min + 1);
            typeInto(editor->control(), QLocale().toString(value, 'g', 12));
            expected[param.name] = param.type == ParamInfo::Type::Integer ? core::Json(static_cast<std::int64_t>(value))
                                                                          : core::Json(value);
        } else if (param.type == ParamInfo::Type::Boolean) {
            editor->control()->setFocus();
            QTest::keyClick(editor->control(), Qt::Key_Space);
            expected[param.name] = !param.defaultValue.get<bool>();
        } else if (param.type == ParamInfo::Type::Choice && param.choices.size() > 1) {
            const std::string start = param.defaultValue.get<std::string>();
            QTest::keyClick(editor->control(), start == param.choices.back() ? Qt::Key_Up : Qt::Key_Down);
            const auto place = std::find(param.choices.begin(), param.choices.end(), start);
            expected[param.name] = start == param.choices.back() ? *(place - 1) : *(place + 1);
        }
    }
    QCOMPARE(core::dumpJson(form.values()), core::dumpJson(expected));
    QVERIFY(changed.count() >= static_cast<int>(expected.size()));
    QVERIFY(core::checkParams(info.params, form.values()).ok());
    QVERIFY2(form.valid(), qPrintable(form.firstError()));
    form.resetToDefaults();
    QVERIFY(form.values().empty());
}

void tst_forms::formRefusesWhatIsOutOfRange() {
    ConfigForm form;
    form.setParams(core::strategies::findStrategy(StepKind::Loss, "focal")->params);
    form.show();
    auto* gamma = form.findChild<NumberBox*>(QStringLiteral("param-gamma"));
    auto* error = form.findChild<QLabel*>(QStringLiteral("error-gamma"));
    QVERIFY(gamma != nullptr && error != nullptr);
    QSignalSpy validity(&form, &ConfigForm::validityChanged);
    typeInto(gamma, QStringLiteral("-3"));
    QVERIFY(!form.valid());
    QVERIFY(error->isVisibleTo(&form));
    QVERIFY2(error->text().contains(QStringLiteral("-3")), qPrintable(error->text()));
    QVERIFY(form.values().empty()); // what is wrong is not taken
    typeInto(gamma, QStringLiteral("1.5"));
    QVERIFY(form.valid());
    QVERIFY(!error->isVisibleTo(&form));
    QCOMPARE(form.values().at("gamma").get<double>(), 1.5);
    QCOMPARE(validity.count(), 2);
    typeInto(gamma, QStringLiteral("abc"));
    QVERIFY(!form.valid());
    QTest::keyClick(gamma, Qt::Key_Return); // gives the field up: the last permitted value comes back
    QVERIFY(form.valid());
    QCOMPARE(form.values().at("gamma").get<double>(), 1.5);
}

void tst_forms::formReadsAndResets() {
    ConfigForm form;
    form.setParams(core::paramsOf<core::train::TrainingConfig>(), core::Json{{"epochs", 7}, {"metric", "tail_recall"}},
                   2);
    form.show();
    QCOMPARE(form.values().at("epochs").get<int>(), 7);
    QCOMPARE(form.values().at("metric").get<std::string>(), std::string("tail_recall"));
    form.setValues(core::Json{{"epochs", "many"}});
    QVERIFY(!form.valid()); // marked, and the default kept
    QVERIFY(!form.values().contains("epochs"));
    auto* reset = form.findChild<QToolButton*>(QStringLiteral("resetDefaults"));
    QVERIFY(reset->isEnabled());
    QTest::mouseClick(reset, Qt::LeftButton);
    QVERIFY(form.valid());
    QVERIFY(!reset->isEnabled());
    auto* rate = form.findChild<NumberBox*>(QStringLiteral("param-learning_rate"));
    typeInto(rate, QStringLiteral("1e-4"));
    QCOMPARE(form.values().at("learning_rate").get<double>(), 1e-4);
    QTest::keyClick(rate, Qt::Key_Up);
    QVERIFY(std::abs(form.values().at("learning_rate").get<double>() - 1.1e-4) < 1e-12);
}

void tst_forms::formAcceptsBothDecimalSigns() {
    NumberBox box(false, 0, 10);
    box.setLocale(QLocale(QLocale::German));
    QString comma = QStringLiteral("2,5"), point = QStringLiteral("2.5"), word = QStringLiteral("x");
    int position = 0;
    QCOMPARE(box.validate(comma, position), QValidator::Acceptable);
    QCOMPARE(box.valueFromText(comma), 2.5);
    QCOMPARE(box.validate(point, position), QValidator::Acceptable);
    QCOMPARE(box.valueFromText(point), 2.5);
    QCOMPARE(box.validate(word, position), QValidator::Intermediate);
    QCOMPARE(box.textFromValue(0.25), QStringLiteral("0,25"));
}

void tst_forms::seeds_data() {
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("expected"); // "-" = not readable
    QTest::newRow("one") << "1"
                         << "1";
    QTest::newRow("list") << " 1, 2;3 "
                          << "1, 2, 3";
    QTest::newRow("range") << "5-8"
                           << "5, 6, 7, 8";
    QTest::newRow("repeats") << "1,1,0-2"
                             << "1, 0, 2";
    QTest::newRow("chinese comma") << QStringLiteral("1，2") << "1, 2";
    QTest::newRow("empty") << ""
                           << "-";
    QTest::newRow("word") << "1, x"
                          << "-";
    QTest::newRow("negative") << "-1"
                              << "-";
    QTest::newRow("fraction") << "1.5"
                              << "-";
    QTest::newRow("backwards") << "8-5"
                               << "-";
    QTest::newRow("too many") << "1-100000"
                              << "-";
    QTest::newRow("too large") << "99999999999999999999"
                               << "-";
}

void tst_forms::seeds() {
    QFETCH(QString, text);
    QFETCH(QString, expected);
    const auto parsed = parseSeeds(text);
    QCOMPARE(parsed ? formatSeeds(*parsed) : QStringLiteral("-"), expected);
}

void tst_forms::diff_data() {
    QTest::addColumn<QString>("before");
    QTest::addColumn<QString>("after");
    QTest::addColumn<QString>("expected"); // -removed- +added+
    QTest::newRow("same") << "a b"
                          << "a b"
                          << "a b";
    QTest::newRow("deleted") << "red small cup"
                             << "red cup"
                             << "red -small- cup";
    QTest::newRow("inserted") << "red cup"
                              << "red big cup"
                              << "red +big+ cup";
    QTest::newRow("replaced") << "red cup"
                              << "red mug"
                              << "red -cup- +mug+";
    QTest::newRow("chinese") << QStringLiteral("手机壳") << QStringLiteral("手壳") << QStringLiteral("手 -机- 壳");
    QTest::newRow("from nothing") << ""
                                  << "cup"
                                  << "+cup+";
}

void tst_forms::diff() {
    QFETCH(QString, before);
    QFETCH(QString, after);
    QFETCH(QString, expected);
    QStringList parts;
    for (const DiffPiece& piece : diffTexts(before, after)) {
        const QString sign = piece.kind == DiffPiece::Kind::Same      ? QString()
                             : piece.kind == DiffPiece::Kind::Removed ? QStringLiteral("-")
                                                                      : QStringLiteral("+");
        parts << sign + piece.text + sign;
    }
    QCOMPARE(parts.join(QLatin1Char(' ')), expected);
    QVERIFY(!diffHtml(diffTexts(QStringLiteral("<b>"), QStringLiteral("x")), false).contains(QStringLiteral("<b><")));
}

void tst_forms::tableCopies() {
    CellTableModel model;
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    CellTableModel::Table table;
    table.headers = {QStringLiteral("Run, name"), QStringLiteral("Recall")};
    table.rows = {{Cell::of(QStringLiteral("a|b_1")), Cell::decimal(0.5)},
                  {Cell::of(QStringLiteral("c")), Cell::decimal(std::nan(""))}};
    table.rows[0][1].text = QStringLiteral("50 %");
    table.rows[0][0].sort = 7; // orders, and is no number to be copied
    table.rows[0][0].ordered = true;
    table.keys = {QStringLiteral("1"), QStringLiteral("2")};
    model.setTable(table);
    constexpr int kRole = CellTableModel::kValueRole;
    QCOMPARE(tableText(model, TableFormat::Csv, kRole), QStringLiteral("\"Run, name\",Recall\na|b_1,0.5\nc,\n"));
    QCOMPARE(tableText(model, TableFormat::Markdown, kRole),
             QStringLiteral("| Run, name | Recall |\n| --- | ---: |\n| a\\|b_1 | 50 % |\n| c | – |\n"));
    QCOMPARE(
        tableText(model, TableFormat::Latex, kRole),
        QStringLiteral("\\begin{tabular}{lr}\n\\hline\nRun, name & Recall \\\\\n\\hline\na|b\\_1 & 50 \\% \\\\\nc & – "
                       "\\\\\n\\hline\n\\end{tabular}\n"));
}

void tst_forms::confusionModel() {
    ConfusionModel model;
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.setMatrix({"a", "b"}, {8, 2, 0, 5});
    QCOMPARE(model.index(0, 1).data().toString(), QStringLiteral("2"));
    QVERIFY(!model.index(1, 0).data().isValid());
    QVERIFY(model.index(0, 1).data(Qt::ToolTipRole).toString().contains(QStringLiteral("20")));
    model.setMatrix({}, {});
    QCOMPARE(model.rowCount(), 0);
}

QTEST_MAIN(tst_forms)
#include "tst_forms.moc"
