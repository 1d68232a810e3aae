// Folders of pictures: every format, turned and fitted, in memory or from disk, with damaged files listed and left out.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "core/data/files.h"
#include "core/places.h"
#include "data/batches.h"
#include "data/readers/class_folders.h"
#include "data/readers/picture.h"

namespace perceptarium::data {
namespace {

namespace fs = std::filesystem;
using ::testing::HasSubstr;
using tests::Folder;
using tests::kindOf;
using tests::load;
using tests::noteHas;
using tests::prepared;

const std::string kPictures = tests::repository("tests/fuzz/corpus/fuzz_picture/");

std::string bytesOf(const std::string& path) {
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}
void put(const Folder& folder, const std::string& name, const std::string& picture) {
    folder.write(name, bytesOf(kPictures + picture));
}

struct Colour {
    int red, green, blue;
};
/// Of the pixel at a share of width and height.
Colour at(const std::vector<std::uint8_t>& pixels, const PictureShape& shape, double x, double y) {
    const auto column = static_cast<std::int64_t>(x * static_cast<double>(shape.width)),
               row = static_cast<std::int64_t>(y * static_cast<double>(shape.height));
    const auto* pixel = pixels.data() + (row * shape.width + column) * shape.channels();
    return shape.colour ? Colour{pixel[0], pixel[1], pixel[2]} : Colour{pixel[0], pixel[0], pixel[0]};
}
void expectColour(Colour have, Colour want, const std::string& what) {
    EXPECT_NEAR(have.red, want.red, 30) << what;
    EXPECT_NEAR(have.green, want.green, 30) << what;
    EXPECT_NEAR(have.blue, want.blue, 30) << what;
}
constexpr Colour kRed{255, 0, 0}, kGreen{0, 255, 0}, kBlue{0, 0, 255}, kWhite{255, 255, 255}, kBlack{0, 0, 0};

std::vector<std::uint8_t> decoded(const std::string& picture, const PictureShape& shape) {
    std::vector<std::uint8_t> pixels(static_cast<std::size_t>(shape.bytes()), 77);
    const auto status = loadPicture(kPictures + picture, shape, pixels);
    EXPECT_TRUE(status.has_value()) << picture << (status ? "" : status.error().message());
    return pixels;
}

/// The samples show red, green / blue, white in their quarters, 24×16.
TEST(Picture, EveryFormatIsReadInRedGreenBlue) {
    for (const char* picture : {"quarters.jpg", "quarters.png", "quarters.bmp", "quarters.tiff", "quarters.ppm"}) {
        const PictureShape shape{24, 16, true, "stretch"};
        const auto pixels = decoded(picture, shape);
        expectColour(at(pixels, shape, 0.2, 0.2), kRed, picture);
        expectColour(at(pixels, shape, 0.8, 0.2), kGreen, picture);
        expectColour(at(pixels, shape, 0.2, 0.8), kBlue, picture);
        expectColour(at(pixels, shape, 0.8, 0.8), kWhite, picture);
    }
    const PictureShape grey{24, 16, false, "stretch"};
    for (const char* picture : {"grey.pgm", "quarters.png", "grey.jpg"})
        EXPECT_NEAR(at(decoded(picture, grey), grey, 0.2, 0.2).red, 76, 8) << picture;
}

TEST(Picture, IsTurnedAsExifSays) {
    const PictureShape shape{16, 24, true, "stretch"};  // a quarter turn clockwise: blue, red / white, green
    const auto pixels = decoded("turned.jpg", shape);
    expectColour(at(pixels, shape, 0.2, 0.2), kBlue, "top left");
    expectColour(at(pixels, shape, 0.8, 0.2), kRed, "top right");
    expectColour(at(pixels, shape, 0.2, 0.8), kWhite, "bottom left");
    expectColour(at(pixels, shape, 0.8, 0.8), kGreen, "bottom right");
}

TEST(Picture, IsCroppedStretchedOrPadded) {
    PictureShape shape{16, 16, true, "pad"};
    auto pixels = decoded("quarters.png", shape);
    expectColour(at(pixels, shape, 0.5, 0.05), kBlack, "above");
    expectColour(at(pixels, shape, 0.5, 0.95), kBlack, "below");
    expectColour(at(pixels, shape, 0.1, 0.4), kRed, "left");
    expectColour(at(pixels, shape, 0.9, 0.6), kWhite, "right");
    shape.fit = "crop";
    pixels = decoded("quarters.png", shape);
    expectColour(at(pixels, shape, 0.01, 0.01), kRed, "corner");
    expectColour(at(pixels, shape, 0.99, 0.99), kWhite, "corner");
    for (const std::int64_t side : {1, 3, 200}) {  // the smallest, and larger than the file
        shape = {side, side, true, "stretch"};
        EXPECT_EQ(decoded("quarters.png", shape).size(), static_cast<std::size_t>(3 * side * side));
    }
}

TEST(Picture, DamageIsAnErrorNotAPicture) {
    const PictureShape shape{8, 8, true, "crop"};
    std::vector<std::uint8_t> pixels(static_cast<std::size_t>(shape.bytes()));
    for (const char* picture : {"quarters.jpg", "quarters.png", "quarters.bmp", "quarters.tiff", "quarters.ppm"}) {
        const std::string whole = bytesOf(kPictures + picture);
        for (const double share : {0.0, 0.1, 0.5, 0.8}) {
            const auto size = static_cast<std::size_t>(share * static_cast<double>(whole.size()));
            const auto status =
                decodePicture({reinterpret_cast<const std::uint8_t*>(whole.data()), size}, "cut", shape, pixels);
            EXPECT_FALSE(status.has_value()) << picture << " cut to " << size << " bytes";
        }
    }
    const std::string huge = "P2 16000 16000 255\n0 0 0";
    const auto status =
        decodePicture({reinterpret_cast<const std::uint8_t*>(huge.data()), huge.size()}, "huge.pgm", shape, pixels);
    ASSERT_FALSE(status.has_value());
    EXPECT_THAT(status.error().message(), HasSubstr("huge.pgm: the picture is larger than is read"));
}

TEST(ImageFolder, ReadsClassFoldersWithStrangeNames) {
    const Folder folder;
    put(folder, "Äpfel & co/a 1.png", "quarters.png");
    put(folder, "Äpfel & co/deeper/b.JPG", "quarters.jpg");
    put(folder, "s10/x.bmp", "quarters.bmp");
    put(folder, "s2/x.tiff", "quarters.tiff");
    EXPECT_EQ(kindOf(folder.path()), "image-folder");
    LOAD(set, load("image-folder", {}, folder.path()));
    EXPECT_EQ(set.info().classes, (std::vector<std::string>{"s2", "s10", "Äpfel & co"}));
    EXPECT_EQ(set.info().input.shape, (Shape{16, 24, 3}));  // small and all alike: as they are
    EXPECT_EQ(set.info().size, 4);
    EXPECT_EQ(set.caption(3), "Äpfel & co/deeper/b.JPG");
    LOAD(sized, load("image-folder", {{"width", std::int64_t{10}}, {"colour", std::string("grey")}}, folder.path()));
    EXPECT_EQ(sized.info().input.shape, (Shape{10, 10, 1}));
}

TEST(ImageFolder, GreyFilesStayGrey) {
    const Folder folder;
    put(folder, "a/1.pgm", "grey.pgm");
    put(folder, "b/1.png", "grey.png");
    put(folder, "b/2.jpg", "grey.jpg");
    LOAD(set, load("image-folder", {}, folder.path()));
    EXPECT_EQ(set.info().input.shape, (Shape{16, 24, 1}));
}

TEST(ImageFolder, KnowsTrainDevAndTest) {
    const Folder folder;
    for (const std::string part : {"Train", "valid", "test"})
        for (const std::string kind : {"a", "b"}) {
            put(folder, part + "/" + kind + "/1.png", "quarters.png");
            if (part == "Train") put(folder, part + "/" + kind + "/2.png", "quarters.png");
        }
    EXPECT_EQ(kindOf(folder.path()), "image-folder");
    LOAD(set, prepared("image-folder", {}, folder.path()));
    EXPECT_EQ(set.split.train.size(), 4u);
    EXPECT_EQ(set.split.dev.size(), 2u);
    EXPECT_EQ(set.split.test.size(), 2u);
    EXPECT_EQ(set.dataset->info().classes, (std::vector<std::string>{"a", "b"}));
}

TEST(ImageFolder, LeavesOutWhatCannotBeReadAndListsIt) {
    for (const std::int64_t memory : {1024, 1}) {
        const Folder folder;
        for (int i = 0; i < 12; ++i) put(folder, (i % 2 ? "a/" : "b/") + std::to_string(i) + ".png", "quarters.png");
        folder.write("a/corrupt.png", bytesOf(kPictures + "quarters.png").substr(0, 60));
        folder.write("a/empty.jpg", "");
        folder.write("b/text.jpg", "this is no picture");
        folder.write("b/notes.txt", "stray");
        folder.write("nothing/notes.txt", "stray");
        LOAD(set, load("image-folder", {{"memory", memory}, {"width", std::int64_t{256}}}, folder.path()));
        EXPECT_EQ(set.streams(), memory == 1);
        EXPECT_EQ(set.info().size, 12);
        EXPECT_EQ(set.info().classes, (std::vector<std::string>{"a", "b"}));
        for (const char* text : {"3 pictures could not be read", "corrupt.png", "empty.jpg", "text.jpg", "notes.txt",
                                 "nothing holds no pictures"})
            EXPECT_TRUE(noteHas(set.info(), text)) << text;
    }
}

TEST(ImageFolder, WithoutClassesOrPicturesIsAnError) {
    const Folder flat;
    put(flat, "1.png", "quarters.png");
    EXPECT_THAT(load("image-folder", {}, flat.path()).error().message(), HasSubstr("folder for each class"));
    const Folder one;
    put(one, "cats/1.png", "quarters.png");
    EXPECT_THAT(load("image-folder", {}, one.path()).error().message(), HasSubstr("only one class"));
    const Folder broken;
    broken.write("a/1.png", "x");
    broken.write("b/1.png", "y");
    EXPECT_THAT(load("image-folder", {}, broken.path()).error().message(), HasSubstr("none of the 2 pictures"));
    EXPECT_THAT(load("image-folder", {}, flat.path("1.png")).error().message(), HasSubstr("no folder"));
}

TEST(ImageFolder, StreamsTheSameNumbersAndSaysWhenAFileVanishes) {
    const Folder folder;
    for (int i = 0; i < 30; ++i)
        put(folder, (i % 2 ? "a/" : "b/") + std::to_string(i) + ".jpg", i % 3 ? "quarters.jpg" : "turned.jpg");
    const Settings inMemory = {{"width", std::int64_t{128}}},
                   streamed = {{"width", std::int64_t{128}}, {"memory", std::int64_t{1}}};
    LOAD(kept, prepared("image-folder", inMemory, folder.path()));
    const auto streaming = prepared("image-folder", streamed, folder.path());
    ASSERT_TRUE(streaming.has_value());
    EXPECT_FALSE(kept.dataset->streams());
    EXPECT_TRUE((*streaming)->dataset->streams());
    EXPECT_TRUE(kept.normalization.shift.identical((*streaming)->normalization.shift));
    Tensor a, b, y, z;
    ASSERT_TRUE(kept.read(kept.split.train, a, y).has_value());
    ASSERT_TRUE((*streaming)->read(kept.split.train, b, z).has_value());
    EXPECT_TRUE(a.identical(b));
    EXPECT_TRUE(y.identical(z));
    Batches batches(*streaming, 4, 1);
    for (std::int64_t i = 0; i < 3 * batches.batchesPerEpoch(); ++i)
        ASSERT_TRUE(batches.get(i / batches.batchesPerEpoch(), i % batches.batchesPerEpoch()).has_value());
    fs::remove(folder.path("a/1.jpg"));
    std::vector<std::int64_t> all(30);
    for (std::int64_t i = 0; i < 30; ++i) all[static_cast<std::size_t>(i)] = i;
    const auto gone = (*streaming)->read(all, b, z);
    ASSERT_FALSE(gone.has_value());
    EXPECT_THAT(gone.error().where, HasSubstr("a/1.jpg"));
}

TEST(ClassFolders, NumbersInNamesSortAsNumbers) {
    EXPECT_TRUE(naturalLess("s2", "s10"));
    EXPECT_FALSE(naturalLess("s10", "s2"));
    EXPECT_TRUE(naturalLess("a", "b"));
    EXPECT_TRUE(naturalLess("a", "a1"));
    EXPECT_FALSE(naturalLess("a", "a"));
    EXPECT_TRUE(naturalLess("a01", "a1") != naturalLess("a1", "a01"));
    EXPECT_TRUE(naturalLess("x2y9", "x2y10"));
}

TEST(ImageFolder, ReadsTheSharedSets) {
    SKIP_WITHOUT_DATA("grocery");
    const auto grocery = tests::sharedData("grocery");
    EXPECT_EQ(kindOf(grocery), "image-folder");
    LOAD(set, prepared("image-folder", {}, grocery));
    EXPECT_EQ(set.split.train.size(), 267u);
    EXPECT_EQ(set.split.dev.size(), 31u);
    EXPECT_EQ(set.split.test.size(), 261u);
    EXPECT_EQ(set.dataset->info().classes,
              (std::vector<std::string>{"Banana", "Carrots", "Kiwi", "Lemon", "Orange", "Red-Bell-Pepper"}));
    EXPECT_EQ(set.dataset->info().input.shape, (Shape{64, 64, 3}));
    tests::expectCancels("image-folder", {}, grocery);
    SKIP_WITHOUT_DATA("orl_faces");
    LOAD(faces, load("image-folder", {}, tests::sharedData("orl_faces")));
    EXPECT_EQ(faces.info().size, 400);
    EXPECT_EQ(faces.info().classes.size(), 40u);
    EXPECT_EQ(faces.info().input.shape[-1], 1);
}

}  // namespace
}  // namespace perceptarium::data
