// The settings of a run, to JSON and back.
#include <nlohmann/json.hpp>

#include "train/train_settings.h"

namespace perceptarium::train {

nlohmann::json toJson(const TrainSettings& settings) {
    Settings plain;
    for (const TrainSetting& one : trainSettings()) plain[one.member.spec.name] = one.member.get(settings);
    nlohmann::json json = settingsToJson(plain);
    for (const TrainPart& part : trainParts())
        if (const Settings& own = settings.*part.settings; !own.empty())
            json[part.settingsName()] = settingsToJson(own);
    return json;
}

Result<TrainSettings> trainSettingsFromJson(const nlohmann::json& json) {
    if (!json.is_object())
        return Error{"training settings must be an object", {}, "{\"epochs\": …}", std::string(json.type_name())};
    nlohmann::json plain = json;
    for (const TrainPart& part : trainParts()) plain.erase(part.settingsName());
    const Settings values = PC_TRY(settingsFromJson(trainSettingSpecs(), plain));

    TrainSettings settings;
    for (const TrainSetting& one : trainSettings())
        if (const auto found = values.find(one.member.spec.name); found != values.end())
            one.member.set(settings, found->second);
    PC_TRY(chooseMetrics(settings.metrics, settings, {}));  // are there such metrics?
    for (const TrainPart& part : trainParts()) {
        const auto found = json.find(part.settingsName());
        const std::string& id = settings.*part.id;
        Settings own;
        if (found != json.end()) {
            auto read = settingsFromJson(part.specs(id), *found);
            if (!read) return read.error().at(part.settingsName());
            own = std::move(*read);
        }
        if (part.check)
            if (const Status fine = part.check(id, own); !fine) return fine.error().at(part.settingsName());
        settings.*part.settings = std::move(own);
    }
    return settings;
}

}  // namespace perceptarium::train
