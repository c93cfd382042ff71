// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/engine_info.h"

#include "core/engine/torch_compat.h"

#include <algorithm>
#include <dlfcn.h>
#include <filesystem>
#include <fstream>
#include <set>
#include <string>
#include <vector>

namespace core::engine {
namespace {

/// Files of this process' shared libraries that look like a BLAS.
std::vector<std::string> blasFiles() {
    std::set<std::string> files;
    std::ifstream maps("/proc/self/maps");
    for (std::string line; std::getline(maps, line);) {
        const auto slash = line.find('/');
        if (slash == std::string::npos)
            continue;
        const std::string path = line.substr(slash);
        const std::string name = std::filesystem::path(path).filename().string();
        if (name.starts_with("libblas") || name.starts_with("libopenblas") || name.starts_with("libmkl") ||
            name.starts_with("libblis"))
            files.insert(path);
    }
    return {files.begin(), files.end()};
}

/// A function of a library that is in the process already, or nullptr.
void* symbolIn(const std::string& file, const char* name) {
    void* library = ::dlopen(file.c_str(), RTLD_NOW | RTLD_NOLOAD);
    if (library == nullptr)
        return nullptr;
    void* symbol = ::dlsym(library, name);
    ::dlclose(library); // gives back the reference just taken: the library stays, LibTorch holds it
    return symbol;
}

std::string openBlasText(const std::string& file) {
    using Text = char* (*)();
    std::string text = "OpenBLAS";
    if (void* config = symbolIn(file, "openblas_get_config"))
        text = reinterpret_cast<Text>(config)();
    return text.starts_with("OpenBLAS") ? text : "OpenBLAS " + text;
}

std::string describeBlas(bool& fast) {
    fast = true;
    std::string reference;
    for (const std::string& file : blasFiles()) {
        if (file.find("mkl") != std::string::npos)
            return "Intel MKL";
        if (file.find("blis") != std::string::npos)
            return "BLIS";
        if (symbolIn(file, "openblas_get_config") != nullptr)
            return openBlasText(file);
        reference = file;
    }
    // Official builds link MKL or OpenBLAS into libtorch_cpu itself; then no file of theirs shows.
    const std::string config = at::show_config();
    if (config.find("MKL") != std::string::npos && config.find("Math Kernel Library") != std::string::npos)
        return "Intel MKL";
    if (reference.empty())
        return "inside LibTorch";
    fast = false;
    return "reference BLAS (" + reference + ")";
}

/// Names of the NVIDIA devices as their driver lists them, in bus order.
std::vector<std::string> gpuNames() {
    std::vector<std::filesystem::path> files;
    std::error_code ignored;
    for (const auto& entry : std::filesystem::directory_iterator("/proc/driver/nvidia/gpus", ignored))
        files.push_back(entry.path() / "information");
    std::sort(files.begin(), files.end());
    std::vector<std::string> names;
    for (const auto& path : files) {
        std::ifstream file(path);
        for (std::string line; std::getline(file, line);)
            if (line.starts_with("Model:"))
                names.push_back(line.substr(std::min(line.size(), line.find_first_not_of(" \t", 6))));
    }
    return names;
}

} // namespace

train::EngineInfo engineInfo() {
    train::EngineInfo info;
    info.library = torchVersion();
    bool fast = true;
    info.blas = describeBlas(fast);
    if (!fast)
        info.warning = "LibTorch computes with the reference BLAS, which is many times slower than OpenBLAS. "
                       "Install libopenblas0-openmp.";
    info.devices.push_back("cpu");
    const auto count = torch::cuda::is_available() ? static_cast<std::size_t>(torch::cuda::device_count()) : 0;
    const std::vector<std::string> names = gpuNames();
    for (std::size_t i = 0; i < count; ++i)
        info.devices.push_back("cuda:" + std::to_string(i) + (names.size() == count ? " " + names[i] : std::string()));
    return info;
}

void setBlasThreads(int threads) {
    using Set = void (*)(int);
    for (const std::string& file : blasFiles())
        if (void* set = symbolIn(file, "openblas_set_num_threads"))
            return reinterpret_cast<Set>(set)(threads);
}

} // namespace core::engine
