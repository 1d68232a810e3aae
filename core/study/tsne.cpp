#include "study/tsne.h"

#include <Eigen/Dense>
#include <algorithm>
#include <cmath>
#include <numeric>

#include "base/check.h"
#include "base/random.h"
#include "kernels/dispatch.h"

namespace perceptarium::study {
namespace {

/// The precision β at which exp(−β d²) over the neighbours has entropy log(perplexity); fills p with the distribution.
/// `distances` are squared, rising, the first is the smallest.
void calibrate(const std::vector<float>& distances, double perplexity, std::vector<double>& p) {
    const double wanted = std::log(perplexity);
    double beta = 1, low = 0, high = std::numeric_limits<double>::infinity();
    const double nearest = distances.front();
    const double mean =
        std::accumulate(distances.begin(), distances.end(), 0.0) / static_cast<double>(distances.size()) - nearest;
    if (mean > 0) beta = 1 / mean;
    for (int round = 0; round < 64; ++round) {
        double sum = 0, weighted = 0;
        for (std::size_t j = 0; j < distances.size(); ++j) {
            const double distance = distances[j] - nearest;  // shifted, so that the largest term is 1
            p[j] = std::exp(-beta * distance);
            sum += p[j];
            weighted += p[j] * distance;
        }
        const double entropy = std::log(sum) + beta * weighted / sum;
        for (double& value : p) value /= sum;
        if (std::abs(entropy - wanted) < 1e-5) return;
        if (entropy > wanted) {
            low = beta;
            beta = std::isinf(high) ? beta * 2 : (beta + high) / 2;
        } else {
            high = beta;
            beta = (beta + low) / 2;
        }
    }
}

}  // namespace

Tsne::Tsne(const Tensor& x, const TsneSettings& settings, const Tensor& start) : settings_(settings) {
    CHECK(x.shape().rank() == 2 && x.elements() > 0, "t-SNE needs rows and columns");
    n_ = x.shape()[0];
    perplexity_ = std::clamp(settings.perplexity, 1.0, std::max(1.0, static_cast<double>(n_ - 1) / 3));
    learningRate_ = settings.learningRate > 0 ? settings.learningRate
                                              : std::max({std::min(50.0, static_cast<double>(n_) / 4),
                                                          static_cast<double>(n_) / settings.exaggeration / 4});
    neighbourhoods(x);

    const auto size = static_cast<std::size_t>(n_);
    for (auto* values : {&x_, &y_, &repulsionX_, &repulsionY_, &gradientX_, &gradientY_, &velocityX_, &velocityY_})
        values->assign(size, 0);
    gainX_.assign(size, 1);
    gainY_.assign(size, 1);
    if (start.defined()) {
        CHECK((start.shape() == Shape{n_, 2}), "the start of t-SNE has the wrong shape");
        // As others do: the first column gets a standard deviation of 1e-4, so that the start decides nothing but
        // places.
        double squares = 0;
        for (std::int64_t i = 0; i < n_; ++i) squares += start.at(2 * i) * start.at(2 * i);
        const double scale = squares > 0 ? 1e-4 / std::sqrt(squares / static_cast<double>(n_)) : 0;
        for (std::int64_t i = 0; i < n_; ++i) {
            x_[static_cast<std::size_t>(i)] = static_cast<float>(start.at(2 * i) * scale);
            y_[static_cast<std::size_t>(i)] = static_cast<float>(start.at(2 * i + 1) * scale);
        }
    }
    // Points at the same place would never part: everyone gets a little noise of its own.
    Random random(settings.seed, "tsne");
    const double noise = start.defined() ? 1e-6 : 1e-4;
    for (std::int64_t i = 0; i < n_; ++i) {
        x_[static_cast<std::size_t>(i)] += static_cast<float>(noise * random.normal());
        y_[static_cast<std::size_t>(i)] += static_cast<float>(noise * random.normal());
    }
}

void Tsne::neighbourhoods(const Tensor& x) {
    using Rows = Eigen::Matrix<float, Eigen::Dynamic, Eigen::Dynamic, Eigen::RowMajor>;
    const Eigen::Index d = x.shape()[1];
    Rows points = Eigen::Map<const Rows>(x.data<float>(), n_, d);
    points.rowwise() -= points.colwise().mean();  // distances stay, rounding errors shrink
    const Eigen::VectorXf squares = points.rowwise().squaredNorm();

    const auto wanted = static_cast<std::int64_t>(3 * perplexity_);
    const std::int64_t k = std::clamp<std::int64_t>(wanted, 1, std::max<std::int64_t>(n_ - 1, 1));
    std::vector<std::vector<std::pair<std::int32_t, float>>> directed(static_cast<std::size_t>(n_));
    constexpr Eigen::Index block = 256;
    Rows distances;
    std::vector<std::int32_t> order;
    std::vector<float> nearest;
    std::vector<double> p;
    for (Eigen::Index begin = 0; n_ > 1 && begin < n_; begin += block) {
        const Eigen::Index rows = std::min<Eigen::Index>(block, n_ - begin);
        distances.noalias() = points.middleRows(begin, rows) * points.transpose();
        for (Eigen::Index row = 0; row < rows; ++row) {
            const Eigen::Index i = begin + row;
            order.clear();
            for (Eigen::Index j = 0; j < n_; ++j) {
                distances(row, j) = std::max(0.0f, squares[i] + squares[j] - 2 * distances(row, j));
                if (j != i) order.push_back(static_cast<std::int32_t>(j));
            }
            const auto closer = [&](std::int32_t a, std::int32_t b) {
                return distances(row, a) != distances(row, b) ? distances(row, a) < distances(row, b) : a < b;
            };
            std::partial_sort(order.begin(), order.begin() + k, order.end(), closer);
            nearest.resize(static_cast<std::size_t>(k));
            p.resize(static_cast<std::size_t>(k));
            for (std::size_t j = 0; j < nearest.size(); ++j) nearest[j] = distances(row, order[j]);
            calibrate(nearest, perplexity_, p);
            for (std::size_t j = 0; j < nearest.size(); ++j)
                directed[static_cast<std::size_t>(i)].emplace_back(order[j], static_cast<float>(p[j]));
        }
    }

    // p(i, j) = (p(j|i) + p(i|j)) / 2N, as sorted rows.
    const float half = 1.0f / (2.0f * static_cast<float>(n_));
    std::vector<std::vector<std::pair<std::int32_t, float>>> both(static_cast<std::size_t>(n_));
    for (std::size_t i = 0; i < directed.size(); ++i)
        for (const auto& [j, value] : directed[i]) {
            both[i].emplace_back(j, value * half);
            both[static_cast<std::size_t>(j)].emplace_back(static_cast<std::int32_t>(i), value * half);
        }
    first_.assign(1, 0);
    neighbour_.clear();
    affinity_.clear();
    for (auto& row : both) {
        std::stable_sort(row.begin(), row.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
        for (std::size_t at = 0; at < row.size(); ++at) {
            if (at > 0 && row[at].first == row[at - 1].first) {
                affinity_.back() += row[at].second;
            } else {
                neighbour_.push_back(row[at].first);
                affinity_.push_back(row[at].second);
            }
        }
        first_.push_back(static_cast<std::int64_t>(neighbour_.size()));
    }
}

void Tsne::gradient(double exaggeration) {
    const kernels::Inner<float>& inner = kernels::inner<float>();
    inner.mapAttraction(n_, first_.data(), neighbour_.data(), affinity_.data(), x_.data(), y_.data(), gradientX_.data(),
                        gradientY_.data());
    // dC/dyᵢ = 4 Σⱼ (pᵢⱼ − qᵢⱼ)(yᵢ − yⱼ)/(1 + |yᵢ − yⱼ|²) with qᵢⱼ = 1/((1 + |yᵢ − yⱼ|²) Z); van der Maaten and Hinton,
    // eq. 5.
    const double z = inner.mapRepulsion(n_, x_.data(), y_.data(), repulsionX_.data(), repulsionY_.data());
    const float share = z > 0 ? static_cast<float>(1 / z) : 0, strength = static_cast<float>(exaggeration);
    for (std::size_t i = 0; i < x_.size(); ++i) {
        gradientX_[i] = 4 * (strength * gradientX_[i] - share * repulsionX_[i]);
        gradientY_[i] = 4 * (strength * gradientY_[i] - share * repulsionY_[i]);
    }
}

void Tsne::run(std::int64_t iterations) {
    if (n_ < 2) {
        iteration_ += iterations;
        return;
    }
    // Gradient descent with momentum and a gain for every coordinate that grows while the direction holds (Jacobs
    // 1988), with the constants of the paper's own program.
    const auto descend = [&](std::vector<float>& place, const std::vector<float>& slope, std::vector<float>& velocity,
                             std::vector<float>& gain, float momentum) {
        double sum = 0;
        for (std::size_t i = 0; i < place.size(); ++i) {
            gain[i] = (slope[i] > 0) != (velocity[i] > 0) ? gain[i] + 0.2f : std::max(gain[i] * 0.8f, 0.01f);
            velocity[i] = momentum * velocity[i] - static_cast<float>(learningRate_) * gain[i] * slope[i];
            place[i] += velocity[i];
            sum += place[i];
        }
        const float centre = static_cast<float>(sum / static_cast<double>(n_));
        for (float& value : place) value -= centre;
    };
    for (std::int64_t round = 0; round < iterations; ++round, ++iteration_) {
        const bool early = iteration_ < settings_.exaggerated;
        gradient(early ? settings_.exaggeration : 1);
        descend(x_, gradientX_, velocityX_, gainX_, early ? 0.5f : 0.8f);
        descend(y_, gradientY_, velocityY_, gainY_, early ? 0.5f : 0.8f);
    }
}

void Tsne::follow(const Tensor& x) {
    CHECK(x.shape().rank() == 2 && x.shape()[0] == n_, "t-SNE cannot follow another number of points");
    neighbourhoods(x);
}

Tensor Tsne::embedding() const {
    Tensor map = Tensor::empty({n_, 2});
    float* out = map.data<float>();
    for (std::size_t i = 0; i < x_.size(); ++i) {
        out[2 * i] = x_[i];
        out[2 * i + 1] = y_[i];
    }
    return map;
}

double Tsne::divergence() const {
    if (n_ < 2) return 0;
    std::vector<float> fx(x_.size()), fy(x_.size());
    const double z = kernels::inner<float>().mapRepulsion(n_, x_.data(), y_.data(), fx.data(), fy.data());
    double sum = 0;
    for (std::size_t i = 0; i < x_.size(); ++i)
        for (auto at = static_cast<std::size_t>(first_[i]); at < static_cast<std::size_t>(first_[i + 1]); ++at) {
            const auto j = static_cast<std::size_t>(neighbour_[at]);
            const double p = affinity_[at];
            if (p <= 0) continue;
            const double dx = x_[i] - x_[j], dy = y_[i] - y_[j];
            sum += p * std::log(p * z * (1 + dx * dx + dy * dy));
        }
    return sum;
}

}  // namespace perceptarium::study
