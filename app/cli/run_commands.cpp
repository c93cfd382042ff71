// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands.h"

#include "core/base/file.h"
#include "core/data/preview.h"
#include "core/data/record_reader.h"
#include "core/output/csv_writer.h"
#include "core/train/engine_loader.h"
#include "core/train/model_io.h"
#include "core/train/run_experiment.h"

#include <spdlog/spdlog.h>

#include <algorithm>
#include <cmath>
#include <filesystem>

namespace app {
namespace {

using core::Error;
using core::ErrorCode;
using core::Json;
using core::Status;
using core::store::Project;

struct RunOptions {
    std::string project, experiment, split;
    core::train::RunOptions options;
};

core::train::ExperimentListener consoleListener(Console& console) {
    core::train::ExperimentListener listener;
    listener.started = [&console](const core::store::RunRecord& run) {
        console.note("run " + std::to_string(core::raw(run.id)) + ": " + run.recipe + " · " + run.model + " · seed " +
                     std::to_string(run.seed));
    };
    listener.epoch = [&console](core::RunId, const core::train::EpochReport& epoch) {
        console.note("  epoch " + std::to_string(epoch.epoch) + ": loss " + formatNumber(epoch.trainLoss, 4) +
                     ", validation accuracy " + formatNumber(epoch.validation.accuracy) + ", macro recall " +
                     formatNumber(epoch.validation.macroRecall) + ", " +
                     formatCount(static_cast<std::int64_t>(epoch.examplesPerSecond)) + " examples/s" +
                     (epoch.best ? "  (best)" : ""));
    };
    listener.finished = [&console](const core::store::RunRecord& run) {
        if (run.status == core::store::RunStatus::Failed)
            console.note("  failed: " + run.failure);
    };
    return listener;
}

Status runRun(const RunOptions& options, Console& console) {
    TL_TRY(const auto experiment, core::train::readExperiment(options.experiment));
    TL_TRY(const auto project, openProject(options.project, Project::Access::ReadWrite));
    core::train::RunOptions runOptions = options.options;
    TL_TRY(const auto split, findSplit(*project, options.split));
    runOptions.split = split.id;
    TL_TRY(const auto records,
           core::train::runExperiment(*project, experiment, runOptions, console.job(), consoleListener(console)));
    Json list = Json::array();
    TextTable table({"run", "recipe", "model", "seed", "status", "epochs", "best", "seconds", "examples/s"});
    for (const auto& run : records) {
        list.push_back(core::store::runJson(run));
        table.add({std::to_string(core::raw(run.id)), run.recipe, run.model, std::to_string(run.seed),
                   std::string(core::store::runStatusName(run.status)), std::to_string(run.epochs),
                   std::to_string(run.bestEpoch), formatNumber(run.seconds, 1),
                   formatCount(static_cast<std::int64_t>(run.examplesPerSecond))});
    }
    console.result({{"experiment", experiment.name}, {"split", split.name}, {"runs", list}}, table.text());
    return {};
}

struct PredictOptions {
    std::vector<std::string> where; ///< PROJECT RUN FILE, or MODEL_DIR FILE
    std::string out, text, device = "cpu";
    int threads = 0;
};

/// The texts to predict, with an id each, and labels where the file has them.
struct PredictInput {
    std::vector<std::string> ids, texts, labels;
};

/// Position of the column that serves a field; -1 = none.
int columnOf(const core::data::Mapping& mapping, const std::vector<std::string>& header, const std::string& field) {
    const auto mapped = mapping.find(field);
    if (mapped == mapping.end())
        return -1;
    const auto place = std::find(header.begin(), header.end(), mapped->second);
    return place == header.end() ? -1 : static_cast<int>(place - header.begin());
}

core::Result<PredictInput> readTexts(const std::string& path, const std::string& textColumn) {
    TL_TRY(const auto preview, core::data::previewFile(path));
    core::data::Mapping mapping = core::data::proposeMapping(preview, core::data::SourceKind::Catalogue);
    // A split that was exported names its text column so.
    for (const std::string& name : {textColumn, std::string("text")})
        if (!name.empty() && std::find(preview.header.begin(), preview.header.end(), name) != preview.header.end()) {
            mapping["title"] = name;
            break;
        }
    if (!textColumn.empty())
        mapping["title"] = textColumn;
    TL_CHECK_STATUS(core::data::checkMapping(mapping, core::data::SourceKind::Catalogue, preview.header, path));
    const int text = columnOf(mapping, preview.header, "title");
    const int id = columnOf(mapping, preview.header, "id");
    const int label = columnOf(mapping, preview.header, "label");
    TL_TRY(auto reader, core::data::RecordReader::open(path, preview.options));
    PredictInput input;
    core::data::Record row;
    for (;;) {
        TL_TRY(const bool more, reader->next(row));
        if (!more)
            break;
        if (row.fault != core::data::RowFault::None)
            return Error(ErrorCode::BadValue, "a complete row in UTF-8")
                .inFile(path, row.line)
                .at(textColumn.empty() ? "title" : textColumn, std::string(row.rawText.substr(0, 80)));
        input.texts.emplace_back(row.fields[static_cast<std::size_t>(text)]);
        input.ids.push_back(id >= 0 ? std::string(row.fields[static_cast<std::size_t>(id)])
                                    : std::to_string(input.texts.size()));
        if (label >= 0)
            input.labels.emplace_back(row.fields[static_cast<std::size_t>(label)]);
    }
    if (input.texts.empty())
        return Error(ErrorCode::NoRows).inFile(path);
    return input;
}

std::vector<double> softmax(const std::vector<float>& logits) {
    const float largest = *std::max_element(logits.begin(), logits.end());
    std::vector<double> scores;
    double sum = 0;
    for (const float logit : logits)
        sum += scores.emplace_back(std::exp(static_cast<double>(logit - largest)));
    for (double& score : scores)
        score /= sum;
    return scores;
}

std::string predictionsCsv(const PredictInput& input, const core::train::ModelBundle& bundle,
                           const std::vector<core::train::Prediction>& predictions) {
    core::output::CsvWriter csv;
    csv.cell("id");
    if (!input.labels.empty())
        csv.cell("label");
    csv.cell("prediction");
    for (const std::string& name : bundle.labels.names)
        csv.cell("score_" + name);
    csv.endRow();
    for (std::size_t r = 0; r < predictions.size(); ++r) {
        csv.cell(input.ids[r]);
        if (!input.labels.empty())
            csv.cell(input.labels[r]);
        csv.cell(bundle.labels.names[static_cast<std::size_t>(predictions[r].label)]);
        for (const double score : softmax(predictions[r].logits))
            csv.cell(score);
        csv.endRow();
    }
    return csv.text();
}

core::Result<core::train::ModelBundle> findModel(const PredictOptions& options) {
    if (options.where.size() == 2)
        return core::train::loadModel(options.where[0]);
    TL_TRY(const core::RunId run, parseRunId(options.where[1]));
    TL_TRY(const auto project, openProject(options.where[0], Project::Access::ReadOnly));
    return core::train::bundleOfRun(*project, run);
}

Status runPredict(const PredictOptions& options, Console& console) {
    const std::string& file = options.where.back();
    TL_TRY(const auto bundle, findModel(options));
    TL_TRY(const auto input, readTexts(file, options.text));
    TL_TRY(core::train::Engine* const engine, core::train::loadEngine());
    if (options.threads > 0)
        engine->setThreads(options.threads);
    TL_TRY(auto predictor, core::train::Predictor::make(*engine, bundle, options.device));
    TL_TRY(const auto predictions, predictor->predict(input.texts, console.job()));
    TL_CHECK_STATUS(core::writeFileAtomically(options.out, predictionsCsv(input, bundle, predictions)));
    std::vector<std::int64_t> counts(bundle.labels.names.size(), 0);
    for (const auto& prediction : predictions)
        ++counts[static_cast<std::size_t>(prediction.label)];
    Json classes = Json::object();
    TextTable table({"class", "predicted"});
    for (std::size_t c = 0; c < counts.size(); ++c) {
        classes[bundle.labels.names[c]] = counts[c];
        table.add({bundle.labels.names[c], formatCount(counts[c])});
    }
    console.result({{"file", file}, {"out", options.out}, {"rows", predictions.size()}, {"predicted", classes}},
                   table.text() + formatCount(static_cast<std::int64_t>(predictions.size())) + " rows written to " +
                       options.out + "\n");
    return {};
}

} // namespace

void addRunCommands(CLI::App& cli, Command& chosen) {
    auto options = makeOptions<RunOptions>();
    CLI::App* run = cli.add_subcommand("run", "Train every run of an experiment file and store the results");
    run->add_option("PROJECT", options->project)->required();
    run->add_option("EXPERIMENT", options->experiment, "JSON: recipes × models × seeds")->required();
    run->add_option("--split", options->split, "Name or number of the split (default: the newest)");
    run->add_option("--device", options->options.device, "cpu, cuda or cuda:N")->capture_default_str();
    run->add_option("--threads", options->options.threads, "CPU threads (default: all cores)")
        ->check(CLI::Range(0, 1024));
    run->add_flag("--resume", options->options.resume, "Go on with interrupted runs of this experiment");
    run->callback([options, &chosen] { chosen = [options](Console& c) { return runRun(*options, c); }; });

    auto predict = makeOptions<PredictOptions>();
    CLI::App* command = cli.add_subcommand("predict", "Predict with a run of a project, or with an exported model");
    command->add_option("WHERE", predict->where, "PROJECT RUN FILE, or MODEL_DIR FILE")->required()->expected(2, 3);
    command->add_option("--out", predict->out, "CSV to write: id,prediction,score_<class>…")->required();
    command->add_option("--text", predict->text, "Column with the text (default: found by its name)");
    command->add_option("--device", predict->device, "cpu, cuda or cuda:N")->capture_default_str();
    command->add_option("--threads", predict->threads, "CPU threads (default: all cores)")->check(CLI::Range(0, 1024));
    command->callback([predict, &chosen] { chosen = [predict](Console& c) { return runPredict(*predict, c); }; });
}

} // namespace app
