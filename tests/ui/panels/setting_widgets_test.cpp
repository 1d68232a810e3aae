// Widgets that edit declared settings: arithmetic, ranges, steps, names for everyone.
#include <gtest/gtest.h>

#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QToolButton>
#include <QtTest>

#include "layers/layer_spec.h"
#include "train/train_settings.h"
#include "ui/panels/arithmetic.h"
#include "ui/panels/number_edit.h"
#include "ui/panels/rate_slider.h"
#include "ui/panels/setting_widgets.h"
#include "ui/theme/theme.h"

namespace perceptarium::ui {
namespace {

SettingSpec units() { return {"units", "Units", SettingKind::Integer, std::int64_t{64}, "How many outputs.", "", 1, 65536, {}}; }
SettingSpec rate() { return {"rate", "Learning rate", SettingKind::Real, 0.001, "How far each step goes.", "", 0, 10, {}}; }

TEST(Arithmetic, followsThePrecedenceOfSchool) {
    EXPECT_EQ(evaluate(QStringLiteral("2*64")), 128);
    EXPECT_EQ(evaluate(QStringLiteral("1 + 2 × 3")), 7);
    EXPECT_EQ(evaluate(QStringLiteral("(28 - 5)/1 + 1")), 24);
    EXPECT_EQ(evaluate(QStringLiteral("-2^2")), -4);
    EXPECT_EQ(evaluate(QStringLiteral("2^3^2")), 512);
    EXPECT_EQ(evaluate(QStringLiteral("1e-3")), 0.001);
    EXPECT_EQ(evaluate(QStringLiteral("0,5")), 0.5);
}

TEST(Arithmetic, halfAnExpressionHasNoValue) {
    for (const char* text : {"", "2*", "(1", "1)", "two", "1/0", "--", "1e", "."}) EXPECT_FALSE(evaluate(QString::fromUtf8(text))) << text;
    EXPECT_FALSE(evaluate(QString(10000, u'(')));
    EXPECT_FALSE(evaluate(QString(10000, u'-')));
}

class NumberSettings : public ::testing::Test {
protected:
    void make(const SettingSpec& spec) {
        widget.reset(SettingWidget::make(spec));
        widget->show();
        EXPECT_TRUE(QTest::qWaitForWindowExposed(widget.get()));
        box = qobject_cast<NumberEdit*>(widget->editor());
        line = box->findChild<QLineEdit*>();
        QObject::connect(widget.get(), &SettingWidget::changed, widget.get(), [this](const SettingValue& value) { told.push_back(value); });
    }
    void type(const QString& text) {
        line->selectAll();
        QTest::keyClicks(box, text);
    }
    std::vector<SettingValue> told;  // outlives the widget, whose end may still tell something
    std::unique_ptr<SettingWidget> widget;
    NumberEdit* box = nullptr;
    QLineEdit* line = nullptr;
};

TEST_F(NumberSettings, arithmeticIsTakenWhileTyping) {
    make(units());
    type(QStringLiteral("2*64"));
    EXPECT_EQ(widget->value(), SettingValue(std::int64_t{128}));
    ASSERT_FALSE(told.empty());
    EXPECT_EQ(told.back(), SettingValue(std::int64_t{128}));
    EXPECT_EQ(line->text(), QStringLiteral("2*64"));
    QTest::keyClick(box, Qt::Key_Return);
    EXPECT_EQ(line->text(), QStringLiteral("128"));
}

TEST_F(NumberSettings, beingShownTheSameValueDoesNotDisturbTyping) {
    make(units());
    type(QStringLiteral("2*6"));
    widget->setValue(std::int64_t{12});
    EXPECT_EQ(line->text(), QStringLiteral("2*6"));
    widget->setValue(std::int64_t{5});
    EXPECT_EQ(line->text(), QStringLiteral("5"));
}

TEST_F(NumberSettings, outOfRangeIsSaidAndNotTold) {
    make(units());
    told.clear();
    type(QStringLiteral("0"));
    EXPECT_TRUE(told.empty());
    EXPECT_TRUE(widget->problem().contains(QStringLiteral("1")));
    QTest::keyClick(box, Qt::Key_Return);
    EXPECT_EQ(widget->value(), SettingValue(std::int64_t{1}));
    EXPECT_TRUE(widget->problem().isEmpty());
}

TEST_F(NumberSettings, aWholeNumberIsAsked) {
    make(units());
    type(QStringLiteral("2.5"));
    EXPECT_FALSE(widget->problem().isEmpty());
}

TEST_F(NumberSettings, arrowsStepAndWithCtrlDouble) {
    make(units());
    QTest::keyClick(box, Qt::Key_Up);
    EXPECT_EQ(widget->value(), SettingValue(std::int64_t{65}));
    QTest::keyClick(box, Qt::Key_Down);
    QTest::keyClick(box, Qt::Key_Up, Qt::ControlModifier);
    EXPECT_EQ(widget->value(), SettingValue(std::int64_t{128}));
    QTest::keyClick(box, Qt::Key_Down, Qt::ControlModifier);
    QTest::keyClick(box, Qt::Key_Up, Qt::ShiftModifier);
    EXPECT_EQ(widget->value(), SettingValue(std::int64_t{74}));
}

TEST_F(NumberSettings, smallNumbersKeepTheirDigits) {
    make(rate());
    EXPECT_EQ(line->text(), QStringLiteral("0.001"));
    widget->setValue(0.00001);
    EXPECT_EQ(line->text(), QStringLiteral("0.00001"));
    widget->setValue(0.3);
    QTest::keyClick(box, Qt::Key_Up);
    EXPECT_EQ(line->text(), QStringLiteral("0.31"));
    type(QStringLiteral("3e-4"));
    EXPECT_EQ(std::get<double>(widget->value()), 3e-4);
}

TEST_F(NumberSettings, theWheelTurnsOnlyWithTheFocus) {
    make(units());
    box->clearFocus();
    const QPointF middle = box->rect().center();
    const auto turn = [&] {
        QWheelEvent wheel(middle, box->mapToGlobal(middle), {}, QPoint(0, 120), Qt::NoButton, Qt::NoModifier, Qt::NoScrollPhase, false);
        QApplication::sendEvent(box, &wheel);
    };
    turn();
    EXPECT_EQ(widget->value(), SettingValue(std::int64_t{64}));
    widget->activateWindow();
    box->setFocus();
    ASSERT_TRUE(QTest::qWaitForWindowActive(widget.get()));
    turn();
    EXPECT_EQ(widget->value(), SettingValue(std::int64_t{65}));
}

TEST(SettingWidgets, choicesAndSwitchesTellTheirValue) {
    std::unique_ptr<SettingWidget> choice(SettingWidget::make({"padding", "Padding", SettingKind::Choice, std::string("valid"), "Where.", "", 0, 0, {"valid", "same"}}));
    std::vector<SettingValue> told;
    QObject::connect(choice.get(), &SettingWidget::changed, [&](const SettingValue& value) { told.push_back(value); });
    choice->setValue(std::string("same"));
    EXPECT_TRUE(told.empty());
    qobject_cast<QComboBox*>(choice->editor())->setCurrentIndex(0);
    ASSERT_EQ(told.size(), 1u);
    EXPECT_EQ(told[0], SettingValue(std::string("valid")));
    std::unique_ptr<SettingWidget> on(SettingWidget::make({"bias", "Bias", SettingKind::Bool, true, "Add b.", "", 0, 1, {}}));
    EXPECT_EQ(on->value(), SettingValue(true));
    qobject_cast<QCheckBox*>(on->editor())->click();
    EXPECT_EQ(on->value(), SettingValue(false));
}

TEST(SettingWidgets, everySettingOfEveryLayerHasANameATooltipAndItsStandard) {
    std::vector<SettingSpec> all = train::trainSettingSpecs();
    for (const auto* layer : layers::allLayers()) all.insert(all.end(), layer->settings.begin(), layer->settings.end());
    ASSERT_GT(all.size(), 10u);
    for (const auto& spec : all) {
        std::unique_ptr<SettingWidget> widget(SettingWidget::make(spec));
        EXPECT_FALSE(widget->editor()->accessibleName().isEmpty()) << spec.name;
        EXPECT_TRUE(widget->editor()->toolTip().contains(QString::fromStdString(spec.meaning).toHtmlEscaped())) << spec.name;
        EXPECT_NE(widget->editor()->focusPolicy(), Qt::NoFocus) << spec.name;
        EXPECT_TRUE(widget->value() == spec.standard) << spec.name;
        EXPECT_TRUE(widget->problem().isEmpty()) << spec.name;
    }
}

TEST(SettingsForms, draggingATitleTurnsItsNumberInOneGo) {
    SettingsForm form;
    form.setSpecs({units()});
    form.show();
    ASSERT_TRUE(QTest::qWaitForWindowExposed(&form));
    int finished = 0;
    QObject::connect(&form, &SettingsForm::finished, [&] { ++finished; });
    QLabel* title = nullptr;
    for (auto* label : form.findChildren<QLabel*>())
        if (label->text() == QStringLiteral("Units")) title = label;
    ASSERT_NE(title, nullptr);
    QTest::mousePress(title, Qt::LeftButton, {}, QPoint(2, 5));
    QMouseEvent move(QEvent::MouseMove, QPointF(27, 5), title->mapToGlobal(QPointF(27, 5)), Qt::NoButton, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(title, &move);
    EXPECT_EQ(form.widget("units")->value(), SettingValue(std::int64_t{68}));
    EXPECT_EQ(finished, 0);
    QTest::mouseRelease(title, Qt::LeftButton, {}, QPoint(27, 5));
    EXPECT_EQ(finished, 1);
}

TEST(SettingsForms, aProblemIsShownBelowItsRow) {
    SettingsForm form;
    form.setSpecs({units(), rate()});
    form.setProblems({{"units", QStringLiteral("Too many for the data.")}});
    bool shown = false;
    for (auto* label : form.findChildren<QLabel*>()) shown = shown || (label->text() == QStringLiteral("Too many for the data.") && !label->isHidden());
    EXPECT_TRUE(shown);
    EXPECT_TRUE(form.widget("units")->editor()->accessibleDescription().contains(QStringLiteral("Too many")));
    form.setProblems({});
    EXPECT_FALSE(form.widget("units")->editor()->accessibleDescription().contains(QStringLiteral("Too many")));
}

TEST_F(NumberSettings, aRateHasASliderByMagnitude) {
    make(rate());
    auto* slider = widget->findChild<RateSlider*>();
    ASSERT_TRUE(slider && slider->isLogarithmic());
    const int middle = slider->value();
    EXPECT_NEAR(middle, slider->maximum() / 2, 1) << "the standard lies in the middle";
    slider->setValue(middle + slider->maximum() / 6);  // a sixth of six decades
    ASSERT_FALSE(told.empty());
    EXPECT_EQ(told.back(), SettingValue(0.01));
    type(QStringLiteral("0.0001"));
    EXPECT_NEAR(slider->value(), middle - slider->maximum() / 6, 1);
    type(QStringLiteral("0"));
    EXPECT_EQ(slider->value(), 0) << "below its range it stands at the end";
}

TEST_F(NumberSettings, aShareHasAnEvenSliderAndACountNone) {
    make({"rate", "Rate", SettingKind::Real, 0.5, "The share that is switched off.", "", 0, 0.99, {}});
    auto* slider = widget->findChild<RateSlider*>();
    ASSERT_TRUE(slider && !slider->isLogarithmic());
    slider->setValue(slider->maximum());
    EXPECT_EQ(told.back(), SettingValue(0.99));
    make(units());
    EXPECT_EQ(widget->findChild<RateSlider*>(), nullptr);
}

TEST(SettingsFormReset, isThereWhenAValueIsNotTheStandardAndBringsItBack) {
    SettingsForm form;
    form.setSpecs({units()});
    form.setValues({{"units", std::int64_t{128}}});
    auto* reset = form.findChild<QToolButton*>(QStringLiteral("reset-units"));
    ASSERT_NE(reset, nullptr);
    EXPECT_FALSE(reset->isHidden());
    std::vector<SettingValue> told;
    QObject::connect(&form, &SettingsForm::changed, &form, [&](const QString&, const SettingValue& value) { told.push_back(value); });
    reset->click();
    EXPECT_EQ(told, std::vector<SettingValue>{std::int64_t{64}});
    EXPECT_TRUE(reset->isHidden());
    EXPECT_TRUE(reset->toolTip().contains(QStringLiteral("64")));
}

// --- rows × columns -------------------------------------------------------------------------------------------------------

SettingSpec kernel() { return {"kernel", "Kernel size", SettingKind::Pair, std::int64_t{3}, "Height and width of each filter.", "pixels", 1, 255, {}}; }

class PairSettings : public ::testing::Test {
protected:
    PairSettings() {
        form.setSpecs({kernel()});
        form.show();
        EXPECT_TRUE(QTest::qWaitForWindowExposed(&form));
        rows = form.findChild<NumberEdit*>(QStringLiteral("setting-kernel"));
        columns = form.findChild<NumberEdit*>(QStringLiteral("setting-kernel-columns"));
        chain = form.findChild<QToolButton*>(QStringLiteral("chain-kernel"));
        QObject::connect(&form, &SettingsForm::changed, &form, [this](const QString&, const SettingValue& value) { told.push_back(value); });
        QObject::connect(&form, &SettingsForm::finished, &form, [this] { ++finished; });
    }
    void type(NumberEdit* edit, const QString& text) {
        edit->findChild<QLineEdit*>()->selectAll();
        QTest::keyClicks(edit, text);
    }
    SettingValue value() const { return form.widget("kernel")->value(); }
    std::vector<SettingValue> told;
    int finished = 0;
    SettingsForm form;
    NumberEdit* rows = nullptr;
    NumberEdit* columns = nullptr;
    QToolButton* chain = nullptr;
};

TEST_F(PairSettings, moveTogetherWhileTheChainIsClosed) {
    ASSERT_TRUE(rows && columns && chain);
    EXPECT_TRUE(chain->isChecked());
    type(rows, QStringLiteral("5"));
    EXPECT_EQ(columns->text(), QStringLiteral("5"));
    EXPECT_EQ(told, std::vector<SettingValue>{std::int64_t{5}}) << "told once, as one number";
    type(columns, QStringLiteral("7"));
    EXPECT_EQ(rows->text(), QStringLiteral("7"));
    EXPECT_EQ(value(), SettingValue(std::int64_t{7}));
}

TEST_F(PairSettings, moveAloneWhileItIsOpen) {
    chain->click();
    EXPECT_FALSE(chain->isChecked());
    EXPECT_TRUE(told.empty()) << "opening changes nothing";
    type(columns, QStringLiteral("1"));
    EXPECT_EQ(told, std::vector<SettingValue>{(Pair{3, 1})});
    type(columns, QStringLiteral("3"));
    form.setValues({{"kernel", value()}});  // as the document says it back
    EXPECT_FALSE(chain->isChecked()) << "it does not close by itself while one types";
    type(columns, QStringLiteral("5"));
    chain->click();
    EXPECT_EQ(value(), SettingValue(std::int64_t{3})) << "closing makes the columns as the rows";
    EXPECT_EQ(told.back(), SettingValue(std::int64_t{3}));
    EXPECT_EQ(columns->text(), QStringLiteral("3"));
    EXPECT_GT(finished, 0);
}

TEST_F(PairSettings, whatComesFromElsewhereOpensAndClosesTheChain) {
    form.setValues({{"kernel", Pair{5, 3}}});
    EXPECT_FALSE(chain->isChecked());
    EXPECT_EQ(rows->text(), QStringLiteral("5"));
    EXPECT_EQ(columns->text(), QStringLiteral("3"));
    form.setValues({{"kernel", std::int64_t{4}}});
    EXPECT_TRUE(chain->isChecked());
    EXPECT_EQ(columns->text(), QStringLiteral("4"));
    EXPECT_TRUE(told.empty());
}

TEST_F(PairSettings, goBackToTheStandardTogether) {
    form.setValues({{"kernel", Pair{5, 3}}});
    auto* reset = form.findChild<QToolButton*>(QStringLiteral("reset-kernel"));
    EXPECT_FALSE(reset->isHidden());
    reset->click();
    EXPECT_EQ(told, std::vector<SettingValue>{std::int64_t{3}});
    EXPECT_EQ(columns->text(), QStringLiteral("3"));
    EXPECT_TRUE(reset->isHidden());
}

TEST_F(PairSettings, sayWhichOneIsWrong) {
    chain->click();
    told.clear();
    type(columns, QStringLiteral("0"));
    EXPECT_TRUE(told.empty());
    EXPECT_TRUE(form.widget("kernel")->problem().startsWith(QStringLiteral("Columns")));
    EXPECT_TRUE(columns->accessibleDescription().contains(QStringLiteral("At least 1")));
}

TEST_F(PairSettings, areThereForKeyboardAndScreenReader) {
    EXPECT_EQ(rows->accessibleName(), QStringLiteral("Kernel size, rows"));
    EXPECT_EQ(columns->accessibleName(), QStringLiteral("Kernel size, columns"));
    EXPECT_FALSE(chain->accessibleName().isEmpty());
    for (QWidget* each : std::initializer_list<QWidget*>{rows, columns, chain}) EXPECT_FALSE(each->toolTip().isEmpty());
    form.activateWindow();
    ASSERT_TRUE(QTest::qWaitForWindowActive(&form));
    rows->setFocus();
    QTest::keyClick(rows, Qt::Key_Tab);
    EXPECT_EQ(QApplication::focusWidget(), columns);
    QTest::keyClick(columns, Qt::Key_Tab);
    EXPECT_EQ(QApplication::focusWidget(), chain);
    QTest::keyClick(chain, Qt::Key_Space);
    EXPECT_FALSE(chain->isChecked());
}

TEST(SettingsForms, pairsMakeNoPanelWider) {
    setAppearance(Appearance::Light);  // its style sheet has part in the widths
    const auto narrowest = [](const char* layer) {
        SettingsForm form;
        form.setSpecs(layers::findLayer(layer)->settings);
        return form.minimumSizeHint().width();
    };
    EXPECT_LE(narrowest("conv2d"), narrowest("conv1d"));
}

}  // namespace
}  // namespace perceptarium::ui
