// Every registered view: it can be made without a trainer and with one, has names for screen readers, writes its
// picture, and is looked after by the trainer only while it can be seen.
#include <gtest/gtest.h>

#include <QAbstractButton>
#include <QAbstractSpinBox>
#include <QAccessible>
#include <QApplication>
#include <QComboBox>
#include <QDir>
#include <QLineEdit>
#include <QSlider>
#include <QtTest>

#include "tests/ui/views/views_fixture.h"
#include "ui/theme/theme.h"
#include "ui/views/curve_chart.h"
#include "ui/shared/example_chooser.h"
#include "ui/shared/example_focus.h"
#include "ui/views/layer_chooser.h"
#include "ui/views/view.h"
#include "ui/views/view_parts.h"

namespace perceptarium::ui {
namespace {

class ViewsTest : public ::testing::Test {
protected:
    /// One for all tests: points for the plane; digits would only take longer.
    static void SetUpTestSuite() { bench = new TrainedBench("spiral"); }
    static void TearDownTestSuite() {
        delete bench;
        bench = nullptr;
    }
    Workbench& workbench() { return *bench->workbench; }
    static std::unique_ptr<View> make(const std::string& id) { return bench->make(id); }
    static TrainedBench* bench;
};
TrainedBench* ViewsTest::bench = nullptr;

TEST_F(ViewsTest, allEightAreRegistered) {
    std::vector<std::string> ids;
    for (const ViewSpec* spec : allViews()) ids.push_back(spec->id);
    EXPECT_EQ(ids, (std::vector<std::string>{"curves", "filters", "activations", "embedding", "regions", "confusion",
                                             "histogram", "predictions"}));
    for (const ViewSpec* spec : allViews()) {
        EXPECT_STRNE(spec->title, "");
        EXPECT_STRNE(spec->meaning, "");
    }
}

TEST_F(ViewsTest, everyControlHasANameAndATooltip) {
    for (const ViewSpec* spec : allViews()) {
        const auto view = make(spec->id);
        EXPECT_FALSE(view->windowTitle().isEmpty()) << spec->id;
        int controls = 0;
        for (const QWidget* widget : view->findChildren<QWidget*>()) {
            const bool inside = qobject_cast<const QAbstractSpinBox*>(widget->parentWidget()) ||
                                qobject_cast<const QComboBox*>(widget->parentWidget()) ||
                                qobject_cast<const QLineEdit*>(widget->parentWidget());
            const bool control = qobject_cast<const QAbstractButton*>(widget) ||
                                 qobject_cast<const QComboBox*>(widget) ||
                                 qobject_cast<const QAbstractSpinBox*>(widget) ||
                                 qobject_cast<const QSlider*>(widget) || qobject_cast<const QLineEdit*>(widget);
            if (inside) continue;
            if (control) {
                ++controls;
                EXPECT_FALSE(widget->toolTip().isEmpty()) << spec->id << " " << widget->accessibleName().toStdString();
            }
            if (control || dynamic_cast<const Paper*>(widget) || dynamic_cast<const CurveChart*>(widget)) {
                QAccessibleInterface* accessible = QAccessible::queryAccessibleInterface(const_cast<QWidget*>(widget));
                ASSERT_NE(accessible, nullptr);
                EXPECT_FALSE(accessible->text(QAccessible::Name).isEmpty())
                    << spec->id << " " << widget->metaObject()->className();
            }
        }
        EXPECT_GT(controls, 0) << spec->id;
    }
}

TEST_F(ViewsTest, aPictureThatCannotBeWrittenIsAnErrorThatNamesTheFile) {
    const auto view = make("curves");
    const Status nowhere = view->exportPicture(QStringLiteral("/no/such/folder/curves.png"));
    ASSERT_FALSE(nowhere.has_value());
    EXPECT_NE(nowhere.error().message().find("/no/such/folder/curves.png"), std::string::npos);
    EXPECT_FALSE(view->exportPicture(QDir::temp().filePath("curves.gif")).has_value());
}

/// Counts how often the trainer looks.
class CountingProbe : public train::Probe {
public:
    Status look(const train::ProbeContext&) override {
        ++looks;
        return {};
    }
    std::atomic<int> looks{0};
};

class WatchingView : public View {
public:
    explicit WatchingView(Workbench& workbench) : View(workbench) { watch(probe); }
    std::shared_ptr<CountingProbe> probe = std::make_shared<CountingProbe>();
    int refreshed = 0;

protected:
    bool refresh() override {
        ++refreshed;
        return true;
    }
};

TEST_F(ViewsTest, whatIsHiddenIsNotComputed) {
    WatchingView view(workbench());
    bench->train(2);
    QTest::qWait(100);
    EXPECT_EQ(view.probe->looks, 0);
    EXPECT_EQ(view.refreshed, 0);
    EXPECT_EQ(view.probe.use_count(), 2);  // the test's and the view's: the workbench holds none
    view.show();
    ASSERT_TRUE(QTest::qWaitFor([&] { return view.probe->looks > 0; }, 5000));
    bench->train(1);
    EXPECT_GT(view.probe.use_count(), 2);
    view.hide();
    bench->train(1);
    QTest::qWait(100);
    const int looks = view.probe->looks, refreshed = view.refreshed;
    bench->train(3);
    QTest::qWait(150);
    EXPECT_EQ(view.probe->looks, looks);
    EXPECT_EQ(view.refreshed, refreshed);
    EXPECT_EQ(view.probe.use_count(), 2);
}

TEST_F(ViewsTest, norIsWhatIsInAMinimizedWindow) {
    WatchingView view(workbench());
    view.show();
    ASSERT_TRUE(QTest::qWaitFor([&] { return view.probe->looks > 0; }, 5000));
    view.showMinimized();
    ASSERT_TRUE(QTest::qWaitFor([&] { return view.probe.use_count() == 2; }, 5000));
    bench->train(1);
    const int looks = view.probe->looks, refreshed = view.refreshed;
    bench->train(3);
    QTest::qWait(150);
    EXPECT_EQ(view.probe->looks, looks);
    EXPECT_EQ(view.refreshed, refreshed);
    view.showNormal();
    EXPECT_TRUE(QTest::qWaitFor([&] { return view.probe->looks > looks && view.refreshed > refreshed; }, 5000));
}

TEST_F(ViewsTest, theLayerFollowsTheSelectionUnlessItIsPinned) {
    LayerChooser chooser(workbench(), hasWeights);
    std::vector<network::NodeId> withWeights;
    for (const network::NodeId id : workbench().graph().topologicalOrder())
        if (hasWeights(*workbench().graph().find(id), workbench().inference())) withWeights.push_back(id);
    ASSERT_GE(withWeights.size(), 2u);
    workbench().select({withWeights[1]});
    EXPECT_EQ(chooser.node(), withWeights[1]);
    chooser.findChild<QToolButton*>()->setChecked(true);
    workbench().select({withWeights[0]});
    EXPECT_EQ(chooser.node(), withWeights[1]);
    chooser.findChild<QToolButton*>()->setChecked(false);
    workbench().select({});
    workbench().select({withWeights[0]});
    EXPECT_EQ(chooser.node(), withWeights[0]);
}

TEST_F(ViewsTest, examplesAreSteppedThroughAndFollowedByOtherViews) {
    ExampleChooser one(workbench()), other(workbench());
    const auto& dev = workbench().data()->split.dev;
    one.choose(dev[2]);
    EXPECT_EQ(one.example(), dev[2]);
    EXPECT_EQ(other.example(), dev[2]);
    one.step(1);
    EXPECT_EQ(other.example(), dev[3]);
    one.choose(dev.front());
    one.step(-1);
    EXPECT_EQ(one.example(), dev.back());
    one.setOnly(std::vector<std::int64_t>{dev[4], dev[7]});
    one.choose(dev[7]);
    one.step(1);
    EXPECT_EQ(one.example(), dev[4]);
    ExampleFocus::of(workbench()).pick(dev[7]);
    EXPECT_EQ(one.example(), dev[7]);
    EXPECT_EQ(other.example(), dev[7]);
    const auto& train = workbench().data()->split.train;
    other.choose(train[5]);
    EXPECT_EQ(other.part(), data::Part::Train);
    EXPECT_EQ(other.example(), train[5]);
}

TEST(Theme, everyIconInTheResourcesCanBeDrawnInTheColourOfTheText) {
    const QStringList names = QDir(":/icons").entryList();
    EXPECT_GT(names.size(), 60);
    for (QString name : names) {
        name.chop(4);
        if (name == "arrow-none") continue;
        const QImage image = icon(name).pixmap(24, 24).toImage();
        ASSERT_FALSE(image.isNull()) << name.toStdString();
        EXPECT_FALSE(uniform(image)) << name.toStdString();
    }
}

TEST(Theme, textStandsOutFromItsGroundInLightAndDark) {
    const auto luminance = [](const QColor& colour) {
        const auto linear = [](double c) { return c <= 0.03928 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4); };
        return 0.2126 * linear(colour.redF()) + 0.7152 * linear(colour.greenF()) + 0.0722 * linear(colour.blueF());
    };
    const auto contrast = [&](const QColor& a, const QColor& b) {
        const double la = luminance(a), lb = luminance(b);
        return (std::max(la, lb) + 0.05) / (std::min(la, lb) + 0.05);
    };
    for (const Appearance appearance : {Appearance::Dark, Appearance::Light}) {
        setAppearance(appearance);
        EXPECT_EQ(isDark(), appearance == Appearance::Dark);
        const QPalette palette = QApplication::palette();
        EXPECT_GT(contrast(palette.color(QPalette::Text), palette.color(QPalette::Base)), 10);
        EXPECT_GT(contrast(palette.color(QPalette::WindowText), palette.color(QPalette::Window)), 10);
        for (const Role role : {Role::Error, Role::Warning, Role::Good, Role::Secondary, Role::Mark})  // WCAG AA
            EXPECT_GT(contrast(colour(role), palette.color(QPalette::Base)), 4.0) << static_cast<int>(role) << isDark();
        EXPECT_GT(contrast(palette.color(QPalette::PlaceholderText), palette.color(QPalette::Base)), 4.5) << isDark();
        EXPECT_GT(contrast(palette.color(QPalette::HighlightedText), palette.color(QPalette::Highlight)), 3.0);
    }
}

TEST(Theme, colourMapsTellTheirEndsApartAlsoWithoutColour) {
    for (const Appearance appearance : {Appearance::Dark, Appearance::Light}) {
        setAppearance(appearance);
        EXPECT_GT(std::abs(qGray(sequential(1)) - qGray(sequential(0))), 120);
        EXPECT_NE(diverging(-1), diverging(1));
        EXPECT_EQ(diverging(-5), diverging(-1));  // beyond the ends is the end
        int last = -1;
        for (double t = 0; t <= 1; t += 0.1) {  // lightness rises all the way
            EXPECT_GE(qGray(sequential(t)), last);
            last = qGray(sequential(t));
        }
    }
}

}  // namespace
}  // namespace perceptarium::ui
