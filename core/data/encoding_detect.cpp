// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/noop.h"
#include "core/data/encoding.h"
#include "core/data/encoding_model.h"
#include "core/data/text_check.h"
#include "core/data/utf8.h"

#include <algorithm>
#include <array>
#include <optional>

namespace core::data {
namespace {

using namespace std::string_view_literals;

constexpr std::size_t kBlock = std::size_t{1} << 18;
constexpr std::size_t kLongestLine = std::size_t{1} << 20; ///< a "line" beyond this is cut where it stands
// By then nothing that follows could turn the verdict: five hundred characters speak as one.
constexpr double kEnoughMargin = 5000;

/// Says what it can from the first bytes: a mark, UTF-16, or that this is no text.
Result<std::optional<std::string>> fromHead(std::string_view head, const std::string& path) {
    if (head.starts_with("\xFF\xFE\x00\x00"sv) || head.starts_with("\x00\x00\xFE\xFF"sv))
        return Error(ErrorCode::BadEncoding, "its first bytes mark it as UTF-32").inFile(path);
    if (head.starts_with("\xFF\xFE"sv))
        return std::optional<std::string>("UTF-16LE");
    if (head.starts_with("\xFE\xFF"sv))
        return std::optional<std::string>("UTF-16BE");
    if (head.starts_with("\xEF\xBB\xBF"sv))
        return std::optional<std::string>("UTF-8-BOM");
    TL_CHECK_STATUS(checkMagic(head, path));
    const char order = utf16Order(head);
    if (order != 0)
        return std::optional<std::string>(order == 'L' ? "UTF-16LE" : "UTF-16BE");
    TL_CHECK_STATUS(checkText(head, path));
    return std::optional<std::string>();
}

/// Looks at a whole text in pieces: first whether it is UTF-8, and once it is not, what it is instead.
class Detection {
public:
    explicit Detection(bool weighing) : m_weighing(weighing) {}

    /// False when no further piece is needed.
    bool add(std::string_view bytes, bool last) {
        m_kept += bytes;
        return m_weighing ? addWeighed(last) : addChecked(last);
    }
    bool isUtf8Text() const { return m_utf8; }
    std::string verdict() const { return m_evidence.bytes == 0 ? "UTF-8" : m_evidence.best(); }

private:
    bool addChecked(bool last) {
        const std::size_t whole = last ? m_kept.size() : wholeCharacters(m_kept);
        m_utf8 = isUtf8(std::string_view(m_kept).substr(0, whole));
        m_kept.erase(0, whole);
        return m_utf8;
    }
    bool addWeighed(bool last) {
        std::size_t end = m_kept.size();
        if (!last) {
            const auto line = m_kept.find_last_of("\r\n");
            end = line != std::string::npos ? line + 1 : m_kept.size() > kLongestLine ? m_kept.size() : 0;
        }
        encodings::weigh(std::string_view(m_kept).substr(0, end), m_evidence);
        m_kept.erase(0, end);
        return m_evidence.margin() < kEnoughMargin;
    }

    bool m_weighing;
    bool m_utf8 = true;
    std::string m_kept;
    encodings::Evidence m_evidence;
};

/// Runs through the file once. `onlyHead` receives what its first block says, if it does.
Status runThrough(const std::string& path, const std::string& member, JobContext* job, Detection& detection,
                  std::optional<std::string>& byHead) {
    TL_TRY(const auto source, ByteSource::open(path, member));
    if (job != nullptr)
        job->begin(TL_NOOP("Job", "Finding the encoding"), source->fileSize(), "bytes");
    std::vector<char> block(kBlock);
    for (bool first = true;; first = false) {
        TL_TRY(const std::size_t got, source->read(block));
        const std::string_view bytes(block.data(), got);
        const bool last = got < block.size();
        if (first) {
            TL_TRY(byHead, fromHead(bytes, path));
            if (byHead)
                return {};
        }
        if (!detection.add(bytes, last) || last)
            return {};
        if (job != nullptr) {
            TL_CHECK_STATUS(job->check());
            job->report(source->consumed());
        }
    }
}

} // namespace

Result<std::string> detectEncoding(const std::string& path, const std::string& member, JobContext* job) {
    std::optional<std::string> byHead;
    Detection check(false);
    TL_CHECK_STATUS(runThrough(path, member, job, check, byHead));
    if (byHead)
        return *byHead;
    if (check.isUtf8Text())
        return std::string("UTF-8");
    Detection weighing(true);
    TL_CHECK_STATUS(runThrough(path, member, job, weighing, byHead));
    return weighing.verdict();
}

Result<std::string> detectEncodingOf(std::string_view bytes, const std::string& path, bool whole) {
    TL_TRY(const std::optional<std::string> byHead, fromHead(bytes, path));
    if (byHead)
        return *byHead;
    Detection check(false);
    check.add(bytes, whole);
    if (check.isUtf8Text())
        return std::string("UTF-8");
    Detection weighing(true);
    weighing.add(bytes, whole);
    return weighing.verdict();
}

} // namespace core::data
