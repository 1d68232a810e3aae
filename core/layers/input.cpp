// Input: where an example enters the network; its type comes from the data, or from its setting.
#include <fmt/format.h>

#include <charconv>

#include "layers/layer_spec.h"
#include "layers/wording.h"

namespace perceptarium::layers {
namespace {

struct Input {
    std::string shape;
};

constexpr std::int64_t kMaximumExtent = 10'000'000;

Error notAShape(const std::string& text, const std::string& problem) {
    return teach("shape", problem, "Write numbers with x between them, such as 28x28x1, or words:40:2000 for a text.",
                 "such as 28x28x1, 784 or words:40:2000", text);
}

/// "28x28x1", "28×28×1", "784", "words:40", "words:40:2000" (length, vocabulary).
Result<TensorType> parseShape(const std::string& text) {
    const bool words = text.starts_with("words:");
    std::vector<std::int64_t> numbers;
    std::string_view rest = std::string_view(text).substr(words ? 6 : 0);
    while (true) {
        while (!rest.empty() && rest.front() == ' ') rest.remove_prefix(1);
        std::int64_t number = 0;
        const auto [end, error] = std::from_chars(rest.data(), rest.data() + rest.size(), number);
        if (error != std::errc() && error != std::errc::result_out_of_range)
            return notAShape(text, fmt::format("“{}” is not a shape", text));
        if (error == std::errc::result_out_of_range || number < 1 || number > kMaximumExtent)
            return notAShape(text, fmt::format("Sizes go from 1 to {}", grouped(kMaximumExtent)));
        numbers.push_back(number);
        rest.remove_prefix(static_cast<std::size_t>(end - rest.data()));
        while (!rest.empty() && rest.front() == ' ') rest.remove_prefix(1);
        if (rest.empty()) break;
        bool separated = false;
        const auto separators = words ? std::vector<std::string_view>{":"}
                                      : std::vector<std::string_view>{"x", "X", "×", "*", ","};
        for (const std::string_view separator : separators)
            if (rest.starts_with(separator)) {
                rest.remove_prefix(separator.size());
                separated = true;
                break;
            }
        if (!separated) return notAShape(text, fmt::format("“{}” is not a shape", text));
    }
    if (words) {
        if (numbers.size() > 2) return notAShape(text, "A text has a length and a number of words only");
        return wordsOf(numbers[0], numbers.size() == 2 ? numbers[1] : 0);
    }
    if (numbers.size() > 4) return notAShape(text, "A shape has at most 4 sizes");
    return TensorType{Shape(numbers), DType::F32, 0};
}

const RegisteredLayer<Input> input{{
    .id = "input",
    .category = Category::Data,
    .title = "Input",
    .meaning = "Where an example enters the network.",
    .section = "1",
    .formula = "a[0] = x",
    .help = "Every network begins with one. Its shape comes from the data: height × width × channels for a picture, one "
            "number for each column of a table, the word ids of a text. Also known as placeholder, Input (Keras), graph "
            "input (ONNX).",
    .minimumInputs = 0,
    .maximumInputs = 0,
    .settings = {setting("shape", "Shape", &Input::shape,
                         "Empty: taken from the data. Otherwise sizes with x between them, such as 28x28x1 (height × width "
                         "× channels) or 13 (a row of a table); words:40:2000 is a text of 40 words out of 2000.")},
    .shape = [](const Input& s, const TensorTypes& in) -> Result<TensorType> {
        if (!in.empty() && (in[0].shape.rank() == 0 || in[0].shape.elements() == 0))
            return teach("input", "An example of the data has no numbers in it",
                         "Look at the data: every column or picture may have been left out.", "at least 1 number",
                         in[0].shape.text());
        if (s.shape.empty()) {
            if (!in.empty()) return in[0];
            return teach("shape", "The shape of the data is not known yet",
                         "Load data, or write the shape here, such as 28x28x1.", "data or a shape", "neither");
        }
        TensorType written = PC_TRY(parseShape(s.shape));
        if (in.empty()) return written;
        if (written.shape != in[0].shape || written.dtype != in[0].dtype)
            return teach("shape",
                         fmt::format("The Input is set to {}, but an example of the data is {}", inWords(written),
                                     inWords(in[0])),
                         "Clear the shape, then it is taken from the data.", inWords(in[0]), inWords(written));
        if (written.vocabulary != 0 && written.vocabulary < in[0].vocabulary)
            return teach("shape",
                         fmt::format("The Input is set to {} words, but the data have {}", written.vocabulary,
                                     in[0].vocabulary),
                         "Clear the shape, then it is taken from the data.",
                         fmt::format("at least {} words", in[0].vocabulary), std::to_string(written.vocabulary));
        if (written.vocabulary == 0) written.vocabulary = in[0].vocabulary;
        return written;
    },
    .remedies = [](const Input&, const TensorTypes&) -> std::vector<Remedy> {
        return {{.settings = {{"shape", std::string()}}, .title = "Take the shape of the Input from the data"}};
    },
    .shapeExplained = [](const Input& s, const TensorTypes&) {
        return std::string(s.shape.empty() ? "as the data" : "as written");
    },
    .samples = {{{vectorOf(4)}, {}},
                {{}, {{"shape", std::string("28x28x1")}}},
                {{}, {{"shape", std::string("3 × 4 × 2")}}},
                {{}, {{"shape", std::string("784")}}},
                {{}, {{"shape", std::string("words:40:2000")}}},
                {{wordsOf(40, 1500)}, {{"shape", std::string("words:40:2000")}}},
                {{pictureOf(8, 8, 1)}, {{"shape", std::string("8x8x1")}}}},
    .badSettings = {{{}, {}, "shape"},
                    {{vectorOf(0)}, {}, "input"},
                    {{}, {{"shape", std::string("big")}}, "shape"},
                    {{}, {{"shape", std::string("28x")}}, "shape"},
                    {{}, {{"shape", std::string("28x28x0")}}, "shape"},
                    {{}, {{"shape", std::string("-3")}}, "shape"},
                    {{}, {{"shape", std::string("99999999999999999999")}}, "shape"},
                    {{}, {{"shape", std::string("2x2x2x2x2")}}, "shape"},
                    {{}, {{"shape", std::string("words:")}}, "shape"},
                    {{}, {{"shape", std::string("words:4:5:6")}}, "shape"},
                    {{pictureOf(8, 8, 1)}, {{"shape", std::string("28x28x1")}}, "shape"},
                    {{vectorOf(40)}, {{"shape", std::string("words:40")}}, "shape"},
                    {{wordsOf(40, 2000)}, {{"shape", std::string("words:40:100")}}, "shape"}},
    .differentiable = false,
}};

}  // namespace
}  // namespace perceptarium::layers
