#include "ui/canvas/picture_cache.h"

#include <gtest/gtest.h>

#include <QImage>
#include <thread>

namespace perceptarium::ui {
namespace {

class PictureCacheTest : public ::testing::Test {
protected:
    /// Shows a red square of 10 units at `zoom`; what is on the paper then.
    QImage show(double zoom, quint64 version = 1) {
        QImage paper(100, 100, QImage::Format_RGB32);
        paper.fill(Qt::white);
        QPainter painter(&paper);
        painter.scale(zoom, zoom);
        cache.draw(painter, QStringLiteral("square"), version, QRectF(0, 0, 10, 10), [this](QPainter& onto) {
            ++painted;
            onto.fillRect(QRectF(0, 0, 10, 10), Qt::red);
        });
        return paper;
    }
    PictureCache cache;
    int painted = 0;
};

TEST_F(PictureCacheTest, whatDoesNotChangeIsPaintedOnce) {
    cache.beginFrame();
    const QImage first = show(2);
    EXPECT_EQ(first.pixel(10, 10), QColor(Qt::red).rgb());
    EXPECT_EQ(first.pixel(40, 40), QColor(Qt::white).rgb());
    EXPECT_EQ(show(2), first);
    EXPECT_EQ(painted, 1);
}

TEST_F(PictureCacheTest, anotherVersionIsPaintedAnew) {
    show(2);
    show(2, 2);
    EXPECT_EQ(painted, 2);
    cache.forget(QStringLiteral("square"));
    show(2, 2);
    EXPECT_EQ(painted, 3);
}

TEST_F(PictureCacheTest, whenTheFrameHasNoTimeLeftThePictureOfTheZoomBeforeStandsIn) {
    show(2);
    cache.beginFrame();
    std::this_thread::sleep_for(std::chrono::milliseconds(20));
    const QImage enlarged = show(4);
    EXPECT_EQ(painted, 1);
    EXPECT_TRUE(cache.unfinished());
    EXPECT_EQ(enlarged.pixel(30, 30), QColor(Qt::red).rgb());  // as large as it should be
    EXPECT_EQ(enlarged.pixel(60, 60), QColor(Qt::white).rgb());
    cache.beginFrame();
    show(4);
    EXPECT_EQ(painted, 2);
    EXPECT_FALSE(cache.unfinished());
}

TEST_F(PictureCacheTest, inAPictureThatIsKeptNothingStandsIn) {
    show(2);
    cache.beginFrame(false);
    std::this_thread::sleep_for(std::chrono::milliseconds(20));
    show(4);
    EXPECT_EQ(painted, 2);
    EXPECT_FALSE(cache.unfinished());
}

TEST_F(PictureCacheTest, whileTheZoomChangesFramesAreRoughAndTheNextMakesUpForIt) {
    cache.beginFrame(true, 1);
    EXPECT_FALSE(cache.isRough()) << "the first";
    cache.beginFrame(true, 2);
    EXPECT_FALSE(cache.unfinished()) << "nobody made use of it";
    EXPECT_TRUE(cache.isRough());
    EXPECT_TRUE(cache.unfinished());
    cache.beginFrame(false, 7);
    EXPECT_FALSE(cache.isRough()) << "a picture that is kept";
    cache.beginFrame(true, 2);
    EXPECT_FALSE(cache.isRough());
    EXPECT_FALSE(cache.unfinished());
}

}  // namespace
}  // namespace perceptarium::ui
