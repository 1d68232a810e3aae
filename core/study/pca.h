// Principal component analysis: the directions in which a cloud of points spreads most.
#pragma once

#include <vector>

#include "tensor/tensor.h"

namespace perceptarium::study {

struct Pca {
    Tensor mean;        ///< [D] f32
    Tensor components;  ///< [k, D] f32, orthonormal rows by falling variance; the largest entry of each is positive
    Tensor scores;      ///< [N, k] f32: (x − mean) · componentsᵀ
    std::vector<double> variances;  ///< of each score, over N − 1
    std::vector<double> shares;     ///< of the whole variance; zeros when there is none
};

/// x [N, D] f32, finite; k = min(components, N, D). Exact (an eigenvalue problem of the smaller side) up to 400 rows or
/// columns, otherwise block power iteration (Halko, Martinsson and Tropp 2011) from a fixed start, refined until the
/// variances stand still to 1e-7: the same input gives the same picture.
/// Requires N ≥ 1, D ≥ 1 (CHECK). One thread only, so that training keeps the other.
Pca pca(const Tensor& x, std::int64_t components);

}  // namespace perceptarium::study
