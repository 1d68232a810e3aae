#include "autograd/variable.h"

#include <gtest/gtest.h>

#include "autograd/ops.h"
#include "core/support/random_tensor.h"
#include "tensor/storage_pool.h"

namespace perceptarium::autograd {
namespace {

using tests::randomTensor;

Variable number(double value, bool requiresGrad = true) { return Variable(Tensor::full({}, value, DType::F64), requiresGrad); }

TEST(Variable, gradientsOfLeavesAreAddedUp) {
    Variable a = number(3);
    backward(scale(a, 2));
    backward(scale(a, 5));
    EXPECT_EQ(a.grad().at(0), 7);
    a.clearGrad();
    EXPECT_FALSE(a.grad().defined());
}

TEST(Variable, aValueUsedTwiceGetsBothGradients) {
    const Variable a = number(3);
    const Variable square = multiply(a, a);
    backward(multiply(square, square));  // a⁴
    EXPECT_EQ(a.grad().at(0), 4 * 27);
}

TEST(Variable, sharedGradientsAreNotWrittenThrough) {
    // add hands the same tensor to both inputs; adding to one must not change the other.
    const Variable a = number(1), b = number(1);
    const Variable c = add(a, b);
    backward(add(c, scale(a, 10)));
    EXPECT_EQ(a.grad().at(0), 11);
    EXPECT_EQ(b.grad().at(0), 1);
}

TEST(Variable, gradToAddToDoesNotWriteIntoAGradientThatSomebodyKept) {
    const Variable a = number(1);
    backward(scale(a, 2));
    const Tensor kept = a.grad();
    a.gradToAddTo().data<double>()[0] += 1;
    EXPECT_EQ(kept.at(0), 2);
    EXPECT_EQ(a.grad().at(0), 3);
}

TEST(Variable, intermediateGradientsAreFreedUnlessRetained) {
    const Variable a = number(2);
    const Variable freed = scale(a, 3), kept = scale(freed, 4);
    kept.retainGrad();
    backward(scale(kept, 5));
    EXPECT_FALSE(freed.grad().defined());
    ASSERT_TRUE(kept.grad().defined());
    EXPECT_EQ(kept.grad().at(0), 5);
    EXPECT_EQ(a.grad().at(0), 60);
}

TEST(Variable, noGradRecordsNothing) {
    const Variable a = number(2);
    Variable b;
    {
        const NoGrad off;
        EXPECT_FALSE(isRecording());
        {
            const NoGrad again;
        }
        EXPECT_FALSE(isRecording());
        b = scale(a, 3);
    }
    EXPECT_TRUE(isRecording());
    EXPECT_FALSE(b.requiresGrad());
    EXPECT_EQ(b.value().at(0), 6);
    EXPECT_EQ(b.operation(), "scale");
    backward(b);
    EXPECT_FALSE(a.grad().defined());
}

TEST(Variable, inputsWithoutGradientsAreLeftAlone) {
    const Variable a = number(2), data = number(3, false);
    backward(multiply(a, data));
    EXPECT_EQ(a.grad().at(0), 3);
    EXPECT_FALSE(data.grad().defined());
}

TEST(Variable, aLongTapeNeedsNoDeepStack) {
    const Variable a = number(1);
    for (const bool walk : {false, true}) {
        Variable chain = a;
        for (int i = 0; i < 300'000; ++i) chain = scale(chain, 1);
        if (walk) backward(chain);
    }
    EXPECT_EQ(a.grad().at(0), 1);
}

TEST(Variable, walkingATapeTwiceIsOurBug) {
    const Variable a = number(1);
    const Variable shared = scale(a, 2);
    const Variable loss = scale(shared, 3);
    backward(loss);
    EXPECT_THROW(backward(loss), InternalError);
    EXPECT_THROW(backward(scale(shared, 1)), InternalError);
}

TEST(Variable, backwardStartsFromOneNumber) {
    const Variable a(Tensor::zeros({2}), true);
    EXPECT_THROW(backward(a), InternalError);
    EXPECT_THROW(a.addGrad(Tensor::zeros({3})), InternalError);
    EXPECT_THROW(a.addGrad(Tensor::zeros({2}, DType::F64)), InternalError);
}

TEST(Variable, aTrainingStepTakesNothingNewFromTheSystem) {
    const Variable w(randomTensor({20, 30}, 1), true), b(Tensor::zeros({30}), true);
    const Tensor x = randomTensor({16, 20}, 2);
    const auto step = [&] {
        Variable weights = w, bias = b;
        weights.clearGrad();
        bias.clearGrad();
        backward(mean(tanh(linear(Variable(x), w, b))));
    };
    step();
    const StoragePoolCounts before = storagePoolCounts();
    for (int i = 0; i < 10; ++i) step();
    const StoragePoolCounts after = storagePoolCounts();
    EXPECT_EQ(after.fromSystem, before.fromSystem);
    EXPECT_GT(after.reused, before.reused);
    EXPECT_EQ(after.bytesInUse, before.bytesInUse);
}

}  // namespace
}  // namespace perceptarium::autograd
