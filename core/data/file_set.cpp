// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/file_set.h"

#include "core/base/noop.h"
#include "core/data/byte_source.h"

#include <algorithm>
#include <cctype>
#include <filesystem>
#include <glob.h>
#include <set>
#include <string_view>

namespace core::data {
namespace {

namespace fs = std::filesystem;

/// Digits compare as numbers, all else byte by byte.
bool naturalLess(const std::string& a, const std::string& b) {
    const auto isDigit = [](char c) { return c >= '0' && c <= '9'; };
    std::size_t i = 0;
    std::size_t j = 0;
    while (i < a.size() && j < b.size()) {
        if (!isDigit(a[i]) || !isDigit(b[j])) {
            if (a[i] != b[j])
                return static_cast<unsigned char>(a[i]) < static_cast<unsigned char>(b[j]);
            ++i;
            ++j;
            continue;
        }
        const auto number = [&isDigit](const std::string& text, std::size_t& at) {
            while (at < text.size() && text[at] == '0')
                ++at;
            const std::size_t begin = at;
            while (at < text.size() && isDigit(text[at]))
                ++at;
            return std::string_view(text).substr(begin, at - begin);
        };
        const std::string_view first = number(a, i);
        const std::string_view second = number(b, j);
        if (first.size() != second.size())
            return first.size() < second.size();
        if (first != second)
            return first < second;
    }
    if (i < a.size() || j < b.size())
        return j < b.size();
    return a < b; // part02 and part2
}

/// Hidden, or the mark that Office leaves beside a workbook that is open.
bool isNoData(const std::string& name) {
    return name.starts_with('.') || name.starts_with("~$");
}

Result<std::vector<std::string>> filesIn(const std::string& folder) {
    std::error_code code;
    fs::directory_iterator entries(folder, code);
    if (code)
        return Error(ErrorCode::FileUnreadable, code.message()).inFile(folder);
    std::vector<std::string> files;
    for (const fs::directory_entry& entry : entries)
        if (entry.is_regular_file(code) && !isNoData(entry.path().filename().string()))
            files.push_back(entry.path().string());
    if (files.empty())
        return Error(ErrorCode::NoData, "the folder " + folder + " holds no file");
    std::sort(files.begin(), files.end(), naturalLess);
    return files;
}

Result<std::vector<std::string>> filesLike(const std::string& pattern) {
    glob_t found{};
    const int code = ::glob(pattern.c_str(), GLOB_NOSORT, nullptr, &found);
    std::vector<std::string> files;
    std::error_code none;
    for (std::size_t i = 0; code == 0 && i < found.gl_pathc; ++i)
        if (fs::is_regular_file(found.gl_pathv[i], none))
            files.emplace_back(found.gl_pathv[i]);
    ::globfree(&found);
    if (files.empty())
        return Error(ErrorCode::FileNotFound).inFile(pattern);
    std::sort(files.begin(), files.end(), naturalLess);
    return files;
}

/// A workbook is one file, though it is a .zip.
bool isWorkbook(const std::vector<ZipMember>& members) {
    return std::any_of(members.begin(), members.end(),
                       [](const ZipMember& member) { return member.name == "xl/workbook.xml"; });
}

bool isHiddenMember(const std::string& name) {
    return name.starts_with("__MACOSX/") || isNoData(fs::path(name).filename().string());
}

void addFile(std::vector<FileChoice>& choices, const std::string& path) {
    const auto members = isZip(path) ? zipMembers(path) : Result<std::vector<ZipMember>>(std::vector<ZipMember>());
    std::vector<FileChoice> inside;
    if (members.ok() && !isWorkbook(*members))
        for (const ZipMember& member : *members)
            if (!isHiddenMember(member.name))
                inside.push_back({path, member.name});
    if (inside.size() < 2) {
        choices.push_back({path, {}}); // also a damaged archive: reading it says what is wrong
        return;
    }
    std::sort(inside.begin(), inside.end(),
              [](const FileChoice& a, const FileChoice& b) { return naturalLess(a.member, b.member); });
    choices.insert(choices.end(), inside.begin(), inside.end());
}

int rankOf(const FileProposal& proposal) {
    if (proposal.error)
        return 6;
    switch (proposal.preview.proposedKind) {
    case SourceKind::Catalogue:
        return 0;
    case SourceKind::Queries:
        return 1;
    case SourceKind::Log:
        return 2;
    case SourceKind::Labels:
        return 3;
    case SourceKind::Reviews:
        return 4;
    case SourceKind::Split:
        break;
    }
    return 5;
}

} // namespace

Result<std::vector<FileChoice>> expandFiles(const std::vector<std::string>& given) {
    std::vector<FileChoice> choices;
    std::set<std::string> known;
    for (const std::string& path : given) {
        std::error_code code;
        std::vector<std::string> files;
        if (fs::is_directory(path, code)) {
            TL_TRY(files, filesIn(path));
        } else if (fs::exists(path, code)) {
            files.push_back(path);
        } else if (path.find_first_of("*?[") != std::string::npos) {
            TL_TRY(files, filesLike(path));
        } else {
            return Error(ErrorCode::FileNotFound).inFile(path);
        }
        for (const std::string& file : files)
            if (known.insert(fs::weakly_canonical(file, code).string()).second)
                addFile(choices, file);
    }
    return choices;
}

std::optional<EventKind> eventKindOfName(const std::string& path) {
    // Words of the name, with a plural s taken off: "purchases" is no name of a kind, "purchase" is.
    std::string word;
    const std::string name = fs::path(path).filename().string() + ".";
    for (const char c : name) {
        if (std::isalpha(static_cast<unsigned char>(c)) != 0 || static_cast<unsigned char>(c) >= 0x80) {
            word += c;
            continue;
        }
        if (word.size() > 2) {
            if (const auto kind = parseEventKind(word))
                return kind;
            if (word.back() == 's')
                if (const auto kind = parseEventKind(word.substr(0, word.size() - 1)))
                    return kind;
        }
        word.clear();
    }
    return {};
}

Result<std::vector<FileProposal>> proposeFiles(const std::vector<FileChoice>& files, const ReadOptions& options,
                                               JobContext& job) {
    job.begin(TL_NOOP("Job", "Looking at the files"), static_cast<std::int64_t>(files.size()), "files");
    std::vector<FileProposal> proposals;
    for (const FileChoice& file : files) {
        TL_CHECK_STATUS(job.check());
        FileProposal& proposal = proposals.emplace_back();
        proposal.file = file;
        ReadOptions own = options;
        if (!file.member.empty())
            own.member = file.member;
        auto preview = previewFile(file.path, own, &job);
        if (preview.ok()) {
            proposal.preview = std::move(preview).value();
            if (proposal.preview.proposedKind == SourceKind::Log && !proposal.preview.proposedMapping.contains("kind"))
                proposal.eventKind = eventKindOfName(file.member.empty() ? file.path : file.member);
        } else {
            TL_CHECK_STATUS(job.check());
            proposal.error = preview.error();
        }
        job.report(static_cast<std::int64_t>(proposals.size()));
    }
    std::stable_sort(proposals.begin(), proposals.end(),
                     [](const FileProposal& a, const FileProposal& b) { return rankOf(a) < rankOf(b); });
    return proposals;
}

} // namespace core::data
