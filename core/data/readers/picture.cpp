#include "data/readers/picture.h"

#include <fmt/format.h>

#include <algorithm>
#include <cerrno>
#include <cmath>
#include <cstdio>
#include <cstring>
#include <filesystem>
#include <memory>
#include <opencv2/core/utils/logger.hpp>
#include <opencv2/imgcodecs.hpp>
#include <opencv2/imgproc.hpp>

#include "base/check.h"
#include "data/limits.h"

namespace perceptarium::data {
namespace {

/// JPEG decodes at a half, quarter or eighth for a fraction of the time; twice the wanted size is kept for a clean
/// resize.
int readMode(const PictureHeader& header, const PictureShape& shape) {
    int reduction = 1;
    if (header.format == PictureFormat::Jpeg) {
        const auto side = std::min(header.width, header.height), wanted = 2 * std::max(shape.width, shape.height);
        while (reduction < 8 && side / (2 * reduction) >= wanted) reduction *= 2;
    }
    if (shape.colour)
        return reduction == 8   ? cv::IMREAD_REDUCED_COLOR_8
               : reduction == 4 ? cv::IMREAD_REDUCED_COLOR_4
               : reduction == 2 ? cv::IMREAD_REDUCED_COLOR_2
                                : cv::IMREAD_COLOR;
    return reduction == 8   ? cv::IMREAD_REDUCED_GRAYSCALE_8
           : reduction == 4 ? cv::IMREAD_REDUCED_GRAYSCALE_4
           : reduction == 2 ? cv::IMREAD_REDUCED_GRAYSCALE_2
                            : cv::IMREAD_GRAYSCALE;
}

/// Averages when it shrinks, interpolates when it enlarges.
void resizeInto(const cv::Mat& from, cv::Mat to) {
    const bool shrinks = from.cols >= to.cols && from.rows >= to.rows;
    cv::resize(from, to, to.size(), 0, 0, shrinks ? cv::INTER_AREA : cv::INTER_LINEAR);
}

/// The largest rectangle of sides in the ratio a : b that lies in the middle of width × height.
cv::Rect middle(int width, int height, double a, double b) {
    const int w = std::clamp(static_cast<int>(std::lround(std::min<double>(width, height * a / b))), 1, width);
    const int h = std::clamp(static_cast<int>(std::lround(std::min<double>(height, width * b / a))), 1, height);
    return {(width - w) / 2, (height - h) / 2, w, h};
}

}  // namespace

Status decodePicture(std::span<const std::uint8_t> file, const std::string& where, const PictureShape& shape,
                     std::span<std::uint8_t> pixels) {
    CHECK(static_cast<std::int64_t>(pixels.size()) == shape.bytes(), "the place for the pixels has another size");
    const auto header = readPictureHeader(file, where);
    if (!header) return header.error();
    static const auto silent =
        cv::utils::logging::setLogLevel(cv::utils::logging::LOG_LEVEL_SILENT);  // errors are returned
    static_cast<void>(silent);
    try {
        const cv::Mat encoded(1, static_cast<int>(file.size()), CV_8U, const_cast<std::uint8_t*>(file.data()));
        const cv::Mat picture = cv::imdecode(encoded, readMode(*header, shape));
        if (picture.empty() || picture.depth() != CV_8U || picture.channels() != shape.channels())
            return Error{"the picture cannot be decoded", where, "a whole JPEG, PNG, BMP, PGM or TIFF file", {}};
        const int width = static_cast<int>(shape.width), height = static_cast<int>(shape.height);
        cv::Mat to(height, width, shape.colour ? CV_8UC3 : CV_8UC1, pixels.data());
        if (shape.fit == "stretch") {
            resizeInto(picture, to);
        } else if (shape.fit == "pad") {
            to.setTo(cv::Scalar::all(0));
            resizeInto(picture, to(middle(width, height, picture.cols, picture.rows)));
        } else {
            resizeInto(picture(middle(picture.cols, picture.rows, width, height)), to);
        }
        if (shape.colour) cv::cvtColor(to, to, cv::COLOR_BGR2RGB);
        CHECK(to.data == pixels.data(), "OpenCV took other memory");
    } catch (const cv::Exception& failure) {
        return Error{"the picture cannot be decoded", where, "a whole JPEG, PNG, BMP, PGM or TIFF file", failure.err};
    }
    return {};
}

Status readPictureFile(const std::string& path, std::vector<std::uint8_t>& buffer) {
    std::error_code failure;
    if (!std::filesystem::is_regular_file(path, failure))
        return Error{"there is no such file any more", path, {}, failure.message()};
    const auto size = std::filesystem::file_size(path, failure);
    if (failure) return Error{"the file cannot be read", path, {}, failure.message()};
    if (size > limits::kPictureBytes)
        return Error{"the picture file is too large",
                     path,
                     fmt::format("at most {} MiB", limits::kPictureBytes / limits::kMiB),
                     {}};
    const std::unique_ptr<std::FILE, int (*)(std::FILE*)> file(std::fopen(path.c_str(), "rb"), std::fclose);
    if (!file) return Error{"the file cannot be opened", path, {}, std::strerror(errno)};
    buffer.resize(size);
    buffer.resize(std::fread(buffer.data(), 1, size, file.get()));
    if (std::ferror(file.get())) return Error{"the file cannot be read", path, {}, std::strerror(errno)};
    return {};
}

Status loadPicture(const std::string& path, const PictureShape& shape, std::span<std::uint8_t> pixels) {
    static thread_local std::vector<std::uint8_t> buffer;
    if (auto read = readPictureFile(path, buffer); !read) return read;
    auto decoded = decodePicture(buffer, path, shape, pixels);
    if (buffer.capacity() > (std::size_t{8} << 20)) buffer = {};
    return decoded;
}

}  // namespace perceptarium::data
