// A workbench without data, a canvas of known size over it, and hands for mouse and keyboard.
#pragma once

#include <gtest/gtest.h>

#include <QApplication>
#include <QMimeData>
#include <QtTest>

#include "network/edits.h"
#include "ui/canvas/canvas_scene.h"
#include "ui/shared/mime.h"
#include "ui/canvas/network_canvas.h"

namespace perceptarium::ui {

class CanvasTest : public ::testing::Test {
protected:
    CanvasTest() {
        workbench.newProject();
        workbench.cancelLoading();  // shapes come from the Input's own setting
        change([](network::Graph& graph) {
            std::vector<network::NodeId> all;
            for (const auto& [id, node] : graph.nodes()) all.push_back(id);
            network::remove(graph, all);
        });
        canvas.resize(1000, 700);
        canvas.show();
        EXPECT_TRUE(QTest::qWaitForWindowExposed(&canvas));
        canvas.zoomTo(1);
        canvas.centerOn(300, 100);
    }

    void change(const std::function<void(network::Graph&)>& how) {
        ASSERT_TRUE(workbench.edit("test", [&](project::Document& document) -> Status {
            how(document.graph);
            return {};
        }));
        workbench.sealEdit();
    }
    network::NodeId add(const std::string& layer, double x, double y, Settings settings = {}) {
        network::NodeId made = network::kNoNode;
        change([&](network::Graph& graph) {
            made = *network::addNode(graph, layer, {x, y});
            for (const auto& [name, value] : settings) EXPECT_TRUE(network::changeSetting(graph, made, name, value));
        });
        return made;
    }
    void connect(network::NodeId from, network::NodeId to, int port = 0) {
        change([&](network::Graph& graph) { EXPECT_TRUE(network::connect(graph, {from, to, port})); });
    }

    QWidget* ground() { return canvas.viewport(); }
    QPoint seen(QPointF scene) { return canvas.mapFromScene(scene); }
    NodeItem* item(network::NodeId id) { return canvas.drawing().node(id); }
    QPoint output(network::NodeId id) { return seen(item(id)->outputPlace()); }
    QPoint input(network::NodeId id, int port = 0) { return seen(item(id)->inputPlace(port)); }
    QPoint centre(network::NodeId id) { return seen(item(id)->pos()); }
    network::Point at(network::NodeId id) { return workbench.graph().find(id)->position; }

    void press(QPoint p, Qt::KeyboardModifiers held = {}) { QTest::mousePress(ground(), Qt::LeftButton, held, p); }
    void moveTo(QPoint p, Qt::KeyboardModifiers held = {}) {
        QMouseEvent event(QEvent::MouseMove, p, ground()->mapToGlobal(p), Qt::NoButton, Qt::LeftButton, held);
        QApplication::sendEvent(ground(), &event);
    }
    void release(QPoint p, Qt::KeyboardModifiers held = {}) { QTest::mouseRelease(ground(), Qt::LeftButton, held, p); }
    void drag(QPoint from, QPoint to, Qt::KeyboardModifiers held = {}) {
        press(from, held);
        for (int i = 1; i <= 4; ++i) moveTo(from + (to - from) * i / 4, held);
        release(to, held);
    }
    void click(QPoint p, Qt::KeyboardModifiers held = {}) { QTest::mouseClick(ground(), Qt::LeftButton, held, p); }
    void key(Qt::Key which, Qt::KeyboardModifiers held = {}) {
        canvas.setFocus();
        QTest::keyClick(&canvas, which, held);
    }

    /// As Qt sends them when a layer is dragged in from the palette.
    void dropLayer(const QString& layer, QPoint p, bool drop = true) {
        QMimeData data;
        data.setData(kLayerMime, layer.toUtf8());
        QDragEnterEvent enter(p, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(ground(), &enter);
        EXPECT_TRUE(enter.isAccepted());
        QDragMoveEvent move(p, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(ground(), &move);
        EXPECT_TRUE(move.isAccepted());
        if (!drop) return;
        QDropEvent end(p, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(ground(), &end);
    }
    QAction* action(const char* id) { return canvas.findChild<QAction*>(QLatin1String("canvas-") + QLatin1String(id)); }
    bool has(network::Edge edge) { return workbench.graph().edges().contains(edge); }

    Workbench workbench;
    NetworkCanvas canvas{workbench, nullptr};
};

}  // namespace perceptarium::ui
