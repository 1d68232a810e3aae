#include "train/optimizers/rule.h"

#include <cmath>

namespace perceptarium::train {

namespace {
constexpr const char* kRested = "/rested";
}

Rule::Rule(std::vector<std::string> moments) : names_(std::move(moments)) {
    CHECK(names_.size() <= 2, "an optimizer with more than two moments");
}

void Rule::bind(const std::vector<network::Parameter>& parameters) {
    kept_.clear();
    for (const network::Parameter& parameter : parameters) {
        Kept& kept = kept_.emplace_back();
        kept.name = parameter.name;
        if (!parameter.spec.trainable) continue;
        for (std::size_t k = 0; k < names_.size(); ++k) {
            const auto found = pending_.find(parameter.name + "/" + names_[k]);
            if (found == pending_.end()) continue;
            CHECK(found->second.shape() == parameter.variable.shape(), "moment of another shape: " + found->first);
            kept.moments[k] = found->second.clone();
        }
        if (const auto rested = pending_.find(parameter.name + kRested); rested != pending_.end())
            kept.rested = static_cast<std::int64_t>(rested->second.at(0));
        if (parameter.trains()) startMoments(kept, parameter.variable.shape());
    }
    pending_.clear();
}

/// Those that are not there yet: a frozen parameter needs none until it is unfrozen.
void Rule::startMoments(Kept& kept, const Shape& shape) {
    for (std::size_t k = 0; k < names_.size(); ++k)
        if (!kept.moments[k].defined()) kept.moments[k] = Tensor::zeros(shape);
}

void Rule::step(std::vector<network::Parameter>& parameters, const StepKnobs& knobs) {
    if (kept_.size() != parameters.size()) bind(parameters);
    ++steps_;
    for (std::size_t i = 0; i < parameters.size(); ++i) {
        network::Parameter& parameter = parameters[i];
        if (parameter.frozen && parameter.spec.trainable) ++kept_[i].rested;
        if (!parameter.trains() || !parameter.variable.grad().defined()) continue;
        startMoments(kept_[i], parameter.variable.shape());
        Tensor& value = parameter.variable.mutableValue();
        Update update;
        update.n = value.elements();
        update.w = value.data<float>();
        update.g = parameter.variable.grad().data<float>();
        for (std::size_t k = 0; k < names_.size(); ++k) update.moments[k] = kept_[i].moments[k].data<float>();
        update.step = steps_ - kept_[i].rested;
        update.learningRate = knobs.learningRate;
        update.decays = parameter.decays();
        update.l2 = update.decays ? knobs.l2 : 0;
        this->update(update);
    }
}

std::map<std::string, Tensor> Rule::state() const {
    std::map<std::string, Tensor> all;
    for (const auto& [name, tensor] : pending_) all[name] = tensor.clone();
    // f64 holds every count of steps exactly, far beyond what i32 could.
    const auto counted = [](std::int64_t steps) { return Tensor::full({1}, static_cast<double>(steps), DType::F64); };
    for (const Kept& kept : kept_) {
        for (std::size_t k = 0; k < names_.size(); ++k)
            if (kept.moments[k].defined()) all[kept.name + "/" + names_[k]] = kept.moments[k].clone();
        if (kept.rested > 0) all[kept.name + kRested] = counted(kept.rested);
    }
    all["step"] = counted(steps_);
    return all;
}

namespace {

Result<std::int64_t> stepCount(const std::string& name, const Tensor& tensor) {
    if (tensor.elements() != 1) return Error{"not a count of steps", name, "one number", tensor.shape().text()};
    const double steps = tensor.at(0);
    if (!(steps >= 0 && steps < 9e15) || steps != std::floor(steps))
        return Error{"not a count of steps", name, "a whole number from 0", std::to_string(steps)};
    return static_cast<std::int64_t>(steps);
}

}  // namespace

Status Rule::setState(const std::map<std::string, Tensor>& state) {
    std::map<std::string, Tensor> pending;
    std::int64_t steps = 0, rested = 0;
    for (const auto& [name, tensor] : state) {
        if (countsSteps(name)) {
            const std::int64_t count = PC_TRY(stepCount(name, tensor));
            if (name == "step") {
                steps = count;
                continue;
            }
            rested = std::max(rested, count);
            pending[name] = tensor.clone();
            continue;
        }
        const std::size_t slash = name.rfind('/');
        const std::string kind = slash == std::string::npos ? "" : name.substr(slash + 1);
        if (std::find(names_.begin(), names_.end(), kind) == names_.end()) {
            std::string known = "step";
            for (const std::string& other : names_) known += ", …/" + other;
            return Error{"not part of this optimizer's state", name, known, {}};
        }
        if (tensor.dtype() != DType::F32)
            return Error{"optimizer state of the wrong kind", name, "f32", std::string(nameOf(tensor.dtype()))};
        pending[name] = tensor.clone();
    }
    if (rested > steps)
        return Error{"a parameter rested longer than there were steps", "step", std::to_string(steps) + " or fewer",
                     std::to_string(rested)};
    steps_ = steps;
    pending_ = std::move(pending);
    kept_.clear();
    return {};
}

}  // namespace perceptarium::train
