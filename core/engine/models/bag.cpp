// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/network.h"

#include <algorithm>

namespace core::engine {
namespace {

/// Hashed n-grams → sum of their embeddings over √n → linear head (the shape of fastText, Joulin et al. 2017). The
/// table starts at zero, so n-grams that training never saw say nothing at all.
class BagNetwork : public Network {
public:
    BagNetwork(const Json& architecture, const torch::Device& device, at::Generator& random)
        : m_device(device),
          m_vocabulary(architecture.at("vocabulary").get<std::int64_t>()),
          m_dropout(architecture.at("dropout").get<double>()),
          m_tokenDropout(architecture.at("token_dropout").get<double>()) {
        const auto dimension = architecture.at("dimension").get<std::int64_t>();
        const auto classes = architecture.at("classes").get<std::int64_t>();
        m_table = add("embedding.weight", torch::zeros({m_vocabulary, dimension}).to(device), true, true);
        m_head = add("head.weight", torch::empty({classes, dimension}).normal_(0, 1, random).to(device), true);
        m_bias = add("head.bias", torch::zeros({classes}).to(device), false);
    }

    std::int64_t vocabulary() const override { return m_vocabulary; }

    Forward forward(const train::Batch& batch, at::Generator* random) override {
        Forward result;
        // Only the rows that the batch uses take part in autograd: the table itself may have hundreds of thousands.
        std::vector<std::int64_t> ids(batch.tokens.begin(), batch.tokens.end());
        std::sort(ids.begin(), ids.end());
        ids.erase(std::unique(ids.begin(), ids.end()), ids.end());
        std::vector<std::int64_t> places;
        places.reserve(batch.tokens.size());
        for (const std::int64_t token : batch.tokens)
            places.push_back(std::lower_bound(ids.begin(), ids.end(), token) - ids.begin());

        const torch::Tensor used = torch::tensor(ids, torch::kInt64).to(m_device);
        torch::Tensor rows = value(m_table).index_select(0, used);
        if (random != nullptr) {
            rows.set_requires_grad(true);
            result.touched.push_back({m_table, used, rows});
        }
        const torch::Tensor bag = pool(batch, torch::tensor(places, torch::kInt64).to(m_device), rows, random);
        result.logits = torch::linear(dropOut(bag, m_dropout, random), value(m_head), value(m_bias));
        return result;
    }

private:
    torch::Tensor pool(const train::Batch& batch, const torch::Tensor& places, const torch::Tensor& rows,
                       at::Generator* random) const {
        const auto rowCount = static_cast<std::size_t>(batch.rows());
        std::vector<std::int64_t> begins(rowCount);
        std::vector<float> scale(batch.tokens.size());
        for (std::size_t r = 0; r < rowCount; ++r) {
            const auto begin = static_cast<std::size_t>(batch.offsets[r]);
            const auto end = static_cast<std::size_t>(batch.offsets[r + 1]);
            begins[r] = static_cast<std::int64_t>(begin);
            const float share = 1.0F / std::sqrt(static_cast<float>(std::max<std::size_t>(end - begin, 1)));
            std::fill(scale.begin() + static_cast<std::ptrdiff_t>(begin),
                      scale.begin() + static_cast<std::ptrdiff_t>(end), share);
        }
        const torch::Tensor weights = dropOut(torch::tensor(scale).to(m_device), m_tokenDropout, random);
        constexpr std::int64_t kSum = 0;
        return std::get<0>(torch::embedding_bag(rows, places, torch::tensor(begins, torch::kInt64).to(m_device),
                                                /*scale_grad_by_freq=*/false, kSum, /*sparse=*/false, weights));
    }

    torch::Device m_device;
    std::int64_t m_vocabulary;
    double m_dropout, m_tokenDropout;
    std::size_t m_table = 0, m_head = 0, m_bias = 0;
};

const NetworkRegistration kBag("bag", [](const Json& architecture, const torch::Device& device, at::Generator& random) {
    return std::make_unique<BagNetwork>(architecture, device, random);
});

} // namespace
} // namespace core::engine
