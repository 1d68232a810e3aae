#include "exchange/npy.h"

#include <fmt/format.h>

#include <charconv>
#include <cstring>

#include "exchange/byte_reader.h"

namespace perceptarium::exchange {
namespace {

constexpr std::string_view kMagic("\x93NUMPY\x01\x00", 8);

std::string header(std::string_view kind, std::span<const std::int64_t> extents) {
    std::string shape;
    for (const auto extent : extents) shape += fmt::format("{}, ", extent);
    if (extents.size() > 1) shape.resize(shape.size() - 2);  // "(3,)" keeps its comma
    if (extents.size() == 1) shape.pop_back();
    std::string text = fmt::format("{{'descr': '{}', 'fortran_order': False, 'shape': ({}), }}", kind, shape);
    while ((kMagic.size() + 2 + text.size() + 1) % 64 != 0) text += ' ';  // so that the numbers are aligned
    text += '\n';
    const auto length = static_cast<std::uint16_t>(text.size());
    std::string bytes(kMagic);
    bytes.append(reinterpret_cast<const char*>(&length), 2);
    return bytes + text;
}

template <class T>
std::string column(std::string_view kind, const std::vector<T>& values) {
    const std::int64_t count = static_cast<std::int64_t>(values.size());
    std::string bytes = header(kind, {&count, 1});
    bytes.append(reinterpret_cast<const char*>(values.data()), values.size() * sizeof(T));
    return bytes;
}

/// Only what column() writes: the same words, a count, and as many numbers as it says.
template <class T>
Result<std::vector<T>> readColumn(std::string_view kind, std::string_view bytes, const std::string& where) {
    const auto wrong = [&](std::string what, std::string expected, std::string found) {
        return Error{std::move(what), where, std::move(expected), std::move(found)};
    };
    ByteReader reader(bytes);
    const auto magic = reader.piece(kMagic.size());
    if (!magic || *magic != kMagic) return wrong("not a NumPy array", "the mark of a .npy file", {});
    const auto length = reader.number<std::uint16_t>();
    const auto text = length ? reader.piece(*length) : std::nullopt;
    if (!text) return wrong("the array ends within its header", {}, {});
    const std::string start = fmt::format("{{'descr': '{}', 'fortran_order': False, 'shape': (", kind);
    std::uint64_t count = 0;
    if (text->starts_with(start)) {
        const char* from = text->data() + start.size();
        const char* end = text->data() + text->size();
        const auto [stop, code] = std::from_chars(from, end, count);
        if (code == std::errc() && std::string_view(stop, static_cast<std::size_t>(end - stop)).starts_with(",), }")) {
            if (count > reader.left() / sizeof(T) || reader.left() != count * sizeof(T))
                return wrong("the array has another length than it says", fmt::format("{} numbers", count),
                             fmt::format("{} bytes", reader.left()));
            std::vector<T> values(static_cast<std::size_t>(count));
            if (count > 0) std::memcpy(values.data(), reader.rest().data(), reader.left());
            return values;
        }
    }
    return wrong("not a column of the expected kind", fmt::format("one axis of {}", kind), {});
}

}  // namespace

std::string npyBytes(const Tensor& tensor) {
    const std::string_view kind = tensor.dtype() == DType::F32 ? "<f4" : tensor.dtype() == DType::F64 ? "<f8" : "<i4";
    std::string bytes = header(kind, tensor.shape().extents());
    bytes.append(reinterpret_cast<const char*>(tensor.bytes()), tensor.byteSize());
    return bytes;
}

std::string npyBytes(const std::vector<double>& values) { return column("<f8", values); }
std::string npyBytes(const std::vector<std::int64_t>& values) { return column("<i8", values); }

Result<std::vector<double>> npyDoubles(std::string_view bytes, const std::string& where) {
    return readColumn<double>("<f8", bytes, where);
}
Result<std::vector<std::int64_t>> npyIntegers(std::string_view bytes, const std::string& where) {
    return readColumn<std::int64_t>("<i8", bytes, where);
}

}  // namespace perceptarium::exchange
