// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/file.h"
#include "core/output/csv_writer.h"
#include "core/output/export.h"
#include "core/output/export_paths.h"

#include <algorithm>
#include <cmath>

namespace core::output {
namespace {

/// Softmax of logits + shift, shifted by the largest so that nothing overflows.
std::vector<double> scoresOf(std::span<const float> logits, const std::vector<double>& shift) {
    std::vector<double> scores(logits.begin(), logits.end());
    for (std::size_t i = 0; i < shift.size(); ++i)
        scores[i] += shift[i];
    const double most = *std::max_element(scores.begin(), scores.end());
    double sum = 0;
    for (double& score : scores) {
        score = std::exp(score - most);
        sum += score;
    }
    for (double& score : scores)
        score /= sum;
    return scores;
}

std::string predictionsCsv(const store::RunRecord& run, const store::PredictionSet& set) {
    CsvWriter csv;
    csv.cell(std::string_view("id")).cell(std::string_view("label")).cell(std::string_view("prediction"));
    for (const std::string& name : run.labels)
        csv.cell(std::string_view("score_" + name));
    csv.endRow();
    const auto predicted = store::toPredictions(set, run.postHocShift).predicted;
    const auto classes = static_cast<std::size_t>(set.classes);
    for (std::size_t row = 0; row < set.items.size(); ++row) {
        csv.cell(std::string_view(set.keys[row]));
        csv.cell(std::string_view(run.labels[static_cast<std::size_t>(set.truth[row])]));
        csv.cell(std::string_view(run.labels[static_cast<std::size_t>(predicted[row])]));
        for (const double score : scoresOf(std::span(set.logits).subspan(row * classes, classes), run.postHocShift))
            csv.cell(score);
        csv.endRow();
    }
    return csv.text();
}

} // namespace

Result<std::vector<std::string>> exportPredictions(const store::Project& project, const std::vector<RunId>& runs,
                                                   const std::string& directory) {
    TL_CHECK_STATUS(makeDirectory(directory));
    std::vector<std::string> written;
    for (const RunId id : runs) {
        TL_TRY(const store::RunRecord run, store::run(project, id));
        TL_TRY(const store::PredictionSet set, store::predictions(project, id, data::Part::Test));
        const std::string number = std::to_string(raw(id));
        if (set.items.empty())
            return Error(ErrorCode::NoData, "run " + number + " (" + std::string(store::runStatusName(run.status)) +
                                                ") has no predictions of the test part");
        const auto classes = static_cast<std::size_t>(set.classes);
        if (run.labels.size() != classes || (!run.postHocShift.empty() && run.postHocShift.size() != classes))
            return Error(ErrorCode::ProjectDamaged, "the predictions of run " + number + " do not fit its classes")
                .inFile(project.path());
        const std::string path = pathIn(directory, "predictions-" + number + ".csv");
        TL_CHECK_STATUS(writePrivately(path, predictionsCsv(run, set)));
        written.push_back(path);
    }
    return written;
}

} // namespace core::output
