// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/job_context.h"
#include "core/store/database.h"

#include <condition_variable>
#include <mutex>
#include <string>
#include <thread>

namespace core::store {

/// Gives a connection our functions. NULL in, NULL out. Needles are folded already (foldText).
///   tl_fold(text)                      the text as it is compared
///   tl_equal|contains|starts|ends(text, needle)
///   tl_matches(text, pattern), tl_matches_exactly(…)   ICU regular expression, anywhere in the text
///   tl_number(value)                   a number, or text that is one
///   tl_argmax(blob)                    index of the largest of its float32
Status addSqlFunctions(Database& database);

/// Whether ICU takes the pattern; the reason when not.
Status checkPattern(const std::string& pattern);

/// Stops the statements of a connection once the job is cancelled, also in what asks no cancel probe (count(*), sorts).
/// For the lifetime of the object.
class Interrupter {
public:
    Interrupter(Database& database, JobContext& job);
    ~Interrupter();
    Interrupter(const Interrupter&) = delete;
    Interrupter& operator=(const Interrupter&) = delete;

private:
    Database& m_database;
    std::mutex m_mutex;
    std::condition_variable m_wake;
    bool m_done = false;
    std::thread m_thread; ///< last: it uses the others
};

} // namespace core::store
