// Bytes in order, from a file (plain or gz) or from memory: what the readers of binary files read from.
#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <vector>

#include "base/progress.h"
#include "base/result.h"

namespace perceptarium::data {

class ByteStream {
public:
    explicit ByteStream(std::string name) : name_(std::move(name)) {}
    virtual ~ByteStream() = default;
    /// Fills `into`; fewer bytes come only at the end. Error: the file cannot be read or unpacked.
    virtual Result<std::size_t> read(std::span<std::uint8_t> into) = 0;
    /// No more bytes than this can come in all: for checks before memory is asked for.
    virtual std::uint64_t atMost() const = 0;
    /// For error messages: the path.
    const std::string& name() const { return name_; }

private:
    std::string name_;
};

class MemoryStream : public ByteStream {
public:
    MemoryStream(std::string name, std::span<const std::uint8_t> bytes) : ByteStream(std::move(name)), bytes_(bytes) {}
    Result<std::size_t> read(std::span<std::uint8_t> into) override;
    std::uint64_t atMost() const override { return bytes_.size(); }

private:
    std::span<const std::uint8_t> bytes_;
    std::size_t at_ = 0;
};

/// gz is recognized by its first bytes, not by the name. Only regular files: a pipe could block for ever.
Result<std::unique_ptr<ByteStream>> openStream(const std::string& path);

/// Exactly `count` bytes, read in pieces with progress and Cancel. `count` must have been checked against atMost().
Result<std::vector<std::uint8_t>> readExactly(ByteStream& stream, std::uint64_t count, const Progress& progress,
                                              const std::string& what, double from = 0, double to = 1);

/// A whole file, plain or gz. Error: larger than `most` bytes.
Result<std::string> readWhole(const std::string& path, std::uint64_t most, const Progress& progress, double from = 0,
                              double to = 1);

/// The first bytes of a file (unpacked), at most `count`; empty when it cannot be read. For recognizing kinds.
std::string firstBytes(const std::string& path, std::size_t count);

}  // namespace perceptarium::data
