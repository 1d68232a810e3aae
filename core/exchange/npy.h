// .npy: one NumPy array with its own header. Version 1.0 of the format of numpy.lib.format; plain numbers only.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "tensor/tensor.h"

namespace perceptarium::exchange {

std::string npyBytes(const Tensor& tensor);
std::string npyBytes(const std::vector<double>& values);        ///< one axis, <f8
std::string npyBytes(const std::vector<std::int64_t>& values);  ///< one axis, <i8

/// A one-axis array of exactly this kind. Errors name what is wrong; nothing is asked for that `bytes` do not hold.
Result<std::vector<double>> npyDoubles(std::string_view bytes, const std::string& where);
Result<std::vector<std::int64_t>> npyIntegers(std::string_view bytes, const std::string& where);

}  // namespace perceptarium::exchange
