// Tables as data: what columns are taken for, what fills the gaps, and what the user may overrule.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "core/data/files.h"
#include "data/adapt.h"
#include "core/places.h"

namespace perceptarium::data {
namespace {

using ::testing::HasSubstr;
using tests::Folder;
using tests::kindOf;
using tests::load;
using tests::noteHas;
using tests::prepared;
using Names = std::vector<std::string>;

std::string people() {
    std::string text = "number,name,age,city,married,group\n";
    const char* cities[] = {"Rome", "Oslo", "Köln", ""};
    for (int i = 0; i < 40; ++i)
        text += std::to_string(i + 1) + ",person number " + std::to_string(i * i) + "," +
                (i % 8 == 3 ? "NA" : std::to_string(20 + i)) + "," + cities[i % 4] + "," + (i % 3 ? "yes" : "no") +
                "," + (i % 2 ? "b" : "a") + "\n";
    return text;
}

TEST(Table, GuessesNumbersCategoriesAndWhatToIgnore) {
    const Folder folder;
    const auto path = folder.write("people of café.csv", people());
    EXPECT_EQ(kindOf(path), "csv");
    LOAD(set, load("csv", {{"gaps", false}}, path));
    EXPECT_EQ(set.info().form, InputForm::Row);
    EXPECT_EQ(set.info().features, (Names{"age", "city=Köln", "city=Oslo", "city=Rome", "married=no", "married=yes"}));
    EXPECT_EQ(set.info().classes, (Names{"a", "b"}));
    EXPECT_TRUE(noteHas(set.info(), "number is left out: it looks like a row number"));
    EXPECT_TRUE(noteHas(set.info(), "name is left out: it holds more than 30 different words"));
    EXPECT_TRUE(noteHas(set.info(), "5 missing values of age"));
    EXPECT_TRUE(noteHas(set.info(), "10 missing values of city"));
    Tensor x, y;
    ASSERT_TRUE(set.read(std::vector<std::int64_t>{0, 3}, x, y).has_value());
    EXPECT_EQ(std::vector<float>(x.values<float>().begin(), x.values<float>().begin() + 6),
              (std::vector<float>{20, 0, 0, 1, 1, 0}));
    EXPECT_EQ(x.at(7) + x.at(8) + x.at(9), 0) << "a missing category sets none";
    EXPECT_THAT(set.caption(3), HasSubstr("line 5: 4, person number 9"));
}

TEST(Table, MarksGapsThatMaySaySomething) {
    const Folder folder;
    std::string text = "code,x,y,class\n";  // many codes, missing in every other row; x misses 1 in 10, y 1 in 50
    for (int i = 0; i < 100; ++i)
        text += (i % 2 ? "" : "code" + std::to_string(i)) + "," + (i % 10 ? std::to_string(0.5 * i) : "NA") + "," +
                (i % 50 ? std::to_string(i % 7) : "") + "," + (i % 3 ? "p" : "q") + "\n";
    LOAD(set, load("csv", {}, folder.write("t.csv", text)));
    EXPECT_EQ(set.info().features, (Names{"code=(known)", "x", "x=(known)", "y"}));
    Tensor x, y;
    ASSERT_TRUE(set.read(std::vector<std::int64_t>{10, 11}, x, y).has_value());
    EXPECT_EQ(x.at(0), 1);
    EXPECT_EQ(x.at(2), 0);
    EXPECT_EQ(x.at(4), 0);
    EXPECT_EQ(x.at(6), 1);
}

TEST(Table, FillsGapsWithTheTrainingPartOnly) {
    const Folder folder;
    std::string text = "x,z,class\n";
    for (int i = 0; i < 60; ++i)
        text +=
            (i % 5 == 0 ? "" : std::to_string(i * i)) + "," + std::to_string(i % 7) + "," + (i % 2 ? "p" : "q") + "\n";
    const auto path = folder.write("t.csv", text);
    for (const std::string how : {"median", "mean"}) {
        LOAD(set, prepared("csv", {{"missing", how}}, path, "none"));
        std::vector<double> present;
        for (const auto row : set.split.train)
            if (row % 5 != 0) present.push_back(static_cast<double>(row * row));
        std::sort(present.begin(), present.end());
        double expected = 0;
        for (const double value : present) expected += value / static_cast<double>(present.size());
        if (how == "median") expected = 0.5 * (present[(present.size() - 1) / 2] + present[present.size() / 2]);
        Tensor x, y;
        for (const std::int64_t row : {0, 5, 55}) {
            ASSERT_TRUE(set.read(std::vector<std::int64_t>{row}, x, y).has_value());
            EXPECT_FLOAT_EQ(x.data<float>()[0], static_cast<float>(expected)) << how;
        }
        EXPECT_TRUE(noteHas(set.dataset->info(), "filled with the " + how + " of the training part"));
    }
}

TEST(Table, AnotherTableIsFilledWithWhatTrainingUsed) {
    const Folder folder;
    std::string text = "x,full,city,class\n";
    for (int i = 0; i < 40; ++i)
        text += (i % 5 == 0 ? "" : std::to_string(i)) + "," + std::to_string(i % 7) + "," + (i % 4 ? "Rome" : "") + "," +
                (i % 2 ? "p" : "q") + "\n";
    LOAD(trained, prepared("csv", {}, folder.write("train.csv", text), "none"));
    const DatasetInfo& terms = trained.dataset->info();
    EXPECT_EQ(terms.columns, (Names{"x", "full", "city", "class"}));
    EXPECT_EQ(terms.targetColumn, "class");
    ASSERT_EQ(terms.features, (Names{"x", "x=(known)", "full", "city=Rome", "city=(known)"}));
    ASSERT_EQ(terms.fills.size(), 5u);
    std::vector<double> known;
    for (const auto row : trained.split.train)
        if (row % 5 != 0) known.push_back(static_cast<double>(row));
    std::sort(known.begin(), known.end());
    EXPECT_FLOAT_EQ(terms.fills[0],
                    static_cast<float>(0.5 * (known[(known.size() - 1) / 2] + known[known.size() / 2])));
    EXPECT_GT(terms.fills[2], 0) << "a column without gaps here may have some elsewhere";

    // Columns in another order, other medians, no gap that one in twenty would mark, a city that was never seen.
    std::string other = "class,city,full,x\n";
    for (int i = 0; i < 100; ++i)
        other += std::string(i % 2 ? "p" : "q") + "," + (i == 9 ? "" : i % 2 ? "Rome" : "Oslo") + "," +
                 (i == 7 ? "" : "1000") + "," + (i == 8 ? "" : std::to_string(5000 + i)) + "\n";
    LOAD(fresh, load("csv", {{"target", std::string("class")}, {"columns", columnKinds(terms)}},
                     folder.write("other.csv", other)));
    const auto adapted = adapt(freshResult.value(), terms);
    ASSERT_TRUE(adapted) << adapted.error().message();
    EXPECT_EQ((*adapted)->info().features, terms.features);
    Tensor x, y;
    ASSERT_TRUE((*adapted)->read(std::vector<std::int64_t>{7, 8, 9}, x, y));
    const float fillX = terms.fills[0], fillFull = terms.fills[2];
    EXPECT_EQ(std::vector<float>(x.values<float>().begin(), x.values<float>().end()),
              (std::vector<float>{5007, 1, fillFull, 1, 1, fillX, 0, 1000, 0, 1, 5009, 1, 1000, 0, 0}));
    EXPECT_TRUE(noteHas((*adapted)->info(), "1 missing values of x were filled with the value that training used"));
    EXPECT_EQ(fresh.info().size, 100);
}

TEST(Table, RefitsWhenTheSplitChanges) {
    const Folder folder;
    std::string text = "x,z,class\n";
    for (int i = 0; i < 60; ++i)
        text += (i % 5 == 0 ? "" : std::to_string(i * i)) + ",1.5," + (i % 2 ? "p" : "q") + "\n";
    const auto path = folder.write("t.csv", text);
    DataSettings settings{"csv", {{"path", path}}, {}, "none"};
    const auto first = *prepare(settings, {});
    settings.split.seed = 99;
    const auto second = *prepare(first->dataset, settings, {}), fresh = *prepare(settings, {});
    EXPECT_EQ(second->dataset->contentHash(), fresh->dataset->contentHash());
    EXPECT_EQ(second->dataset->info().notes, fresh->dataset->info().notes);
}

TEST(Table, TheUserOverrulesKindsAndTarget) {
    const Folder folder;
    const auto path = folder.write("t.csv", people());
    LOAD(set, load("csv",
                   {{"target", std::string("married")},
                    {"columns", std::string("age:ignore, number:number, \"city\":ignore, group : category")}},
                   path));
    EXPECT_EQ(set.info().features, (Names{"number", "group=a", "group=b"}));
    EXPECT_EQ(set.info().classes, (Names{"no", "yes"}));
    LOAD(byNumber, load("csv", {{"target", std::string("3")}}, path));
    EXPECT_EQ(byNumber.info().target, TargetKind::Number);
    EXPECT_EQ(byNumber.info().size, 35);
    EXPECT_TRUE(noteHas(byNumber.info(), "5 rows were left out for want of a value of age"));
    LOAD(asClass, load("csv", {{"target", std::string("age")}, {"columns", std::string("age:category")}}, path));
    EXPECT_EQ(asClass.info().classes.size(), 35u);
    const std::pair<Settings, const char*> wrong[] = {
        {{{"target", std::string("height")}}, "no such column"},
        {{{"target", std::string("7")}}, "no such column"},
        {{{"columns", std::string("height:number")}}, "no such column"},
        {{{"columns", std::string("age:real")}}, "no such kind"},
        {{{"columns", std::string("age")}}, "without its kind"},
        {{{"columns", std::string("name:number")}}, "t.csv:2:2"},
        {{{"target", std::string("name")}}, "neither classes nor numbers"},
        {{{"columns", std::string("group:ignore")}}, "cannot be ignored"},
    };
    for (const auto& [settings, says] : wrong) {
        const auto result = load("csv", settings, path);
        ASSERT_FALSE(result.has_value()) << says;
        EXPECT_THAT(result.error().message(), HasSubstr(says));
    }
}

TEST(Table, NumbersWithManyValuesAreARegressionThatTrainingSeesStandardized) {
    const Folder folder;
    std::string text = "rooms,price\n";
    for (int i = 0; i < 50; ++i) text += std::to_string(i % 6) + "," + std::to_string(200000 + 1000 * i) + "\n";
    const auto path = folder.write("houses.csv", text);
    LOAD(set, prepared("csv", {}, path));
    EXPECT_EQ(set.dataset->info().target, TargetKind::Number);
    Tensor x, y;
    ASSERT_TRUE(set.read(set.split.train, x, y).has_value());
    EXPECT_EQ(y.shape(), (Shape{40, 1}));
    double mean = 0, square = 0;
    for (const float value : y.values<float>()) mean += value / 40, square += value * value / 40;
    EXPECT_NEAR(mean, 0, 1e-6);
    EXPECT_NEAR(square, 1, 1e-6);
    ASSERT_TRUE(set.dataset->read(std::vector<std::int64_t>{7}, x, y).has_value());
    EXPECT_EQ(y.at(0), 207000) << "the set itself gives prices";
    EXPECT_EQ(set.dataset->info().targets, (Names{"price"}));
    LOAD(plain, prepared("csv", {{"scaleTarget", false}}, path));
    EXPECT_TRUE(plain.targetScaling.identity());
    LOAD(raw, load("csv", {{"scaleTarget", false}}, path));
    ASSERT_TRUE(raw.read(std::vector<std::int64_t>{7}, x, y).has_value());
    EXPECT_EQ(y.at(0), 207000);
    EXPECT_EQ(raw.info().targets, (Names{"price"}));
    EXPECT_TRUE(raw.labels().empty());
}

TEST(Table, OddValuesCountAsMissingAndAreListed) {
    const Folder folder;
    std::string text = "x,z,class\n";
    for (int i = 0; i < 100; ++i)
        text += (i == 30   ? std::string("inf")
                 : i == 31 ? "1e300"
                 : i == 32 ? "about 7"
                           : std::to_string(0.5 * i)) +
                "," + std::to_string(i % 9) + "," + (i % 2 ? "p" : "q") + "\n";
    LOAD(set, load("csv", {}, folder.write("t.csv", text)));
    EXPECT_TRUE(
        noteHas(set.info(), "3 values of x are no finite numbers and count as missing; the first is in line 32: inf"));
    Tensor x, y;
    std::vector<std::int64_t> all(100);
    for (std::int64_t i = 0; i < 100; ++i) all[static_cast<std::size_t>(i)] = i;
    ASSERT_TRUE(set.read(all, x, y).has_value());
    for (const float value : x.values<float>()) EXPECT_TRUE(std::isfinite(value));
}

TEST(Table, WithNothingToLearnFromIsAnError) {
    const Folder folder;
    const std::pair<const char*, const char*> tables[] = {
        {"x,class\n1,a\n2,a\n3,a\n", "only one class"},
        {"class\na\nb\na\n", "no column is left"},
        {"x,class\n5,a\n5,b\n5,a\n", "no column is left"},
        {"x,y\n1,\n2,NA\n3,?\n", "target column is empty"},
    };
    for (const auto& [text, says] : tables) {
        const auto result = load("csv", {{"header", std::string("yes")}}, folder.write("t.csv", text));
        ASSERT_FALSE(result.has_value()) << text;
        EXPECT_THAT(result.error().message(), HasSubstr(says));
        EXPECT_THAT(result.error().where, HasSubstr("t.csv"));
    }
}

TEST(Table, TwoNumbersAndAClassArePoints) {
    const Folder folder;
    LOAD(set, load("csv", {}, folder.write("points.tsv", "x\ty\tclass\n0.5\t1\ta\n-1\t2\tb\n0\t3\ta\n")));
    EXPECT_EQ(set.info().form, InputForm::Point);
    EXPECT_EQ(set.info().features, (Names{"x", "y"}));
}

struct Known {
    const char* file;
    const char* target;
    std::int64_t rows, inputs;
    std::size_t classes;
};

TEST(Table, ReadsTheSharedTables) {
    SKIP_WITHOUT_DATA("tabular");
    const Known known[] = {
        {"iris.csv", "", 150, 4, 3},
        {"wine.csv", "", 178, 13, 3},
        {"wdbc.data", "2", 569, 31, 2},
        {"boston_housing.csv", "", 506, 13, 0},
        {"california_housing.csv", "median_house_value", 20640, 13, 0},
        {"titanic.csv", "Survived", 891, 12, 2},  // Age and Cabin mark their gaps
        {"penguins.csv", "species", 344, 9, 3},
    };
    for (const Known& each : known) {
        const auto path = tests::sharedData(std::string("tabular/") + each.file);
        EXPECT_EQ(kindOf(path), "csv") << path;
        LOAD(set, load("csv", {{"target", std::string(each.target)}}, path));
        EXPECT_EQ(set.info().size, each.rows) << path;
        EXPECT_EQ(set.info().input.shape, (Shape{each.inputs})) << path;
        EXPECT_EQ(set.info().classes.size(), each.classes) << path;
    }
    LOAD(california, load("csv", {{"target", std::string("median_house_value")}},
                          tests::sharedData("tabular/california_housing.csv")));
    EXPECT_TRUE(noteHas(california.info(), "207 missing values of total_bedrooms"));
    tests::expectCancels("csv", {}, tests::sharedData("tabular/california_housing.csv"));
}

}  // namespace
}  // namespace perceptarium::data
