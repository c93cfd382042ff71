// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/record_reader.h"

#include "core/data/csv_reader.h"
#include "core/data/encoding.h"
#include "core/data/format.h"
#include "core/data/json_reader.h"
#include "core/data/parquet_reader.h"
#include "core/data/spooled.h"
#include "core/data/xlsx_reader.h"

#include <algorithm>

namespace core::data {
namespace {

/// `open` on the file, or on an unpacked copy of what lies packed in it.
template <class Open> Result<std::unique_ptr<RecordReader>>
openWhole(const std::string& path, const ReadOptions& options, bool packed, Open open) {
    if (!packed)
        return open(path, options);
    TL_TRY(const auto source, ByteSource::open(path, options.member));
    ReadOptions inside = options;
    inside.member.clear();
    return openSpooled(path, *source, [&](const std::string& temporary) { return open(temporary, inside); });
}

Result<std::unique_ptr<RecordReader>> openJsonFile(const std::string& path, const ReadOptions& options,
                                                   JobContext* job) {
    ReadOptions filled = options;
    TL_TRY(filled.encoding,
           options.encoding.empty() ? detectEncoding(path, options.member, job) : canonicalEncoding(options.encoding));
    TL_TRY(auto source, ByteSource::open(path, options.member));
    return openJson(decodedSource(std::move(source), filled.encoding), path, filled);
}

} // namespace

Result<std::unique_ptr<RecordReader>> RecordReader::open(const std::string& path, const ReadOptions& options,
                                                         JobContext* job) {
    const auto& names = formatNames();
    if (!options.format.empty() && std::find(names.begin(), names.end(), options.format) == names.end())
        return Error(ErrorCode::UnknownChoice, "csv, jsonl, json, xlsx, parquet").at("format", options.format);
    // Whoever says how text is to be read knows that it is text.
    FileFormat format{options.format};
    if (options.format.empty() || options.format == "xlsx" || options.format == "parquet") {
        TL_TRY(FileFormat found, detectFormat(path, options));
        format.packed = found.packed;
        if (options.format.empty())
            format = std::move(found);
    }
    if (format.name == "xlsx")
        return openWhole(path, options, format.packed, openXlsx);
    if (format.name == "parquet")
        return openWhole(path, options, format.packed, openParquet);
    if (format.name == "json" || format.name == "jsonl")
        return openJsonFile(path, options, job);
    TL_TRY(auto reader, CsvReader::open(path, options, job));
    return std::unique_ptr<RecordReader>(std::move(reader));
}

} // namespace core::data
