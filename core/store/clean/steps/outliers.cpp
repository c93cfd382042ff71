// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/stats/robust.h"
#include "core/store/clean/column.h"

#include <cmath>
#include <limits>

namespace core::store::clean {
namespace {

struct OutliersConfig {
    std::string column = "event.price";
    std::string method = "iqr";
    double k = 3;
    double z = 3.5;
    bool log = false;
    std::string per = "none";
    std::string action = "drop";
};
template <class V> void describe(V& v, OutliersConfig& c) {
    v.field(c.column, {.name = "column",
                       .title = TL_NOOP("Strategy", "Column"),
                       .help = TL_NOOP("Strategy", "Such as event.price, event.quantity, item.price, "
                                                   "item.attributes.weight. Cancelled events are left alone.")});
    v.field(c.method,
            {.name = "method",
             .title = TL_NOOP("Strategy", "Method"),
             .help = TL_NOOP("Strategy", "iqr: outside Q1 − k·IQR … Q3 + k·IQR (Tukey). robust_z: |0.6745·(x − "
                                         "median)/MAD| above the limit (Iglewicz and Hoaglin 1993)."),
             .choices = {"iqr", "robust_z"}});
    v.field(c.k, {.name = "k",
                  .title = TL_NOOP("Strategy", "k"),
                  .help = TL_NOOP("Strategy", "1.5 = outliers, 3 = far out (iqr)."),
                  .min = 0,
                  .max = 1000});
    v.field(c.z, {.name = "z",
                  .title = TL_NOOP("Strategy", "Limit of |z|"),
                  .help = TL_NOOP("Strategy", "3.5 by tradition (robust_z)."),
                  .min = 0,
                  .max = 1000});
    v.field(c.log, {.name = "log",
                    .title = TL_NOOP("Strategy", "In logarithms"),
                    .help = TL_NOOP("Strategy", "For skewed values such as prices. Values of 0 and below are left "
                                                "alone.")});
    v.field(c.per, {.name = "per",
                    .title = TL_NOOP("Strategy", "Within"),
                    .help = TL_NOOP("Strategy", "Compare within each category, brand or item."),
                    .choices = {"none", "category", "brand", "item"}});
    v.field(c.action, {.name = "action",
                       .title = TL_NOOP("Strategy", "What to do"),
                       .help = TL_NOOP("Strategy", "Drop the row, clip the value to the nearest fence, or mark the row "
                                                   "with the attribute outlier = the column."),
                       .choices = {"drop", "clip", "mark"}});
}

class Outliers final : public CleanKind {
public:
    explicit Outliers(OutliersConfig config) : m_config(std::move(config)) {}
    Status plan(CleanPlan& plan) const override;

private:
    double seen(double value) const { return m_config.log ? std::log10(value) : value; }
    double back(double value) const { return m_config.log ? std::pow(10.0, value) : value; }
    stats::Fences fences(std::vector<double>& values) const;
    Status mark(CleanPlan& plan, const CleanColumn& column, const std::vector<std::int64_t>& ids) const;

    OutliersConfig m_config;
};

stats::Fences Outliers::fences(std::vector<double>& values) const {
    constexpr double kInfinity = std::numeric_limits<double>::infinity();
    if (values.empty())
        return {-kInfinity, kInfinity};
    if (m_config.method == "iqr")
        return stats::iqrFences(values, m_config.k);
    const auto centre = stats::robustCentre(values);
    if (centre.scale <= 0)
        return {centre.median, centre.median};
    return {centre.median - m_config.z * centre.scale, centre.median + m_config.z * centre.scale};
}

Status Outliers::mark(CleanPlan& plan, const CleanColumn& column, const std::vector<std::int64_t>& ids) const {
    if (column.tab == Tab::Judgement)
        return Error(ErrorCode::UnknownChoice, "drop, clip").at("action", m_config.action);
    TL_TRY(const CleanColumn marked,
           parseColumn("column", std::string(tabName(column.tab)) +
                                     (column.tab == Tab::Item ? ".attributes.outlier" : ".extra.outlier")));
    ColumnWriter writer(plan, marked);
    TL_CHECK_STATUS(writer.prepare());
    for (const std::int64_t id : ids)
        TL_CHECK_STATUS(writer.set(id, m_config.column));
    return {};
}

Status Outliers::plan(CleanPlan& plan) const {
    TL_TRY(const CleanColumn column, parseColumn("column", m_config.column));
    if (!column.numeric)
        return Error(ErrorCode::WrongType, "a column of numbers").at("column", m_config.column);
    TL_TRY(const NumberColumn numbers, readNumbers(plan, column, m_config.per, false));
    std::vector<std::vector<double>> groups(numbers.names.empty() ? 1 : numbers.names.size());
    for (std::size_t i = 0; i < numbers.values.size(); ++i)
        if (!m_config.log || numbers.values[i] > 0)
            groups[numbers.groupOf(i)].push_back(seen(numbers.values[i]));
    std::vector<stats::Fences> bounds;
    for (auto& group : groups)
        bounds.push_back(fences(group));
    std::vector<std::int64_t> ids, low;
    ColumnWriter writer(plan, column);
    if (m_config.action == "clip")
        TL_CHECK_STATUS(writer.prepare());
    for (std::size_t i = 0; i < numbers.ids.size(); ++i) {
        if (i % 1024 == 0)
            TL_CHECK_STATUS(plan.job().check());
        if (m_config.log && numbers.values[i] <= 0)
            continue;
        const double value = seen(numbers.values[i]);
        const stats::Fences& fence = bounds[numbers.groupOf(i)];
        if (value >= fence.low && value <= fence.high)
            continue;
        ids.push_back(numbers.ids[i]);
        if (value < fence.low)
            low.push_back(numbers.ids[i]);
        const double nearest = back(value < fence.low ? fence.low : fence.high);
        if (m_config.action == "drop")
            TL_CHECK_STATUS(plan.drop(column.tab, numbers.ids[i], "outlier"));
        else if (m_config.action == "clip")
            TL_CHECK_STATUS(writer.set(numbers.ids[i], column.column == "time" && column.attribute.empty()
                                                           ? SqlValue(static_cast<std::int64_t>(std::llround(nearest)))
                                                           : SqlValue(nearest)));
    }
    plan.numbers()["values"] = numbers.values.size();
    plan.numbers()["outliers"] = ids.size();
    plan.numbers()["below"] = low.size();
    plan.numbers()["above"] = ids.size() - low.size();
    plan.numbers()["groups"] = bounds.size();
    if (bounds.size() == 1) {
        plan.numbers()["low"] = back(bounds.front().low);
        plan.numbers()["high"] = back(bounds.front().high);
    }
    return m_config.action == "mark" ? mark(plan, column, ids) : Status{};
}

TAILLIGHT_REGISTER(CleanKind, Outliers, OutliersConfig, "outliers", TL_NOOP("Strategy", "Outliers"),
                   TL_NOOP("Strategy", "Values far from the others: drops their rows, clips or marks them."),
                   "Tukey, Exploratory Data Analysis, 1977; Iglewicz and Hoaglin, How to Detect and Handle Outliers, "
                   "1993");

} // namespace
} // namespace core::store::clean
