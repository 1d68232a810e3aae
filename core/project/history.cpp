#include "project/history.h"

#include <algorithm>

#include "base/check.h"

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
    return nodes.empty() && frames.empty() && edgesRemoved.empty() && edgesAdded.empty() && !name && !description &&
           !data && !training;
}

Difference difference(const Document& before, const Document& after) {
    Difference result;
    result.nodes = changesBetween(before.graph.nodes(), after.graph.nodes());
    result.frames = changesBetween(before.graph.frames(), after.graph.frames());
    std::set_difference(before.graph.edges().begin(), before.graph.edges().end(), after.graph.edges().begin(),
                        after.graph.edges().end(), std::back_inserter(result.edgesRemoved));
    std::set_difference(after.graph.edges().begin(), after.graph.edges().end(), before.graph.edges().begin(),
                        before.graph.edges().end(), std::back_inserter(result.edgesAdded));
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
    applyPair(document.name, difference.name, backwards);
    applyPair(document.description, difference.description, backwards);
    applyPair(document.data, difference.data, backwards);
    applyPair(document.training, difference.training, backwards);
}

History::History(Document document) : document_(std::move(document)) {}

void History::edit(const std::string& name, Document after, const std::string& mergeKey) {
    Difference step = difference(document_, after);
    if (step.empty()) return;
    const bool merges = !mergeKey.empty() && mergeKey == mergeKey_ && done_ == steps_.size() && done_ > 0 && !isSaved();
    if (done_ < saved_) savedExists_ = false;  // the saved state lay on the branch that is given up
    steps_.resize(done_);
    if (merges) {
        Document before = document_;
        apply(before, steps_.back().difference, true);
        step = difference(before, after);
        steps_.pop_back();
        --done_;
    }
    if (!step.empty()) {
        steps_.push_back({name, std::move(step)});
        ++done_;
    }
    document_ = std::move(after);
    mergeKey_ = mergeKey;
    if (changed) changed();
}

std::string History::undoName() const { return canUndo() ? steps_[done_ - 1].name : std::string(); }
std::string History::redoName() const { return canRedo() ? steps_[done_].name : std::string(); }

void History::undo() {
    if (!canUndo()) return;
    apply(document_, steps_[--done_].difference, true);
    seal();
    if (changed) changed();
}

void History::redo() {
    if (!canRedo()) return;
    apply(document_, steps_[done_++].difference, false);
    seal();
    if (changed) changed();
}

std::vector<std::string> History::names() const {
    std::vector<std::string> names;
    for (const Step& step : steps_) names.push_back(step.name);
    return names;
}

void History::markSaved() {
    saved_ = done_;
    savedExists_ = true;
    seal();
}

}  // namespace perceptarium::project
