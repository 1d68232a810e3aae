// train and resume: the trainer's thread, a progress line, the record, and what is taken away at the end.
#include <fmt/format.h>

#include <atomic>
#include <cmath>
#include <csignal>
#include <fstream>
#include <nlohmann/json.hpp>
#include <thread>

#include "app/command_line/commands.h"
#include "app/command_line/session.h"
#include "exchange/atomic_file.h"
#include "exchange/export.h"
#include "exchange/project_file.h"
#include "exchange/recorded_run.h"
#include "train/trainer_thread.h"

namespace perceptarium::app {
namespace {

std::atomic<bool> interrupted{false};
static_assert(std::atomic<bool>::is_always_lock_free, "set from a signal handler");

std::string metricsLine(const train::EpochRecord& epoch) {
    nlohmann::ordered_json json;  // in the order in which people read it
    json["epoch"] = epoch.epoch;
    json["seconds"] = epoch.seconds;
    json["samples_per_s"] = numberToJson(epoch.samplesPerSecond);
    json["train"] = metricsToJson(epoch.train);
    if (epoch.dev) json["dev"] = metricsToJson(*epoch.dev);
    if (epoch.test) json["test"] = metricsToJson(*epoch.test);
    return jsonLine(json);
}

/// ", accuracy 97.52 %"
std::string headlineText(const train::Metrics& metrics) {
    const train::MetricSpec* metric = train::headline(metrics);
    return metric ? fmt::format(", {} {}", metric->id, train::textOf(*metric, metrics.at(metric->id))) : std::string();
}

std::string epochLine(const train::EpochRecord& epoch, std::int64_t epochs) {
    const auto part = [](std::string_view name, const std::optional<train::Metrics>& metrics) {
        return metrics ? fmt::format("  {}: loss {:.4f}{}", name, metrics->at("loss"), headlineText(*metrics)) : std::string();
    };
    return fmt::format("epoch {}/{}{}{}{}  {:.0f} samples/s  {}", epoch.epoch, epochs, part("train", epoch.train),
                       part("dev", epoch.dev), part("test", epoch.test), epoch.samplesPerSecond, clock(epoch.seconds));
}

std::string progressLine(const train::Standing& now) {
    const auto accuracy = std::isfinite(now.accuracy) ? fmt::format("  accuracy {:.3f}", now.accuracy) : std::string();
    return fmt::format("epoch {}/{}  batch {}/{}  loss {:.4f}{}  {:.0f} samples/s  {} left",
                       std::min(now.epoch + 1, now.epochs), now.epochs, now.batch, now.batchesPerEpoch, now.loss, accuracy,
                       now.samplesPerSecond, clock(now.secondsLeft));
}

/// Writes each epoch as soon as it is there, so that a killed run leaves what it had.
class MetricsFile {
public:
    Status open(const std::string& path) {
        path_ = path;
        if (path.empty()) return {};
        file_.open(path, std::ios::trunc);
        if (!file_) return Error{"the file cannot be written", path, {}, {}};
        return {};
    }
    void write(const train::EpochRecord& epoch) {
        if (!path_.empty()) file_ << metricsLine(epoch) << '\n' << std::flush;
    }
    /// Asked once the weights are safe: a full disk here must not cost them.
    Status status() const {
        if (!path_.empty() && !file_) return Error{"the file cannot be written to its end", path_, {}, {}};
        return {};
    }

private:
    std::string path_;
    std::ofstream file_;
};

/// Everything that can be refused before hours of training is refused before.
Status checkOutputs(const TrainOptions& options) {
    for (const std::string& path : options.exports) PC_TRY(exchange::checkExportPath(path));
    if (!options.save.empty() && !options.save.ends_with(".percept") && !options.save.ends_with(".json"))
        return Error{"a project is saved as .percept, or as .json without weights", options.save, {}, {}};
    if (!options.save.empty()) PC_TRY(exchange::checkPlaceFor(options.save));
    return {};
}

project::Trained trainedOf(const train::TrainerThread& thread, const data::Prepared& data) {
    project::Trained trained;
    trained.state = thread.state();
    trained.batches = thread.history().batches(0);
    trained.epochs = thread.history().epochs(0);
    trained.marks = thread.history().marks(0);
    project::takeData(trained, data);
    return trained;
}

/// Is this training setting asked for, by an option of its own or by --set?
bool asksFor(const TrainOptions& options, const std::string& name) {
    if (name == "epochs" && options.epochs) return true;
    if (name == "learningRate" && options.learningRate) return true;
    return std::any_of(options.set.begin(), options.set.end(),
                       [&](const std::string& text) { return text.starts_with(name + "="); });
}

/// The options and --set, in the document. Also says what makes it another run than the project's; empty: nothing does.
Result<std::string> applyOptions(project::Document& document, const TrainOptions& options) {
    train::TrainSettings& training = document.training;
    const project::Document before = document;
    if (options.epochs) training.epochs = *options.epochs;
    if (options.batchSize) training.batchSize = *options.batchSize;
    if (options.learningRate) training.learningRate = *options.learningRate;
    if (options.seed) training.seed = *options.seed;
    if (options.threads) training.threads = *options.threads;
    const auto differs = [&] {
        train::TrainSettings same = before.training;
        same.threads = training.threads;
        return !train::sameRun(same, training) || document.graph != before.graph;
    };
    std::string what = differs() ? "seed or batch size" : "";
    for (const std::string& text : options.set) {
        PC_TRY(assignAll(document, {text}));
        if (what.empty() && differs()) what = text;
    }
    return what;
}

/// A run that goes on has its settings in its state: those that may change are changed there.
void changeLive(train::TrainerThread& thread, const train::TrainSettings& training, const TrainOptions& options) {
    for (const train::Knob& knob : train::allKnobs())
        if (asksFor(options, knob.name)) thread.setKnob(knob.value, training.*knob.value);
    if (asksFor(options, "epochs")) thread.setEpochs(training.epochs);
    if (asksFor(options, "patience")) thread.setPatience(training.patience);
}

/// Runs until it is done or interrupted, with progress and metrics as they come.
train::Standing follow(train::TrainerThread& thread, MetricsFile& metrics, const TrainOptions& options) {
    std::size_t written = 0;
    const auto report = [&](const train::Standing& now) {
        if (interrupted) thread.stop();
        for (const auto& epoch : thread.history().epochs(written)) {
            ++written;
            metrics.write(epoch);
            if (options.quiet) continue;
            clearLine();
            fmt::print(stderr, "{}\n", epochLine(epoch, now.epochs));
        }
    };
    // Without a terminal a line now and then; the first one soon, so that a log shows that it moves.
    auto nextLine = std::chrono::steady_clock::now() + std::chrono::seconds(1);
    thread.play();
    const train::Standing end = thread.wait([&](const train::Standing& now) {
        report(now);
        const bool overtaken = now.epoch < static_cast<std::int64_t>(written);  // by the epoch's own line
        if (options.quiet || now.phase != train::Phase::Running || overtaken) return;
        if (!onTerminal() && std::chrono::steady_clock::now() < nextLine) return;
        nextLine = std::chrono::steady_clock::now() + std::chrono::seconds(5);
        showLine(progressLine(now));
    });
    report(end);
    clearLine();
    return end;
}

Result<int> run(const project::Document& document, data::PreparedPtr data, train::TrainerThread::Options recording,
                const TrainOptions& options) {
    auto created = train::Trainer::create(document.graph, data, document.training);
    if (!created) return created.error().at(options.project.empty() ? fmt::format("run {}", options.run) : options.project);
    auto trainer = std::move(*created);
    trainer->setTestEachEpoch(!options.metrics.empty());  // its lines hold the test set wherever it exists
    const bool goesOn = recording.start || recording.resumeRun != 0;
    recording.projectName = document.name;
    recording.projectJson = exchange::documentText(document);
    recording.recordPath = train::standardRecordPath();
    train::TrainerThread thread(std::move(trainer), std::move(recording));
    if (goesOn) changeLive(thread, document.training, options);
    std::signal(SIGINT, [](int) { interrupted = true; });
    std::signal(SIGTERM, [](int) { interrupted = true; });

    MetricsFile metrics;
    PC_TRY(metrics.open(options.metrics));
    const train::Standing end = follow(thread, metrics, options);
    if (end.phase == train::Phase::Failed) return Error{end.message, document.name, {}, {}};
    if (!options.save.empty() || !options.exports.empty()) {
        const project::Project project{document, trainedOf(thread, *data)};
        if (!options.save.empty()) PC_TRY(exchange::saveProject(project, options.save));
        if (!options.exports.empty()) {
            const auto model = PC_TRY(exchange::trainedModel(project));
            for (const std::string& path : options.exports)
                PC_TRY(exchange::exportTo(exchange::exportInput(project, model), path));
        }
        if (!options.quiet) {
            if (!options.save.empty()) fmt::print(stderr, "saved {}\n", options.save);
            for (const std::string& path : options.exports) fmt::print(stderr, "exported {}\n", path);
        }
    }
    PC_TRY(metrics.status());
    const bool early = end.reason == train::StopReason::Patience;
    if (!end.message.empty() && !(early && options.quiet))
        fmt::print(stderr, "{}: {}\n", early ? train::textOf(end.reason) : "note", end.message);
    if (end.phase == train::Phase::Finished) return 0;
    const std::string goOn = end.run == 0 ? std::string() : fmt::format("; go on with: perceptarium resume {}", end.run);
    return Error{fmt::format("stopped ({}){}", train::textOf(end.reason), goOn), document.name, {}, {}};
}

Result<int> trainProject(const TrainOptions& options) {
    PC_TRY(checkOutputs(options));
    project::Project project = PC_TRY(exchange::loadProject(options.project));
    project::Document& document = project.document;
    PC_TRY(useData(document, options.data, options.target));
    const bool otherData = !options.data.empty() || !options.target.empty();
    // What the options change may make it another run; without that a project saved halfway goes on where it was.
    const std::string change = PC_TRY(applyOptions(document, options));
    const bool startsAnew = otherData || !change.empty();
    const auto data = PC_TRY(loadData(document.data, options.quiet));
    if (otherData) fitToData(document, *data, options.quiet);
    train::TrainerThread::Options recording;
    if (project.trained && !startsAnew) {
        if (project.trained->state.epoch >= document.training.epochs)
            return Error{fmt::format("all {} epochs are done already", document.training.epochs), options.project,
                         "more of them: --epochs N", {}};
        recording.start = std::move(project.trained->state);
        recording.pastBatches = std::move(project.trained->batches);
        recording.pastEpochs = std::move(project.trained->epochs);
        recording.pastMarks = std::move(project.trained->marks);
    }
    return run(document, data, std::move(recording), options);
}

std::string liveNames() {
    std::string names;
    for (const train::TrainSetting& one : train::trainSettings())
        if (one.live) names += (names.empty() ? "" : ", ") + one.member.spec.name;
    return names;
}

Result<int> resumeRun(const TrainOptions& options) {
    PC_TRY(checkOutputs(options));
    project::Document document;
    train::TrainerThread::Options recording;
    {
        const auto record = PC_TRY(train::RunRecord::open(train::standardRecordPath()));
        const train::RunSummary summary = PC_TRY(record->run(options.run));
        document = PC_TRY(exchange::recordedDocument(*record, options.run));
        document.training.epochs = summary.epochsWanted;
        const std::string change = PC_TRY(applyOptions(document, options));
        if (!change.empty())
            return Error{"a run goes on with its own settings; use `train` for another run", fmt::format("run {}", options.run),
                         "what may change while it runs: " + liveNames(), change};
        if (summary.epochs >= document.training.epochs)
            return Error{fmt::format("all {} epochs are done already", summary.epochs), fmt::format("run {}", options.run),
                         "more of them: --epochs N", {}};
        recording.resumeRun = options.run;
    }
    PC_TRY(useData(document, options.data, options.target));
    const auto data = PC_TRY(loadData(document.data, options.quiet));
    return run(document, data, std::move(recording), options);
}

}  // namespace

int train(const TrainOptions& options) {
    const Result<int> code = trainProject(options);
    return code ? *code : fail(code.error());
}

int resume(const TrainOptions& options) {
    if (options.seed || options.batchSize) {
        fmt::print(stderr, "perceptarium: a run goes on with its own seed and batch size; use `train` for another run\n");
        return 2;
    }
    const Result<int> code = resumeRun(options);
    return code ? *code : fail(code.error());
}

}  // namespace perceptarium::app
