// How long work tells how far it is, and learns that it should stop.
#pragma once

#include <functional>
#include <stop_token>
#include <string>
#include <string_view>

#include "base/result.h"

namespace perceptarium {

/// Given to anything that may take longer than a blink. Thread-safe as far as the callback is.
struct Progress {
    std::function<void(double fraction, std::string_view what)> report = [](double, std::string_view) {};
    std::stop_token stop;

    bool cancelled() const { return stop.stop_requested(); }
    /// The error that a cancelled job returns; `isCancelled` recognizes it.
    static Error cancelledError() { return {"cancelled", {}, {}, {}}; }
    static bool isCancelled(const Error& error) { return error.what == "cancelled"; }
};

}  // namespace perceptarium
