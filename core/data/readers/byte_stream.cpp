#include "data/readers/byte_stream.h"

#include <zlib.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <filesystem>

#include "data/limits.h"

namespace perceptarium::data {
namespace {

constexpr std::size_t kPiece = 1 << 20;

/// zlib's gz functions read plain files too, as they are.
class FileStream : public ByteStream {
public:
    FileStream(const std::string& path, gzFile file, std::uint64_t size)
        : ByteStream(path), file_(file, gzclose_r), size_(size) {}

    Result<std::size_t> read(std::span<std::uint8_t> into) override {
        std::size_t done = 0;
        while (done < into.size()) {
            const auto piece = static_cast<unsigned>(std::min<std::size_t>(into.size() - done, 1u << 30));
            const int got = gzread(file_.get(), into.data() + done, piece);
            int code = Z_OK;
            const char* text = gzerror(file_.get(), &code);
            if (code == Z_ERRNO) return Error{"the file cannot be read", name(), {}, std::strerror(errno)};
            if (got < 0 || (code != Z_OK && code != Z_STREAM_END))
                return Error{"the packed file is damaged or cut short",
                             name() + ", after byte " + std::to_string(total_ + done), "gz data up to its end mark",
                             text};
            if (got == 0) break;
            done += static_cast<std::size_t>(got);
        }
        total_ += done;
        return done;
    }
    std::uint64_t atMost() const override { return gzdirect(file_.get()) ? size_ : size_ * limits::kDeflateRatio; }

private:
    std::unique_ptr<gzFile_s, int (*)(gzFile)> file_;
    std::uint64_t size_, total_ = 0;
};

}  // namespace

Result<std::size_t> MemoryStream::read(std::span<std::uint8_t> into) {
    const std::size_t count = std::min(into.size(), bytes_.size() - at_);
    std::copy_n(bytes_.begin() + static_cast<std::ptrdiff_t>(at_), count, into.begin());
    at_ += count;
    return count;
}

Result<std::unique_ptr<ByteStream>> openStream(const std::string& path) {
    std::error_code failure;
    const auto status = std::filesystem::status(path, failure);
    if (!std::filesystem::exists(status)) return Error{"there is no such file", path, {}, {}};
    if (std::filesystem::is_directory(status)) return Error{"this is a folder", path, "a file", {}};
    if (!std::filesystem::is_regular_file(status)) return Error{"this is no regular file", path, "a file on disk", {}};
    const auto size = std::filesystem::file_size(path, failure);
    if (failure) return Error{"the file cannot be read", path, {}, failure.message()};
    const gzFile file = gzopen(path.c_str(), "rb");
    if (!file) return Error{"the file cannot be opened", path, {}, std::strerror(errno)};
    gzbuffer(file, 256 * 1024);
    return std::unique_ptr<ByteStream>(std::make_unique<FileStream>(path, file, size));
}

Result<std::vector<std::uint8_t>> readExactly(ByteStream& stream, std::uint64_t count, const Progress& progress,
                                              const std::string& what, double from, double to) {
    std::vector<std::uint8_t> bytes(static_cast<std::size_t>(count));
    for (std::size_t at = 0; at < bytes.size(); at += kPiece) {
        if (progress.cancelled()) return Progress::cancelledError();
        progress.report(from + (to - from) * static_cast<double>(at) / static_cast<double>(count), what);
        const auto piece = std::min(kPiece, bytes.size() - at);
        const auto got = stream.read(std::span(bytes).subspan(at, piece));
        if (!got) return got.error();
        if (*got < piece)
            return Error{"the file ends too early", stream.name(), std::to_string(count) + " bytes of data",
                         std::to_string(at + *got) + " bytes"};
    }
    return bytes;
}

Result<std::string> readWhole(const std::string& path, std::uint64_t most, const Progress& progress, double from,
                              double to) {
    auto stream = openStream(path);
    if (!stream) return stream.error();
    std::error_code ignored;
    const auto onDisk = static_cast<double>(std::max<std::uintmax_t>(std::filesystem::file_size(path, ignored), 1));
    std::string all;
    for (std::size_t have = 0;;) {
        if (progress.cancelled()) return Progress::cancelledError();
        progress.report(from + (to - from) * std::min(1.0, static_cast<double>(have) / onDisk), "Reading " + path);
        all.resize(have + kPiece);
        const auto got = (*stream)->read({reinterpret_cast<std::uint8_t*>(all.data()) + have, kPiece});
        if (!got) return got.error();
        have += *got;
        if (have > most)
            return Error{"the file is too large", path, "at most " + std::to_string(most / limits::kMiB) + " MiB", {}};
        if (*got < kPiece) {
            all.resize(have);
            return all;
        }
    }
}

std::string firstBytes(const std::string& path, std::size_t count) {
    auto stream = openStream(path);
    if (!stream) return {};
    std::string bytes(count, '\0');
    const auto got = (*stream)->read({reinterpret_cast<std::uint8_t*>(bytes.data()), count});
    bytes.resize(got ? *got : 0);
    return bytes;
}

}  // namespace perceptarium::data
