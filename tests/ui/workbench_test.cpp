// The workbench without a window: edits, data, a trainer that fits, files, and what a crash leaves behind.
#include "ui/workbench.h"

#include <gtest/gtest.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>
#include <thread>

#include "exchange/project_file.h"
#include "network/edits.h"
#include "ui/journal.h"

namespace perceptarium::ui {
namespace {

class WorkbenchTest : public ::testing::Test {
protected:
    void SetUp() override {
        qputenv("XDG_DATA_HOME", folder_.path().toUtf8());
        connectProblems();
        ASSERT_TRUE(bench_.open("logistic-regression"));
        ASSERT_TRUE(waitForTrainer()) << bench_.whyNotReady().toStdString();
    }
    void connectProblems() {
        QObject::connect(&bench_, &Workbench::said, &bench_, [this](const QString& text, bool isProblem) {
            if (isProblem) problems_ << text;
        });
    }
    bool waitForTrainer() {
        return QTest::qWaitFor([this] { return bench_.trainer() != nullptr && !bench_.isLoading(); }, 20000);
    }
    bool waitForSteps(std::int64_t steps) {
        return QTest::qWaitFor([&] { return bench_.standing().step >= steps; }, 20000);
    }
    /// Else the small network may be through before the test looks again.
    void playWithoutEnd() {
        ASSERT_TRUE(bench_.edit("Epochs", [](project::Document& document) -> Status {
            document.training.epochs = 1'000'000;
            return {};
        }));
        ASSERT_TRUE(waitForTrainer());
        bench_.play();
    }
    network::NodeId dense() const {
        for (const auto& [id, node] : bench_.graph().nodes())
            if (node.layer == "dense") return id;
        return network::kNoNode;
    }
    bool setUnits(std::int64_t units) {
        return bench_.edit("Units", [&](project::Document& document) { return network::changeSetting(document.graph, dense(), "units", units); });
    }
    QTemporaryDir folder_;
    Workbench bench_;
    QStringList problems_;
};

TEST_F(WorkbenchTest, aReadyProjectIsReadyToPlay) {
    EXPECT_EQ(bench_.whyNotReady(), "");
    EXPECT_FALSE(bench_.isModified());
    bench_.play();
    EXPECT_TRUE(waitForSteps(10));
    EXPECT_TRUE(bench_.isModified());
    EXPECT_FALSE(bench_.trainer()->history().batches(0).empty());
}

TEST_F(WorkbenchTest, anEditThatCannotBeChangesNothingAndSaysWhy) {
    const auto before = bench_.document();
    EXPECT_FALSE(setUnits(-3));
    EXPECT_EQ(bench_.document(), before);
    ASSERT_EQ(problems_.size(), 1);
    EXPECT_TRUE(problems_[0].contains("units"));
}

TEST_F(WorkbenchTest, aDrawingThatCannotTrainSaysWhyAndUndoBringsTheTrainingBack) {
    playWithoutEnd();
    ASSERT_TRUE(waitForSteps(20));
    bench_.pause();
    ASSERT_TRUE(QTest::qWaitFor([&] { return bench_.standing().phase == train::Phase::Paused; }));
    const auto steps = bench_.standing().step;
    ASSERT_TRUE(setUnits(7));  // two classes need one number or two
    ASSERT_TRUE(QTest::qWaitFor([&] { return bench_.trainer() == nullptr; }));
    EXPECT_NE(bench_.whyNotReady(), "");
    bench_.play();
    EXPECT_FALSE(problems_.isEmpty());
    bench_.undo();
    ASSERT_TRUE(waitForTrainer());
    EXPECT_TRUE(QTest::qWaitFor([&] { return bench_.standing().step == steps; })) << bench_.standing().step << " instead of " << steps;
    EXPECT_EQ(bench_.trainer()->history().batches(0).size(), static_cast<std::size_t>(steps));
}

TEST_F(WorkbenchTest, theLearningRateChangesWhileItRunsAndLeavesAMark) {
    playWithoutEnd();
    ASSERT_TRUE(waitForSteps(5));
    const auto trainer = bench_.trainer();
    bench_.setLearningRate(0.0123);
    ASSERT_TRUE(QTest::qWaitFor([&] { return bench_.standing().knobs.learningRate == 0.0123; }));
    QTest::qWait(300);
    EXPECT_EQ(bench_.trainer(), trainer);  // not another run
    EXPECT_EQ(trainer->history().marks(0).size(), 1u);
}

TEST_F(WorkbenchTest, movingANodeDoesNotDisturbTheTraining) {
    playWithoutEnd();
    ASSERT_TRUE(waitForSteps(5));
    const auto trainer = bench_.trainer();
    ASSERT_TRUE(bench_.edit("Move", [&](project::Document& document) -> Status {
        network::move(document.graph, {dense()}, {40, 8});
        return {};
    }));
    QTest::qWait(300);
    EXPECT_EQ(bench_.trainer(), trainer);
}

TEST_F(WorkbenchTest, aSavedProjectOpensAgainHalfway) {
    bench_.stepEpoch();
    ASSERT_TRUE(QTest::qWaitFor([&] { return bench_.standing().epoch == 1 && bench_.standing().phase == train::Phase::Paused; }));
    const auto path = folder_.filePath("half.percept");
    ASSERT_TRUE(bench_.save(path));
    EXPECT_FALSE(bench_.isModified());
    const auto weights = bench_.trainer()->state().parameters;
    Workbench other;
    ASSERT_TRUE(other.open(path));
    ASSERT_TRUE(QTest::qWaitFor([&] { return other.trainer() != nullptr; }, 20000));
    ASSERT_TRUE(QTest::qWaitFor([&] { return other.standing().epoch == 1; }));
    EXPECT_EQ(other.document(), bench_.document());
    EXPECT_FALSE(other.isModified());
    for (const auto& [name, tensor] : other.trainer()->state().parameters) EXPECT_TRUE(tensor.identical(weights.at(name))) << name;
    EXPECT_EQ(other.trainer()->history().epochs(0).size(), 1u);
}

TEST_F(WorkbenchTest, aFileThatCannotBeOpenedLeavesTheProjectAsItWas) {
    const auto before = bench_.document();
    const auto path = folder_.filePath("broken.percept");
    QFile file(path);
    ASSERT_TRUE(file.open(QIODevice::WriteOnly));
    file.write("not a project");
    file.close();
    const Status status = bench_.open(path);
    ASSERT_FALSE(status);
    EXPECT_NE(status.error().message().find("broken.percept"), std::string::npos);
    EXPECT_EQ(bench_.document(), before);
    EXPECT_NE(bench_.trainer(), nullptr);
}

TEST_F(WorkbenchTest, aDroppedTableBecomesTheDataAndTheNetworkSuitsIt) {
    const auto path = folder_.filePath("kinds.csv");
    QFile file(path);
    ASSERT_TRUE(file.open(QIODevice::WriteOnly));
    file.write("height,width,kind\n");
    for (int i = 0; i < 90; ++i) file.write(QString("%1,%2,%3\n").arg(i % 3 * 10 + i % 2).arg(i % 7).arg(QChar("abc"[i % 3])).toUtf8());
    file.close();
    bench_.useDataPath(path);
    ASSERT_TRUE(QTest::qWaitFor([&] { return bench_.data() && !bench_.isLoading() && bench_.trainer(); }, 20000)) << bench_.whyNotReady().toStdString();
    EXPECT_EQ(bench_.document().data.source, "csv");
    EXPECT_EQ(bench_.inference().outputs.at(bench_.inference().output).shape, (Shape{3}));
    bench_.undo();  // the fitting
    bench_.undo();  // the data
    EXPECT_EQ(bench_.document().data.source, "points");
    EXPECT_TRUE(QTest::qWaitFor([&] { return bench_.trainer() != nullptr && bench_.whyNotReady().isEmpty(); }, 20000));
}

TEST_F(WorkbenchTest, weightsGoOutAndComeBackIn) {
    bench_.stepEpoch();
    ASSERT_TRUE(QTest::qWaitFor([&] { return bench_.standing().epoch == 1 && bench_.standing().phase == train::Phase::Paused; }));
    const auto path = folder_.filePath("w.safetensors");
    ASSERT_TRUE(bench_.exportModel(path));
    const auto weights = bench_.trainer()->state().parameters;
    bench_.reset(false);
    ASSERT_TRUE(QTest::qWaitFor([&] { return bench_.standing().step == 0; }));
    const auto report = bench_.importWeights(path);
    ASSERT_TRUE(report) << report.error().message();
    EXPECT_EQ(report->matched.size(), weights.size());
    EXPECT_TRUE(report->missing.empty());
    for (const auto& [name, tensor] : bench_.trainer()->state().parameters) EXPECT_TRUE(tensor.identical(weights.at(name))) << name;
}

TEST_F(WorkbenchTest, aWrongProjectTellsItsPicturesWhyTheyStayEmpty) {
    // Valid data, a network that cannot be: there was no trainer before and there is none after, but the reason changes
    // from "being loaded" to what is wrong.
    const auto path = folder_.filePath("wrong.json");
    QFile file(path);
    ASSERT_TRUE(file.open(QIODevice::WriteOnly));
    auto document = bench_.document();
    ASSERT_TRUE(network::changeSetting(document.graph, dense(), "units", std::int64_t{7}));
    file.write(QByteArray::fromStdString(exchange::documentText(document)));
    file.close();
    QStringList told;
    Workbench fresh;
    QObject::connect(&fresh, &Workbench::trainerChanged, &fresh, [&] { told << fresh.whyNotReady(); });
    ASSERT_TRUE(fresh.open(path));
    ASSERT_TRUE(QTest::qWaitFor([&] { return fresh.data() != nullptr; }, 20000));
    ASSERT_TRUE(QTest::qWaitFor([&] { return !told.isEmpty() && told.back().contains("7"); }, 5000)) << told.join("; ").toStdString();
    EXPECT_EQ(told.back(), fresh.whyNotReady());
    EXPECT_EQ(fresh.trainer(), nullptr);
}

TEST_F(WorkbenchTest, anEditThatLeavesTheSelectionDoesNotAnnounceIt) {
    bench_.select({dense()});
    int announced = 0;
    QObject::connect(&bench_, &Workbench::selectionChanged, &bench_, [&] { ++announced; });
    ASSERT_TRUE(setUnits(2));
    EXPECT_EQ(announced, 0);
    ASSERT_TRUE(bench_.edit("Delete", [&](project::Document& document) -> Status {
        network::remove(document.graph, {dense()});
        return {};
    }));
    EXPECT_EQ(announced, 1);
    EXPECT_TRUE(bench_.selection().empty());
}

TEST_F(WorkbenchTest, fileWorkIsHandedOutWithWordsAndTakesOneMomentOfARunningTraining) {
    QStringList handed;
    bench_.longWork = [&](const QString& what, const std::function<void()>& work) {
        handed << what;
        std::thread(work).join();  // it may not need this thread
    };
    playWithoutEnd();
    ASSERT_TRUE(waitForSteps(50));
    const auto path = folder_.filePath("running.percept");
    ASSERT_TRUE(bench_.save(path));
    ASSERT_TRUE(bench_.exportModel(folder_.filePath("running.onnx")));
    bench_.pause();
    EXPECT_EQ(handed, (QStringList{"Saving running.percept", "Exporting running.onnx"}));
    const auto saved = exchange::loadProject(path.toStdString());
    ASSERT_TRUE(saved) << saved.error().message();
    ASSERT_TRUE(saved->trained);
    EXPECT_GE(saved->trained->state.step, 50);
    // Training went on while it was copied: the history ends with the state.
    EXPECT_EQ(static_cast<std::int64_t>(saved->trained->batches.size()), saved->trained->state.step);
}

TEST_F(WorkbenchTest, aProjectOrWeightsAreNoData) {
    const auto before = bench_.document();
    bench_.useDataPath("/somewhere/other.percept");
    bench_.useDataPath("/somewhere/other.safetensors");
    EXPECT_EQ(bench_.document(), before);
    ASSERT_EQ(problems_.size(), 2);
    EXPECT_TRUE(problems_[0].contains("other.percept") && problems_[0].contains("Open"));
    EXPECT_TRUE(problems_[1].contains("other.safetensors") && problems_[1].contains("Import"));
}

TEST(Journal, keepsTheLastEditOfAProcessThatWasKilled) {
    QTemporaryDir folder;
    const pid_t child = ::fork();
    if (child == 0) {  // a window that is killed right after an edit was journaled
        Journal journal(folder.path());
        project::Document document;
        document.name = "first";
        journal.write(document, "a.percept");
        document.name = "second";
        journal.write(document, "a.percept");
        journal.flush();
        ::kill(::getpid(), SIGKILL);
    }
    int status = 0;
    ASSERT_EQ(::waitpid(child, &status, 0), child);
    const auto left = Journal::leftBehind(folder.path());
    ASSERT_EQ(left.size(), 1u);
    EXPECT_EQ(left[0].name, "second");
    EXPECT_EQ(left[0].filePath, "a.percept");
    Journal::discard(left[0]);
    EXPECT_TRUE(Journal::leftBehind(folder.path()).empty());
}

TEST(Journal, aWindowThatEndsProperlyLeavesNothing) {
    QTemporaryDir folder;
    {
        Journal journal(folder.path());
        journal.write({}, {});
        journal.flush();
        EXPECT_EQ(QDir(folder.path()).entryList(QDir::Files).size(), 1);
        EXPECT_TRUE(Journal::leftBehind(folder.path()).empty());  // it is alive
    }
    EXPECT_TRUE(QDir(folder.path()).entryList(QDir::Files).isEmpty());
}

}  // namespace
}  // namespace perceptarium::ui
