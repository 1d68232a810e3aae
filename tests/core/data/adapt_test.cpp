// Other data in the terms of the trained network, and single files as its inputs.
#include "data/adapt.h"

#include <gtest/gtest.h>

#include <fstream>

#include "data/read_inputs.h"

namespace perceptarium::data {
namespace {

DatasetPtr rows(std::vector<std::string> features, std::vector<std::string> classes, std::vector<float> x,
                std::vector<std::int32_t> y) {
    DatasetInfo info;
    info.name = "rows";
    info.form = InputForm::Row;
    info.features = std::move(features);
    info.classes = std::move(classes);
    const auto n = static_cast<std::int64_t>(y.size()), d = static_cast<std::int64_t>(info.features.size());
    return std::make_shared<MemoryDataset>(info, Tensor::of<float>({n, d}, x), Tensor::of<std::int32_t>({n}, y));
}

DatasetPtr texts(std::vector<std::string> vocabulary, std::int64_t length, std::vector<std::int32_t> ids) {
    DatasetInfo info;
    info.form = InputForm::Text;
    info.classes = {"bad", "good"};
    info.vocabulary = std::move(vocabulary);
    info.input.vocabulary = static_cast<std::int64_t>(info.vocabulary.size());
    const std::int64_t n = static_cast<std::int64_t>(ids.size()) / length;
    return std::make_shared<MemoryDataset>(info, Tensor::of<std::int32_t>({n, length}, ids),
                                           Tensor::zeros({n}, DType::I32));
}

TEST(Adapt, theSameTermsNeedNoView) {
    const auto set = rows({"a", "b"}, {"x", "y"}, {1, 2}, {0});
    EXPECT_EQ(*adapt(set, set->info()), set);
}

TEST(Adapt, columnsAreFoundByNameAndClassesByName) {
    const auto trained = rows({"height", "colour=blue", "colour=red"}, {"big", "small"}, {0, 0, 0}, {0});
    const auto other = rows({"colour=red", "height"}, {"small", "big"}, {1, 170, 0, 90}, {1, 0});
    const auto adapted = adapt(other, trained->info());
    ASSERT_TRUE(adapted);
    Tensor x, y;
    const std::vector<std::int64_t> both{0, 1};
    ASSERT_TRUE((*adapted)->read(both, x, y));
    EXPECT_EQ(std::vector<float>(x.values<float>().begin(), x.values<float>().end()),
              (std::vector<float>{170, 0, 1, 90, 0, 0}));
    EXPECT_EQ(y.data<std::int32_t>()[0], 0);  // "big" is class 0 for the network
    EXPECT_EQ(y.data<std::int32_t>()[1], 1);
    EXPECT_EQ((*adapted)->labels()[1], 1);
}

TEST(Adapt, aMissingColumnAndAnUnknownClassAreNamed) {
    const auto trained = rows({"height", "weight"}, {"big", "small"}, {0, 0}, {0});
    const auto column = adapt(rows({"height"}, {"big", "small"}, {1}, {0}), trained->info());
    ASSERT_FALSE(column);
    EXPECT_NE(column.error().message().find("\"weight\""), std::string::npos);
    const auto label = adapt(rows({"height", "weight"}, {"big", "huge"}, {1, 2}, {1}), trained->info());
    ASSERT_FALSE(label);
    EXPECT_EQ(label.error().found, "huge");
}

TEST(Adapt, wordsAreTranslatedAndCutToTheTrainedLength) {
    const auto trained = texts({"", "?", "fine", "dull"}, 2, {2, 3});
    const auto adapted = adapt(texts({"", "?", "dull", "new", "fine"}, 3, {2, 3, 4}), trained->info());
    ASSERT_TRUE(adapted);
    Tensor x, y;
    const std::vector<std::int64_t> first{0};
    ASSERT_TRUE((*adapted)->read(first, x, y));
    EXPECT_EQ(x.shape(), (Shape{1, 2}));
    EXPECT_EQ(x.data<std::int32_t>()[0], 3);  // dull
    EXPECT_EQ(x.data<std::int32_t>()[1], 1);  // "new" was never seen
}

class ReadInputs : public ::testing::Test {
protected:
    std::string write(const std::string& name, const std::string& content) {
        const std::string path = ::testing::TempDir() + name;
        std::ofstream(path) << content;
        return path;
    }
    DatasetInfo table() const {
        DatasetInfo info;
        info.form = InputForm::Row;
        info.features = {"height", "colour=red", "colour=light=blue"};
        info.input = {{3}, DType::F32};
        return info;
    }
};

TEST_F(ReadInputs, rowsFollowTheTrainedColumnsAndMissingNumbersTakeTheMean) {
    Normalization normalization;
    const std::vector<float> mean{150, 0, 0}, one{1, 1, 1};
    normalization.shift = Tensor::of<float>({3}, mean);
    normalization.scale = Tensor::of<float>({3}, one);
    const auto path = write("rows.csv", "colour,extra,height\nred,1,180\nlight=blue,2,\n");
    const auto inputs = readInputs(path, table(), {}, normalization);
    ASSERT_TRUE(inputs) << inputs.error().message();
    EXPECT_EQ(std::vector<float>(inputs->x.values<float>().begin(), inputs->x.values<float>().end()),
              (std::vector<float>{180, 1, 0, 150, 0, 1}));
    EXPECT_EQ(inputs->captions[0], path + ":2");
}

TEST_F(ReadInputs, missingNumbersTakeWhatTrainingFilledIn) {
    Normalization normalization;
    normalization.shift = Tensor::full({3}, 150);
    normalization.scale = Tensor::full({3}, 1);
    DatasetInfo info = table();
    info.fills = {170, 0, 0};
    const auto inputs = readInputs(write("gaps.csv", "height,colour\n,red\n180,\n"), info, {}, normalization);
    ASSERT_TRUE(inputs) << inputs.error().message();
    EXPECT_EQ(inputs->x.at(0), 170) << "the median of training, not its mean";
    EXPECT_EQ(inputs->x.at(3), 180);
}

TEST_F(ReadInputs, aTableWithoutHeaderIsReadByTheOrderInTraining) {
    DatasetInfo info;
    info.form = InputForm::Row;
    info.columns = {"price", "rooms", "name", "area"};
    info.targetColumn = "price";
    info.features = {"rooms", "area"};
    info.input = {{2}, DType::F32};
    for (const char* text : {"1.5,3,7,80\n2.5,4,8,95\n", "3,7,80\n4,8,95\n"}) {  // with the target, and without it
        const auto inputs = readInputs(write("bare.csv", text), info, {}, {});
        ASSERT_TRUE(inputs) << inputs.error().message();
        EXPECT_EQ(std::vector<float>(inputs->x.values<float>().begin(), inputs->x.values<float>().end()),
                  (std::vector<float>{3, 80, 4, 95}));
    }
    for (const char* text : {"3,80\n4,95\n", "1,2,3,4,5\n2,3,4,5,6\n"}) {
        const auto refused = readInputs(write("bare.csv", text), info, {}, {});
        ASSERT_FALSE(refused) << text;
        EXPECT_NE(refused.error().message().find("bare.csv"), std::string::npos);
        EXPECT_EQ(refused.error().expected, "4 columns (price, rooms, name, area), or 3 without price");
        EXPECT_EQ(refused.error().found, std::string(text)[1] == ',' && std::string(text).size() < 12 ? "2 columns" : "5 columns");
    }
}

TEST_F(ReadInputs, whatIsNoNumberIsNamedWithItsPlace) {
    const auto path = write("bad.csv", "height,colour\n180,red\ntall,red\n");
    const auto inputs = readInputs(path, table(), {}, {});
    ASSERT_FALSE(inputs);
    EXPECT_NE(inputs.error().where.find("bad.csv:3:1"), std::string::npos);
    EXPECT_EQ(inputs.error().found, "tall");
}

TEST_F(ReadInputs, eachLineOfATextIsOneInput) {
    DatasetInfo info;
    info.form = InputForm::Text;
    info.input = {{4}, DType::I32, 4};
    info.vocabulary = {"", "?", "good", "film"};
    const auto inputs = readInputs(write("lines.txt", "A good film\n\nfilm\n"), info, {}, {});
    ASSERT_TRUE(inputs) << inputs.error().message();
    ASSERT_EQ(inputs->x.shape(), (Shape{2, 4}));
    const std::vector<std::int32_t> ids(inputs->x.values<std::int32_t>().begin(),
                                        inputs->x.values<std::int32_t>().end());
    EXPECT_EQ(ids, (std::vector<std::int32_t>{1, 2, 3, 0, 3, 0, 0, 0}));
}

TEST_F(ReadInputs, aFileThatIsNotThereOrNoPictureIsNamed) {
    DatasetInfo info;
    info.form = InputForm::Picture;
    info.input = {{8, 8, 1}, DType::F32};
    const auto missing = readInputs("/nowhere/at all.png", info, {}, {});
    ASSERT_FALSE(missing);
    EXPECT_NE(missing.error().message().find("at all.png"), std::string::npos);
    EXPECT_FALSE(readInputs(write("no.png", "this is text"), info, {}, {}));
}

}  // namespace
}  // namespace perceptarium::data
