// History: undo and redo of everything in the document, without limit. It keeps differences, not copies.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "project/project.h"

namespace perceptarium::project {

/// What changed between two documents; works in both directions.
struct Difference {
    template <class T>
    struct Change {
        std::optional<T> before, after;
    };
    std::vector<Change<network::Node>> nodes;
    std::vector<Change<network::Frame>> frames;
    std::vector<network::Edge> edgesRemoved, edgesAdded;
    std::optional<std::pair<std::string, std::string>> name, description;
    std::optional<std::pair<data::DataSettings, data::DataSettings>> data;
    std::optional<std::pair<train::TrainSettings, train::TrainSettings>> training;
    bool empty() const;
};
Difference difference(const Document& before, const Document& after);
/// Applies it (or takes it back). Requires the document to be the one it starts from (CHECK).
void apply(Document& document, const Difference& difference, bool backwards = false);

class History {
public:
    explicit History(Document document = {});

    const Document& document() const { return document_; }
    /// Makes `after` the document. Nothing happens when nothing changed. Consecutive edits with the same, non-empty
    /// `mergeKey` become one step (typing a number, dragging).
    void edit(const std::string& name, Document after, const std::string& mergeKey = {});
    bool canUndo() const { return done_ > 0; }
    bool canRedo() const { return done_ < steps_.size(); }
    std::string undoName() const;
    std::string redoName() const;
    void undo();
    void redo();
    std::vector<std::string> names() const;  ///< of all steps, oldest first
    std::size_t position() const { return done_; }
    /// The next edit never merges with the last (the mouse was released, the focus left).
    void seal() { mergeKey_.clear(); }
    bool isSaved() const { return saved_ == done_ && savedExists_; }
    void markSaved();

    /// Called after each edit, undo and redo.
    std::function<void()> changed;

private:
    struct Step {
        std::string name;
        Difference difference;
    };
    Document document_;
    std::vector<Step> steps_;
    std::size_t done_ = 0, saved_ = 0;
    bool savedExists_ = true;
    std::string mergeKey_;
};

}  // namespace perceptarium::project
