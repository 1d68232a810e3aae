#include "train/losses/suits.h"

namespace perceptarium::train {

std::string textOfOutput(const TensorType& output) {
    if (output.dtype == DType::I32) return "word ids";
    if (output.shape.rank() == 1)
        return std::to_string(output.shape[0]) + (output.shape[0] == 1 ? " number" : " numbers");
    return output.shape.rank() == 0 ? "a single number without an axis" : "a " + output.shape.text() + " block";
}

std::string wantedOf(const network::TargetInfo& target) {
    if (target.kind == network::TargetInfo::Kind::Number)
        return (target.width == 1 ? "1 number" : std::to_string(target.width) + " numbers") +
               std::string(" for each example: end with a Dense layer of as many units");
    const std::string classes = std::to_string(target.classes.size());
    if (target.classes.size() == 2)
        return "1 or 2 numbers for each example, as there are two classes: end with a Dense layer of 1 or 2 units";
    return classes + " numbers for each example, one for each class: end with a Dense layer of " + classes + " units";
}

Status requireWidth(const TensorType& output, std::int64_t width, const std::string& why) {
    const bool floating = output.dtype != DType::I32;
    if (floating && output.shape.rank() == 1 && output.shape[0] == width) return {};
    std::string advice = output.shape.rank() > 1 ? "; put Flatten or GlobalAveragePool and a Dense layer of " +
                                                       std::to_string(width) + " units at the end"
                                                 : "; give the last Dense layer " + std::to_string(width) + " units";
    return Error{"the end of the network does not suit the loss" + advice, {},
                 (width == 1 ? "1 number" : std::to_string(width) + " numbers") + std::string(" for each example, ") + why,
                 textOfOutput(output)};
}

}  // namespace perceptarium::train
