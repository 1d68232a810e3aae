// Reads what record_pytorch.py wrote.
#pragma once

#include <fstream>
#include <nlohmann/json.hpp>
#include <string>

#include "base/settings.h"
#include "core/places.h"
#include "tensor/tensor.h"

namespace perceptarium::layers {

inline nlohmann::json recorded(const std::string& name) {
    std::ifstream file(tests::repository("tests/core/layers/" + name));
    return nlohmann::json::parse(file);
}

inline Shape shapeFrom(const nlohmann::json& json) { return Shape(json.get<std::vector<std::int64_t>>()); }

inline Tensor tensorFrom(const nlohmann::json& json) {
    if (json.at("dtype") == "i32")
        return Tensor::of<std::int32_t>(shapeFrom(json.at("shape")),
                                        json.at("values").get<std::vector<std::int32_t>>());
    return Tensor::of<double>(shapeFrom(json.at("shape")), json.at("values").get<std::vector<double>>());
}

}  // namespace perceptarium::layers
