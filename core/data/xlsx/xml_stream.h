// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/data/byte_source.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace core::data::xlsx {

/// The attributes of one element; names are compared without their prefix.
class XmlAttributes {
public:
    explicit XmlAttributes(const char** pairs) : m_pairs(pairs) {}
    /// Nothing when it is not there.
    std::optional<std::string_view> find(std::string_view name) const;
    std::string_view value(std::string_view name) const { return find(name).value_or(std::string_view()); }
    /// Of an attribute with a prefix: `id` finds r:id, and not id.
    std::string_view prefixed(std::string_view name) const;

private:
    const char** m_pairs;
};

/// What happens in an XML text. Names come without their prefix: workbooks differ in them.
class XmlEvents {
public:
    virtual ~XmlEvents() = default;
    virtual void start(std::string_view name, const XmlAttributes& attributes) = 0;
    virtual void end(std::string_view name) = 0;
    /// A piece of text: one text may come in many.
    virtual void text(std::string_view piece) = 0;
};

/// Parses an XML text from a source, piece by piece, through expat. Refuses document types (so no entity can grow),
/// tags of more than 1 MB, nesting of more than 256 levels and texts of more than `limit` bytes.
class XmlStream {
public:
    /// `file`, and `part` (a file inside it), are for the errors.
    XmlStream(std::unique_ptr<ByteSource> source, std::string file, std::string part, std::int64_t limit);
    ~XmlStream();
    XmlStream(const XmlStream&) = delete;
    XmlStream& operator=(const XmlStream&) = delete;

    /// Tells `events` what comes until it calls pause() or fail(), or the text ends; false at the end.
    /// FileTruncated: no XML; UnsupportedFormat: beyond a limit.
    Result<bool> run(XmlEvents& events);
    /// From within an event: run() returns true behind it.
    void pause();
    /// From within an event: run() returns this error.
    void fail(Error error);

    const ByteSource& source() const;

private:
    class Impl;
    std::unique_ptr<Impl> m_impl;
};

/// Runs through a whole part.
Status parseXml(XmlStream& stream, XmlEvents& events);

} // namespace core::data::xlsx
