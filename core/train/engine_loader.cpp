// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/train/engine_loader.h"

#include <atomic>
#include <cstdlib>
#include <dlfcn.h>
#include <filesystem>
#include <mutex>
#include <vector>

namespace core::train {
namespace {

/// LibTorch's threads (OpenMP) wait for one another by spinning unless told otherwise: with as many threads as cores,
/// any other busy process then slows a training step down 15 times (measured). OpenMP reads the variable as it is
/// loaded, with the module; it is set before main(), because setenv() beside a getenv() of another thread is a race.
[[maybe_unused]] const int kPassiveWaiting = ::setenv("OMP_WAIT_POLICY", "PASSIVE", /*overwrite=*/0);

std::atomic<Engine*> g_engine{nullptr}; ///< the module of this process, once it is open
std::mutex g_opening;

constexpr const char* kCudaName = "libtaillight_engine_cuda.so";
constexpr const char* kCpuName = "libtaillight_engine.so";

void addFolder(std::vector<std::filesystem::path>& files, const std::filesystem::path& folder) {
    files.push_back(folder / kCudaName);
    files.push_back(folder / kCpuName);
}

/// Where the module may be, best first.
std::vector<std::filesystem::path> candidates() {
    std::vector<std::filesystem::path> files;
    std::error_code error;
    if (const char* chosen = std::getenv("TAILLIGHT_ENGINE"); chosen != nullptr && *chosen != '\0') {
        // Whoever names a module wants this one: any other would be a surprise.
        if (std::filesystem::is_directory(chosen, error))
            addFolder(files, chosen);
        else
            files.emplace_back(chosen);
        return files;
    }
    const std::filesystem::path program = std::filesystem::read_symlink("/proc/self/exe", error);
    if (!error) {
        addFolder(files, program.parent_path());
        addFolder(files, program.parent_path().parent_path() / "lib" / "taillight");
    }
    addFolder(files, TAILLIGHT_ENGINE_FOLDER);
    return files;
}

/// Opens one file; nullptr, with the reason in `why`, when it is no module of ours.
Engine* openModule(const std::filesystem::path& file, std::string& why) {
    // DEEPBIND: the module's libraries take their own symbols first. Debian's SentencePiece, which this program links,
    // carries a copy of protobuf that LibTorch's protobuf would otherwise bind to, and crash. PyTorch's own LibTorch,
    // which the CUDA module is built against, hides its protobuf; with DEEPBIND parts of the C++ library would be there
    // twice, and the first number written to a stream crashes (seen with 2.11+cu130).
    const bool cuda = file.filename().string().find("_cuda") != std::string::npos;
    void* library = ::dlopen(file.c_str(), RTLD_NOW | RTLD_LOCAL | (cuda ? 0 : RTLD_DEEPBIND));
    if (library == nullptr) {
        why = ::dlerror();
        return nullptr;
    }
    const auto entry = reinterpret_cast<EngineEntry>(::dlsym(library, kEngineEntryName));
    Engine* engine = entry != nullptr ? entry(kEngineAbi) : nullptr;
    if (engine == nullptr) {
        why = file.string() +
              (entry != nullptr ? ": it belongs to another version of Taillight" : ": it is no engine module");
        ::dlclose(library);
    }
    return engine; // the library stays open for as long as the process lives
}

} // namespace

Result<Engine*> loadEngine() {
    if (Engine* engine = g_engine.load(std::memory_order_acquire))
        return engine;
    const std::lock_guard lock(g_opening);
    if (Engine* engine = g_engine.load(std::memory_order_acquire))
        return engine;
    std::string tried, reasons;
    for (const std::filesystem::path& file : candidates()) {
        std::error_code error;
        if (!std::filesystem::exists(file, error)) {
            tried += (tried.empty() ? "" : ", ") + file.string();
            continue;
        }
        std::string why;
        if (Engine* engine = openModule(file, why)) {
            g_engine.store(engine, std::memory_order_release);
            return engine;
        }
        reasons += (reasons.empty() ? "" : "; ") + why;
    }
    std::string detail = reasons.empty() ? "it is not at " + tried : reasons;
    return Error(ErrorCode::EngineMissing, detail + ". Install Taillight's engine and LibTorch (Debian and Ubuntu: "
                                                    "libtorch-dev libopenblas0-openmp), or name the module in the "
                                                    "environment variable TAILLIGHT_ENGINE.");
}

bool engineLoaded() {
    return g_engine.load(std::memory_order_acquire) != nullptr;
}

} // namespace core::train
