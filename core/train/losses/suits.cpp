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
    return Error{
        "the end of the network does not suit the loss" + advice,
        {},
        (width == 1 ? "1 number" : std::to_string(width) + " numbers") + std::string(" for each example, ") + why,
        textOfOutput(output)};
}

Status suitsNumbers(const std::string& title, const TensorType& output, const network::TargetInfo& target) {
    if (target.kind != network::TargetInfo::Kind::Number)
        return Error{title + " compares numbers; class numbers have no order or distance, so take a cross-entropy",
                     {},
                     "a target of numbers",
                     std::to_string(target.classes.size()) + " classes"};
    return requireWidth(output, target.width, "as the target has");
}

Status suitsClasses(const std::string& title, const TensorType& logits, const network::TargetInfo& target) {
    if (target.kind != network::TargetInfo::Kind::Class)
        return Error{
            title + " compares classes; for numbers take mean squared error", {}, "classes", "a target of numbers"};
    if (target.classes.empty()) return Error{"the data names no classes", {}, "at least one class", "none"};
    return requireWidth(logits, static_cast<std::int64_t>(target.classes.size()), "one for each class");
}

Status suitsTwoClasses(const std::string& title, const TensorType& logits, const network::TargetInfo& target) {
    if (target.kind != network::TargetInfo::Kind::Class)
        return Error{
            title + " compares classes; for numbers take mean squared error", {}, "two classes", "a target of numbers"};
    if (target.classes.size() != 2)
        return Error{title + " tells two classes apart; for more take categorical cross-entropy",
                     {},
                     "two classes",
                     std::to_string(target.classes.size())};
    return requireWidth(logits, 1, "the logit of the second class");
}

}  // namespace perceptarium::train
