#include "study/pca.h"

#include <Eigen/Dense>
#include <algorithm>
#include <cmath>

#include "base/check.h"
#include "base/random.h"

namespace perceptarium::study {
namespace {

using Rows = Eigen::Matrix<float, Eigen::Dynamic, Eigen::Dynamic, Eigen::RowMajor>;
using Wide = Eigen::MatrixXd;

constexpr Eigen::Index kExactSide = 400;  ///< an eigenvalue problem of this size takes about 50 ms
constexpr Eigen::Index kSpare = 8;        ///< more directions than asked for make the wanted ones converge quickly
constexpr int kMostRounds = 60;

/// The k leading eigenvectors [side, k] of a symmetric matrix.
Wide leading(const Wide& symmetric, Eigen::Index k) {
    const Eigen::SelfAdjointEigenSolver<Wide> solver(symmetric);
    return solver.eigenvectors().rightCols(k).rowwise().reverse();
}

Wide orthonormal(const Wide& block) {
    const Eigen::HouseholderQR<Wide> qr(block);
    return qr.householderQ() * Wide::Identity(block.rows(), block.cols());
}

/// Components [D, k] of the centred rows.
Wide exact(const Rows& centred, Eigen::Index k) {
    const Wide wide = centred.cast<double>();
    if (centred.cols() <= centred.rows()) return leading(wide.transpose() * wide, k);
    // Few rows: the eigenvectors of X Xᵀ give those of Xᵀ X.
    return orthonormal(wide.transpose() * leading(wide * wide.transpose(), k));
}

Wide powerIteration(const Rows& centred, Eigen::Index k) {
    const Eigen::Index width = std::min(k + kSpare, std::min(centred.rows(), centred.cols()));
    Random random(1, "pca");
    Wide basis(centred.cols(), width);
    for (Eigen::Index column = 0; column < width; ++column)
        for (Eigen::Index row = 0; row < basis.rows(); ++row) basis(row, column) = random.normal();
    basis = orthonormal(basis);
    Eigen::VectorXd before = Eigen::VectorXd::Zero(k);
    for (int round = 0; round < kMostRounds; ++round) {
        const Eigen::MatrixXf scores = centred * basis.cast<float>();
        const Wide next = orthonormal((centred.transpose() * scores).cast<double>());
        // Rayleigh–Ritz: the best directions within the block.
        const Wide seen = (centred * next.cast<float>()).cast<double>();
        const Eigen::SelfAdjointEigenSolver<Wide> small(seen.transpose() * seen);
        basis = next * small.eigenvectors().rowwise().reverse();
        const Eigen::VectorXd now = small.eigenvalues().reverse().head(k);
        const bool still = (now - before).cwiseAbs().maxCoeff() <= 1e-7 * now.cwiseAbs().maxCoeff();
        before = now;
        if (still) break;
    }
    return basis.leftCols(k);
}

}  // namespace

Pca pca(const Tensor& x, std::int64_t components) {
    CHECK(x.shape().rank() == 2 && x.elements() > 0, "pca needs rows and columns");
    const Eigen::Index n = x.shape()[0], d = x.shape()[1];
    const Eigen::Index k = std::min<Eigen::Index>({std::max<Eigen::Index>(components, 1), n, d});
    Rows centred = Eigen::Map<const Rows>(x.data<float>(), n, d);
    const Eigen::VectorXd mean = centred.cast<double>().colwise().mean().transpose();
    centred.rowwise() -= mean.cast<float>().transpose();

    Wide directions = std::min(n, d) <= kExactSide ? exact(centred, k) : powerIteration(centred, k);
    for (Eigen::Index column = 0; column < k; ++column) {
        Eigen::Index largest = 0;
        directions.col(column).cwiseAbs().maxCoeff(&largest);
        if (directions(largest, column) < 0) directions.col(column) *= -1;
    }

    Pca result;
    result.mean = Tensor::empty({d});
    Eigen::Map<Eigen::VectorXf>(result.mean.data<float>(), d) = mean.cast<float>();
    result.components = Tensor::empty({k, d});
    Eigen::Map<Rows>(result.components.data<float>(), k, d) = directions.transpose().cast<float>();
    result.scores = Tensor::empty({n, k});
    Eigen::Map<Rows> scores(result.scores.data<float>(), n, k);
    scores.noalias() = centred * directions.cast<float>();
    const double freedom = static_cast<double>(std::max<Eigen::Index>(n - 1, 1));
    const double total = centred.cast<double>().squaredNorm() / freedom;
    for (Eigen::Index column = 0; column < k; ++column) {
        const double variance = scores.col(column).cast<double>().squaredNorm() / freedom;
        result.variances.push_back(variance);
        result.shares.push_back(total > 0 ? variance / total : 0);
    }
    return result;
}

}  // namespace perceptarium::study
