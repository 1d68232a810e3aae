// Whole files in and out: a save either replaces the old file completely or leaves it as it was.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "base/result.h"

namespace perceptarium::exchange {

/// Both report to the thread's WorkScope, and end early with its error when it wants to stop.
///
/// Writes beside `path`, flushes to the disk, renames. A symbolic link keeps pointing at its (replaced) target, and an old
/// file's permissions are kept. Error: names the path and the system's reason; the old file is then untouched.
Status writeFileAtomically(const std::string& path, std::string_view bytes);

/// Could a file be put there, as far as can be told without writing? Asked before a long training, not after it.
Status checkPlaceFor(const std::string& path);

/// All bytes of a regular file of at most `maximum` bytes; the size is checked before memory is asked for.
Result<std::string> readWholeFile(const std::string& path, std::uint64_t maximum);

}  // namespace perceptarium::exchange
