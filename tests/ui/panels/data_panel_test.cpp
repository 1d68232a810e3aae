// The data panel: chooses and splits data, and shows all of them without waiting for any.
#include <QCheckBox>
#include <QComboBox>
#include <QDir>
#include <QFile>
#include <QLabel>
#include <QPushButton>
#include <QScrollBar>
#include <QTableView>
#include <QTemporaryDir>

#include "panel_fixture.h"
#include "ui/panels/class_bars.h"
#include "ui/panels/data_contents.h"
#include "ui/panels/data_panel.h"
#include "ui/panels/data_settings_page.h"
#include "ui/panels/example_reader.h"
#include "ui/panels/example_table.h"
#include "ui/panels/picture_grid.h"
#include "ui/panels/setting_widgets.h"

namespace perceptarium::ui {
namespace {

const Settings kFewDigits{{"train", std::int64_t{300}}, {"test", std::int64_t{100}}};

class DataPanelTest : public PanelTest {
protected:
    void show(int width = 700) {
        panel = std::make_unique<DataPanel>(workbench);
        panel->resize(width, 600);
        panel->show();
        ASSERT_TRUE(QTest::qWaitForWindowExposed(panel.get()));
    }
    template <class W>
    W* named(const QString& name) const {
        for (W* widget : panel->findChildren<W*>())
            if (widget->accessibleName() == name) return widget;
        return nullptr;
    }
    QPushButton* button(const QString& text) const {
        for (QPushButton* each : panel->findChildren<QPushButton*>())
            if (each->text() == text) return each;
        return nullptr;
    }
    std::unique_ptr<DataPanel> panel;
};

TEST_F(DataPanelTest, allSourcesCanBeChosen) {
    show();
    auto* box = named<QComboBox>("Source of the data");
    ASSERT_NE(box, nullptr);
    for (const data::SourceSpec* source : data::allSources())
        EXPECT_GE(box->findData(QString::fromStdString(source->id)), 0) << source->id;
}

TEST_F(DataPanelTest, anotherBuiltInSourceIsLoadedAndUndoBringsTheOldOneBack) {
    load("digits", kFewDigits);
    show();
    auto* box = named<QComboBox>("Source of the data");
    box->setCurrentIndex(box->findData("points"));
    emit box->activated(box->currentIndex());
    ASSERT_TRUE(waitFor([this] { return workbench.data() && workbench.data()->dataset->info().form == data::InputForm::Point; }));
    workbench.undo();
    EXPECT_EQ(workbench.document().data.source, "digits");
    EXPECT_EQ(workbench.document().data.settings, kFewDigits);
}

TEST_F(DataPanelTest, classAndPartFilterWhatIsShown) {
    load("digits", kFewDigits);
    show();
    DataContents& contents = panel->contents();
    ASSERT_EQ(contents.shown().size(), 400U);
    contents.showClass(7);
    const auto labels = workbench.data()->dataset->labels();
    ASSERT_FALSE(contents.shown().empty());
    for (const auto example : contents.shown()) EXPECT_EQ(labels[static_cast<std::size_t>(example)], 7);

    auto* part = named<QComboBox>("Part of the set that is shown");
    part->setCurrentIndex(part->findData(2));
    for (const auto example : contents.shown()) EXPECT_GE(example, 300) << "the test part comes last in this set";
}

TEST_F(DataPanelTest, classCountsAddUpToTheSet) {
    load("digits", kFewDigits);
    const auto counts = countClasses(*workbench.data());
    ASSERT_EQ(counts.size(), 10U);
    std::int64_t all = 0, train = 0;
    for (const ClassCount& count : counts) all += count.total(), train += count.parts[0];
    EXPECT_EQ(all, 400);
    EXPECT_EQ(train, static_cast<std::int64_t>(workbench.data()->split.train.size()));
}

TEST_F(DataPanelTest, onlyPicturesInSightAreRead) {
    load("digits", {{"train", std::int64_t{4000}}, {"test", std::int64_t{0}}});
    show();
    auto* grid = panel->findChild<PictureGrid*>();
    auto* reader = panel->findChild<ExampleReader*>();
    ASSERT_TRUE(waitFor([&] { return reader->find(0) != nullptr; }));
    EXPECT_FALSE(reader->find(0)->picture.isNull());
    EXPECT_EQ(reader->find(3999), nullptr);
    grid->verticalScrollBar()->setValue(grid->verticalScrollBar()->maximum());
    EXPECT_TRUE(waitFor([&] { return reader->find(3999) != nullptr; }));
    EXPECT_EQ(reader->find(2000), nullptr);
}

TEST_F(DataPanelTest, arrowKeysWalkThroughThePictures) {
    load("digits", kFewDigits);
    show();
    auto* grid = panel->findChild<PictureGrid*>();
    grid->setFocus();
    QTest::keyClick(grid, Qt::Key_Home);
    EXPECT_EQ(grid->current(), 0);
    QTest::keyClick(grid, Qt::Key_Right);
    QTest::keyClick(grid, Qt::Key_Right);
    EXPECT_EQ(grid->current(), 2);
    QTest::keyClick(grid, Qt::Key_End);
    EXPECT_EQ(grid->current(), 399);
    EXPECT_GT(grid->verticalScrollBar()->value(), 0) << "it scrolls into sight";
    EXPECT_TRUE(grid->accessibleDescription().contains("Example 399"));
}

TEST_F(DataPanelTest, aCancelledLoadingCanBeStartedAgain) {
    load("digits", kFewDigits);
    show();
    QPushButton* again = button("Load again");
    ASSERT_NE(again, nullptr);
    EXPECT_FALSE(again->isVisible());
    workbench.reloadData();
    workbench.cancelLoading();
    EXPECT_EQ(workbench.data(), nullptr);
    EXPECT_TRUE(again->isVisible());
    again->click();
    ASSERT_TRUE(waitFor([this] { return workbench.data() != nullptr; }));
    EXPECT_FALSE(again->isVisible());
}

TEST_F(DataPanelTest, aNarrowPanelCutsNoSettingOff) {
    QTemporaryDir folder;
    const QString path = folder.filePath("long.csv");
    QFile file(path);
    ASSERT_TRUE(file.open(QIODevice::WriteOnly));
    file.write("a,b\n1,x\n2,y\n3,x\n4,y\n5,x\n6,y\n7,x\n8,y\n9,x\n10,y\n");
    file.close();
    workbench.useDataPath(path);
    ASSERT_TRUE(waitFor([this] { return workbench.data() && workbench.document().data.source == "csv"; }));
    show(300);
    for (auto* widget : panel->findChildren<SettingWidget*>()) {
        const QPoint right = widget->mapTo(panel.get(), QPoint(widget->width(), 0));
        EXPECT_LE(right.x(), 300) << widget->spec().name;
    }
}

TEST_F(DataPanelTest, rowsOfATableShowNamesAndNumbers) {
    QTemporaryDir folder;
    const QString path = folder.filePath("fruit.csv");
    QFile file(path);
    ASSERT_TRUE(file.open(QIODevice::WriteOnly));
    file.write("weight,red,length,kind\n");
    for (int i = 0; i < 40; ++i) file.write(QStringLiteral("%1,%2,%3,%4\n").arg(100 + i % 11).arg(i % 7).arg(i % 5).arg(i % 2 ? "apple" : "plum").toUtf8());
    file.close();
    workbench.useDataPath(path);
    ASSERT_TRUE(waitFor([this] { return workbench.data() && workbench.data()->dataset->info().form == data::InputForm::Row; }))
        << workbench.dataFailure().toStdString();
    show();
    auto* view = panel->findChild<QTableView*>();
    ASSERT_EQ(view->model()->rowCount(), 40);
    QStringList headers;
    for (int i = 0; i < view->model()->columnCount(); ++i) headers << view->model()->headerData(i, Qt::Horizontal).toString();
    EXPECT_TRUE(headers.contains("weight")) << headers.join(',').toStdString();
    EXPECT_TRUE(waitFor([&] { return view->model()->index(0, 0).data().toString() == "plum"; }));
    const int weight = static_cast<int>(headers.indexOf("weight"));
    EXPECT_EQ(view->model()->index(3, weight).data().toString(), "103");
}

TEST_F(DataPanelTest, aSplitOfOnesOwnReplacesTheGivenOne) {
    load("digits", kFewDigits);
    show();
    auto* asGiven = [this] {
        for (QCheckBox* box : panel->findChildren<QCheckBox*>())
            if (box->text() == "As the set is given") return box;
        return static_cast<QCheckBox*>(nullptr);
    }();
    ASSERT_TRUE(asGiven && asGiven->isVisible());
    auto* presets = named<QComboBox>("Usual splits");
    EXPECT_FALSE(presets->isEnabled());
    asGiven->click();
    EXPECT_TRUE(presets->isEnabled());
    presets->setCurrentIndex(presets->findText("60 / 20 / 20 %"));
    emit presets->activated(presets->currentIndex());
    ASSERT_TRUE(waitFor([this] { return workbench.data() && workbench.data()->split.test.size() > 60 && !workbench.isLoading(); }));
    const auto& split = workbench.data()->split;
    EXPECT_NEAR(static_cast<double>(split.train.size()), 240, 10);
    EXPECT_NEAR(static_cast<double>(split.dev.size()), 80, 10);
    EXPECT_EQ(split.train.size() + split.dev.size() + split.test.size(), 400U);
}

TEST_F(DataPanelTest, aFailureIsSaidInTheErrorPlaceAndOldSettingsComeBackByUndo) {
    show();
    workbench.edit("data", [](project::Document& document) -> Status {
        document.data.source = "csv";
        document.data.settings = {{"path", std::string("/nowhere/at all.csv")}};
        return {};
    });
    ASSERT_TRUE(waitFor([this] { return !workbench.dataFailure().isEmpty(); }));
    bool shown = false;
    for (const QLabel* label : panel->findChildren<QLabel*>()) shown = shown || (label->isVisible() && label->text() == workbench.dataFailure());
    EXPECT_TRUE(shown);
    EXPECT_TRUE(workbench.dataFailure().contains("at all.csv"));
}

TEST_F(DataPanelTest, aNetworkForOtherDataIsMadeToFitByOnePress) {
    open("mlp-digits");
    workbench.edit("data", [](project::Document& document) -> Status {
        document.data.source = "points";
        document.data.settings = {{"set", std::string("moons")}};
        return {};
    });
    ASSERT_TRUE(waitFor([this] { return workbench.history().undoName() == "Fit the network to the data"; })) << "by itself";
    workbench.undo();  // as one who wants to see what happens does
    show();
    QPushButton* fit = button("Make the network fit");
    ASSERT_TRUE(fit && fit->isVisible());
    fit->click();
    EXPECT_FALSE(fit->isVisible());
    EXPECT_TRUE(workbench.inference().valid());
    EXPECT_EQ(workbench.history().undoName(), "Fit the network to the data");
}

TEST_F(DataPanelTest, withoutDataItSaysWhatWillAppearHereAndHow) {
    show();
    bool says = false;
    for (const QLabel* label : panel->findChildren<QLabel*>()) says = says || label->text().contains("drop a file or folder");
    EXPECT_TRUE(says || workbench.isLoading());
}

TEST_F(DataPanelTest, wideItStandsSideBySideNarrowOneAboveTheOther) {
    show(900);
    auto& settings = panel->settings();
    auto& contents = panel->contents();
    const auto place = [&](QWidget& widget) { return widget.mapTo(panel.get(), QPoint()); };
    EXPECT_GT(place(contents).x(), place(settings).x() + 200);
    panel->resize(320, 700);
    QCoreApplication::processEvents();
    EXPECT_GT(place(contents).y(), place(settings).y() + 100);
}

TEST(PictureOf, greyAndColourKeepTheirPixelsOtherShapesGiveNone) {
    const std::vector<float> grey{0, 127.6F, 255, 300};
    const QImage two = pictureOf(grey, Shape{2, 2, 1});
    EXPECT_EQ(qGray(two.pixel(1, 0)), 128);
    EXPECT_EQ(qGray(two.pixel(1, 1)), 255);
    const std::vector<float> colour{255, 0, 10};
    EXPECT_EQ(pictureOf(colour, Shape{1, 1, 3}).pixel(0, 0), qRgb(255, 0, 10));
    EXPECT_TRUE(pictureOf(grey, Shape{4}).isNull());
}

}  // namespace
}  // namespace perceptarium::ui
