// safetensors: eight bytes with the header's length, a JSON header (name → kind, shape, place), then the numbers.
// https://github.com/huggingface/safetensors describes it. Tensors are in the engine's own layout: Dense "W" [D, units],
// Conv2d "W" [Kh, Kw, C, F], Embedding "E" [V, D]; the metadata say so.
#include <fmt/format.h>

#include <algorithm>
#include <bit>
#include <cmath>
#include <cstring>
#include <nlohmann/json.hpp>

#include "exchange/atomic_file.h"
#include "exchange/byte_reader.h"
#include "exchange/export.h"
#include "exchange/json_reader.h"
#include "exchange/tensors.h"

namespace perceptarium::exchange {
namespace {

using nlohmann::json;
using nlohmann::ordered_json;

constexpr std::uint64_t kMaximumHeader = 8u << 20;  ///< far above any network here; the format allows 100 MB
constexpr std::uint64_t kMaximumFile = std::uint64_t{8} << 30;
constexpr std::size_t kMaximumTensors = 65'536;

std::string_view codeOf(DType dtype) { return dtype == DType::F32 ? "F32" : dtype == DType::F64 ? "F64" : "I32"; }

/// What one number of that code takes; 0 when it cannot be read here.
std::uint64_t widthOf(const std::string& code) {
    if (code == "F64" || code == "I64") return 8;
    if (code == "F32" || code == "I32") return 4;
    if (code == "F16" || code == "BF16") return 2;
    return 0;
}

/// IEEE 754 half precision.
float halfToFloat(std::uint16_t half) {
    const int exponent = (half >> 10) & 31;
    const int fraction = half & 1023;
    float value = 0;
    if (exponent == 31)
        value = fraction ? std::nanf("") : HUGE_VALF;
    else if (exponent == 0)
        value = std::ldexp(static_cast<float>(fraction), -24);
    else
        value = std::ldexp(static_cast<float>(1024 + fraction), exponent - 25);
    return half & 0x8000 ? -value : value;
}

template <class T>
T numberAt(std::string_view data, std::int64_t i) {
    T value;
    std::memcpy(&value, data.data() + static_cast<std::size_t>(i) * sizeof(T), sizeof(T));
    return value;
}

/// nullopt when a 64-bit integer does not fit into 32.
std::optional<Tensor> decode(const std::string& code, const Shape& shape, std::string_view data) {
    const DType dtype = code == "F64" ? DType::F64 : code[0] == 'I' ? DType::I32 : DType::F32;
    Tensor tensor = Tensor::empty(shape, dtype);
    const std::int64_t count = tensor.elements();
    if (code == "I64") {
        for (std::int64_t i = 0; i < count; ++i) {
            const auto wide = numberAt<std::int64_t>(data, i);
            if (wide != static_cast<std::int32_t>(wide)) return std::nullopt;
            tensor.data<std::int32_t>()[i] = static_cast<std::int32_t>(wide);
        }
    } else if (code == "F16") {
        for (std::int64_t i = 0; i < count; ++i) tensor.data<float>()[i] = halfToFloat(numberAt<std::uint16_t>(data, i));
    } else if (code == "BF16") {
        for (std::int64_t i = 0; i < count; ++i)
            tensor.data<float>()[i] = std::bit_cast<float>(std::uint32_t{numberAt<std::uint16_t>(data, i)} << 16);
    } else if (!data.empty()) {
        std::memcpy(tensor.bytes(), data.data(), data.size());
    }
    return tensor;
}

struct Entry {
    std::string name, code;
    std::vector<std::int64_t> shape;
    std::uint64_t begin = 0, end = 0;
};

Result<Entry> readEntry(const std::string& name, const json& value, std::uint64_t dataSize, const std::string& where) {
    const auto wrong = [&](std::string what, std::string expected, std::string found) {
        return Error{std::move(what), fmt::format("{}: header: {}", where, name), std::move(expected), std::move(found)};
    };
    if (!value.is_object() || value.size() != 3 || !value.contains("dtype") || !value.contains("shape") ||
        !value.contains("data_offsets") || !value["dtype"].is_string() || !value["shape"].is_array() ||
        !value["data_offsets"].is_array() || value["data_offsets"].size() != 2)
        return wrong("this entry is not a tensor", "dtype, shape and data_offsets", {});
    Entry entry;
    entry.name = name;
    entry.code = value["dtype"].get<std::string>();
    const std::uint64_t width = widthOf(entry.code);
    if (width == 0)
        return wrong("this kind of number cannot be read", "one of F32, F64, F16, BF16, I32, I64", entry.code.substr(0, 20));
    if (value["shape"].size() > Shape::kMaximumRank)
        return wrong("too many axes", fmt::format("at most {}", Shape::kMaximumRank), std::to_string(value["shape"].size()));
    for (const auto& extent : value["shape"]) {
        if (!extent.is_number_unsigned() || extent.get<std::uint64_t>() > kMaximumFile)
            return wrong("this shape is impossible", fmt::format("extents of at most {}", kMaximumFile), extent.dump());
        entry.shape.push_back(extent.get<std::int64_t>());
    }
    const json& offsets = value["data_offsets"];
    if (!offsets[0].is_number_unsigned() || !offsets[1].is_number_unsigned())
        return wrong("data_offsets are not two whole numbers", "[begin, end]", offsets.dump());
    entry.begin = offsets[0].get<std::uint64_t>();
    entry.end = offsets[1].get<std::uint64_t>();
    if (entry.begin > entry.end || entry.end > dataSize)
        return wrong("the numbers lie outside the file", fmt::format("offsets within 0…{}", dataSize), offsets.dump());
    const auto size = boundedSize(entry.shape, width, dataSize);
    if (!size || *size != entry.end - entry.begin)
        return wrong("the shape does not fit the number of bytes",
                     size ? fmt::format("{} bytes", *size) : fmt::format("at most {} bytes", dataSize),
                     fmt::format("{} bytes", entry.end - entry.begin));
    return entry;
}

}  // namespace

std::string safetensorsBytes(const std::map<std::string, Tensor>& tensors,
                             const std::map<std::string, std::string>& metadata) {
    // Wide numbers first, so that every tensor is aligned to its own width.
    std::vector<std::pair<std::string, const Tensor*>> order;
    for (const auto& [name, tensor] : tensors) order.emplace_back(name, &tensor);
    std::stable_sort(order.begin(), order.end(),
                     [](const auto& a, const auto& b) { return sizeOf(a.second->dtype()) > sizeOf(b.second->dtype()); });

    ordered_json header = ordered_json::object();
    if (!metadata.empty()) header["__metadata__"] = metadata;
    std::uint64_t at = 0;
    for (const auto& [name, tensor] : order) {
        const std::uint64_t end = at + tensor->byteSize();
        const auto extents = tensor->shape().extents();
        header[name] = {{"dtype", codeOf(tensor->dtype())},
                        {"shape", std::vector<std::int64_t>(extents.begin(), extents.end())},
                        {"data_offsets", {at, end}}};
        at = end;
    }
    std::string text = header.dump(-1, ' ', false, ordered_json::error_handler_t::replace);
    text.append((8 - text.size() % 8) % 8, ' ');

    std::string bytes;
    bytes.reserve(8 + text.size() + at);
    const std::uint64_t length = text.size();
    bytes.append(reinterpret_cast<const char*>(&length), 8);
    bytes += text;
    for (const auto& [name, tensor] : order)
        bytes.append(reinterpret_cast<const char*>(tensor->bytes()), tensor->byteSize());
    return bytes;
}

Result<std::map<std::string, Tensor>> parseSafetensors(std::string_view bytes, const std::string& where) {
    ByteReader reader(bytes);
    const auto length = reader.number<std::uint64_t>();
    if (!length)
        return Error{"this is not a safetensors file", where, "at least 8 bytes", fmt::format("{} bytes", bytes.size())};
    if (*length > kMaximumHeader)
        return Error{"the header is too long", where + ": byte 0", fmt::format("at most {} bytes", kMaximumHeader),
                     fmt::format("{} bytes", *length)};
    const auto text = reader.piece(*length);
    if (!text)
        return Error{"the file ends within its header", where + ": byte 8", fmt::format("{} bytes", *length),
                     fmt::format("{} bytes", reader.left())};
    if (text->empty() || text->front() != '{')
        return Error{"this is not a safetensors file", where + ": byte 8", "a header that begins with {", {}};
    const json header = PC_TRY(readJson(*text, where + ": header", 4));
    if (header.size() > kMaximumTensors)
        return Error{"too many tensors", where, fmt::format("at most {}", kMaximumTensors), std::to_string(header.size())};

    const std::string_view data = reader.rest();
    const std::size_t dataStart = reader.position();
    std::vector<Entry> entries;
    for (const auto& [name, value] : header.items())
        if (name != "__metadata__") entries.push_back(PC_TRY(readEntry(name, value, data.size(), where)));
    // Every byte belongs to exactly one tensor: so a file cannot make us ask for more memory than it has itself.
    std::sort(entries.begin(), entries.end(),
              [](const Entry& a, const Entry& b) { return std::tie(a.begin, a.end) < std::tie(b.begin, b.end); });
    std::uint64_t at = 0;
    for (const auto& entry : entries) {
        if (entry.begin != at)
            return Error{"tensors overlap or leave a hole", fmt::format("{}: byte {}", where, dataStart + at),
                         fmt::format("{} to begin at {}", entry.name, at), fmt::format("{}", entry.begin)};
        at = entry.end;
    }
    if (at != data.size())
        return Error{"bytes after the last tensor", fmt::format("{}: byte {}", where, dataStart + at), "the end of the file",
                     fmt::format("{} bytes", data.size() - at)};

    std::map<std::string, Tensor> tensors;
    for (const auto& entry : entries) {
        const auto piece = data.substr(entry.begin, entry.end - entry.begin);
        auto tensor = decode(entry.code, Shape(entry.shape), piece);
        if (!tensor)
            return Error{"a whole number is too large", fmt::format("{}: byte {}: {}", where, dataStart + entry.begin, entry.name),
                         "32-bit numbers", "64-bit ones"};
        tensors[entry.name] = std::move(*tensor);
    }
    return tensors;
}

Result<std::map<std::string, Tensor>> readSafetensors(const std::string& path) {
    const std::string bytes = PC_TRY(readWholeFile(path, kMaximumFile));
    return parseSafetensors(bytes, path);
}

namespace {

const Registered<ExportFormat> safetensors{{
    .id = "safetensors",
    .order = 20,
    .title = "safetensors",
    .meaning = "All weights by name, for other programs and for loading back into a network",
    .bytes = [](const ExportInput& input) -> Result<std::string> {
        return safetensorsBytes(exportedTensors(input), exportMetadata(input));
    },
}};

}  // namespace
}  // namespace perceptarium::exchange
