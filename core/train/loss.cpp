// The list of losses, and the choice of one that suits the network's end and the data.
#include "train/loss.h"

#include "train/losses/suits.h"
#include "train/train_settings.h"

namespace perceptarium::train {

const LossSpec* findLoss(std::string_view id) { return Registry<LossSpec>::instance().find(id); }
const std::vector<const LossSpec*>& allLosses() { return Registry<LossSpec>::instance().all(); }

network::NodeId nodeOf(const LossSpec& loss, const network::Model& model) {
    return loss.onLogits ? network::kNoNode : model.outputNode();
}

Result<const LossSpec*> chooseLoss(const std::string& id, const TensorType& logits, const network::TargetInfo& target) {
    if (id != "auto") {
        const LossSpec* loss = findLoss(id);
        if (loss == nullptr) {
            std::string known = "auto";
            for (const LossSpec* other : allLosses()) known += ", " + other->id;
            return Error{"there is no such loss", "loss", known, id};
        }
        if (Status fits = loss->suits(logits, target); !fits) return fits.error().at("loss " + loss->id);
        return loss;
    }
    for (const LossSpec* loss : allLosses())
        if (loss->suits(logits, target)) return loss;
    return Error{"the end of the network does not fit the data, so no loss suits", "loss", wantedOf(target),
                 textOfOutput(logits)};
}

Result<Loss> Loss::make(const LossSpec& spec, const Settings& lossSettings, const LossData& data) {
    const std::string place = "loss " + spec.id;
    const auto complete = completeSettings(spec.settings, lossSettings);
    if (!complete) return complete.error().at(place);
    auto functions = spec.make(*complete, data);
    if (!functions) return functions.error().at(place);
    Loss loss;
    loss.spec_ = &spec;
    loss.functions_ = std::move(*functions);
    return loss;
}

void fitLoss(TrainSettings& settings, const TensorType& logits, const network::TargetInfo& target) {
    if (chooseLoss(settings.loss, logits, target)) return;
    settings.loss = "auto";
    settings.lossSettings.clear();
}

}  // namespace perceptarium::train
