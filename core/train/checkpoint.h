// A State as bytes: what the run record keeps, so that training goes on byte for byte after a crash.
#pragma once

#include <string>
#include <string_view>

#include "train/trainer.h"

namespace perceptarium::train {

/// "PCSTATE2", length and hash of what follows, then the fields in order. Little-endian.
std::string checkpointBytes(const State& state);
/// Bytes from anywhere, also of the format before (PCSTATE1): lengths are checked before memory is asked for. Errors name `where`, what was expected and found.
Result<State> parseCheckpoint(std::string_view bytes, const std::string& where);

}  // namespace perceptarium::train
