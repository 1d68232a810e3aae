#include "data/readers/cifar.h"

#include <fmt/format.h>

#include "data/limits.h"

namespace perceptarium::data {

Status readCifar(ByteStream& stream, std::vector<std::uint8_t>& pixels, std::vector<std::int32_t>& labels,
                 const Progress& progress, double from, double to) {
    std::vector<std::uint8_t> record(static_cast<std::size_t>(kCifarRecord));
    const double expected = std::max(1.0, static_cast<double>(stream.atMost()) / static_cast<double>(kCifarRecord));
    for (std::int64_t number = 0;; ++number) {
        if (number % 64 == 0) {
            if (progress.cancelled()) return Progress::cancelledError();
            progress.report(from + (to - from) * std::min(1.0, static_cast<double>(number) / expected),
                            "Reading " + stream.name());
        }
        const auto got = stream.read(record);
        if (!got) return got.error();
        if (*got == 0) {
            if (number == 0) return Error{"the file is empty", stream.name(), "records of 3,073 bytes", "0 bytes"};
            return {};
        }
        const auto where = fmt::format("{}, byte {}", stream.name(), number * kCifarRecord);
        if (*got < record.size())
            return Error{"the last record is not whole", where, fmt::format("{} bytes", kCifarRecord),
                         fmt::format("{}", *got)};
        if (record[0] >= kCifarClasses)
            return Error{"a label that CIFAR-10 does not have", where, "0 to 9", std::to_string(record[0])};
        if (pixels.size() + static_cast<std::size_t>(kCifarPixels) > limits::setBytes())
            return Error{"the set is larger than is read",
                         where,
                         fmt::format("at most {} MiB", limits::setBytes() / limits::kMiB),
                         {}};
        labels.push_back(record[0]);
        const std::size_t plane = static_cast<std::size_t>(kCifarPixels / 3), begin = pixels.size();
        pixels.resize(begin + 3 * plane);
        for (std::size_t i = 0; i < plane; ++i)
            for (std::size_t c = 0; c < 3; ++c) pixels[begin + 3 * i + c] = record[1 + c * plane + i];
    }
}

}  // namespace perceptarium::data
