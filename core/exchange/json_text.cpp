#include "exchange/json_text.h"

#include <nlohmann/json.hpp>

namespace perceptarium::exchange {
namespace {

using nlohmann::ordered_json;
constexpr std::size_t kColumns = 110;

std::string scalar(const ordered_json& value) {
    return value.dump(-1, ' ', false, ordered_json::error_handler_t::replace);
}

/// On one line. Gives up (returns false) once `text` is longer than `limit`.
bool flat(const ordered_json& value, std::size_t limit, std::string& text) {
    if (!value.is_structured()) {
        text += scalar(value);
        return text.size() <= limit;
    }
    text += value.is_object() ? '{' : '[';
    bool first = true;
    for (auto item = value.begin(); item != value.end(); ++item) {
        if (!first) text += ", ";
        first = false;
        if (value.is_object()) text += scalar(item.key()) + ": ";
        if (!flat(*item, limit, text)) return false;
    }
    text += value.is_object() ? '}' : ']';
    return text.size() <= limit;
}

void write(const ordered_json& value, std::size_t indent, std::size_t used, std::string& text) {
    std::string line;
    if (flat(value, kColumns > used ? kColumns - used : 0, line) || !value.is_structured() || value.empty()) {
        text += line;
        return;
    }
    text += value.is_object() ? "{\n" : "[\n";
    for (auto item = value.begin(); item != value.end(); ++item) {
        if (item != value.begin()) text += ",\n";
        text.append(indent + 2, ' ');
        std::size_t before = indent + 3;  // and the comma
        if (value.is_object()) {
            const std::string key = scalar(item.key()) + ": ";
            before += key.size();
            text += key;
        }
        write(*item, indent + 2, before, text);
    }
    text += '\n';
    text.append(indent, ' ');
    text += value.is_object() ? '}' : ']';
}

}  // namespace

std::string jsonText(const ordered_json& value) {
    std::string text;
    if (value.is_object() && !value.empty()) {
        // The outermost object is always broken, so that even a tiny project reads as a list of its parts.
        text = "{\n";
        for (auto item = value.begin(); item != value.end(); ++item) {
            if (item != value.begin()) text += ",\n";
            const std::string key = "  " + scalar(item.key()) + ": ";
            text += key;
            write(*item, 2, key.size() + 1, text);
        }
        text += "\n}";
    } else {
        write(value, 0, 0, text);
    }
    return text + "\n";
}

std::string shortJson(const nlohmann::json& value, std::size_t length) {
    if (value.is_object() && !value.empty()) return "an object";
    if (value.is_array() && value.size() > 8) return "a list of " + std::to_string(value.size());
    std::string text = value.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
    if (text.size() > length) {
        text.resize(length);
        while (!text.empty() && (static_cast<unsigned char>(text.back()) & 0xC0) == 0x80) text.pop_back();  // whole letters
        if (!text.empty() && static_cast<unsigned char>(text.back()) >= 0xC0) text.pop_back();
        text += "…";
    }
    return text;
}

}  // namespace perceptarium::exchange
