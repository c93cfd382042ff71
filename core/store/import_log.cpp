// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/import_log.h"

#include "core/base/noop.h"
#include "core/store/events/event_table.h"

#include <algorithm>
#include <future>

namespace core::store::importing {
namespace {

/// On their way at once, some 50 MB: the writer is busy with new items at first and has time to spare later, so that
/// the reading thread must be able to run ahead.
constexpr std::size_t kBlocks = 256;
constexpr std::chrono::milliseconds kPatience{20};

} // namespace

LogImport::LogImport(const Context& context, data::RecordReader& reader, RejectWriter& rejects)
    : m_context(context),
      m_reader(reader),
      m_rejects(rejects),
      m_rows(context, m_entities.users, m_entities.queries, m_entities.counts),
      m_events(context, m_entities, {m_rows.hasUsers(), m_rows.hasTitles()}),
      m_filled(kBlocks),
      m_empty(kBlocks) {}

LogImport::~LogImport() {
    stopReading();
}

void LogImport::stopReading() {
    m_filled.close();
    m_empty.close();
    if (m_thread.joinable())
        m_thread.join();
}

Status LogImport::begin() {
    Database& database = m_context.database;
    TL_CHECK_STATUS(m_rows.begin());
    TL_TRY(m_lastBefore, events::lastEventId(database));
    if (m_lastBefore == 0) {
        TL_CHECK_STATUS(database.execute("DELETE FROM support_count"));
        m_before = StoredCounts();
    } else {
        TL_TRY(m_before, storedCounts(database));
        if (m_before)
            TL_CHECK_STATUS(m_entities.counts.load(database, m_context.job));
    }
    TL_CHECK_STATUS(loadEntities(database, m_context.job, m_entities));
    return m_events.begin(m_lastBefore);
}

// ------------------------------------------------------------------------------------------------- the reading thread

void LogImport::read() {
    try {
        m_readStatus = readRows();
    } catch (const std::bad_alloc&) {
        m_readStatus = Error(ErrorCode::OutOfMemory, "the keys of the log did not fit");
    } catch (const std::exception& exception) {
        m_readStatus = Error(ErrorCode::Internal, exception.what());
    }
    m_filled.close();
}

Status LogImport::readRows() {
    data::Record row;
    bool more = true;
    while (more) {
        auto block = m_empty.pop(kPatience);
        if (m_context.job.cancelled())
            return Error(ErrorCode::Cancelled);
        if (!block && m_empty.finished())
            return {}; // the writing thread has given up and knows why
        if (!block)
            continue;
        (*block)->clear();
        TL_CHECK_STATUS(fill(**block, row, more));
        m_rows.finish(**block);
        (*block)->consumed = m_reader.consumed();
        if (!m_filled.push(std::move(*block)))
            return {};
    }
    return {};
}

Status LogImport::fill(EventBlock& block, data::Record& row, bool& more) {
    data::RowTransform* const transform = m_context.request.transform.get();
    while (!block.full()) {
        TL_TRY(more, m_reader.next(row));
        if (!more)
            return {};
        ++block.read;
        ++m_records;
        if (transform != nullptr)
            transform->apply(row);
        if (m_context.assumedUtf8 && row.fault == data::RowFault::BadEncoding)
            return Error(ErrorCode::BadEncoding);
        Refusal refusal;
        Outcome outcome = Outcome::Refused;
        if (row.fault != data::RowFault::None)
            refusal = m_rejects.faultOf(row);
        else
            outcome = m_rows.take(row, m_records, block, refusal);
        if (outcome == Outcome::Refused)
            block.rejected.push_back({row.line, presentable(row.rawText, kKeptBytes), std::move(refusal)});
        else if (outcome == Outcome::Dropped)
            ++(std::string_view(refusal.reason) == "duplicate" ? block.duplicates : block.ignoredKinds);
    }
    return {};
}

// ------------------------------------------------------------------------------------------------- the writing thread

Status LogImport::run() {
    TL_CHECK_STATUS(begin());
    m_context.job.begin(TL_NOOP("Job", "Reading rows"), m_reader.fileSize(), "bytes");
    for (std::size_t i = 0; i < kBlocks; ++i)
        m_empty.push(std::make_unique<EventBlock>());
    m_thread = std::thread([this] { read(); });
    Status written = writeBlocks();
    stopReading();
    TL_CHECK_STATUS(written);
    TL_CHECK_STATUS(m_readStatus);
    TL_CHECK_STATUS(m_events.finish());
    return m_context.job.check();
}

Status LogImport::writeBlocks() {
    for (;;) {
        auto block = m_filled.pop(kPatience);
        TL_CHECK_STATUS(m_context.job.check());
        if (!block && m_filled.finished())
            return {};
        if (!block)
            continue;
        TL_CHECK_STATUS(write(**block));
        m_context.job.report((*block)->consumed);
        m_empty.push(std::move(*block));
    }
}

Status LogImport::write(EventBlock& block) {
    ImportSummary& summary = m_context.summary;
    summary.read += block.read;
    if (block.duplicates > 0)
        summary.dropped["duplicate"] += block.duplicates;
    if (block.ignoredKinds > 0)
        summary.dropped["ignored_kind"] += block.ignoredKinds;
    for (const EventBlock::Rejected& row : block.rejected)
        TL_CHECK_STATUS(m_rejects.add(row.line, row.raw, row.refusal));
    return m_events.take(block);
}

Status LogImport::finish() {
    auto repeats = std::async(std::launch::async, [this] { return m_rows.countRepeats(); });
    const EntityOrders orders{keyOrder(m_entities.items, m_events.insertedItems()), keyOrder(m_entities.users),
                              keyOrder(m_entities.queries)};
    TL_CHECK_STATUS(insertEntities(m_context.database, raw(m_context.summary.source), m_entities, orders));
    TL_CHECK_STATUS(finishCounts());
    const auto note = [this](const char* what, std::int64_t howMany) {
        if (howMany > 0)
            m_context.summary.noted[what] = howMany;
    };
    const LogEvents::Noted& noted = m_events.noted();
    note("cancellation", noted.cancellations);
    note("missing_user", noted.missingUsers);
    note("zero_price", noted.zeroPrices);
    note("negative_quantity", noted.negativeQuantities);
    note("item_with_several_titles", m_entities.titles.several());
    TL_TRY(const std::int64_t repeated, repeats.get());
    note("duplicate_row", repeated);
    return {};
}

Status LogImport::finishCounts() {
    Database& database = m_context.database;
    if (!m_before)
        return refreshSupportCounts(database, m_context.job);
    TL_CHECK_STATUS(m_entities.counts.store(database, m_context.job));
    StoredCounts all = *m_before;
    all.events += m_context.summary.imported;
    if (all.firstEvent == 0)
        all.firstEvent = m_lastBefore + 1;
    all.lastEvent = m_events.lastId();
    const LogEvents::Noted& noted = m_events.noted();
    if (noted.firstTime) {
        all.firstTime = std::min(all.firstTime.value_or(*noted.firstTime), *noted.firstTime);
        all.lastTime = std::max(all.lastTime.value_or(*noted.lastTime), *noted.lastTime);
    }
    all.totals = m_entities.counts.totals();
    return storeCounts(database, all);
}

} // namespace core::store::importing
