// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/xlsx/xml_stream.h"

#include <expat.h>

namespace core::data::xlsx {
namespace {

constexpr int kPiece = 64 << 10;
constexpr std::int64_t kLongestTag = std::int64_t{1} << 20;
constexpr int kDeepest = 256;

std::string_view localName(std::string_view name) {
    const auto colon = name.find(':');
    return colon == std::string_view::npos ? name : name.substr(colon + 1);
}

struct ParserFree {
    void operator()(XML_Parser parser) const { XML_ParserFree(parser); }
};

} // namespace

std::optional<std::string_view> XmlAttributes::find(std::string_view name) const {
    std::optional<std::string_view> found;
    for (const char** pair = m_pairs; *pair; pair += 2) {
        const std::string_view full(pair[0]);
        if (full == name)
            return pair[1];
        if (!found && localName(full) == name)
            found = pair[1];
    }
    return found;
}

std::string_view XmlAttributes::prefixed(std::string_view name) const {
    for (const char** pair = m_pairs; *pair; pair += 2) {
        const std::string_view full(pair[0]);
        if (full != name && localName(full) == name)
            return pair[1];
    }
    return {};
}

class XmlStream::Impl {
public:
    Impl(std::unique_ptr<ByteSource> source, std::string file, std::string part, std::int64_t limit)
        : m_source(std::move(source)),
          m_file(std::move(file)),
          m_part(std::move(part)),
          m_limit(limit),
          m_parser(XML_ParserCreate(nullptr)) {
        if (!m_parser)
            return;
        XML_SetUserData(m_parser.get(), this);
        XML_SetElementHandler(m_parser.get(), &Impl::onStart, &Impl::onEnd);
        XML_SetCharacterDataHandler(m_parser.get(), &Impl::onText);
        XML_SetStartDoctypeDeclHandler(m_parser.get(), &Impl::onDoctype);
    }

    Result<bool> run(XmlEvents& events) {
        if (!m_parser)
            return Error(ErrorCode::OutOfMemory, "the XML parser could not be set up");
        m_events = &events;
        while (!m_finished) {
            TL_TRY(const XML_Status status, step());
            if (m_error)
                return *m_error;
            if (status == XML_STATUS_ERROR)
                return Error(ErrorCode::FileTruncated, m_part + " inside it is no XML (" +
                                                           XML_ErrorString(XML_GetErrorCode(m_parser.get())) + ")")
                    .inFile(m_file);
            m_suspended = status == XML_STATUS_SUSPENDED;
            if (m_suspended)
                return true;
            m_finished = m_last;
            if (m_fed - XML_GetCurrentByteIndex(m_parser.get()) > kLongestTag)
                return tooLarge("a tag of more than 1 MB");
        }
        return false;
    }

    void pause() { XML_StopParser(m_parser.get(), XML_TRUE); }
    void fail(Error error) {
        if (!m_error)
            m_error = std::move(error);
        XML_StopParser(m_parser.get(), XML_FALSE);
    }
    const ByteSource& source() const { return *m_source; }
    Error tooLarge(const std::string& what) const {
        return Error(ErrorCode::UnsupportedFormat, "an Excel workbook with " + what + " (in " + m_part + ")")
            .inFile(m_file);
    }

private:
    /// Parses on, from the rest of the last piece or from a new one.
    Result<XML_Status> step() {
        if (m_suspended)
            return XML_ResumeParser(m_parser.get());
        void* const buffer = XML_GetBuffer(m_parser.get(), kPiece);
        if (!buffer)
            return Error(ErrorCode::OutOfMemory, "an XML text is too large").inFile(m_file);
        TL_TRY(const std::size_t got, m_source->read({static_cast<char*>(buffer), std::size_t{kPiece}}));
        m_fed += static_cast<std::int64_t>(got);
        if (m_fed > m_limit)
            return tooLarge("more than " + std::to_string(m_limit >> 20) + " MB of XML");
        m_last = got < std::size_t{kPiece};
        return XML_ParseBuffer(m_parser.get(), static_cast<int>(got), m_last ? XML_TRUE : XML_FALSE);
    }

    static void XMLCALL onStart(void* self, const XML_Char* name, const XML_Char** attributes) {
        auto& stream = *static_cast<Impl*>(self);
        if (stream.m_error)
            return; // expat finishes an empty element even when it has been stopped
        if (++stream.m_depth > kDeepest)
            return stream.fail(stream.tooLarge("XML nested too deeply"));
        stream.m_events->start(localName(name), XmlAttributes(attributes));
    }
    static void XMLCALL onEnd(void* self, const XML_Char* name) {
        auto& stream = *static_cast<Impl*>(self);
        if (stream.m_error)
            return;
        --stream.m_depth;
        stream.m_events->end(localName(name));
    }
    static void XMLCALL onText(void* self, const XML_Char* text, int size) {
        auto& stream = *static_cast<Impl*>(self);
        if (!stream.m_error)
            stream.m_events->text({text, static_cast<std::size_t>(size)});
    }
    static void XMLCALL onDoctype(void* self, const XML_Char*, const XML_Char*, const XML_Char*, int) {
        auto& stream = *static_cast<Impl*>(self);
        stream.fail(stream.tooLarge("a document type declaration"));
    }

    std::unique_ptr<ByteSource> m_source;
    std::string m_file;
    std::string m_part;
    std::int64_t m_limit;
    std::unique_ptr<XML_ParserStruct, ParserFree> m_parser;
    XmlEvents* m_events = nullptr;
    std::optional<Error> m_error;
    std::int64_t m_fed = 0;
    int m_depth = 0;
    bool m_suspended = false;
    bool m_last = false;
    bool m_finished = false;
};

XmlStream::XmlStream(std::unique_ptr<ByteSource> source, std::string file, std::string part, std::int64_t limit)
    : m_impl(std::make_unique<Impl>(std::move(source), std::move(file), std::move(part), limit)) {}
XmlStream::~XmlStream() = default;

Result<bool> XmlStream::run(XmlEvents& events) {
    return m_impl->run(events);
}
void XmlStream::pause() {
    m_impl->pause();
}
void XmlStream::fail(Error error) {
    m_impl->fail(std::move(error));
}
const ByteSource& XmlStream::source() const {
    return m_impl->source();
}

Status parseXml(XmlStream& stream, XmlEvents& events) {
    for (;;) {
        TL_TRY(const bool more, stream.run(events));
        if (!more)
            return {};
    }
}

} // namespace core::data::xlsx
