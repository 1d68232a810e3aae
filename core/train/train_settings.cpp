// The settings of a run, declared, and to JSON and back.
#include "train/train_settings.h"

#include <nlohmann/json.hpp>

#include "train/loss.h"
#include "train/optimizer.h"

namespace perceptarium::train {
namespace {

// Beyond 2^53 not every whole number survives a reader that keeps numbers as f64; this is the round number below.
constexpr double kLargestSeed = 1e15;

std::vector<SettingSpec> makeSpecs() {
    const TrainSettings standard;
    std::vector<std::string> losses{"auto"}, optimizers;
    for (const LossSpec* loss : allLosses()) losses.push_back(loss->id);
    for (const OptimizerSpec* optimizer : allOptimizers()) optimizers.push_back(optimizer->id);
    return {
        {"epochs", "Epochs", SettingKind::Integer, standard.epochs,
         "How often the whole training part is gone through.", "epochs", 1, 1'000'000, {}},
        {"batchSize", "Batch size", SettingKind::Integer, standard.batchSize,
         "How many examples each step looks at: more give steadier but fewer steps.", "examples", 1, 1'000'000, {}},
        {"loss", "Loss", SettingKind::Choice, standard.loss,
         "What training makes small; auto takes the one that suits the data.", {}, 0, 0, losses},
        {"optimizer", "Optimizer", SettingKind::Choice, standard.optimizer,
         "How a gradient becomes a step.", {}, 0, 0, optimizers},
        {"learningRate", "Learning rate α", SettingKind::Real, standard.learningRate,
         "How far each step goes: too small is slow, too large never settles.", {}, 0, 1'000, {}},
        {"l2", "L2 penalty λ", SettingKind::Real, standard.l2,
         "Pulls weights towards zero, against overfitting; adds ½·λ·‖W‖² to what is made small.", {}, 0, 1'000, {}},
        {"seed", "Seed", SettingKind::Integer, static_cast<std::int64_t>(standard.seed),
         "Where all random numbers of the run come from: the same seed gives the same run.", {}, 0, kLargestSeed, {}},
        {"threads", "Threads", SettingKind::Integer, static_cast<std::int64_t>(standard.threads),
         "How many processor cores are used; 0 takes all there are.", {}, 0, 1'024, {}},
    };
}

}  // namespace

const std::vector<SettingSpec>& trainSettingSpecs() {
    static const std::vector<SettingSpec> specs = makeSpecs();
    return specs;
}

nlohmann::json toJson(const TrainSettings& settings) {
    nlohmann::json json = {{"epochs", settings.epochs},       {"batchSize", settings.batchSize},
                           {"loss", settings.loss},           {"optimizer", settings.optimizer},
                           {"learningRate", settings.learningRate}, {"l2", settings.l2},
                           {"seed", settings.seed},           {"threads", settings.threads}};
    if (!settings.optimizerSettings.empty()) json["optimizerSettings"] = settingsToJson(settings.optimizerSettings);
    return json;
}

Result<TrainSettings> trainSettingsFromJson(const nlohmann::json& json) {
    if (!json.is_object())
        return Error{"training settings must be an object", {}, "{\"epochs\": …}", std::string(json.type_name())};
    nlohmann::json plain = json;
    plain.erase("optimizerSettings");
    const Settings values = PC_TRY(settingsFromJson(trainSettingSpecs(), plain));

    TrainSettings settings;
    settings.epochs = settingOr(values, "epochs", settings.epochs);
    settings.batchSize = settingOr(values, "batchSize", settings.batchSize);
    settings.loss = settingOr(values, "loss", settings.loss);
    settings.optimizer = settingOr(values, "optimizer", settings.optimizer);
    settings.learningRate = settingOr(values, "learningRate", settings.learningRate);
    settings.l2 = settingOr(values, "l2", settings.l2);
    settings.seed = static_cast<std::uint64_t>(settingOr(values, "seed", static_cast<std::int64_t>(settings.seed)));
    settings.threads = static_cast<int>(settingOr(values, "threads", static_cast<std::int64_t>(settings.threads)));

    if (const auto found = json.find("optimizerSettings"); found != json.end()) {
        const OptimizerSpec* optimizer = findOptimizer(settings.optimizer);
        CHECK(optimizer != nullptr, "an optimizer that the settings accepted");
        auto read = settingsFromJson(optimizer->settings, *found);
        if (!read) return read.error().at("optimizerSettings");
        settings.optimizerSettings = std::move(*read);
    }
    return settings;
}

}  // namespace perceptarium::train
