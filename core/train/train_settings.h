// Everything about a training run that a user sets, declared once: files, schema, panel and command line read it here.
#pragma once

#include <cstdint>
#include <functional>
#include <nlohmann/json_fwd.hpp>
#include <optional>
#include <string>

#include "base/result.h"
#include "base/settings.h"
#include "train/knobs.h"
#include "train/metric.h"

namespace perceptarium::train {

/// The knobs are those at the start of the run.
struct TrainSettings : StepKnobs, MetricOptions {
    std::int64_t epochs = 10;
    std::int64_t batchSize = 64;
    std::string loss = "auto";
    Settings lossSettings;  ///< of a loss that is named: "auto" takes them all as they are declared
    std::string metrics = "auto";  ///< or ids with commas between them
    std::string optimizer = "adam";
    Settings optimizerSettings;
    std::string schedule = "constant";
    Settings scheduleSettings;
    std::string monitor = "loss";  ///< what tells the best epoch: "loss" or a metric's id
    std::int64_t patience = 0;     ///< epochs without anything better before it stops; 0: never
    double minDelta = 0;
    bool restoreBest = true;
    std::uint64_t seed = 1;
    std::int64_t threads = 0;  ///< 0: as many as there are cores
    bool operator==(const TrainSettings&) const = default;
};

/// Where a setting stands in the panel.
enum class TrainGroup { Run, Measured, LearningRate, Regularizer, Clipping, Stopping };

struct TrainSetting {
    SettingOf<TrainSettings> member;
    TrainGroup group = TrainGroup::Run;
    bool live = false;  ///< may change while it runs; a change of the others makes another run
};
/// In the order in which people read them.
const std::vector<TrainSetting>& trainSettings();
const std::vector<SettingSpec>& trainSettingSpecs();

/// What people read about one that can be chosen.
struct AboutPart {
    std::string title, meaning, formula;
};

/// What is chosen from a registry: "optimizer" by its id, with settings of its own in "optimizerSettings".
struct TrainPart {
    std::string name;  ///< also a TrainSetting
    std::string TrainSettings::*id = nullptr;
    Settings TrainSettings::*settings = nullptr;
    /// Of that id; none for an id that is not known.
    std::function<const std::vector<SettingSpec>&(const std::string& id)> specs;
    /// nullopt for an id that is not known ("auto").
    std::function<std::optional<AboutPart>(const std::string& id)> about;
    /// What ranges cannot say (texts that must be read). Empty: nothing.
    std::function<Status(const std::string& id, const Settings& settings)> check;
    std::string settingsName() const { return name + "Settings"; }
};
const std::vector<TrainPart>& trainParts();
const TrainPart* findTrainPart(std::string_view name);

/// One setting by its name. Another optimizer, schedule, … keeps those settings of the one before that mean the same in
/// it; another optimizer brings its usual learning rate along when nobody had chosen one. Error names the setting.
Status change(TrainSettings& settings, const std::string& name, const SettingValue& value);
/// One setting of the part that is chosen. Error names the setting.
Status changePart(TrainSettings& settings, const TrainPart& part, const std::string& name, const SettingValue& value);
/// The same but for what may change while it runs: no other run is needed.
bool sameRun(const TrainSettings& a, const TrainSettings& b);

nlohmann::json toJson(const TrainSettings& settings);
/// Errors name the field.
Result<TrainSettings> trainSettingsFromJson(const nlohmann::json& json);

}  // namespace perceptarium::train
