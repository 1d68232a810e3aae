#include "base/check.h"

#include <fmt/format.h>

namespace perceptarium {

void checkFailed(const char* condition, const char* file, int line, const std::string& message) {
    const std::string path = file;
    const auto slash = path.rfind("/core/");
    throw InternalError(fmt::format("{} [{}] at {}:{}", message, condition,
                                    slash == std::string::npos ? path : path.substr(slash + 1), line));
}

}  // namespace perceptarium
