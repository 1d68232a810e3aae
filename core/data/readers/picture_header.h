// What a picture file says about itself before anything is decoded: a lying header must not cost gigabytes.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>

#include "base/result.h"

namespace perceptarium::data {

enum class PictureFormat { Jpeg, Png, Bmp, Pnm, Tiff };

struct PictureHeader {
    PictureFormat format = PictureFormat::Jpeg;
    std::int64_t width = 0, height = 0;  ///< as stored, before an EXIF turn
    bool grey = false;                   ///< one channel
};

/// JPEG (JFIF/EXIF), PNG, BMP, PGM/PPM/PBM and TIFF, told by their first bytes. Also checks that all of the file is
/// there, by end marks, checksums or sizes: the decoders fill up what is missing, or complain on stderr. Error: no such
/// picture, too large, cut short or damaged.
Result<PictureHeader> readPictureHeader(std::span<const std::uint8_t> file, const std::string& where);

/// By the ending of the name: jpg, jpeg, png, bmp, pgm, ppm, pbm, pnm, tif, tiff.
bool namedLikePicture(const std::string& path);

}  // namespace perceptarium::data
