// Project: everything that one file holds. A plain value.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "data/prepare.h"
#include "network/graph.h"
#include "train/records.h"
#include "train/train_settings.h"
#include "train/trainer.h"

namespace perceptarium::project {

/// What the user edits, and undo covers.
struct Document {
    std::string name = "Untitled";
    std::string description;
    network::Graph graph;
    data::DataSettings data;
    train::TrainSettings training;
    bool operator==(const Document&) const = default;
};

/// What training has added.
struct Trained {
    train::State state;
    std::vector<train::BatchRecord> batches;
    std::vector<train::EpochRecord> epochs;
    std::vector<train::Mark> marks;
    data::Normalization normalization;  ///< as fitted when the weights were trained
    data::TargetScaling targetScaling;  ///< likewise: answers of numbers are turned back with it
    std::vector<std::int64_t> classCounts;  ///< of the training part: what balanced class weights come from
    /// What the data was (train::dataTypes(info) compiles the network, classes and vocabulary give the outputs their
    /// words), so that export and predict need no data. `given` is empty: the parts are the data's own.
    data::DatasetInfo info;
};

/// What the data say, beside the weights: normalization, scale of the targets, classes and words.
void takeData(Trained& trained, const data::Prepared& data);
/// Forgets what came after the state.
void cutToState(Trained& trained);
/// The model's weights instead of the trained ones. A best epoch of before says nothing about these, and is forgotten.
void takeWeights(Trained& trained, const network::Model& model);

/// What changed between two documents; works in both directions.
struct Difference {
    template <class T>
    struct Change {
        std::optional<T> before, after;
        bool operator==(const Change&) const = default;
    };
    std::vector<Change<network::Node>> nodes;
    std::vector<Change<network::Frame>> frames;
    std::vector<network::Edge> edgesRemoved, edgesAdded;
    std::optional<std::pair<network::Blocks, network::Blocks>> blocks;
    std::optional<std::pair<std::string, std::string>> name, description;
    std::optional<std::pair<data::DataSettings, data::DataSettings>> data;
    std::optional<std::pair<train::TrainSettings, train::TrainSettings>> training;
    bool empty() const;
    bool operator==(const Difference& other) const;
};

/// One undoable step, under the name that the history shows.
struct Step {
    std::string name;
    Difference difference;
    bool operator==(const Step&) const = default;
};
/// Oldest first. The document is the one after the first `done` of them; the others can be done again.
struct Steps {
    std::vector<Step> list;
    std::size_t done = 0;
    bool operator==(const Steps&) const = default;
};

struct Project {
    Document document;
    std::optional<Trained> trained;
    Steps steps = {};       ///< how the document came about (history.h)
    std::string note = {};  ///< what had to be left out when it was read, in words; empty: nothing
};

/// A project that ships with the program. `order` as on the start page; the first is opened at the start.
struct ReadyProject {
    std::string id;           ///< "lenet-digits"
    std::string title;
    std::string description;  ///< one sentence
    std::string json;         ///< the plain JSON project
};
/// From resources/projects, compiled in.
const std::vector<ReadyProject>& readyProjects();
/// From resources/blocks: each a small network that uses the block of the project's name.
const std::vector<ReadyProject>& readyBlockProjects();

}  // namespace perceptarium::project
