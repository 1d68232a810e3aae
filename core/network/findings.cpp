#include "network/findings.h"

#include <string_view>

namespace perceptarium::network {

std::string Finding::text() const {
    std::string text = what;
    // What was found is usually part of the sentence already; then naming it again would only be noise.
    if (!found.empty() && what.find(found) == std::string::npos) {
        text += expected.empty() ? " (found " : " (expected " + expected + ", found ";
        text += found + ")";
    }
    if (!tryThis.empty()) text += ". " + tryThis;
    if (!text.empty() && text.back() != '.') text += '.';
    return text;
}

}  // namespace perceptarium::network
