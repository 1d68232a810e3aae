// Texts: words from any encoding, a vocabulary of the training part, and the layouts in which texts come.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "core/data/files.h"
#include "core/places.h"
#include "data/readers/words.h"
#include "data/text_dataset.h"

namespace perceptarium::data {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using tests::Folder;
using tests::kindOf;
using tests::load;
using tests::noteHas;
using tests::prepared;
using Names = std::vector<std::string>;

TEST(Words, AreSplitAsPeopleRead) {
    EXPECT_THAT(splitWords("It's a well-made film, isn't it?  7/10!"),
                ElementsAre("It's", "a", "well-made", "film", ",", "isn't", "it", "?", "7", "/", "10", "!"));
    EXPECT_THAT(splitWords("«Škoda» — “naïve” café…"), ElementsAre("Škoda", "naïve", "café"));
    EXPECT_THAT(splitWords("-- - a- -b"), ElementsAre("-", "-", "-", "a", "-", "-", "b"));
    EXPECT_TRUE(splitWords(" \t\r\n").empty());
}

TEST(Words, AreLoweredBeyondAscii) {
    EXPECT_EQ(lowerCase("ÄÖÜ ÉŁ ΑΩ ДЁ Straße 10 ×"), "äöü éł αω дё straße 10 ×");
    EXPECT_EQ(lowerCase("ŽŸİ日本"), "žÿi日本");
}

TEST(Words, TextsInOtherEncodingsAreTakenAsLatin1OrRefused) {
    EXPECT_EQ(decodeText("\xEF\xBB\xBFhi", "f")->text, "hi");
    EXPECT_FALSE(decodeText("na\xC3\xAFve", "f")->wasLatin1);
    const auto latin = decodeText("na\xEFve", "f");
    EXPECT_TRUE(latin->wasLatin1);
    EXPECT_EQ(latin->text, "naïve");
    for (const char* overlong : {"\xC0\x80", "\xE0\x80\x80", "\xED\xA0\x80", "\xF5\x80\x80\x80", "\xC3"})
        EXPECT_TRUE(decodeText(overlong, "f")->wasLatin1);
    EXPECT_THAT(decodeText(std::string("a\0b", 3), "f").error().message(), HasSubstr("f, byte 1"));
}

/// Some texts a class; "rare" is in one text only.
Folder& fill(Folder& folder) {
    for (int i = 0; i < 10; ++i) {
        folder.write("good/" + std::to_string(i) + ".txt",
                     "A good day number " + std::to_string(i) + (i == 0 ? " rare" : ""));
        folder.write("bad/" + std::to_string(i) + ".txt", "a bad DAY\r\nwith rain");
    }
    return folder;
}

TEST(TextFolder, ReadsAFileAsOneTextAndPadsWithZeros) {
    Folder folder;
    fill(folder);
    EXPECT_EQ(kindOf(folder.path()), "text-folder");
    LOAD(set, load("text-folder", {{"length", std::int64_t{6}}}, folder.path()));
    EXPECT_EQ(set.info().size, 20);
    EXPECT_EQ(set.info().classes, (Names{"bad", "good"}));
    EXPECT_EQ(set.info().form, InputForm::Text);
    EXPECT_EQ(set.info().vocabulary[0], "");
    EXPECT_EQ(set.info().input.vocabulary, static_cast<std::int64_t>(set.info().vocabulary.size()));
    Tensor x, y;
    ASSERT_TRUE(set.read(std::vector<std::int64_t>{0, 10}, x, y).has_value());
    const auto word = [&](int at) { return set.info().vocabulary[static_cast<std::size_t>(x.at(at))]; };
    EXPECT_EQ(word(0) + " " + word(1) + " " + word(2) + " " + word(3) + " " + word(4), "a bad day with rain");
    EXPECT_EQ(x.at(5), 0);
    EXPECT_EQ(y.at(0), 0);
    EXPECT_EQ(y.at(1), 1);
    EXPECT_EQ(word(11), "rare");
    LOAD(lines, load("text-folder", {{"lines", true}}, folder.path()));
    EXPECT_EQ(lines.info().size, 30);
    LOAD(cased, load("text-folder", {{"lowercase", false}}, folder.path()));
    EXPECT_NE(cased.info().vocabulary.size(), set.info().vocabulary.size());
}

TEST(TextFolder, TheVocabularyBelongsToTheTrainingPart) {
    Folder folder;
    for (const char* part : {"train", "test"})
        for (int i = 0; i < 6; ++i)
            for (const char* kind : {"x", "y"})
                folder.write(std::string(part) + "/" + kind + "/" + std::to_string(i) + ".txt",
                             std::string(part) + "word and " + kind);
    LOAD(set, prepared("text-folder", {}, folder.path()));
    const auto& vocabulary = set.dataset->info().vocabulary;
    EXPECT_NE(std::find(vocabulary.begin(), vocabulary.end(), "trainword"), vocabulary.end());
    EXPECT_EQ(std::find(vocabulary.begin(), vocabulary.end(), "testword"), vocabulary.end());
    Tensor x, y;
    ASSERT_TRUE(set.read(set.split.test, x, y).has_value());
    EXPECT_EQ(x.at(0), 1) << "a word that training never showed is unknown";
    EXPECT_EQ(set.split.test.size(), 12u);
}

TEST(TextFolder, OnlyTheMostFrequentWordsKeepAnId) {
    Folder folder;
    fill(folder);
    LOAD(set, load("text-folder", {{"words", std::int64_t{5}}}, folder.path()));
    EXPECT_EQ(set.info().vocabulary, (Names{"", "(unknown)", "a", "day", "bad"}));
    EXPECT_EQ(WordIds(set.info().vocabulary).of("A Day of rain", 6, true), (std::vector<std::int32_t>{2, 3, 1, 1, 0, 0}));
}

TEST(TextFolder, UsesWhatItCanAndListsTheRest) {
    Folder folder;
    fill(folder);
    folder.write("good/empty.txt", "");
    folder.write("bad/binary.txt", std::string("ab\0c", 4));
    folder.write("bad/latin.txt", "caf\xE9");
    folder.write("bad/picture.dat", "xyz");
    folder.write("neither/readme.html", "x");
    LOAD(set, load("text-folder", {}, folder.path()));
    EXPECT_EQ(set.info().size, 21);
    for (const char* text : {"1 empty text was left out", "1 file could not be read", "binary.txt", "1 file is not UTF-8",
                             "neither holds no text files", "picture.dat"})
        EXPECT_TRUE(noteHas(set.info(), text)) << text;
}

TEST(TextLines, TakesAFileForEachClass) {
    Folder folder;
    folder.write("reviews.neg", "bad film\n\nno good\n");
    folder.write("reviews.pos", "caf\xE9 scene is fine\nlovely");
    folder.write("README.txt", "about this");
    EXPECT_EQ(kindOf(folder.path()), "text-lines");
    LOAD(set, load("text-lines", {}, folder.path()));
    EXPECT_EQ(set.info().size, 4);
    EXPECT_EQ(set.info().classes, (Names{"neg", "pos"}));
    EXPECT_EQ(set.caption(2), "café scene is fine");
    EXPECT_TRUE(noteHas(set.info(), "reviews.pos is not UTF-8"));
    EXPECT_EQ(kindOf(folder.path("reviews.pos")), "text-lines");
    LOAD(fromOne, load("text-lines", {}, folder.path("reviews.pos")));
    EXPECT_EQ(fromOne.info().size, 4);
}

TEST(TextLines, TakesLinesThatBeginWithTheirClassAndTheirParts) {
    Folder folder;
    for (const auto& [name, count] :
         std::vector<std::pair<std::string, int>>{{"s.train", 8}, {"s.dev", 4}, {"s.test", 6}}) {
        std::string text;
        for (int i = 0; i < count; ++i)
            text += std::to_string(i % 2) + " text number " + std::to_string(i) + " of " + name + "\n";
        folder.write(name, text);
    }
    for (const char* name : {"s.train", "s.dev"}) {
        EXPECT_EQ(kindOf(folder.path(name)), "text-lines");
        LOAD(set, load("text-lines", {}, folder.path(name)));
        EXPECT_EQ(set.info().given.train.size(), 8u);
        EXPECT_EQ(set.info().given.dev.size(), 4u);
        EXPECT_EQ(set.info().given.test.size(), 6u);
        EXPECT_EQ(set.caption(0), "text number 0 of s.train");
    }
    LOAD(fromFolder, load("text-lines", {}, folder.path()));
    EXPECT_EQ(fromFolder.info().size, 18);
    folder.write("fast", "__label__yes of course\n__label__no not at all\n__label__yes sure thing\n__label__no way\n");
    LOAD(fast, load("text-lines", {}, folder.path("fast")));
    EXPECT_EQ(fast.info().classes, (Names{"no", "yes"}));
    const auto several = load("text-lines", {}, folder.path());
    ASSERT_FALSE(several.has_value());
    EXPECT_THAT(several.error().expected, ::testing::AllOf(HasSubstr("fast"), HasSubstr("s.train")));
}

TEST(TextCsv, FindsTheTextsAndTheirClasses) {
    Folder folder;
    std::string text = "id,label,sentence\n";
    for (int i = 0; i < 30; ++i)
        text += std::to_string(i) + "," + (i % 3 ? "ham" : "spam") + ",\"this is, as it were, sentence number " +
                std::to_string(i) + "\"\n";
    const auto path = folder.write("mails.csv", text);
    EXPECT_EQ(kindOf(path), "text-csv");
    LOAD(set, load("text-csv", {}, path));
    EXPECT_EQ(set.info().size, 30);
    EXPECT_EQ(set.info().classes, (Names{"ham", "spam"}));
    EXPECT_EQ(set.caption(4), "this is, as it were, sentence number 4");
    LOAD(chosen, load("text-csv", {{"text", std::string("sentence")}, {"target", std::string("2")}}, path));
    EXPECT_EQ(chosen.contentHash(), set.contentHash());
    EXPECT_THAT(load("text-csv", {{"target", std::string("sentence")}}, path).error().message(),
                HasSubstr("cannot be the column of texts"));
    EXPECT_THAT(load("text-csv", {}, folder.write("numbers.csv", "a,b\n1,2\n3,4\n")).error().message(),
                HasSubstr("no column of sentences"));
}

TEST(Texts, OfOneClassOrNoneAreErrors) {
    Folder folder;
    folder.write("only/1.txt", "text");
    EXPECT_THAT(load("text-folder", {}, folder.path()).error().message(), HasSubstr("only one class"));
    Folder lines;
    lines.write("only.txt", "text\n");
    EXPECT_THAT(load("text-lines", {}, lines.path()).error().message(), HasSubstr("not two files"));
    EXPECT_THAT(load("text-lines", {}, lines.write("prose", "Once upon a time\nthere was a king\nand a queen\n"))
                    .error()
                    .message(),
                HasSubstr("class"));
}

TEST(Texts, ReadTheSharedSets) {
    SKIP_WITHOUT_DATA("sentiment");
    const auto mr = tests::sharedData("sentiment/mr");
    EXPECT_EQ(kindOf(mr), "text-lines");
    LOAD(set, load("text-lines", {}, mr));
    EXPECT_EQ(set.info().size, 10662);
    EXPECT_EQ(std::count(set.labels().begin(), set.labels().end(), 1), 5331);
    EXPECT_TRUE(noteHas(set.info(), "not UTF-8"));
    LOAD(binary, load("text-lines", {}, tests::sharedData("sentiment/sst/stsa.binary.train")));
    EXPECT_EQ(binary.info().given.train.size(), 6920u);
    EXPECT_EQ(binary.info().given.dev.size(), 872u);
    EXPECT_EQ(binary.info().given.test.size(), 1821u);
    LOAD(fine, load("text-lines", {}, tests::sharedData("sentiment/sst/stsa.fine.train")));
    EXPECT_EQ(fine.info().size, 8544 + 1101 + 2210);
    EXPECT_EQ(fine.info().classes.size(), 5u);
    tests::expectCancels("text-lines", {}, mr);
}

}  // namespace
}  // namespace perceptarium::data
