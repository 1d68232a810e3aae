// What is taken away from the views: pictures that say by themselves what they show, in every format and theme, and
// tables that hold the numbers.
#include <QComboBox>
#include <QFile>
#include <QToolButton>
#include <QXmlStreamReader>
#include <map>

#include "tests/ui/views/views_fixture.h"
#include "ui/theme/theme.h"
#include "ui/views/run_shelf.h"

namespace perceptarium::ui {
namespace {

constexpr int kWidth = 560, kHeight = 460, kSteps = 40;

/// All words of an SVG, one line each.
QString wordsOf(const QByteArray& svg) {
    QXmlStreamReader reader(svg);
    QStringList words;
    while (!reader.atEnd()) {
        reader.readNext();
        if (reader.isStartElement() && reader.name() == QLatin1String("text"))
            words << reader.readElementText(QXmlStreamReader::IncludeChildElements).simplified();
    }
    EXPECT_FALSE(reader.hasError()) << reader.errorString().toStdString();
    return words.join(QLatin1Char('\n'));
}

/// CSV with quotes, as far as tables of numbers and names need it.
std::vector<QStringList> rowsOf(const QString& csv) {
    std::vector<QStringList> rows;
    for (const QString& line : csv.split(QLatin1Char('\n'), Qt::SkipEmptyParts)) {
        QStringList cells{QString()};
        bool quoted = false;
        for (qsizetype i = 0; i < line.size(); ++i) {
            if (line[i] == QLatin1Char('"'))
                quoted = !quoted;
            else if (line[i] == QLatin1Char(',') && !quoted)
                cells << QString();
            else
                cells.back() += line[i];
        }
        rows.push_back(cells);
    }
    return rows;
}

class TakenAway : public ::testing::Test {
protected:
    static void SetUpTestSuite() {
        bench = new TrainedBench("spiral");
        bench->train(kSteps);
    }
    static void TearDownTestSuite() {
        setAppearance(Appearance::Light);
        delete bench;
        bench = nullptr;
    }
    /// Shown, with its numbers there.
    static std::unique_ptr<View> shown(const std::string& id) {
        auto view = bench->make(id);
        view->resize(kWidth, kHeight);
        view->show();
        EXPECT_TRUE(QTest::qWaitForWindowExposed(view.get()));
        EXPECT_TRUE(QTest::qWaitFor([&] { return view->csv().count('\n') > 1; }, 8000)) << id;
        QTest::qWait(300);  // charts are drawn on the ticks after
        return view;
    }
    static QByteArray svgOf(View& view) {
        const QString path = bench->folder.filePath("picture.svg");
        const Status written = view.exportPicture(path);
        EXPECT_TRUE(written.has_value());
        QFile file(path);
        EXPECT_TRUE(file.open(QIODevice::ReadOnly));
        return file.readAll();
    }
    static TrainedBench* bench;
};
TrainedBench* TakenAway::bench = nullptr;

struct Words {
    const char* id;
    QStringList expected;  ///< titles, axes, units, legends
};
void PrintTo(const Words& words, std::ostream* out) { *out << words.id; }

class TakenAwayWords : public TakenAway, public ::testing::WithParamInterface<Words> {};

TEST_P(TakenAwayWords, aVectorPictureNamesItsTitleAxesAndUnits) {
    const auto view = shown(GetParam().id);
    const QString words = wordsOf(svgOf(*view));
    EXPECT_TRUE(words.contains(view->windowTitle())) << words.toStdString();
    EXPECT_TRUE(words.contains("Two spirals")) << words.toStdString();  // the project
    for (const QString& expected : GetParam().expected)
        EXPECT_TRUE(words.contains(expected)) << expected.toStdString() << " is not among\n" << words.toStdString();
}

INSTANTIATE_TEST_SUITE_P(
    EveryView, TakenAwayWords,
    ::testing::Values(
        Words{"curves", {"loss", "accuracy", "step (mini-batches)", "train"}},
        Words{"filters", {"2 inputs down, 32 units across", "0"}}, Words{"activations", {"input", "dense1", "sigmoid"}},
        Words{"embedding", {"component 1", "component 2", "A", "B"}}, Words{"regions", {"x", "y", "A", "B", "1"}},
        Words{"confusion", {"guess (counts)", "truth", "A", "B"}},
        Words{"histogram", {"Weights", "Gradients of the last batch", "Activations of dev examples", " %", "mean"}},
        Words{"predictions", {"% sure", "A", "B", " %"}}),
    [](const auto& each) { return std::string(each.param.id); });

TEST_F(TakenAway, aPixelPictureIsTwiceTheSizeAndNotBlankInBothThemes) {
    for (const Appearance appearance : {Appearance::Light, Appearance::Dark}) {
        setAppearance(appearance);
        for (const ViewSpec* spec : allViews()) {
            const auto view = shown(spec->id);
            const QString path = bench->folder.filePath("picture.png");
            ASSERT_TRUE(view->exportPicture(path).has_value()) << spec->id;
            const QImage image(path);
            EXPECT_GE(image.width(), 2 * kWidth / 2) << spec->id;
            EXPECT_LE(image.width(), 2 * kWidth) << spec->id;
            EXPECT_GT(image.height(), kHeight) << spec->id;
            const QImage heading = image.copy(0, 0, image.width(), 60),
                         rest = image.copy(0, 80, image.width(), image.height() - 90);
            EXPECT_FALSE(uniform(heading)) << spec->id;
            EXPECT_FALSE(uniform(rest)) << spec->id;
            // The ground is that of the theme.
            EXPECT_EQ(qGray(image.pixel(2, 2)) < 128, appearance == Appearance::Dark) << spec->id;
        }
    }
}

TEST_F(TakenAway, everyTableHasAHeadingAndRowsAsLongAsIt) {
    for (const ViewSpec* spec : allViews()) {
        const auto view = shown(spec->id);
        const auto rows = rowsOf(view->csv());
        ASSERT_GE(rows.size(), 2u) << spec->id;
        for (const QString& name : rows[0]) EXPECT_FALSE(name.isEmpty()) << spec->id;
        for (const auto& row : rows)
            ASSERT_EQ(row.size(), rows[0].size()) << spec->id << ": " << row.join(',').toStdString();
    }
}

TEST_F(TakenAway, theTableOfTheConfusionMatrixCountsEveryDevExample) {
    const auto rows = rowsOf(shown("confusion")->csv());
    ASSERT_EQ(rows.size(), 3u);
    EXPECT_EQ(rows[0], (QStringList{"truth", "A", "B"}));
    int sum = 0;
    for (std::size_t row = 1; row < rows.size(); ++row)
        for (qsizetype cell = 1; cell < rows[row].size(); ++cell) sum += rows[row][cell].toInt();
    EXPECT_EQ(sum, static_cast<int>(bench->workbench->data()->split.dev.size()));
}

TEST_F(TakenAway, theTableOfTheHistogramCountsEveryWeight) {
    const auto rows = rowsOf(shown("histogram")->csv());
    EXPECT_EQ(rows[0], (QStringList{"what", "from", "to", "count"}));
    int weights = 0;
    for (const auto& row : rows)
        if (row[0] == "W") weights += row[3].toInt();
    EXPECT_EQ(weights, 2 * 32);  // the first layer's
}

TEST_F(TakenAway, theTableOfTheCurvesHoldsEveryBatchThatWasTrained) {
    const auto rows = rowsOf(shown("curves")->csv());
    const auto column = [&](const char* name) { return static_cast<qsizetype>(rows[0].indexOf(QLatin1String(name))); };
    for (const char* name :
         {"run", "record", "step", "epoch", "seconds", "train_loss", "train_accuracy", "dev_loss", "gradient_norm"})
        ASSERT_GE(column(name), 0) << name;
    const auto history = bench->workbench->trainer()->history().batches(0);
    std::size_t batch = 0;
    for (const auto& row : rows) {
        if (row[column("record")] != "batch") continue;
        ASSERT_LT(batch, history.size());
        EXPECT_EQ(row[column("step")].toLongLong(), history[batch].step + 1);
        EXPECT_NEAR(row[column("train_loss")].toDouble(), history[batch].loss, 1e-6 * std::abs(history[batch].loss));
        ++batch;
    }
    EXPECT_EQ(batch, history.size());
    EXPECT_GE(batch, static_cast<std::size_t>(kSteps));
}

TEST_F(TakenAway, theTableOfTheCurvesHoldsEarlierRunsThatWereLaidOver) {
    // Another run on the same bench: the one before is in the record.
    const std::int64_t before = bench->workbench->standing().run;
    ASSERT_GT(before, 0);
    bench->workbench->reset(true);
    ASSERT_TRUE(QTest::qWaitFor([&] { return bench->workbench->trainer() && bench->workbench->standing().step == 0 &&
                                             bench->workbench->standing().phase == train::Phase::Ready; }, 10000));
    bench->train(5);
    const auto view = shown("curves");
    auto* shelf = view->findChild<RunShelf*>();
    ASSERT_NE(shelf, nullptr);
    for (auto* button : view->findChildren<QToolButton*>())
        if (button->accessibleName() == "Earlier runs") button->click();
    ASSERT_TRUE(QTest::qWaitFor([&] { return shelf->count() > 0 && (shelf->item(0)->flags() & Qt::ItemIsUserCheckable); }, 5000));
    shelf->item(0)->setCheckState(Qt::Checked);
    ASSERT_TRUE(QTest::qWaitFor([&] { return !shelf->chosen().empty(); }, 5000));
    std::map<QString, int> batches;
    for (const auto& row : rowsOf(view->csv()))
        if (row[1] == "batch") ++batches[row[0]];
    EXPECT_EQ(batches.size(), 2u);
    EXPECT_GE(batches[QString::number(before)], kSteps);
    EXPECT_GE(batches[QString::number(bench->workbench->standing().run)], 5);
}

TEST(CurvesView, offersTheCostWhereAPenaltyAddsToTheLoss) {
    TrainedBench bench("spiral");
    const auto view = bench.make("curves");
    auto* metrics = view->findChild<QComboBox*>();
    ASSERT_NE(metrics, nullptr);
    ASSERT_EQ(metrics->accessibleName(), "Metric below the loss");
    EXPECT_LT(metrics->findData(QStringLiteral("cost")), 0);
    ASSERT_TRUE(bench.workbench->edit("L2", [](project::Document& document) -> Status {
        document.training.l2 = 0.01;
        return {};
    }));
    ASSERT_GE(metrics->findData(QStringLiteral("cost")), 0);
    ASSERT_TRUE(QTest::qWaitFor([&] { return bench.workbench->trainer() && bench.workbench->standing().step == 0; }, 10000));
    metrics->setCurrentIndex(metrics->findData(QStringLiteral("cost")));
    view->resize(kWidth, kHeight);
    view->show();
    bench.workbench->stepEpoch();
    EXPECT_TRUE(QTest::qWaitFor([&] { return !bench.workbench->trainer()->history().epochs(0).empty(); }, 20000));
    const auto epochs = bench.workbench->trainer()->history().epochs(0);
    EXPECT_GT(epochs[0].train.at("cost"), epochs[0].train.at("loss"));
    const QString path = bench.folder.filePath("picture.svg");
    const auto saysCost = [&] {
        QFile file(path);
        return view->exportPicture(path).has_value() && file.open(QIODevice::ReadOnly) &&
               wordsOf(file.readAll()).contains("cost (loss and penalties)");
    };
    EXPECT_TRUE(QTest::qWaitFor(saysCost, 10000)) << "charts follow a moment later";
}

}  // namespace
}  // namespace perceptarium::ui
