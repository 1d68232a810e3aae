// Problems: all that is wrong with (or worth knowing about) a document, in plain words, each with what can be done about it in
// one click. Drawing, data and training together; panel, canvas and command line show the same list.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "network/expand.h"
#include "project/project.h"

namespace perceptarium::project {

/// An edit of the document that puts a problem right, undone as one step.
struct Fix {
    std::string title;  ///< a command without a full stop
    /// Error: the document is not the one it was offered for.
    std::function<Status(Document&)> apply;
};

struct Problem {
    enum class Place { Network, Training } place = Place::Network;
    network::Finding finding;
    std::vector<Fix> fixes;  ///< best first; may be empty
};

/// Is the finding at that place, or further inside? An empty place is the whole drawing.
bool isWithin(const network::Finding& finding, const network::BlockPath& place);

/// Errors first; of them those of the drawing (`inference` of it with `types`), then those of the training. `data` is nullptr
/// while there are none. Fixes of findings cost some inferences each: they are worked out for the first `withFixes` findings,
/// and with `only` for those at that place: a node, or the way inward to a node of a block and to what is inside it.
std::vector<Problem> problemsOf(const Document& document, const network::DataTypes& types,
                                const network::Inference& inference, const data::Prepared* data,
                                std::size_t withFixes = 24, const network::BlockPath& only = {});

/// Accepts the first fix that is offered for the first problem that has one, again and again, until there is no error (and
/// with `hintsToo`, no hint) that has a fix. What was done, in words.
std::vector<std::string> acceptFirstFixes(Document& document, const network::DataTypes& types, const data::Prepared* data,
                                          bool hintsToo);

}  // namespace perceptarium::project
