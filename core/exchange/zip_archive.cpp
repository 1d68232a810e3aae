#include "exchange/zip_archive.h"

#include <fmt/format.h>
#include <zip.h>

#include <algorithm>
#include <memory>

#include "exchange/byte_reader.h"

namespace perceptarium::exchange {
namespace {

struct Discard {
    void operator()(zip_t* archive) const { zip_discard(archive); }
    void operator()(zip_source_t* source) const { zip_source_free(source); }
    void operator()(zip_file_t* file) const { zip_fclose(file); }
};
template <class T>
using Owned = std::unique_ptr<T, Discard>;

/// Deflate cannot pack better than 1032 to 1 (RFC 1951: 258 bytes a match of two bits).
constexpr std::uint64_t kBestRatio = 1032;
constexpr std::size_t kChunk = 1 << 20;

Error archiveError(const std::string& where, std::string what, zip_t* archive) {
    return {std::move(what), where, {}, zip_strerror(archive)};
}

/// The count in the archive's end record, before libzip makes room for it. nullopt: no such record near the end.
std::optional<std::uint64_t> claimedEntries(std::string_view bytes) {
    const std::size_t tail = std::min<std::size_t>(bytes.size(), 65'557);  // the record and the longest comment
    const auto at = bytes.substr(bytes.size() - tail).rfind(std::string_view("PK\x05\x06", 4));
    if (at == std::string_view::npos) return std::nullopt;
    const std::size_t record = bytes.size() - tail + at;
    // The 64-bit form is for archives beyond what is read here; its counts can ask for any amount of memory.
    if (record >= 20 && bytes.substr(record - 20, 4) == std::string_view("PK\x06\x07", 4)) return std::nullopt;
    ByteReader reader(bytes.substr(record));
    if (!reader.piece(10)) return std::nullopt;
    const auto count = reader.number<std::uint16_t>();
    return count ? std::optional<std::uint64_t>(*count) : std::nullopt;
}

Result<std::string> readEntry(zip_t* archive, std::uint64_t index, const zip_stat_t& stat, const std::string& where) {
    const std::string place = where + ": " + stat.name;
    Owned<zip_file_t> file(zip_fopen_index(archive, index, 0));
    if (!file) return archiveError(place, "cannot be unpacked", archive);
    std::string bytes;
    while (bytes.size() < stat.size) {
        const std::size_t have = bytes.size();
        bytes.resize(std::min<std::uint64_t>(stat.size, have + std::max(kChunk, have)));
        const zip_int64_t got = zip_fread(file.get(), bytes.data() + have, bytes.size() - have);
        if (got <= 0)
            return Error{"cannot be unpacked", place, fmt::format("{} bytes", stat.size),
                         got < 0 ? zip_file_strerror(file.get()) : fmt::format("{} bytes", have)};
        bytes.resize(have + static_cast<std::size_t>(got));
    }
    char more = 0;  // reading to the end is what makes libzip compare the checksum
    if (zip_fread(file.get(), &more, 1) != 0) return Error{"cannot be unpacked", place, {}, zip_file_strerror(file.get())};
    return bytes;
}

}  // namespace

Result<std::string> zipBytes(const std::vector<ZipEntry>& entries) {
    zip_error_t error;
    zip_error_init(&error);
    Owned<zip_source_t> buffer(zip_source_buffer_create(nullptr, 0, 0, &error));
    if (!buffer) return Error{"the archive cannot be made", {}, {}, zip_error_strerror(&error)};
    zip_source_keep(buffer.get());  // closing the archive must leave the bytes to us
    Owned<zip_t> archive(zip_open_from_source(buffer.get(), ZIP_TRUNCATE, &error));
    if (!archive) {
        zip_source_free(buffer.get());
        return Error{"the archive cannot be made", {}, {}, zip_error_strerror(&error)};
    }
    for (const auto& entry : entries) {
        zip_source_t* source = zip_source_buffer(archive.get(), entry.bytes.data(), entry.bytes.size(), 0);
        const zip_int64_t index =
            source ? zip_file_add(archive.get(), entry.name.c_str(), source, ZIP_FL_ENC_UTF_8) : zip_int64_t{-1};
        if (index < 0) {
            zip_source_free(source);
            return archiveError(entry.name, "cannot be put into the archive", archive.get());
        }
        const auto place = static_cast<zip_uint64_t>(index);
        zip_set_file_compression(archive.get(), place, entry.compress ? ZIP_CM_DEFLATE : ZIP_CM_STORE, entry.compress ? 1 : 0);
        zip_file_set_dostime(archive.get(), place, 0, 0x21, 0);  // 1 January 1980: equal contents, equal bytes
    }
    if (zip_close(archive.get()) != 0) return archiveError({}, "the archive cannot be made", archive.get());
    static_cast<void>(archive.release());

    zip_stat_t stat;
    zip_stat_init(&stat);
    if (zip_source_stat(buffer.get(), &stat) != 0 || zip_source_open(buffer.get()) != 0)
        return Error{"the archive cannot be made", {}, {}, zip_error_strerror(zip_source_error(buffer.get()))};
    std::string bytes(stat.size, '\0');
    const zip_int64_t got = zip_source_read(buffer.get(), bytes.data(), bytes.size());
    zip_source_close(buffer.get());
    if (got != static_cast<zip_int64_t>(bytes.size())) return Error{"the archive cannot be made", {}, {}, {}};
    return bytes;
}

Result<std::map<std::string, std::string>> unzip(std::string_view bytes, const std::string& where, const ZipLimits& limits) {
    const auto claimed = claimedEntries(bytes);
    if (!claimed) return Error{"this is not a whole zip archive", where, "a list of its contents at the end", {}};
    if (*claimed > limits.entries)
        return Error{"too many parts in the archive", where, fmt::format("at most {}", limits.entries), std::to_string(*claimed)};
    zip_error_t error;
    zip_error_init(&error);
    zip_source_t* source = zip_source_buffer_create(bytes.data(), bytes.size(), 0, &error);
    if (!source) return Error{"the archive cannot be read", where, {}, zip_error_strerror(&error)};
    Owned<zip_t> archive(zip_open_from_source(source, ZIP_RDONLY | ZIP_CHECKCONS, &error));
    if (!archive) {
        zip_source_free(source);
        return Error{"the archive is damaged", where, {}, zip_error_strerror(&error)};
    }
    const zip_int64_t count = zip_get_num_entries(archive.get(), 0);
    if (count < 0 || static_cast<std::uint64_t>(count) > limits.entries)
        return Error{"too many parts in the archive", where, fmt::format("at most {}", limits.entries), std::to_string(count)};

    std::vector<zip_stat_t> stats(static_cast<std::size_t>(count));
    std::uint64_t total = 0;
    for (std::size_t i = 0; i < stats.size(); ++i) {
        zip_stat_t& stat = stats[i];
        zip_stat_init(&stat);
        constexpr zip_uint64_t wanted = ZIP_STAT_NAME | ZIP_STAT_SIZE | ZIP_STAT_COMP_SIZE;
        if (zip_stat_index(archive.get(), i, 0, &stat) != 0 || (stat.valid & wanted) != wanted)
            return archiveError(where, "the archive is damaged", archive.get());
        if (stat.comp_size > bytes.size() || stat.size > stat.comp_size * kBestRatio + 64)
            return Error{"a part of the archive says an impossible size", where + ": " + stat.name,
                         fmt::format("at most {} bytes from {}", stat.comp_size * kBestRatio, stat.comp_size),
                         fmt::format("{} bytes", stat.size)};
        if (stat.size > limits.entryBytes || stat.size > limits.totalBytes - total)
            return Error{"a part of the archive is too large", where + ": " + stat.name,
                         fmt::format("at most {} bytes, {} in all", limits.entryBytes, limits.totalBytes),
                         fmt::format("{} bytes", stat.size)};
        total += stat.size;
    }
    std::map<std::string, std::string> contents;
    for (std::size_t i = 0; i < stats.size(); ++i) {
        std::string part = PC_TRY(readEntry(archive.get(), i, stats[i], where));
        if (!contents.emplace(stats[i].name, std::move(part)).second)
            return Error{"two parts of the archive have the same name", where + ": " + stats[i].name, {}, {}};
    }
    return contents;
}

}  // namespace perceptarium::exchange
