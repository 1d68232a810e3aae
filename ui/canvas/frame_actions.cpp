#include "ui/canvas/frame_actions.h"

#include <QActionGroup>
#include <QCoreApplication>
#include <QMenu>

#include "ui/canvas/gestures.h"
#include "ui/canvas/network_canvas.h"
#include "ui/shared/tints.h"

namespace perceptarium::ui {
namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Canvas)
};

/// One edit that makes a frame; then it is selected, and its text is edited.
void make(NetworkCanvas& canvas, const QString& name, const std::function<network::FrameId(network::Graph&)>& how) {
    network::FrameId made = network::kNoFrame;
    canvas.workbench().edit(name, [&](project::Document& document) -> Status {
        made = how(document.graph);
        return {};
    });
    canvas.workbench().sealEdit();
    canvas.drawing().setCurrent(FrameRef{made});
    canvas.editFrameText(made);
}

}  // namespace

void makeFrame(NetworkCanvas& canvas) {
    auto& workbench = canvas.workbench();
    const network::Parts parts = network::withContent(workbench.graph(), {workbench.selection(), workbench.selectedFrames()});
    const QPointF middle = canvas.mapToScene(canvas.viewport()->rect().center());
    make(canvas, Words::tr("Frame"), [&](network::Graph& graph) {
        const auto made = network::frameAround(graph, {parts.nodes.begin(), parts.nodes.end()}, Words::tr("Frame").toStdString());
        if (!parts.nodes.empty()) return made;
        network::Frame frame = *graph.findFrame(made);
        frame.corner = snapped({middle.x() - frame.size.x / 2, middle.y() - frame.size.y / 2});
        graph.replaceFrame(frame);
        return made;
    });
}

void makeNote(NetworkCanvas& canvas, QPointF place) {
    make(canvas, Words::tr("Note"), [&](network::Graph& graph) {
        return network::addNote(graph, Words::tr("Note").toStdString(), snapped({place.x(), place.y()}));
    });
}

QMenu* colourMenu(NetworkCanvas& canvas, network::FrameId id, QWidget* parent) {
    auto* menu = new QMenu(Words::tr("C&olour"), parent);
    auto* group = new QActionGroup(menu);
    const auto* now = canvas.workbench().graph().findFrame(id);
    for (int i = 0; i < kTints; ++i) {
        const network::Tint tint = tintAt(i);
        auto* action = menu->addAction(tintIcon(tint), tintTitle(tint));
        action->setActionGroup(group);
        action->setCheckable(true);
        action->setChecked(now && now->tint == tint);
        QObject::connect(action, &QAction::triggered, &canvas, [&canvas, id, tint] {
            canvas.workbench().edit(Words::tr("Colour"), [&](project::Document& document) -> Status {
                const auto* frame = document.graph.findFrame(id);
                if (!frame) return {};
                network::Frame changed = *frame;
                changed.tint = tint;
                return network::changeFrame(document.graph, changed);
            });
            canvas.workbench().sealEdit();
        });
    }
    return menu;
}

}  // namespace perceptarium::ui
