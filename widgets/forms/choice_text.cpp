// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/forms/choice_text.h"

#include "widgets/text.h"

#include <QCoreApplication>

#include <array>
#include <utility>

namespace widgets {
namespace {

using Title = std::pair<const char*, const char*>;

constexpr std::array kTitles{
    Title{"accuracy", QT_TRANSLATE_NOOP("Choice", "Accuracy")},
    Title{"balanced_accuracy", QT_TRANSLATE_NOOP("Choice", "Balanced accuracy")},
    Title{"macro_precision", QT_TRANSLATE_NOOP("Choice", "Macro precision")},
    Title{"macro_recall", QT_TRANSLATE_NOOP("Choice", "Macro recall")},
    Title{"macro_f1", QT_TRANSLATE_NOOP("Choice", "Macro F1")},
    Title{"weighted_precision", QT_TRANSLATE_NOOP("Choice", "Weighted precision")},
    Title{"weighted_recall", QT_TRANSLATE_NOOP("Choice", "Weighted recall")},
    Title{"weighted_f1", QT_TRANSLATE_NOOP("Choice", "Weighted F1")},
    Title{"head_precision", QT_TRANSLATE_NOOP("Choice", "Head precision")},
    Title{"head_recall", QT_TRANSLATE_NOOP("Choice", "Head recall")},
    Title{"head_f1", QT_TRANSLATE_NOOP("Choice", "Head F1")},
    Title{"mid_precision", QT_TRANSLATE_NOOP("Choice", "Mid precision")},
    Title{"mid_recall", QT_TRANSLATE_NOOP("Choice", "Mid recall")},
    Title{"mid_f1", QT_TRANSLATE_NOOP("Choice", "Mid F1")},
    Title{"tail_precision", QT_TRANSLATE_NOOP("Choice", "Tail precision")},
    Title{"tail_recall", QT_TRANSLATE_NOOP("Choice", "Tail recall")},
    Title{"tail_f1", QT_TRANSLATE_NOOP("Choice", "Tail F1")},
    Title{"cold_precision", QT_TRANSLATE_NOOP("Choice", "Cold precision")},
    Title{"cold_recall", QT_TRANSLATE_NOOP("Choice", "Cold recall")},
    Title{"cold_f1", QT_TRANSLATE_NOOP("Choice", "Cold F1")},
    Title{"precision", QT_TRANSLATE_NOOP("Choice", "Precision")},
    Title{"recall", QT_TRANSLATE_NOOP("Choice", "Recall")},
    Title{"f1", QT_TRANSLATE_NOOP("Choice", "F1")},
    Title{"title", QT_TRANSLATE_NOOP("Choice", "Title")},
    Title{"none", QT_TRANSLATE_NOOP("Choice", "None")},
    Title{"inverse", QT_TRANSLATE_NOOP("Choice", "Inverse frequency")},
    Title{"inverse_sqrt", QT_TRANSLATE_NOOP("Choice", "Inverse square root")},
    Title{"effective_number", QT_TRANSLATE_NOOP("Choice", "Effective number")},
    Title{"mid_and_tail", QT_TRANSLATE_NOOP("Choice", "Mid and tail")},
    Title{"tail", QT_TRANSLATE_NOOP("Choice", "Tail")},
    Title{"swap", QT_TRANSLATE_NOOP("Choice", "Swap")},
    Title{"delete", QT_TRANSLATE_NOOP("Choice", "Delete")},
    Title{"insert", QT_TRANSLATE_NOOP("Choice", "Insert")},
    Title{"synonym", QT_TRANSLATE_NOOP("Choice", "Synonym")},
    Title{"title_description", QT_TRANSLATE_NOOP("Choice", "Title and description")},
    Title{"first", QT_TRANSLATE_NOOP("Choice", "First")},
    Title{"last", QT_TRANSLATE_NOOP("Choice", "Last")},
    Title{"fullest", QT_TRANSLATE_NOOP("Choice", "The fullest")},
    Title{"most_frequent", QT_TRANSLATE_NOOP("Choice", "Most frequent")},
    Title{"latest", QT_TRANSLATE_NOOP("Choice", "Latest")},
    Title{"drop", QT_TRANSLATE_NOOP("Choice", "Drop")},
    Title{"clear", QT_TRANSLATE_NOOP("Choice", "Clear the value")},
    Title{"clip", QT_TRANSLATE_NOOP("Choice", "Clip to the border")},
    Title{"mark", QT_TRANSLATE_NOOP("Choice", "Mark")},
    Title{"median", QT_TRANSLATE_NOOP("Choice", "Median")},
    Title{"mean", QT_TRANSLATE_NOOP("Choice", "Mean")},
    Title{"mode", QT_TRANSLATE_NOOP("Choice", "Most frequent value")},
    Title{"constant", QT_TRANSLATE_NOOP("Choice", "A fixed value")},
    Title{"exact", QT_TRANSLATE_NOOP("Choice", "Exact")},
    Title{"items", QT_TRANSLATE_NOOP("Choice", "Items")},
    Title{"events", QT_TRANSLATE_NOOP("Choice", "Events")},
    Title{"merge", QT_TRANSLATE_NOOP("Choice", "Merge")},
    Title{"iqr", QT_TRANSLATE_NOOP("Choice", "IQR")},
    Title{"robust_z", QT_TRANSLATE_NOOP("Choice", "Robust z-score (MAD)")},
    Title{"min_max", QT_TRANSLATE_NOOP("Choice", "Min–max")},
    Title{"z_score", QT_TRANSLATE_NOOP("Choice", "z-score")},
    Title{"category", QT_TRANSLATE_NOOP("Choice", "Category")},
    Title{"brand", QT_TRANSLATE_NOOP("Choice", "Brand")},
    Title{"item", QT_TRANSLATE_NOOP("Choice", "Item")},
};

QString knownTitle(const std::string& name) {
    for (const auto& [key, text] : kTitles)
        if (name == key)
            return QCoreApplication::translate("Choice", text);
    return {};
}

} // namespace

QString metricTitle(const std::string& name) {
    // "mid2_recall": the further buckets between head and tail.
    constexpr std::size_t kDigit = 3;
    if (name.size() > kDigit && name.starts_with("mid") && name[kDigit] >= '2' && name[kDigit] <= '5') {
        const QChar number = QLatin1Char(name[kDigit]);
        return name.ends_with("_f1")          ? QCoreApplication::translate("Choice", "Mid %1 F1").arg(number)
               : name.ends_with("_precision") ? QCoreApplication::translate("Choice", "Mid %1 precision").arg(number)
                                              : QCoreApplication::translate("Choice", "Mid %1 recall").arg(number);
    }
    const QString known = knownTitle(name);
    return known.isEmpty() ? toQString(name) : known;
}

QString choiceTitle(const std::string& value) {
    const QString known = knownTitle(value);
    return known.isEmpty() ? coreText("Strategy", value) : known;
}

} // namespace widgets
