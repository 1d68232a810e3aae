#include "ui/canvas/guides.h"

#include <gtest/gtest.h>

namespace perceptarium::ui {
namespace {

constexpr double kNear = 4;

class Guides : public ::testing::Test {
protected:
    network::NodeId node(double x, double y) {
        return graph.insert({.layer = "relu", .name = graph.freeName("relu"), .position = {x, y}});
    }
    QPointF pulled(double x, double y) { return guided(graph, {moved}, {x, y}, kNear).at; }
    network::Graph graph;
    network::NodeId moved = node(5000, 5000);
};

TEST_F(Guides, whatIsAlmostInLineComesIntoLine) {
    node(0, 0);
    EXPECT_EQ(pulled(300, 3), QPointF(300, 0));
    EXPECT_EQ(pulled(-4, 300), QPointF(0, 300));
    EXPECT_EQ(pulled(300, 5), QPointF(300, 5));
    EXPECT_EQ(guided(graph, {moved}, {300, 3}, kNear).lines, QList<QLineF>{QLineF(300, 0, 0, 0)});
}

TEST_F(Guides, betweenTwoTheMiddleIsFound) {
    node(0, 0), node(500, 0);
    EXPECT_EQ(pulled(252, 1), QPointF(250, 0));
    EXPECT_EQ(guided(graph, {moved}, {252, 1}, kNear).gaps.size(), 2);
    EXPECT_EQ(pulled(260, 1), QPointF(260, 0));
}

TEST_F(Guides, aRowGoesOnWithItsGap) {
    node(0, 0), node(224, 0);
    EXPECT_EQ(pulled(446, 2), QPointF(448, 0));
    EXPECT_EQ(pulled(-221, 2), QPointF(-224, 0));
}

TEST_F(Guides, soDoesAColumn) {
    node(0, 0), node(0, 120);
    EXPECT_EQ(pulled(1, 243), QPointF(0, 240));
}

TEST_F(Guides, whatMovesAlongGuidesNothing) {
    const auto other = node(0, 0);
    EXPECT_EQ(guided(graph, {moved, other}, {300, 3}, kNear).at, QPointF(300, 3));
}

}  // namespace
}  // namespace perceptarium::ui
