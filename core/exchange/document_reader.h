// What the writer and the reader of a project's JSON agree on.
#pragma once

#include <nlohmann/json_fwd.hpp>
#include <string>
#include <vector>

#include "exchange/json_reader.h"
#include "network/node_flags.h"
#include "project/project.h"

namespace perceptarium::exchange {

inline constexpr int kProjectFormat = 1;  ///< "perceptarium": raised when older programs would misread a file
inline constexpr std::size_t kMaximumProjectBytes = 64u << 20;
inline constexpr std::size_t kMaximumNodes = 2'000;  ///< of a file; some work on drawings is quadratic
inline constexpr std::size_t kMaximumFrames = 1'000;
inline constexpr std::size_t kMaximumInputs = 8'000;  ///< of all nodes together

/// What data::DataSettings::normalization may be.
const std::vector<std::string>& normalizationKinds();

inline constexpr std::size_t kMaximumBlocks = 200;     ///< definitions in a file; their nodes count as the file's
inline constexpr std::size_t kMaximumDrives = 2'000;  ///< places inside that a block's settings give to
/// What `kind` says of a frame.
inline constexpr const char *kFrame = "frame", *kNote = "note";

/// Marks of a node: a file only holds those that are set.
using network::NodeFlag;
using network::nodeFlags;

/// Layers such as Input, for which the node before in the list is not taken as input.
bool takesNoInput(const std::string& layer);

/// Parts of a document, for the list of its steps.
nlohmann::json nodeToJson(const network::Node& node);
nlohmann::json frameToJson(const network::Frame& frame);
/// Where a part stands in a text that is being read, for errors.
struct JsonPlace {
    const std::string& where;
    const JsonLines& lines;
    std::string pointer;
};
Result<network::Node> nodeFromJson(const nlohmann::json& json, const JsonPlace& place);
Result<network::Frame> frameFromJson(const nlohmann::json& json, const JsonPlace& place);
Result<data::DataSettings> dataFromJson(const nlohmann::json& json, const JsonPlace& place);
Result<train::TrainSettings> trainingFromJson(const nlohmann::json& json, const JsonPlace& place);

}  // namespace perceptarium::exchange
