// Sets in memory, the registry of sources, and work on many examples at once.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <atomic>
#include <stdexcept>

#include "core/data/files.h"
#include "data/parallel.h"

namespace perceptarium::data {
namespace {

using ::testing::HasSubstr;
using tests::Folder;

TEST(MemoryDataset, GathersRowsAndReusesTheTensorsItIsGiven) {
    DatasetInfo info;
    info.classes = {"a", "b"};
    info.features = {"width", "height"};
    const float rows[] = {1, 2, 3, 4, 5, 6};
    const std::int32_t labels[] = {0, 1, 1};
    const MemoryDataset set(info, Tensor::of<float>({3, 2}, rows), Tensor::of<std::int32_t>({3}, labels));
    Tensor x, y;
    ASSERT_TRUE(set.read(std::vector<std::int64_t>{2, 0}, x, y).has_value());
    EXPECT_EQ(std::vector<float>(x.values<float>().begin(), x.values<float>().end()), (std::vector<float>{5, 6, 1, 2}));
    EXPECT_EQ(y.at(0), 1);
    EXPECT_EQ(y.at(1), 0);
    const auto* before = x.bytes();
    ASSERT_TRUE(set.read(std::vector<std::int64_t>{1, 1}, x, y).has_value());
    EXPECT_EQ(x.bytes(), before);
    ASSERT_TRUE(set.read(std::vector<std::int64_t>{1}, x, y).has_value());
    EXPECT_EQ(x.shape(), (Shape{1, 2}));
    EXPECT_EQ(set.caption(1), "width 3, height 4");
    EXPECT_THROW((void)set.read(std::vector<std::int64_t>{3}, x, y), InternalError);
}

TEST(MemoryDataset, HashSeesEveryByte) {
    const auto hashOf = [](float value, std::int32_t label, const std::string& name) {
        DatasetInfo info;
        info.classes = {"a", name};
        const float rows[] = {1, 2, value};
        const std::int32_t labels[] = {0, 1, label};
        return MemoryDataset(info, Tensor::of<float>({3, 1}, rows), Tensor::of<std::int32_t>({3}, labels))
            .contentHash();
    };
    const auto hash = hashOf(3, 1, "b");
    EXPECT_EQ(hashOf(3, 1, "b"), hash);
    EXPECT_NE(hashOf(3.0000002f, 1, "b"), hash);
    EXPECT_NE(hashOf(3, 0, "b"), hash);
    EXPECT_NE(hashOf(3, 1, "c"), hash);
}

/// What a project file or a person can ask for must come back as an error that names it.
TEST(Prepare, SaysWhatItCannotLoad) {
    const auto message = [](const DataSettings& settings) {
        const auto result = prepare(settings, {});
        return result ? std::string("loaded") : result.error().message();
    };
    EXPECT_THAT(message({"cats", {}, {}, "none"}),
                ::testing::AllOf(HasSubstr("no such data source"), HasSubstr("digits")));
    EXPECT_THAT(message({"csv", {}, {}, "none"}), HasSubstr("no file or folder is chosen"));
    EXPECT_THAT(message({"idx", {{"path", std::string("/nowhere/at all")}}, {}, "none"}),
                HasSubstr("/nowhere/at all: there is no such"));
    EXPECT_THAT(message({"points", {{"set", std::string("squares")}}, {}, "none"}), HasSubstr("set"));
    EXPECT_THAT(message({"points", {{"colour", std::string("red")}}, {}, "none"}), HasSubstr("colour"));
    EXPECT_THAT(message({"points", {{"examples", std::int64_t{-3}}}, {}, "none"}), HasSubstr("examples"));
}

TEST(Sources, AreDescribedWell) {
    ASSERT_FALSE(allSources().empty());
    EXPECT_EQ(allSources().front()->id, "digits");
    for (const SourceSpec* source : allSources()) {
        EXPECT_FALSE(source->title.empty() || source->meaning.empty()) << source->id;
        EXPECT_EQ(source->builtIn, !source->recognizes) << source->id;
        EXPECT_EQ(source->builtIn, findSetting(source->settings, "path") == nullptr) << source->id;
        for (const auto& setting : source->settings) {
            EXPECT_FALSE(setting.title.empty() || setting.meaning.empty()) << source->id << " " << setting.name;
            EXPECT_TRUE(checkSetting(setting, setting.standard).has_value()) << source->id << " " << setting.name;
        }
        EXPECT_TRUE(!source->recognizes || source->recognizes("/nowhere/at all") == 0) << source->id;
    }
}

TEST(Sources, RefuseWhatTheyDoNotKnow) {
    const Folder folder;
    folder.write("program", std::string("\x7f"
                                        "ELF\0\0",
                                        6));
    folder.write("prose.md", "# A title\n\nSome words, and more of them.\n");
    std::filesystem::create_directories(folder.path("empty"));
    for (const char* name : {"program", "prose.md", "empty"}) {
        const auto kind = recognize(folder.path(name));
        ASSERT_FALSE(kind.has_value()) << name << " was taken for " << (*kind)->id;
        EXPECT_THAT(kind.error().where, HasSubstr(name));
        EXPECT_THAT(kind.error().expected, HasSubstr("IDX"));
    }
}

TEST(InParallel, DoesEveryPieceOnceAndStopsWhenAsked) {
    std::vector<std::atomic<int>> done(1000);
    EXPECT_TRUE(inParallel(1000, 7, {}, "", [&](std::int64_t begin, std::int64_t end) {
        for (auto i = begin; i < end; ++i) ++done[static_cast<std::size_t>(i)];
    }));
    for (const auto& times : done) EXPECT_EQ(times, 1);
    EXPECT_TRUE(inParallel(0, 7, {}, "", [](std::int64_t, std::int64_t) { FAIL() << "there is nothing to do"; }));

    std::stop_source stop;
    std::atomic<int> pieces{0};
    Progress progress;
    progress.stop = stop.get_token();
    EXPECT_FALSE(inParallel(1000000, 1, progress, "", [&](std::int64_t, std::int64_t) {
        if (++pieces == 10) stop.request_stop();
    }));
    EXPECT_LT(pieces, 100);
}

TEST(InParallel, LetsOutWhatTheWorkThrows) {
    EXPECT_THROW(inParallel(1000, 1, {}, "",
                            [](std::int64_t begin, std::int64_t) {
                                if (begin == 500) throw std::runtime_error("stop");
                            }),
                 std::runtime_error);
}

}  // namespace
}  // namespace perceptarium::data
