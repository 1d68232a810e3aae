// The list of step rules, and the knobs that follow from it.
#include "train/step_rule.h"

namespace perceptarium::train {

const StepRuleSpec* findStepRule(std::string_view id) { return Registry<StepRuleSpec>::instance().find(id); }
const std::vector<const StepRuleSpec*>& allStepRules() { return Registry<StepRuleSpec>::instance().all(); }

const std::vector<Knob>& allKnobs() {
    static const std::vector<Knob> knobs = [] {
        std::vector<Knob> all{{"learningRate", "learning rate", &StepKnobs::learningRate}};
        for (const StepRuleSpec* rule : allStepRules()) all.push_back({rule->id, rule->words, rule->strength});
        return all;
    }();
    return knobs;
}

double penaltyOf(const std::vector<network::Parameter>& parameters, const StepKnobs& knobs) {
    double sum = 0;
    for (const StepRuleSpec* rule : allStepRules())
        if (const double strength = knobs.*rule->strength; strength > 0 && rule->penalty)
            sum += rule->penalty(parameters, strength);
    return sum;
}

}  // namespace perceptarium::train
