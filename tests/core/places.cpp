// The only test that is compiled with the path of the source tree: a compiler cache serves the others in every checkout.
#include "core/places.h"

namespace perceptarium::tests {

std::string repository(const std::string& relative) { return std::string(REPOSITORY "/") + relative; }
std::string sharedData(const std::string& relative) { return std::string(REPOSITORY "/../shared/data/") + relative; }

}  // namespace perceptarium::tests
