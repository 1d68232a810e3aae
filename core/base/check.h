// CHECK guards against our own bugs. It throws InternalError, which is caught at the rim of a thread or slot, where the
// user's work is saved and a report is offered. A user's or a file's mistake is never a CHECK: that is a Result.
#pragma once

#include <stdexcept>
#include <string>

namespace perceptarium {

class InternalError : public std::logic_error {
public:
    using std::logic_error::logic_error;
};

[[noreturn]] void checkFailed(const char* condition, const char* file, int line, const std::string& message);

}  // namespace perceptarium

#define CHECK(condition, message)                                                                 \
    do {                                                                                          \
        if (!(condition)) ::perceptarium::checkFailed(#condition, __FILE__, __LINE__, (message)); \
    } while (false)
