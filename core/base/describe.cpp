// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/describe.h"

#include <algorithm>
#include <cmath>
#include <sstream>

namespace core {
namespace {

const char* typeName(ParamInfo::Type type) {
    switch (type) {
    case ParamInfo::Type::Number:
        return "a number";
    case ParamInfo::Type::Integer:
        return "a whole number";
    case ParamInfo::Type::Boolean:
        return "true or false";
    case ParamInfo::Type::Text:
    case ParamInfo::Type::Choice:
        return "a text";
    case ParamInfo::Type::File:
        return "the path of a file";
    }
    return "";
}

bool hasType(const Json& value, ParamInfo::Type type) {
    switch (type) {
    case ParamInfo::Type::Number:
        return value.is_number() && std::isfinite(value.get<double>());
    case ParamInfo::Type::Integer:
        return value.is_number_integer();
    case ParamInfo::Type::Boolean:
        return value.is_boolean();
    default:
        return value.is_string();
    }
}

std::string rangeText(const ParamInfo& info) {
    std::ostringstream text;
    if (std::isfinite(info.min) && std::isfinite(info.max))
        text << info.min << " to " << info.max;
    else if (std::isfinite(info.min))
        text << info.min << " or more";
    else
        text << info.max << " or less";
    return text.str();
}

template <class Strings> std::string joined(const Strings& names) {
    std::string text;
    for (const auto& name : names)
        text += (text.empty() ? "" : ", ") + name;
    return text;
}

} // namespace

Status checkParam(const ParamInfo& info, const Json& value) {
    if (!hasType(value, info.type))
        return Error(ErrorCode::WrongType, typeName(info.type)).at(info.name, dumpJson(value));
    if (info.type == ParamInfo::Type::Number || info.type == ParamInfo::Type::Integer) {
        const auto number = value.get<double>();
        if (number < info.min || number > info.max)
            return Error(ErrorCode::ParameterOutOfRange, rangeText(info)).at(info.name, dumpJson(value));
    }
    if (info.type == ParamInfo::Type::Choice) {
        const auto& text = value.get_ref<const std::string&>();
        if (std::find(info.choices.begin(), info.choices.end(), text) == info.choices.end())
            return Error(ErrorCode::UnknownChoice, joined(info.choices)).at(info.name, text);
    }
    return {};
}

Status checkParams(const std::vector<ParamInfo>& infos, const Json& object) {
    if (object.is_null())
        return {};
    if (!object.is_object())
        return Error(ErrorCode::WrongType, "an object {…}").at("params", dumpJson(object));
    for (const auto& [name, value] : object.items()) {
        const auto info =
            std::find_if(infos.begin(), infos.end(), [&wanted = name](const ParamInfo& i) { return i.name == wanted; });
        if (info == infos.end()) {
            std::vector<std::string> names;
            for (const ParamInfo& known : infos)
                names.push_back(known.name);
            return Error(ErrorCode::UnknownParameter, names.empty() ? "none" : joined(names)).at(name, dumpJson(value));
        }
        TL_CHECK_STATUS(checkParam(*info, value));
    }
    return {};
}

} // namespace core
