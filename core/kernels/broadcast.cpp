#include "kernels/broadcast.h"

#include <algorithm>

#include "base/check.h"
#include "kernels/dispatch.h"
#include "kernels/thread_pool.h"

namespace perceptarium::kernels {
namespace {

/// Numbers that make a piece worth handing to another thread (some 20 µs).
constexpr Index kWorthAPiece = 65'536;

/// Calls block(rows, columns, offsets of the operands, offset of the result, strides over rows, steps over columns) for
/// the two innermost axes, until all of the walk is done; cut into pieces along the first axis.
template <int K, class Block>
void forBlocks(const Walk<K>& walk, Block block) {
    using Offsets = std::array<Index, K>;
    const auto stridesOf = [&](int axis) {
        Offsets strides{};
        for (std::size_t k = 0; axis >= 0 && k < K; ++k) strides[k] = walk.strides[k][static_cast<std::size_t>(axis)];
        return strides;
    };
    const Index columns = walk.rank >= 1 ? walk.extents[static_cast<std::size_t>(walk.rank - 1)] : 1;
    const Index rows = walk.rank >= 2 ? walk.extents[static_cast<std::size_t>(walk.rank - 2)] : 1;
    const Offsets rowStrides = stridesOf(walk.rank - 2), steps = stridesOf(walk.rank - 1);
    if (walk.rank == 0) return block(Index{1}, Index{1}, Offsets{}, Index{0}, Offsets{}, Offsets{});

    Index below = 1;  // numbers of the result in one step along the first axis
    for (int axis = 1; axis < walk.rank; ++axis) below *= walk.extents[static_cast<std::size_t>(axis)];
    if (below == 0) return;
    const Offsets first = stridesOf(0);
    parallelFor(walk.extents[0], kWorthAPiece / below + 1, [&](Index begin, Index end) {
        Offsets offsets{};
        for (std::size_t k = 0; k < K; ++k) offsets[k] = begin * first[k];
        Index to = begin * below;
        if (walk.rank == 1) return block(Index{1}, end - begin, offsets, to, Offsets{}, steps);
        if (walk.rank == 2) return block(end - begin, columns, offsets, to, rowStrides, steps);
        // An odometer over the axes outside of the block; the first one turns through this piece only.
        std::array<Index, Shape::kMaximumRank> turn{};
        const Index blocks = (end - begin) * below / (rows * columns);
        for (Index i = 0; i < blocks; ++i, to += rows * columns) {
            block(rows, columns, offsets, to, rowStrides, steps);
            for (auto axis = static_cast<std::size_t>(walk.rank - 3);; --axis) {
                for (std::size_t k = 0; k < K; ++k) offsets[k] += walk.strides[k][axis];
                if (axis == 0 || ++turn[axis] < walk.extents[axis]) break;
                for (std::size_t k = 0; k < K; ++k) offsets[k] -= turn[axis] * walk.strides[k][axis];
                turn[axis] = 0;
            }
        }
    });
}

template <Question question, class T>
bool answer(T a, T b) {
    if constexpr (question == Question::Equal) return a == b;
    if constexpr (question == Question::NotEqual) return a != b;
    if constexpr (question == Question::Less) return a < b;
    if constexpr (question == Question::LessEqual) return a <= b;
    if constexpr (question == Question::And) return a != 0 && b != 0;
    if constexpr (question == Question::Or) return a != 0 || b != 0;
}

template <Question question, class T>
void compareAll(const Walk<2>& walk, const T* a, const T* b, std::int32_t* out) {
    forBlocks(walk, [=](Index rows, Index columns, const auto& from, Index to, const auto& row, const auto& step) {
        for (Index i = 0; i < rows; ++i) {
            const T* left = a + from[0] + i * row[0];
            const T* right = b + from[1] + i * row[1];
            for (Index j = 0; j < columns; ++j)
                out[to + i * columns + j] = answer<question>(left[j * step[0]], right[j * step[1]]);
        }
    });
}

}  // namespace

std::optional<Shape> broadcast(const Shape& a, const Shape& b) {
    std::array<std::int64_t, Shape::kMaximumRank> extents{};
    const int rank = std::max(a.rank(), b.rank());
    for (int back = 1; back <= rank; ++back) {
        const std::int64_t left = back <= a.rank() ? a[-back] : 1, right = back <= b.rank() ? b[-back] : 1;
        if (left != right && left != 1 && right != 1) return std::nullopt;
        extents[static_cast<std::size_t>(rank - back)] = left == 1 ? right : left;
    }
    return Shape(std::span<const std::int64_t>(extents.data(), static_cast<std::size_t>(rank)));
}

template <int K>
Walk<K>::Walk(const Shape& out, const std::array<const Shape*, K>& operands) {
    // From the last axis to the first; an axis joins the one behind it when every operand moves on as if they were one.
    std::array<Index, K> whole{};  // numbers of each operand in the axes seen so far
    whole.fill(1);
    std::array<Index, Shape::kMaximumRank> sizes{};
    std::array<std::array<Index, Shape::kMaximumRank>, K> steps{};
    std::size_t count = 0;
    for (int back = 1; back <= out.rank(); ++back) {
        const Index size = out[-back];
        std::array<Index, K> step{};
        for (std::size_t k = 0; k < K; ++k) {
            const Shape& shape = *operands[k];
            CHECK(shape.rank() <= out.rank(), shape.text() + " does not fit into " + out.text());
            const Index own = back <= shape.rank() ? shape[-back] : 1;
            CHECK(own == size || own == 1, shape.text() + " does not fit into " + out.text());
            step[k] = own == 1 ? 0 : whole[k];
            whole[k] *= own;
        }
        if (size == 1) continue;
        bool joins = count > 0;
        for (std::size_t k = 0; joins && k < K; ++k) joins = step[k] == steps[k][count - 1] * sizes[count - 1];
        if (joins) {
            sizes[count - 1] *= size;
            continue;
        }
        sizes[count] = size;
        for (std::size_t k = 0; k < K; ++k) steps[k][count] = step[k];
        ++count;
    }
    rank = static_cast<int>(count);
    for (std::size_t axis = 0; axis < count; ++axis) {
        extents[axis] = sizes[count - 1 - axis];
        for (std::size_t k = 0; k < K; ++k) strides[k][axis] = steps[k][count - 1 - axis];
    }
}

template <int K>
Index Walk<K>::count() const {
    Index product = 1;
    for (int axis = 0; axis < rank; ++axis) product *= extents[static_cast<std::size_t>(axis)];
    return product;
}

template <int K>
Index Walk<K>::offset(int operand, Index place) const {
    Index sum = 0;
    for (auto axis = static_cast<std::size_t>(rank); axis-- > 0; place /= extents[axis])
        sum += place % extents[axis] * strides[static_cast<std::size_t>(operand)][axis];
    return sum;
}
template struct Walk<2>;
template struct Walk<3>;

template <class T>
void binary(Binary f, const Walk<2>& walk, const T* a, const T* b, T* out) {
    const auto work = inner<T>().binary[static_cast<int>(f)];
    forBlocks(walk, [=](Index rows, Index columns, const auto& from, Index to, const auto& row, const auto& step) {
        work({rows, columns, a + from[0], row[0], step[0], b + from[1], row[1], step[1], out + to});
    });
}

template <class T>
void binary(Binary f, Index n, const T* a, const T* b, T* out) {
    const auto work = inner<T>().binary[static_cast<int>(f)];
    if (n < 2 * kWorthAPiece) {  // without the pool's bookkeeping: the steps of small networks are made of these
        if (n > 0) work({1, n, a, 0, 1, b, 0, 1, out});
        return;
    }
    parallelFor(n, kWorthAPiece, [=](Index begin, Index end) {
        work({1, end - begin, a + begin, 0, 1, b + begin, 0, 1, out + begin});
    });
}

template <class T>
void select(const Walk<3>& walk, const std::int32_t* mask, const T* a, const T* b, T* out) {
    forBlocks(walk, [=](Index rows, Index columns, const auto& from, Index to, const auto& row, const auto& step) {
        inner<T>().select({rows, columns, mask + from[0], row[0], step[0], a + from[1], row[1], step[1], b + from[2],
                           row[2], step[2], out + to});
    });
}

template <class T>
void compare(Question question, const Walk<2>& walk, const T* a, const T* b, std::int32_t* out) {
    switch (question) {
        case Question::Equal:
            return compareAll<Question::Equal>(walk, a, b, out);
        case Question::NotEqual:
            return compareAll<Question::NotEqual>(walk, a, b, out);
        case Question::Less:
            return compareAll<Question::Less>(walk, a, b, out);
        case Question::LessEqual:
            return compareAll<Question::LessEqual>(walk, a, b, out);
        case Question::And:
            return compareAll<Question::And>(walk, a, b, out);
        case Question::Or:
            return compareAll<Question::Or>(walk, a, b, out);
    }
}

#define PERCEPTARIUM_INSTANTIATE(T)                                                       \
    template void binary<T>(Binary, const Walk<2>&, const T*, const T*, T*);              \
    template void binary<T>(Binary, Index, const T*, const T*, T*);                       \
    template void select<T>(const Walk<3>&, const std::int32_t*, const T*, const T*, T*); \
    template void compare<T>(Question, const Walk<2>&, const T*, const T*, std::int32_t*);
PERCEPTARIUM_INSTANTIATE(float)
PERCEPTARIUM_INSTANTIATE(double)
template void compare<std::int32_t>(Question, const Walk<2>&, const std::int32_t*, const std::int32_t*, std::int32_t*);

}  // namespace perceptarium::kernels
