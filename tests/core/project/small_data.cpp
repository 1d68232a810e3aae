#include "core/project/broken_networks.h"

namespace perceptarium::tests {
namespace {

constexpr std::int64_t kExamples = 48;

data::PreparedPtr prepared(data::DatasetInfo info, Tensor x, Tensor y) {
    auto made = std::make_shared<data::Prepared>();
    made->dataset = std::make_shared<data::MemoryDataset>(std::move(info), std::move(x), std::move(y));
    for (std::int64_t i = 0; i < kExamples; ++i) (i < 36 ? made->split.train : made->split.dev).push_back(i);
    made->classCounts = data::countClasses(*made->dataset, made->split.train);
    return made;
}

Tensor randomNumbers(const Shape& shape, Random& random) {
    Tensor x = Tensor::empty(shape);
    for (float& value : x.values<float>()) value = static_cast<float>(random.uniform(-1, 1));
    return x;
}

Tensor labels(std::int64_t classes) {
    Tensor y = Tensor::empty({kExamples}, DType::I32);
    for (std::int64_t i = 0; i < kExamples; ++i) y.data<std::int32_t>()[i] = static_cast<std::int32_t>(i % classes);
    return y;
}

}  // namespace

data::PreparedPtr smallData(SmallData kind) {
    Random random(3, "small data");
    data::DatasetInfo info;
    info.name = "small";
    const std::vector<std::string> names{"a", "b", "c"};
    if (kind == SmallData::Number) {
        info.target = data::TargetKind::Number;
        info.targets = {"y"};
        return prepared(info, randomNumbers({kExamples, 6}, random), randomNumbers({kExamples, 1}, random));
    }
    const bool two = kind == SmallData::TwoClasses || kind == SmallData::Texts;
    info.classes = {names.begin(), names.begin() + (two ? 2 : 3)};
    const Tensor y = labels(two ? 2 : 3);
    if (kind == SmallData::Pictures) {
        info.form = data::InputForm::Picture;
        return prepared(info, randomNumbers({kExamples, 12, 12, 1}, random), y);
    }
    if (kind != SmallData::Texts) return prepared(info, randomNumbers({kExamples, 6}, random), y);
    info.form = data::InputForm::Text;
    for (int i = 0; i < 20; ++i) info.vocabulary.push_back("word" + std::to_string(i));
    Tensor x = Tensor::empty({kExamples, 8}, DType::I32);
    for (std::int32_t& word : x.values<std::int32_t>()) word = static_cast<std::int32_t>(1 + random.below(19));
    return prepared(info, x, y);
}

}  // namespace perceptarium::tests
