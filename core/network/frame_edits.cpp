#include "network/frame_edits.h"

#include <fmt/format.h>

#include <cmath>

#include "network/edits.h"

namespace perceptarium::network {
namespace {

/// From corner to corner; empty (left > right) of no nodes.
struct Box {
    double left = INFINITY, top = INFINITY, right = -INFINITY, bottom = -INFINITY;
    bool empty() const { return left > right; }
};

Box boxOf(const Graph& graph, const std::set<NodeId>& nodes) {
    Box box;
    for (const NodeId id : nodes) {
        const Node* node = graph.find(id);
        if (!node) continue;
        box.left = std::min(box.left, node->position.x - kNodeWidth / 2);
        box.right = std::max(box.right, node->position.x + kNodeWidth / 2);
        box.top = std::min(box.top, node->position.y - kNodeHeight / 2);
        box.bottom = std::max(box.bottom, node->position.y + kNodeHeight / 2);
    }
    return box;
}

Point moved(Point point, Point by) { return {point.x + by.x, point.y + by.y}; }

}  // namespace

const std::vector<std::string>& tintNames() {
    static const std::vector<std::string> names{"grey", "blue", "green", "yellow", "red", "violet"};
    return names;
}

bool holds(const Frame& frame, Point point) {
    return point.x >= frame.corner.x && point.x <= frame.corner.x + frame.size.x && point.y >= frame.corner.y &&
           point.y <= frame.corner.y + frame.size.y;
}

bool holds(const Frame& outer, const Frame& inner) {
    // Of two that lie exactly on each other the older one holds the younger, so that neither holds itself.
    if (inner.corner == outer.corner && inner.size == outer.size) return outer.id < inner.id;
    return holds(outer, inner.corner) && holds(outer, moved(inner.corner, inner.size));
}

FrameId frameAround(Graph& graph, const std::vector<NodeId>& nodes, const std::string& title) {
    Box box = boxOf(graph, {nodes.begin(), nodes.end()});
    if (box.empty()) box = {-kNodeWidth, -kNodeHeight, kNodeWidth, kNodeHeight};
    Frame frame{.text = title};
    const double above = kFrameAbove + kFrameTitle;
    frame.corner = {box.left - kFrameMargin, box.top - above};
    frame.size = {box.right - box.left + 2 * kFrameMargin, box.bottom - box.top + above + kFrameMargin};
    return graph.insertFrame(std::move(frame));
}

FrameId addNote(Graph& graph, const std::string& text, Point corner) {
    return graph.insertFrame(
        {.note = true, .text = text, .tint = Tint::Yellow, .corner = corner, .size = {kNoteWidth, kNoteHeight}});
}

Status checkFrame(const Frame& frame) {
    const char* what = frame.note ? "note" : "frame";
    const auto far = [](double value) { return !(std::abs(value) <= kFarthest); };
    if (far(frame.corner.x) || far(frame.corner.y) || far(frame.size.x) || far(frame.size.y))
        return Error{fmt::format("a {} lies too far away or is too large", what), {}, fmt::format("at most {}", kFarthest), {}};
    if (frame.size.x < kSmallestFrame || frame.size.y < kSmallestFrame)
        return Error{fmt::format("a {} is too small", what), {}, fmt::format("at least {0} × {0}", kSmallestFrame),
                     fmt::format("{} × {}", frame.size.x, frame.size.y)};
    if (frame.text.size() > kLongestFrameText)
        return Error{fmt::format("the text of a {} is too long", what), {}, fmt::format("at most {} bytes", kLongestFrameText),
                     std::to_string(frame.text.size())};
    if (!frame.note && frame.text.find_first_of("\n\r") != std::string::npos)
        return Error{"a frame's title is one line", {}, "a note for more words", {}};
    return {};
}

Status changeFrame(Graph& graph, const Frame& frame) {
    if (!graph.findFrame(frame.id)) return Error{"this frame is not there any more", {}, {}, {}};
    PC_TRY(checkFrame(frame));
    graph.replaceFrame(frame);
    return {};
}

void removeFrames(Graph& graph, const std::set<FrameId>& frames) {
    for (const FrameId id : frames) graph.eraseFrame(id);
}

Parts withContent(const Graph& graph, Parts parts) {
    const std::set<FrameId> chosen = parts.frames;
    for (const FrameId id : chosen) {
        const Frame* frame = graph.findFrame(id);
        if (!frame || frame->note) continue;
        for (const auto& [nodeId, node] : graph.nodes())
            if (holds(*frame, node.position)) parts.nodes.insert(nodeId);
        for (const auto& [other, inner] : graph.frames())
            if (other != id && holds(*frame, inner)) parts.frames.insert(other);
    }
    return parts;
}

void moveParts(Graph& graph, const Parts& parts, Point by) {
    const Parts all = withContent(graph, parts);
    move(graph, {all.nodes.begin(), all.nodes.end()}, by);
    for (const FrameId id : all.frames) {
        if (!graph.findFrame(id)) continue;
        Frame frame = *graph.findFrame(id);
        frame.corner = moved(frame.corner, by);
        graph.replaceFrame(frame);
    }
}

void followNodes(Graph& graph, const Graph& before) {
    for (const auto& [id, old] : before.frames()) {
        if (old.note || !graph.findFrame(id)) continue;
        const std::set<NodeId> held = withContent(before, {{}, {id}}).nodes;
        const Box was = boxOf(before, held), now = boxOf(graph, held);
        if (was.empty() || now.empty()) continue;
        Frame frame = old;
        frame.corner = {old.corner.x + now.left - was.left, old.corner.y + now.top - was.top};
        frame.size = {old.size.x + (now.right - now.left) - (was.right - was.left),
                      old.size.y + (now.bottom - now.top) - (was.bottom - was.top)};
        frame.size = {std::max(frame.size.x, kSmallestFrame), std::max(frame.size.y, kSmallestFrame)};
        graph.replaceFrame(frame);
    }
}

}  // namespace perceptarium::network
