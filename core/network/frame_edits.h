// What a user does to frames and notes. A frame holds what lies in it: nodes with their centre, frames and notes as a whole.
#pragma once

#include <set>

#include "base/result.h"
#include "network/graph.h"

namespace perceptarium::network {

/// A frame around those nodes (none of which need be there: then at the origin), with room for its title.
FrameId frameAround(Graph& graph, const std::vector<NodeId>& nodes, const std::string& title);
FrameId addNote(Graph& graph, const std::string& text, Point corner);
/// Text, colour, place and size at once. Error: not there, too small, too far away, a text that is too long.
Status changeFrame(Graph& graph, const Frame& frame);
/// What a reader of files and a user are told alike: is it a frame that a drawing can have?
Status checkFrame(const Frame& frame);
void removeFrames(Graph& graph, const std::set<FrameId>& frames);

struct Parts {
    std::set<NodeId> nodes;
    std::set<FrameId> frames;
    bool operator==(const Parts&) const = default;
};
/// These, with all that the frames among them hold.
Parts withContent(const Graph& graph, Parts parts);
/// Each of them once; what frames hold comes along.
void moveParts(Graph& graph, const Parts& parts, Point by);
/// Frames take the same room around the nodes that they held in `before`. For edits that place nodes anew.
void followNodes(Graph& graph, const Graph& before);

/// Room around nodes that are framed; above them for the pictures that they show, and for the title.
inline constexpr double kFrameMargin = 24, kFrameAbove = 40, kFrameTitle = 32;
inline constexpr double kNoteWidth = 200, kNoteHeight = 96;
/// From the origin to the farthest place of anything in a drawing, scene units: more than any needs.
inline constexpr double kFarthest = 1e7;

}  // namespace perceptarium::network
