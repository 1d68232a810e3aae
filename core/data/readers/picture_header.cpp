#include "data/readers/picture_header.h"

#include <fmt/format.h>
#include <zlib.h>

#include <algorithm>
#include <array>
#include <cctype>
#include <filesystem>

#include "data/limits.h"

namespace perceptarium::data {
namespace {

using Bytes = std::span<const std::uint8_t>;

bool startsWith(Bytes file, std::initializer_list<int> head) {
    return file.size() >= head.size() &&
           std::equal(head.begin(), head.end(), file.begin(), [](int want, std::uint8_t have) { return want == have; });
}
std::uint32_t big(Bytes file, std::size_t at, int count) {
    std::uint32_t value = 0;
    for (int i = 0; i < count; ++i) value = value << 8 | file[at + static_cast<std::size_t>(i)];
    return value;
}
std::uint32_t little(Bytes file, std::size_t at, int count) {
    std::uint32_t value = 0;
    for (int i = count - 1; i >= 0; --i) value = value << 8 | file[at + static_cast<std::size_t>(i)];
    return value;
}
Error cutShort(const std::string& where, std::size_t at) {
    return {"the picture file is cut short or damaged", where, "more data", fmt::format("the end at byte {}", at)};
}

/// ITU T.81, annex B: segments of a marker and a length up to the scan; its end mark must follow.
Result<PictureHeader> jpeg(Bytes file, const std::string& where) {
    PictureHeader header{PictureFormat::Jpeg, 0, 0, false};
    std::size_t at = 2;
    while (true) {
        if (at + 4 > file.size()) return cutShort(where, file.size());
        if (file[at] != 0xFF)
            return Error{"the picture file is damaged", fmt::format("{}, byte {}", where, at), "a JPEG marker",
                         fmt::format("{:02x}", file[at])};
        const std::uint8_t marker = file[at + 1];
        if (marker == 0xFF) {  // fill byte
            ++at;
            continue;
        }
        const std::size_t length = big(file, at + 2, 2);
        if (length < 2 || at + 2 + length > file.size()) return cutShort(where, file.size());
        const bool frame = marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC;
        if (frame && length >= 8) {
            header.height = big(file, at + 5, 2);
            header.width = big(file, at + 7, 2);
            header.grey = file[at + 9] == 1;
        }
        at += 2 + length;
        if (marker == 0xDA) break;  // start of scan: the pictures' own data
    }
    for (std::size_t end = file.size(); end >= at + 2; --end)
        if (file[end - 2] == 0xFF && file[end - 1] == 0xD9) return header;
    return cutShort(where, file.size());
}

/// W3C PNG, 5 and 11.2: the header chunk is first, the end chunk last, and each carries a checksum.
Result<PictureHeader> png(Bytes file, const std::string& where) {
    if (file.size() < 33) return cutShort(where, file.size());
    PictureHeader header{PictureFormat::Png, big(file, 16, 4), big(file, 20, 4), file[25] == 0 || file[25] == 4};
    constexpr std::array<std::uint8_t, 4> kEnd = {'I', 'E', 'N', 'D'};
    for (std::size_t at = 8; at + 12 <= file.size();) {
        const std::size_t length = big(file, at, 4);
        if (length > file.size() - at - 12) break;
        if (crc32(0, file.data() + at + 4, static_cast<uInt>(length + 4)) != big(file, at + 8 + length, 4))
            return Error{"the picture file is damaged",
                         fmt::format("{}, byte {}", where, at),
                         "a part that fits its checksum",
                         {}};
        if (std::equal(kEnd.begin(), kEnd.end(), file.begin() + static_cast<std::ptrdiff_t>(at) + 4)) return header;
        at += 12 + length;
    }
    return cutShort(where, file.size());
}

Result<PictureHeader> bmp(Bytes file, const std::string& where) {
    if (file.size() < 30) return cutShort(where, file.size());
    if (little(file, 14, 4) == 12)
        return PictureHeader{PictureFormat::Bmp, little(file, 18, 2), little(file, 20, 2), false};
    const std::int64_t width = std::abs(std::int64_t{static_cast<std::int32_t>(little(file, 18, 4))});
    const std::int64_t height = std::abs(std::int64_t{static_cast<std::int32_t>(little(file, 22, 4))});
    const std::uint32_t packing = file.size() >= 34 ? little(file, 30, 4) : 0;
    const std::int64_t row = (width * little(file, 28, 2) + 31) / 32 * 4;
    const bool plain = packing == 0 || packing == 3;
    if (plain && row > 0 &&
        height > (static_cast<std::int64_t>(file.size()) - static_cast<std::int64_t>(little(file, 10, 4))) / row)
        return cutShort(where, file.size());
    return PictureHeader{PictureFormat::Bmp, width, height, false};
}

/// Netpbm: P1 … P6, then width, height and (but for bitmaps) the largest value as text, with comments from # to the
/// line's end; then, for P4 … P6, one blank and the pixels.
Result<PictureHeader> pnm(Bytes file, const std::string& where) {
    std::size_t at = 2;
    const bool bits = file[1] == '1' || file[1] == '4';
    std::array<std::int64_t, 3> numbers{0, 0, 1};
    for (std::int64_t& number : std::span(numbers).first(bits ? 2 : 3)) {
        while (at < file.size() && (std::isspace(file[at]) || file[at] == '#')) {
            if (file[at] == '#')
                while (at < file.size() && file[at] != '\n') ++at;
            else
                ++at;
        }
        if (at >= file.size() || !std::isdigit(file[at]))
            return Error{"the picture file is damaged",
                         fmt::format("{}, byte {}", where, at),
                         "width, height and largest value as text",
                         {}};
        for (number = 0; at < file.size() && std::isdigit(file[at]); ++at)
            number = std::min<std::int64_t>(number * 10 + (file[at] - '0'), 1'000'000'000);
    }
    const auto [width, height, largest] = numbers;
    const std::int64_t row = bits ? (width + 7) / 8 : width * (file[1] == '6' ? 3 : 1) * (largest > 255 ? 2 : 1);
    if (file[1] >= '4' && row > 0 &&
        height > (static_cast<std::int64_t>(file.size()) - static_cast<std::int64_t>(at) - 1) / row)
        return cutShort(where, file.size());
    return PictureHeader{PictureFormat::Pnm, width, height, file[1] != '3' && file[1] != '6'};
}

/// TIFF 6.0: the first directory's entries 256 (width), 257 (height), 277 (samples).
Result<PictureHeader> tiff(Bytes file, const std::string& where) {
    const bool intel = file[0] == 'I';
    const auto number = [&](std::size_t at, int count) {
        return intel ? little(file, at, count) : big(file, at, count);
    };
    const std::size_t begin = number(4, 4);
    if (begin + 2 > file.size()) return cutShort(where, file.size());
    const std::size_t entries = number(begin, 2);
    PictureHeader header{PictureFormat::Tiff, 0, 0, true};
    for (std::size_t i = 0; i < entries; ++i) {
        const std::size_t at = begin + 2 + 12 * i;
        if (at + 12 > file.size()) return cutShort(where, file.size());
        const std::uint32_t tag = number(at, 2), value = number(at + 2, 2) == 3 ? number(at + 8, 2) : number(at + 8, 4);
        if (tag == 256) header.width = value;
        if (tag == 257) header.height = value;
        if (tag == 277) header.grey = value == 1;
    }
    return header;
}

Result<PictureHeader> anyFormat(Bytes file, const std::string& where) {
    if (startsWith(file, {0xFF, 0xD8, 0xFF})) return jpeg(file, where);
    if (startsWith(file, {0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'})) return png(file, where);
    if (startsWith(file, {'B', 'M'})) return bmp(file, where);
    if (file.size() > 8 && (startsWith(file, {'I', 'I', 42, 0}) || startsWith(file, {'M', 'M', 0, 42})))
        return tiff(file, where);
    if (file.size() > 3 && file[0] == 'P' && file[1] >= '1' && file[1] <= '6' && std::isspace(file[2]))
        return pnm(file, where);
    return Error{"this is no picture that is read here", where, "JPEG, PNG, BMP, PGM or TIFF",
                 file.empty() ? "an empty file"
                              : fmt::format("a file that begins with {:02x}",
                                            fmt::join(file.first(std::min<std::size_t>(file.size(), 4)), " "))};
}

}  // namespace

Result<PictureHeader> readPictureHeader(std::span<const std::uint8_t> file, const std::string& where) {
    auto header = anyFormat(file, where);
    if (!header) return header;
    if (header->width < 1 || header->height < 1)
        return Error{"the picture has no size", where, "sides of 1 pixel or more",
                     fmt::format("{}×{}", header->width, header->height)};
    if (header->width > limits::kPictureSide || header->height > limits::kPictureSide ||
        header->width * header->height > limits::kPicturePixels)
        return Error{"the picture is larger than is read", where,
                     fmt::format("sides up to {} and {} million pixels", limits::kPictureSide,
                                 limits::kPicturePixels / 1'000'000),
                     fmt::format("{}×{}", header->width, header->height)};
    return header;
}

bool namedLikePicture(const std::string& path) {
    std::string ending = std::filesystem::path(path).extension().string();
    for (char& c : ending) c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
    for (const char* known : {".jpg", ".jpeg", ".png", ".bmp", ".pgm", ".ppm", ".pbm", ".pnm", ".tif", ".tiff"})
        if (ending == known) return true;
    return false;
}

}  // namespace perceptarium::data
