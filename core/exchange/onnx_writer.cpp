#include "exchange/onnx_writer.h"

#include <fmt/format.h>
#include <onnx/onnx_pb.h>

#include <set>

#include "exchange/tensors.h"
#include "layers/layer_spec.h"

namespace perceptarium::exchange {
namespace {

using layers::ExportLayout;
using layers::ExportValue;

constexpr std::int64_t kOpset = 13, kIrVersion = 7;
constexpr std::uint64_t kLargestModel = (std::uint64_t{1} << 31) - (1 << 20);  ///< protobuf ends at 2 GB

/// The shape as it lies in the graph, without the batch.
std::vector<std::int64_t> exportedExtents(const ExportValue& value) {
    const auto extents = value.type.shape.extents();
    if (value.layout == ExportLayout::ChannelsFirst) return {extents[2], extents[0], extents[1]};
    return {extents.begin(), extents.end()};
}

void describe(onnx::ValueInfoProto& info, const ExportValue& value) {
    info.set_name(value.name);
    auto* tensor = info.mutable_type()->mutable_tensor_type();
    tensor->set_elem_type(value.type.dtype == DType::I32 ? onnx::TensorProto::INT64 : onnx::TensorProto::FLOAT);
    tensor->mutable_shape()->add_dim()->set_dim_param("batch");
    for (const auto extent : exportedExtents(value)) tensor->mutable_shape()->add_dim()->set_dim_value(extent);
}

void add(onnx::NodeProto& node, const std::string& name, const layers::ExportAttribute& value) {
    auto* attribute = node.add_attribute();
    attribute->set_name(name);
    if (const auto* whole = std::get_if<std::int64_t>(&value)) {
        attribute->set_type(onnx::AttributeProto::INT);
        attribute->set_i(*whole);
    } else if (const auto* real = std::get_if<double>(&value)) {
        attribute->set_type(onnx::AttributeProto::FLOAT);
        attribute->set_f(static_cast<float>(*real));
    } else if (const auto* text = std::get_if<std::string>(&value)) {
        attribute->set_type(onnx::AttributeProto::STRING);
        attribute->set_s(*text);
    } else {
        attribute->set_type(onnx::AttributeProto::INTS);
        for (const auto item : std::get<std::vector<std::int64_t>>(value)) attribute->add_ints(item);
    }
}

/// The graph while it grows, node of the drawing by node.
class OnnxWriter : public layers::ExportWriter {
public:
    OnnxWriter(const network::Model& model, onnx::GraphProto& graph) : model_(model), graph_(graph) {
        for (const auto& parameter : model.parameters()) parameters_[parameter.name] = &parameter;
        for (const auto& [id, node] : model.graph().nodes()) taken_.insert(node.name);
    }

    void begin(const network::Node& node) {
        node_ = &node;
        firstOperator_ = graph_.node_size();
        inputs_.clear();
        for (const auto& edge : model_.graph().edgesInto(node.id)) inputs_.push_back(values_.at(edge.from));
    }
    /// What the Input node gives: the graph's input, normalized.
    void writeInput(const data::Normalization& normalization);
    /// Makes the value of `node` the graph's output, in the engine's order where it is flat.
    /// Numbers that training standardized are turned back to the data's own units.
    void writeGraphOutput(const network::Node& node, const data::TargetScaling& scaling);
    /// So that viewers show the shape of every value.
    void describeValues();
    std::uint64_t constantBytes() const { return constantBytes_; }

    std::size_t inputCount() const override { return inputs_.size(); }
    ExportValue input(std::size_t i) const override { return inputs_.at(i); }
    ExportValue orderedInput(std::size_t i) override { return inputs_.at(i) = ordered(inputs_.at(i)); }
    const TensorType& outputType() const override { return model_.inference().outputs.at(node_->id); }
    Tensor parameter(const std::string& name) const override {
        const auto found = parameters_.find(node_->name + "." + name);
        CHECK(found != parameters_.end(), "a layer wrote a parameter that it does not have: " + name);
        return found->second->variable.value().cast(DType::F32);
    }
    std::string constant(const std::string& hint, const Tensor& value) override {
        CHECK(value.dtype() == DType::F32, "constants are written as f32");
        auto& tensor = newConstant(hint, value.shape().extents(), value.byteSize());
        tensor.set_data_type(onnx::TensorProto::FLOAT);
        tensor.set_raw_data(value.bytes(), value.byteSize());
        return tensor.name();
    }
    std::string constant(const std::string& hint, const std::vector<std::int64_t>& value) override {
        const auto count = static_cast<std::int64_t>(value.size());
        auto& tensor = newConstant(hint, std::span(&count, 1), value.size() * sizeof(std::int64_t));
        tensor.set_data_type(onnx::TensorProto::INT64);
        tensor.set_raw_data(value.data(), value.size() * sizeof(std::int64_t));
        return tensor.name();
    }
    std::string node(const std::string& operation, const std::vector<std::string>& inputs,
                     const layers::ExportAttributes& attributes) override {
        auto& written = *graph_.add_node();
        written.set_op_type(operation);
        written.set_name(freeName(operation));
        for (const auto& name : inputs) written.add_input(name);
        written.add_output(written.name());
        for (const auto& [name, value] : attributes.values) add(written, name, value);
        return written.name();
    }
    void output(const std::string& name, ExportLayout layout, Shape flattenedFrom) override {
        values_[node_->id] = {rename(name), outputType(), layout, std::move(flattenedFrom)};
    }

private:
    onnx::TensorProto& newConstant(const std::string& hint, std::span<const std::int64_t> extents, std::size_t bytes) {
        auto& tensor = *graph_.add_initializer();
        tensor.set_name(freeName(hint));
        for (const auto extent : extents) tensor.add_dims(extent);
        constantBytes_ += bytes;
        return tensor;
    }
    std::string freeName(const std::string& hint) {
        const std::string stem = node_->name + "." + hint;
        std::string name = stem;
        for (int number = 2; !taken_.insert(name).second; ++number) name = stem + std::to_string(number);
        return name;
    }
    /// The operator that a node ends in, and its value, get the node's own name. What only passes through keeps its name.
    std::string rename(const std::string& name) {
        for (int i = firstOperator_; i < graph_.node_size(); ++i) {
            auto& written = *graph_.mutable_node(i);
            if (written.output(0) != name) continue;
            CHECK(i == graph_.node_size() - 1, "a layer's output is the last operator that it writes");
            written.set_name(node_->name);
            written.set_output(0, node_->name);
            return node_->name;
        }
        return name;
    }
    /// [N, C·H·W] → [N, H·W·C].
    ExportValue ordered(const ExportValue& value) {
        if (value.layout != ExportLayout::ChannelsFirstFlat) return value;
        const std::int64_t h = value.flattenedFrom[0], w = value.flattenedFrom[1], c = value.flattenedFrom[2];
        ExportValue result{value.name, value.type, ExportLayout::Same, {}};
        if (c == 1 || h * w == 1) return result;  // both orders are the same
        using Sizes = std::vector<std::int64_t>;
        const std::string picture = node("Reshape", {value.name, constant("picture", Sizes{-1, c, h, w})}, {});
        const std::string last = node("Transpose", {picture}, {{{"perm", Sizes{0, 2, 3, 1}}}});
        result.name = node("Reshape", {last, constant("flat", Sizes{-1, h * w * c})}, {});
        return result;
    }

    /// `drawn` gets another name everywhere, so that another value can have its own.
    void giveUpName(ExportValue& drawn, const std::string& hint);
    /// [N, K] times deviation plus mean.
    ExportValue inOwnUnits(const ExportValue& value, const data::TargetScaling& scaling);

    const network::Model& model_;
    onnx::GraphProto& graph_;
    std::map<std::string, const network::Parameter*> parameters_;
    std::set<std::string> taken_;
    std::map<network::NodeId, ExportValue> values_;
    const network::Node* node_ = nullptr;
    int firstOperator_ = 0;
    std::vector<ExportValue> inputs_;
    std::uint64_t constantBytes_ = 0;
};

void OnnxWriter::writeInput(const data::Normalization& normalization) {
    const TensorType& type = outputType();
    const bool picture = type.dtype == DType::F32 && type.shape.rank() == 3;
    const ExportLayout layout = picture ? ExportLayout::ChannelsFirst : ExportLayout::Same;
    ExportValue raw{node_->name, type, layout, {}};
    if (normalization.identity()) {
        describe(*graph_.add_input(), raw);
        values_[node_->id] = raw;
        return;
    }
    describe(*graph_.add_input(), raw);
    const std::int64_t count = normalization.shift.elements();
    // Without a leading 1: OpenCV takes [1, C, 1, 1] for something else, without a word.
    const Shape shape = picture ? Shape{count, 1, 1} : Shape{count};
    const std::string centred = node("Sub", {raw.name, constant("shift", normalization.shift.reshaped(shape))}, {});
    const std::string scaled = node("Mul", {centred, constant("scale", normalization.scale.reshaped(shape))}, {});
    values_[node_->id] = {scaled, type, layout, {}};
}

void OnnxWriter::giveUpName(ExportValue& drawn, const std::string& hint) {
    const std::string before = drawn.name;
    drawn.name = freeName(hint);
    for (auto& written : *graph_.mutable_node()) {
        for (auto& name : *written.mutable_input())
            if (name == before) name = drawn.name;
        if (written.output(0) != before) continue;
        written.set_name(drawn.name);
        written.set_output(0, drawn.name);
    }
}

ExportValue OnnxWriter::inOwnUnits(const ExportValue& value, const data::TargetScaling& scaling) {
    if (scaling.identity()) return value;
    const auto count = static_cast<std::int64_t>(scaling.mean.size());
    const auto constantOf = [&](const char* hint, const std::vector<double>& numbers) {
        return constant(hint, Tensor::of<double>({count}, numbers).cast(DType::F32));
    };
    ExportValue own = value;
    const std::string stretched = node("Mul", {value.name, constantOf("deviation", scaling.deviation)}, {});
    own.name = node("Add", {stretched, constantOf("mean", scaling.mean)}, {});
    return own;
}

void OnnxWriter::writeGraphOutput(const network::Node& end, const data::TargetScaling& scaling) {
    node_ = &end;
    firstOperator_ = graph_.node_size();
    ExportValue& drawn = values_.at(end.id);
    const ExportValue flat = ordered(drawn);
    ExportValue value = inOwnUnits(flat, scaling);
    const bool taken = graph_.input(0).name() == end.name;
    // The last operator takes the node's name over.
    if (value.name != drawn.name && drawn.name == end.name && !taken)
        giveUpName(drawn, flat.name != drawn.name ? "channelsFirst" : "standardized");
    if (value.name != end.name && !taken) value.name = rename(value.name);
    if (value.name != end.name) {
        // Only passed through (or still the graph's input): it becomes the output under the node's name all the same.
        const std::string through = node("Identity", {value.name}, {});
        value.name = taken ? through : rename(through);
    }
    describe(*graph_.add_output(), value);
}

void OnnxWriter::describeValues() {
    std::set<std::string> described{graph_.input(0).name(), graph_.output(0).name()};
    for (const auto& [id, value] : values_)
        if (described.insert(value.name).second) describe(*graph_.add_value_info(), value);
}

void describeModel(onnx::ModelProto& model, const ExportInput& input) {
    model.set_ir_version(kIrVersion);
    model.set_producer_name("Perceptarium");
    model.set_doc_string(
        "Takes raw input: pictures [batch, channels, height, width] with values 0 to 255, rows of numbers as they are in the "
        "data, or word ids; it is normalized inside. The output is the last node's value: probabilities after Softmax or "
        "Sigmoid, otherwise logits, or predicted numbers in the data's own units.");
    auto* opset = model.add_opset_import();
    opset->set_domain("");
    opset->set_version(kOpset);
    for (const auto& [key, value] : exportMetadata(input)) {
        if (key == "layout" || key.starts_with("normalization") || key.starts_with("target."))
            continue;  // the graph itself says these
        auto* property = model.add_metadata_props();
        property->set_key(key);
        property->set_value(value);
    }
}

}  // namespace

Result<std::string> onnxBytes(const ExportInput& input) {
    const network::Graph& drawing = input.model.graph();
    onnx::ModelProto model;
    describeModel(model, input);
    onnx::GraphProto& graph = *model.mutable_graph();
    graph.set_name(input.name.empty() ? "network" : input.name);

    OnnxWriter writer(input.model, graph);
    for (const auto id : drawing.topologicalOrder()) {
        const network::Node& node = *drawing.find(id);
        const layers::LayerSpec& spec = *layers::findLayer(node.layer);
        writer.begin(node);
        if (spec.category == layers::Category::Data) {
            writer.writeInput(input.normalization);
            continue;
        }
        if (!spec.write) return Error{"this layer cannot be written as ONNX", node.name, {}, spec.title};
        const auto written = spec.write(PC_TRY(completeSettings(spec.settings, node.settings)), writer);
        if (!written) return written.error().at(node.name);
        if (writer.constantBytes() > kLargestModel)
            return Error{"the network is too large for ONNX", node.name, "less than 2 GB of weights", {}};
    }
    writer.writeGraphOutput(*drawing.find(input.model.outputNode()), input.targetScaling);
    writer.describeValues();

    std::string bytes;
    if (!model.SerializeToString(&bytes)) return Error{"the model cannot be serialized", {}, {}, {}};
    return bytes;
}

}  // namespace perceptarium::exchange
