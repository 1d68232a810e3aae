#include "project/history.h"

#include <algorithm>
#include <string_view>
#include <tuple>

#include "base/check.h"
#include "network/block.h"

namespace perceptarium::project {
namespace {

template <class T>
void applyPair(T& value, const std::optional<std::pair<T, T>>& pair, bool backwards) {
    if (pair) value = backwards ? pair->first : pair->second;
}

/// What was taken away, changed or added, by id.
template <class T>
std::vector<Difference::Change<T>> changesBetween(const std::map<std::int64_t, T>& before,
                                                  const std::map<std::int64_t, T>& after) {
    std::vector<Difference::Change<T>> changes;
    for (const auto& [id, one] : before) {
        const auto now = after.find(id);
        if (now == after.end())
            changes.push_back({one, std::nullopt});
        else if (now->second != one)
            changes.push_back({one, now->second});
    }
    for (const auto& [id, one] : after)
        if (!before.contains(id)) changes.push_back({std::nullopt, one});
    return changes;
}

template <class T>
void applyChanges(std::map<std::int64_t, T>& all, const std::vector<Difference::Change<T>>& changes, bool backwards) {
    for (const auto& change : changes) {
        const auto& from = backwards ? change.after : change.before;
        const auto& to = backwards ? change.before : change.after;
        if (from) {
            const auto found = all.find(from->id);
            CHECK(found != all.end() && found->second == *from, "a step of the history does not fit the document");
            all.erase(found);
        }
        if (to) all.insert_or_assign(to->id, *to);
    }
}

template <class T>
std::optional<std::pair<T, T>> pairIfChanged(const T& before, const T& after) {
    if (before == after) return std::nullopt;
    return std::pair(before, after);
}

}  // namespace

bool Difference::empty() const {
    return nodes.empty() && frames.empty() && edgesRemoved.empty() && edgesAdded.empty() && !blocks && !name &&
           !description && !data && !training;
}

bool Difference::operator==(const Difference& other) const {
    const auto rest = [](const Difference& d) {
        return std::tie(d.nodes, d.frames, d.edgesRemoved, d.edgesAdded, d.name, d.description, d.data, d.training);
    };
    if (rest(*this) != rest(other) || blocks.has_value() != other.blocks.has_value()) return false;
    return !blocks || (network::sameBlocks(blocks->first, other.blocks->first) && network::sameBlocks(blocks->second, other.blocks->second));
}

Difference difference(const Document& before, const Document& after) {
    Difference result;
    result.nodes = changesBetween(before.graph.nodes(), after.graph.nodes());
    result.frames = changesBetween(before.graph.frames(), after.graph.frames());
    std::set_difference(before.graph.edges().begin(), before.graph.edges().end(), after.graph.edges().begin(),
                        after.graph.edges().end(), std::back_inserter(result.edgesRemoved));
    std::set_difference(after.graph.edges().begin(), after.graph.edges().end(), before.graph.edges().begin(),
                        before.graph.edges().end(), std::back_inserter(result.edgesAdded));
    if (!network::sameBlocks(before.graph.blocks(), after.graph.blocks()))
        result.blocks = std::pair(before.graph.blocks(), after.graph.blocks());
    result.name = pairIfChanged(before.name, after.name);
    result.description = pairIfChanged(before.description, after.description);
    result.data = pairIfChanged(before.data, after.data);
    result.training = pairIfChanged(before.training, after.training);
    return result;
}

void apply(Document& document, const Difference& difference, bool backwards) {
    std::map<network::NodeId, network::Node> nodes = document.graph.nodes();
    applyChanges(nodes, difference.nodes, backwards);
    std::set<network::Edge> edges = document.graph.edges();
    for (const auto& edge : backwards ? difference.edgesAdded : difference.edgesRemoved) edges.erase(edge);
    for (const auto& edge : backwards ? difference.edgesRemoved : difference.edgesAdded) edges.insert(edge);
    document.graph.assign(std::move(nodes), std::move(edges));
    std::map<network::FrameId, network::Frame> frames = document.graph.frames();
    applyChanges(frames, difference.frames, backwards);
    document.graph.assignFrames(std::move(frames));
    if (difference.blocks) document.graph.setBlocks(backwards ? difference.blocks->first : difference.blocks->second);
    applyPair(document.name, difference.name, backwards);
    applyPair(document.description, difference.description, backwards);
    applyPair(document.data, difference.data, backwards);
    applyPair(document.training, difference.training, backwards);
}

namespace {

template <class T>
bool startsFrom(const std::map<std::int64_t, T>& all, const std::vector<Difference::Change<T>>& changes, bool backwards) {
    return std::all_of(changes.begin(), changes.end(), [&](const Difference::Change<T>& change) {
        const auto& from = backwards ? change.after : change.before;
        const auto& to = backwards ? change.before : change.after;
        const auto there = from ? all.find(from->id) : all.end();
        if (from && (there == all.end() || there->second != *from)) return false;
        return from || !to || !all.contains(to->id);
    });
}

bool startsFrom(const Document& document, const Difference& difference, bool backwards) {
    return startsFrom(document.graph.nodes(), difference.nodes, backwards) &&
           startsFrom(document.graph.frames(), difference.frames, backwards) &&
           (!difference.blocks ||
            network::sameBlocks(document.graph.blocks(), backwards ? difference.blocks->second : difference.blocks->first));
}

bool isProper(const network::Graph& graph) {
    std::set<std::string_view> names;
    for (const auto& [id, node] : graph.nodes())
        if (id <= network::kNoNode || id != node.id || !names.insert(node.name).second) return false;
    for (const auto& [id, frame] : graph.frames())
        if (id <= network::kNoFrame) return false;
    std::set<std::pair<network::NodeId, int>> ports;
    return std::all_of(graph.edges().begin(), graph.edges().end(), [&](const network::Edge& edge) {
        return graph.find(edge.from) && graph.find(edge.to) && edge.port >= 0 && ports.insert({edge.to, edge.port}).second;
    });
}

}  // namespace

bool fits(const Document& document, const Steps& steps) {
    if (steps.done > steps.list.size()) return false;
    const auto goes = [](Document& at, const Difference& difference, bool backwards) {
        if (!startsFrom(at, difference, backwards)) return false;
        apply(at, difference, backwards);
        return isProper(at.graph);
    };
    Document at = document;
    for (std::size_t i = steps.done; i-- > 0;)
        if (!goes(at, steps.list[i].difference, true)) return false;
    at = document;
    for (std::size_t i = steps.done; i < steps.list.size(); ++i)
        if (!goes(at, steps.list[i].difference, false)) return false;
    return true;
}

History::History(Document document, Steps steps)
    : document_(std::move(document)), steps_(std::move(steps)), saved_(steps_.done) {}

void History::edit(const std::string& name, Document after, const std::string& mergeKey) {
    Difference step = difference(document_, after);
    if (step.empty()) return;
    auto& [list, done] = steps_;
    const bool merges = !mergeKey.empty() && mergeKey == mergeKey_ && done == list.size() && done > 0 && !isSaved();
    if (done < saved_) savedExists_ = false;  // the saved state lay on the branch that is given up
    list.resize(done);
    if (merges) {
        Document before = document_;
        apply(before, list.back().difference, true);
        step = difference(before, after);
        list.pop_back();
        --done;
    }
    if (!step.empty()) {
        list.push_back({name, std::move(step)});
        ++done;
    }
    document_ = std::move(after);
    mergeKey_ = mergeKey;
    if (changed) changed();
}

std::string History::undoName() const { return canUndo() ? steps_.list[steps_.done - 1].name : std::string(); }
std::string History::redoName() const { return canRedo() ? steps_.list[steps_.done].name : std::string(); }

void History::undo() {
    if (canUndo()) jumpTo(steps_.done - 1);
}

void History::redo() { jumpTo(steps_.done + 1); }

void History::jumpTo(std::size_t position) {
    auto& [list, done] = steps_;
    position = std::min(position, list.size());
    if (position == done) return;
    while (done > position) apply(document_, list[--done].difference, true);
    while (done < position) apply(document_, list[done++].difference, false);
    seal();
    if (changed) changed();
}

void History::markSaved() {
    saved_ = steps_.done;
    savedExists_ = true;
    seal();
}

}  // namespace perceptarium::project
