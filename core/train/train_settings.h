// Everything about a training run that a user sets.
#pragma once

#include <cstdint>
#include <nlohmann/json_fwd.hpp>
#include <string>

#include "base/result.h"
#include "base/settings.h"

namespace perceptarium::train {

struct TrainSettings {
    std::int64_t epochs = 10;
    std::int64_t batchSize = 64;
    std::string loss = "auto";
    std::string optimizer = "adam";
    Settings optimizerSettings;
    double learningRate = 0.001;
    double l2 = 0;
    std::uint64_t seed = 1;
    int threads = 0;  ///< 0: as many as there are cores
    bool operator==(const TrainSettings&) const = default;
};

/// The same fields as settings with ranges and meanings: inspector, command line and project file read these.
const std::vector<SettingSpec>& trainSettingSpecs();
nlohmann::json toJson(const TrainSettings& settings);
/// Errors name the field.
Result<TrainSettings> trainSettingsFromJson(const nlohmann::json& json);

}  // namespace perceptarium::train
