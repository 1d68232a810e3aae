// What each subcommand is given, and the functions that carry them out. All return the exit code.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/result.h"

namespace perceptarium::app {

struct TrainOptions {
    std::string project;   ///< train
    std::int64_t run = 0;  ///< resume
    std::string data, target;
    std::optional<std::int64_t> epochs, batchSize, threads;
    std::optional<std::uint64_t> seed;
    std::optional<double> learningRate;
    std::vector<std::string> set;      ///< KEY=VALUE
    std::string metrics;               ///< OUT.jsonl
    std::string save;                  ///< OUT.percept
    std::vector<std::string> exports;  ///< OUT.onnx, …
    bool quiet = false;
};
int train(const TrainOptions& options);
int resume(const TrainOptions& options);

struct EvaluateOptions {
    std::string project, data, target;
    std::string split;  ///< train, dev, test; empty: test where there is one, else dev
    std::vector<std::string> set;
    bool json = false;
};
int evaluate(const EvaluateOptions& options);

struct PredictOptions {
    std::string project;
    std::vector<std::string> inputs;
    bool json = false;
};
int predict(const PredictOptions& options);

struct DescribeOptions {
    std::string project;
    bool json = false;
    bool text = false;   ///< the network as a line of text instead
    bool fixes = false;  ///< with what can be done about each finding
};
int describe(const DescribeOptions& options);

struct FixOptions {
    std::string project, out;
    bool hints = false;  ///< not only what stops the training
    bool quiet = false;
};
int fixProject(const FixOptions& options);

struct NewOptions {
    std::string out, text, data, target;
    std::vector<std::string> set;
};
int newProject(const NewOptions& options);

int exportProject(const std::string& project, const std::vector<std::string>& outputs);
int listRuns(bool json);
int gradientCheck(const std::string& project, bool json);

struct RangeTestOptions {
    std::string project, data, target;
    std::optional<double> from, to;
    std::optional<std::int64_t> steps;
    std::vector<std::string> set;
    bool json = false;
};
int testLearningRates(const RangeTestOptions& options);

int list(const std::string& what, bool json);
/// The names that `list` knows: layers, losses, …
const std::vector<std::string>& listable();

/// One line on stderr; returns 1.
int fail(const Error& error);

}  // namespace perceptarium::app
