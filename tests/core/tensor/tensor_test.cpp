#include "tensor/tensor.h"

#include <gtest/gtest.h>

#include <vector>

namespace perceptarium {
namespace {

TEST(Shape, countsFromBothEnds) {
    const Shape shape{2, 3, 5};
    EXPECT_EQ(shape[0], 2);
    EXPECT_EQ(shape[-1], 5);
    EXPECT_EQ(shape.elements(), 30);
    EXPECT_EQ(shape.text(), "2×3×5");
    EXPECT_EQ(Shape().text(), "scalar");
    EXPECT_EQ(Shape().elements(), 1);
    EXPECT_EQ(shape.withBatch(7), (Shape{7, 2, 3, 5}));
    EXPECT_EQ(shape.withoutBatch(), (Shape{3, 5}));
    EXPECT_NE(shape, (Shape{2, 3}));
    EXPECT_NE((Shape{2, 3, 0}), (Shape{2, 3}));
}

TEST(Shape, impossibleOnesAreOurBug) {
    const Shape shape{2, 3, 5};
    EXPECT_THROW((void)shape[3], InternalError);
    EXPECT_THROW((void)shape[-4], InternalError);
    EXPECT_THROW((void)Shape().withoutBatch(), InternalError);
    EXPECT_THROW((void)Shape({-1}), InternalError);
    EXPECT_THROW((void)Shape({1, 1, 1, 1, 1, 1, 1, 1, 1}), InternalError);
    const Shape huge{std::int64_t{1} << 40, std::int64_t{1} << 40};
    EXPECT_THROW((void)huge.elements(), InternalError);
}

TEST(Tensor, copiesShareAndClonesDoNot) {
    const Tensor a = Tensor::full({2, 2}, 3);
    Tensor shared = a;
    const Tensor clone = a.clone();
    EXPECT_TRUE(a.shared());
    EXPECT_FALSE(clone.shared());
    shared.data<float>()[0] = 7;
    EXPECT_EQ(a.at(0), 7);
    EXPECT_EQ(clone.at(0), 3);
    EXPECT_TRUE(a.identical(shared));
    EXPECT_FALSE(a.identical(clone));
}

TEST(Tensor, reshapesWithoutCopying) {
    const Tensor a = Tensor::of<float>({2, 3}, std::vector<float>{1, 2, 3, 4, 5, 6});
    const Tensor b = a.reshaped({3, 2});
    EXPECT_EQ(b.bytes(), a.bytes());
    EXPECT_EQ(b.shape(), (Shape{3, 2}));
    EXPECT_FALSE(a.identical(b));
    EXPECT_THROW((void)a.reshaped({4}), InternalError);
}

TEST(Tensor, castsBetweenKinds) {
    const Tensor a = Tensor::of<std::int32_t>({3}, std::vector<std::int32_t>{-1, 0, 5});
    const Tensor b = a.cast(DType::F64);
    EXPECT_EQ(b.dtype(), DType::F64);
    EXPECT_EQ(b.at(2), 5);
    EXPECT_TRUE(b.cast(DType::F32).cast(DType::I32).identical(a));
    EXPECT_EQ(a.cast(DType::I32).bytes(), a.bytes());
    EXPECT_THROW((void)a.data<float>(), InternalError);
    EXPECT_THROW((void)a.at(3), InternalError);
}

TEST(Tensor, emptyOnesAndUndefinedOnesAreDifferentThings) {
    const Tensor none, empty = Tensor::zeros({0, 3});
    EXPECT_FALSE(none.defined());
    EXPECT_TRUE(empty.defined());
    EXPECT_EQ(empty.elements(), 0);
    EXPECT_FALSE(none.identical(empty));
    EXPECT_TRUE(empty.identical(empty.clone()));
    EXPECT_TRUE(none.identical(none.clone()));
}

}  // namespace
}  // namespace perceptarium
