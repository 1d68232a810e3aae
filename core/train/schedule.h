// A schedule is declared once: how the learning rate changes over a run, as a factor on α. So α can still be changed
// while it runs, and the shape stays.
#pragma once

#include <functional>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include "base/registry.h"
#include "base/settings.h"

namespace perceptarium::train {

/// Where training is when a rate is asked for.
struct ScheduleTime {
    std::int64_t step = 0;      ///< 0, 1, … over the run
    std::int64_t steps = 1;     ///< of the whole run
    std::int64_t perEpoch = 1;  ///< batches
    /// Epochs done, with fractions.
    double epoch() const { return static_cast<double>(step) / static_cast<double>(perEpoch); }
    /// Epochs done, whole.
    std::int64_t wholeEpoch() const { return step / perEpoch; }
    /// 0 at the first step, 1 after the last.
    double progress() const { return static_cast<double>(step) / static_cast<double>(steps); }
};

class Schedule {
public:
    virtual ~Schedule() = default;
    /// What α is multiplied by in this step.
    virtual double factor(const ScheduleTime& time) const = 0;
    /// An epoch has ended with this value of the number that tells the best epoch.
    virtual void epochEnded(double /*value*/, bool /*higherIsBetter*/) {}
    /// Everything that factor() depends on beside the time, and back; unknown names are left alone.
    virtual std::map<std::string, double> state() const { return {}; }
    virtual void setState(const std::map<std::string, double>& /*state*/) {}
};

struct ScheduleSpec {
    std::string id;  ///< "cosine"
    int order = 0;
    std::string title, meaning, formula;
    std::vector<SettingSpec> settings;
    bool looksAtResults = false;                   ///< the factor depends on how training goes, not on the time alone
    std::function<Status(const Settings&)> check;  ///< what ranges cannot say; may be empty
    /// From checked settings.
    std::function<std::unique_ptr<Schedule>(const Settings&)> make;
};
const ScheduleSpec* findSchedule(std::string_view id);
const std::vector<const ScheduleSpec*>& allSchedules();
/// For a TrainPart; an unknown id passes.
Status checkSchedule(const std::string& id, const Settings& settings);

/// What a schedule's file writes: its settings as a plain struct S, and a factor that depends on the time alone.
template <class S>
struct TypedSchedule {
    std::string id;
    int order = 0;
    std::string title, meaning, formula;
    std::vector<SettingOf<S>> settings;
    bool warmsUp =
        true;  ///< gets the setting "warmup": α rises over the first epochs, and the schedule begins after them
    std::function<double(const S&, const ScheduleTime&)> factor;
    std::function<std::unique_ptr<Schedule>(const S&)> make;  ///< instead of `factor`
    bool looksAtResults = false;
    std::function<Status(const S&)> check;
};

namespace detail {
SettingSpec warmUpSetting();
std::unique_ptr<Schedule> plainSchedule(std::function<double(const ScheduleTime&)> factor);
/// `inner` itself when `epochs` is 0.
std::unique_ptr<Schedule> warmedUp(std::unique_ptr<Schedule> inner, double epochs);
}  // namespace detail

/// `const RegisteredSchedule<Cosine> declared{{ .id = "cosine", … }};` declares it.
template <class S>
struct RegisteredSchedule {
    explicit RegisteredSchedule(TypedSchedule<S> typed) {
        ScheduleSpec spec{typed.id,
                          typed.order,
                          typed.title,
                          typed.meaning,
                          typed.formula,
                          specsOf(typed.settings),
                          typed.looksAtResults,
                          {},
                          {}};
        if (typed.warmsUp) spec.settings.push_back(detail::warmUpSetting());
        if (typed.check)
            spec.check = [members = typed.settings, check = typed.check](const Settings& settings) {
                return check(typedSettings(members, settings));
            };
        spec.make = [members = typed.settings, make = typed.make, factor = typed.factor](const Settings& settings) {
            const S own = typedSettings(members, settings);
            auto schedule =
                make ? make(own)
                     : detail::plainSchedule([own, factor](const ScheduleTime& time) { return factor(own, time); });
            return detail::warmedUp(std::move(schedule), settingOr(settings, "warmup", 0.0));
        };
        Registry<ScheduleSpec>::instance().add(std::move(spec));
    }
};

}  // namespace perceptarium::train
