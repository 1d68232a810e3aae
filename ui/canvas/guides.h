// Guides: a node that is moved comes into line with others, and as far from its neighbours as they are from each other.
#pragma once

#include <QLineF>
#include <QList>
#include <set>

#include "network/graph.h"

namespace perceptarium::ui {

struct Guided {
    QPointF at;            ///< where the node comes to lie
    QList<QLineF> lines;   ///< to what it is in line with; scene coordinates
    QList<QLineF> gaps;    ///< distances that are equal now, from centre to centre
};

/// `at`: where the pointer wants its centre. `moved`: nodes that move along, which guide nothing. `near`: how far it may be
/// pulled, in scene units.
Guided guided(const network::Graph& graph, const std::set<network::NodeId>& moved, QPointF at, double near);

}  // namespace perceptarium::ui
