#include "ui/canvas/canvas_actions.h"

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QMenu>
#include <QMimeData>
#include <cmath>

#include "network/notation.h"
#include "ui/canvas/clipboard.h"
#include "ui/canvas/frame_actions.h"
#include "ui/canvas/gestures.h"
#include "ui/canvas/network_canvas.h"
#include "ui/canvas/notation_dialog.h"
#include "ui/canvas/picture_choice.h"
#include "ui/canvas/places.h"
#include "ui/preferences.h"
#include "ui/shared/action_tip.h"
#include "ui/shared/engine_messages.h"
#include "ui/shared/mime.h"
#include "ui/shared/problems.h"
#include "ui/theme/theme.h"

namespace perceptarium::ui {

using network::Alignment;
using network::Graph;
using network::NodeId;

CanvasActions::CanvasActions(NetworkCanvas& canvas) : QObject(&canvas), canvas_(canvas) {
    auto& workbench = canvas.workbench();
    using K = QKeySequence;
    undo_ = add(edit, "undo", tr("&Undo"), tr("Take back the last change"), {K(Qt::CTRL | Qt::Key_Z)}, [&] { workbench.undo(); }, "undo");
    redo_ = add(edit, "redo", tr("&Redo"), tr("Do again what was taken back"),
                {K(Qt::CTRL | Qt::SHIFT | Qt::Key_Z), K(Qt::CTRL | Qt::Key_Y)}, [&] { workbench.redo(); }, "redo");
    for (auto* action : {undo_, redo_}) action->setShortcutContext(Qt::WindowShortcut);  // wherever the keyboard is
    separator(edit);
    cut_ = add(edit, "cut", tr("Cu&t"), tr("Copy the selected layers and delete them"), {K(Qt::CTRL | Qt::Key_X)}, [this] { cut(); }, "cut");
    copy_ = add(edit, "copy", tr("&Copy"), tr("Copy the selected layers as text"), {K(Qt::CTRL | Qt::Key_C)}, [this] { copyChosen(); }, "copy");
    paste_ = add(edit, "paste", tr("&Paste"), tr("Add copies of the layers on the clipboard"), {K(Qt::CTRL | Qt::Key_V)}, [this] { paste(false); }, "paste");
    pasteKeeping_ = add(edit, "paste-keeping-inputs", tr("Paste keeping &inputs"), tr("Paste, and feed the copies from where the originals are fed"),
                        {K(Qt::CTRL | Qt::SHIFT | Qt::Key_V)}, [this] { paste(true); });
    copyText_ = add(edit, "copy-as-text", tr("Copy as te&xt"), tr("Copy the selected layers, or all, as a line of text such as conv 8 3x3 > relu"),
                    {K(Qt::CTRL | Qt::SHIFT | Qt::Key_C)}, [this] { copyAsText(); });
    fromText_ = add(edit, "from-text", tr("Net&work from text…"), tr("Type or paste a network such as 28x28x1 > conv 8 5x5 > relu > flatten > dense 10"),
                    {K(Qt::CTRL | Qt::SHIFT | Qt::Key_T)}, [this] { openNotation(); }, "text");
    fromText_->setShortcutContext(Qt::WindowShortcut);
    duplicate_ = add(edit, "duplicate", tr("Dup&licate"), tr("Add copies of the selected layers below them"), {K(Qt::CTRL | Qt::Key_D)},
                     [this] { duplicate(); }, "duplicate");
    separator(edit);
    delete_ = add(edit, "delete", tr("&Delete"), tr("Delete what is selected; the chain closes up where it can"),
                  {K(Qt::Key_Delete), K(Qt::Key_Backspace), K(Qt::CTRL | Qt::Key_Delete)}, [this] { removeChosen(true); }, "delete");
    deleteGap_ = add(edit, "delete-leaving-gap", tr("Delete and lea&ve the gap"), tr("Delete the selected layers without closing the chain"),
                     {K(Qt::CTRL | Qt::SHIFT | Qt::Key_Delete)}, [this] { removeChosen(false); });
    separator(edit);
    addHere_ = add(edit, "add-layer", tr("&Add layer…"), tr("Search a layer and add it (Space)"), {K(Qt::SHIFT | Qt::Key_A)}, [&canvas] {
        canvas.searchAt(canvas.mapToScene(canvas.viewport()->rect().center()));
    }, "add");
    connect_ = add(edit, "connect", tr("C&onnect to…"), tr("Choose a layer that the selected one shall feed"), {K(Qt::Key_C)}, [this] {
        const auto from = canvas_.workbench().selectedNode();
        const auto* item = canvas_.drawing().node(from);
        if (!item) return;
        auto* menu = connectMenu(from, &canvas_);
        menu->setAttribute(Qt::WA_DeleteOnClose);
        menu->popup(canvas_.viewport()->mapToGlobal(canvas_.mapFromScene(item->outputPlace())));
    }, "connect");
    rename_ = add(edit, "rename", tr("Re&name"), tr("Give the selected layer another name, the frame another title, the note other words"),
                  {K(Qt::Key_F2)}, [&canvas, &workbench] {
        if (workbench.selectedFrame() != network::kNoFrame) canvas.editFrameText(workbench.selectedFrame());
        else canvas.renameInPlace(workbench.selectedNode());
    }, "rename");
    separator(edit);
    bypass_ = add(edit, "bypass", tr("B&ypass"), tr("The network is computed as if the selected layers were not there; the first input of each goes on in its place"),
                  {K(Qt::Key_M)}, [this] { toggle(tr("Bypass"), tr("Switch on again"), &network::Node::bypassed, &network::bypass); });
    freeze_ = add(edit, "freeze", tr("Free&ze"), tr("What the selected layers have learned is not trained further; also while training runs"),
                  {K(Qt::Key_L)}, [this] { toggle(tr("Freeze"), tr("Unfreeze"), &network::Node::frozen, &network::freeze); }, "lock");
    collapse_ = add(edit, "collapse", tr("Collap&se"), tr("The selected layers are drawn small, with their names only"), {K(Qt::Key_H)},
                    [this] { toggle(tr("Collapse"), tr("Expand"), &network::Node::collapsed, &network::collapse); });
    for (auto* action : {bypass_, freeze_, collapse_}) action->setCheckable(true);
    frame_ = add(edit, "frame", tr("Fra&me"), tr("A titled, coloured frame around the selected layers; moving it moves what lies in it"),
                 {K(Qt::CTRL | Qt::Key_J)}, [&canvas] { makeFrame(canvas); });
    note_ = add(edit, "note", tr("Not&e"), tr("Words on the canvas that explain the drawing"), {K(Qt::Key_N)},
                [&canvas] { makeNote(canvas, canvas.mapToScene(canvas.viewport()->rect().center())); });
    separator(edit);
    selectAll_ = add(edit, "select-all", tr("Select all"), tr("Select all layers"), {K(Qt::CTRL | Qt::Key_A)}, [&workbench] {
        std::set<NodeId> all;
        for (const auto& [id, node] : workbench.graph().nodes()) all.insert(id);
        std::set<network::FrameId> frames;
        for (const auto& [id, frame] : workbench.graph().frames()) frames.insert(id);
        workbench.select(all, frames);
    });
    add(edit, "find", tr("&Find layer…"), tr("Go to a layer of the drawing by its name"), {K(Qt::CTRL | Qt::Key_F)}, [&canvas] { canvas.findNode(); });
    selectNone_ = add(edit, "select-none", tr("Select none"), tr("Select nothing (Esc)"), {}, [&canvas, &workbench] {
        workbench.select({});
        canvas.drawing().setCurrent({});
    });

    separator(edit);
    addBlockActions();

    fit_ = add(view, "fit", tr("&Fit all"), tr("Show the whole network"), {K(Qt::Key_Home)}, [&canvas] { canvas.fitAll(); }, "fit");
    fitSelection_ = add(view, "fit-selection", tr("Fit &selection"), tr("Show the selected layers as large as they fit"),
                        {K(Qt::Key_F), K(Qt::Key_Period)}, [&canvas] { canvas.fitSelection(); });
    add(view, "zoom-in", tr("Zoom &in"), tr("Larger (Ctrl+wheel)"), {K(Qt::CTRL | Qt::Key_Plus), K(Qt::CTRL | Qt::Key_Equal)},
        [&canvas] { canvas.zoomTo(canvas.zoom() * 1.25); }, "zoom-in");
    add(view, "zoom-out", tr("Zoom &out"), tr("Smaller (Ctrl+wheel)"), {K(Qt::CTRL | Qt::Key_Minus)},
        [&canvas] { canvas.zoomTo(canvas.zoom() / 1.25); }, "zoom-out");
    add(view, "zoom-actual", tr("Actual si&ze"), tr("One to one"), {K(Qt::CTRL | Qt::Key_0)}, [&canvas] { canvas.zoomTo(1); });
    separator(view);
    arrange_ = add(view, "arrange", tr("Arran&ge"), tr("Lay out the selected layers, or all, the way the drawing runs"),
                   {K(Qt::CTRL | Qt::SHIFT | Qt::Key_L)}, [this] { arrange(canvas_.drawing().flow()); }, "arrange");
    arrangeRight_ = add(view, "arrange-right", tr("Arrange from left to rig&ht"), tr("Lay out the selected layers, or all, from left to right"), {},
                        [this] { arrange(network::Flow::Right); });
    arrangeDown_ = add(view, "arrange-down", tr("Arrange from to&p to bottom"), tr("Lay out the selected layers, or all, from top to bottom"), {},
                       [this] { arrange(network::Flow::Down); });
    const auto alignment = [&](const char* id, const QString& title, const QString& tip, Alignment how) {
        alignments_ << add(view, id, title, tip, {}, [this, how] { align(how); }, id);
    };
    alignment("align-left", tr("Align &left"), tr("All selected layers to the leftmost"), Alignment::Left);
    alignment("align-right", tr("Align &right"), tr("All selected layers to the rightmost"), Alignment::Right);
    alignment("align-top", tr("Align &top"), tr("All selected layers to the topmost"), Alignment::Top);
    alignment("align-bottom", tr("Align &bottom"), tr("All selected layers to the lowest"), Alignment::Bottom);
    alignment("align-centre-horizontal", tr("Align in a &column"), tr("All selected layers below each other"), Alignment::CentreHorizontally);
    alignment("align-centre-vertical", tr("Align in a ro&w"), tr("All selected layers beside each other"), Alignment::CentreVertically);
    separator(view);
    view << (new Places(canvas))->menuAction();
    const auto preference = [this](QAction* action, const char* name, std::function<void(bool)> use) {
        action->setCheckable(true);
        connect(action, &QAction::toggled, this, [name](bool on) { Preferences::instance().set(name, on); });
        followPreference(name, this, [action, name, use] {
            const bool on = Preferences::instance().yes(name);
            action->setChecked(on);
            use(on);
        });
    };
    preference(add(view, "mini-map", tr("&Mini-map"), tr("The whole drawing in a corner of the canvas"), {K(Qt::ALT | Qt::Key_M)}, {}),
               settings::kMiniMap, [&canvas](bool on) { canvas.showMiniMap(on); });
    view << (new PictureChoice(canvas))->menuAction();
    preference(add(view, "snap", tr("S&nap to grid"),
                   tr("Layers move in steps of the grid; Alt pressed while dragging ignores it. Alt held before dragging takes the layer out of its chain"), {}, {}),
               settings::kSnap, [&canvas](bool on) { canvas.setSnapsToGrid(on); });

    connect(&workbench, &Workbench::documentChanged, this, &CanvasActions::refresh);
    connect(&workbench, &Workbench::selectionChanged, this, &CanvasActions::refresh);
    connect(&workbench, &Workbench::drawingOpened, this, &CanvasActions::refresh);
    connect(&canvas.drawing(), &CanvasScene::currentChanged, this, &CanvasActions::refresh);
    refresh();
}

QAction* CanvasActions::add(QList<QAction*>& list, const char* id, const QString& title, const QString& tip,
                            const QList<QKeySequence>& keys, std::function<void()> run, const char* iconName) {
    auto* action = new QAction(title, this);
    action->setObjectName(QLatin1String("canvas-") + QLatin1String(id));
    action->setShortcuts(keys);
    action->setShortcutContext(Qt::WidgetWithChildrenShortcut);  // Del in a text field is the text field's
    describeAction(*action, tip);
    if (iconName) action->setIcon(icon(QLatin1String(iconName)));
    if (run) connect(action, &QAction::triggered, this, [run = std::move(run)] { run(); });
    canvas_.addAction(action);
    list << action;
    return action;
}

void CanvasActions::separator(QList<QAction*>& list) {
    auto* line = new QAction(this);
    line->setSeparator(true);
    list << line;
}

void CanvasActions::refresh() {
    const auto& workbench = canvas_.workbench();
    const auto& history = workbench.history();
    const auto named = [](const QString& verb, const std::string& name) {
        return name.empty() ? verb : verb + QStringLiteral(": ") + QString::fromStdString(name).replace(u'&', QStringLiteral("&&"));
    };
    undo_->setEnabled(history.canUndo());
    undo_->setText(named(tr("&Undo"), history.canUndo() ? history.undoName() : std::string()));
    redo_->setEnabled(history.canRedo());
    redo_->setText(named(tr("&Redo"), history.canRedo() ? history.redoName() : std::string()));
    const bool any = !workbench.selection().empty(), one = workbench.selectedNode() != network::kNoNode;
    const bool several = workbench.selection().size() > 1, nodes = !workbench.graph().nodes().empty();
    const bool anything = any || !workbench.selectedFrames().empty(), oneFrame = workbench.selectedFrame() != network::kNoFrame;
    for (auto* action : {cut_, copy_, duplicate_, deleteGap_, fitSelection_}) action->setEnabled(anything);
    for (auto* action : {bypass_, freeze_, collapse_}) action->setEnabled(any);
    bypass_->setChecked(allAre(&network::Node::bypassed));
    freeze_->setChecked(allAre(&network::Node::frozen));
    collapse_->setChecked(allAre(&network::Node::collapsed));
    delete_->setEnabled(anything || canvas_.drawing().selectedEdge().has_value());
    rename_->setEnabled(one || oneFrame);
    connect_->setEnabled(one);
    for (auto* action : alignments_) action->setEnabled(several);
    makeBlock_->setEnabled(any);
    leaveBlock_->setEnabled(!workbench.opened().empty());
    for (auto* action : {openBlock_, unpackBlock_, keepBlock_}) action->setEnabled(chosenBlock() != nullptr);
    for (auto* action : {selectAll_, selectNone_, fit_, arrange_, arrangeRight_, arrangeDown_, copyText_}) action->setEnabled(nodes);
}

std::vector<NodeId> CanvasActions::chosen() const {
    const auto& selection = canvas_.workbench().selection();
    return {selection.begin(), selection.end()};
}

network::Parts CanvasActions::chosenParts() const {
    const auto& workbench = canvas_.workbench();
    return network::withContent(workbench.graph(), {workbench.selection(), workbench.selectedFrames()});
}

bool CanvasActions::allAre(bool network::Node::*flag) const {
    const auto& workbench = canvas_.workbench();
    const auto is = [&](NodeId id) {
        const auto* node = workbench.graph().find(id);
        return node && node->*flag;
    };
    return !workbench.selection().empty() && std::all_of(workbench.selection().begin(), workbench.selection().end(), is);
}

void CanvasActions::toggle(const QString& on, const QString& off, bool network::Node::*flag,
                           Status (*set)(Graph&, const std::vector<NodeId>&, bool)) {
    const bool so = !allAre(flag);
    change(so ? on : off, [&](Graph& graph) { return set(graph, chosen(), so); });
    refresh();  // a refused edit changed nothing, but the menu's mark
}

bool CanvasActions::change(const QString& name, const std::function<Status(Graph&)>& how) {
    const bool done = canvas_.workbench().edit(name, [&](project::Document& document) { return how(document.graph); });
    canvas_.workbench().sealEdit();
    return done;
}

void CanvasActions::copyChosen() {
    const network::Parts parts = chosenParts();
    const QString text = toText(network::copy(canvas_.workbench().graph(), {parts.nodes.begin(), parts.nodes.end()},
                                              {parts.frames.begin(), parts.frames.end()}));
    auto* data = new QMimeData;
    data->setText(text);
    data->setData(kNodesMime, text.toUtf8());
    QApplication::clipboard()->setMimeData(data);
    lastPasted_.clear();
}

void CanvasActions::copyAsText() {
    const QString text = QString::fromStdString(network::toNotation(canvas_.workbench().graph(), chosen()));
    QApplication::clipboard()->setText(text);
    canvas_.workbench().say(tr("Copied as text: %1").arg(text));
}

void CanvasActions::openNotation() {
    auto* dialog = new NotationDialog(canvas_.workbench(), &canvas_);
    connect(dialog, &NotationDialog::placed, &canvas_, [this] {
        canvas_.fitAll();
        canvas_.setFocus(Qt::OtherFocusReason);
    });
    dialog->show();
    dialog->activateWindow();
}

/// Layers as JSON, as "copy" writes them, or a network in notation, as people write it.
Result<network::Fragment> CanvasActions::pasteable(const QString& text) const {
    auto fragment = fragmentFromText(text);
    const std::string words = text.toStdString();
    const network::NotationContext context = notationContext(canvas_.workbench());
    if (fragment || !network::looksLikeNotation(words, context)) return fragment;
    const Graph graph = PC_TRY(network::graphFromNotation(words, context));
    std::vector<NodeId> nodes;
    for (const auto& [id, node] : graph.nodes()) nodes.push_back(id);
    return network::copy(graph, nodes);
}

void CanvasActions::cut() {
    copyChosen();
    const network::Parts parts = chosenParts();
    change(tr("Cut"), [&](Graph& graph) -> Status {
        network::removeHealing(graph, {parts.nodes.begin(), parts.nodes.end()});
        network::removeFrames(graph, parts.frames);
        return {};
    });
}

void CanvasActions::paste(bool keepInputs) {
    const auto* data = QApplication::clipboard()->mimeData();
    if (!data) return;
    const QString text = data->hasFormat(kNodesMime) ? QString::fromUtf8(data->data(kNodesMime)) : data->text();
    const auto fragment = pasteable(text);
    if (!fragment) {
        canvas_.workbench().problem(errorText(fragment.error()));
        return;
    }
    if (fragment->nodes.empty() && fragment->frames.empty()) return;
    pastes_ = text == lastPasted_ ? pastes_ + 1 : 1;
    lastPasted_ = text;
    // Under the pointer when it is over the canvas, else a little beside the originals.
    double left = INFINITY, top = INFINITY;
    for (const auto& node : fragment->nodes) left = std::min(left, node.position.x), top = std::min(top, node.position.y);
    for (const auto& frame : fragment->frames) left = std::min(left, frame.corner.x), top = std::min(top, frame.corner.y);
    const double shift = 4 * network::kGrid * pastes_;
    network::Point by{shift, shift};
    const QPoint pointer = canvas_.viewport()->mapFromGlobal(QCursor::pos());
    const QPointF seen = canvas_.mapToScene(pointer);
    if (!keepInputs && canvas_.viewport()->rect().contains(pointer) && canvas_.viewport()->underMouse())
        by = snapped({seen.x() - left, seen.y() - top});
    std::vector<NodeId> made;
    std::vector<network::FrameId> frames;
    const bool done = change(fragment->nodes.size() == 1 ? tr("Paste %1").arg(QString::fromStdString(fragment->nodes[0].name)) : tr("Paste %n layer(s)", nullptr, static_cast<int>(fragment->nodes.size())),
                             [&](Graph& graph) -> Status {
                                 made = network::paste(graph, *fragment, by, keepInputs, &frames);
                                 return {};
                             });
    if (done) canvas_.workbench().select({made.begin(), made.end()}, {frames.begin(), frames.end()});
}

void CanvasActions::duplicate() {
    std::vector<NodeId> made;
    std::vector<network::FrameId> frames;
    const network::Parts parts = chosenParts();
    double down = network::kNodeHeight + network::kGapY;
    for (const auto id : parts.frames) down = std::max(down, canvas_.workbench().graph().findFrame(id)->size.y + network::kGapY);
    const bool done = change(tr("Duplicate"), [&](Graph& graph) -> Status {
        const auto fragment = network::copy(graph, {parts.nodes.begin(), parts.nodes.end()}, {parts.frames.begin(), parts.frames.end()});
        made = network::paste(graph, fragment, {0, down}, false, &frames);
        return {};
    });
    if (done) canvas_.workbench().select({made.begin(), made.end()}, {frames.begin(), frames.end()});
}

void CanvasActions::removeChosen(bool heal) {
    const std::set<network::FrameId> frames = canvas_.workbench().selectedFrames();
    if (const auto edge = canvas_.drawing().selectedEdge(); edge && chosen().empty() && frames.empty()) {
        change(tr("Disconnect"), [&](Graph& graph) -> Status {
            network::disconnect(graph, *edge);
            return {};
        });
        return;
    }
    const auto nodes = chosen();
    if (nodes.empty()) {  // a frame goes, what it held stays
        if (!frames.empty())
            change(tr("Delete %n frame(s)", nullptr, static_cast<int>(frames.size())), [&](Graph& graph) -> Status {
                network::removeFrames(graph, frames);
                return {};
            });
        return;
    }
    const auto* first = canvas_.workbench().graph().find(nodes[0]);
    // The keyboard goes on with the neighbour.
    NodeId next = network::kNoNode;
    if (nodes.size() == 1) {
        const auto& graph = canvas_.workbench().graph();
        if (const auto out = graph.edgesOutOf(nodes[0]); !out.empty()) next = out[0].to;
        else if (const auto in = graph.edgesInto(nodes[0]); !in.empty()) next = in[0].from;
    }
    const bool done = change(nodes.size() == 1 && first ? tr("Delete %1").arg(QString::fromStdString(first->name)) : tr("Delete %n layer(s)", nullptr, static_cast<int>(nodes.size())),
                             [&](Graph& graph) -> Status {
                                 if (heal) network::removeHealing(graph, nodes);
                                 else network::remove(graph, nodes);
                                 network::removeFrames(graph, frames);
                                 return {};
                             });
    if (done && next != network::kNoNode) canvas_.drawing().setCurrent(next);
}

void CanvasActions::align(Alignment alignment) {
    change(tr("Align"), [&](Graph& graph) -> Status {
        network::align(graph, chosen(), alignment);
        return {};
    });
}

void CanvasActions::arrange(network::Flow flow) {
    const auto nodes = chosen().size() > 1 ? chosen() : std::vector<NodeId>();
    const bool done = change(tr("Arrange"), [&](Graph& graph) -> Status {
        network::arrange(graph, nodes, flow);
        return {};
    });
    if (done && nodes.empty()) canvas_.fitAll();
}

QMenu* CanvasActions::connectMenu(NodeId from, QWidget* parent) {
    auto* menu = new QMenu(tr("Connect to"), parent);
    menu->setToolTipsVisible(true);
    const auto& workbench = canvas_.workbench();
    for (const Thing& thing : canvas_.drawing().order()) {
        const auto* id = std::get_if<NodeId>(&thing);
        const auto* item = id ? canvas_.drawing().node(*id) : nullptr;
        if (!item || *id == from || item->look().inputs.empty()) continue;
        int port = 0;
        for (std::size_t i = 0; i < item->look().inputs.size(); ++i)
            if (!item->look().inputs[i].connected) port = static_cast<int>(i);
        const network::Edge edge{from, *id, port};
        const auto refused = network::refuseConnection(workbench.graph(), edge, workbench.inference());
        auto* action = menu->addAction(item->look().name + QStringLiteral(" (") + item->look().title + u')');
        action->setEnabled(!refused && !workbench.graph().edges().contains(edge));
        if (refused) {
            action->setToolTip(QString::fromStdString(refused->text()));
            action->setText(action->text() + QStringLiteral(" – ") + QString::fromStdString(refused->what));
        }
        connect(action, &QAction::triggered, this, [this, edge] {
            change(tr("Connect"), [edge](Graph& graph) { return network::connect(graph, edge); });
        });
    }
    if (menu->isEmpty()) menu->addAction(tr("No layer can take an input"))->setEnabled(false);
    return menu;
}

QMenu* CanvasActions::menuFor(const Thing& thing, QPointF place) {
    auto* menu = new QMenu(&canvas_);
    menu->setToolTipsVisible(true);
    if (const auto* id = std::get_if<NodeId>(&thing)) {
        addFixActions(*menu, canvas_.workbench(), *id);
        if (!menu->isEmpty()) menu->addSeparator();
        menu->addAction(tr("Sho&w details"), &canvas_, [this, node = *id] { emit canvas_.detailsRequested(node); });
        menu->addMenu(connectMenu(*id, menu));
        auto* disconnect = menu->addAction(icon(QStringLiteral("disconnect")), tr("D&isconnect all"), this, [this, node = *id] {
            change(tr("Disconnect"), [node](Graph& graph) -> Status {
                for (const auto& edge : graph.edgesOutOf(node)) graph.disconnect(edge);
                auto into = graph.edgesInto(node);
                for (auto edge = into.rbegin(); edge != into.rend(); ++edge) graph.disconnect(*edge);
                return {};
            });
        });
        const auto& graph = canvas_.workbench().graph();
        disconnect->setEnabled(!graph.edgesInto(*id).empty() || !graph.edgesOutOf(*id).empty());
        menu->addSeparator();
        menu->addActions({rename_, bypass_, freeze_, collapse_, frame_, makeBlock_});
        if (chosenBlock()) menu->addActions({openBlock_, unpackBlock_, keepBlock_});
        menu->addSeparator();
        menu->addActions({cut_, copy_, copyText_, duplicate_, delete_, deleteGap_});
        if (canvas_.workbench().selection().size() > 1) {
            menu->addSeparator();
            auto* aligning = menu->addMenu(tr("&Align"));
            aligning->addActions(alignments_);
            menu->addAction(arrange_);
        }
    } else if (const auto* edge = std::get_if<network::Edge>(&thing)) {
        menu->addAction(icon(QStringLiteral("add")), tr("&Insert a layer…"), &canvas_, [this, edge = *edge, place] { canvas_.searchOnEdge(edge, place); });
        menu->addAction(icon(QStringLiteral("disconnect")), tr("&Remove the link"), this, [this, edge = *edge] {
            change(tr("Disconnect"), [edge](Graph& graph) -> Status {
                network::disconnect(graph, edge);
                return {};
            });
        });
    } else if (const auto* ref = std::get_if<FrameRef>(&thing)) {
        menu->addAction(rename_);
        menu->addMenu(colourMenu(canvas_, ref->id, menu));
        menu->addSeparator();
        menu->addActions({cut_, copy_, duplicate_, delete_});
    } else {
        menu->addAction(icon(QStringLiteral("add")), tr("&Add layer here…"), &canvas_, [this, place] { canvas_.searchAt(place); });
        menu->addAction(tr("Add no&te here"), &canvas_, [this, place] { makeNote(canvas_, place); });
        menu->addActions({frame_, paste_, pasteKeeping_, fromText_});
        menu->addSeparator();
        menu->addActions({selectAll_, arrange_, fit_});
        if (leaveBlock_->isEnabled()) menu->addAction(leaveBlock_);
    }
    return menu;
}

}  // namespace perceptarium::ui
