// .percept files: everything comes back exactly, equal projects give equal bytes, and damage is an error, never a crash.
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/stat.h>

#include <cmath>
#include <filesystem>
#include <fstream>

#include "exchange/atomic_file.h"
#include "exchange/percept_file.h"
#include "exchange/project_file.h"
#include "exchange/tensors.h"
#include "exchange/zip_archive.h"
#include "network/edits.h"
#include "train/trainer.h"

namespace perceptarium::exchange {
namespace {

namespace fs = std::filesystem;
using ::testing::HasSubstr;

/// A folder of its own that goes away.
class ProjectFile : public ::testing::Test {
protected:
    ProjectFile() {
        std::string name = (fs::temp_directory_path() / "perceptarium.XXXXXX").string();
        folder_ = mkdtemp(name.data());
    }
    ~ProjectFile() override { fs::remove_all(folder_); }
    std::string path(const std::string& name) const { return (folder_ / name).string(); }
    fs::path folder_;
};

Tensor numbers(Shape shape, float first) {
    Tensor tensor = Tensor::empty(std::move(shape));
    for (auto& value : tensor.values<float>()) value = std::sin(first += 0.37f);
    return tensor;
}

project::Project halfwayTrained() {
    project::Project project;
    project.document.name = "Halfway";
    network::Graph& graph = project.document.graph;
    const auto input = *network::appendNode(graph, "input", network::kNoNode);
    network::appendNode(graph, "dense", input).value();
    project::Trained trained;
    trained.state.step = 1234;
    trained.state.epoch = 2;
    trained.state.batch = 17;
    trained.state.seed = 99;
    trained.state.seconds = 0.1 + 0.2;
    trained.state.knobs = {3e-4, 1e-5};
    trained.state.parameters = {{"dense1.W", numbers({3, 4}, 0)}, {"dense1.b", numbers({4}, 5)}};
    trained.state.optimizer = {{"dense1.W/m", numbers({3, 4}, 7)}, {"step", Tensor::full({1}, 1234, DType::F64)}};
    trained.state.epochSums = {{"loss", 1.0 / 3}, {"accuracy", std::nan("")}};
    for (int i = 0; i < 1000; ++i)
        trained.batches.push_back({i, i / 600, 1.0 / (i + 1), i % 2 ? std::nan("") : 0.5, HUGE_VAL, 0.001 * i});
    trained.epochs.push_back({1, 600, 0.6, 1e5, {{"loss", 0.5}}, train::Metrics{{"loss", std::nan("")}}, std::nullopt});
    trained.marks.push_back({700, "learning rate 0.001 → 0.0003"});
    trained.normalization = {numbers({3}, 1), numbers({3}, 2)};
    trained.info.name = "rows";
    trained.info.input = {{3}, DType::F32, 0};
    trained.info.size = 100;
    trained.info.classes = {"ja", "nein", "vielleicht", "ü"};
    trained.info.features = {"a", "b", "c=d"};
    trained.info.target = data::TargetKind::Number;
    trained.info.targets = {"price"};
    trained.info.standardizeTargets = true;
    trained.info.fills = {0.1f, -7, 0};
    trained.info.columns = {"a", "b", "c", "price"};
    trained.info.targetColumn = "price";
    trained.targetScaling = {{206855.81609}, {1.0 / 3}};
    project.trained = std::move(trained);
    return project;
}

void expectSameTensors(const std::map<std::string, Tensor>& a, const std::map<std::string, Tensor>& b) {
    ASSERT_EQ(a.size(), b.size());
    for (const auto& [name, tensor] : a) {
        ASSERT_TRUE(b.contains(name)) << name;
        EXPECT_TRUE(tensor.identical(b.at(name))) << name;
    }
}

TEST_F(ProjectFile, openedAgainItIsExactlyAsItWas) {
    const auto project = halfwayTrained();
    ASSERT_TRUE(saveProject(project, path("a.percept")));
    const auto back = loadProject(path("a.percept"));
    ASSERT_TRUE(back) << back.error().message();
    EXPECT_EQ(back->document, project.document);
    ASSERT_TRUE(back->trained);
    const auto &was = *project.trained, &is = *back->trained;
    EXPECT_EQ(is.state.step, was.state.step);
    EXPECT_EQ(is.state.epoch, was.state.epoch);
    EXPECT_EQ(is.state.batch, was.state.batch);
    EXPECT_EQ(is.state.seed, was.state.seed);
    EXPECT_EQ(is.state.seconds, was.state.seconds);
    EXPECT_EQ(is.state.knobs.learningRate, was.state.knobs.learningRate);
    EXPECT_EQ(is.state.knobs.l2, was.state.knobs.l2);
    EXPECT_EQ(is.state.epochSums.at("loss"), 1.0 / 3);
    EXPECT_TRUE(std::isnan(is.state.epochSums.at("accuracy")));
    expectSameTensors(is.state.parameters, was.state.parameters);
    expectSameTensors(is.state.optimizer, was.state.optimizer);
    EXPECT_TRUE(is.normalization.shift.identical(was.normalization.shift));
    EXPECT_TRUE(is.normalization.scale.identical(was.normalization.scale));
    EXPECT_EQ(is.targetScaling, was.targetScaling);
    EXPECT_TRUE(is.info.standardizeTargets);
    EXPECT_EQ(is.info.fills, was.info.fills);
    EXPECT_EQ(is.info.columns, was.info.columns);
    EXPECT_EQ(is.info.targetColumn, "price");
    ASSERT_EQ(is.batches.size(), 1000u);
    EXPECT_EQ(is.batches[999].loss, 0.001);
    EXPECT_TRUE(std::isnan(is.batches[999].accuracy));
    EXPECT_TRUE(std::isinf(is.batches[0].gradientNorm));
    ASSERT_EQ(is.epochs.size(), 1u);
    EXPECT_EQ(is.epochs[0].train.at("loss"), 0.5);
    ASSERT_TRUE(is.epochs[0].dev);
    EXPECT_TRUE(std::isnan(is.epochs[0].dev->at("loss")));
    EXPECT_FALSE(is.epochs[0].test);
    ASSERT_EQ(is.marks.size(), 1u);
    EXPECT_EQ(is.marks[0].what, "learning rate 0.001 → 0.0003");
    EXPECT_EQ(is.info.classes, was.info.classes);
    EXPECT_EQ(is.info.input, was.info.input);

    ASSERT_TRUE(saveProject(*back, path("b.percept")));
    EXPECT_EQ(*readWholeFile(path("a.percept"), 1 << 20), *readWholeFile(path("b.percept"), 1 << 20));
}

TEST_F(ProjectFile, trainingGoesOnFromASavedProjectAsIfItHadNeverStopped) {
    auto project = *loadProject("spiral");
    project.document.training.optimizer = "adam";
    project.document.training.epochs = 2;
    const auto data = data::prepare(project.document.data, {});
    ASSERT_TRUE(data);
    const auto trainer = [&] { return *train::Trainer::create(project.document.graph, *data, project.document.training); };
    const auto finish = [](train::Trainer& t) {
        while (!t.done()) {
            while (!t.epochEnded()) ASSERT_TRUE(t.step());
            ASSERT_TRUE(t.finishEpoch());
        }
    };
    auto first = trainer();
    for (int i = 0; i < 7; ++i) ASSERT_TRUE(first->step());  // in the middle of the first epoch
    project::Trained trained;
    trained.state = first->state();
    trained.normalization = (*data)->normalization;
    trained.info = (*data)->dataset->info();
    trained.info.given = {};
    project.trained = trained;
    ASSERT_TRUE(saveProject(project, path("half.percept")));
    finish(*first);

    const auto back = loadProject(path("half.percept"));
    ASSERT_TRUE(back) << back.error().message();
    auto second = trainer();
    const auto set = second->setState(back->trained->state);
    ASSERT_TRUE(set) << set.error().message();
    finish(*second);
    expectSameTensors(second->state().parameters, first->state().parameters);
    expectSameTensors(second->state().optimizer, first->state().optimizer);
    EXPECT_EQ(second->state().step, first->state().step);

    const auto model = trainedModel(*back);  // without the data
    ASSERT_TRUE(model) << model.error().message();
    EXPECT_EQ(model->inputType().shape, (Shape{2}));
    expectSameTensors(tensorsOf(*model), trained.state.parameters);
}

TEST_F(ProjectFile, aProjectThatWasNeverTrainedHasNoWeights) {
    project::Project project;
    project.document.name = "New";
    ASSERT_TRUE(saveProject(project, path("new.percept")));
    const auto back = loadProject(path("new.percept"));
    ASSERT_TRUE(back) << back.error().message();
    EXPECT_EQ(back->document, project.document);
    EXPECT_FALSE(back->trained);
}

TEST_F(ProjectFile, pathsBesideTheFileMoveWithIt) {
    fs::create_directories(folder_ / "one" / "data");
    project::Project project;
    project.document.data.source = "idx";
    project.document.data.settings["path"] = path("one/data/t.idx");
    ASSERT_TRUE(saveProject(project, path("one/p.json")));
    fs::rename(folder_ / "one", folder_ / "two");
    const auto back = loadProject(path("two/p.json"));
    ASSERT_TRUE(back) << back.error().message();
    EXPECT_EQ(std::get<std::string>(back->document.data.settings.at("path")), path("two/data/t.idx"));

    project.document.data.settings["path"] = std::string("/elsewhere/t.idx");
    ASSERT_TRUE(saveProject(project, path("two/q.json")));
    EXPECT_EQ(std::get<std::string>(loadProject(path("two/q.json"))->document.data.settings.at("path")), "/elsewhere/t.idx");
}

TEST_F(ProjectFile, aFailedSaveLeavesTheOldFileWhole) {
    project::Project project;
    ASSERT_TRUE(saveProject(project, path("p.json")));
    const std::string before = *readWholeFile(path("p.json"), 1 << 20);
    EXPECT_FALSE(saveProject(project, path("p.txt")));
    EXPECT_FALSE(saveProject(project, path("no/such/folder/p.json")));
    EXPECT_FALSE(saveProject(project, folder_.string() + "/."));
    EXPECT_EQ(*readWholeFile(path("p.json"), 1 << 20), before);
    // A full disk, as far as one can have it in a test: /dev/full refuses every byte, and is no file to replace.
    const auto full = writeFileAtomically("/dev/full", "x");
    ASSERT_FALSE(full);
    EXPECT_THAT(full.error().message(), HasSubstr("/dev/full"));
    EXPECT_EQ(std::distance(fs::directory_iterator(folder_), fs::directory_iterator()), 1) << "nothing is left beside it";
}

TEST_F(ProjectFile, savingKeepsPermissionsAndLinks) {
    ASSERT_TRUE(writeFileAtomically(path("real"), "old"));
    ::chmod(path("real").c_str(), 0640);
    fs::create_symlink("real", path("link"));
    ASSERT_TRUE(writeFileAtomically(path("link"), "new"));
    EXPECT_TRUE(fs::is_symlink(path("link")));
    EXPECT_EQ(*readWholeFile(path("real"), 10), "new");
    struct stat info{};
    ASSERT_EQ(::stat(path("real").c_str(), &info), 0);
    EXPECT_EQ(info.st_mode & 0777, 0640u);
}

TEST_F(ProjectFile, everyTruncationAndManyFlippedBitsAreErrors) {
    const std::string whole = *perceptBytes(halfwayTrained());
    for (std::size_t length = 0; length < whole.size(); length += 1 + length / 50)
        EXPECT_FALSE(perceptFromBytes(std::string_view(whole).substr(0, length), "cut.percept")) << length;
    for (std::size_t at = 0; at < whole.size(); at += 7) {
        std::string bent = whole;
        bent[at] = static_cast<char>(bent[at] ^ 0x55);
        static_cast<void>(perceptFromBytes(bent, "bent.percept"));  // an error or the same; never a crash
    }
}

TEST_F(ProjectFile, aZipBombIsRefusedBeforeItIsUnpacked) {
    const std::string bomb = *zipBytes({{"project.json", std::string(4u << 20, ' '), true}});
    EXPECT_LT(bomb.size(), 40u << 10);
    const auto contents = unzip(bomb, "bomb.percept", {.entryBytes = 1u << 20});
    ASSERT_FALSE(contents);
    EXPECT_THAT(contents.error().message(), HasSubstr("bomb.percept: project.json: a part of the archive is too large"));
    const auto together = unzip(*zipBytes({{"a", std::string(90, 'a')}, {"b", std::string(90, 'b')}}), "two", {.totalBytes = 100});
    ASSERT_FALSE(together);
    EXPECT_THAT(together.error().message(), HasSubstr("two: b: "));
}

TEST_F(ProjectFile, whatIsMissingInTheArchiveIsNamed) {
    const auto project = perceptFromBytes(*zipBytes({{"readme.txt", "hello", true}}), "odd.percept");
    ASSERT_FALSE(project);
    EXPECT_THAT(project.error().message(), HasSubstr("project.json"));
    const auto ofNoise = loadProject([this] {
        std::ofstream(path("noise.percept"), std::ios::binary) << std::string("\x7f" "ELF\0\0\0", 7);
        return path("noise.percept");
    }());
    ASSERT_FALSE(ofNoise);
    EXPECT_THAT(ofNoise.error().message(), HasSubstr("not a Perceptarium project"));
}

}  // namespace
}  // namespace perceptarium::exchange
