// Y = X W + b and its derivatives against plain sums: small, one output, and large enough to be packed in several blocks
// that end in the middle of a vector, on one thread and on two.
#include "kernels/linear.h"

#include <gtest/gtest.h>

#include <array>
#include <cmath>

#include "core/support/random_tensor.h"
#include "kernels/thread_pool.h"

namespace perceptarium::kernels {
namespace {

using tests::randomTensor;

class LinearKernels : public testing::TestWithParam<int> {
protected:
    void SetUp() override { setThreads(GetParam()); }
    void TearDown() override { setThreads(before_); }

private:
    int before_ = threads();
};

/// Some of the numbers of found against term(i, j, q) added up over q < depth, from `start(j)`.
template <class Start, class Term>
void expectSums(const Tensor& found, std::int64_t depth, double tolerance, const char* what, Start start, Term term) {
    const std::int64_t columns = found.shape()[-1];
    for (std::int64_t place = 0; place < found.elements(); place += found.elements() > 5000 ? 37 : 1) {
        const std::int64_t i = place / columns, j = place % columns;
        double exact = start(j), size = std::abs(exact);
        for (std::int64_t q = 0; q < depth; ++q) {
            const double one = term(i, j, q);
            exact += one;
            size += std::abs(one);
        }
        ASSERT_NEAR(found.at(place), exact, tolerance * (size + 0.1)) << what << " at " << i << ", " << j;
    }
}

template <class T>
void compareWithPlainSums(std::int64_t n, std::int64_t d, std::int64_t f, double tolerance) {
    constexpr DType kind = dtypeOf<T>();
    const LinearShape s{n, d, f};
    const Tensor x = randomTensor({n, d}, 1, kind), w = randomTensor({d, f}, 2, kind), b = randomTensor({f}, 3, kind);
    const Tensor dy = randomTensor({n, f}, 4, kind);
    // What a kernel does not set would stay NaN.
    const auto unset = [](Shape shape) { return Tensor::full(std::move(shape), std::nan(""), kind); };
    Tensor y = unset({n, f}), plain = unset({n, f}), dx = unset({n, d}), dw = unset({d, f}), db = unset({f});
    linear<T>(s, x.data<T>(), w.data<T>(), b.data<T>(), y.data<T>());
    linear<T>(s, x.data<T>(), w.data<T>(), nullptr, plain.data<T>());
    linearBackwardData<T>(s, w.data<T>(), dy.data<T>(), dx.data<T>());
    linearBackwardWeights<T>(s, x.data<T>(), dy.data<T>(), dw.data<T>(), db.data<T>());
    const auto zero = [](std::int64_t) { return 0.0; };
    const auto bias = [&](std::int64_t j) { return b.at(j); };
    const auto product = [&](auto i, auto j, auto q) { return x.at(i * d + q) * w.at(q * f + j); };
    expectSums(y, d, tolerance, "y", bias, product);
    expectSums(plain, d, tolerance, "y without bias", zero, product);
    expectSums(dx, f, tolerance, "dx", zero, [&](auto i, auto j, auto q) { return dy.at(i * f + q) * w.at(j * f + q); });
    expectSums(dw, n, tolerance, "dw", zero, [&](auto i, auto j, auto q) { return x.at(q * d + i) * dy.at(q * f + j); });
    expectSums(db, n, tolerance, "db", zero, [&](auto, auto j, auto q) { return dy.at(q * f + j); });
}

TEST_P(LinearKernels, agreeWithPlainSums) {
    for (const auto& [n, d, f] : {std::array<std::int64_t, 3>{1, 1, 1},
                                  {64, 84, 10},
                                  {5, 7, 29},
                                  {64, 50, 1},
                                  {33, 100, 84},
                                  {300, 900, 203},
                                  {1500, 40, 100}}) {
        compareWithPlainSums<float>(n, d, f, 1e-6);
        compareWithPlainSums<double>(n, d, f, 1e-14);
        if (HasFatalFailure()) return;
    }
}

INSTANTIATE_TEST_SUITE_P(Threads, LinearKernels, testing::Values(1, 2));

}  // namespace
}  // namespace perceptarium::kernels
