#include "app/screenshot.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QEventLoop>
#include <QPainter>
#include <QPixmap>
#include <QTimer>

#include "app/main_window.h"

namespace perceptarium::app {
namespace {

constexpr int kWidth = 1440, kHeight = 900, kScale = 2;
constexpr qint64 kLongest = 90'000, kSettle = 2'500;  // ms
constexpr std::int64_t kEpochs = 2;                   // then the curves have a shape

void wait(qint64 milliseconds) {
    QEventLoop loop;
    QTimer::singleShot(static_cast<int>(milliseconds), &loop, &QEventLoop::quit);
    loop.exec();
}

/// Runs the event loop until `done` or `longest` ms are over.
template <class Done>
void waitUntil(Done done, qint64 longest) {
    QElapsedTimer clock;
    clock.start();
    while (!done() && clock.elapsed() < longest) wait(50);
}

}  // namespace

Status takeScreenshot(MainWindow& window, const QString& path) {
    ui::Workbench& workbench = window.workbench();
    window.resize(kWidth, kHeight);
    window.arrange(Perspective::Train);
    waitUntil([&] { return !workbench.isLoading() && workbench.trainer(); }, kLongest);
    if (const QString obstacle = workbench.whyNotReady(); !obstacle.isEmpty()) return Error{obstacle.toStdString(), {}, {}, {}};

    workbench.play();
    waitUntil([&] { return workbench.standing().epoch >= kEpochs || workbench.standing().phase == train::Phase::Finished; }, kLongest);
    wait(kSettle);  // some way into the next epoch: it looks alive because it is

    QPixmap picture(window.size() * kScale);
    picture.setDevicePixelRatio(kScale);
    picture.fill(window.palette().color(QPalette::Window));
    window.render(&picture);
    workbench.stop();
    if (!picture.save(path, "PNG")) return Error{"the picture cannot be written", path.toStdString(), {}, {}};
    return {};
}

}  // namespace perceptarium::app
