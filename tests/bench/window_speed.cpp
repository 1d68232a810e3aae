// Does training wait for the window, and the window for training? The running program's window with curves, filters,
// activations and embedding open: samples a second beside the same training without a window, alternating in one run; and
// how long the GUI thread is busy for each frame. Needs a display: xvfb-run bench_window [path to MNIST] [rounds]
#include <fmt/format.h>
#include <unistd.h>

#include <QApplication>
#include <QElapsedTimer>
#include <QEvent>
#include <QEventLoop>
#include <QTemporaryDir>
#include <QTimer>
#include <algorithm>
#include <fstream>
#include <functional>

#include "app/dock.h"
#include "app/main_window.h"
#include "ui/theme/theme.h"
#include "ui/views/view.h"

namespace perceptarium {
namespace {

constexpr int kSeconds = 6, kWarmUp = 2;

/// Time the GUI thread spends on events between two pictures of the window that is on the screen.
class MeasuringApplication : public QApplication {
public:
    using QApplication::QApplication;
    bool notify(QObject* receiver, QEvent* event) override {
        if (depth_ > 0) return QApplication::notify(receiver, event);
        QElapsedTimer clock;
        clock.start();
        ++depth_;
        const bool isFrame = event->type() == QEvent::UpdateRequest;
        const bool handled = QApplication::notify(receiver, event);
        --depth_;
        busy_ += static_cast<double>(clock.nsecsElapsed()) / 1e6;
        if (isFrame) {
            if (measures) frames.push_back(busy_);
            busy_ = 0;
        }
        return handled;
    }
    bool measures = false;
    std::vector<double> frames;  ///< ms

private:
    int depth_ = 0;
    double busy_ = 0;
};

void wait(int milliseconds) {
    QEventLoop loop;
    QTimer::singleShot(milliseconds, &loop, &QEventLoop::quit);
    loop.exec();
}

double samplesPerSecond(const train::TrainerThread& trainer, const std::function<void(int)>& pause) {
    pause(kWarmUp * 1000);
    const auto place = [&] { return static_cast<double>(trainer.status().step); };
    QElapsedTimer clock;
    clock.start();
    const double before = place();
    pause(kSeconds * 1000);
    return (place() - before) / (static_cast<double>(clock.nsecsElapsed()) / 1e9);
}

double residentMegabytes() {
    std::ifstream file("/proc/self/statm");
    double total = 0, resident = 0;
    file >> total >> resident;
    return resident * static_cast<double>(::sysconf(_SC_PAGESIZE)) / 1e6;
}

double percentile(std::vector<double> values, double share) {
    if (values.empty()) return 0;
    std::sort(values.begin(), values.end());
    return values[std::min(values.size() - 1, static_cast<std::size_t>(share * static_cast<double>(values.size())))];
}

int run(MeasuringApplication& application, const std::string& data, int rounds) {
    app::MainWindow window;
    ui::Workbench& bench = window.workbench();
    if (const Status status = bench.open("lenet-digits"); !status) {
        fmt::print(stderr, "{}\n", status.error().message());
        return 1;
    }
    window.resize(1440, 900);
    window.show();
    if (!data.empty()) bench.useDataPath(QString::fromStdString(data));
    bench.edit("Enough epochs", [](project::Document& document) -> Status {
        document.training.epochs = 1000;
        return {};
    });
    // The window's own docks, taken out so that all four are seen at once; the others stay closed.
    std::vector<app::Dock*> views;
    for (const auto* spec : ui::allViews()) {
        app::Dock* dock = window.dock(QString::fromStdString(spec->id));
        const bool wanted = spec->id == "curves" || spec->id == "filters" || spec->id == "activations" || spec->id == "embedding";
        dock->setVisible(wanted);
        if (!wanted) continue;
        dock->setFloating(true);
        dock->resize(560, 360);
        views.push_back(dock);
    }
    for (int waited = 0; waited < 60 && (bench.isLoading() || !bench.trainer()); ++waited) wait(500);
    if (!bench.trainer()) {
        fmt::print(stderr, "{}\n", bench.whyNotReady().toStdString());
        return 1;
    }
    std::vector<double> ratios;
    for (int round = 0; round < rounds; ++round) {
        window.hide();  // the same trainer without anyone looking
        for (auto* view : views) view->hide();
        wait(200);
        bench.play();
        const double alone = samplesPerSecond(*bench.trainer(), [](int ms) { ::usleep(static_cast<useconds_t>(ms) * 1000); });
        window.show();
        for (auto* view : views) view->show();
        wait(500);
        application.measures = true;
        const double watched = samplesPerSecond(*bench.trainer(), wait);
        application.measures = false;
        bench.pause();
        wait(300);
        ratios.push_back(watched / alone);
        fmt::print("round {}: {:.0f} steps/s alone, {:.0f} watched: {:.1f} %\n", round + 1, alone, watched, 100 * watched / alone);
    }
    fmt::print("watched training keeps {:.1f} % of its speed (median of {})\n", 100 * percentile(ratios, 0.5), rounds);
    fmt::print("frames: {} with a median of {:.1f} ms, 99 % under {:.1f} ms, the longest {:.1f} ms\n", application.frames.size(),
               percentile(application.frames, 0.5), percentile(application.frames, 0.99), percentile(application.frames, 1));
    fmt::print("memory: {:.0f} MB\n", residentMegabytes());
    return 0;
}

}  // namespace
}  // namespace perceptarium

int main(int argc, char** argv) {
    QTemporaryDir home;  // neither the user's runs nor settings
    qputenv("XDG_DATA_HOME", home.path().toUtf8());
    qputenv("XDG_CONFIG_HOME", home.path().toUtf8());
    perceptarium::MeasuringApplication application(argc, argv);
    perceptarium::ui::setAppearance(perceptarium::ui::Appearance::Light);
    return perceptarium::run(application, argc > 1 ? argv[1] : "", argc > 2 ? std::atoi(argv[2]) : 3);
}
