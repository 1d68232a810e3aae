#include "layers/remedy.h"

#include "layers/wording.h"

namespace perceptarium::layers {
namespace {

using Uses = std::vector<Remedy::Use>;

Remedy::Use use(const char* layer, const char* setting, std::int64_t value) {
    return {layer, {{setting, SettingValue(value)}}};
}

/// The stride at which windows of one place make `to` out of `from`: ⌈from/stride⌉ = to. 0: there is none.
std::int64_t strideBetween(std::int64_t from, std::int64_t to) {
    for (std::int64_t stride = 1; stride <= 255 && stride <= from; ++stride)
        if ((from + stride - 1) / stride == to) return stride;
    return 0;
}

/// A convolution that sees one place at a time and gives what `to` has, in places and in channels.
Uses narrowConvolution(const TensorType& from, const TensorType& to, bool lastToo) {
    const bool picture = isPicture(from);
    const std::int64_t rows = strideBetween(from.shape[0], to.shape[0]);
    const std::int64_t columns = picture ? strideBetween(from.shape[1], to.shape[1]) : rows;
    if (rows == 0 || columns == 0) return {};
    Remedy::Use convolution = use(picture ? "conv2d" : "conv1d", "filters", lastToo ? to.shape[-1] : from.shape[-1]);
    convolution.settings["kernel"] = std::int64_t{1};
    if (rows > 1 || columns > 1) convolution.settings["stride"] = pairValue({rows, columns});
    return {convolution};
}

Uses toVector(const TensorType& from, const TensorType& to, bool lastToo) {
    Uses uses;
    std::int64_t width = from.shape[-1];
    if (isSequence(from) || (isPicture(from) && width == to.shape[0])) {
        uses.push_back({"global-average-pool"});
    } else if (isPicture(from)) {
        uses.push_back({"flatten"});
        width = from.shape.elements();
    }
    if (lastToo && width != to.shape[0]) uses.push_back(use("dense", "units", to.shape[0]));
    return uses;
}

Uses bridge(const TensorType& from, const TensorType& to, bool lastToo) {
    if (isVector(to) && (isVector(from) || isSequence(from) || isPicture(from))) return toVector(from, to, lastToo);
    const bool alike = (isPicture(from) && isPicture(to)) || (isSequence(from) && isSequence(to));
    return alike ? narrowConvolution(from, to, lastToo) : Uses{};
}

}  // namespace

std::vector<Remedy> joiningRemedies(const std::vector<TensorType>& in, bool lastToo) {
    std::vector<Remedy> remedies;
    for (std::size_t port = 0; port < in.size(); ++port)
        for (std::size_t other = 0; other < in.size(); ++other) {
            if (in[port].shape == in[other].shape) continue;
            Remedy remedy{.port = static_cast<int>(port), .before = bridge(in[port], in[other], lastToo)};
            if (!remedy.before.empty()) remedies.push_back(std::move(remedy));
        }
    return remedies;
}

}  // namespace perceptarium::layers
