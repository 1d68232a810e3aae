#include "data/readers/csv.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <cmath>
#include <map>
#include <unordered_set>

#include "base/counted.h"
#include "data/limits.h"
#include "data/readers/byte_stream.h"
#include "data/readers/words.h"

namespace perceptarium::data {
namespace {

constexpr std::size_t kSample = 64 * 1024;  ///< bytes looked at to guess the separator
constexpr std::size_t kMostField = 1 << 20;

bool isBlank(char c) { return c == ' ' || c == '\t'; }

/// Reads record after record; quoted fields are unquoted where they stand, which only ever makes them shorter.
class Scanner {
public:
    struct Field {
        std::size_t begin, size;
    };
    Scanner(char* text, std::size_t size, char separator) : text_(text), size_(size), separator_(separator) {}

    bool atEnd() const { return at_ >= size_; }
    std::size_t line() const { return line_; }
    std::size_t position() const { return at_; }

    /// The next line's fields; none for a blank line. False: a quote was never closed.
    bool record(std::vector<Field>& fields) {
        fields.clear();
        if (separator_ == ' ') skipBlanks();
        if (endsLine()) {
            endLine();
            return true;
        }
        while (true) {
            Field field{};
            if (!oneField(field)) return false;
            fields.push_back(field);
            if (separator_ == ' ') skipBlanks();
            if (endsLine()) break;
            if (separator_ != ' ') ++at_;  // the separator
        }
        endLine();
        return true;
    }

private:
    bool endsLine() const { return at_ >= size_ || text_[at_] == '\n' || text_[at_] == '\r'; }
    void endLine() {
        if (at_ < size_ && text_[at_] == '\r') ++at_;
        if (at_ < size_ && text_[at_] == '\n') ++at_;
        ++line_;
    }
    void skipBlanks() {
        while (at_ < size_ && isBlank(text_[at_])) ++at_;
    }
    bool separates(char c) const { return separator_ == ' ' ? isBlank(c) : c == separator_; }

    bool oneField(Field& field) {
        if (separator_ != '\t') skipBlanks();
        std::size_t write = at_;
        field.begin = at_;
        if (at_ < size_ && text_[at_] == '"') {
            const std::size_t opened = at_++;
            for (;; ++at_) {
                if (at_ >= size_ || at_ - opened > kMostField) return false;
                if (text_[at_] == '"') {
                    if (at_ + 1 >= size_ || text_[at_ + 1] != '"') break;
                    ++at_;  // a doubled quote stands for one
                }
                if (text_[at_] == '\n') ++line_;
                text_[write++] = text_[at_];
            }
            ++at_;
        }
        while (!endsLine() && !separates(text_[at_])) text_[write++] = text_[at_++];
        field.size = write - field.begin;
        while (field.size > 0 && isBlank(text_[field.begin + field.size - 1])) --field.size;
        while (field.size > 0 && isBlank(text_[field.begin])) ++field.begin, --field.size;
        return true;
    }

    char* text_;
    std::size_t size_, at_ = 0, line_ = 1;
    char separator_;
};

/// How well a separator explains the beginning of the text: fields of the first record, and the share of like records.
struct Fit {
    std::size_t fields = 0;
    double share = 0;
};
Fit tryOut(std::string sample, bool isWhole, char separator) {
    Scanner scanner(sample.data(), sample.size(), separator);
    std::vector<Scanner::Field> fields;
    std::vector<std::size_t> counts;
    while (!scanner.atEnd() && counts.size() < 100) {
        if (!scanner.record(fields)) break;
        if (!fields.empty()) counts.push_back(fields.size());
    }
    if (!isWhole && scanner.atEnd() && counts.size() > 1) counts.pop_back();  // it may be cut
    if (counts.empty()) return {};
    const auto alike = std::count(counts.begin(), counts.end(), counts[0]);
    return {counts[0], static_cast<double>(alike) / static_cast<double>(counts.size())};
}

/// The comma comes late because it is also a decimal sign, blanks last because texts have them.
char guessSeparator(const std::string& text) {
    const std::string sample = text.substr(0, kSample);
    for (const double enough : {0.95, 0.6})
        for (const char separator : {'\t', ';', '|', ',', ' '}) {
            const Fit fit = tryOut(sample, sample.size() == text.size(), separator);
            if (fit.fields >= 2 && fit.share >= enough) return separator;
        }
    return ',';
}

char separatorNamed(const std::string& name, const std::string& text) {
    if (name == "comma") return ',';
    if (name == "semicolon") return ';';
    if (name == "tab") return '\t';
    if (name == "bar") return '|';
    if (name == "space") return ' ';
    return guessSeparator(text);
}

/// A first row is a header when it holds no number and either some column below is made of numbers, or its words are
/// all different and none comes again in its column.
bool looksLikeHeader(const std::vector<std::vector<std::string_view>>& rows, char separator) {
    if (rows.size() < 2) return false;
    const auto& first = rows[0];
    double number = 0;
    for (const std::string_view name : first)
        if (parseNumber(name, separator, number)) return false;
    for (std::size_t c = 0; c < first.size(); ++c) {
        std::size_t numbers = 0, others = 0;
        for (std::size_t r = 1; r < rows.size(); ++r)
            if (c < rows[r].size() && !isMissing(rows[r][c]))
                ++(parseNumber(rows[r][c], separator, number) ? numbers : others);
        if (numbers > 0 && others * 10 <= numbers) return true;
    }
    std::unordered_set<std::string_view> names;
    for (std::size_t c = 0; c < first.size(); ++c) {
        if (isMissing(first[c]) || !names.insert(first[c]).second) return false;
        for (std::size_t r = 1; r < rows.size(); ++r)
            if (c < rows[r].size() && rows[r][c] == first[c]) return false;
    }
    // Words alone: names are short, and a header of one column would eat an example.
    return first.size() > 1 &&
           std::all_of(first.begin(), first.end(), [](std::string_view n) { return n.size() <= 40; });
}

std::vector<std::string> columnNames(const std::vector<std::string_view>* header, std::size_t count) {
    std::vector<std::string> names;
    std::map<std::string, int> seen;
    for (std::size_t c = 0; c < count; ++c) {
        std::string name = header && c < header->size() ? std::string((*header)[c]) : std::string{};
        if (name.empty()) name = fmt::format("column {}", c + 1);
        if (const int before = seen[name]++; before > 0) name += fmt::format(" ({})", before + 1);
        names.push_back(std::move(name));
    }
    return names;
}

}  // namespace

const std::vector<std::string>& csvSeparators() {
    static const std::vector<std::string> choices = {"auto", "comma", "semicolon", "tab", "bar", "space"};
    return choices;
}
const std::vector<std::string>& csvHeaders() {
    static const std::vector<std::string> choices = {"auto", "yes", "no"};
    return choices;
}

std::string CsvTable::place(std::size_t row, std::size_t column) const {
    return fmt::format("{}:{}:{}", file, lines_[row], column + 1);
}

Result<CsvTable> parseCsv(std::string bytes, std::string file, const CsvOptions& options, const Progress& progress,
                          double from, double to) {
    if (bytes.size() > limits::kTableBytes)
        return Error{
            "the table is too large", file, fmt::format("at most {} MiB", limits::kTableBytes / limits::kMiB), {}};
    auto decoded = decodeText(std::move(bytes), file);
    if (!decoded) return decoded.error();
    CsvTable table;
    table.text_ = std::move(decoded->text);
    if (table.text_.size() >= (std::uint64_t{1} << 32))  // Latin-1 may have doubled it
        return Error{
            "the table is too large", file, fmt::format("at most {} MiB", limits::kTableBytes / limits::kMiB), {}};
    if (decoded->wasLatin1) table.notes.push_back("The file is not UTF-8; it was read as Latin-1");
    table.separator = separatorNamed(options.separator, table.text_);

    Scanner scanner(table.text_.data(), table.text_.size(), table.separator);
    std::vector<Scanner::Field> fields;
    std::vector<std::uint32_t> counts;
    while (!scanner.atEnd()) {
        if (counts.size() % 1024 == 0) {
            if (progress.cancelled()) return Progress::cancelledError();
            progress.report(
                from + (to - from) * static_cast<double>(scanner.position()) / static_cast<double>(table.text_.size()),
                "Reading " + file);
        }
        const std::size_t line = scanner.line();
        if (!scanner.record(fields))
            return Error{"a quotation mark is opened and never closed", fmt::format("{}:{}", file, line),
                         "a closing \"", "the end of the file, or a field of more than 1 MiB"};
        if (fields.empty()) continue;
        if (fields.size() > static_cast<std::size_t>(limits::kTableColumns))
            return Error{"a row has more columns than are read", fmt::format("{}:{}", file, line),
                         fmt::format("at most {}", limits::kTableColumns), std::to_string(fields.size())};
        if (table.cells_.size() + fields.size() > static_cast<std::size_t>(limits::kTableCells))
            return Error{"the table has more cells than are read",
                         fmt::format("{}:{}", file, line),
                         fmt::format("at most {}", limits::kTableCells),
                         {}};
        for (const auto& field : fields)
            table.cells_.push_back({static_cast<std::uint32_t>(field.begin), static_cast<std::uint32_t>(field.size)});
        counts.push_back(static_cast<std::uint32_t>(fields.size()));
        table.lines_.push_back(static_cast<std::uint32_t>(line));
    }
    if (counts.empty()) return Error{"the table is empty", file, "at least one row", "none"};

    // The header: from the first rows.
    std::vector<std::vector<std::string_view>> top;
    std::size_t at = 0;
    for (std::size_t r = 0; r < std::min<std::size_t>(counts.size(), 200); ++r) {
        top.emplace_back();
        for (std::uint32_t c = 0; c < counts[r]; ++c, ++at)
            top.back().emplace_back(table.text_.data() + table.cells_[at].begin, table.cells_[at].size);
    }
    table.hasHeader = options.header == "yes" || (options.header == "auto" && looksLikeHeader(top, table.separator));

    // The width: what most rows have. Others are left out.
    std::map<std::uint32_t, std::size_t> widths;
    for (const std::uint32_t count : counts) ++widths[count];
    const auto usual =
        std::max_element(widths.begin(), widths.end(), [](auto& a, auto& b) { return a.second < b.second; });
    const std::uint32_t width = usual->first;
    table.names = columnNames(table.hasHeader ? &top[0] : nullptr, width);
    std::size_t ragged = 0, raggedWidth = 0, raggedLine = 0, kept = 0, read = 0, write = 0;
    for (std::size_t r = 0; r < counts.size(); ++r) {
        const std::size_t begin = read;
        read += counts[r];
        if (r == 0 && table.hasHeader) continue;
        if (counts[r] != width) {
            if (ragged++ == 0) {
                raggedWidth = counts[r];
                raggedLine = table.lines_[r];
            }
            continue;
        }
        for (std::uint32_t c = 0; c < width; ++c) table.cells_[write++] = table.cells_[begin + c];
        table.lines_[kept++] = table.lines_[r];
    }
    if (ragged > 0) {
        const auto where = fmt::format("{}:{}", file, raggedLine);
        const auto expected = fmt::format("{} columns", width), found = std::to_string(raggedWidth);
        if (ragged * 2 > counts.size())
            return Error{"most rows differ in their number of columns", where, expected, found};
        table.notes.push_back(
            fmt::format("{} have {}; the first is line {} with {}",
                        counted(ragged, "row was left out because it does not", "rows were left out because they do not"),
                        expected, raggedLine, found));
    }
    table.cells_.resize(write);
    table.lines_.resize(kept);
    if (kept == 0) return Error{"the table has a header and no rows", file, "at least one row", "none"};
    table.file = std::move(file);
    return table;
}

Result<CsvTable> readCsv(const std::string& path, const CsvOptions& options, const Progress& progress, double from,
                         double to) {
    auto bytes = readWhole(path, limits::kTableBytes, progress, from, from + 0.3 * (to - from));
    if (!bytes) return bytes.error();
    return parseCsv(std::move(*bytes), path, options, progress, from + 0.3 * (to - from), to);
}

bool parseNumber(std::string_view text, char separator, double& value) {
    if (text.starts_with('+')) text.remove_prefix(1);
    if (text.empty() || text.size() > 64) return false;
    const char first = text[text[0] == '-' && text.size() > 1 ? 1 : 0];
    if (first != '.' && first != ',' && (first < '0' || first > '9')) return false;  // no "inf", no "nan"
    char changed[64];
    if (separator != ',' && text.find(',') != std::string_view::npos) {
        std::copy(text.begin(), text.end(), changed);
        *std::find(changed, changed + text.size(), ',') = '.';
        text = {changed, text.size()};
    }
    const auto [end, failure] = std::from_chars(text.data(), text.data() + text.size(), value);
    return failure == std::errc{} && end == text.data() + text.size() && std::abs(value) <= 3e38;
}

bool isMissing(std::string_view text) {
    if (text.empty() || text == "?" || text == "-") return true;
    if (text.size() > 4) return false;
    const std::string lower = lowerCase(text);
    return lower == "na" || lower == "n/a" || lower == "nan" || lower == "null" || lower == "none" || lower == "nil";
}

}  // namespace perceptarium::data
