// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/sample_shop.h"

#include "core/base/file.h"
#include "core/base/json.h"
#include "core/data/sample/catalogue.h"
#include "core/data/sample/events.h"
#include "core/data/values.h"

#include <array>
#include <filesystem>

namespace core::data {
namespace {

using sample::EventCounts;
using sample::Shop;
using sample::StagedFile;

static_assert(kSampleShopMaxClasses == sample::kMaxClasses, "the limit in the header is the number of word sets");

Status checkConfig(const SampleShopConfig& config) {
    TL_CHECK_STATUS(checkParams(paramsOf<SampleShopConfig>(), toJson(config)));
    if (config.items < config.classes)
        return Error(ErrorCode::ParameterOutOfRange,
                     "at least as many as there are classes (" + std::to_string(config.classes) + ")")
            .at("items", std::to_string(config.items));
    return {};
}

/// Everything that the files were made from, for whoever checks a model or a metric against it.
Json truthDocument(const SampleShopConfig& config, const Shop& shop, const EventCounts& counts) {
    Json classes = Json::array();
    for (std::size_t c = 0; c < shop.grammar.classes().size(); ++c) {
        const sample::ShopClass& made = shop.grammar.classes()[c];
        classes.push_back({{"label", made.name},
                           {"category", made.path},
                           {"chinese", std::string(made.variant->wordZh) + made.leaf->nameZh},
                           {"items", shop.classSizes[c]}});
    }
    return {
        {"config", toJson(config)},
        {"popularity",
         {{"law", "p(r) ∝ 1/(r + offset)^zipf over ranks r = 1 … items (Zipf–Mandelbrot)"},
          {"zipf", config.zipf},
          {"offset", config.offset}}},
        {"class_sizes", {{"law", "1/rank^exponent, at least 1"}, {"exponent", sample::kClassSizeExponent}}},
        {"price", {{"law", "log-normal round the median of the class"}, {"sigma", sample::kPriceSpread}}},
        {"users",
         {{"law", "activity ∝ 1/(r + offset)^exponent"},
          {"exponent", sample::kUserExponent},
          {"offset", sample::kUserOffset}}},
        {"clicks",
         {{"law", "P(click) = examination(position) · match · relevance of the item"},
          {"examination", "1/position^position_bias"},
          {"position_bias", config.positionBias},
          {"match",
           {{"target", sample::kMatchTarget}, {"same_brand", sample::kMatchBrand}, {"other", sample::kMatchOther}}},
          {"target_shown", sample::kTargetShown},
          {"page", {{"smallest", sample::kSmallestPage}, {"largest", sample::kLargestPage}}}}},
        {"carts",
         {{"law", "P(cart | click) = base + slope · relevance"},
          {"base", sample::kCartBase},
          {"slope", sample::kCartQuality}}},
        {"purchases", {{"law", "P(purchase | cart)"}, {"value", sample::kPurchaseAfterCart}}},
        {"time",
         {{"from", formatTime(sample::kFirstSecond)},
          {"to", formatTime(sample::kFirstSecond + sample::kDays * 86'400)}}},
        {"counts",
         {{"items", shop.items.size()},
          {"mislabelled", shop.mislabelled},
          {"events", config.events},
          {"impressions", counts.impressions},
          {"clicks", counts.clicks},
          {"carts", counts.carts},
          {"purchases", counts.purchases}}},
        {"classes", std::move(classes)},
    };
}

/// Names the finished files; where one cannot be named, those named before it go again.
Status publishAll(std::array<StagedFile, 4>& files) {
    for (StagedFile& file : files)
        TL_CHECK_STATUS(file.finish());
    for (std::size_t i = 0; i < files.size(); ++i) {
        Status status = files[i].publish();
        if (status.ok())
            continue;
        std::error_code ignored;
        for (std::size_t done = 0; done < i; ++done)
            std::filesystem::remove(files[done].path(), ignored);
        return status;
    }
    return {};
}

Result<SampleShopSummary> generateInto(const std::string& directory, const SampleShopConfig& config, JobContext& job) {
    const std::string base = directory.ends_with('/') ? directory : directory + "/";
    std::array<StagedFile, 4> files{StagedFile(base + "catalogue.csv"), StagedFile(base + "events.csv"),
                                    StagedFile(base + "truth.csv"), StagedFile(base + "truth.json")};
    for (StagedFile& file : files)
        TL_CHECK_STATUS(file.create());
    TL_TRY(const Shop shop, sample::makeShop(config, job));
    TL_CHECK_STATUS(sample::writeCatalogue(shop, config.seed, files[0], job));
    TL_TRY(const EventCounts counts, sample::writeEvents(shop, config, files[1], job));
    TL_CHECK_STATUS(sample::writeTruth(shop, files[2], job));
    files[3].buffer() += dumpJsonPretty(truthDocument(config, shop, counts)) + "\n";
    TL_CHECK_STATUS(job.check());
    TL_CHECK_STATUS(publishAll(files));
    SampleShopSummary summary;
    summary.cataloguePath = files[0].path();
    summary.logPath = files[1].path();
    summary.truthPath = files[2].path();
    summary.truthConfigPath = files[3].path();
    summary.items = config.items;
    summary.events = config.events;
    summary.impressions = counts.impressions;
    summary.clicks = counts.clicks;
    summary.purchases = counts.purchases;
    return summary;
}

} // namespace

Result<SampleShopSummary> generateSampleShop(const std::string& directory, const SampleShopConfig& config,
                                             JobContext& job) {
    TL_CHECK_STATUS(checkConfig(config));
    std::error_code ignored;
    const bool existed = std::filesystem::exists(directory, ignored);
    TL_CHECK_STATUS(makeDirectory(directory));
    auto result = generateInto(directory, config, job);
    if (!result.ok() && !existed)
        std::filesystem::remove(directory, ignored); // only if it is empty: nothing of ours stays behind
    return result;
}

} // namespace core::data
