// CSV as text: separators, headers, quotes, line ends, encodings and ragged rows.
#include "data/readers/csv.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "core/data/files.h"

namespace perceptarium::data {
namespace {

using ::testing::HasSubstr;

Result<CsvTable> parse(const std::string& text, const CsvOptions& options = {}) {
    return parseCsv(text, "t.csv", options, {});
}

/// All rows, cells joined by '|'.
std::vector<std::string> rowsOf(const CsvTable& table) {
    std::vector<std::string> rows;
    for (std::size_t r = 0; r < table.rows(); ++r) {
        rows.emplace_back();
        for (std::size_t c = 0; c < table.columns(); ++c) rows.back() += (c ? "|" : "") + std::string(table.cell(r, c));
    }
    return rows;
}
using Rows = std::vector<std::string>;

TEST(Csv, GuessesTheSeparator) {
    for (const auto& [text, separator] : std::vector<std::pair<std::string, char>>{{"a,b,c\n1,2,3\n", ','},
                                                                                   {"a;b;c\n1,5;2,5;3\n", ';'},
                                                                                   {"a\tb\n1, 2\t3\n", '\t'},
                                                                                   {"a|b\n1|2\n", '|'},
                                                                                   {" 1  2 3\n 4 5   6\n", ' '},
                                                                                   {"1,5;2,5\n3,5;4,5\n", ';'},
                                                                                   {"one\ntwo\n", ','}}) {
        const auto table = parse(text);
        ASSERT_TRUE(table.has_value()) << text;
        EXPECT_EQ(table->separator, separator) << text;
    }
    EXPECT_EQ(rowsOf(*parse(" 1  2 3\n 4 5   6\n")), (Rows{"1|2|3", "4|5|6"}));
}

TEST(Csv, GuessesTheHeader) {
    EXPECT_TRUE(parse("name,age\nann,3\nbob,4\n")->hasHeader);
    EXPECT_FALSE(parse("1,2\n3,4\n")->hasHeader);
    EXPECT_FALSE(parse("842302,M,17.9\n842517,M,20.5\n")->hasHeader);
    EXPECT_TRUE(parse("colour,size\nred,big\nblue,big\n")->hasHeader);
    EXPECT_FALSE(parse("red,big\nblue,small\nred,small\n")->hasHeader);  // "red" comes again
    EXPECT_FALSE(parse("name,age\nann,3\n", {"auto", "no"})->hasHeader);
    EXPECT_EQ(parse("1,2\n3,4\n", {"auto", "yes"})->names, (Rows{"1", "2"}));
    EXPECT_EQ(parse("1,2\n3,4\n")->names, (Rows{"column 1", "column 2"}));
    EXPECT_EQ(parse("a,a,\n1,2,3\n")->names, (Rows{"a", "a (2)", "column 3"}));
}

TEST(Csv, UnderstandsQuotes) {
    const auto table = parse("a,b\n\"x, y\",\"he said \"\"no\"\"\"\n\"two\nlines\", \"z\" \n1,\n");
    ASSERT_TRUE(table.has_value());
    EXPECT_EQ(rowsOf(*table), (Rows{"x, y|he said \"no\"", "two\nlines|z", "1|"}));
    EXPECT_EQ(table->line(1), 3u);
    EXPECT_EQ(table->line(2), 5u);  // the quoted line end counts
    EXPECT_EQ(table->place(2, 1), "t.csv:5:2");
    const auto open = parse("a,b\n1,2\n3,\"four\n5,6\n");
    ASSERT_FALSE(open.has_value());
    EXPECT_EQ(open.error().where, "t.csv:3");
}

TEST(Csv, TakesAnyLineEndAndAByteOrderMark) {
    for (const std::string text :
         {"\xEF\xBB\xBFx,y\n1,2\n3,4\n", "x,y\r\n1,2\r\n3,4\r\n", "x,y\r1,2\r3,4", "x,y\n\n1,2\n\n\n3,4"}) {
        const auto table = parse(text);
        ASSERT_TRUE(table.has_value());
        EXPECT_EQ(table->names, (Rows{"x", "y"})) << text;
        EXPECT_EQ(rowsOf(*table), (Rows{"1|2", "3|4"})) << text;
    }
}

TEST(Csv, ReadsLatin1AndSaysSo) {
    const auto table = parse("name,n\nJos\xE9,1\nAnn,2\n");
    ASSERT_TRUE(table.has_value());
    EXPECT_EQ(table->cell(0, 0), "José");
    EXPECT_THAT(table->notes, ::testing::ElementsAre(HasSubstr("Latin-1")));
    EXPECT_TRUE(parse("name,n\nJosé,1\nAnn,2\n")->notes.empty());
    EXPECT_THAT(parse(std::string("\xFF\xFEn\0", 4)).error().message(), HasSubstr("UTF-16"));
    EXPECT_THAT(parse(std::string("a,b\n1,\0\n", 8)).error().message(), HasSubstr("no text"));
}

TEST(Csv, LeavesOutRaggedRowsAndListsThem) {
    const auto table = parse("a,b,c\n1,2,3\n4,5\n6,7,8\n9,10,11,12\n13,14,15\n");
    ASSERT_TRUE(table.has_value());
    EXPECT_EQ(rowsOf(*table), (Rows{"1|2|3", "6|7|8", "13|14|15"}));
    EXPECT_EQ(table->line(1), 4u);
    EXPECT_THAT(table->notes, ::testing::ElementsAre(::testing::AllOf(HasSubstr("2 rows"), HasSubstr("line 3"))));
    const auto mess = parse("a,b\n1\n1,2,3\n1,2,3,4\n1,2,3,4,5\n");
    ASSERT_FALSE(mess.has_value());
    EXPECT_THAT(mess.error().message(), HasSubstr("t.csv:"));
}

TEST(Csv, RefusesWhatIsNoTable) {
    EXPECT_THAT(parse("").error().message(), HasSubstr("empty"));
    EXPECT_THAT(parse("\n\n").error().message(), HasSubstr("empty"));
    EXPECT_THAT(parse("a,b\n", {"auto", "yes"}).error().message(), HasSubstr("no rows"));
    EXPECT_THAT(parse(std::string(20000, ',')).error().message(), HasSubstr("columns"));
}

TEST(Csv, KnowsNumbersAndWhatIsMissing) {
    double value = 0;
    for (const auto& [text, number] : std::vector<std::pair<std::string, double>>{
             {"1", 1}, {"-2.5", -2.5}, {"+3e2", 300}, {".28", .28}, {"-.5", -.5}}) {
        EXPECT_TRUE(parseNumber(text, ',', value)) << text;
        EXPECT_EQ(value, number);
    }
    EXPECT_TRUE(parseNumber("1,5", ';', value));
    EXPECT_EQ(value, 1.5);
    for (const char* text : {"", "-", "inf", "-inf", "nan", "1e999", "1e39", "12 a", "0x10", "1,5", "e5", "--1"})
        EXPECT_FALSE(parseNumber(text, ',', value)) << text;
    for (const char* text : {"", "NA", "n/a", "NaN", "null", "None", "?", "-"}) EXPECT_TRUE(isMissing(text)) << text;
    for (const char* text : {"0", "no", "nab", "inf"}) EXPECT_FALSE(isMissing(text)) << text;
}

}  // namespace
}  // namespace perceptarium::data
