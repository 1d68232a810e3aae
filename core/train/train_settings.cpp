// The settings of a run, declared.
#include "train/train_settings.h"

#include "train/loss.h"
#include "train/metric.h"
#include "train/optimizer.h"
#include "train/schedule.h"
#include "train/step_rule.h"

namespace perceptarium::train {
namespace {

// Beyond 2^53 not every whole number survives a reader that keeps numbers as f64; this is the round number below.
constexpr double kLargestSeed = 1e15;

using S = TrainSettings;

template <class Specs>
std::vector<std::string> ids(const Specs& specs, std::vector<std::string> first = {}) {
    for (const auto* spec : specs) first.push_back(spec->id);
    return first;
}

/// The strengths of the step rules of one kind, as they declare them.
void addRules(std::vector<TrainSetting>& all, StepRuleSpec::Kind kind, TrainGroup group) {
    for (const StepRuleSpec* rule : allStepRules())
        if (rule->kind == kind)
            all.push_back({setting<S>(rule->id, rule->title, static_cast<double S::*>(rule->strength), rule->meaning,
                                      {0, rule->maximum}),
                           group, true});
}

template <class T>
T S::*ofRun(T MetricOptions::*member) {
    return member;
}

/// The settings of the metrics, as they declare them.
void addMetrics(std::vector<TrainSetting>& all) {
    for (const auto& one : metricSettings()) {
        SettingOf<S> member;
        member.spec = one.spec;
        std::visit([&](auto pointer) { member.member = ofRun(pointer); }, one.member);
        all.push_back({std::move(member), TrainGroup::Measured, false});
    }
}

std::vector<TrainSetting> makeSettings() {
    std::vector<TrainSetting> all;
    const auto add = [&](TrainGroup group, SettingOf<S> member, bool live = false) {
        all.push_back({std::move(member), group, live});
    };
    constexpr bool live = true;
    add(TrainGroup::Run,
        setting<S>("epochs", "Epochs", &S::epochs, "How often the whole training part is gone through.", {1, 1'000'000},
                   "epochs"),
        live);
    add(TrainGroup::Run, setting<S>("batchSize", "Batch size", &S::batchSize,
                                    "How many examples each step looks at: more give steadier but fewer steps.",
                                    {1, 1'000'000}, "examples"));
    add(TrainGroup::Run,
        setting<S>("loss", "Loss", &S::loss, "What training makes small; auto takes the one that suits the data.",
                   ids(allLosses(), {"auto"})));
    add(TrainGroup::Run,
        setting<S>("optimizer", "Optimizer", &S::optimizer, "How a gradient becomes a step.", ids(allOptimizers())));
    add(TrainGroup::Measured,
        setting<S>("metrics", "Metrics", &S::metrics,
                   "What is measured: auto, or ids of metrics with commas between them. Auto measures all that apply on "
                   "dev and test, and on the training part those that cost nothing while it trains."));
    addMetrics(all);
    add(TrainGroup::LearningRate,
        setting<S>("learningRate", "Learning rate α", static_cast<double S::*>(&S::learningRate),
                   "How far each step goes: too small is slow, too large never settles.", {0, 1'000}),
        live);
    add(TrainGroup::LearningRate, setting<S>("schedule", "Schedule", &S::schedule,
                                             "How the learning rate changes over the run.", ids(allSchedules())));
    addRules(all, StepRuleSpec::Kind::Regularizer, TrainGroup::Regularizer);
    addRules(all, StepRuleSpec::Kind::Clipping, TrainGroup::Clipping);
    add(TrainGroup::Stopping,
        setting<S>("patience", "Patience", &S::patience,
                   "Training stops when so many epochs brought nothing better. 0: it never stops early.",
                   {0, 1'000'000}, "epochs"),
        live);
    add(TrainGroup::Stopping, setting<S>("minDelta", "Least improvement", &S::minDelta,
                                         "Better by less than this does not count.", {0, 1e9}));
    add(TrainGroup::Stopping,
        setting<S>("monitor", "Best by", &S::monitor,
                   "What tells the best epoch, on the dev set where there is one. Early stopping, "
                   "the schedule for plateaus and the best weights in the record follow it.",
                   ids(allMetrics(), {"loss"})));
    add(TrainGroup::Stopping, setting<S>("restoreBest", "Restore best weights", &S::restoreBest,
                                         "With patience: at the end the weights of the best epoch are put back."));
    add(TrainGroup::Run, setting<S>("seed", "Seed", &S::seed,
                                    "Where all random numbers of the run come from: the same seed gives the same run.",
                                    {0, kLargestSeed}));
    add(TrainGroup::Run, setting<S>("threads", "Threads", &S::threads,
                                    "How many processor cores are used; 0 takes all there are.", {0, 1'024}));
    return all;
}

template <class Spec>
const std::vector<SettingSpec>& settingsOf(const Spec* spec) {
    static const std::vector<SettingSpec> none;
    return spec ? spec->settings : none;
}

template <class Spec>
std::optional<AboutPart> aboutOf(const Spec* spec) {
    if (!spec) return std::nullopt;
    return AboutPart{spec->title, spec->meaning, spec->formula};
}

std::vector<TrainPart> makeParts() {
    return {
        {"loss",
         &S::loss,
         &S::lossSettings,
         [](const std::string& id) -> const std::vector<SettingSpec>& { return settingsOf(findLoss(id)); },
         [](const std::string& id) { return aboutOf(findLoss(id)); },
         {}},
        {"optimizer",
         &S::optimizer,
         &S::optimizerSettings,
         [](const std::string& id) -> const std::vector<SettingSpec>& { return settingsOf(findOptimizer(id)); },
         [](const std::string& id) { return aboutOf(findOptimizer(id)); },
         {}},
        {"schedule", &S::schedule, &S::scheduleSettings,
         [](const std::string& id) -> const std::vector<SettingSpec>& { return settingsOf(findSchedule(id)); },
         [](const std::string& id) { return aboutOf(findSchedule(id)); }, checkSchedule},
    };
}

const TrainSetting* findTrainSetting(std::string_view name) {
    for (const TrainSetting& one : trainSettings())
        if (one.member.spec.name == name) return &one;
    return nullptr;
}

}  // namespace

const std::vector<TrainSetting>& trainSettings() {
    static const std::vector<TrainSetting> all = makeSettings();
    return all;
}

const std::vector<SettingSpec>& trainSettingSpecs() {
    static const std::vector<SettingSpec> specs = [] {
        std::vector<SettingSpec> all;
        for (const TrainSetting& one : trainSettings()) all.push_back(one.member.spec);
        return all;
    }();
    return specs;
}

const std::vector<TrainPart>& trainParts() {
    static const std::vector<TrainPart> parts = makeParts();
    return parts;
}

const TrainPart* findTrainPart(std::string_view name) {
    for (const TrainPart& part : trainParts())
        if (part.name == name) return &part;
    return nullptr;
}

Status change(TrainSettings& settings, const std::string& name, const SettingValue& value) {
    const TrainSetting* one = findTrainSetting(name);
    if (!one) return completeSettings(trainSettingSpecs(), {{name, value}}).error();
    const SettingValue checked = PC_TRY(checkSetting(one->member.spec, value));
    const TrainSettings before = settings;
    one->member.set(settings, checked);
    if (const auto measured = chooseMetrics(settings.metrics, settings, {}); !measured) {  // are there such metrics?
        settings = before;
        return measured.error();
    }
    const TrainPart* part = findTrainPart(name);
    if (!part || before.*part->id == settings.*part->id) return {};
    Settings kept;
    for (const auto& [key, old] : before.*part->settings) {
        const SettingSpec* was = findSetting(part->specs(before.*part->id), key);
        const SettingSpec* now = findSetting(part->specs(settings.*part->id), key);
        if (was && now && was->meaning == now->meaning && was->standard == now->standard) kept[key] = old;
    }
    settings.*part->settings = std::move(kept);
    const OptimizerSpec *was = findOptimizer(before.optimizer), *now = findOptimizer(settings.optimizer);
    if (was != now && was && now && before.learningRate == was->usualLearningRate)
        settings.learningRate = now->usualLearningRate;
    return {};
}

Status changePart(TrainSettings& settings, const TrainPart& part, const std::string& name, const SettingValue& value) {
    Settings after = settings.*part.settings;
    after[name] = value;
    const Settings complete = PC_TRY(completeSettings(part.specs(settings.*part.id), after));
    if (part.check) PC_TRY(part.check(settings.*part.id, complete));
    (settings.*part.settings)[name] = complete.at(name);
    return {};
}

bool sameRun(const TrainSettings& a, const TrainSettings& b) {
    TrainSettings other = b;
    for (const TrainSetting& one : trainSettings())
        if (one.live) one.member.set(other, one.member.get(a));
    return a == other;
}

}  // namespace perceptarium::train
