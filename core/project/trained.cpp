// What training has added to a project: kept in step with its state.
#include <algorithm>

#include "project/project.h"

namespace perceptarium::project {

void takeData(Trained& trained, const data::Prepared& data) {
    trained.normalization = data.normalization;
    trained.targetScaling = data.targetScaling;
    trained.classCounts = data.classCounts;
    trained.info = data.dataset->info();
    trained.info.given = {};
}

void cutToState(Trained& trained) {
    const std::int64_t step = trained.state.step;
    const auto after = [step](const auto& record) { return record.step > step; };
    std::erase_if(trained.batches, [step](const train::BatchRecord& batch) { return batch.step >= step; });
    std::erase_if(trained.epochs, after);
    std::erase_if(trained.marks, after);
}

void takeWeights(Trained& trained, const network::Model& model) {
    train::State& state = trained.state;
    for (const auto& parameter : model.parameters())
        state.parameters[parameter.name] = parameter.variable.value().clone();
    state.other.clear();
    std::erase_if(state.counters, [](const auto& counter) {
        return counter.first == "restored" || counter.first.starts_with("best/");
    });
}

}  // namespace perceptarium::project
