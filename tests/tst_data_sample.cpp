// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/file.h"
#include "core/base/json.h"
#include "core/data/csv_reader.h"
#include "core/data/preview.h"
#include "core/data/sample_shop.h"
#include "core/data/values.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <cmath>
#include <map>
#include <set>

using namespace core;
using namespace core::data;

namespace {

using Table = std::vector<std::map<std::string, std::string>>;

Table readTable(const std::string& path) {
    Table table;
    const auto reader = CsvReader::open(path);
    CsvRow row;
    for (;;) {
        const auto any = (*reader)->next(row);
        if (!any.ok() || !*any)
            return table;
        auto& record = table.emplace_back();
        for (std::size_t i = 0; i < row.fields.size(); ++i)
            record[(*reader)->header()[i]] = std::string(row.fields[i]);
    }
}

SampleShopConfig smallShop() {
    SampleShopConfig config;
    config.items = 2000;
    config.users = 3000;
    config.events = 60'000;
    config.classes = 30;
    config.seed = 7;
    return config;
}

} // namespace

class tst_data_sample : public QObject {
    Q_OBJECT

    QTemporaryDir m_dir;
    SampleShopSummary m_shop;
    Table m_catalogue;
    Table m_events;
    Table m_truth;

    std::string folder(const char* name) const { return m_dir.filePath(QString::fromLatin1(name)).toStdString(); }

private Q_SLOTS:
    void initTestCase() {
        JobContext job;
        const auto made = generateSampleShop(folder("shop"), smallShop(), job);
        QVERIFY(made.ok());
        m_shop = *made;
        m_catalogue = readTable(m_shop.cataloguePath);
        m_events = readTable(m_shop.logPath);
        m_truth = readTable(m_shop.truthPath);
    }

    void counts() {
        QCOMPARE(m_catalogue.size(), std::size_t{2000});
        QCOMPARE(m_truth.size(), std::size_t{2000});
        QCOMPARE(m_events.size(), std::size_t{60'000});
        QCOMPARE(QDir(QString::fromStdString(folder("shop"))).entryList(QDir::Files | QDir::Hidden),
                 (QStringList{QStringLiteral("catalogue.csv"), QStringLiteral("events.csv"),
                              QStringLiteral("truth.csv"), QStringLiteral("truth.json")}));
        std::map<std::string, std::int64_t> kinds;
        for (const auto& event : m_events)
            ++kinds[event.at("kind")];
        QCOMPARE(kinds["impression"], m_shop.impressions);
        QCOMPARE(kinds["click"], m_shop.clicks);
        QCOMPARE(kinds["purchase"], m_shop.purchases);
        QVERIFY(kinds["impression"] > kinds["click"] && kinds["click"] > kinds["cart"] &&
                kinds["cart"] > kinds["purchase"]);
        QVERIFY(kinds["purchase"] > 100);
    }

    void sameSeedSameBytes() {
        JobContext job;
        const auto again = generateSampleShop(folder("again"), smallShop(), job);
        SampleShopConfig other = smallShop();
        other.seed = 8;
        const auto different = generateSampleShop(folder("different"), other, job);
        QVERIFY(again.ok() && different.ok());
        const auto same = [](const std::string& a, const std::string& b) { return *readFile(a) == *readFile(b); };
        QVERIFY(same(again->cataloguePath, m_shop.cataloguePath));
        QVERIFY(same(again->logPath, m_shop.logPath));
        QVERIFY(same(again->truthPath, m_shop.truthPath));
        QVERIFY(same(again->truthConfigPath, m_shop.truthConfigPath));
        QVERIFY(!same(different->cataloguePath, m_shop.cataloguePath));
        QVERIFY(!same(different->logPath, m_shop.logPath));
    }

    void truthFollowsTheLaw() {
        std::vector<double> popularity;
        for (const auto& row : m_truth)
            popularity.push_back(*parseNumber(row.at("popularity")));
        std::sort(popularity.rbegin(), popularity.rend());
        double total = 0;
        for (std::size_t r = 0; r < popularity.size(); ++r)
            total += std::pow(static_cast<double>(r + 1) + 2.7, -1.1);
        for (const std::size_t r : {std::size_t{0}, std::size_t{9}, std::size_t{500}, std::size_t{1999}})
            QVERIFY(std::abs(popularity[r] * total * std::pow(static_cast<double>(r + 1) + 2.7, 1.1) - 1) < 1e-9);
    }

    /// Slope of ln(events) over ln(rank + q) between the ranks 20 and 400: the exponent that the log was made with.
    void popularityHasItsSlope() {
        std::map<std::string, double> counts;
        for (const auto& event : m_events)
            counts[event.at("item")] += 1;
        std::vector<double> sorted;
        for (const auto& [item, count] : counts)
            sorted.push_back(count);
        std::sort(sorted.rbegin(), sorted.rend());
        QVERIFY(sorted.size() > 400);
        double sx = 0;
        double sy = 0;
        double sxx = 0;
        double sxy = 0;
        const int from = 20;
        const int to = 400;
        for (int r = from; r <= to; ++r) {
            const double x = std::log(r + 2.7);
            const double y = std::log(sorted[static_cast<std::size_t>(r - 1)]);
            sx += x;
            sy += y;
            sxx += x * x;
            sxy += x * y;
        }
        const double n = to - from + 1;
        const double slope = (n * sxy - sx * sy) / (n * sxx - sx * sx);
        QVERIFY2(slope < -0.9 && slope > -1.3, QByteArray::number(slope).constData());
    }

    void labels() {
        std::map<std::string, int> classes;
        std::size_t wrong = 0;
        std::size_t chinese = 0;
        for (std::size_t i = 0; i < m_catalogue.size(); ++i) {
            const auto& item = m_catalogue[i];
            QCOMPARE(item.at("id"), m_truth[i].at("item"));
            QVERIFY(item.at("category").ends_with(" > " + item.at("label")));
            QVERIFY(!item.at("title").empty());
            QVERIFY(parseNumber(item.at("price")).value_or(0) > 0);
            ++classes[m_truth[i].at("label")];
            wrong += item.at("label") != m_truth[i].at("label") ? 1 : 0;
            chinese +=
                std::any_of(item.at("title").begin(), item.at("title").end(), [](char c) { return c < 0; }) ? 1 : 0;
        }
        QCOMPARE(classes.size(), std::size_t{30});
        int largest = 0;
        int smallest = 1 << 30;
        for (const auto& [name, count] : classes) {
            largest = std::max(largest, count);
            smallest = std::min(smallest, count);
        }
        QVERIFY(largest > 15 * smallest);
        QVERIFY(wrong > 15 && wrong < 80); // 2 % of 2000, ± 4 standard deviations and more
        QVERIFY(chinese > 700 && chinese < 1300);
        const auto truth = readJsonFile(m_shop.truthConfigPath);
        QVERIFY(truth.ok());
        QCOMPARE((*truth)["counts"]["mislabelled"].get<std::size_t>(), wrong);
        QCOMPARE((*truth)["config"]["seed"].get<int>(), 7);
    }

    void log() {
        std::set<std::string> items;
        for (const auto& row : m_catalogue)
            items.insert(row.at("id"));
        std::int64_t before = 0;
        std::vector<double> shown(11, 0);
        std::vector<double> clicked(11, 0);
        for (const auto& event : m_events) {
            const auto time = parseTime(event.at("time"));
            QVERIFY(time && *time >= before);
            before = *time;
            QVERIFY(items.contains(event.at("item")));
            QVERIFY(!event.at("query").empty());
            const auto position = static_cast<std::size_t>(*parseNumber(event.at("position")));
            QVERIFY(position >= 1 && position <= 10);
            QCOMPARE(event.at("quantity").empty(), event.at("kind") == "impression" || event.at("kind") == "click");
            shown[position] += event.at("kind") == "impression" ? 1 : 0;
            clicked[position] += event.at("kind") == "click" ? 1 : 0;
        }
        const double days = static_cast<double>(before - *parseTime(m_events.front().at("time"))) / 86'400;
        QVERIFY(days > 179 && days <= 180);
        // Position bias 1: the second result is clicked about half as often as the first, the fourth a quarter.
        const auto rate = [&](std::size_t position) { return clicked[position] / shown[position]; };
        QVERIFY(std::abs(rate(2) / rate(1) - 0.5) < 0.12);
        QVERIFY(std::abs(rate(4) / rate(1) - 0.25) < 0.1);
    }

    void importsByItself() {
        const auto catalogue = previewFile(m_shop.cataloguePath);
        QVERIFY(catalogue->proposedKind == SourceKind::Catalogue);
        QCOMPARE(proposeMapping(*catalogue, SourceKind::Catalogue).size(), std::size_t{7});
        QVERIFY(catalogue->faults.empty());
        const auto events = previewFile(m_shop.logPath);
        QVERIFY(events->proposedKind == SourceKind::Log);
        QCOMPARE(proposeMapping(*events, SourceKind::Log).size(), std::size_t{8});
    }

    void limits() {
        JobContext job;
        SampleShopConfig config;
        config.items = 10;
        QCOMPARE(generateSampleShop(folder("few"), config, job).error().code, ErrorCode::ParameterOutOfRange);
        config = {};
        config.labelNoise = 1.5;
        QCOMPARE(generateSampleShop(folder("few"), config, job).error().column, std::string("label_noise"));
        QVERIFY(!QDir(QString::fromStdString(folder("few"))).exists());
        config = {};
        config.items = config.classes = kSampleShopMaxClasses;
        config.events = 3;
        config.users = 1;
        const auto tiny = generateSampleShop(folder("tiny"), config, job);
        QVERIFY(tiny.ok());
        QCOMPARE(readTable(tiny->logPath).size(), std::size_t{3});
        std::set<std::string> classes;
        for (const auto& row : readTable(tiny->truthPath))
            classes.insert(row.at("label"));
        QCOMPARE(classes.size(), std::size_t(kSampleShopMaxClasses));
    }

    void cancelAndFailureLeaveNothing() {
        // Cancelled in the middle of the log: no file, no folder.
        JobContext* running = nullptr;
        JobContext job([&running](const Progress& progress) {
            if (progress.unit == "rows" && progress.total == 60'000 && running != nullptr)
                running->cancel();
        });
        running = &job;
        const auto cancelled = generateSampleShop(folder("cancelled"), smallShop(), job);
        QCOMPARE(cancelled.error().code, ErrorCode::Cancelled);
        QVERIFY(!QDir(QString::fromStdString(folder("cancelled"))).exists());
        // What was there before stays.
        JobContext again;
        again.cancel();
        const std::string before = *readFile(m_shop.cataloguePath);
        QCOMPARE(generateSampleShop(folder("shop"), smallShop(), again).error().code, ErrorCode::Cancelled);
        QCOMPARE(*readFile(m_shop.cataloguePath), before);
        QCOMPARE(QDir(QString::fromStdString(folder("shop"))).entryList(QDir::Files | QDir::Hidden).size(), 4);
        JobContext fresh;
        QCOMPARE(generateSampleShop(m_shop.cataloguePath, smallShop(), fresh).error().code, ErrorCode::WriteFailed);
    }
};

QTEST_APPLESS_MAIN(tst_data_sample)
#include "tst_data_sample.moc"
