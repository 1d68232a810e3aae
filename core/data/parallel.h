// The same work over many examples on all cores, with progress and Cancel. For loading, where results go to places of
// their own, so that what comes out does not depend on which thread did it.
#pragma once

#include <cstdint>
#include <functional>
#include <string_view>

#include "base/progress.h"

namespace perceptarium::data {

/// Calls work(begin, end) for pieces of 0 … count−1, each of at most `piece`, from several threads at once. Progress is
/// reported from the calling thread as from + (to − from) · share done. False when it was cancelled; pieces that had
/// begun are finished then. What `work` throws comes out here, once.
bool inParallel(std::int64_t count, std::int64_t piece, const Progress& progress, std::string_view what,
                const std::function<void(std::int64_t begin, std::int64_t end)>& work, double from = 0, double to = 1);

}  // namespace perceptarium::data
