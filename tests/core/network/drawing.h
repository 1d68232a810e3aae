// Drawings for tests, written down in a line or two.
#pragma once

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "layers/wording.h"
#include "network/graph.h"
#include "network/infer_shapes.h"

namespace perceptarium::network {

inline SettingValue whole(std::int64_t value) { return value; }
inline SettingValue text(const char* value) { return std::string(value); }

struct Drawing {
    Graph graph;
    NodeId last = kNoNode;

    /// A node fed by `from`, in this order.
    NodeId node(const std::string& layer, const std::vector<NodeId>& from, const Settings& settings = {}) {
        last = graph.insert({.layer = layer, .name = graph.freeName(layer), .settings = settings});
        for (std::size_t port = 0; port < from.size(); ++port)
            graph.connect({from[port], last, static_cast<int>(port)});
        return last;
    }
    /// After the last one.
    Drawing& then(const std::string& layer, const Settings& settings = {}) {
        node(layer, last == kNoNode ? std::vector<NodeId>{} : std::vector<NodeId>{last}, settings);
        return *this;
    }
    Drawing& input(const char* shape) { return then("input", {{"shape", text(shape)}}); }
    Drawing& dense(std::int64_t units) { return then("dense", {{"units", whole(units)}}); }
    Drawing& conv(std::int64_t filters, std::int64_t kernel, const char* padding = "valid", std::int64_t stride = 1) {
        return then("conv2d", {{"filters", whole(filters)},
                               {"kernel", whole(kernel)},
                               {"padding", text(padding)},
                               {"stride", whole(stride)}});
    }
};

/// LeNet-5 on 28×28 pictures (LeCun et al. 1998, with ReLU and max pooling).
inline Drawing lenet() {
    Drawing d;
    d.input("28x28x1").conv(6, 5, "same").then("relu").then("max-pool").conv(16, 5).then("relu").then("max-pool");
    d.then("flatten").dense(120).then("relu").dense(84).then("relu").dense(10).then("softmax");
    return d;
}

/// One that ends in a block of so many residual blocks.
inline Drawing residual(int blocks) {
    Drawing d;
    d.input("8x8x4");
    for (int block = 0; block < blocks; ++block) {
        const NodeId start = d.last;
        d.conv(4, 3, "same").then("batch-norm").then("relu").conv(4, 3, "same").then("batch-norm");
        d.node("add", {d.last, start});
        d.then("relu");
    }
    d.then("global-average-pool").dense(10);
    return d;
}

inline DataTypes data(const TensorType& input, std::vector<std::string> classes) {
    return {input, TargetInfo{TargetInfo::Kind::Class, std::move(classes), 1}};
}
inline DataTypes numbers(const TensorType& input, std::int64_t width) {
    return {input, TargetInfo{TargetInfo::Kind::Number, {}, width}};
}

inline std::string allText(const Inference& inference) {
    std::string all;
    for (const Finding& finding : inference.findings)
        all += std::to_string(finding.node) + ": " + finding.text() + "\n";
    return all;
}

}  // namespace perceptarium::network
