// t-SNE: a map of points in the plane on which those that are close in many dimensions stay close (van der Maaten and
// Hinton 2008). All pairs repel exactly; attraction runs along the nearest neighbours only (van der Maaten 2014).
#pragma once

#include <cstdint>
#include <vector>

#include "tensor/tensor.h"

namespace perceptarium::study {

struct TsneSettings {
    double perplexity = 30;          ///< about how many neighbours count; lowered to (N − 1)/3 where there are fewer
    double exaggeration = 12;        ///< attraction is this much stronger at first, so that groups find each other
    std::int64_t exaggerated = 250;  ///< iterations with it
    double learningRate = 0;  ///< 0: N / (4 · exaggeration), at least 50 (Belkina et al. 2019), less for few points
    std::uint64_t seed = 1;   ///< of the start, when none is given
};

/// Runs a few iterations at a time, so that a picture can follow. Up to about 4,000 points; one thread.
class Tsne {
public:
    /// x [N, D] f32, finite, N ≥ 1 (CHECK). `start` [N, 2] (usually the first two principal components; it is scaled)
    /// or undefined: small random numbers.
    Tsne(const Tensor& x, const TsneSettings& settings = {}, const Tensor& start = {});

    void run(std::int64_t iterations);
    /// The same points have moved (a network that learns): the map goes on from where it is. x [N, any] with the same N
    /// (CHECK).
    void follow(const Tensor& x);
    std::int64_t iterations() const { return iteration_; }
    /// [N, 2], centred.
    Tensor embedding() const;
    /// Kullback–Leibler divergence of the map from the neighbourhoods, in nats, without exaggeration.
    double divergence() const;
    double perplexity() const { return perplexity_; }
    /// p(i, j) of all neighbours; they sum to 1.
    const std::vector<float>& affinities() const { return affinity_; }

private:
    void neighbourhoods(const Tensor& x);
    void gradient(double exaggeration);

    std::int64_t n_ = 0, iteration_ = 0;
    TsneSettings settings_;
    double perplexity_ = 0, learningRate_ = 0;
    std::vector<std::int64_t> first_;  ///< neighbours of point i are at first_[i] … first_[i + 1] − 1
    std::vector<std::int32_t> neighbour_;
    std::vector<float> affinity_;  ///< p(i, j), symmetric
    std::vector<float> x_, y_;     ///< the map
    std::vector<float> repulsionX_, repulsionY_, gradientX_, gradientY_;
    std::vector<float> velocityX_, velocityY_, gainX_, gainY_;
};

}  // namespace perceptarium::study
