#include "network/summary.h"

#include <fmt/format.h>

#include <cmath>

#include "layers/wording.h"
#include "network/checks.h"

namespace perceptarium::network {
namespace {

double elements(const Shape& shape) { return static_cast<double>(shape.elements()); }

Costs costsOf(const Node& node, const layers::LayerSpec& spec, const Inference& inference, const TensorType& output) {
    Costs costs;
    costs.valueBytes = output.shape.elements() * 4;
    if (const auto count = inference.parameters.find(node.id); count != inference.parameters.end()) costs.parameters = count->second;
    const auto settings = settingsOf(node, spec);
    const auto in = inference.inputs.find(node.id);
    if (!settings || in == inference.inputs.end()) return costs;
    const double places = elements(output.shape) / std::max(1.0, output.shape.rank() > 0 ? static_cast<double>(output.shape[-1]) : 1.0);
    double weights = 0;
    if (spec.parameters)
        for (const auto& parameter : spec.parameters(*settings, in->second)) {
            costs.parameterBytes += parameter.shape.elements() * 4;
            if (parameter.decays) weights += elements(parameter.shape);  // L2 is of weights: neither offsets nor scales
        }
    costs.multiplyAdds = spec.multiplyAdds ? spec.multiplyAdds(*settings, in->second) : weights * places;
    return costs;
}

std::string field(const std::string& text) {
    if (text.find_first_of(",\"\n\r") == std::string::npos) return text;
    std::string quoted = "\"";
    for (const char c : text) quoted += c == '"' ? std::string("\"\"") : std::string(1, c);
    return quoted + '"';
}

}  // namespace

Costs& Costs::operator+=(const Costs& other) {
    parameters += other.parameters;
    multiplyAdds += other.multiplyAdds;
    parameterBytes += other.parameterBytes;
    valueBytes += other.valueBytes;
    return *this;
}

double Summary::trainingBytes(std::int64_t batchSize) const {
    return 16.0 * static_cast<double>(total.parameters) + static_cast<double>(batchSize) * static_cast<double>(total.valueBytes);
}

Summary summarize(const Graph& graph, const Inference& inference) {
    Summary summary;
    for (const NodeId id : graph.topologicalOrder()) {
        const Node& node = *graph.find(id);
        const auto* spec = layers::findLayer(node.layer);
        SummaryRow row{.node = id, .name = node.name, .layer = node.layer, .title = spec ? spec->title : node.layer};
        if (const auto output = inference.outputs.find(id); spec && output != inference.outputs.end()) {
            row.output = output->second;
            // What is bypassed only hands on, and is not computed.
            if (!inference.leftOut.contains(id)) row.costs = costsOf(node, *spec, inference, output->second);
        }
        summary.total += row.costs;
        summary.rows.push_back(std::move(row));
    }
    return summary;
}

std::string toCsv(const Summary& summary) {
    std::string csv = "layer,type,output shape,parameters,multiply-adds,bytes\n";
    const auto line = [&](const std::string& name, const std::string& title, const std::string& shape, const Costs& costs) {
        csv += fmt::format("{},{},{},{},{:.0f},{}\n", field(name), field(title), field(shape), costs.parameters, costs.multiplyAdds, costs.bytes());
    };
    for (const SummaryRow& row : summary.rows) line(row.name, row.title, row.output ? row.output->shape.text() : "", row.costs);
    line("total", "", "", summary.total);
    return csv;
}

std::string amountText(double amount) {
    if (amount < 1e5) return layers::grouped(std::llround(amount));
    const char* units[] = {"k", "M", "G", "T"};
    int unit = -1;
    for (; unit < 3 && amount >= 999.5; ++unit) amount /= 1000;
    return fmt::format("{:.3g} {}", amount, units[unit]);
}

std::string bytesText(double bytes) {
    if (bytes < 1024) return fmt::format("{:.0f} byte{}", bytes, bytes == 1 ? "" : "s");
    const char* units[] = {"kB", "MB", "GB", "TB"};
    int unit = -1;
    for (; unit < 3 && bytes >= 1023.5; ++unit) bytes /= 1024;
    return fmt::format("{:.{}f} {}", bytes, bytes < 10 ? 1 : 0, units[unit]);
}

}  // namespace perceptarium::network
