// A layer is declared once: id, meaning, formula, ports, settings, shape rule, parameters, forward, export, samples.
// Palette, inspector, validation, labels, parameter counts, project file, command line, exporters, documentation and one
// test over all layers read that declaration. Adding a layer adds one file to this folder and touches nothing else.
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "autograd/variable.h"
#include "base/random.h"
#include "base/registry.h"
#include "base/result.h"
#include "base/settings.h"
#include "layers/export_writer.h"
#include "layers/initializers.h"
#include "layers/remedy.h"
#include "tensor/tensor.h"

namespace perceptarium::layers {

/// The groups of the palette, in its order; each has a colour in the theme.
/// Block: a drawing of the user's own that stands as one node (network/block.h); no layer is declared in it.
enum class Category { Data, Layer, Activation, Pooling, Normalization, Dropout, Shape, Merge, Block };
std::string_view nameOf(Category category);

using TensorTypes = std::vector<TensorType>;

/// A trained tensor, or (trainable = false) a state that training updates, such as running averages.
struct ParameterSpec {
    std::string name;  ///< "W", "b", "runningMean"
    Shape shape;
    Initializer initializer;
    bool trainable = true;
    bool decays = false;  ///< L2 applies (weights yes, biases and normalization no)
    std::int64_t fanIn = 1, fanOut = 1;
    bool unitsFirst = false;  ///< the weights of one unit are a row (a table of words), not what shares the last index
};

/// What forward() works with: the node's inputs (batched), its tensors, and where it is in training. A plain list and a
/// lazy random stream, because small networks pass here hundreds of thousands of times a second.
struct Context {
    struct Named {
        std::string_view name;  ///< of the ParameterSpec, which outlives the context
        autograd::Variable* variable = nullptr;
    };
    autograd::Variables in;
    std::vector<Named> parameters;
    bool training = false;
    bool thenRelu = false;    ///< ReLU of the result is asked for (only of layers that say takesRelu)
    std::string_view stream;  ///< "node/<name>"
    std::uint64_t seed = 0, step = 0;

    /// Requires a parameter of that name (CHECK).
    const autograd::Variable& parameter(std::string_view name) const;
    Tensor& state(std::string_view name) const;
    /// This node's own stream for this step: the same numbers whenever the step is computed again.
    Random random() const { return Random(seed, stream, {step}); }
};
/// The forward pass of one node, with its settings already read.
using Forward = std::function<autograd::Variable(Context&)>;

/// For the test over all layers: inputs' types and settings that must work.
struct Sample {
    TensorTypes inputs;
    Settings settings;
};
/// Settings (with inputs) that must be refused, with an error that names `names` (a setting, or "input").
struct BadSetting {
    TensorTypes inputs;
    Settings settings;
    std::string names;
};

/// One row of the inspector's arithmetic: the formula with the numbers put in, e.g. "(5·5·1 + 1)·6 = 156".
/// Only called with inputs that `shape` accepted.
using Explain = std::function<std::string(const Settings&, const TensorTypes& in)>;

struct LayerSpec {
    std::string id;     ///< for ever; what files hold
    int version = 1;    ///< raised when a setting is renamed or changes meaning
    int order = 0;      ///< place in its group of the palette
    Category category = Category::Layer;
    std::string title;    ///< what people read
    std::string meaning;  ///< one line for the palette
    std::string section;  ///< of the course that teaches it ("8.2"): the number of a page in resources/course
    std::string formula;  ///< course notation, plain Unicode
    std::string help;     ///< a few sentences for the inspector: when to use it, framework synonyms
    /// Short words for it in a network written as text ("conv", "fc"), besides the id with or without hyphens.
    std::vector<std::string> aliases;
    int minimumInputs = 1;
    int maximumInputs = 1;  ///< merges take many: kAnyInputs
    std::vector<SettingSpec> settings;
    /// Types without the batch. Errors are written for a learner: expected, found, what to try (Error::what).
    std::function<Result<TensorType>(const Settings&, const TensorTypes& in)> shape;
    /// What would help where `shape` refused, best first; empty: only what helps with any layer (network/fixes.h).
    std::function<std::vector<Remedy>(const Settings&, const TensorTypes& in)> remedies;
    /// Only called with inputs that `shape` accepted. Empty function: none.
    std::function<std::vector<ParameterSpec>(const Settings&, const TensorTypes& in)> parameters;
    /// Multiplications with a sum after them, for one example; empty: each weight once for each place of the output.
    std::function<double(const Settings&, const TensorTypes& in)> multiplyAdds;
    /// Reads the settings once and gives the forward pass. Input (category Data) has none.
    std::function<Forward(const Settings&)> bind;
    /// Of layers that turn logits into probabilities (Softmax, Sigmoid): what a loss on logits reads when the layer comes
    /// last, from what comes in. Empty for all others.
    std::function<Forward(const Settings&)> bindLogits;
    /// Writes the layer through the exporter's interface. Input (category Data) has none.
    std::function<Status(const Settings&, ExportWriter&)> write;
    Explain countExplained;  ///< parameter arithmetic; empty when there are no parameters
    Explain shapeExplained;  ///< output size arithmetic; may be empty
    std::vector<Sample> samples;
    std::vector<BadSetting> badSettings;
    /// In f64, gradients are checked away from kinks; false for layers that let no gradient through.
    bool differentiable = true;
    /// Batch of two = two batches of one (false for batch norm in training).
    bool perExample = true;
    /// Its forward does a ReLU that follows in the same go, when the context says so: the same numbers, less memory.
    bool takesRelu = false;
    /// A migration of settings from an older version of the file; empty: settings did not change.
    std::function<Settings(int fromVersion, Settings)> upgrade;
};
inline constexpr int kAnyInputs = 1'000'000;

/// nullptr if there is no such layer.
const LayerSpec* findLayer(std::string_view id);
/// By its id, its id without hyphens, or an alias; case does not matter.
const LayerSpec* findLayerByWord(std::string_view word);
/// The words for a layer: its id without hyphens, then its aliases, then its id.
std::vector<std::string> wordsOf(const LayerSpec& spec);
const std::vector<const LayerSpec*>& allLayers();

/// What a layer's file writes: the same declaration with its settings as a plain struct S.
template <class S>
struct TypedLayer {
    std::string id;
    int version = 1;
    int order = 0;
    Category category = Category::Layer;
    std::string title, meaning, section, formula, help;
    std::vector<std::string> aliases;
    int minimumInputs = 1, maximumInputs = 1;
    std::vector<SettingOf<S>> settings;
    std::function<Result<TensorType>(const S&, const TensorTypes&)> shape;
    std::function<std::vector<Remedy>(const S&, const TensorTypes&)> remedies;
    std::function<std::vector<ParameterSpec>(const S&, const TensorTypes&)> parameters;
    std::function<double(const S&, const TensorTypes&)> multiplyAdds;
    std::function<autograd::Variable(const S&, Context&)> forward;
    std::function<autograd::Variable(const S&, Context&)> logits;  ///< see LayerSpec::bindLogits
    std::function<Status(const S&, ExportWriter&)> write;
    std::function<std::string(const S&, const TensorTypes&)> countExplained, shapeExplained;
    std::vector<Sample> samples;
    std::vector<BadSetting> badSettings;
    bool differentiable = true;
    bool perExample = true;
    bool takesRelu = false;
    std::function<Settings(int fromVersion, Settings)> upgrade;
};

/// `const RegisteredLayer<Dense> dense{{ .id = "dense", … }};` in the layer's .cpp declares it.
template <class S>
struct RegisteredLayer {
    explicit RegisteredLayer(TypedLayer<S> typed) {
        LayerSpec spec;
        spec.id = typed.id;
        spec.version = typed.version;
        spec.order = typed.order;
        spec.category = typed.category;
        spec.title = typed.title;
        spec.meaning = typed.meaning;
        spec.section = typed.section;
        spec.formula = typed.formula;
        spec.help = typed.help;
        spec.aliases = typed.aliases;
        spec.minimumInputs = typed.minimumInputs;
        spec.maximumInputs = typed.maximumInputs;
        spec.settings = specsOf(typed.settings);
        spec.shape = untyped(typed.settings, typed.shape);
        spec.remedies = untyped(typed.settings, typed.remedies);
        spec.parameters = untyped(typed.settings, typed.parameters);
        spec.multiplyAdds = untyped(typed.settings, typed.multiplyAdds);
        spec.bind = bound(typed.settings, typed.forward);
        spec.bindLogits = bound(typed.settings, typed.logits);
        spec.write = untyped(typed.settings, typed.write);
        spec.countExplained = untyped(typed.settings, typed.countExplained);
        spec.shapeExplained = untyped(typed.settings, typed.shapeExplained);
        spec.samples = typed.samples;
        spec.badSettings = typed.badSettings;
        spec.differentiable = typed.differentiable;
        spec.perExample = typed.perExample;
        spec.takesRelu = typed.takesRelu;
        spec.upgrade = typed.upgrade;
        Registry<LayerSpec>::instance().add(std::move(spec));
    }

private:
    static std::function<Forward(const Settings&)> bound(
        const std::vector<SettingOf<S>>& members, std::function<autograd::Variable(const S&, Context&)> typed) {
        if (!typed) return {};
        return [members, typed](const Settings& settings) -> Forward {
            return [s = typedSettings(members, settings), typed](Context& c) { return typed(s, c); };
        };
    }
    template <class R, class Argument>
    static std::function<R(const Settings&, Argument)> untyped(const std::vector<SettingOf<S>>& members,
                                                               std::function<R(const S&, Argument)> typed) {
        if (!typed) return {};
        return [members, typed](const Settings& settings, Argument argument) {
            return typed(typedSettings(members, settings), argument);
        };
    }
};

}  // namespace perceptarium::layers
