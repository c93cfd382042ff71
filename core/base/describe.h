// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/json.h"
#include "core/base/noop.h"

#include <concepts>
#include <cstdint>
#include <limits>
#include <string>
#include <type_traits>
#include <vector>

namespace core {

/// One parameter of a config struct, as the form, the command line and the JSON reader see it.
struct ParamInfo {
    enum class Type { Number, Integer, Boolean, Text, Choice, File };

    std::string name;  ///< JSON name, snake_case; stored with runs, never renamed
    std::string title; ///< short label (English; translation context "Strategy")
    std::string help;  ///< one sentence, with the formula or source where there is one
    Type type = Type::Number;
    Json defaultValue;
    double min = -std::numeric_limits<double>::infinity(); ///< inclusive; numbers and integers only
    double max = std::numeric_limits<double>::infinity();  ///< inclusive
    std::vector<std::string> choices;                      ///< Choice only: the permitted values
};

/// What a field says of itself beyond its C++ type and value. A plain struct: designated initialisers at the call.
struct FieldSpec {
    const char* name;
    const char* title;
    const char* help;
    double min = -std::numeric_limits<double>::infinity();
    double max = std::numeric_limits<double>::infinity();
    std::vector<std::string> choices = {}; ///< makes a std::string field a Choice
    bool file = false;                     ///< makes a std::string field a path to a file
};

/// A config is a struct with defaults and one free function beside it (found by ADL):
///
///     struct FocalConfig { double gamma = 2.0; };
///     template <class V> void describe(V& v, FocalConfig& c) {
///         v.field(c.gamma, {.name = "gamma", .title = TL_NOOP("Strategy", "Focusing γ"), .help = …, .min = 0, .max = 10});
///     }
///
/// The same list feeds paramsOf() (forms, `strategies`), fromJson() (reading, with validation) and toJson() (writing).
/// Field types: double, int, std::int64_t, bool, std::string.
template <class C>
concept Described = std::default_initializable<C>;

namespace detail {

template <class T> ParamInfo::Type typeOf(const FieldSpec& spec) {
    if constexpr (std::is_same_v<T, bool>)
        return ParamInfo::Type::Boolean;
    else if constexpr (std::is_integral_v<T>)
        return ParamInfo::Type::Integer;
    else if constexpr (std::is_floating_point_v<T>)
        return ParamInfo::Type::Number;
    else
        return spec.file ? ParamInfo::Type::File
                         : (spec.choices.empty() ? ParamInfo::Type::Text : ParamInfo::Type::Choice);
}

struct InfoVisitor {
    std::vector<ParamInfo> infos;
    template <class T> void field(T& value, const FieldSpec& spec) {
        infos.push_back({spec.name, spec.title, spec.help, typeOf<T>(spec), Json(value), spec.min, spec.max,
                         spec.choices});
    }
};

struct WriteVisitor {
    Json object = Json::object();
    template <class T> void field(T& value, const FieldSpec& spec) { object[spec.name] = value; }
};

} // namespace detail

/// Checks one JSON value against its description: WrongType, ParameterOutOfRange, UnknownChoice (column = the name).
Status checkParam(const ParamInfo& info, const Json& value);

/// Checks a whole object: every member must be described (UnknownParameter) and valid; members may be absent.
Status checkParams(const std::vector<ParamInfo>& infos, const Json& object);

namespace detail {

struct ReadVisitor {
    const Json& object;
    template <class T> void field(T& value, const FieldSpec& spec) {
        if (const auto found = object.find(spec.name); found != object.end())
            value = found->template get<T>();
    }
};

} // namespace detail

/// The parameters of a config with their defaults, in the order of its describe().
template <Described C> std::vector<ParamInfo> paramsOf() {
    C config;
    detail::InfoVisitor visitor;
    describe(visitor, config);
    return std::move(visitor.infos);
}

template <Described C> Json toJson(const C& config) {
    C copy = config;
    detail::WriteVisitor visitor;
    describe(visitor, copy);
    return std::move(visitor.object);
}

/// Reads a config: absent members keep their defaults, unknown or invalid ones are an error.
template <Described C> Result<C> fromJson(const Json& object) {
    TL_CHECK_STATUS(checkParams(paramsOf<C>(), object));
    C config;
    detail::ReadVisitor visitor{object};
    describe(visitor, config);
    return config;
}

} // namespace core
