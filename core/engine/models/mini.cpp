// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/network.h"

#include <algorithm>
#include <cmath>

namespace core::engine {
namespace {

constexpr double kNormEpsilon = 1e-5;

/// Parameter numbers of one encoder layer.
struct Layer {
    std::size_t norm1Weight, norm1Bias, qkvWeight, qkvBias, outWeight, outBias;
    std::size_t norm2Weight, norm2Bias, upWeight, upBias, downWeight, downBias;
};

/// A small transformer encoder trained from scratch: learnt positions, pre-norm layers (Xiong et al. 2020: they train
/// without the care that post-norm needs), GELU, a last LayerNorm, mean over the real tokens, linear head.
class MiniNetwork : public Network {
public:
    MiniNetwork(const Json& architecture, const torch::Device& device, at::Generator& random)
        : m_device(device),
          m_vocabulary(architecture.at("vocabulary").get<std::int64_t>()),
          m_width(architecture.at("width").get<std::int64_t>()),
          m_heads(architecture.at("heads").get<std::int64_t>()),
          m_maxLength(architecture.at("max_length").get<std::int64_t>()),
          m_pad(architecture.at("pad").get<std::int64_t>()),
          m_dropout(architecture.at("dropout").get<double>()),
          m_tokenDropout(architecture.at("token_dropout").get<double>()),
          m_random(&random) {
        TORCH_CHECK(m_heads > 0 && m_width % m_heads == 0, "the width ", m_width, " is no multiple of ", m_heads,
                    " heads");
        const auto inner = architecture.at("feed_forward").get<std::int64_t>();
        const auto classes = architecture.at("classes").get<std::int64_t>();
        m_tokens = matrix("embedding.tokens.weight", m_vocabulary, m_width, 0.1);
        m_positions = matrix("embedding.positions.weight", m_maxLength, m_width, 0.02);
        for (std::int64_t i = 0; i < architecture.at("layers").get<std::int64_t>(); ++i)
            m_layers.push_back(makeLayer("layers." + std::to_string(i) + ".", inner));
        m_normWeight = constant("norm.weight", m_width, 1);
        m_normBias = constant("norm.bias", m_width, 0);
        m_headWeight = matrix("head.weight", classes, m_width, 0.02);
        m_headBias = constant("head.bias", classes, 0);
        m_random = nullptr;
    }

    std::int64_t vocabulary() const override { return m_vocabulary; }

    Forward forward(const train::Batch& batch, at::Generator* random) override {
        const torch::Tensor ids = padded(batch).to(m_device);
        torch::Tensor real = ids.ne(m_pad);
        if (random != nullptr && m_tokenDropout > 0)
            real = dropTokens(real, *random);
        const std::int64_t length = ids.size(1);
        torch::Tensor x = torch::embedding(value(m_tokens), ids) + value(m_positions).narrow(0, 0, length);
        x = dropOut(x, m_dropout, random);
        const torch::Tensor mask =
            torch::zeros({ids.size(0), 1, 1, length}, x.options().requires_grad(false))
                .masked_fill(real.logical_not().unsqueeze(1).unsqueeze(1), -std::numeric_limits<float>::infinity());
        for (const Layer& layer : m_layers)
            x = encode(layer, x, mask, random);
        x = torch::layer_norm(x, {m_width}, value(m_normWeight), value(m_normBias), kNormEpsilon);
        const torch::Tensor weight = real.to(x.dtype()).unsqueeze(2);
        const torch::Tensor mean = (x * weight).sum(1) / weight.sum(1);
        Forward result;
        result.logits = torch::linear(dropOut(mean, m_dropout, random), value(m_headWeight), value(m_headBias));
        return result;
    }

private:
    std::size_t matrix(const std::string& name, std::int64_t rows, std::int64_t columns, double deviation) {
        return add(name, torch::empty({rows, columns}).normal_(0, deviation, *m_random).to(m_device), true);
    }
    std::size_t linear(const std::string& name, std::int64_t out, std::int64_t in) {
        return matrix(name, out, in, std::sqrt(2.0 / static_cast<double>(in + out))); // Glorot
    }
    std::size_t constant(const std::string& name, std::int64_t size, double number) {
        return add(name, torch::full({size}, number, torch::kFloat32).to(m_device), false);
    }

    Layer makeLayer(const std::string& prefix, std::int64_t inner) {
        Layer layer{};
        layer.norm1Weight = constant(prefix + "norm1.weight", m_width, 1);
        layer.norm1Bias = constant(prefix + "norm1.bias", m_width, 0);
        layer.qkvWeight = linear(prefix + "attention.qkv.weight", 3 * m_width, m_width);
        layer.qkvBias = constant(prefix + "attention.qkv.bias", 3 * m_width, 0);
        layer.outWeight = linear(prefix + "attention.out.weight", m_width, m_width);
        layer.outBias = constant(prefix + "attention.out.bias", m_width, 0);
        layer.norm2Weight = constant(prefix + "norm2.weight", m_width, 1);
        layer.norm2Bias = constant(prefix + "norm2.bias", m_width, 0);
        layer.upWeight = linear(prefix + "feed_forward.up.weight", inner, m_width);
        layer.upBias = constant(prefix + "feed_forward.up.bias", inner, 0);
        layer.downWeight = linear(prefix + "feed_forward.down.weight", m_width, inner);
        layer.downBias = constant(prefix + "feed_forward.down.bias", m_width, 0);
        return layer;
    }

    /// rows × longest row, the rest filled with the pad id: no longer than this batch needs.
    torch::Tensor padded(const train::Batch& batch) const {
        std::int64_t longest = 1;
        for (std::int32_t r = 0; r < batch.rows(); ++r)
            longest = std::max<std::int64_t>(longest, rowLength(batch, r));
        const torch::Tensor ids = torch::full({batch.rows(), longest}, m_pad, torch::kInt64);
        auto* out = ids.data_ptr<std::int64_t>();
        for (std::int32_t r = 0; r < batch.rows(); ++r) {
            const auto begin = batch.tokens.begin() + batch.offsets[static_cast<std::size_t>(r)];
            std::copy(begin, begin + static_cast<std::ptrdiff_t>(rowLength(batch, r)), out + r * longest);
        }
        return ids;
    }
    std::int64_t rowLength(const train::Batch& batch, std::int32_t row) const {
        const auto r = static_cast<std::size_t>(row);
        return std::min<std::int64_t>(batch.offsets[r + 1] - batch.offsets[r], m_maxLength);
    }

    /// Hides tokens from attention and mean alike; the first one always stays.
    torch::Tensor dropTokens(const torch::Tensor& real, at::Generator& random) const {
        torch::Tensor keep = torch::empty(real.sizes(), torch::TensorOptions().dtype(torch::kFloat32).device(m_device));
        keep.bernoulli_(1.0 - m_tokenDropout, random);
        keep.narrow(1, 0, 1).fill_(1);
        return real.logical_and(keep.to(torch::kBool));
    }

    torch::Tensor encode(const Layer& layer, const torch::Tensor& input, const torch::Tensor& mask,
                         at::Generator* random) const {
        const std::int64_t rows = input.size(0);
        const std::int64_t length = input.size(1);
        const std::int64_t each = m_width / m_heads;
        torch::Tensor x =
            torch::layer_norm(input, {m_width}, value(layer.norm1Weight), value(layer.norm1Bias), kNormEpsilon);
        const torch::Tensor qkv = torch::linear(x, value(layer.qkvWeight), value(layer.qkvBias))
                                      .view({rows, length, 3, m_heads, each})
                                      .permute({2, 0, 3, 1, 4});
        torch::Tensor scores =
            torch::matmul(qkv.select(0, 0), qkv.select(0, 1).transpose(-2, -1)) / std::sqrt(static_cast<double>(each)) +
            mask;
        scores = dropOut(torch::softmax(scores, -1), m_dropout, random);
        x = torch::matmul(scores, qkv.select(0, 2)).transpose(1, 2).reshape({rows, length, m_width});
        x = input + dropOut(torch::linear(x, value(layer.outWeight), value(layer.outBias)), m_dropout, random);
        torch::Tensor y =
            torch::layer_norm(x, {m_width}, value(layer.norm2Weight), value(layer.norm2Bias), kNormEpsilon);
        y = torch::gelu(torch::linear(y, value(layer.upWeight), value(layer.upBias)));
        return x + dropOut(torch::linear(y, value(layer.downWeight), value(layer.downBias)), m_dropout, random);
    }

    torch::Device m_device;
    std::int64_t m_vocabulary, m_width, m_heads, m_maxLength, m_pad;
    double m_dropout, m_tokenDropout;
    at::Generator* m_random; ///< only while the weights are drawn
    std::size_t m_tokens = 0, m_positions = 0, m_normWeight = 0, m_normBias = 0, m_headWeight = 0, m_headBias = 0;
    std::vector<Layer> m_layers;
};

const NetworkRegistration kMini("mini",
                                [](const Json& architecture, const torch::Device& device, at::Generator& random) {
                                    return std::make_unique<MiniNetwork>(architecture, device, random);
                                });

} // namespace
} // namespace core::engine
