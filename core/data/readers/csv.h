// Tables as text: separator and header guessed or told, quotes as in RFC 4180, ragged rows left out and listed.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/progress.h"

namespace perceptarium::data {

struct CsvOptions {
    std::string separator = "auto";  ///< auto, comma, semicolon, tab, bar, space (runs of blanks)
    std::string header = "auto";     ///< auto, yes, no
};
const std::vector<std::string>& csvSeparators();  ///< the choices
const std::vector<std::string>& csvHeaders();

class CsvTable {
public:
    std::string file;                ///< for messages
    std::vector<std::string> names;  ///< of the columns; "column 3" where there is no header
    char separator = ',';
    bool hasHeader = false;
    std::vector<std::string> notes;  ///< rows left out, bytes taken as Latin-1

    std::size_t rows() const { return lines_.size(); }
    std::size_t columns() const { return names.size(); }
    /// Unquoted, without blanks around it (those inside quotes too: they carry no meaning in data).
    std::string_view cell(std::size_t row, std::size_t column) const {
        const Cell& at = cells_[row * names.size() + column];
        return {text_.data() + at.begin, at.size};
    }
    /// "file:line:column": the line in the file and the number of the column, both from 1.
    std::string place(std::size_t row, std::size_t column) const;
    std::size_t line(std::size_t row) const { return lines_[row]; }

private:
    friend Result<CsvTable> parseCsv(std::string, std::string, const CsvOptions&, const Progress&, double, double);
    struct Cell {
        std::uint32_t begin, size;
    };
    std::string text_;
    std::vector<Cell> cells_;
    std::vector<std::uint32_t> lines_;
};

/// `bytes` as they are in the file. Errors name file and line.
Result<CsvTable> parseCsv(std::string bytes, std::string file, const CsvOptions& options, const Progress& progress,
                          double from = 0, double to = 1);
/// The same from disk, plain or gz.
Result<CsvTable> readCsv(const std::string& path, const CsvOptions& options, const Progress& progress, double from = 0,
                         double to = 1);

/// A finite number as f32 holds it; a decimal comma is understood where the comma does not separate. False: no such
/// number.
bool parseNumber(std::string_view text, char separator, double& value);
/// "", NA, N/A, NaN, null, none, nil, ?, -: nothing was recorded.
bool isMissing(std::string_view text);

}  // namespace perceptarium::data
