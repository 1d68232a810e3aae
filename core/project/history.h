// History: undo and redo of everything in the document, without limit, as a named list in which one can jump. It keeps
// differences, not copies.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "project/project.h"

namespace perceptarium::project {

Difference difference(const Document& before, const Document& after);
/// Applies it (or takes it back). Requires the document to be the one it starts from (CHECK).
void apply(Document& document, const Difference& difference, bool backwards = false);

/// Do the steps lead to the document and beyond, as apply() wants it, and is every drawing on the way a proper one (each id
/// and name once, edges between nodes, one edge a port)? What a file holds must be asked first.
bool fits(const Document& document, const Steps& steps);

class History {
public:
    /// Requires the steps to fit.
    explicit History(Document document = {}, Steps steps = {});

    const Document& document() const { return document_; }
    /// Makes `after` the document. Nothing happens when nothing changed. Consecutive edits with the same, non-empty
    /// `mergeKey` become one step (typing a number, dragging).
    void edit(const std::string& name, Document after, const std::string& mergeKey = {});
    bool canUndo() const { return steps_.done > 0; }
    bool canRedo() const { return steps_.done < steps_.list.size(); }
    std::string undoName() const;
    std::string redoName() const;
    void undo();
    void redo();
    /// To the document after the first `position` steps; further than the last is the last.
    void jumpTo(std::size_t position);
    const Steps& steps() const { return steps_; }
    std::size_t position() const { return steps_.done; }
    std::size_t size() const { return steps_.list.size(); }
    /// The next edit never merges with the last (the mouse was released, the focus left).
    void seal() { mergeKey_.clear(); }
    bool isSaved() const { return saved_ == steps_.done && savedExists_; }
    void markSaved();

    /// Called after each edit, undo, redo and jump.
    std::function<void()> changed;

private:
    Document document_;
    Steps steps_;
    std::size_t saved_ = 0;
    bool savedExists_ = true;
    std::string mergeKey_;
};

}  // namespace perceptarium::project
