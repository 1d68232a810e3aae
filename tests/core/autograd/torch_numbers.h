// Numbers that PyTorch computed, as torch_recording.py wrote them, and what tests need to compare with them.
#pragma once

#include <gtest/gtest.h>

#include <cmath>
#include <fstream>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "core/places.h"
#include "tensor/tensor.h"

namespace perceptarium::tests {

/// The same numbers as in torch_recording.py.
inline Tensor wave(Shape shape, double seed) {
    Tensor tensor = Tensor::empty(std::move(shape), DType::F64);
    for (std::int64_t i = 0; i < tensor.elements(); ++i)
        tensor.data<double>()[i] = std::sin(0.7 * static_cast<double>(i) + seed) * (1 + 0.1 * seed);
    return tensor;
}

/// One file of them, by name.
class TorchNumbers {
public:
    explicit TorchNumbers(const std::string& file) {
        std::ifstream in(repository("tests/core/autograd/" + file));
        numbers_ = nlohmann::json::parse(in).at("numbers");
    }
    /// Each within tolerance · (1 + |number|).
    void expect(const Tensor& found, const std::string& name, double tolerance) const {
        ASSERT_TRUE(numbers_.contains(name)) << name << " was not recorded";
        ASSERT_TRUE(found.defined()) << name;
        const auto expected = numbers_.at(name).get<std::vector<double>>();
        ASSERT_EQ(static_cast<std::size_t>(found.elements()), expected.size()) << name;
        for (std::size_t i = 0; i < expected.size(); ++i)
            ASSERT_NEAR(found.at(static_cast<std::int64_t>(i)), expected[i], tolerance * (1 + std::abs(expected[i])))
                << name << " at " << i;
    }

private:
    nlohmann::json numbers_;
};

}  // namespace perceptarium::tests
