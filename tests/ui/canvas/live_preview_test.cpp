// The example's pictures on the nodes: of a network that can be trained, of one that is being drawn, and none when off.
#include "ui/canvas/live_preview.h"

#include <QLabel>

#include "ui/canvas/canvas_fixture.h"
#include "ui/canvas/node_picture.h"
#include "ui/preferences.h"
#include "ui/shared/example_focus.h"

namespace perceptarium::ui {
namespace {

class LivePreviewTest : public ::testing::Test {
protected:
    LivePreviewTest() {
        canvas.preview().show(LivePreview::Shows::Activations);
        canvas.resize(1000, 700);
        canvas.show();
        EXPECT_TRUE(QTest::qWaitForWindowExposed(&canvas));
        EXPECT_TRUE(workbench.open("lenet-digits"));
        EXPECT_TRUE(QTest::qWaitFor([&] { return workbench.trainer() != nullptr; }, 20000));
        canvas.zoomTo(0.8);
        look();
    }
    ~LivePreviewTest() override { canvas.preview().show(LivePreview::Shows::Activations); }

    void look() { canvas.centerOn(item(first("input"))->pos()); }
    NodeItem* item(const std::string& name) {
        const auto* node = workbench.graph().findByName(name);
        return node ? canvas.drawing().node(node->id) : nullptr;
    }
    std::string first(const std::string& layer) {
        for (const auto id : workbench.graph().topologicalOrder())
            if (workbench.graph().find(id)->layer == layer) return workbench.graph().find(id)->name;
        return {};
    }
    bool hasPicture(const std::string& name) {
        return QTest::qWaitFor([&] { return item(name) && !item(name)->picture().isNull(); }, 10000);
    }
    QString words() { return canvas.findChild<QLabel*>(QStringLiteral("preview-words"))->text(); }

    Workbench workbench;
    NetworkCanvas canvas{workbench, nullptr};
};

TEST_F(LivePreviewTest, anUntrainedNetworkShowsWhatItMakesOfTheExample) {
    const std::string input = first("input"), conv = first("conv2d");
    ASSERT_TRUE(hasPicture(input));
    ASSERT_TRUE(hasPicture(conv));
    EXPECT_NE(item(input)->picture(), item(conv)->picture());
    EXPECT_TRUE(words().contains(QStringLiteral("says"))) << words().toStdString();
}

TEST_F(LivePreviewTest, anotherExampleGivesOtherPictures) {
    const std::string input = first("input");
    ASSERT_TRUE(hasPicture(input));
    const QImage before = item(input)->picture();
    const auto& dev = workbench.data()->part(data::Part::Dev);
    ExampleFocus::of(workbench).pick(dev[dev.size() / 2]);
    EXPECT_TRUE(QTest::qWaitFor([&] { return item(input)->picture() != before; }, 10000));
}

TEST_F(LivePreviewTest, anUnfinishedDrawingIsRunAsFarAsItIsUnderstood) {
    const std::string input = first("input"), conv = first("conv2d");
    ASSERT_TRUE(hasPicture(conv));
    // Without the first activation nothing after the convolution is connected any more.
    ASSERT_TRUE(workbench.edit("Remove", [&](project::Document& document) -> Status {
        network::remove(document.graph, {document.graph.findByName(first("relu"))->id});
        return network::changeSetting(document.graph, document.graph.findByName(conv)->id, "filters", std::int64_t{3});
    }));
    ASSERT_TRUE(QTest::qWaitFor([&] { return !workbench.trainer(); }, 10000));
    EXPECT_TRUE(QTest::qWaitFor([&] { return words() == LivePreview::tr("not trained"); }, 10000));
    look();
    EXPECT_TRUE(hasPicture(input));
    EXPECT_TRUE(hasPicture(conv));
    canvas.centerOn(item(first("max-pool"))->pos());
    EXPECT_TRUE(QTest::qWaitFor([&] { return item(first("max-pool"))->picture().isNull(); }, 5000));
}

TEST_F(LivePreviewTest, switchedOffNothingIsShown) {
    const std::string input = first("input");
    ASSERT_TRUE(hasPicture(input));
    const double tall = item(input)->boundingRect().height();
    auto* pictures = canvas.findChild<QAction*>(QStringLiteral("canvas-pictures"));
    ASSERT_TRUE(pictures && pictures->isChecked());
    canvas.findChild<QAction*>(QStringLiteral("canvas-no-pictures"))->trigger();
    EXPECT_FALSE(pictures->isChecked());
    EXPECT_TRUE(item(input)->picture().isNull());
    EXPECT_LT(item(input)->boundingRect().height(), tall);
    EXPECT_TRUE(canvas.findChild<QWidget*>(QStringLiteral("preview-bar"))->isHidden());
}

TEST_F(LivePreviewTest, fromAfarNothingIsAskedForAndWhatComesIntoSightGetsItsPicture) {
    canvas.zoomTo(0.2);
    QTest::qWait(200);
    ASSERT_TRUE(workbench.edit("Change", [&](project::Document& document) {
        return network::changeSetting(document.graph, document.graph.findByName(first("conv2d"))->id, "filters", std::int64_t{4});
    }));
    QTest::qWait(600);
    canvas.zoomTo(0.8);
    look();
    EXPECT_TRUE(hasPicture(first("conv2d")));
}

TEST_F(LivePreviewTest, filtersAreShownInsteadWhereThereAreAnyAndChangeWhileTraining) {
    const std::string input = first("input"), conv = first("conv2d"), relu = first("relu");
    ASSERT_TRUE(hasPicture(input));
    const QImage activations = item(conv)->picture();
    auto* filters = canvas.findChild<QAction*>(QStringLiteral("canvas-pictures-of-filters"));
    ASSERT_NE(filters, nullptr);
    filters->trigger();
    EXPECT_EQ(canvas.preview().shows(), LivePreview::Shows::Filters);
    EXPECT_TRUE(canvas.findChild<QWidget*>(QStringLiteral("preview-bar"))->isHidden()) << "no example is needed";
    look();
    ASSERT_TRUE(hasPicture(conv));
    EXPECT_NE(item(conv)->picture(), activations);
    EXPECT_FALSE(item(relu)->isPictureShown()) << "it has no filters";
    EXPECT_FALSE(item(input)->isPictureShown());
    const QImage untrained = item(conv)->picture();
    workbench.play();
    EXPECT_TRUE(QTest::qWaitFor([&] { return !item(conv)->picture().isNull() && item(conv)->picture() != untrained; }, 20000));
    workbench.pause();
    canvas.findChild<QAction*>(QStringLiteral("canvas-pictures"))->trigger();
    look();
    EXPECT_TRUE(hasPicture(relu));
}

TEST_F(LivePreviewTest, whatIsSwitchedOffIsNotAskedForAndTheChoiceIsKept) {
    canvas.preview().show(LivePreview::Shows::Filters);
    EXPECT_EQ(Preferences::instance().choice(settings::kPictures), QStringLiteral("filters"));
    EXPECT_TRUE(canvas.preview().isAsking());
    canvas.preview().show(LivePreview::Shows::Nothing);
    EXPECT_FALSE(canvas.preview().isAsking());
    EXPECT_EQ(Preferences::instance().choice(settings::kPictures), QStringLiteral("false")) << "as the switch of before was kept";
    NetworkCanvas other{workbench, nullptr};
    EXPECT_EQ(other.preview().shows(), LivePreview::Shows::Nothing);
}

QSize inked(const QImage& image) {
    QRect box;
    for (int y = 0; y < image.height(); ++y)
        for (int x = 0; x < image.width(); ++x)
            if (qAlpha(image.pixel(x, y)) > 0) box |= QRect(x, y, 1, 1);
    return box.size();
}

TEST(NodePicture, channelsStandSideBySideAsManyAsFit) {
    Tensor maps = Tensor::zeros(Shape{8, 8, 16});
    const QImage image = nodePicture(maps, false, QSize(152, 30));
    EXPECT_EQ(image.size(), QSize(152, 30));
    const int each = 30, gap = 2, fit = (152 + gap) / (each + gap);
    EXPECT_EQ(inked(image), QSize(fit * (each + gap) - gap, each));
}

TEST(NodePicture, everyKindOfValueHasAPicture) {
    EXPECT_FALSE(nodePicture(Tensor::zeros(Shape{28, 28, 1}), true, QSize(152, 30)).isNull());
    EXPECT_EQ(inked(nodePicture(Tensor::zeros(Shape{20, 64}), false, QSize(152, 30))), QSize(152, 30));
    Tensor vector = Tensor::zeros(Shape{10});
    vector.data<float>()[3] = 2;
    EXPECT_EQ(inked(nodePicture(vector, false, QSize(152, 30))).height(), 30);
    Tensor ids = Tensor::zeros(Shape{6}, DType::I32);
    ids.data<std::int32_t>()[0] = 5;
    EXPECT_LT(inked(nodePicture(ids, true, QSize(152, 30))).width(), 30) << "padding is left out";
    EXPECT_TRUE(nodePicture(Tensor(), true, QSize(152, 30)).isNull());
}

TEST(FiltersPicture, filtersStandSideBySideAndTheRestIsAMap) {
    const QSize size(152, 30);
    const int each = 30, gap = 2, fit = (152 + gap) / (each + gap);
    const auto picture = [&](Shape weights, std::optional<Shape> behind = {}) { return filtersPicture(study::firstFilters(Tensor::full(weights, 0.5), behind), size); };
    EXPECT_EQ(inked(picture({3, 3, 1, 8})), QSize(fit * (each + gap) - gap, each));
    EXPECT_EQ(inked(picture({3, 3, 64, 2})), QSize(2 * (each + gap) - gap, each));
    EXPECT_EQ(inked(picture({12, 3}, Shape{2, 2, 3})), QSize(3 * (each + gap) - gap, each)) << "a dense layer over a picture";
    EXPECT_EQ(inked(picture({40, 5})), size) << "a dense layer over a vector";
    EXPECT_EQ(inked(picture({5, 4, 8})), size) << "over a sequence";
    EXPECT_TRUE(picture({8}).isNull()) << "scales are no filters";
    EXPECT_TRUE(filtersPicture({}, size).isNull());
}

TEST(FiltersPicture, threeChannelsAreColours) {
    Tensor weights = Tensor::zeros(Shape{1, 1, 3, 1});
    weights.data<float>()[0] = 1;
    const QColor middle = filtersPicture(study::firstFilters(weights, {}), QSize(30, 30)).pixelColor(15, 15);
    EXPECT_GT(middle.red(), 200);
    EXPECT_NEAR(middle.green(), 127, 3);
    EXPECT_NEAR(middle.blue(), 127, 3);
}

TEST_F(LivePreviewTest, aCollapsedLayerShowsNoneAndGetsItBack) {
    const std::string conv = first("conv2d");
    ASSERT_TRUE(hasPicture(conv));
    const auto collapse = [&](bool on) {
        workbench.edit("collapse", [&](project::Document& document) {
            return network::collapse(document.graph, {document.graph.findByName(conv)->id}, on);
        });
    };
    collapse(true);
    EXPECT_TRUE(item(conv)->picture().isNull());
    canvas.zoomTo(0.9);  // all that is in sight is painted anew
    QTest::qWait(200);
    EXPECT_TRUE(item(conv)->picture().isNull());
    collapse(false);
    look();
    EXPECT_TRUE(hasPicture(conv));
}

}  // namespace
}  // namespace perceptarium::ui
