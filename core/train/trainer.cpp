#include "train/trainer.h"

#include <algorithm>
#include <chrono>
#include <cmath>
#include <optional>

#include "kernels/thread_pool.h"
#include "train/epoch_memory.h"
#include "train/evaluation.h"
#include "train/gradient_norm.h"
#include "train/non_finite.h"
#include "train/running_metrics.h"
#include "train/step_rule.h"

namespace perceptarium::train {
namespace {

using Clock = std::chrono::steady_clock;

constexpr std::string_view kFrozen = "frozen/";

}  // namespace

std::set<std::string> frozenIn(const State& state) {
    std::set<std::string> nodes;
    for (const auto& [name, value] : state.counters)
        if (name.starts_with(kFrozen)) nodes.insert(name.substr(kFrozen.size()));
    return nodes;
}

void setFrozenIn(State& state, const std::set<std::string>& nodes) {
    std::erase_if(state.counters, [](const auto& counter) { return counter.first.starts_with(kFrozen); });
    for (const std::string& node : nodes) state.counters[std::string(kFrozen) + node] = 1;
}

network::DataTypes dataTypes(const data::DatasetInfo& info) {
    network::DataTypes types;
    types.input = info.input;
    network::TargetInfo target;
    if (info.target == data::TargetKind::Class) {
        target.kind = network::TargetInfo::Kind::Class;
        target.classes = info.classes;
    } else {
        target.kind = network::TargetInfo::Kind::Number;
        target.width = static_cast<std::int64_t>(info.targets.size());
    }
    types.target = target;
    return types;
}

struct Trainer::Impl {
    network::DataTypes types;
    data::PreparedPtr data;
    TrainSettings settings;
    std::optional<network::Model> compiled;  // there once create() has succeeded; at one address ever after
    network::Model& model() { return *compiled; }
    const network::Model& model() const { return *compiled; }
    Loss loss;
    std::vector<ChosenMetric> metrics;
    network::NodeId lossNode = network::kNoNode;
    const OptimizerSpec* optimizerSpec = nullptr;
    std::unique_ptr<Optimizer> optimizer;
    EpochMemory memory;
    std::unique_ptr<data::Batches> batches;
    std::int64_t perEpoch = 0;
    StepKnobs knobs;
    RunningMetrics running;
    std::int64_t step = 0, epoch = 0, batch = 0;
    double seconds = 0;
    std::optional<Clock::time_point> counted;  ///< up to when time has been added to `seconds`
    bool nonFinite = false;
    std::function<void()> duringEvaluation;
    bool testEachEpoch = false;

    /// Tensors that a forward pass in training changes, as they were before the step.
    struct Kept {
        std::size_t parameter;
        Tensor before;
    };
    std::vector<Kept> kept;

    void useModel(network::Model next);
    void measureMonitor();
    void startData();
    void keepStates();
    void putStatesBack();
    void nextEpoch();
    StepKnobs knobsNow() const;
    void update(const StepKnobs& now, double norm);
    void startClock();
    double countTime();
    Result<BatchRecord> trainBatch();
};

void Trainer::Impl::useModel(network::Model next) {
    compiled = std::move(next);
    lossNode = nodeOf(loss.spec(), model());
    kept.clear();
    for (std::size_t i = 0; i < model().parameters().size(); ++i)
        if (!model().parameters()[i].spec.trainable)
            kept.push_back({i, model().parameters()[i].variable.value().clone()});
}

/// What tells the best epoch is measured whatever else is; in training itself where there is no dev part to look at.
void Trainer::Impl::measureMonitor() {
    const MetricSpec* monitor = findMetric(settings.monitor);
    if (!monitor) return;
    const auto found =
        std::find_if(metrics.begin(), metrics.end(), [&](const ChosenMetric& one) { return one.spec == monitor; });
    ChosenMetric& wanted =
        found != metrics.end() ? *found : metrics.emplace_back(ChosenMetric{monitor, settings, false});
    wanted.whileTraining = wanted.whileTraining || monitor->cheap || monitor->fromCounts || data->split.dev.empty();
}

void Trainer::Impl::startData() {
    batches = std::make_unique<data::Batches>(data, settings.batchSize, settings.seed);
    perEpoch = batches->batchesPerEpoch();
}

void Trainer::Impl::keepStates() {
    for (Kept& one : kept) {
        const Tensor& now = model().parameters()[one.parameter].variable.value();
        std::copy(now.bytes(), now.bytes() + now.byteSize(), one.before.bytes());
    }
}

void Trainer::Impl::putStatesBack() {
    for (Kept& one : kept) {
        Tensor& now = model().parameters()[one.parameter].variable.mutableValue();
        std::copy(one.before.bytes(), one.before.bytes() + one.before.byteSize(), now.bytes());
    }
}

void Trainer::Impl::nextEpoch() {
    ++epoch;
    batch = 0;
    running.clear();
}

StepKnobs Trainer::Impl::knobsNow() const {
    StepKnobs now = knobs;
    now.learningRate *= memory.factor({step, settings.epochs * perEpoch, perEpoch});
    return now;
}

/// The optimizer's step, and the rules around it that are on.
void Trainer::Impl::update(const StepKnobs& now, double norm) {
    auto& parameters = model().parameters();
    for (const StepRuleSpec* rule : allStepRules())
        if (const double strength = now.*rule->strength; strength > 0 && rule->beforeStep)
            rule->beforeStep(parameters, strength, norm);
    optimizer->step(parameters, now);
    for (const StepRuleSpec* rule : allStepRules())
        if (const double strength = now.*rule->strength; strength > 0 && rule->afterStep)
            rule->afterStep(parameters, strength);
}

void Trainer::Impl::startClock() {
    if (!counted) counted = Clock::now();
}

/// Adds the time since it was last counted, and says how much that was.
double Trainer::Impl::countTime() {
    const auto now = Clock::now();
    const double took = std::chrono::duration<double>(now - *counted).count();
    counted = now;
    seconds += took;
    return took;
}

Result<BatchRecord> Trainer::Impl::trainBatch() {
    startClock();
    nonFinite = false;
    if (memory.restored()) memory.restore(model().parameters());
    if (batch == perEpoch) nextEpoch();
    auto read = batches->get(epoch, batch);
    if (!read) return std::move(read).error();
    const data::Batch& now = **read;

    // Cleared here and not after the update: until the next step, views may look at the gradients.
    for (network::Parameter& parameter : model().parameters()) parameter.variable.clearGrad();
    keepStates();
    const StepKnobs knobsOfStep = knobsNow();
    const network::Pass pass{true, settings.seed, static_cast<std::uint64_t>(step)};
    const autograd::Variable output = model().forward(now.x, pass, lossNode);
    const Tensor outputValue = output.value();
    const autograd::Variable lossVariable = loss.mean(output, now.y);
    const double lossValue = static_cast<double>(lossVariable.value().data<float>()[0]);
    double norm = 0;
    bool finite = std::isfinite(lossValue);
    if (finite) {
        autograd::backward(lossVariable);
        norm = gradientNorm(model().parameters());
        finite = std::isfinite(norm);
    }
    if (!finite) {
        putStatesBack();
        nonFinite = true;
        Error error = explainNonFinite(model(), loss, *data, now, pass, epoch, knobsOfStep);
        putStatesBack();
        countTime();
        return error;
    }
    update(knobsOfStep, norm);

    const double accuracy = running.add(lossValue, loss.weight(now.y), outputValue, now.y, countTime());
    // The norm is good to f32, and takes half the room in the record that way.
    const BatchRecord record{step, epoch, lossValue, accuracy, static_cast<double>(static_cast<float>(norm)), seconds};
    ++step;
    ++batch;
    return record;
}

Trainer::Trainer() : impl_(std::make_unique<Impl>()) {}
Trainer::~Trainer() = default;

Result<std::unique_ptr<Trainer>> Trainer::create(const network::Graph& graph, data::PreparedPtr data,
                                                 const TrainSettings& settings) {
    CHECK(data != nullptr && data->dataset != nullptr, "a trainer needs data");
    if (data->split.train.empty())
        return Error{"there is nothing to train on: the training part of the data is empty", "data",
                     "at least one example", "a set of " + std::to_string(data->dataset->info().size)};
    if (settings.batchSize < 1)
        return Error{"a batch holds at least one example", "batchSize", "1 or more",
                     std::to_string(settings.batchSize)};

    std::unique_ptr<Trainer> trainer(new Trainer());
    Impl& impl = *trainer->impl_;
    impl.types = dataTypes(data->dataset->info());
    impl.data = std::move(data);
    impl.settings = settings;
    impl.knobs = settings;

    impl.optimizerSpec = findOptimizer(settings.optimizer);
    if (impl.optimizerSpec == nullptr) {
        std::string known;
        for (const OptimizerSpec* other : allOptimizers()) known += (known.empty() ? "" : ", ") + other->id;
        return Error{"there is no such optimizer", "optimizer", known, settings.optimizer};
    }
    auto complete = completeSettings(impl.optimizerSpec->settings, settings.optimizerSettings);
    if (!complete) return complete.error().at("optimizer " + settings.optimizer);
    impl.settings.optimizerSettings = std::move(*complete);

    impl.memory = PC_TRY(EpochMemory::create(settings, *impl.types.target));

    network::Model model = PC_TRY(network::Model::compile(graph, impl.types, settings.seed));
    // Whether a loss reads the logits or the output, the shape is the same: only activations lie between the two.
    const LossSpec* spec = PC_TRY(chooseLoss(settings.loss, model.outputType(), *impl.types.target));
    if (spec->wantsOwnUnits && !impl.data->targetScaling.identity())
        return Error{spec->title + " compares numbers as they are, but the data standardize their targets", "loss",
                     "data without standardized targets", "a target that is standardized"};
    impl.loss = PC_TRY(Loss::make(*spec, settings.lossSettings, {*impl.types.target, impl.data->classCounts}));
    impl.metrics = PC_TRY(chooseMetrics(settings.metrics, settings, *impl.types.target));
    impl.measureMonitor();
    impl.useModel(std::move(model));
    impl.optimizer = impl.optimizerSpec->make(impl.settings.optimizerSettings);
    impl.running = RunningMetrics(impl.loss.spec(), *impl.types.target, impl.metrics, impl.data->targetScaling);
    kernels::setThreads(static_cast<int>(settings.threads));
    impl.startData();
    return trainer;
}

Result<BatchRecord> Trainer::step() { return impl_->trainBatch(); }
bool Trainer::nonFinite() const { return impl_->nonFinite; }
bool Trainer::epochEnded() const { return impl_->batch == impl_->perEpoch; }
bool Trainer::done() const { return impl_->epoch >= impl_->settings.epochs || stoppedEarly(); }
bool Trainer::stoppedEarly() const { return impl_->memory.stoppedEarly(); }
const BestEpoch& Trainer::best() const { return impl_->memory.best(); }
bool Trainer::restoredBest() const { return impl_->memory.restored(); }

Result<EpochRecord> Trainer::finishEpoch(std::stop_token stop) {
    Impl& impl = *impl_;
    CHECK(epochEnded(), "an epoch is finished before its last batch");
    impl.startClock();
    EpochRecord record;
    record.epoch = impl.epoch + 1;
    record.step = impl.step;
    record.train = impl.running.means();
    if (const double penalty = penaltyOf(impl.model().parameters(), impl.knobs); penalty > 0)
        record.train["cost"] = record.train["loss"] + penalty;
    if (impl.running.seconds() > 0) record.samplesPerSecond = impl.running.examples() / impl.running.seconds();
    if (!impl.data->split.dev.empty()) record.dev = PC_TRY(evaluate(data::Part::Dev, stop));

    EpochMemory& memory = impl.memory;
    auto& parameters = impl.model().parameters();
    const bool last = record.epoch >= impl.settings.epochs || memory.stopsAfter(record);
    const bool goesBack = last && memory.restoresAtEnd() && !memory.isBest(record) && memory.restore(parameters);
    if ((last || impl.testEachEpoch) && !impl.data->split.test.empty()) {
        auto test = evaluate(data::Part::Test, stop);
        if (!test) {  // cancelled, say: as if the epoch's end had not begun
            if (goesBack) memory.restore(parameters);
            return test.error();
        }
        record.test = std::move(*test);
    }
    memory.add(record, parameters);
    impl.countTime();
    record.seconds = impl.seconds;
    impl.nextEpoch();
    return record;
}

Result<Metrics> Trainer::evaluate(data::Part part, std::stop_token stop) {
    Impl& impl = *impl_;
    const Evaluation how{impl.model(),         impl.loss,    *impl.data,
                         *impl.types.target,   impl.metrics, impl.settings.batchSize,
                         impl.duringEvaluation};
    return evaluatePart(how, part, stop);
}

State Trainer::state() const {
    const Impl& impl = *impl_;
    State state;
    state.step = impl.step;
    state.epoch = impl.epoch;
    state.batch = impl.batch;
    state.seed = impl.settings.seed;
    state.seconds = impl.seconds;
    state.knobs = impl.knobs;
    for (const network::Parameter& parameter : impl.model().parameters())
        state.parameters[parameter.name] = parameter.variable.value().clone();
    state.optimizer = impl.optimizer->state();
    state.epochSums = impl.running.sums();
    impl.memory.write(state, impl.model().parameters());
    setFrozenIn(state, frozen());
    return state;
}

Status Trainer::setState(const State& state) {
    Impl& impl = *impl_;
    if (state.step < 0 || state.epoch < 0 || state.batch < 0 || state.batch > impl.perEpoch)
        return Error{"the saved training is at a place that this data and batch size do not have", "batch",
                     "0 to " + std::to_string(impl.perEpoch), std::to_string(state.batch)};
    std::map<std::string, Shape> shapes;
    for (const network::Parameter& parameter : impl.model().parameters())
        shapes[parameter.name] = parameter.variable.shape();
    for (const auto& [name, tensor] : state.optimizer) {
        if (name == "step") continue;
        const auto found = shapes.find(name.substr(0, name.rfind('/')));
        if (found == shapes.end()) return Error{"optimizer state for a parameter that is not there", name, {}, {}};
        if (countsSteps(name)) continue;
        if (found->second != tensor.shape())
            return Error{"optimizer state of another shape", name, found->second.text(), tensor.shape().text()};
    }
    auto optimizer = impl.optimizerSpec->make(impl.settings.optimizerSettings);
    PC_TRY(optimizer->setState(state.optimizer));
    EpochMemory memory = PC_TRY(EpochMemory::create(impl.settings, *impl.types.target));
    PC_TRY(memory.read(state, impl.model().parameters()));
    PC_TRY(impl.model().setParameters(state.parameters));

    impl.model().setFrozen(frozenIn(state));
    impl.memory = std::move(memory);
    impl.settings.patience = impl.memory.patience();
    impl.optimizer = std::move(optimizer);
    impl.step = state.step;
    impl.epoch = state.epoch;
    impl.batch = state.batch;
    impl.seconds = state.seconds;
    impl.counted.reset();
    impl.knobs = state.knobs;
    impl.nonFinite = false;
    for (network::Parameter& parameter : impl.model().parameters()) parameter.variable.clearGrad();
    impl.running.setSums(state.epochSums);
    if (state.seed != impl.settings.seed) {
        impl.settings.seed = state.seed;
        impl.startData();
    }
    return {};
}

void Trainer::reset(std::uint64_t seed) {
    Impl& impl = *impl_;
    impl.settings.seed = seed;
    auto model = network::Model::compile(impl.model().graph(), impl.types, seed);
    CHECK(model.has_value(), "a drawing that compiled before does not compile any more");
    impl.useModel(std::move(*model));
    impl.optimizer = impl.optimizerSpec->make(impl.settings.optimizerSettings);
    impl.running.clear();
    auto memory = EpochMemory::create(impl.settings, *impl.types.target);
    CHECK(memory.has_value(), "settings that were fine before are not any more");
    impl.memory = std::move(*memory);
    impl.step = impl.epoch = impl.batch = 0;
    impl.seconds = 0;
    impl.counted.reset();
    impl.nonFinite = false;
    impl.startData();
}

void Trainer::setKnobs(const StepKnobs& knobs) { impl_->knobs = knobs; }
const StepKnobs& Trainer::knobs() const { return impl_->knobs; }
double Trainer::learningRate() const { return impl_->knobsNow().learningRate; }
void Trainer::setFrozen(const std::set<std::string>& nodes) { impl_->model().setFrozen(nodes); }
std::set<std::string> Trainer::frozen() const { return impl_->model().frozen(); }
void Trainer::setEpochs(std::int64_t epochs) { impl_->settings.epochs = epochs; }
void Trainer::setPatience(std::int64_t patience) {
    impl_->settings.patience = patience;
    impl_->memory.setPatience(patience);
}
void Trainer::setDuringEvaluation(std::function<void()> call) { impl_->duringEvaluation = std::move(call); }

void Trainer::setTestEachEpoch(bool each) { impl_->testEachEpoch = each; }
bool Trainer::testEachEpoch() const { return impl_->testEachEpoch; }

void Trainer::pauseClock() { impl_->counted.reset(); }

const TrainSettings& Trainer::settings() const { return impl_->settings; }
network::Model& Trainer::model() { return impl_->model(); }
const data::Prepared& Trainer::data() const { return *impl_->data; }
const LossSpec& Trainer::loss() const { return impl_->loss.spec(); }
const std::vector<ChosenMetric>& Trainer::metrics() const { return impl_->metrics; }
std::int64_t Trainer::stepsDone() const { return impl_->step; }
std::int64_t Trainer::epochsDone() const { return impl_->epoch; }
std::int64_t Trainer::batchesDone() const { return impl_->batch; }
std::int64_t Trainer::batchesPerEpoch() const { return impl_->perEpoch; }
std::int64_t Trainer::examplesPerEpoch() const { return impl_->batches->examplesPerEpoch(); }

}  // namespace perceptarium::train
