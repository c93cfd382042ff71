// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/train/sentencepiece_encoder.h"

#include "core/base/rng.h"

#include <algorithm>
#include <numeric>
#include <sentencepiece_processor.h>
#include <sentencepiece_trainer.h>
#include <unordered_map>

namespace core::train {
namespace {

/// Learning cannot be cancelled, so it must be short: this much text takes some tenths of a second, and its pieces
/// serve as well as those of ten times as much.
constexpr std::size_t kMostText = 240'000;
/// Of long texts the beginning is enough for learning pieces.
constexpr std::size_t kMostBytes = 200;
constexpr std::int32_t kUnknown = 1;

/// Cuts at a character boundary.
std::string head(const std::string& text) {
    std::size_t size = std::min(text.size(), kMostBytes);
    while (size > 0 && size < text.size() && (static_cast<unsigned char>(text[size]) & 0xC0U) == 0x80U)
        --size;
    std::string line = text.substr(0, size);
    std::replace_if(
        line.begin(), line.end(), [](char c) { return c == '\n' || c == '\r' || c == '\0'; }, ' ');
    return line;
}

std::vector<std::string> sampleOf(std::span<const std::string> texts, std::uint64_t seed) {
    std::vector<std::size_t> order(texts.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    Rng rng = Rng::forPurpose(seed, "vocabulary");
    rng.shuffle(order);
    std::vector<std::string> sentences;
    std::size_t size = 0;
    for (const std::size_t i : order) {
        if (size >= kMostText)
            break;
        std::string line = head(texts[i]);
        size += line.size();
        if (line.find_first_not_of(' ') != std::string::npos)
            sentences.push_back(std::move(line));
    }
    return sentences;
}

class Sentences : public sentencepiece::SentenceIterator {
public:
    explicit Sentences(const std::vector<std::string>& sentences) : m_sentences(sentences) {}
    bool done() const override { return m_next >= m_sentences.size(); }
    void Next() override { ++m_next; }
    const std::string& value() const override { return m_sentences[m_next]; }
    sentencepiece::util::Status status() const override { return {}; }

private:
    const std::vector<std::string>& m_sentences;
    std::size_t m_next = 0;
};

sentencepiece::util::Status trainOnce(const std::vector<std::string>& sentences, int vocabulary, double coverage,
                                      std::string& model) {
    // One thread: the sums of the EM steps would otherwise depend on who comes first.
    const std::unordered_map<std::string, std::string> arguments{
        {"model_type", "unigram"},
        {"vocab_size", std::to_string(vocabulary)},
        {"hard_vocab_limit", "false"},
        {"character_coverage", std::to_string(coverage)},
        {"normalization_rule_name", "nmt_nfkc_cf"},
        {"num_threads", "1"},
        {"shuffle_input_sentence", "false"},
        {"pad_id", "0"},
        {"unk_id", "1"},
        {"bos_id", "-1"},
        {"eos_id", "-1"},
        {"minloglevel", "2"},
    };
    Sentences iterator(sentences);
    return sentencepiece::SentencePieceTrainer::Train(arguments, &iterator, &model);
}

} // namespace

class SentencePieceEncoder::Impl {
public:
    std::string model;
    int maxLength = 64;
    sentencepiece::SentencePieceProcessor processor;
};

SentencePieceEncoder::SentencePieceEncoder(std::unique_ptr<Impl> impl) : m_impl(std::move(impl)) {}
SentencePieceEncoder::~SentencePieceEncoder() = default;

Result<std::unique_ptr<TextEncoder>> SentencePieceEncoder::make(std::string model, int maxLength) {
    auto impl = std::make_unique<Impl>();
    impl->model = std::move(model);
    impl->maxLength = maxLength;
    const auto status = impl->processor.LoadFromSerializedProto(impl->model);
    if (!status.ok())
        return Error(ErrorCode::BadModel, status.ToString()).inFile(kFile);
    if (impl->processor.pad_id() != 0 || impl->processor.unk_id() != kUnknown)
        return Error(ErrorCode::BadModel, "its pad and unknown pieces are not 0 and 1").inFile(kFile);
    return std::unique_ptr<TextEncoder>(new SentencePieceEncoder(std::move(impl)));
}

Result<std::unique_ptr<TextEncoder>> SentencePieceEncoder::learn(std::span<const std::string> texts,
                                                                 const SentencePieceConfig& config, std::uint64_t seed,
                                                                 JobContext& job) {
    TL_CHECK_STATUS(job.check());
    const std::vector<std::string> sentences = sampleOf(texts, seed);
    if (sentences.empty())
        return Error(ErrorCode::TooFewRows, "no training row has a text to learn a vocabulary from");
    // Each failure has one of two causes: more characters than pieces (less coverage helps), or a corpus too small for
    // so many pieces (fewer help).
    std::string why;
    for (int vocabulary = config.vocabulary; vocabulary >= 8; vocabulary /= 2) {
        for (const double coverage : {config.coverage, 0.995, 0.98, 0.95, 0.9}) {
            TL_CHECK_STATUS(job.check());
            if (coverage > config.coverage)
                continue;
            std::string model;
            const auto status = trainOnce(sentences, vocabulary, coverage, model);
            if (status.ok())
                return make(std::move(model), config.maxLength);
            why = status.ToString();
        }
    }
    return Error(ErrorCode::TooFewRows, "no vocabulary can be learnt from the training texts (" + why + ")");
}

Result<std::unique_ptr<TextEncoder>>
SentencePieceEncoder::fromDescription(const Json& description, const std::map<std::string, std::string>& files) {
    const auto maxLength = description.find("max_length");
    if (maxLength == description.end() || !maxLength->is_number_integer() || maxLength->get<std::int64_t>() < 1 ||
        maxLength->get<std::int64_t>() > (1 << 20))
        return Error(ErrorCode::BadModel, "the encoder's “max_length” is missing or out of range");
    const auto file = files.find(kFile);
    if (file == files.end())
        return Error(ErrorCode::BadModel, "the SentencePiece model is missing").inFile(kFile);
    return make(file->second, maxLength->get<int>());
}

std::vector<std::int32_t> SentencePieceEncoder::encode(std::string_view text) const {
    std::vector<int> ids;
    if (!m_impl->processor.Encode(text, &ids).ok())
        ids.clear();
    if (ids.empty())
        ids.push_back(kUnknown);
    if (ids.size() > static_cast<std::size_t>(m_impl->maxLength))
        ids.resize(static_cast<std::size_t>(m_impl->maxLength));
    return {ids.begin(), ids.end()};
}

std::int32_t SentencePieceEncoder::vocabularySize() const {
    return m_impl->processor.GetPieceSize();
}

Json SentencePieceEncoder::description() const {
    return {{"type", kType}, {"file", kFile}, {"max_length", m_impl->maxLength}};
}

std::map<std::string, std::string> SentencePieceEncoder::files() const {
    return {{kFile, m_impl->model}};
}

} // namespace core::train
