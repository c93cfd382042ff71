// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/engine_info.h"
#include "core/engine/guard.h"
#include "core/engine/network.h"
#include "core/engine/network_model.h"

#include <algorithm>
#include <charconv>
#include <mutex>
#include <optional>
#include <thread>

namespace core::engine {

std::map<std::string, NetworkMaker>& networkMakers() {
    static std::map<std::string, NetworkMaker> makers;
    return makers;
}

Error errorOf(const std::string& what) {
    const std::string line = what.substr(0, what.find('\n'));
    for (const char* sign : {"out of memory", "not enough memory", "can't allocate memory"})
        if (what.find(sign) != std::string::npos)
            return Error(ErrorCode::OutOfMemory, line);
    return Error(ErrorCode::Internal, line);
}

namespace {

Error unavailable(const std::string& device, std::string detail) {
    Error error(ErrorCode::DeviceUnavailable, std::move(detail));
    error.value = device;
    return error;
}

/// "cpu", "cuda" (= "cuda:0") or "cuda:N", when it is there.
Result<torch::Device> parseDevice(const std::string& text) {
    if (text == "cpu")
        return torch::Device(torch::kCPU);
    if (text != "cuda" && !text.starts_with("cuda:"))
        return unavailable(text, "devices are called cpu, cuda:0, cuda:1 …");
    int index = 0;
    if (text.size() > 4) {
        const char* end = text.data() + text.size();
        const auto parsed = std::from_chars(text.data() + 5, end, index);
        if (parsed.ec != std::errc() || parsed.ptr != end || index < 0)
            return unavailable(text, "devices are called cpu, cuda:0, cuda:1 …");
    }
    if (!torch::cuda::is_available())
        return unavailable(text, torch::cuda::device_count() > 0
                                     ? "the NVIDIA driver does not fit this LibTorch"
                                     : "this LibTorch was built without CUDA, or there is no NVIDIA driver");
    const int count = static_cast<int>(torch::cuda::device_count());
    if (index >= count)
        return unavailable(text, "there are " + std::to_string(count) + " CUDA devices, counted from 0");
    return torch::Device(torch::kCUDA, static_cast<c10::DeviceIndex>(index));
}

std::string modelNames() {
    std::string names;
    for (const auto& [id, maker] : networkMakers())
        names += (names.empty() ? "" : ", ") + id;
    return names;
}

class TorchEngine : public train::Engine {
public:
    train::EngineInfo info() const override {
        const auto info = guarded([]() -> Result<train::EngineInfo> { return engineInfo(); });
        return info.ok() ? info.value() : train::EngineInfo{.library = torchVersion(), .warning = info.error().detail};
    }

    void setThreads(int threads) override {
        if (threads < 1)
            threads = static_cast<int>(std::max(1U, std::thread::hardware_concurrency()));
        // LibTorch answers an exception only for numbers below 1, which cannot come here any more.
        const Status set = guarded([&]() -> Status {
            const std::lock_guard lock(m_mutex);
            at::set_num_threads(threads);
            setBlasThreads(threads);
            return {};
        });
        static_cast<void>(set);
    }

    Result<std::unique_ptr<train::EngineModel>> create(const train::ModelSpec& spec,
                                                       const train::OptimizerConfig& optimizer) override {
        return guarded([&]() -> Result<std::unique_ptr<train::EngineModel>> {
            const auto maker = networkMakers().find(spec.id);
            if (maker == networkMakers().end())
                return Error(ErrorCode::UnknownChoice, modelNames()).at("model", spec.id);
            TL_TRY(const torch::Device device, parseDevice(spec.device));
            at::Generator initial = makeGenerator(torch::kCPU, spec.seed);
            std::unique_ptr<Network> network = maker->second(spec.architecture, device, initial);
            const auto classes = spec.architecture.at("classes").get<std::int64_t>();
            // Its own stream for dropout: the number of weights must not shift it.
            at::Generator random = makeGenerator(device, spec.seed ^ 0x9E3779B97F4A7C15ULL);
            return std::unique_ptr<train::EngineModel>(
                std::make_unique<NetworkModel>(std::move(network), classes, device, std::move(random), optimizer));
        });
    }

private:
    std::mutex m_mutex;
};

} // namespace
} // namespace core::engine

/// The only symbol of the module: see core/train/engine.h.
extern "C" __attribute__((visibility("default"))) core::train::Engine* taillight_engine(int abi) {
    static core::engine::TorchEngine engine;
    return abi == core::train::kEngineAbi ? &engine : nullptr;
}
