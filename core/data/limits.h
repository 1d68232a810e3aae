// What the readers accept at most. Each limit is checked before memory is asked for, and named in the error.
//
//   what                          limit              why
//   sets kept in memory           4 GiB              IDX and CIFAR (as bytes, a quarter of f32), tables, texts; may be set
//   side of a picture in a file   16,384 pixels      a header can claim anything
//   pixels of a picture           100 million
//   size of a picture file        256 MiB
//   side of a loaded picture      1,024 pixels       networks here take small pictures
//   files of a folder             5 million
//   CSV file                      1 GiB
//   cells of a CSV file           60 million         12 bytes each, beside the text
//   columns of a CSV file         10,000
//   inputs after one-hot          20,000
//   classes                       10,000
//   text file                     256 MiB
//   texts of a set                2 million
//   words of a vocabulary         1 million
//   words of one text             4,096              more are cut off, and noted
//   gz                            1,032 times        what deflate can pack at best; a header claiming more lies
#pragma once

#include <cstdint>

namespace perceptarium::data::limits {

constexpr std::uint64_t kMiB = 1024 * 1024;
constexpr std::uint64_t kUsualSetBytes = 4096 * kMiB;
/// What a set that is kept in memory as a whole may take, from the next loading on: a property of the machine, as the number
/// of its cores is. Any thread may ask.
std::uint64_t setBytes();
void limitSetBytes(std::uint64_t bytes);
constexpr std::int64_t kPictureSide = 16384;
constexpr std::int64_t kPicturePixels = 100'000'000;
constexpr std::uint64_t kPictureBytes = 256 * kMiB;
constexpr std::int64_t kLoadedSide = 1024;
constexpr std::int64_t kFiles = 5'000'000;
constexpr std::uint64_t kTableBytes = 1024 * kMiB;
constexpr std::int64_t kTableCells = 60'000'000;
constexpr std::int64_t kTableColumns = 10'000;
constexpr std::int64_t kTableInputs = 20'000;
constexpr std::int64_t kClasses = 10'000;
constexpr std::uint64_t kTextBytes = 256 * kMiB;
constexpr std::int64_t kTexts = 2'000'000;
constexpr std::int64_t kVocabulary = 1'000'000;
constexpr std::int64_t kTextWords = 4096;
constexpr std::uint64_t kDeflateRatio = 1032;

}  // namespace perceptarium::data::limits
