// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/tensor_bytes.h"

#include <cstring>

namespace core::engine {
namespace {

std::string dtypeName(torch::ScalarType type) {
    switch (type) {
    case torch::kFloat32:
        return "F32";
    case torch::kInt64:
        return "I64";
    case torch::kUInt8:
        return "U8";
    default:
        TORCH_CHECK(false, "a tensor of type ", c10::toString(type), " cannot be stored");
    }
}

std::string shapeText(const std::vector<std::int64_t>& shape) {
    std::string text;
    for (const std::int64_t size : shape)
        text += (text.empty() ? "" : "×") + std::to_string(size);
    return text.empty() ? "a single number" : text;
}

} // namespace

train::NamedTensor toBytes(const std::string& name, const torch::Tensor& tensor) {
    const torch::Tensor plain = tensor.detach().to(torch::kCPU).contiguous();
    train::NamedTensor result{name, dtypeName(plain.scalar_type()), plain.sizes().vec(), {}};
    result.data.resize(plain.nbytes());
    std::memcpy(result.data.data(), plain.data_ptr(), result.data.size());
    return result;
}

Status fromBytes(const train::NamedTensor& bytes, torch::Tensor& tensor) {
    if (bytes.dtype != dtypeName(tensor.scalar_type()) || bytes.shape != tensor.sizes().vec() ||
        bytes.data.size() != tensor.nbytes())
        return Error(ErrorCode::BadModel, "tensor “" + bytes.name + "” is " + bytes.dtype + " of " +
                                              shapeText(bytes.shape) + ", the model needs " +
                                              dtypeName(tensor.scalar_type()) + " of " +
                                              shapeText(tensor.sizes().vec()));
    const torch::NoGradGuard noGrad;
    const torch::Tensor plain = torch::empty(tensor.sizes(), torch::TensorOptions().dtype(tensor.scalar_type()));
    std::memcpy(plain.data_ptr(), bytes.data.data(), bytes.data.size());
    tensor.copy_(plain);
    return {};
}

const train::NamedTensor* findTensor(const std::vector<train::NamedTensor>& state, const std::string& name) {
    for (const train::NamedTensor& tensor : state)
        if (tensor.name == name)
            return &tensor;
    return nullptr;
}

} // namespace core::engine
