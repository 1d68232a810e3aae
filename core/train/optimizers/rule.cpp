#include "train/optimizers/rule.h"

#include <cmath>

namespace perceptarium::train {

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
            if (found != pending_.end()) {
                CHECK(found->second.shape() == parameter.variable.shape(), "moment of another shape: " + found->first);
                kept.moments[k] = found->second.clone();
            } else {
                kept.moments[k] = Tensor::zeros(parameter.variable.shape());
            }
        }
    }
    pending_.clear();
}

void Rule::step(std::vector<network::Parameter>& parameters, const StepKnobs& knobs) {
    if (kept_.size() != parameters.size()) bind(parameters);
    ++steps_;
    for (std::size_t i = 0; i < parameters.size(); ++i) {
        network::Parameter& parameter = parameters[i];
        if (!parameter.spec.trainable || !parameter.variable.grad().defined()) continue;
        Tensor& value = parameter.variable.mutableValue();
        Update update;
        update.n = value.elements();
        update.w = value.data<float>();
        update.g = parameter.variable.grad().data<float>();
        for (std::size_t k = 0; k < names_.size(); ++k) update.moments[k] = kept_[i].moments[k].data<float>();
        update.step = steps_;
        update.learningRate = knobs.learningRate;
        update.decays = parameter.spec.decays;
        update.l2 = update.decays ? knobs.l2 : 0;
        this->update(update);
    }
}

std::map<std::string, Tensor> Rule::state() const {
    std::map<std::string, Tensor> all;
    for (const auto& [name, tensor] : pending_) all[name] = tensor.clone();
    for (const Kept& kept : kept_)
        for (std::size_t k = 0; k < names_.size(); ++k)
            if (kept.moments[k].defined()) all[kept.name + "/" + names_[k]] = kept.moments[k].clone();
    // f64 holds every count of steps exactly, far beyond what i32 could.
    all["step"] = Tensor::full({1}, static_cast<double>(steps_), DType::F64);
    return all;
}

Status Rule::setState(const std::map<std::string, Tensor>& state) {
    std::map<std::string, Tensor> pending;
    double steps = 0;
    for (const auto& [name, tensor] : state) {
        if (name == "step") {
            if (tensor.elements() != 1) return Error{"not a count of steps", name, "one number", tensor.shape().text()};
            steps = tensor.at(0);
            if (!(steps >= 0 && steps < 9e15) || steps != std::floor(steps))
                return Error{"not a count of steps", name, "a whole number from 0", std::to_string(steps)};
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
    steps_ = static_cast<std::int64_t>(steps);
    pending_ = std::move(pending);
    kept_.clear();
    return {};
}

}  // namespace perceptarium::train
