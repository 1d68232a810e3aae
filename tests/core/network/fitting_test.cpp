#include "network/fitting.h"

#include <gtest/gtest.h>

#include "core/network/drawing.h"

namespace perceptarium::network {
namespace {

const TensorType kPicture{Shape{28, 28, 1}, DType::F32};
const TensorType kVector{Shape{10}, DType::F32};

bool follows(const char* layer, const std::optional<TensorType>& from) { return canFollow(*layers::findLayer(layer), from); }

TEST(Fitting, onlyLayersOfThatKindOfInputFollow) {
    EXPECT_TRUE(follows("conv2d", kPicture));
    EXPECT_FALSE(follows("conv2d", kVector));
    EXPECT_TRUE(follows("dense", kVector));
    EXPECT_FALSE(follows("dense", kPicture));
    EXPECT_TRUE(follows("add", kPicture));
    EXPECT_TRUE(follows("relu", kVector));
    EXPECT_FALSE(follows("input", kVector));
}

TEST(Fitting, aWindowThatIsTooLargeCanBeChangedLater) { EXPECT_TRUE(follows("conv2d", TensorType{Shape{1, 1, 3}, DType::F32})); }

TEST(Fitting, whereNothingIsKnownEveryLayerWithAnInputFollows) {
    EXPECT_TRUE(follows("conv2d", std::nullopt));
    EXPECT_FALSE(follows("input", std::nullopt));
}

TEST(Fitting, whatComesBeforeMustGiveWhatIsTaken) {
    Drawing drawing;
    const NodeId dense = drawing.node("dense", {}), conv = drawing.node("conv2d", {});
    const auto feeds = [&](const char* layer, NodeId to) { return canFeed(*layers::findLayer(layer), drawing.graph, to); };
    EXPECT_TRUE(feeds("flatten", dense));
    EXPECT_FALSE(feeds("max-pool", dense));
    EXPECT_TRUE(feeds("max-pool", conv));
    EXPECT_FALSE(feeds("flatten", conv));
    EXPECT_TRUE(feeds("input", conv));
    drawing.node("input", {});
    EXPECT_FALSE(feeds("input", conv));
}

}  // namespace
}  // namespace perceptarium::network
