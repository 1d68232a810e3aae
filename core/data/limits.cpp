#include "data/limits.h"

#include <atomic>

namespace perceptarium::data::limits {
namespace {

std::atomic<std::uint64_t> most{kUsualSetBytes};

}  // namespace

std::uint64_t setBytes() { return most; }
void limitSetBytes(std::uint64_t bytes) { most = bytes; }

}  // namespace perceptarium::data::limits
