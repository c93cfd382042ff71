// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/stats/robust.h"
#include "core/store/clean/column.h"

namespace core::store::clean {
namespace {

struct ScaleConfig {
    std::string column = "item.price";
    std::string method = "min_max";
    std::string per = "none";
    double low = 0, high = 1;
};
template <class V> void describe(V& v, ScaleConfig& c) {
    v.field(c.column, {.name = "column",
                       .title = TL_NOOP("Strategy", "Column"),
                       .help = TL_NOOP("Strategy", "Such as item.price, event.quantity, review.rating, "
                                                   "item.attributes.weight.")});
    v.field(c.method, {.name = "method",
                       .title = TL_NOOP("Strategy", "Method"),
                       .help = TL_NOOP("Strategy", "min_max: (x − min)/(max − min), stretched to the bounds below. "
                                                   "z_score: (x − mean)/s with s over n, as scikit-learn has it."),
                       .choices = {"min_max", "z_score"}});
    v.field(c.per, {.name = "per",
                    .title = TL_NOOP("Strategy", "Within"),
                    .help = TL_NOOP("Strategy", "Each category, brand or item by itself."),
                    .choices = {"none", "category", "brand", "item"}});
    v.field(c.low, {.name = "low",
                    .title = TL_NOOP("Strategy", "Lower bound"),
                    .help = TL_NOOP("Strategy", "What the smallest value becomes (min_max).")});
    v.field(c.high, {.name = "high",
                     .title = TL_NOOP("Strategy", "Upper bound"),
                     .help = TL_NOOP("Strategy", "What the largest value becomes (min_max).")});
}

class Scale final : public CleanKind {
public:
    explicit Scale(ScaleConfig config) : m_config(std::move(config)) {}

    Status plan(CleanPlan& plan) const override {
        TL_TRY(const CleanColumn column, parseColumn("column", m_config.column));
        if (!column.numeric || column.column == "time")
            return Error(ErrorCode::WrongType, "a column of numbers").at("column", m_config.column);
        if (m_config.low >= m_config.high)
            return Error(ErrorCode::ParameterOutOfRange, "above “low”").at("high", dumpJson(Json(m_config.high)));
        TL_TRY(const NumberColumn numbers, readNumbers(plan, column, m_config.per, true));
        std::vector<stats::Moments> moments;
        for (const auto& group : numbers.byGroup())
            moments.push_back(stats::momentsOf(group));
        const auto all = stats::momentsOf(numbers.values);
        plan.numbers()["values"] = all.count;
        plan.numbers()["min"] = all.min;
        plan.numbers()["max"] = all.max;
        plan.numbers()["mean"] = all.mean;
        plan.numbers()["deviation"] = all.deviation;
        plan.numbers()["groups"] = moments.size();
        ColumnWriter writer(plan, column);
        TL_CHECK_STATUS(writer.prepare());
        for (std::size_t i = 0; i < numbers.ids.size(); ++i) {
            if (i % 1024 == 0)
                TL_CHECK_STATUS(plan.job().check());
            TL_CHECK_STATUS(writer.set(numbers.ids[i], scaled(numbers.values[i], moments[numbers.groupOf(i)])));
        }
        return {};
    }

private:
    /// Where all values of a group are equal there is nothing to stretch: as scikit-learn, they take the lower bound,
    /// or 0.
    double scaled(double value, const stats::Moments& of) const {
        if (m_config.method == "z_score")
            return of.deviation > 0 ? (value - of.mean) / of.deviation : 0;
        const double share = of.max > of.min ? (value - of.min) / (of.max - of.min) : 0;
        return m_config.low + share * (m_config.high - m_config.low);
    }
    ScaleConfig m_config;
};

TAILLIGHT_REGISTER(CleanKind, Scale, ScaleConfig, "scale", TL_NOOP("Strategy", "Normalise or standardise numbers"),
                   TL_NOOP("Strategy", "Brings a column of numbers to a common range, or to mean 0 and deviation 1. "
                                       "Undoing the step brings the original values back."),
                   "");

} // namespace
} // namespace core::store::clean
