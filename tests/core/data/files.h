// Files for tests of the readers: a folder of its own that goes away, and writers of small sets.
#pragma once

#include <gtest/gtest.h>

#include <array>
#include <cstdint>
#include <filesystem>
#include <fstream>
#include <string>
#include <string_view>

#include "data/prepare.h"

namespace perceptarium::tests {

class Folder {
public:
    Folder() {
        std::string name = (std::filesystem::temp_directory_path() / "perceptarium data é.XXXXXX").string();
        path_ = mkdtemp(name.data());
    }
    ~Folder() { std::filesystem::remove_all(path_); }
    Folder(const Folder&) = delete;
    Folder& operator=(const Folder&) = delete;

    std::string path(const std::string& name = {}) const { return (name.empty() ? path_ : path_ / name).string(); }
    /// Makes the folders above it too; returns the path.
    std::string write(const std::string& name, std::string_view bytes) const {
        std::filesystem::create_directories((path_ / name).parent_path());
        std::ofstream(path_ / name, std::ios::binary).write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
        return path(name);
    }

private:
    std::filesystem::path path_;
};

inline std::string bigEndian(std::uint32_t value) {
    std::string bytes;
    for (int shift = 24; shift >= 0; shift -= 8) bytes += static_cast<char>(value >> shift);
    return bytes;
}

/// An IDX file of bytes.
inline std::string idxBytes(const std::vector<std::uint32_t>& extents, const std::string& values) {
    std::string bytes{0, 0, 8, static_cast<char>(extents.size())};
    for (const auto extent : extents) bytes += bigEndian(extent);
    return bytes + values;
}

/// gzip with stored blocks (RFC 1951 and 1952): packs nothing, but is read like any other.
inline std::string gz(const std::string& plain) {
    std::string bytes{'\x1f', '\x8b', 8, 0, 0, 0, 0, 0, 0, 3};
    std::size_t at = 0;
    do {
        const std::size_t size = std::min<std::size_t>(plain.size() - at, 65535);
        const auto little = [&](std::size_t value) {
            bytes += static_cast<char>(value & 255);
            bytes += static_cast<char>(value >> 8 & 255);
        };
        bytes += static_cast<char>(at + size == plain.size() ? 1 : 0);
        little(size);
        little(~size & 0xFFFF);
        bytes += plain.substr(at, size);
        at += size;
    } while (at < plain.size());
    std::uint32_t crc = 0xFFFFFFFF;
    for (const char c : plain) {
        crc ^= static_cast<unsigned char>(c);
        for (int bit = 0; bit < 8; ++bit) crc = crc >> 1 ^ (crc & 1 ? 0xEDB88320u : 0);
    }
    for (const std::uint32_t value : {~crc, static_cast<std::uint32_t>(plain.size())})
        for (int shift = 0; shift < 32; shift += 8) bytes += static_cast<char>(value >> shift & 255);
    return bytes;
}

inline Result<data::DatasetPtr> load(const std::string& source, Settings settings, const std::string& path = {}) {
    const auto* spec = data::findSource(source);
    if (!spec) return Error{"no such source", source, {}, {}};
    if (!path.empty()) settings["path"] = path;
    auto complete = completeSettings(spec->settings, settings);
    if (!complete) return complete.error();
    return spec->load(*complete, {});
}

inline Result<data::PreparedPtr> prepared(const std::string& source, Settings settings, const std::string& path = {},
                                          const std::string& normalization = "standardize") {
    if (!path.empty()) settings["path"] = path;
    return data::prepare({source, std::move(settings), {}, normalization}, {});
}

/// The kind that a dropped path is taken for; "" when it is refused.
inline std::string kindOf(const std::string& path) {
    const auto kind = data::recognize(path);
    return kind ? (*kind)->id : std::string{};
}

inline bool noteHas(const data::DatasetInfo& info, std::string_view text) {
    for (const auto& note : info.notes)
        if (note.find(text) != std::string::npos) return true;
    return false;
}

/// Loading must stop soon after Cancel: asks at the first report of progress.
inline void expectCancels(const std::string& source, Settings settings, const std::string& path = {}) {
    const auto* spec = data::findSource(source);
    ASSERT_NE(spec, nullptr);
    if (!path.empty()) settings["path"] = path;
    std::stop_source stop;
    Progress progress;
    progress.stop = stop.get_token();
    int reports = 0;
    progress.report = [&](double fraction, std::string_view) {
        EXPECT_GE(fraction, 0);
        EXPECT_LE(fraction, 1.000001);
        if (++reports == 2) stop.request_stop();
    };
    const auto loaded = spec->load(*completeSettings(spec->settings, settings), progress);
    ASSERT_FALSE(loaded.has_value()) << source << " reported only " << reports << " times";
    EXPECT_TRUE(Progress::isCancelled(loaded.error())) << loaded.error().message();
}

}  // namespace perceptarium::tests

/// Loads or fails the test with the message.
#define LOAD(name, ...)                                                      \
    const auto name##Result = __VA_ARGS__;                                   \
    ASSERT_TRUE(name##Result.has_value()) << name##Result.error().message(); \
    const auto& name = **name##Result
