// What a user or a file can get wrong comes back as a value: an Error that names the place, what was expected and what
// was found. (Our own bugs are CHECKs, see check.h.)
#pragma once

#include <string>
#include <tl/expected.hpp>
#include <utility>

namespace perceptarium {

struct Error {
    std::string what;      ///< what went wrong, one plain sentence without a full stop
    std::string where;     ///< file, file:line, node name or setting; may be empty
    std::string expected;  ///< what would have been right; may be empty
    std::string found;     ///< what was there; may be empty

    /// One line: "where: what (expected …, found …)".
    std::string message() const {
        std::string text = where.empty() ? what : where + ": " + what;
        if (!expected.empty()) text += " (expected " + expected;
        if (!found.empty()) text += (expected.empty() ? " (found " : ", found ") + found;
        if (!expected.empty() || !found.empty()) text += ")";
        return text;
    }
    /// The same error, seen from a caller that knows the place better.
    Error at(std::string place) const {
        Error error = *this;
        error.where = where.empty() ? std::move(place) : std::move(place) + ": " + where;
        return error;
    }
};

/// A value or an Error; must not be ignored.
template <class T>
class [[nodiscard]] Result : public tl::expected<T, Error> {
public:
    using tl::expected<T, Error>::expected;
    Result(Error error) : tl::expected<T, Error>(tl::unexpected<Error>(std::move(error))) {}
};
using Status = Result<void>;

namespace detail {
template <class T>
T take(Result<T>& result) {
    return std::move(*result);
}
inline void take(Status&) {}
}  // namespace detail

}  // namespace perceptarium

/// The value of a Result, or return its error from the enclosing function. Never nest one in another.
#define PC_TRY(...)                                             \
    __extension__({                                             \
        auto pcResult_ = (__VA_ARGS__);                         \
        if (!pcResult_) return std::move(pcResult_).error();    \
        ::perceptarium::detail::take(pcResult_);                \
    })
