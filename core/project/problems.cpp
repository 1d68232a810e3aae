#include "project/problems.h"

#include <algorithm>

#include "network/fixes.h"
#include "train/loss.h"

namespace perceptarium::project {
namespace {

Fix change(std::string title, std::function<void(train::TrainSettings&)> how) {
    return {std::move(title), [how = std::move(how)](Document& document) -> Status {
                how(document.training);
                return {};
            }};
}

Problem trainingProblem(std::string setting, const Error& error) {
    Problem problem{.place = Problem::Place::Training};
    problem.finding.what = error.what;
    problem.finding.expected = error.expected;
    problem.finding.found = error.found;
    problem.finding.rule = setting;
    problem.finding.setting = std::move(setting);
    if (!problem.finding.what.empty())
        problem.finding.what[0] = static_cast<char>(std::toupper(static_cast<unsigned char>(problem.finding.what[0])));
    return problem;
}

Fix takeLoss(const train::LossSpec& loss) {
    return change("Take " + loss.title + " as the loss", [id = loss.id](train::TrainSettings& training) {
        training.loss = id;
        training.lossSettings.clear();
    });
}

/// Losses for this output and these data, in the order in which "auto" looks.
std::vector<Fix> lossFixes(const TensorType& output, const network::TargetInfo& target, bool ownUnits) {
    std::vector<Fix> fixes;
    for (const train::LossSpec* loss : train::allLosses())
        if (fixes.size() < 2 && loss->suits(output, target) && (ownUnits || !loss->wantsOwnUnits)) fixes.push_back(takeLoss(*loss));
    fixes.push_back(change("Let the data choose the loss", [](train::TrainSettings& training) {
        training.loss = "auto";
        training.lossSettings.clear();
    }));
    return fixes;
}

void checkLoss(const Document& document, const network::DataTypes& types, const TensorType& output, const data::Prepared& data,
               std::vector<Problem>& problems) {
    const auto& training = document.training;
    const bool ownUnits = data.targetScaling.identity();
    const auto loss = train::chooseLoss(training.loss, output, *types.target);
    if (!loss) {
        Problem problem = trainingProblem("loss", loss.error());
        if (training.loss != "auto") problem.fixes = lossFixes(output, *types.target, ownUnits);
        problems.push_back(std::move(problem));
    } else if ((*loss)->wantsOwnUnits && !ownUnits) {
        Problem problem = trainingProblem(
            "loss", {(*loss)->title + " compares numbers as they are, but the data standardize their targets", {}, {}, {}});
        problem.fixes = lossFixes(output, *types.target, ownUnits);
        problems.push_back(std::move(problem));
    } else if (const auto made = train::Loss::make(**loss, training.lossSettings, {*types.target, data.classCounts}); !made) {
        Problem problem = trainingProblem("lossSettings", made.error());
        problem.fixes.push_back(change("Put the settings of the loss back to their standards",
                                       [](train::TrainSettings& settings) { settings.lossSettings.clear(); }));
        problems.push_back(std::move(problem));
    }
}

void checkMetrics(const Document& document, const network::TargetInfo& target, std::vector<Problem>& problems) {
    const auto& training = document.training;
    if (const auto metrics = train::chooseMetrics(training.metrics, training, target); !metrics) {
        Problem problem = trainingProblem("metrics", metrics.error());
        problem.fixes.push_back(change("Measure all that suits the data", [](train::TrainSettings& settings) { settings.metrics = "auto"; }));
        problems.push_back(std::move(problem));
    }
    const train::MetricSpec* monitor = train::findMetric(training.monitor);
    if (training.monitor != "loss" && (!monitor || !monitor->applies(target))) {
        Problem problem = trainingProblem(
            "monitor", {"The best epoch is told by “" + training.monitor + "”, which says nothing about these data", {}, {}, {}});
        problem.fixes.push_back(change("Tell the best epoch by the loss", [](train::TrainSettings& settings) { settings.monitor = "loss"; }));
        problems.push_back(std::move(problem));
    }
}

Status readable(const train::TrainPart& part, const std::string& id, const Settings& settings) {
    PC_TRY(completeSettings(part.specs(id), settings));
    return part.check ? part.check(id, settings) : Status{};
}

/// Optimizer, schedule, …: chosen by a name that there is, with settings that they have. (The loss must know the data.)
void checkParts(const Document& document, std::vector<Problem>& problems) {
    for (const train::TrainPart& part : train::trainParts()) {
        if (part.name == "loss") continue;
        const std::string& id = document.training.*part.id;
        const std::string standard = train::TrainSettings{}.*part.id;
        if (!part.about(id)) {
            Problem problem = trainingProblem(part.name, {"There is no " + part.name + " “" + id + "”", {}, {}, {}});
            problem.fixes.push_back(change("Take “" + standard + "” as the " + part.name, [&part, standard](train::TrainSettings& training) {
                training.*part.id = standard;
                (training.*part.settings).clear();
            }));
            problems.push_back(std::move(problem));
        } else if (const Status status = readable(part, id, document.training.*part.settings); !status) {
            Problem problem = trainingProblem(part.settingsName(), status.error());
            problem.fixes.push_back(change("Put the settings of the " + part.name + " back to their standards",
                                           [&part](train::TrainSettings& training) { (training.*part.settings).clear(); }));
            problems.push_back(std::move(problem));
        }
    }
}

}  // namespace

bool isWithin(const network::Finding& finding, const network::BlockPath& place) {
    if (place.empty()) return true;
    return finding.node == place.front() && finding.inside.size() + 1 >= place.size() &&
           std::equal(place.begin() + 1, place.end(), finding.inside.begin());
}

std::vector<Problem> problemsOf(const Document& document, const network::DataTypes& types,
                                const network::Inference& inference, const data::Prepared* data, std::size_t withFixes,
                                const network::BlockPath& only) {
    std::vector<Problem> problems;
    for (const network::Finding& finding : inference.findings) {
        Problem problem{.place = Problem::Place::Network, .finding = finding};
        if (isWithin(finding, only) && withFixes > 0) {
            --withFixes;
            for (network::Fix& fix : network::fixesFor(document.graph, types, inference, finding))
                problem.fixes.push_back({std::move(fix.title), [apply = std::move(fix.apply)](Document& changed) { return apply(changed.graph); }});
        }
        problems.push_back(std::move(problem));
    }
    // A drawing may be right and yet not known to its end: while data are being loaded.
    const auto output = inference.outputs.find(inference.output);
    if (inference.valid() && output != inference.outputs.end() && types.target && data) {
        checkLoss(document, types, output->second, *data, problems);
        checkMetrics(document, *types.target, problems);
        checkParts(document, problems);
    }
    // What stops the training comes before what is only worth knowing.
    std::stable_partition(problems.begin(), problems.end(),
                          [](const Problem& problem) { return problem.finding.severity == network::Severity::Error; });
    return problems;
}

std::vector<std::string> acceptFirstFixes(Document& document, const network::DataTypes& types, const data::Prepared* data,
                                          bool hintsToo) {
    constexpr int kMostSteps = 200;
    std::vector<std::string> done;
    for (int step = 0; step < kMostSteps; ++step) {
        const auto problems = problemsOf(document, types, network::infer(document.graph, types), data);
        const auto next = std::find_if(problems.begin(), problems.end(), [&](const Problem& problem) {
            return !problem.fixes.empty() && (hintsToo || problem.finding.severity == network::Severity::Error);
        });
        if (next == problems.end() || !next->fixes.front().apply(document)) break;
        done.push_back(next->fixes.front().title);
    }
    return done;
}

}  // namespace perceptarium::project
