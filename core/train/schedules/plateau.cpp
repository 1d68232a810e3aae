// Reduce on plateau: the learning rate drops when epochs bring nothing better. As PyTorch's ReduceLROnPlateau with a
// relative threshold; its patience counts one epoch less than ours.
#include <algorithm>
#include <cmath>

#include "train/schedule.h"

namespace perceptarium::train {
namespace {

struct Plateau {
    double gamma = 0.1;
    std::int64_t patience = 3;
    double threshold = 1e-4;
    std::int64_t cooldown = 0;
    double least = 0;
};

class OnPlateau : public Schedule {
public:
    explicit OnPlateau(Plateau settings) : settings_(settings) {}
    double factor(const ScheduleTime&) const override { return now_.factor; }

    void epochEnded(double value, bool higherIsBetter) override {
        const double margin = settings_.threshold * std::abs(now_.best);
        const bool better = std::isnan(now_.best) ? !std::isnan(value)
                            : higherIsBetter      ? value > now_.best + margin
                                                  : value < now_.best - margin;
        if (better) {
            now_.best = value;
            now_.waited = 0;
        } else {
            ++now_.waited;
        }
        if (now_.rest > 0) {
            --now_.rest;
            now_.waited = 0;
        }
        if (now_.waited < static_cast<double>(settings_.patience)) return;
        now_.factor = std::max(now_.factor * settings_.gamma, std::min(settings_.least, now_.factor));
        now_.rest = static_cast<double>(settings_.cooldown);
        now_.waited = 0;
    }

    std::map<std::string, double> state() const override {
        std::map<std::string, double> state{{"factor", now_.factor}, {"waited", now_.waited}, {"rest", now_.rest}};
        if (!std::isnan(now_.best)) state["best"] = now_.best;
        return state;
    }
    void setState(const std::map<std::string, double>& state) override {
        const auto take = [&](const char* name, double otherwise) {
            const auto found = state.find(name);
            return found == state.end() ? otherwise : found->second;
        };
        const Now fresh;
        now_ = {take("factor", fresh.factor), take("best", fresh.best), take("waited", 0), take("rest", 0)};
    }

private:
    struct Now {
        double factor = 1, best = std::nan(""), waited = 0, rest = 0;
    };
    Plateau settings_;
    Now now_;
};

const RegisteredSchedule<Plateau> declared{{
    .id = "plateau",
    .order = 9,
    .title = "Reduce on plateau",
    .meaning = "Lowers the learning rate when the epochs bring nothing better any more.",
    .formula = "nothing better for so many epochs:  α := γ α",
    .settings = {setting("patience", "Patience", &Plateau::patience, "After so many epochs without anything better.",
                         {1, 1'000'000}, "epochs"),
                 setting("gamma", "Factor γ", &Plateau::gamma, "What is left of α after a drop.", {0, 1}),
                 setting("threshold", "Threshold", &Plateau::threshold,
                         "Better by less than this share does not count.", {0, 1}),
                 setting("cooldown", "Cool-down", &Plateau::cooldown, "Epochs after a drop that do not count.",
                         {0, 1'000'000}, "epochs"),
                 setting("least", "Least factor", &Plateau::least, "α never falls below this share of its start.",
                         {0, 1})},
    .make = [](const Plateau& s) -> std::unique_ptr<Schedule> { return std::make_unique<OnPlateau>(s); },
    .looksAtResults = true,
}};

}  // namespace
}  // namespace perceptarium::train
