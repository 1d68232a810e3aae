// How long are the canvas's frames, and how soon is a large drawing there? ResNet-50 and a drawing of 300 nodes, 1920 × 1200,
// pan and zoom, one node moved, a setting changed, the project opened. Needs a display (or QT_QPA_PLATFORM=offscreen):
//     xvfb-run -a -s "-screen 0 2000x1300x24" bench_canvas [rounds]
#include <fmt/format.h>

#include <QApplication>
#include <QScrollBar>
#include <QTemporaryDir>
#include <algorithm>
#include <cmath>
#include <functional>

#include "exchange/project_file.h"
#include "process_meter.h"
#include "residual_drawing.h"
#include "ui/canvas/canvas_scene.h"
#include "ui/canvas/network_canvas.h"
#include "ui/theme/theme.h"

namespace perceptarium::bench {
namespace {

constexpr int kFrames = 60;
constexpr QSize kWindow(1920, 1200);
constexpr double kFrame = 1000.0 / 60;  // ms

/// Knows when the canvas was painted.
class PaintWatch : public QObject {
public:
    explicit PaintWatch(QWidget& widget) : widget_(widget) { widget.installEventFilter(this); }
    /// From `change` until its picture is on the screen; ms.
    double frame(const std::function<void()>& change) {
        const double from = wallSeconds();
        painted_ = false;
        change();
        for (int tries = 0; !painted_ && tries < 50; ++tries) {
            widget_.update(0, 0, 1, 1);  // also a change that is not seen takes a frame
            QApplication::processEvents();
        }
        return 1e3 * (wallSeconds() - from);
    }

protected:
    bool eventFilter(QObject*, QEvent* event) override {
        if (event->type() == QEvent::Paint) painted_ = true;
        return false;
    }

private:
    QWidget& widget_;
    bool painted_ = false;
};

double at(std::vector<double> values, double share) {
    std::sort(values.begin(), values.end());
    return values[std::min(values.size() - 1, static_cast<std::size_t>(share * static_cast<double>(values.size())))];
}

void print(const char* what, const std::vector<double>& ms) {
    const auto late = std::count_if(ms.begin(), ms.end(), [](double each) { return each > kFrame; });
    fmt::print("  {:<34} median {:6.2f} ms, 99 % under {:6.2f}, longest {:6.2f}; {:3} of {} over 1/60 s\n", what, at(ms, 0.5),
               at(ms, 0.99), at(ms, 1), late, ms.size());
}

class CanvasBench {
public:
    explicit CanvasBench(int rounds) : rounds_(rounds) {}
    void run(const char* name, const std::array<int, 4>& blocks);

private:
    void measure(const char* what, const std::function<void(int)>& change);
    void untilReady();
    void moves();
    void edits();

    int rounds_;
    ui::NetworkCanvas* canvas_ = nullptr;
    PaintWatch* watch_ = nullptr;
};

void CanvasBench::measure(const char* what, const std::function<void(int)>& change) {
    std::vector<double> ms;
    for (int round = 0; round < rounds_; ++round)
        for (int i = 0; i < kFrames; ++i) ms.push_back(watch_->frame([&] { change(i); }));
    print(what, ms);
}

/// The data are loaded and the weights drawn meanwhile: how long does the window not answer?
void CanvasBench::untilReady() {
    const ui::Workbench& bench = canvas_->workbench();
    const double from = wallSeconds();
    double longest = 0;
    while (!bench.trainer() && wallSeconds() - from < 30) {
        const double before = wallSeconds();
        QApplication::processEvents(QEventLoop::WaitForMoreEvents, 20);
        longest = std::max(longest, wallSeconds() - before);
    }
    fmt::print("  {} after {:.0f} ms, the longest event {:.0f} ms\n",
               bench.trainer() ? "ready to train" : bench.whyNotReady().toStdString(), 1e3 * (wallSeconds() - from), 1e3 * longest);
}

void CanvasBench::moves() {
    ui::NetworkCanvas& canvas = *canvas_;
    canvas.fitAll();
    const double all = canvas.zoom();
    const auto pan = [&](int i) {  // there and back, as a hand does
        const int way = i < kFrames / 2 ? 1 : -1;
        canvas.horizontalScrollBar()->setValue(canvas.horizontalScrollBar()->value() + 17 * way);
        canvas.verticalScrollBar()->setValue(canvas.verticalScrollBar()->value() + 9 * way);
    };
    for (const double zoom : {all, 0.3, 0.6, 1.0, 2.0}) {
        canvas.zoomTo(zoom);
        measure(fmt::format("pan at {:.0f} %", 100 * zoom).c_str(), pan);
        measure(fmt::format("whole picture at {:.0f} %", 100 * zoom).c_str(), [&](int) { canvas.viewport()->update(); });
    }
    canvas.fitAll();
    measure("zoom in and out, all to 200 %", [&](int i) {
        const double place = 1 - std::abs(i - kFrames / 2.0) / (kFrames / 2.0);
        canvas.zoomTo(all * std::pow(2 / all, place), QPoint(700, 500));
    });
}

void CanvasBench::edits() {
    ui::NetworkCanvas& canvas = *canvas_;
    ui::Workbench& bench = canvas.workbench();
    canvas.fitAll();
    const network::NodeId middle = bench.graph().findByName("conv2d20")->id;
    const std::set<network::NodeId> one{middle};
    measure("a node dragged", [&](int i) { canvas.drawing().preview({one, {}}, {3.0 * i, 2.0 * i}); });
    canvas.drawing().preview({}, {});
    measure("a node selected", [&](int i) {
        bench.select(i % 2 ? one : std::set<network::NodeId>{});
    });
    measure("a setting changed", [&](int i) {
        bench.edit("Change", [&](project::Document& document) {
            return network::changeSetting(document.graph, middle, "filters", std::int64_t{100 + i});
        });
    });
    measure("a node moved (edit)", [&](int i) {
        bench.edit("Move", [&](project::Document& document) -> Status {
            network::move(document.graph, {middle}, {i % 2 ? 8.0 : -8.0, 0});
            return {};
        });
    });
}

void CanvasBench::run(const char* name, const std::array<int, 4>& blocks) {
    project::Document document;
    document.graph = residualDrawing(blocks);
    QTemporaryDir folder;
    const QString file = folder.filePath("drawing.json");
    if (const Status saved = exchange::saveProject({document, {}}, file.toStdString()); !saved) {
        fmt::print(stderr, "{}\n", saved.error().message());
        return;
    }
    ui::Workbench bench;
    ui::NetworkCanvas canvas(bench);
    canvas_ = &canvas;
    canvas.resize(kWindow);
    canvas.show();
    QApplication::processEvents();
    PaintWatch watch(*canvas.viewport());
    watch_ = &watch;
    Status opened;
    const double opening = watch.frame([&] { opened = bench.open(file); });
    if (!opened) {
        fmt::print(stderr, "{}\n", opened.error().message());
        return;
    }
    fmt::print("{}: {} nodes, {} edges; opened and painted in {:.0f} ms\n", name, bench.graph().nodes().size(),
               bench.graph().edges().size(), opening);
    untilReady();
    moves();
    edits();
}

}  // namespace
}  // namespace perceptarium::bench

int main(int argc, char** argv) {
    QTemporaryDir home;  // neither the user's runs nor settings
    qputenv("XDG_DATA_HOME", home.path().toUtf8());
    qputenv("XDG_CONFIG_HOME", home.path().toUtf8());
    QApplication app(argc, argv);
    perceptarium::ui::setAppearance(perceptarium::ui::Appearance::Light);
    perceptarium::bench::CanvasBench bench(argc > 1 ? std::atoi(argv[1]) : 3);
    bench.run("ResNet-50", perceptarium::bench::kResNet50);
    bench.run("300 nodes", perceptarium::bench::k300Nodes);
    return 0;
}
