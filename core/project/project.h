// Project: everything that one file holds. A plain value.
#pragma once

#include <optional>
#include <string>

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

struct Project {
    Document document;
    std::optional<Trained> trained;
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

}  // namespace perceptarium::project
