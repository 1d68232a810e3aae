#include "data/readers/idx.h"

#include <fmt/format.h>

#include <array>

#include "data/limits.h"

namespace perceptarium::data {

Result<IdxArray> readIdx(ByteStream& stream, const Progress& progress, double from, double to) {
    std::array<std::uint8_t, 4> head{};
    auto got = stream.read(head);
    if (!got) return got.error();
    if (*got < head.size() || head[0] != 0 || head[1] != 0)
        return Error{"this is no IDX file", stream.name() + ", byte 0", "two zero bytes, a type and a rank",
                     *got < head.size()
                         ? fmt::format("only {} bytes", *got)
                         : fmt::format("{:02x} {:02x} {:02x} {:02x}", head[0], head[1], head[2], head[3])};
    if (head[2] != 8)
        return Error{"IDX numbers of this type are not read", stream.name() + ", byte 2", "08 (unsigned bytes)",
                     fmt::format("{:02x}", head[2])};
    if (head[3] < 1 || head[3] > 4)
        return Error{"an IDX rank that is no set of pictures or labels", stream.name() + ", byte 3", "1 to 4",
                     std::to_string(head[3])};
    IdxArray array;
    std::uint64_t elements = 1;
    for (int axis = 0; axis < head[3]; ++axis) {
        std::array<std::uint8_t, 4> bytes{};
        got = stream.read(bytes);
        if (!got) return got.error();
        if (*got < bytes.size())
            return Error{"the file ends in its header", stream.name(), fmt::format("{} extents", head[3]),
                         fmt::format("{}", axis)};
        const std::uint64_t extent = std::uint64_t{bytes[0]} << 24 | bytes[1] << 16 | bytes[2] << 8 | bytes[3];
        const auto where = fmt::format("{}, byte {}", stream.name(), 4 + 4 * axis);
        if (extent == 0) return Error{"the set is empty", where, "an extent of 1 or more", "0"};
        if (elements > limits::setBytes() / extent)
            return Error{"the header claims more than is read",
                         where,
                         fmt::format("at most {} MiB", limits::setBytes() / limits::kMiB),
                         {}};
        elements *= extent;
        array.extents.push_back(static_cast<std::int64_t>(extent));
    }
    const std::uint64_t header = 4 + 4u * head[3];
    if (elements + header > stream.atMost())
        return Error{"the file is shorter than its header says", stream.name(),
                     fmt::format("{} bytes after the header", elements),
                     fmt::format("at most {}", stream.atMost() > header ? stream.atMost() - header : 0)};
    auto values = readExactly(stream, elements, progress, "Reading " + stream.name(), from, to);
    if (!values) return values.error();
    std::array<std::uint8_t, 1> more{};
    got = stream.read(more);
    if (!got) return got.error();
    if (*got != 0)
        return Error{"the file is longer than its header says",
                     fmt::format("{}, byte {}", stream.name(), header + elements), "the end of the file", "more bytes"};
    array.values = std::move(*values);
    return array;
}

}  // namespace perceptarium::data
