// Small nets and sets that the tests of the trainer share; quick to train, and with every kind of state in them.
#pragma once

#include <gtest/gtest.h>

#include <cmath>
#include <initializer_list>
#include <utility>

#include "base/random.h"
#include "data/dataset.h"
#include "data/prepare.h"
#include "train/trainer.h"

namespace perceptarium::tests {

/// A chain of layers, input first.
inline network::Graph chain(std::initializer_list<std::pair<const char*, Settings>> layers) {
    network::Graph graph;
    network::NodeId before = network::kNoNode;
    int number = 0;
    for (const auto& [layer, settings] : layers) {
        network::Node node;
        node.layer = layer;
        node.name = std::string(layer) + std::to_string(++number);
        node.settings = settings;
        const network::NodeId id = graph.insert(node);
        if (before != network::kNoNode) graph.connect({before, id, 0});
        before = id;
    }
    return graph;
}

inline Settings units(std::int64_t n) { return {{"units", n}}; }

/// 2-8-1 with everything that has state: batch norm and dropout.
inline network::Graph statefulNet() {
    return chain({{"input", {}},
                  {"dense", units(8)},
                  {"batch-norm", {}},
                  {"relu", {}},
                  {"dropout", {{"rate", 0.25}}},
                  {"dense", units(1)}});
}

/// Two classes of points: right of a curve, or left of it.
inline data::PreparedPtr points(std::int64_t train = 100, std::int64_t dev = 24, std::int64_t test = 16) {
    const std::int64_t n = train + dev + test;
    Random random(7, "test points");
    Tensor x = Tensor::empty({n, 2});
    Tensor y = Tensor::empty({n}, DType::I32);
    for (std::int64_t i = 0; i < n; ++i) {
        const double a = random.uniform(-1, 1), b = random.uniform(-1, 1);
        x.data<float>()[2 * i] = static_cast<float>(a);
        x.data<float>()[2 * i + 1] = static_cast<float>(b);
        y.data<std::int32_t>()[i] = a > 0.4 * std::sin(3 * b) ? 1 : 0;
    }
    data::DatasetInfo info;
    info.name = "points";
    info.form = data::InputForm::Point;
    info.target = data::TargetKind::Class;
    info.classes = {"left", "right"};
    auto prepared = std::make_shared<data::Prepared>();
    prepared->dataset = std::make_shared<data::MemoryDataset>(info, x, y);
    for (std::int64_t i = 0; i < n; ++i)
        (i < train ? prepared->split.train : i < train + dev ? prepared->split.dev : prepared->split.test).push_back(i);
    return prepared;
}

/// y = 2a − b + 1, one number an example.
inline data::PreparedPtr line(std::int64_t train = 64, std::int64_t dev = 16) {
    const std::int64_t n = train + dev;
    Random random(9, "test line");
    Tensor x = Tensor::empty({n, 2});
    Tensor y = Tensor::empty({n, 1});
    for (std::int64_t i = 0; i < n; ++i) {
        const double a = random.uniform(-1, 1), b = random.uniform(-1, 1);
        x.data<float>()[2 * i] = static_cast<float>(a);
        x.data<float>()[2 * i + 1] = static_cast<float>(b);
        y.data<float>()[i] = static_cast<float>(2 * a - b + 1);
    }
    data::DatasetInfo info;
    info.name = "line";
    info.target = data::TargetKind::Number;
    info.targets = {"y"};
    info.features = {"a", "b"};
    auto prepared = std::make_shared<data::Prepared>();
    prepared->dataset = std::make_shared<data::MemoryDataset>(info, x, y);
    for (std::int64_t i = 0; i < n; ++i) (i < train ? prepared->split.train : prepared->split.dev).push_back(i);
    return prepared;
}

inline train::TrainSettings quick(std::int64_t epochs = 3, std::int64_t batchSize = 16) {
    train::TrainSettings settings;
    settings.epochs = epochs;
    settings.batchSize = batchSize;
    settings.learningRate = 0.01;
    settings.l2 = 0.001;
    settings.threads = 1;
    return settings;
}

inline std::unique_ptr<train::Trainer> trainer(const network::Graph& graph, const data::PreparedPtr& data,
                                               const train::TrainSettings& settings) {
    auto made = train::Trainer::create(graph, data, settings);
    EXPECT_TRUE(made.has_value()) << made.error().message();
    return made ? std::move(*made) : nullptr;
}

/// Steps, and epochs' ends where they are reached.
inline void run(train::Trainer& trainer, std::int64_t steps) {
    for (std::int64_t i = 0; i < steps; ++i) {
        const auto record = trainer.step();
        ASSERT_TRUE(record.has_value()) << record.error().message();
        if (trainer.epochEnded()) {
            const auto epoch = trainer.finishEpoch();
            ASSERT_TRUE(epoch.has_value()) << epoch.error().message();
        }
    }
}

/// Everything but the time is the same, byte for byte.
inline void expectSame(const train::State& a, const train::State& b) {
    EXPECT_EQ(a.step, b.step);
    EXPECT_EQ(a.epoch, b.epoch);
    EXPECT_EQ(a.batch, b.batch);
    EXPECT_EQ(a.seed, b.seed);
    EXPECT_TRUE(a.knobs == b.knobs);
    EXPECT_EQ(a.counters, b.counters);
    for (const auto& [left, right] : {std::pair{&a.parameters, &b.parameters}, std::pair{&a.optimizer, &b.optimizer},
                                      std::pair{&a.other, &b.other}}) {
        ASSERT_EQ(left->size(), right->size());
        for (const auto& [name, tensor] : *left) {
            ASSERT_EQ(right->count(name), 1u) << name;
            EXPECT_TRUE(tensor.identical(right->at(name))) << name;
        }
    }
    auto sumsA = a.epochSums, sumsB = b.epochSums;
    sumsA.erase("seconds");
    sumsB.erase("seconds");
    EXPECT_EQ(sumsA, sumsB);
}

}  // namespace perceptarium::tests
