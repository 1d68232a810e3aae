#include "core/exchange/export_cases.h"

#include <gtest/gtest.h>

#include "base/random.h"
#include "exchange/project_file.h"
#include "layers/layer_spec.h"
#include "network/edits.h"
#include "train/trainer.h"

namespace perceptarium::tests {
namespace {

constexpr std::int64_t kBatch = 3;

/// What the Input layer's shape setting says for a type: "3x4x2", "words:5:10".
std::string shapeText(const TensorType& type) {
    std::string text = type.dtype == DType::I32 ? "words:" : "";
    for (const auto extent : type.shape.extents()) text += (text.empty() || text.back() == ':' ? "" : "x") + std::to_string(extent);
    if (type.vocabulary > 0) text += ":" + std::to_string(type.vocabulary);
    return text;
}

Tensor uniform(Shape shape, double low, double high, Random& random) {
    Tensor tensor = Tensor::empty(std::move(shape));
    for (auto& value : tensor.values<float>()) value = static_cast<float>(random.uniform(low, high));
    return tensor;
}

/// Every tensor of the model gets values that no permutation leaves alone; variances stay positive.
void randomize(network::Model& model, Random& random) {
    std::map<std::string, Tensor> values;
    for (const auto& parameter : model.parameters())
        values[parameter.name] = parameter.name.ends_with("Variance") ? uniform(parameter.spec.shape, 0.5, 2, random)
                                                                      : uniform(parameter.spec.shape, -0.8, 0.8, random);
    const auto set = model.setParameters(values);
    if (!set) ADD_FAILURE() << set.error().message();
}

std::shared_ptr<ExportCase> finish(std::string name, network::Model model, data::Normalization normalization, Tensor raw,
                                   bool openCvReads, data::TargetScaling scaling = {}) {
    auto result = std::make_shared<ExportCase>(
        ExportCase{std::move(name), std::move(model), std::move(normalization), std::move(raw), {}, openCvReads});
    const autograd::NoGrad noGrad;
    Tensor x = result->raw.clone();
    if (!result->normalization.identity()) result->normalization.apply(x);
    result->targetScaling = std::move(scaling);
    const Tensor answer = result->model.forward(x, {}, result->model.outputNode()).value();
    result->expected = result->targetScaling.inOwnUnits(answer).clone();
    return result;
}

/// A drawing under construction: node names are given, settings are short.
struct Drawing {
    network::Graph graph;
    network::NodeId add(const std::string& layer, const std::string& name, const std::vector<network::NodeId>& from,
                        Settings settings = {}) {
        network::Node node{.layer = layer, .name = name, .settings = std::move(settings)};
        const auto id = graph.insert(node);
        for (std::size_t port = 0; port < from.size(); ++port) graph.connect({from[port], id, static_cast<int>(port)});
        return id;
    }
};

std::shared_ptr<ExportCase> make(const std::string& name, const network::Graph& graph, bool openCvReads = true,
                                 data::TargetScaling scaling = {}) {
    Random random(7, name);
    auto model = network::Model::compile(graph, {}, 1);
    if (!model) {
        ADD_FAILURE() << name << ": " << model.error().message();
        return nullptr;
    }
    randomize(*model, random);
    const TensorType type = model->inputType();
    data::Normalization normalization;
    Tensor raw;
    if (type.dtype == DType::I32) {
        raw = Tensor::empty(type.shape.withBatch(kBatch), DType::I32);
        for (auto& id : raw.values<std::int32_t>())
            id = static_cast<std::int32_t>(random.below(static_cast<std::uint64_t>(std::max<std::int64_t>(2, type.vocabulary))));
        raw.data<std::int32_t>()[0] = 0;  // padding
        openCvReads = false;              // it takes no integers
    } else {
        const Shape last{type.shape[-1]};
        normalization = {uniform(last, 50, 200, random), uniform(last, 0.005, 0.02, random)};
        raw = uniform(type.shape.withBatch(kBatch), 0, 255, random);
    }
    return finish(name, std::move(*model), std::move(normalization), std::move(raw), openCvReads, std::move(scaling));
}

Settings shape(const std::string& text) { return {{"shape", text}}; }
Settings units(std::int64_t n) { return {{"units", n}}; }
Settings conv(std::int64_t filters, std::int64_t kernel) {
    return {{"filters", filters}, {"kernel", kernel}, {"padding", std::string("same")}};
}

}  // namespace

std::vector<std::shared_ptr<ExportCase>> layerCases() {
    std::vector<std::shared_ptr<ExportCase>> cases;
    const std::vector<std::string> branches{"tanh", "sigmoid", "relu", "leaky-relu"};
    for (const auto* spec : layers::allLayers()) {
        if (spec->category == layers::Category::Data) continue;
        for (std::size_t i = 0; i < spec->samples.size(); ++i) {
            const auto& sample = spec->samples[i];
            if (std::any_of(sample.inputs.begin(), sample.inputs.end(), [&](const auto& t) { return t != sample.inputs[0]; }))
                continue;  // such merges are among the wirings
            Drawing drawing;
            const auto input = drawing.add("input", "input", {}, shape(shapeText(sample.inputs[0])));
            std::vector<network::NodeId> from{input};
            if (sample.inputs.size() > 1) {
                from.clear();
                for (std::size_t k = 0; k < sample.inputs.size(); ++k)
                    from.push_back(drawing.add(branches[k % 4], "branch" + std::to_string(k), {input}));
            }
            drawing.add(spec->id, "layer", from, sample.settings);
            // OpenCV 4.6 reads no 3-d Mul and Add of a sequence's batch norm, and takes axes of sequences for others.
            // It has no Hardmax either.
            const bool openCvReads = sample.inputs[0].shape.rank() != 2 && spec->id != "hardmax";
            cases.push_back(make(spec->id + "_sample" + std::to_string(i), drawing.graph, openCvReads));
        }
    }
    return cases;
}

namespace {

/// Networks whose targets were standardized: an ordinary end, one that only passes through, one that is reordered.
std::vector<std::shared_ptr<ExportCase>> numberCases() {
    std::vector<std::shared_ptr<ExportCase>> cases;
    {
        Drawing d;
        const auto in = d.add("input", "table", {}, shape("5"));
        d.add("dense", "prices", {d.add("tanh", "t", {d.add("dense", "a", {in}, units(4))})}, units(2));
        cases.push_back(make("numbers_in_own_units", d.graph, true, {{206855.8, -3}, {115395.6, 0.25}}));
    }
    {
        Drawing d;
        const auto in = d.add("input", "table", {}, shape("5"));
        d.add("dropout", "price", {d.add("dense", "a", {in}, units(1))});
        cases.push_back(make("number_that_passes_through_dropout", d.graph, true, {{-40}, {12.5}}));
    }
    {
        Drawing d;
        const auto in = d.add("input", "picture", {}, shape("2x1x3"));
        d.add("flatten", "six", {in});
        data::TargetScaling scaling{{1, 20, 300, -1, -20, -300}, {1, 2, 3, 4, 5, 6}};
        cases.push_back(make("numbers_after_flatten", d.graph, true, std::move(scaling)));
    }
    return cases;
}

}  // namespace

std::vector<std::shared_ptr<ExportCase>> wiringCases() {
    std::vector<std::shared_ptr<ExportCase>> cases;
    {
        Drawing d;
        auto at = d.add("input", "picture", {}, shape("5x4x3"));
        at = d.add("flatten", "flat", {at});
        at = d.add("leaky-relu", "leaky", {at});
        at = d.add("dropout", "drop", {at});
        d.add("dense", "dense", {at}, units(4));
        cases.push_back(make("flatten_activation_dropout_dense", d.graph));
    }
    {
        Drawing d;
        auto at = d.add("input", "picture", {}, shape("6x5x2"));
        at = d.add("conv2d", "conv", {at}, conv(4, 3));
        at = d.add("flatten", "flat", {at});
        at = d.add("batch-norm", "norm", {at});
        at = d.add("dense", "dense", {at}, units(4));
        d.add("softmax", "probabilities", {at});
        cases.push_back(make("batchnorm_between_flatten_and_dense", d.graph));
    }
    {
        // Slopes and scales by channel before Flatten and by number behind it, where the order is another one.
        Drawing d;
        auto at = d.add("input", "picture", {}, shape("4x3x4"));
        at = d.add("group-norm", "group a", {at}, {{"groups", std::int64_t{2}}});
        at = d.add("prelu", "slopes a", {at});
        at = d.add("gelu", "gelu", {d.add("layer-norm", "layer a", {at})});
        at = d.add("flatten", "flat", {at});
        // Not the other way round: OpenCV 4.6 answers wrongly where a PRelu of vectors follows x · sigmoid(x), which it fuses.
        at = d.add("silu", "silu", {d.add("prelu", "slopes b", {at})});
        at = d.add("layer-norm", "layer b", {at});
        at = d.add("group-norm", "group b", {d.add("identity", "nothing", {d.add("softplus", "softplus", {at})})}, {{"groups", std::int64_t{6}}});
        d.add("dense", "dense", {at}, units(4));
        cases.push_back(make("norms_and_slopes_on_both_sides_of_flatten", d.graph));
    }
    {
        Drawing d;
        auto at = d.add("input", "picture", {}, shape("3x4x2"));
        at = d.add("prelu", "slopes", {d.add("flatten", "flat", {at})});
        d.add("softmax", "warm", {d.add("elu", "elu", {at})}, {{"temperature", 3.0}});
        cases.push_back(make("softmax_with_temperature_of_a_flattened_picture", d.graph));
    }
    {
        Drawing d;
        auto at = d.add("input", "picture", {}, shape("3x4x2"));
        d.add("flatten", "the end", {at});
        cases.push_back(make("ends_in_flatten", d.graph));
    }
    {
        Drawing d;
        auto at = d.add("input", "picture", {}, shape("3x4x2"));
        at = d.add("conv2d", "conv", {at}, conv(3, 3));
        d.add("dropout", "drop", {at});
        cases.push_back(make("ends_in_dropout_of_a_picture", d.graph));
    }
    {
        Drawing d;
        const auto in = d.add("input", "picture", {}, shape("6x6x3"));
        const auto a = d.add("flatten", "flat a", {d.add("conv2d", "conv a", {in}, conv(2, 3))});
        const auto b = d.add("flatten", "flat b", {d.add("max-pool", "pool b", {in})});
        const auto c = d.add("concatenate", "both", {a, b});
        d.add("dense", "dense", {c}, units(5));
        cases.push_back(make("concatenation_after_flatten", d.graph));
    }
    {
        Drawing d;
        const auto in = d.add("input", "picture", {}, shape("4x4x2"));
        const auto a = d.add("flatten", "flat", {d.add("tanh", "tanh", {in})});
        const auto b = d.add("flatten", "flat2", {in});
        const auto c = d.add("dense", "dense", {b}, units(32));
        const auto same = d.add("add", "alike", {a, b});
        d.add("dense", "out", {d.add("add", "mixed", {same, c})}, units(3));
        cases.push_back(make("adding_flattened_and_plain_vectors", d.graph));
    }
    {
        Drawing d;
        const auto in = d.add("input", "picture", {}, shape("6x7x3"));
        const auto a = d.add("conv2d", "a", {in}, conv(2, 1)), b = d.add("conv2d", "b", {in}, conv(3, 5));
        const auto c = d.add("concatenate", "channels", {a, b, in});
        const auto n = d.add("batch-norm", "norm", {c});
        const auto s = d.add("conv2d", "c", {n}, conv(8, 3));
        const auto r = d.add("add", "residual", {d.add("relu", "r", {s}), n});
        d.add("dense", "out", {d.add("global-average-pool", "mean", {r})}, units(4));
        cases.push_back(make("inception_and_residual", d.graph));
    }
    {
        Drawing d;
        const auto in = d.add("input", "table", {}, shape("7"));
        const auto a = d.add("dense", "a", {in}, units(3)), b = d.add("dense", "b", {in}, {{"units", std::int64_t{2}}, {"bias", false}});
        d.add("sigmoid", "p", {d.add("dense", "out", {d.add("concatenate", "both", {a, b, in})}, units(1))});
        cases.push_back(make("vectors_of_different_lengths_concatenated", d.graph));
    }
    {
        Drawing d;
        const auto in = d.add("input", "words", {}, shape("words:6:11"));
        const auto e = d.add("embedding", "embedding", {in}, {{"dimension", std::int64_t{4}}});
        const auto t = d.add("concatenate", "twice", {e, d.add("tanh", "tanh", {e})});
        d.add("dense", "out", {d.add("global-average-pool", "mean", {d.add("batch-norm", "norm", {t})})}, units(2));
        cases.push_back(make("words", d.graph));
    }
    for (auto& one : numberCases()) cases.push_back(std::move(one));
    return cases;
}

namespace {

std::shared_ptr<ExportCase> trained(const std::string& name, project::Document document) {
    document.training.batchSize = 20;
    const auto run = [&]() -> Result<std::shared_ptr<ExportCase>> {
        const auto data = PC_TRY(data::prepare(document.data, {}));
        const network::DataTypes types = train::dataTypes(data->dataset->info());
        network::fitToData(document.graph, types);
        const auto trainer = PC_TRY(train::Trainer::create(document.graph, data, document.training));
        for (int i = 0; i < 20; ++i) PC_TRY(trainer->step());
        auto model = PC_TRY(network::Model::compile(document.graph, types, 1));
        PC_TRY(model.setParameters(trainer->state().parameters));
        Tensor raw, y;
        const std::vector<std::int64_t> some{0, 1, 2};
        PC_TRY(data->dataset->read(some, raw, y));
        const bool words = raw.dtype() == DType::I32;
        return finish(name, std::move(model), data->normalization, raw, !words, data->targetScaling);
    }();
    if (!run) ADD_FAILURE() << name << ": " << run.error().message();
    return run ? *run : nullptr;
}

}  // namespace

std::vector<std::shared_ptr<ExportCase>> trainedCases() {
    std::vector<std::shared_ptr<ExportCase>> cases;
    auto all = project::readyProjects();
    all.insert(all.end(), project::readyBlockProjects().begin(), project::readyBlockProjects().end());
    for (const auto& ready : all) {
        auto project = exchange::loadProject(ready.id);
        if (!project) {
            ADD_FAILURE() << project.error().message();
            continue;
        }
        if (project->document.data.source == "digits")
            project->document.data.settings = {{"train", std::int64_t{600}}, {"test", std::int64_t{10}}};
        cases.push_back(trained(ready.id, std::move(project->document)));
    }
    return cases;
}

std::shared_ptr<ExportCase> housePrices(const std::string& table) {
    auto project = exchange::loadProject("table");
    if (!project) return nullptr;
    project->document.data.source = "csv";
    project->document.data.settings = {{"path", table}, {"target", std::string("median_house_value")}};
    return trained("house_prices", std::move(project->document));
}

Tensor channelsFirst(const Tensor& batch) {
    if (batch.shape().rank() != 4) return batch;
    const auto n = batch.shape()[0], h = batch.shape()[1], w = batch.shape()[2], c = batch.shape()[3];
    Tensor result = Tensor::empty({n, c, h, w});
    float* to = result.data<float>();
    for (std::int64_t i = 0; i < n; ++i)
        for (std::int64_t k = 0; k < c; ++k)
            for (std::int64_t p = 0; p < h * w; ++p) *to++ = batch.data<float>()[(i * h * w + p) * c + k];
    return result;
}

}  // namespace perceptarium::tests
