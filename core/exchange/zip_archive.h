// A zip archive in memory, by libzip: written the same for the same contents, read with every size checked first.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace perceptarium::exchange {

struct ZipEntry {
    std::string name, bytes;
    bool compress = true;
};
Result<std::string> zipBytes(const std::vector<ZipEntry>& entries);

/// How large what is inside may be; all are checked before memory is asked for.
struct ZipLimits {
    std::uint64_t entries = 64;
    std::uint64_t entryBytes = std::uint64_t{2} << 30;
    std::uint64_t totalBytes = std::uint64_t{4} << 30;
};
/// All entries by name. `where` names the archive in errors.
Result<std::map<std::string, std::string>> unzip(std::string_view bytes, const std::string& where, const ZipLimits& limits);

}  // namespace perceptarium::exchange
