#include "ui/canvas/accessible_canvas.h"

#include <QAccessible>
#include <QAccessibleWidget>
#include <QPointer>
#include <QWindow>
#include <map>

#include "ui/canvas/canvas_scene.h"
#include "ui/canvas/network_canvas.h"

namespace perceptarium::ui {
namespace {

class ThingInterface : public QAccessibleInterface, public QAccessibleActionInterface {
public:
    ThingInterface(NetworkCanvas* canvas, Thing thing) : canvas_(canvas), thing_(std::move(thing)) {}

    bool isValid() const override { return canvas_ && (node() || edge() || frame()); }
    QObject* object() const override { return nullptr; }
    QWindow* window() const override { return canvas_ ? canvas_->window()->windowHandle() : nullptr; }
    QAccessibleInterface* parent() const override { return QAccessible::queryAccessibleInterface(canvas_.data()); }
    QAccessibleInterface* child(int) const override { return nullptr; }
    QAccessibleInterface* childAt(int, int) const override { return nullptr; }
    int childCount() const override { return 0; }
    int indexOfChild(const QAccessibleInterface*) const override { return -1; }
    void setText(QAccessible::Text, const QString&) override {}
    QAccessible::Role role() const override { return QAccessible::ListItem; }

    QString text(QAccessible::Text kind) const override {
        if (!isValid()) return {};
        if (const auto* item = node()) {
            if (kind == QAccessible::Name) return item->look().accessibleName;
            if (kind == QAccessible::Description) {
                const auto& look = item->look();
                return look.accessibleDescription.isEmpty() ? look.summary : look.accessibleDescription;
            }
        } else if (const auto* framed = frame()) {
            if (kind == QAccessible::Name) return framed->accessibleName();
            if (kind == QAccessible::Description) return held(*framed);
        } else if (const auto* link = edge(); link && kind == QAccessible::Name) {
            const auto* from = canvas_->drawing().node(link->edge().from);
            const auto* to = canvas_->drawing().node(link->edge().to);
            if (!from || !to) return {};
            const QString name = NetworkCanvas::tr("edge from %1 to %2").arg(from->look().name, to->look().name);
            return link->label().isEmpty() ? name : name + QStringLiteral(", ") + link->label();
        }
        return {};
    }

    QRect rect() const override {
        if (!isValid()) return {};
        const QRectF place = node()    ? node()->body().translated(node()->pos())
                             : frame() ? frame()->box()
                                       : QRectF(edge()->middle() - QPointF(20, 20), QSizeF(40, 40));
        const QRect seen = canvas_->mapFromScene(place).boundingRect();
        return {canvas_->viewport()->mapToGlobal(seen.topLeft()), seen.size()};
    }

    QAccessible::State state() const override {
        QAccessible::State state;
        if (!isValid()) {
            state.invalid = true;
            return state;
        }
        state.selectable = state.focusable = true;
        state.focused = canvas_->hasFocus() && canvas_->drawing().current() == thing_;
        state.offscreen = !canvas_->viewport()->rect().intersects(QRect(canvas_->viewport()->mapFromGlobal(rect().topLeft()), rect().size()));
        if (const auto* id = std::get_if<network::NodeId>(&thing_)) state.selected = canvas_->workbench().selection().contains(*id);
        else if (const auto* ref = std::get_if<FrameRef>(&thing_)) state.selected = canvas_->workbench().selectedFrames().contains(ref->id);
        else state.selected = canvas_->drawing().selectedEdge() == std::get<network::Edge>(thing_);
        return state;
    }

    void* interface_cast(QAccessible::InterfaceType type) override {
        return type == QAccessible::ActionInterface ? static_cast<QAccessibleActionInterface*>(this) : nullptr;
    }
    QStringList actionNames() const override { return {pressAction(), setFocusAction()}; }
    void doAction(const QString& name) override {
        if (!isValid()) return;
        canvas_->drawing().setCurrent(thing_);
        canvas_->setFocus();
        if (name != pressAction()) return;
        if (const auto* id = std::get_if<network::NodeId>(&thing_)) emit canvas_->detailsRequested(*id);
        if (const auto* ref = std::get_if<FrameRef>(&thing_)) canvas_->editFrameText(ref->id);
    }
    QStringList keyBindingsForAction(const QString&) const override { return {}; }

private:
    NodeItem* node() const {
        const auto* id = std::get_if<network::NodeId>(&thing_);
        return canvas_ && id ? canvas_->drawing().node(*id) : nullptr;
    }
    FrameItem* frame() const {
        const auto* ref = std::get_if<FrameRef>(&thing_);
        return canvas_ && ref ? canvas_->drawing().frame(ref->id) : nullptr;
    }
    /// "holds conv1, relu1".
    QString held(const FrameItem& framed) const {
        const auto& graph = canvas_->workbench().graph();
        QStringList names;
        for (const auto id : network::withContent(graph, {{}, {framed.id()}}).nodes)
            names << QString::fromStdString(graph.find(id)->name);
        return names.isEmpty() ? QString() : NetworkCanvas::tr("holds %1").arg(names.join(QStringLiteral(", ")));
    }
    EdgeItem* edge() const {
        const auto* edge = std::get_if<network::Edge>(&thing_);
        return canvas_ && edge ? canvas_->drawing().edge(*edge) : nullptr;
    }
    QPointer<NetworkCanvas> canvas_;
    Thing thing_;
};

class CanvasInterface : public QAccessibleWidget {
public:
    explicit CanvasInterface(NetworkCanvas* canvas) : QAccessibleWidget(canvas, QAccessible::List), canvas_(canvas) {}
    ~CanvasInterface() override {
        for (const auto& [thing, id] : ids_) QAccessible::deleteAccessibleInterface(id);
    }

    int childCount() const override { return static_cast<int>(canvas_->drawing().order().size()); }
    QAccessibleInterface* child(int index) const override {
        const auto things = canvas_->drawing().order();
        if (index < 0 || index >= static_cast<int>(things.size())) return nullptr;
        auto& id = ids_[things[static_cast<std::size_t>(index)]];
        if (!id) id = QAccessible::registerAccessibleInterface(new ThingInterface(canvas_, things[static_cast<std::size_t>(index)]));
        return QAccessible::accessibleInterface(id);
    }
    int indexOfChild(const QAccessibleInterface* wanted) const override {
        for (int i = 0; i < childCount(); ++i)
            if (child(i) == wanted) return i;
        return -1;
    }
    QAccessibleInterface* childAt(int x, int y) const override {
        for (int i = 0; i < childCount(); ++i)  // frames come last, as they lie behind
            if (child(i)->rect().contains(x, y)) return child(i);
        return nullptr;
    }
    QAccessibleInterface* focusChild() const override {
        const int at = currentIndex();
        return at >= 0 && canvas_->hasFocus() ? child(at) : QAccessibleWidget::focusChild();
    }
    int currentIndex() const {
        const auto things = canvas_->drawing().order();
        for (std::size_t i = 0; i < things.size(); ++i)
            if (things[i] == canvas_->drawing().current()) return static_cast<int>(i);
        return -1;
    }
    void forgetGone() const {
        std::erase_if(ids_, [](const auto& entry) {
            auto* interface = QAccessible::accessibleInterface(entry.second);
            if (interface && interface->isValid()) return false;
            QAccessible::deleteAccessibleInterface(entry.second);
            return true;
        });
    }

private:
    NetworkCanvas* canvas_;
    mutable std::map<Thing, QAccessible::Id> ids_;  ///< a stable object for each thing
};

QAccessibleInterface* makeInterface(const QString&, QObject* object) {
    auto* canvas = qobject_cast<NetworkCanvas*>(object);
    return canvas ? new CanvasInterface(canvas) : nullptr;
}

}  // namespace

void installCanvasAccessibility() {
    static const bool done = (QAccessible::installFactory(makeInterface), true);
    Q_UNUSED(done);
}

void announceCurrent(NetworkCanvas& canvas) {
    if (!QAccessible::isActive() || !canvas.hasFocus()) return;
    const auto* interface = dynamic_cast<CanvasInterface*>(QAccessible::queryAccessibleInterface(&canvas));
    if (!interface || interface->currentIndex() < 0) return;
    QAccessibleEvent event(&canvas, QAccessible::Focus);
    event.setChild(interface->currentIndex());
    QAccessible::updateAccessibility(&event);
}

void announceChildren(NetworkCanvas& canvas) {
    if (!QAccessible::isActive()) return;
    if (const auto* interface = dynamic_cast<CanvasInterface*>(QAccessible::queryAccessibleInterface(&canvas))) interface->forgetGone();
}

}  // namespace perceptarium::ui
