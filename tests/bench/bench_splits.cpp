// SPDX-License-Identifier: GPL-3.0-or-later
// Times and memory of splits of a project's events, and how soon a cancel is answered.
//   bench_splits PROJECT      a project with events (bench_browse makes one of any size); its splits are removed again
#include "core/base/error_text.h"
#include "core/base/rng.h"
#include "core/store/split_check.h"
#include "core/store/split_store.h"

#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <string>
#include <thread>

using namespace core::store;

namespace {

double now() {
    return std::chrono::duration<double>(std::chrono::steady_clock::now().time_since_epoch()).count();
}

template <class T> T must(core::Result<T> result) {
    if (!result.ok()) {
        std::fprintf(stderr, "%s\n", core::errorSentence(result.error()).c_str());
        std::exit(1);
    }
    return std::move(*result);
}

void must(const core::Status& status) {
    if (!status.ok()) {
        std::fprintf(stderr, "%s\n", core::errorSentence(status.error()).c_str());
        std::exit(1);
    }
}

/// Peak of resident memory since the last call, in MB (Linux).
double peak() {
    double megabytes = 0;
    std::ifstream status("/proc/self/status");
    for (std::string line; std::getline(status, line);)
        if (line.starts_with("VmHWM:"))
            megabytes = std::atof(line.c_str() + 6) / 1024;
    std::ofstream("/proc/self/clear_refs") << "5";
    return megabytes;
}

/// The slowest of five cancels at random moments of work that takes `seconds`.
template <class Work> double slowestCancel(double seconds, Work work) {
    double slowest = 0;
    core::Rng rng(3);
    for (int i = 0; i < 5; ++i) {
        core::JobContext job;
        double asked = 0;
        std::thread canceller([&] {
            std::this_thread::sleep_for(std::chrono::duration<double>(seconds * rng.uniform()));
            asked = now();
            job.cancel();
        });
        const bool ended = work(job);
        const double end = now();
        canceller.join();
        if (!ended)
            slowest = std::max(slowest, end - asked);
    }
    return slowest * 1000;
}

void measure(Project& project, const char* name, const SplitConfig& config) {
    core::JobContext job;
    peak();
    double start = now();
    const auto split = must(makeSplit(project, config, job));
    const double made = now() - start;
    const double makePeak = peak();
    start = now();
    const auto check = must(checkSplit(project, split.id, job));
    const double checked = now() - start;
    const double checkPeak = peak();
    must(removeSplit(project, split.id));
    const double cancel = slowestCancel(made, [&](core::JobContext& one) {
        const auto again = makeSplit(project, config, one);
        if (again.ok())
            must(removeSplit(project, again->id));
        return again.ok();
    });
    std::printf("%-34s %11lld %8.1f %8.0f %8.1f %8.0f %8.0f  %s\n", name,
                static_cast<long long>(split.rows[0] + split.rows[1] + split.rows[2]), made, makePeak, checked,
                checkPeak, cancel, check.crossing == 0 && check.outOfOrder == 0 ? "sound" : "NOT SOUND");
    std::fflush(stdout);
}

SplitConfig events(const char* kind, const char* group = "") {
    SplitConfig config;
    config.unit = "event";
    config.kind = kind;
    config.group = group;
    config.stratify = "none";
    return config;
}

} // namespace

int main(int argc, char** argv) {
    if (argc != 2) {
        std::fprintf(stderr, "bench_splits PROJECT\n");
        return 2;
    }
    const auto project = must(Project::open(argv[1], Project::Access::ReadWrite));
    std::printf("%-34s %11s %8s %8s %8s %8s %8s\n", "split", "events", "make s", "MB", "check s", "MB", "cancel");
    measure(*project, "random", events("random"));
    SplitConfig config = events("stratified");
    config.stratify = "category";
    measure(*project, "stratified by category", config);
    measure(*project, "grouped by user", events("grouped", "user"));
    measure(*project, "grouped by title", events("grouped", "title"));
    measure(*project, "by time", events("time"));
    measure(*project, "last of each user", events("last"));
    config = events("random");
    config.keepDuplicates = true;
    measure(*project, "random, duplicates together", config);
    config = events("grouped", "user");
    config.folds = 3;
    measure(*project, "3 folds by user", config);
}
