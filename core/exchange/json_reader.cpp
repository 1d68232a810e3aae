// nlohmann's parser tells its callback what it has read, but not where: an iterator that counts lines adds that.
#include "exchange/json_reader.h"

#include <fmt/format.h>

#include <iterator>
#include <nlohmann/json.hpp>
#include <set>
#include <vector>

namespace perceptarium::exchange {
namespace {

using nlohmann::json;

struct CountingIterator {
    using iterator_category = std::forward_iterator_tag;
    using value_type = char;
    using difference_type = std::ptrdiff_t;
    using pointer = const char*;
    using reference = const char&;

    const char* at = nullptr;
    int* line = nullptr;

    reference operator*() const { return *at; }
    CountingIterator& operator++() {
        if (*at == '\n') ++*line;
        ++at;
        return *this;
    }
    CountingIterator operator++(int) {
        CountingIterator before = *this;
        ++*this;
        return before;
    }
    bool operator==(const CountingIterator& other) const { return at == other.at; }
};

struct Refused {
    Error error;
};

/// Follows the parser and knows the pointer of what it reads.
class Follower {
public:
    Follower(const std::string& where, int maximumDepth, const int& line, JsonLines* lines)
        : where_(where), maximumDepth_(maximumDepth), line_(line), lines_(lines) {}

    bool operator()(int depth, json::parse_event_t event, json& parsed) {
        using Event = json::parse_event_t;
        switch (event) {
            case Event::key:
                levels_.back().key = parsed.get_ref<const std::string&>();
                if (!levels_.back().seen.insert(levels_.back().key).second)
                    throw Refused{{"this field appears twice", fmt::format("{}:{}: {}", where_, line_, spokenPath(pointer())),
                                   "each field once", {}}};
                note();  // here, as a number is only known to be complete on the next line
                break;
            case Event::object_start:
            case Event::array_start:
                if (depth >= maximumDepth_)
                    throw Refused{{"nested too deeply", fmt::format("{}:{}", where_, line_),
                                   fmt::format("at most {} levels", maximumDepth_), {}}};
                nextElement();
                levels_.push_back({event == Event::array_start, -1, {}, {}});
                break;
            case Event::object_end:
            case Event::array_end:
                levels_.pop_back();
                break;
            case Event::value:
                nextElement();
                break;
        }
        return true;
    }

private:
    struct Level {
        bool isArray;
        std::int64_t index;
        std::string key;
        std::set<std::string> seen;
    };
    void nextElement() {
        if (levels_.empty() || !levels_.back().isArray) return;
        ++levels_.back().index;
        note();
    }
    void note() {
        if (lines_) lines_->add(pointer(), line_);
    }
    std::string pointer() const {
        std::string text;
        for (const auto& level : levels_) text += "/" + (level.isArray ? std::to_string(level.index) : level.key);
        return text;
    }

    const std::string& where_;
    int maximumDepth_;
    const int& line_;
    JsonLines* lines_;
    std::vector<Level> levels_;
};

}  // namespace

int JsonLines::of(std::string_view pointer) const {
    while (!pointer.empty()) {
        if (const auto found = lines_.find(pointer); found != lines_.end()) return found->second;
        pointer = pointer.substr(0, pointer.rfind('/'));
    }
    return 1;
}

Result<json> readJson(std::string_view text, const std::string& where, int maximumDepth, JsonLines* lines) {
    int line = 1;
    Follower follower(where, maximumDepth, line, lines);
    try {
        return json::parse(CountingIterator{text.data(), &line}, CountingIterator{text.data() + text.size(), &line},
                           std::ref(follower));
    } catch (const Refused& refused) {
        return refused.error;
    } catch (const json::parse_error& error) {
        // "[json.exception.parse_error.101] parse error at line 2, column 3: syntax error while …": the last part says it.
        std::string reason = error.what();
        if (const auto colon = reason.find(": "); colon != std::string::npos) reason = reason.substr(colon + 2);
        return Error{"this is not valid JSON", fmt::format("{}:{}", where, line), {}, reason};
    } catch (const json::exception& error) {
        return Error{"this cannot be read as JSON", fmt::format("{}:{}", where, line), {}, error.what()};
    }
}

std::string spokenPath(std::string_view pointer) {
    std::string text;
    while (!pointer.empty()) {
        pointer.remove_prefix(1);
        const std::string_view part = pointer.substr(0, pointer.find('/'));
        pointer.remove_prefix(part.size());
        const bool isIndex = !part.empty() && part.find_first_not_of("0123456789") == std::string_view::npos;
        if (isIndex)
            text += "[" + std::string(part) + "]";
        else
            text += (text.empty() ? "" : ".") + std::string(part);
    }
    return text;
}

}  // namespace perceptarium::exchange
