#include "layers/wording.h"

#include <fmt/format.h>

namespace perceptarium::layers {

bool isVector(const TensorType& type) { return type.dtype == DType::F32 && type.shape.rank() == 1; }
bool isSequence(const TensorType& type) { return type.dtype == DType::F32 && type.shape.rank() == 2; }
bool isPicture(const TensorType& type) { return type.dtype == DType::F32 && type.shape.rank() == 3; }
bool isWords(const TensorType& type) { return type.dtype == DType::I32 && type.shape.rank() == 1; }

TensorType vectorOf(std::int64_t numbers) { return {{numbers}, DType::F32, 0}; }
TensorType sequenceOf(std::int64_t length, std::int64_t numbers) { return {{length, numbers}, DType::F32, 0}; }
TensorType pictureOf(std::int64_t height, std::int64_t width, std::int64_t channels) {
    return {{height, width, channels}, DType::F32, 0};
}
TensorType wordsOf(std::int64_t length, std::int64_t vocabulary) { return {{length}, DType::I32, vocabulary}; }

std::string inWords(const TensorType& type) {
    const auto numbers = [](std::int64_t n) { return fmt::format("{} number{}", n, n == 1 ? "" : "s"); };
    if (isWords(type)) return fmt::format("a row of {} word ids", type.shape[0]);
    if (isVector(type)) return "a vector of " + numbers(type.shape[0]);
    if (isSequence(type)) return fmt::format("a sequence of {} vectors of {}", type.shape[0], numbers(type.shape[1]));
    if (isPicture(type)) return fmt::format("a {} picture", type.shape.text());
    if (type.shape.rank() == 0) return "a single number";
    return fmt::format("a {} block of numbers", type.shape.text());
}

std::string grouped(std::int64_t number) {
    std::string digits = std::to_string(number);
    const std::size_t first = number < 0 ? 1 : 0;
    for (std::size_t i = digits.size(); i > first + 3;) digits.insert(i -= 3, ",");
    return digits;
}

Error teach(std::string where, const std::string& problem, const std::string& advice, std::string expected,
            std::string found) {
    return {advice.empty() ? problem : problem + ". " + advice, std::move(where), std::move(expected),
            std::move(found)};
}

std::pair<std::string, std::string> splitAdvice(const std::string& what) {
    const auto end = what.find(". ");
    if (end == std::string::npos) return {what, {}};
    return {what.substr(0, end), what.substr(end + 2)};
}

Error wrongInput(const std::string& title, const std::string& expected, const TensorType& type,
                 const std::string& advice) {
    return teach("input", fmt::format("{} needs {}, but gets {}", title, expected, inWords(type)), advice, expected,
                 inWords(type));
}

Status requireNumbers(const std::string& title, const TensorType& type) {
    if (type.dtype == DType::F32) return {};
    return wrongInput(title, "numbers", type, "Put an Embedding before it: it turns each word id into a vector.");
}

Status requireSequence(const std::string& title, const TensorType& type) {
    if (isSequence(type)) return {};
    const char* advice = "Connect it to a sequence: the output of an Embedding, or another layer over steps.";
    if (isWords(type))
        advice = "Put an Embedding before it: it turns each word id into a vector.";
    else if (isPicture(type))
        advice = "A picture has two axes to move along: use the layer for pictures instead.";
    return wrongInput(title, "a sequence (steps × numbers)", type, advice);
}

Status requirePicture(const std::string& title, const TensorType& type) {
    if (isPicture(type)) return {};
    const char* advice = "Connect it to a picture: the Input, or another convolution or pooling layer.";
    if (isWords(type))
        advice = "Words are not a picture: use Embedding, then Global average pool.";
    else if (isSequence(type))
        advice = "For a grey picture, write the shape of the Input with its one channel, such as 28x28x1.";
    else if (isVector(type))
        advice = "Put it before the Flatten or Dense, while the data are still a picture.";
    return wrongInput(title, "a picture (height × width × channels)", type, advice);
}

std::int64_t windowsIn(std::int64_t extent, std::int64_t padding, std::int64_t window, std::int64_t stride) {
    CHECK(extent + padding >= window && stride >= 1, "a window that does not fit was not refused");
    return (extent + padding - window) / stride + 1;
}

std::string bothAxes(const std::string& height, const std::string& width) {
    return height == width ? height : "height " + height + ", width " + width;
}

}  // namespace perceptarium::layers
