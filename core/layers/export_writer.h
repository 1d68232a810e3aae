// The interface through which a layer writes itself to another format. It is owned here, so that layers need not know
// exchange/, and implemented by exchange/onnx_writer.
#pragma once

#include <cstdint>
#include <string>
#include <variant>
#include <vector>

#include "tensor/tensor.h"

namespace perceptarium::layers {

/// How a value lies in the exported graph, relative to the engine's channels-last order.
enum class ExportLayout {
    Same,              ///< as in the engine (vectors, sequences)
    ChannelsFirst,     ///< a picture: [N, C, H, W] there, [N, H, W, C] here
    ChannelsFirstFlat  ///< flattened from a ChannelsFirst picture: [N, C·H·W] there, [N, H·W·C] here
};

struct ExportValue {
    std::string name;  ///< of the value in the exported graph
    TensorType type;   ///< the engine's type, without the batch
    ExportLayout layout = ExportLayout::Same;
    Shape flattenedFrom;  ///< [H, W, C], for ChannelsFirstFlat
};

using ExportAttribute = std::variant<std::int64_t, double, std::string, std::vector<std::int64_t>>;
struct ExportAttributes {
    std::vector<std::pair<std::string, ExportAttribute>> values;
};

class ExportWriter {
public:
    virtual ~ExportWriter() = default;

    virtual std::size_t inputCount() const = 0;
    /// The input as it lies in the exported graph; elementwise layers pass its layout on.
    virtual ExportValue input(std::size_t i = 0) const = 0;
    /// The input in the engine's order for flat values (pictures stay ChannelsFirst); reorders when needed.
    virtual ExportValue orderedInput(std::size_t i = 0) = 0;
    /// The engine's type of this node's output.
    virtual const TensorType& outputType() const = 0;
    /// This node's parameter, in the engine's layout, f32.
    virtual Tensor parameter(const std::string& name) const = 0;
    /// Adds a constant in the layout given; returns its name in the graph. `hint` becomes part of the name ("weight").
    virtual std::string constant(const std::string& hint, const Tensor& value) = 0;
    virtual std::string constant(const std::string& hint, const std::vector<std::int64_t>& value) = 0;
    /// Adds an operator with one output; returns the output's name.
    virtual std::string node(const std::string& operation, const std::vector<std::string>& inputs,
                             const ExportAttributes& attributes = {}) = 0;
    /// Says which value is this node's output, and how it lies.
    virtual void output(const std::string& name, ExportLayout layout = ExportLayout::Same, Shape flattenedFrom = {}) = 0;
};

}  // namespace perceptarium::layers
