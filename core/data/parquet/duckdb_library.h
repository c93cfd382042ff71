// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <cstddef>
#include <cstdint>
#include <string>

/// The part of DuckDB's C interface that we call, declared from its documentation: the library is opened at run time,
/// where the user has it, and nothing of it is needed to build.
namespace core::data::parquet {

/// duckdb_result: handed over by value, so its size must be right.
struct DuckResult {
    std::uint64_t unused[3];
    void* unusedColumns;
    char* unusedError;
    void* internal;
};

/// duckdb_string_t: up to 12 bytes lie within it, longer texts elsewhere.
struct DuckString {
    std::uint32_t length;
    char inlined[4];
    union {
        char more[8];
        const char* pointer;
    } rest;
};
static_assert(sizeof(DuckResult) == 48 && sizeof(DuckString) == 16);

using DuckDatabase = void*;
using DuckConnection = void*;
using DuckConfig = void*;
using DuckStatement = void*;
using DuckPending = void*;
using DuckChunk = void*;
using DuckVector = void*;
inline constexpr int kDuckOk = 0; ///< DuckDBSuccess

/// The functions by their names without "duckdb_".
struct DuckdbLibrary {
    const char* (*library_version)();
    int (*create_config)(DuckConfig*);
    int (*set_config)(DuckConfig, const char* name, const char* value);
    void (*destroy_config)(DuckConfig*);
    int (*open_ext)(const char* path, DuckDatabase*, DuckConfig, char** error);
    void (*close)(DuckDatabase*);
    int (*connect)(DuckDatabase, DuckConnection*);
    void (*disconnect)(DuckConnection*);
    void (*free)(void*);
    int (*query)(DuckConnection, const char* sql, DuckResult*);
    int (*prepare)(DuckConnection, const char* sql, DuckStatement*);
    const char* (*prepare_error)(DuckStatement);
    void (*destroy_prepare)(DuckStatement*);
    int (*pending_prepared_streaming)(DuckStatement, DuckPending*);
    const char* (*pending_error)(DuckPending);
    int (*execute_pending)(DuckPending, DuckResult*);
    void (*destroy_pending)(DuckPending*);
    const char* (*result_error)(DuckResult*);
    void (*destroy_result)(DuckResult*);
    DuckChunk (*fetch_chunk)(DuckResult);
    std::uint64_t (*data_chunk_get_size)(DuckChunk);
    std::uint64_t (*data_chunk_get_column_count)(DuckChunk);
    DuckVector (*data_chunk_get_vector)(DuckChunk, std::uint64_t column);
    void (*destroy_data_chunk)(DuckChunk*);
    void* (*vector_get_data)(DuckVector);
    std::uint64_t* (*vector_get_validity)(DuckVector);
};

/// Opens the library: the path set by setDuckdbLibrary(), else $TAILLIGHT_DUCKDB_LIB, else libduckdb.so on the library
/// path. Once open it stays so. UnsupportedFormat (without a file) says what was tried and what to install. Any thread.
Result<const DuckdbLibrary*> duckdbLibrary();

} // namespace core::data::parquet
