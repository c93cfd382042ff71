// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/parquet/duckdb_library.h"

#include "core/data/parquet_reader.h"

#include <cstdlib>
#include <dlfcn.h>
#include <memory>
#include <mutex>

namespace core::data {
namespace {

std::mutex mutex;       // guards what follows
std::string chosenPath; // from the settings
std::unique_ptr<parquet::DuckdbLibrary> opened;

/// Looks `name` up; remembers the first one that is missing.
template <class Function> void find(void* handle, const char* name, Function& function, std::string& missing) {
    void* const symbol = ::dlsym(handle, name);
    if (!symbol && missing.empty())
        missing = name;
    function = reinterpret_cast<Function>(symbol);
}

Error unavailable(const std::string& why) {
    return Error(ErrorCode::UnsupportedFormat,
                 "a Parquet file without DuckDB's library (" + why +
                     "; install libduckdb.so from duckdb.org, and name it in TAILLIGHT_DUCKDB_LIB or in the settings)");
}

Result<std::unique_ptr<parquet::DuckdbLibrary>> openLibrary(const std::string& path) {
    void* const handle = ::dlopen(path.c_str(), RTLD_NOW | RTLD_LOCAL);
    if (!handle) {
        const char* reason = ::dlerror();
        return unavailable(reason ? reason : path + " cannot be opened");
    }
    auto library = std::make_unique<parquet::DuckdbLibrary>();
    std::string missing;
    find(handle, "duckdb_library_version", library->library_version, missing);
    find(handle, "duckdb_create_config", library->create_config, missing);
    find(handle, "duckdb_set_config", library->set_config, missing);
    find(handle, "duckdb_destroy_config", library->destroy_config, missing);
    find(handle, "duckdb_open_ext", library->open_ext, missing);
    find(handle, "duckdb_close", library->close, missing);
    find(handle, "duckdb_connect", library->connect, missing);
    find(handle, "duckdb_disconnect", library->disconnect, missing);
    find(handle, "duckdb_free", library->free, missing);
    find(handle, "duckdb_query", library->query, missing);
    find(handle, "duckdb_prepare", library->prepare, missing);
    find(handle, "duckdb_prepare_error", library->prepare_error, missing);
    find(handle, "duckdb_destroy_prepare", library->destroy_prepare, missing);
    find(handle, "duckdb_pending_prepared_streaming", library->pending_prepared_streaming, missing);
    find(handle, "duckdb_pending_error", library->pending_error, missing);
    find(handle, "duckdb_execute_pending", library->execute_pending, missing);
    find(handle, "duckdb_destroy_pending", library->destroy_pending, missing);
    find(handle, "duckdb_result_error", library->result_error, missing);
    find(handle, "duckdb_destroy_result", library->destroy_result, missing);
    find(handle, "duckdb_fetch_chunk", library->fetch_chunk, missing);
    find(handle, "duckdb_data_chunk_get_size", library->data_chunk_get_size, missing);
    find(handle, "duckdb_data_chunk_get_column_count", library->data_chunk_get_column_count, missing);
    find(handle, "duckdb_data_chunk_get_vector", library->data_chunk_get_vector, missing);
    find(handle, "duckdb_destroy_data_chunk", library->destroy_data_chunk, missing);
    find(handle, "duckdb_vector_get_data", library->vector_get_data, missing);
    find(handle, "duckdb_vector_get_validity", library->vector_get_validity, missing);
    if (!missing.empty()) {
        ::dlclose(handle);
        return unavailable(path + " lacks the function " + missing);
    }
    return library; // the handle is kept: the library has threads of its own
}

} // namespace

Result<const parquet::DuckdbLibrary*> parquet::duckdbLibrary() {
    const std::lock_guard lock(mutex);
    if (!opened) {
        const char* const named = std::getenv("TAILLIGHT_DUCKDB_LIB");
        const std::string path = !chosenPath.empty() ? chosenPath : named && *named ? named : "libduckdb.so";
        TL_TRY(opened, openLibrary(path));
    }
    return static_cast<const DuckdbLibrary*>(opened.get());
}

void setDuckdbLibrary(const std::string& path) {
    const std::lock_guard lock(mutex);
    chosenPath = path;
}

Result<std::string> duckdbVersion() {
    TL_TRY(const auto* const library, parquet::duckdbLibrary());
    return std::string(library->library_version());
}

} // namespace core::data
