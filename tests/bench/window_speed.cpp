// Does training wait for the window, and the window for training? The running program's window with curves, filters,
// activations and embedding open: samples a second beside the same training without a window, in turn in one run; how
// long the GUI thread works on each picture, and how late it answers. Needs a display:
//     xvfb-run -a bench_window [path to MNIST] [rounds] [lines of the list of what costs the window its time]
#include <fmt/format.h>
#include <unistd.h>

#include <QEventLoop>
#include <QTemporaryDir>
#include <QTimer>
#include <functional>

#include "app/dock.h"
#include "app/main_window.h"
#include "gui_meter.h"
#include "process_meter.h"
#include "ui/theme/theme.h"
#include "ui/views/view.h"

namespace perceptarium::bench {
namespace {

constexpr int kSeconds = 6, kWarmUp = 2;
const QStringList kOpen{"curves", "filters", "activations", "embedding"};

void wait(int milliseconds) {
    QEventLoop loop;
    QTimer::singleShot(milliseconds, &loop, &QEventLoop::quit);
    loop.exec();
}

/// Who used the processor, in shares of one core.
struct Use {
    double window = 0, server = 0, training = 0;
};

struct Stretch {
    double stepsPerSecond = 0;
    Use use;
};

class WindowBench {
public:
    WindowBench(GuiMeter& meter, app::MainWindow& window) : meter_(meter), window_(window) {}

    Status prepare(const QString& data);
    void round(int number);
    void print(int lines) const;

private:
    void show(bool shown);
    Stretch stretch(const std::function<void(int)>& pass, bool watched);

    GuiMeter& meter_;
    app::MainWindow& window_;
    std::vector<app::Dock*> views_;
    const int server_ = serverOfDisplay();
    std::vector<double> ratios_;
};

Status WindowBench::prepare(const QString& data) {
    ui::Workbench& bench = window_.workbench();
    PC_TRY(bench.open("lenet-digits"));
    window_.resize(1440, 900);
    window_.show();
    if (!data.isEmpty()) bench.useDataPath(data);
    bench.edit("Enough epochs", [](project::Document& document) -> Status {
        document.training.epochs = 1000;
        return {};
    });
    // The window's own docks, taken out so that all four are seen at once; the other views stay closed.
    for (const ui::ViewSpec* spec : ui::allViews()) {
        app::Dock* dock = window_.dock(QString::fromStdString(spec->id));
        const bool wanted = kOpen.contains(dock->id());
        dock->setVisible(wanted);
        if (!wanted) continue;
        dock->setFloating(true);
        dock->resize(560, 360);
        views_.push_back(dock);
    }
    for (int waited = 0; waited < 60 && (bench.isLoading() || !bench.trainer()); ++waited) wait(500);
    if (!bench.trainer()) return Error{bench.whyNotReady().toStdString(), {}, {}, {}};
    return {};
}

void WindowBench::show(bool shown) {
    window_.setVisible(shown);
    for (app::Dock* view : views_) view->setVisible(shown);
    wait(500);
}

Stretch WindowBench::stretch(const std::function<void(int)>& pass, bool watched) {
    const train::TrainerThread& trainer = *window_.workbench().trainer();
    const auto steps = [&] { return static_cast<double>(trainer.status().step); };
    pass(kWarmUp * 1000);
    meter_.measure(watched);
    const double wall = wallSeconds(), before = steps(), window = threadSeconds(), all = processSeconds(),
                 server = processSeconds(server_);
    pass(kSeconds * 1000);
    const double seconds = wallSeconds() - wall, windowUse = threadSeconds() - window;
    const Stretch stretch{(steps() - before) / seconds,
                          {windowUse / seconds, (processSeconds(server_) - server) / seconds,
                           (processSeconds() - all - windowUse) / seconds}};
    meter_.measure(false);
    return stretch;
}

void WindowBench::round(int number) {
    Stretch alone, watched;
    // The order changes, so that a machine that grows slower or faster favours neither.
    for (const bool shown : {number % 2 != 0, number % 2 == 0}) {
        show(shown);
        window_.workbench().play();
        if (shown)
            watched = stretch(wait, true);
        else  // the GUI thread sleeps: as if there were none
            alone = stretch([](int ms) { ::usleep(static_cast<useconds_t>(ms) * 1000); }, false);
        window_.workbench().pause();
        wait(300);
    }
    ratios_.push_back(watched.stepsPerSecond / alone.stepsPerSecond);
    fmt::print(
        "round {}: {:.0f} steps/s alone, {:.0f} watched: {:.1f} %;  a core's share alone: training {:.0f} %; watched: "
        "training "
        "{:.0f} %, window {:.1f} %, X server {:.1f} %\n",
        number + 1, alone.stepsPerSecond, watched.stepsPerSecond, 100 * ratios_.back(), 100 * alone.use.training,
        100 * watched.use.training, 100 * watched.use.window, 100 * watched.use.server);
}

void WindowBench::print(int lines) const {
    fmt::print("watched training keeps {:.1f} % of its speed (median of {})\n", 100 * percentile(ratios_, 0.5),
               ratios_.size());
    const auto distribution = [](const char* what, const std::vector<double>& ms) {
        fmt::print("{}: {} with a median of {:.1f} ms, 99 % under {:.1f} ms, the longest {:.1f} ms\n", what, ms.size(),
                   percentile(ms, 0.5), percentile(ms, 0.99), percentile(ms, 1));
    };
    distribution("frames (work of the window's thread between two pictures)", meter_.frames);
    distribution("answers (an event from outside waits for its turn)", meter_.lateness);
    fmt::print("pictures a second:");
    for (const QString& view : kOpen) fmt::print(" {} {:.1f}", view.toStdString(), meter_.paintsPerSecond(view));
    fmt::print("\nmemory: {:.0f} MB\n", residentMegabytes());
    if (lines > 0) meter_.print(lines);
}

int run(GuiMeter& meter, const QString& data, int rounds, int lines) {
    app::MainWindow window;
    WindowBench bench(meter, window);
    if (const Status ready = bench.prepare(data); !ready) {
        fmt::print(stderr, "{}\n", ready.error().message());
        return 1;
    }
    for (int i = 0; i < rounds; ++i) bench.round(i);
    bench.print(lines);
    return 0;
}

}  // namespace
}  // namespace perceptarium::bench

int main(int argc, char** argv) {
    QTemporaryDir home;  // neither the user's runs nor settings
    qputenv("XDG_DATA_HOME", home.path().toUtf8());
    qputenv("XDG_CONFIG_HOME", home.path().toUtf8());
    perceptarium::bench::GuiMeter meter(argc, argv);
    perceptarium::ui::setAppearance(perceptarium::ui::Appearance::Light);
    const auto number = [&](int index, int otherwise) { return argc > index ? std::atoi(argv[index]) : otherwise; };
    return perceptarium::bench::run(meter, argc > 1 ? QString::fromLocal8Bit(argv[1]) : QString(), number(2, 3),
                                    number(3, 0));
}
