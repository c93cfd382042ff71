// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/sample/events.h"

#include "core/base/noop.h"
#include "core/data/csv_field.h"
#include "core/data/fields.h"
#include "core/data/time_text.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace core::data::sample {
namespace {

constexpr std::int64_t kSpan = kDays * 86'400;
constexpr std::int64_t kSearchesPerCheck = 256;
constexpr std::int64_t kSecondsPerStep = 45; ///< from one click of a visit to the next, at most

struct EventRow {
    std::uint32_t item;
    EventKind kind;
    int position;
    int quantity;
};

/// One search: who, with which words, and what came of it.
struct Visit {
    std::size_t user = 0;
    std::string query;
    std::vector<EventRow> rows; ///< impressions first
    std::size_t impressions = 0;
};

/// Makes visits, one after the other.
class Market {
public:
    Market(const Shop& shop, const SampleShopConfig& config)
        : m_shop(shop),
          m_rng(Rng::forPurpose(static_cast<std::uint64_t>(config.seed), "sample events")),
          m_users(zipfMandelbrot(static_cast<std::size_t>(config.users), kUserExponent, kUserOffset)) {
        std::vector<double> demand;
        std::vector<std::vector<double>> perClass(shop.grammar.classes().size());
        m_members.resize(perClass.size());
        for (std::uint32_t i = 0; i < shop.items.size(); ++i) {
            const ShopItem& item = shop.items[i];
            demand.push_back(item.popularity);
            perClass[item.traits.shopClass].push_back(item.popularity);
            m_members[item.traits.shopClass].push_back(i);
        }
        m_demand = AliasTable(demand);
        for (const auto& weights : perClass)
            m_perClass.emplace_back(weights);
        for (int position = 1; position <= kLargestPage; ++position)
            m_examination.push_back(std::pow(position, -config.positionBias));
    }

    void next(Visit& visit) {
        visit.user = m_users.draw(m_rng);
        const auto target = static_cast<std::uint32_t>(m_demand.draw(m_rng));
        const bool namesBrand = m_shop.grammar.putQuery(m_shop.items[target].traits, m_rng, visit.query);
        fillPage(target);
        visit.rows.clear();
        for (std::size_t i = 0; i < m_page.size(); ++i)
            visit.rows.push_back({m_page[i], EventKind::Impression, static_cast<int>(i) + 1, 0});
        visit.impressions = m_page.size();
        for (std::size_t i = 0; i < m_page.size(); ++i)
            look(visit, i, target, namesBrand);
    }

private:
    void fillPage(std::uint32_t target) {
        const std::uint32_t shopClass = m_shop.items[target].traits.shopClass;
        const std::vector<std::uint32_t>& members = m_members[shopClass];
        const auto wanted = static_cast<std::size_t>(kSmallestPage) +
                            static_cast<std::size_t>(m_rng.below(kLargestPage - kSmallestPage + 1));
        m_page.clear();
        // An item is shown once; where few items own the demand, some draws are in vain and the page stays shorter.
        for (std::size_t draw = 0; draw < 3 * wanted && m_page.size() < std::min(wanted, members.size()); ++draw) {
            const std::uint32_t item = members[m_perClass[shopClass].draw(m_rng)];
            if (std::find(m_page.begin(), m_page.end(), item) == m_page.end())
                m_page.push_back(item);
        }
        const bool there = std::find(m_page.begin(), m_page.end(), target) != m_page.end();
        if (!there && m_rng.uniform() < kTargetShown)
            m_page[static_cast<std::size_t>(m_rng.below(m_page.size()))] = target;
    }

    /// What the user does with the result at place `i`.
    void look(Visit& visit, std::size_t i, std::uint32_t target, bool namesBrand) {
        const std::uint32_t index = m_page[i];
        const ShopItem& item = m_shop.items[index];
        const bool sameBrand = namesBrand && item.traits.brand == m_shop.items[target].traits.brand;
        const double match = index == target ? kMatchTarget : sameBrand ? kMatchBrand : kMatchOther;
        if (m_rng.uniform() >= m_examination[i] * match * item.quality)
            return;
        const int position = static_cast<int>(i) + 1;
        visit.rows.push_back({index, EventKind::Click, position, 0});
        if (m_rng.uniform() >= kCartBase + kCartQuality * item.quality)
            return;
        int quantity = 1;
        while (quantity < 5 && m_rng.uniform() < 0.2)
            ++quantity;
        visit.rows.push_back({index, EventKind::Cart, position, quantity});
        if (m_rng.uniform() < kPurchaseAfterCart)
            visit.rows.push_back({index, EventKind::Purchase, position, quantity});
    }

    const Shop& m_shop;
    Rng m_rng;
    AliasTable m_users;
    AliasTable m_demand;
    std::vector<AliasTable> m_perClass;
    std::vector<std::vector<std::uint32_t>> m_members;
    std::vector<double> m_examination;
    std::vector<std::uint32_t> m_page;
};

void putUserKey(std::string& row, std::size_t index) {
    std::array<char, 8> text{'U', '0', '0', '0', '0', '0', '0', '0'};
    std::size_t number = index + 1;
    for (std::size_t i = 7; i > 0; --i, number /= 10)
        text[i] = static_cast<char>('0' + number % 10);
    row.append(text.data(), text.size());
}

void count(EventCounts& counts, EventKind kind) {
    counts.impressions += kind == EventKind::Impression ? 1 : 0;
    counts.clicks += kind == EventKind::Click ? 1 : 0;
    counts.carts += kind == EventKind::Cart ? 1 : 0;
    counts.purchases += kind == EventKind::Purchase ? 1 : 0;
}

/// Time of row `i` of a visit that begins at `start`, the next one beginning `gap` seconds later: never past it.
std::int64_t rowTime(const Visit& visit, std::size_t i, std::int64_t start, std::int64_t gap) {
    if (i < visit.impressions)
        return start;
    const auto step = static_cast<std::int64_t>(i - visit.impressions) + 1;
    const auto steps = static_cast<std::int64_t>(visit.rows.size() - visit.impressions) + 1;
    return start + std::min(step * kSecondsPerStep, gap * step / steps);
}

} // namespace

Result<EventCounts> writeEvents(const Shop& shop, const SampleShopConfig& config, StagedFile& file, JobContext& job) {
    job.begin(TL_NOOP("Job", "Writing the log"), config.events, "rows");
    Market market(shop, config);
    EventCounts counts;
    Visit visit;
    std::string query;
    std::string& row = file.buffer();
    row += "user,item,kind,time,query,quantity,price,position\n";
    std::int64_t written = 0;
    const auto timeAt = [&config](std::int64_t rows) {
        return kFirstSecond + static_cast<std::int64_t>(static_cast<double>(kSpan) * static_cast<double>(rows) /
                                                        static_cast<double>(config.events));
    };
    for (std::int64_t searches = 0; written < config.events; ++searches) {
        if (searches % kSearchesPerCheck == 0) {
            TL_CHECK_STATUS(job.check());
            job.report(written);
        }
        market.next(visit);
        query.clear();
        appendCsvField(query, visit.query);
        const auto left = static_cast<std::size_t>(config.events - written);
        const std::size_t rows = std::min(visit.rows.size(), left);
        const std::int64_t start = timeAt(written);
        const std::int64_t gap = timeAt(written + static_cast<std::int64_t>(rows)) - start;
        for (std::size_t i = 0; i < rows; ++i) {
            const EventRow& event = visit.rows[i];
            putUserKey(row, visit.user);
            row += ',';
            putItemKey(row, event.item);
            row += ',';
            row += eventKindName(event.kind);
            row += ',';
            std::array<char, kTimeLength> time;
            putTime(rowTime(visit, i, start, gap), time.data());
            row.append(time.data(), time.size());
            row += ',';
            row += query;
            row += ',';
            if (event.quantity > 0)
                row += static_cast<char>('0' + event.quantity);
            row += ',';
            putCents(row, shop.items[event.item].cents);
            row += ',';
            if (event.position >= 10)
                row += static_cast<char>('0' + event.position / 10);
            row += static_cast<char>('0' + event.position % 10);
            row += '\n';
            count(counts, event.kind);
        }
        written += static_cast<std::int64_t>(rows);
        TL_CHECK_STATUS(file.flushIfFull());
    }
    job.report(written);
    return counts;
}

} // namespace core::data::sample
