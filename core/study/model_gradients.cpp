#include "study/model_gradients.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <numeric>
#include <set>

#include "train/loss.h"
#include "train/trainer.h"

namespace perceptarium::study {
namespace {

using network::TargetInfo;

/// What the network seems to be asked when the data do not say: classes as wide as it ends, or yes and no.
TargetInfo guessTarget(const TensorType& output) {
    TargetInfo target;
    const std::int64_t classes = std::max<std::int64_t>(2, output.shape.rank() == 1 ? output.shape[0] : 2);
    for (std::int64_t i = 0; i < classes; ++i) target.classes.push_back(std::to_string(i));
    return target;
}

data::Batch randomBatch(const TensorType& input, const TargetInfo& target, std::int64_t n, std::uint64_t seed) {
    Random random(seed, "gradient check/data");
    data::Batch batch;
    if (input.dtype == DType::I32) {
        batch.x = Tensor::empty(input.shape.withBatch(n), DType::I32);
        const auto words = static_cast<std::uint64_t>(std::max<std::int64_t>(input.vocabulary, 1));
        for (auto& id : batch.x.values<std::int32_t>()) id = static_cast<std::int32_t>(random.below(words));
    } else {
        batch.x = Tensor::empty(input.shape.withBatch(n), DType::F64);
        for (double& number : batch.x.values<double>()) number = random.normal();
    }
    if (target.kind == TargetInfo::Kind::Class) {
        batch.y = Tensor::empty({n}, DType::I32);
        const std::uint64_t classes = std::max<std::size_t>(target.classes.size(), 1);
        for (auto& label : batch.y.values<std::int32_t>()) label = static_cast<std::int32_t>(random.below(classes));
    } else {
        batch.y = Tensor::empty({n, target.width}, DType::F64);
        for (double& number : batch.y.values<double>()) number = random.normal();
    }
    return batch;
}

/// At the start biases are 0, so a ReLU over a black part of a picture stands exactly on its kink. A small random step
/// takes every tensor off such places.
void moveOffZero(network::Model& model, std::uint64_t seed) {
    for (auto& parameter : model.parameters()) {
        if (!parameter.spec.trainable) continue;
        Random random(seed, "gradient check/" + parameter.name);
        for (double& number : parameter.variable.mutableValue().values<double>()) number += 0.05 * random.normal();
    }
}

/// Half of them where the gradient is largest (an embedding has few rows in use), the others evenly spread.
std::vector<std::int64_t> entriesToCheck(const Tensor& gradient, std::int64_t count) {
    const std::int64_t n = gradient.elements();
    std::vector<std::int64_t> order(static_cast<std::size_t>(n));
    std::iota(order.begin(), order.end(), 0);
    if (n <= count) return order;
    const auto largest = order.begin() + count / 2;
    std::nth_element(order.begin(), largest, order.end(), [&](std::int64_t a, std::int64_t b) {
        return std::abs(gradient.at(a)) > std::abs(gradient.at(b));
    });
    std::set<std::int64_t> chosen(order.begin(), largest);
    for (std::int64_t i = 0; static_cast<std::int64_t>(chosen.size()) < count && i < count; ++i)
        chosen.insert(i * n / count);
    return {chosen.begin(), chosen.end()};
}

/// The two-sided difference of one entry, and whether the loss is smooth there.
struct Difference {
    double slope = 0;
    bool smooth = false;
};

class Nudger {
public:
    Nudger(std::function<double()> loss, double atRest) : loss_(std::move(loss)), atRest_(atRest) {}

    /// What rounding alone can make of a slope.
    double noise(double h) const { return 2e-16 * std::max(1.0, std::abs(atRest_)) / h; }

    /// Smaller steps pass between kinks but drown in rounding: try the better one first.
    Difference at(double& number) const {
        for (const double h : {1e-5, 1e-6})
            if (const Difference found = withStep(number, h); found.smooth) return found;
        return {};
    }

private:
    Difference withStep(double& number, double h) const {
        const double before = number;
        const auto lossAt = [&](double step) {
            number = before + step;
            const double value = loss_();
            number = before;
            return value;
        };
        const double above = lossAt(h), below = lossAt(-h), halfAbove = lossAt(h / 2), halfBelow = lossAt(-h / 2);
        const double slope = (above - below) / (2 * h), halfSlope = (halfAbove - halfBelow) / h;
        // Where the loss is smooth both slopes agree, and the bend (a second difference, times the step) shrinks with
        // the step; a kink off the middle parts the slopes, one in the middle keeps its bend.
        const double bend = (above - 2 * atRest_ + below) / h,
                     halfBend = (halfAbove - 2 * atRest_ + halfBelow) / (h / 2);
        const double tolerance = 3e-8 * std::max(std::abs(slope), std::abs(halfSlope)) + 4 * noise(h);
        const bool smooth = std::abs(slope - halfSlope) <= tolerance && std::abs(bend - 2 * halfBend) <= 4 * tolerance;
        return {slope, smooth};
    }

    std::function<double()> loss_;
    double atRest_;
};

ParameterGradient check(network::Parameter& parameter, const Nudger& nudger, std::int64_t entries) {
    ParameterGradient result{.name = parameter.name, .shape = parameter.spec.shape};
    const Tensor gradient = parameter.variable.grad().defined() ? parameter.variable.grad()
                                                                : Tensor::zeros(parameter.spec.shape, DType::F64);
    double off2 = 0, tape2 = 0, difference2 = 0, worst = -1;
    for (const std::int64_t index : entriesToCheck(gradient, entries)) {
        const Difference difference = nudger.at(parameter.variable.mutableValue().data<double>()[index]);
        if (!difference.smooth) {
            ++result.kinks;
            continue;
        }
        ++result.checked;
        const double tape = gradient.at(index), off = std::abs(tape - difference.slope);
        off2 += off * off;
        tape2 += tape * tape;
        difference2 += difference.slope * difference.slope;
        if (off > worst) {
            worst = off;
            result.worstIndex = index;
            result.worstTape = tape;
            result.worstDifference = difference.slope;
        }
    }
    const double rounding = 4 * nudger.noise(1e-5) * std::sqrt(static_cast<double>(result.checked));
    const bool nothing = std::sqrt(tape2) <= rounding && std::sqrt(difference2) <= rounding;
    result.relativeError = nothing ? 0 : std::sqrt(off2) / (std::sqrt(tape2) + std::sqrt(difference2));
    return result;
}

}  // namespace

Agreement agreementOf(double relativeError) {
    if (relativeError <= kGoodAgreement) return Agreement::Good;
    return relativeError <= kDoubtfulAgreement ? Agreement::Doubtful : Agreement::Wrong;
}

double ModelGradients::worst() const {
    double worst = 0;
    for (const auto& parameter : parameters) worst = std::max(worst, parameter.relativeError);
    return worst;
}

Result<ModelGradients> checkModelGradients(const network::Graph& graph, const network::DataTypes& types,
                                           const train::TrainSettings& settings,
                                           const std::map<std::string, Tensor>* values, const data::Batch* batch,
                                           const GradientCheckOptions& options, const Progress& progress) {
    network::Model model = PC_TRY(network::Model::compile(graph, types, options.seed, DType::F64));
    if (values)
        PC_TRY(model.setParameters(*values));
    else
        moveOffZero(model, options.seed);
    const TargetInfo target = types.target ? *types.target : guessTarget(model.outputType());
    const train::LossSpec* spec = PC_TRY(train::chooseLoss(settings.loss, model.outputType(), target));
    const train::Loss loss = PC_TRY(train::Loss::make(*spec, settings.lossSettings, {target, {}}));
    const network::NodeId node = nodeOf(*spec, model);
    const data::Batch used = batch ? *batch : randomBatch(model.inputType(), target, options.examples, options.seed);
    const Tensor y = used.y.dtype() == DType::I32 ? used.y : used.y.cast(DType::F64);

    ModelGradients result;
    result.loss = spec->id;
    result.examples = used.x.shape()[0];
    result.randomData = batch == nullptr;
    result.randomParameters = values == nullptr;
    // Training's own pass; the same step each time, so that dropout switches off the same units.
    const network::Pass pass{.training = true, .seed = options.seed, .step = 0};
    const auto lossOf = [&] { return loss.mean(model.forward(used.x, pass, node), y); };
    const autograd::Variable atRest = lossOf();
    result.lossValue = atRest.value().at(0);
    if (!std::isfinite(result.lossValue))
        return Error{"the loss is not a finite number, so there is no gradient to check", spec->id, "a number",
                     fmt::format("{}", result.lossValue)};
    autograd::backward(atRest);
    const Nudger nudger(
        [&] {
            const autograd::NoGrad off;
            return lossOf().value().at(0);
        },
        result.lossValue);
    double done = 0;
    for (auto& parameter : model.parameters()) {
        if (progress.cancelled()) return Progress::cancelledError();
        progress.report(done++ / static_cast<double>(model.parameters().size()), parameter.name);
        if (parameter.trains()) result.parameters.push_back(check(parameter, nudger, options.entries));
    }
    return result;
}

Result<ModelGradients> checkOnTrainingExamples(const network::Graph& graph, const data::Prepared& data,
                                               const train::TrainSettings& settings,
                                               const std::map<std::string, Tensor>* values, const Progress& progress) {
    const GradientCheckOptions options;
    std::vector<std::int64_t> examples = data.split.train;
    examples.resize(std::min(examples.size(), static_cast<std::size_t>(options.examples)));
    data::Batch batch;
    PC_TRY(data.read(examples, batch.x, batch.y));
    return checkModelGradients(graph, train::dataTypes(data.dataset->info()), settings, values, &batch, options, progress);
}

}  // namespace perceptarium::study
