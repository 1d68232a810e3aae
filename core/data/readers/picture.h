// A picture file as pixels of the size that a network takes.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "data/readers/picture_header.h"

namespace perceptarium::data {

/// How pictures of any size become pictures of one size.
struct PictureShape {
    std::int64_t width = 64, height = 64;
    bool colour = true;        ///< red, green, blue; otherwise one channel of grey
    std::string fit = "crop";  ///< "crop": the middle, "stretch": all of it, "pad": all of it, with black beside
    std::int64_t channels() const { return colour ? 3 : 1; }
    std::int64_t bytes() const { return width * height * channels(); }
};

/// Decodes, turns as EXIF says, resizes; writes [height, width, channels] to `pixels`. Error: the file is damaged.
Status decodePicture(std::span<const std::uint8_t> file, const std::string& where, const PictureShape& shape,
                     std::span<std::uint8_t> pixels);

/// The same from disk.
Status loadPicture(const std::string& path, const PictureShape& shape, std::span<std::uint8_t> pixels);

/// The whole file in `buffer` (reused), checked against the limit.
Status readPictureFile(const std::string& path, std::vector<std::uint8_t>& buffer);

}  // namespace perceptarium::data
