// Which process a run belongs to, so that a run whose process is gone is recognized, also when its number is used again.
#pragma once

#include <cstdint>
#include <string>

namespace perceptarium::train {

struct ProcessIdentity {
    std::int64_t pid = 0;
    std::string started;  ///< boot id and start time in clock ticks since boot; empty where the system does not tell
};
ProcessIdentity thisProcess();
/// Is the very process still there?
bool isAlive(const ProcessIdentity& process);

}  // namespace perceptarium::train
