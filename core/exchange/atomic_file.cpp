// Write beside, fsync, rename: POSIX promises that rename() swaps the whole file at once.
#include "exchange/atomic_file.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <filesystem>

#include "base/work_scope.h"

namespace perceptarium::exchange {
namespace {

/// Closes when it goes out of scope; -1 is none.
class Descriptor {
public:
    explicit Descriptor(int fd) : fd_(fd) {}
    ~Descriptor() { close(); }
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;
    int get() const { return fd_; }
    int close() {
        const int result = fd_ < 0 ? 0 : ::close(fd_);
        fd_ = -1;
        return result;
    }

private:
    int fd_;
};

Error systemError(const std::string& path, const std::string& what, int number) {
    return {what, path, {}, std::strerror(number)};
}

constexpr std::size_t kAtOnce = 4u << 20;  ///< bytes between two looks at whether to stop

bool writeAll(int fd, std::string_view bytes) {
    const auto whole = static_cast<double>(bytes.size());
    while (!bytes.empty() && WorkScope::check()) {
        WorkScope::report(1 - static_cast<double>(bytes.size()) / whole);
        const ssize_t written = ::write(fd, bytes.data(), std::min(bytes.size(), kAtOnce));
        if (written < 0 && errno == EINTR) continue;
        if (written <= 0) {
            if (written == 0) errno = EIO;
            return false;
        }
        bytes.remove_prefix(static_cast<std::size_t>(written));
    }
    return true;
}

mode_t maskOfProcess() {
    const mode_t mask = ::umask(0);  // there is no way to read it without setting it
    ::umask(mask);
    return mask;
}

}  // namespace

Status checkPlaceFor(const std::string& path) {
    const auto parent = std::filesystem::path(path).parent_path();
    const std::string folder = parent.empty() ? "." : parent.string();
    std::error_code ignored;
    if (!std::filesystem::is_directory(folder, ignored)) return Error{"there is no such folder", path, {}, {}};
    if (std::filesystem::is_directory(path, ignored)) return Error{"cannot be written", path, "a file", "a folder"};
    if (::access(folder.c_str(), W_OK) != 0) return systemError(path, "cannot be written", errno);
    return {};
}

Status writeFileAtomically(const std::string& path, std::string_view bytes) {
    std::error_code code;
    std::filesystem::path target = path;
    if (std::filesystem::is_symlink(target, code)) {
        const auto real = std::filesystem::weakly_canonical(target, code);
        if (!code) target = real;
    }
    struct stat old{};
    const bool exists = ::stat(target.c_str(), &old) == 0;
    if (exists && !S_ISREG(old.st_mode))
        return Error{"cannot be written", path, "a file", S_ISDIR(old.st_mode) ? "a folder" : "a device or a pipe"};

    std::string beside = target.string() + ".XXXXXX";
    Descriptor file(::mkostemp(beside.data(), O_CLOEXEC));
    if (file.get() < 0) return systemError(path, "cannot be written", errno);

    int failure = 0;
    static const mode_t mask = maskOfProcess();
    const mode_t mode = exists ? (old.st_mode & 07777) : (0666 & ~mask);
    if (::fchmod(file.get(), mode) != 0 || !writeAll(file.get(), bytes) || ::fsync(file.get()) != 0) failure = errno;
    if (file.close() != 0 && failure == 0) failure = errno;
    if (const Status going = WorkScope::check(); !going) {
        ::unlink(beside.c_str());
        return going;
    }
    if (failure == 0 && ::rename(beside.c_str(), target.c_str()) != 0) failure = errno;
    if (failure != 0) {
        ::unlink(beside.c_str());
        return systemError(path, exists ? "could not be saved; the old file is unchanged" : "could not be saved", failure);
    }
    // The new name is in the folder only once the folder itself is on the disk. Some file systems refuse; that is theirs.
    const std::string folder = target.has_parent_path() ? target.parent_path().string() : ".";
    Descriptor directory(::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    if (directory.get() >= 0) ::fsync(directory.get());
    return {};
}

Result<std::string> readWholeFile(const std::string& path, std::uint64_t maximum) {
    Descriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK));
    if (file.get() < 0) return systemError(path, "cannot be read", errno);
    struct stat info{};
    if (::fstat(file.get(), &info) != 0) return systemError(path, "cannot be read", errno);
    if (!S_ISREG(info.st_mode))
        return Error{"cannot be read", path, "a file", S_ISDIR(info.st_mode) ? "a folder" : "a device or a pipe"};
    const auto size = static_cast<std::uint64_t>(info.st_size);
    if (size > maximum)
        return Error{"the file is too large", path, fmt::format("at most {} bytes", maximum), fmt::format("{} bytes", size)};

    std::string bytes(size, '\0');
    std::size_t have = 0;
    while (have < bytes.size()) {
        PC_TRY(WorkScope::check());
        WorkScope::report(static_cast<double>(have) / static_cast<double>(size));
        const ssize_t got = ::read(file.get(), bytes.data() + have, std::min(bytes.size() - have, kAtOnce));
        if (got < 0 && errno == EINTR) continue;
        if (got < 0) return systemError(path, "cannot be read", errno);
        if (got == 0) break;  // it became shorter while we read
        have += static_cast<std::size_t>(got);
    }
    bytes.resize(have);
    return bytes;
}

}  // namespace perceptarium::exchange
