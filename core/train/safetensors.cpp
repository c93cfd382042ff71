// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/train/safetensors.h"

#include <algorithm>
#include <bit>
#include <cstring>
#include <limits>
#include <optional>
#include <set>

namespace core::train {
namespace {

static_assert(std::endian::native == std::endian::little, "tensors are stored as they lie in memory");

constexpr std::size_t kLengthBytes = 8;
constexpr std::uint64_t kMaxHeader = 100'000'000; ///< the format's own limit
constexpr const char* kMetadata = "__metadata__";

std::optional<std::uint64_t> dtypeSize(const std::string& dtype) {
    static const std::map<std::string, std::uint64_t> kSizes{{"F64", 8}, {"F32", 4}, {"F16", 2}, {"BF16", 2},
                                                             {"I64", 8}, {"I32", 4}, {"I16", 2}, {"I8", 1},
                                                             {"U8", 1},  {"BOOL", 1}};
    const auto found = kSizes.find(dtype);
    return found == kSizes.end() ? std::nullopt : std::optional(found->second);
}

Error bad(const std::string& file, std::string detail) {
    return Error(ErrorCode::BadModel, std::move(detail)).inFile(file);
}

/// Parses the header; nlohmann keeps the last of two equal keys, so that these are caught while parsing.
Result<Json> parseHeader(const std::string& text, const std::string& file) {
    std::vector<std::set<std::string>> keys;
    std::string repeated;
    const Json::parser_callback_t watch = [&](int, Json::parse_event_t event, Json& parsed) {
        if (event == Json::parse_event_t::object_start)
            keys.emplace_back();
        else if (event == Json::parse_event_t::object_end)
            keys.pop_back();
        else if (event == Json::parse_event_t::key && !keys.back().insert(parsed.get<std::string>()).second)
            repeated = parsed.get<std::string>();
        return true;
    };
    const Json header = Json::parse(text, watch, /*allow_exceptions=*/false);
    if (header.is_discarded() || !header.is_object())
        return bad(file, "its header is no JSON object");
    if (!repeated.empty())
        return bad(file, "its header names “" + repeated + "” twice");
    return header;
}

struct Entry {
    NamedTensor tensor;
    std::uint64_t begin = 0, end = 0;
};

bool isUnsigned(const Json& value) {
    return value.is_number_unsigned() || (value.is_number_integer() && value.get<std::int64_t>() >= 0);
}

/// shape and data_offsets are what they should be, and fit one another.
Result<Entry> readEntry(const std::string& name, const Json& json, const std::string& file) {
    const auto wrong = [&](const std::string& what) { return bad(file, "tensor “" + name + "” " + what); };
    if (!json.is_object() || !json.contains("dtype") || !json.contains("shape") || !json.contains("data_offsets"))
        return wrong("lacks dtype, shape or data_offsets");
    const Json& dtype = json["dtype"];
    const auto size = dtype.is_string() ? dtypeSize(dtype.get<std::string>()) : std::nullopt;
    if (!size)
        return wrong("has the type " + dumpJson(dtype) + ", which is not supported");
    const Json& shape = json["shape"];
    const Json& offsets = json["data_offsets"];
    if (!shape.is_array() || !std::all_of(shape.begin(), shape.end(), isUnsigned))
        return wrong("has no valid shape");
    if (!offsets.is_array() || offsets.size() != 2 || !std::all_of(offsets.begin(), offsets.end(), isUnsigned))
        return wrong("has no valid data_offsets");

    Entry entry;
    entry.tensor.name = name;
    entry.tensor.dtype = dtype.get<std::string>();
    std::uint64_t bytes = *size;
    for (const Json& extent : shape) {
        const auto count = extent.get<std::uint64_t>();
        constexpr auto kMost = static_cast<std::uint64_t>(std::numeric_limits<std::int64_t>::max());
        if (count > kMost || (count != 0 && bytes > kMost / count))
            return wrong("is too large");
        bytes *= count;
        entry.tensor.shape.push_back(static_cast<std::int64_t>(count));
    }
    entry.begin = offsets[0].get<std::uint64_t>();
    entry.end = offsets[1].get<std::uint64_t>();
    if (entry.end < entry.begin || entry.end - entry.begin != bytes)
        return wrong("has " + std::to_string(bytes) + " bytes by its shape, but other data_offsets");
    return entry;
}

Status readMetadata(const Json& json, const std::string& file, std::map<std::string, std::string>* metadata) {
    if (!json.is_object())
        return bad(file, "its metadata is no object");
    for (const auto& [key, value] : json.items()) {
        if (!value.is_string())
            return bad(file, "its metadata “" + key + "” is no text");
        if (metadata != nullptr)
            (*metadata)[key] = value.get<std::string>();
    }
    return {};
}

/// The tensors must cover the data exactly: no hole, no overlap, nothing after the last.
Status copyData(std::vector<Entry>& entries, const std::string& bytes, std::size_t dataStart, const std::string& file) {
    std::vector<Entry*> order;
    for (Entry& entry : entries)
        order.push_back(&entry);
    std::stable_sort(order.begin(), order.end(), [](const Entry* a, const Entry* b) {
        return a->begin != b->begin ? a->begin < b->begin : a->end < b->end;
    });
    std::uint64_t position = 0;
    for (Entry* entry : order) {
        if (entry->begin != position)
            return bad(file, "tensor “" + entry->tensor.name + "” " +
                                 (entry->begin < position ? "overlaps another" : "leaves a hole before it"));
        if (entry->end > bytes.size() - dataStart)
            return bad(file, "it ends within tensor “" + entry->tensor.name + "”");
        entry->tensor.data.resize(entry->end - entry->begin);
        if (!entry->tensor.data.empty())
            std::memcpy(entry->tensor.data.data(), bytes.data() + dataStart + entry->begin, entry->tensor.data.size());
        position = entry->end;
    }
    if (position != bytes.size() - dataStart)
        return bad(file, "there is data after the last tensor");
    return {};
}

} // namespace

std::string writeSafetensors(const std::vector<NamedTensor>& tensors,
                             const std::map<std::string, std::string>& metadata) {
    std::vector<const NamedTensor*> order;
    for (const NamedTensor& tensor : tensors)
        order.push_back(&tensor);
    std::sort(order.begin(), order.end(), [](const auto* a, const auto* b) { return a->name < b->name; });

    Json header = Json::object();
    header[kMetadata] = Json::object();
    for (const auto& [key, value] : metadata)
        header[kMetadata][key] = value;
    header[kMetadata]["format"] = "pt";
    std::uint64_t position = 0;
    for (const NamedTensor* tensor : order) {
        header[tensor->name] = {{"dtype", tensor->dtype},
                                {"shape", tensor->shape},
                                {"data_offsets", {position, position + tensor->data.size()}}};
        position += tensor->data.size();
    }
    std::string text = dumpJson(header);
    text.resize((text.size() + 7) / 8 * 8, ' ');

    std::string bytes(kLengthBytes, '\0');
    const std::uint64_t length = text.size();
    std::memcpy(bytes.data(), &length, kLengthBytes);
    bytes.reserve(kLengthBytes + text.size() + position);
    bytes += text;
    for (const NamedTensor* tensor : order)
        bytes.append(reinterpret_cast<const char*>(tensor->data.data()), tensor->data.size());
    return bytes;
}

Result<std::vector<NamedTensor>> readSafetensors(const std::string& bytes, const std::string& file,
                                                 std::map<std::string, std::string>* metadata) {
    if (bytes.size() < kLengthBytes)
        return bad(file, "it is too short");
    std::uint64_t length = 0;
    std::memcpy(&length, bytes.data(), kLengthBytes);
    if (length > kMaxHeader || length > bytes.size() - kLengthBytes)
        return bad(file, "its header would be longer than the file");
    TL_TRY(const Json header, parseHeader(bytes.substr(kLengthBytes, length), file));

    std::vector<Entry> entries;
    for (const auto& [name, json] : header.items()) {
        if (name == kMetadata) {
            TL_CHECK_STATUS(readMetadata(json, file, metadata));
            continue;
        }
        TL_TRY(Entry entry, readEntry(name, json, file));
        entries.push_back(std::move(entry));
    }
    TL_CHECK_STATUS(copyData(entries, bytes, kLengthBytes + length, file));
    std::vector<NamedTensor> tensors;
    for (Entry& entry : entries)
        tensors.push_back(std::move(entry.tensor));
    return tensors;
}

} // namespace core::train
