#include "app/command_line/command_line.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <CLI/CLI.hpp>

#include "app/command_line/commands.h"
#include "base/check.h"
#include "kernels/dispatch.h"
#include "train/range_test.h"
#include "train/train_settings.h"

namespace perceptarium::app {
namespace {

constexpr const char* kExamples = R"(Examples:
  perceptarium                                        the window, with a digit recognizer ready to train
  perceptarium my.percept                             the window, with that project
  perceptarium train lenet-digits --epochs 2 --export digits.onnx
  perceptarium train table --data penguins.csv --target species --save penguins.percept
  perceptarium evaluate penguins.percept --split test --json
  perceptarium resume 7                               go on with run 7 (see: perceptarium runs))";

/// What a setting of the training may be: the same bounds as in the window and in a project file.
CLI::Range boundsOf(const char* setting, const std::vector<SettingSpec>& specs = train::trainSettingSpecs()) {
    const SettingSpec* spec = findSetting(specs, setting);
    CHECK(spec, "no such training setting");
    if (spec->kind == SettingKind::Real) return {spec->minimum, spec->maximum};
    return {static_cast<std::int64_t>(spec->minimum), static_cast<std::int64_t>(spec->maximum)};
}

void addSet(CLI::App& command, std::vector<std::string>& into) {
    command.add_option("--set", into,
                       "one setting of the training (optimizer=adamw, schedule.warmup=2) or of a node (conv1.filters=16, "
                       "conv1.kernel=5x3); "
                       "may be given several times, see `perceptarium list settings`")
        ->type_name("KEY=VALUE")
        ->allow_extra_args(false);
}

void addTrainOptions(CLI::App& command, TrainOptions& options) {
    command.add_option("--data", options.data, "a file or folder to train on instead of the project's own")->type_name("PATH");
    command.add_option("--target", options.target, "the column of a table to predict")->type_name("COLUMN");
    command.add_option("--epochs", options.epochs, "passes over the training set, in all")->check(boundsOf("epochs"));
    command.add_option("--batch-size", options.batchSize, "examples in a mini-batch")->check(boundsOf("batchSize"));
    command.add_option("--learning-rate", options.learningRate, "learning rate α")->check(boundsOf("learningRate"));
    command.add_option("--seed", options.seed, "same seed, same run")->check(boundsOf("seed"));
    command.add_option("--threads", options.threads, "threads to compute with (0: all cores)")->check(boundsOf("threads"));
    addSet(command, options.set);
    command.add_option("--metrics", options.metrics, "write one JSON object an epoch")->type_name("OUT.jsonl");
    command.add_option("--save", options.save, "save the whole project, weights and history")->type_name("OUT.percept");
    command.add_option("--export", options.exports, "take the weights away; may be given several times")
        ->type_name("OUT.onnx|OUT.safetensors|OUT.npz");
    command.add_flag("--quiet", options.quiet, "no progress line");
}

}  // namespace

Asked runCommandLine(int argc, char** argv) {
    Asked asked;
    int code = 0;
    TrainOptions training, resuming;
    EvaluateOptions evaluating;
    PredictOptions predicting;
    RangeTestOptions testing;
    DescribeOptions describing;
    FixOptions fixing;
    NewOptions making;
    std::string project, what;
    std::vector<std::string> outputs;
    bool json = false;

    CLI::App cli("Perceptarium: assemble neural networks, train them and watch what happens inside.", "perceptarium");
    cli.footer(kExamples);
    cli.set_version_flag("--version", [] {
        return fmt::format("perceptarium {}\ninstruction set: {} (PERCEPTARIUM_ISA limits it: {})", PERCEPTARIUM_VERSION,
                           kernels::instructionSet(), fmt::join(kernels::instructionSets(), ", "));
    });
    cli.require_subcommand(0, 1);
    cli.add_option("PROJECT", asked.project, "a project to open in the window: a file, or the name of a ready project");
    cli.add_option("--screenshot", asked.screenshot, "train a little, write a picture of the window, and end")->type_name("OUT.png");

    const auto withProject = [&](CLI::App* command, std::string& into) {
        command->add_option("PROJECT", into, "a .percept or .json file, the name of a ready project, or a recorded run: 7:best, 7:last")
            ->required();
    };
    const auto withJson = [&](CLI::App* command, bool& into) { command->add_flag("--json", into, "for programs to read"); };

    auto* trainCommand = cli.add_subcommand("train", "train a project");
    withProject(trainCommand, training.project);
    addTrainOptions(*trainCommand, training);
    trainCommand->callback([&] { code = train(training); });

    auto* resumeCommand = cli.add_subcommand("resume", "go on exactly where an interrupted or stopped run was");
    resumeCommand->add_option("RUN", resuming.run, "number of the run, as `perceptarium runs` shows it")->required();
    addTrainOptions(*resumeCommand, resuming);
    resumeCommand->callback([&] { code = resume(resuming); });

    auto* evaluateCommand = cli.add_subcommand("evaluate", "loss and metrics of a trained project");
    withProject(evaluateCommand, evaluating.project);
    evaluateCommand->add_option("--data", evaluating.data, "other data to evaluate on")->type_name("PATH");
    evaluateCommand->add_option("--target", evaluating.target, "the target column of a table")->type_name("COLUMN");
    evaluateCommand->add_option("--split", evaluating.split, "which part (standard: test, or dev where there is no test part)")
        ->check(CLI::IsMember({"train", "dev", "test"}));
    addSet(*evaluateCommand, evaluating.set);
    withJson(evaluateCommand, evaluating.json);
    evaluateCommand->callback([&] { code = evaluate(evaluating); });

    auto* predictCommand = cli.add_subcommand("predict", "answers for single files: pictures, tables, texts");
    withProject(predictCommand, predicting.project);
    predictCommand->add_option("--input", predicting.inputs, "files")->required()->type_name("FILE");
    withJson(predictCommand, predicting.json);
    predictCommand->callback([&] { code = predict(predicting); });

    auto* rangeCommand = cli.add_subcommand("lr-test", "learning-rate range test: the loss while α grows, and an α to take");
    withProject(rangeCommand, testing.project);
    rangeCommand->add_option("--data", testing.data, "other data")->type_name("PATH");
    rangeCommand->add_option("--target", testing.target, "the target column of a table")->type_name("COLUMN");
    rangeCommand->add_option("--from", testing.from, "the first learning rate")->check(boundsOf("from", train::rangeTestSettings()));
    rangeCommand->add_option("--to", testing.to, "the last learning rate")->check(boundsOf("to", train::rangeTestSettings()));
    rangeCommand->add_option("--steps", testing.steps, "mini-batches")->check(boundsOf("steps", train::rangeTestSettings()));
    addSet(*rangeCommand, testing.set);
    withJson(rangeCommand, testing.json);
    rangeCommand->callback([&] { code = testLearningRates(testing); });

    auto* describeCommand = cli.add_subcommand("describe", "each node: layer, output shape, parameters, multiply-adds, memory; totals");
    withProject(describeCommand, describing.project);
    withJson(describeCommand, describing.json);
    auto* asText = describeCommand->add_flag("--text", describing.text, "the network as a line of text, as `new --from-text` reads it");
    describeCommand->add_flag("--fixes", describing.fixes, "with what can be done about each finding")->excludes(asText);
    describeCommand->callback([&] { code = describe(describing); });

    auto* fixCommand = cli.add_subcommand("fix", "accept the first fix that is offered for each problem until the network can be trained");
    withProject(fixCommand, fixing.project);
    fixCommand->add_option("--out", fixing.out, "the project to write (.json or .percept)")->required()->type_name("FILE");
    fixCommand->add_flag("--hints", fixing.hints, "also what does not stop the training, but is hardly meant");
    fixCommand->add_flag("--quiet", fixing.quiet, "do not say what was done");
    fixCommand->callback([&] { code = fixProject(fixing); });

    auto* newCommand = cli.add_subcommand("new", "write a project with a network given as text");
    newCommand->add_option("OUT", making.out, "the project to write (.json or .percept)")->required();
    newCommand->add_option("--from-text", making.text, "such as \"28x28x1 > conv 8 5x5 > relu > maxpool 2 > flatten > dense 10\"")
        ->required()
        ->type_name("TEXT");
    newCommand->add_option("--data", making.data, "a file or folder to train on (standard: the built-in digits)")->type_name("PATH");
    newCommand->add_option("--target", making.target, "the column of a table to predict")->type_name("COLUMN");
    addSet(*newCommand, making.set);
    newCommand->callback([&] { code = newProject(making); });

    auto* exportCommand = cli.add_subcommand("export", "write weights and model as ONNX, safetensors or NumPy npz");
    withProject(exportCommand, project);
    exportCommand->add_option("OUT", outputs, "files; the ending says the format")->required();
    exportCommand->callback([&] { code = exportProject(project, outputs); });

    auto* runsCommand = cli.add_subcommand("runs", "recorded runs");
    withJson(runsCommand, json);
    runsCommand->callback([&] { code = listRuns(json); });

    auto* gradcheckCommand = cli.add_subcommand("gradcheck", "two-sided differences against back-propagation, in f64");
    withProject(gradcheckCommand, project);
    withJson(gradcheckCommand, json);
    gradcheckCommand->callback([&] { code = gradientCheck(project, json); });

    auto* listCommand = cli.add_subcommand("list", "what there is");
    listCommand->add_option("WHAT", what, fmt::format("{}", fmt::join(listable(), ", ")))->required()->check(CLI::IsMember(listable()));
    withJson(listCommand, json);
    listCommand->callback([&] { code = list(what, json); });

    try {
        cli.parse(argc, argv);
        if (!cli.get_subcommands().empty()) asked.exitCode = code;
    } catch (const CLI::ParseError& error) {
        const bool asksForHelp = error.get_exit_code() == static_cast<int>(CLI::ExitCodes::Success);
        cli.exit(error);
        asked.exitCode = asksForHelp ? 0 : 2;
    }
    return asked;
}

}  // namespace perceptarium::app
