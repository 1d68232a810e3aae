// The words for why a run is not running.
#include "train/records.h"

#include <string_view>

namespace perceptarium::train {

std::string_view textOf(StopReason reason) {
    switch (reason) {
        case StopReason::None: return "";
        case StopReason::EpochsDone: return "all epochs are done";
        case StopReason::Patience: return "stopped early";
        case StopReason::User: return "stopped by the user";
        case StopReason::NonFinite: return "a value was not finite";
        case StopReason::Failed: return "it failed";
    }
    return "";
}

}  // namespace perceptarium::train
