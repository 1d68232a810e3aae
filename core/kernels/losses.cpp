#include "kernels/losses.h"

#include <algorithm>
#include <cmath>

#include "kernels/scratch.h"
#include "kernels/softmax.h"

namespace perceptarium::kernels {
namespace {

double weightOf(const LabelTreatment& treatment, std::int64_t label) {
    return treatment.weights ? treatment.weights[label] : 1.0;
}

/// Σ w_label over the labels that are there.
double weightOfAll(std::int64_t n, const std::int32_t* labels, const LabelTreatment& treatment) {
    double all = 0;
    for (std::int64_t i = 0; i < n; ++i)
        if (labels[i] != kMissingLabel) all += weightOf(treatment, labels[i]);
    return all;
}

std::int64_t known(std::int64_t n, const std::int32_t* labels) {
    return n - std::count(labels, labels + n, kMissingLabel);
}

template <class T>
void nothing(std::int64_t count, T* gradient) {
    if (gradient) std::fill_n(gradient, count, T(0));
}

/// log Σ exp of a row, given its softmax: the probability of the largest logit is exp(largest) over that sum.
template <class T>
double logSumOf(std::int64_t c, const T* logits, const T* softmaxed) {
    const auto top = std::max_element(logits, logits + c) - logits;
    return static_cast<double>(logits[top]) - std::log(static_cast<double>(softmaxed[top]));
}

/// log(1 + eᶻ), for any z.
double softplus(double z) { return std::max(z, 0.0) + std::log1p(std::exp(-std::abs(z))); }

/// Calls of(residual) → {loss, derivative} for each number; the mean of the losses.
template <class T, class Of>
T meanOver(std::int64_t n, const T* prediction, const T* target, T* gradient, const Of& of) {
    double sum = 0;
    for (std::int64_t i = 0; i < n; ++i) {
        const auto [loss, slope] = of(static_cast<double>(prediction[i]) - static_cast<double>(target[i]));
        sum += loss;
        if (gradient) gradient[i] = static_cast<T>(slope / static_cast<double>(n));
    }
    return n > 0 ? static_cast<T>(sum / static_cast<double>(n)) : T(0);
}

struct Slope {
    double loss, slope;
};

/// max(0, gap)ᵖ and its derivative by the gap.
Slope hingeOf(double gap, bool squared) {
    if (gap <= 0) return {0, 0};  // not a number stays one, so that it is found
    return squared ? Slope{gap * gap, 2 * gap} : Slope{gap, 1};
}

template <class T>
bool isDistribution(std::int64_t c, const T* row) {
    double sum = 0;
    for (std::int64_t k = 0; k < c; ++k) {
        if (!(row[k] >= 0)) return false;
        sum += static_cast<double>(row[k]);
    }
    return std::abs(sum - 1) <= 1e-3;
}

}  // namespace

template <class T>
T treatedSoftmaxCrossEntropy(std::int64_t n, std::int64_t c, const T* logits, const std::int32_t* labels,
                             const LabelTreatment& treatment, T* gradient) {
    const double all = weightOfAll(n, labels, treatment);
    if (!(all > 0)) return nothing(n * c, gradient), T(0);
    Scratch<T> own(gradient ? 1 : n * c);
    T* p = gradient ? gradient : own.data();
    softmax(n, c, logits, p);  // where the derivative goes, the probabilities stand first
    const double spread = treatment.smoothing / static_cast<double>(c);
    double spreadWeights = 0;
    for (std::int64_t k = 0; k < c; ++k) spreadWeights += spread * weightOf(treatment, k);
    double sum = 0;
    for (std::int64_t i = 0; i < n; ++i) {
        const T* z = logits + i * c;
        T* row = p + i * c;
        const std::int32_t label = labels[i];
        if (label == kMissingLabel) {
            std::fill_n(row, c, T(0));
            continue;
        }
        const double sharp = (1 - treatment.smoothing) * weightOf(treatment, label);
        const double logSum = logSumOf(c, z, row), total = sharp + spreadWeights;
        sum += sharp * (logSum - static_cast<double>(z[label]));
        if (spread > 0)
            for (std::int64_t k = 0; k < c; ++k)
                sum += spread * weightOf(treatment, k) * (logSum - static_cast<double>(z[k]));
        if (!gradient) continue;
        for (std::int64_t k = 0; k < c; ++k) {
            const double q = spread * weightOf(treatment, k) + (k == label ? sharp : 0);
            row[k] = static_cast<T>((static_cast<double>(row[k]) * total - q) / all);
        }
    }
    return static_cast<T>(sum / all);
}

template <class T>
T treatedSigmoidCrossEntropy(std::int64_t n, const T* logits, const std::int32_t* labels,
                             const LabelTreatment& treatment, T* gradient) {
    const double all = weightOfAll(n, labels, treatment);
    if (!(all > 0)) return nothing(n, gradient), T(0);
    double sum = 0;
    for (std::int64_t i = 0; i < n; ++i) {
        if (labels[i] == kMissingLabel) {
            if (gradient) gradient[i] = 0;
            continue;
        }
        const auto z = static_cast<double>(logits[i]);
        double q[2];
        for (int k = 0; k < 2; ++k)
            q[k] = weightOf(treatment, k) * ((labels[i] == k ? 1 - treatment.smoothing : 0) + treatment.smoothing / 2);
        sum += q[1] * softplus(-z) + q[0] * softplus(z);
        if (!gradient) continue;
        // Both from e^−|z|, so that neither end of the sigmoid loses its digits.
        const double e = std::exp(-std::abs(z)), high = 1 / (1 + e), low = e / (1 + e);
        const double up = z >= 0 ? high : low, down = z >= 0 ? low : high;
        gradient[i] = static_cast<T>((q[0] * up - q[1] * down) / all);
    }
    return static_cast<T>(sum / all);
}

template <class T>
T meanAbsoluteError(std::int64_t n, const T* prediction, const T* target, T* gradient) {
    return meanOver(n, prediction, target, gradient, [](double r) {
        return Slope{std::abs(r), r > 0 ? 1.0 : r < 0 ? -1.0 : 0.0};
    });
}

template <class T>
T huber(std::int64_t n, const T* prediction, const T* target, double delta, T* gradient) {
    return meanOver(n, prediction, target, gradient, [delta](double r) {
        if (std::abs(r) <= delta) return Slope{0.5 * r * r, r};
        return Slope{delta * (std::abs(r) - 0.5 * delta), r > 0 ? delta : -delta};
    });
}

template <class T>
T binaryHinge(std::int64_t n, const T* logits, const std::int32_t* labels, double margin, bool squared, T* gradient) {
    const auto count = static_cast<double>(known(n, labels));
    if (count == 0) return nothing(n, gradient), T(0);
    double sum = 0;
    for (std::int64_t i = 0; i < n; ++i) {
        const double side = labels[i] == kMissingLabel ? 0 : labels[i] == 1 ? 1 : -1;
        const Slope at = side == 0 ? Slope{0, 0} : hingeOf(margin - side * static_cast<double>(logits[i]), squared);
        sum += at.loss;
        if (gradient) gradient[i] = static_cast<T>(-side * at.slope / count);
    }
    return static_cast<T>(sum / count);
}

template <class T>
T multiHinge(std::int64_t n, std::int64_t c, const T* logits, const std::int32_t* labels, double margin, bool squared,
             T* gradient) {
    const double count = static_cast<double>(known(n, labels)) * static_cast<double>(c);
    nothing(n * c, gradient);
    if (count == 0) return T(0);
    double sum = 0;
    for (std::int64_t i = 0; i < n; ++i) {
        const std::int32_t label = labels[i];
        if (label == kMissingLabel) continue;
        const T* z = logits + i * c;
        double slopes = 0;
        for (std::int64_t k = 0; k < c; ++k) {
            if (k == label) continue;
            const Slope at = hingeOf(margin - static_cast<double>(z[label]) + static_cast<double>(z[k]), squared);
            sum += at.loss;
            slopes += at.slope;
            if (gradient) gradient[i * c + k] = static_cast<T>(at.slope / count);
        }
        if (gradient) gradient[i * c + label] = static_cast<T>(-slopes / count);
    }
    return static_cast<T>(sum / count);
}

template <class T>
std::int64_t distributions(std::int64_t n, std::int64_t c, const T* target) {
    std::int64_t rows = 0;
    for (std::int64_t i = 0; i < n; ++i) rows += isDistribution(c, target + i * c);
    return rows;
}

template <class T>
T klDivergence(std::int64_t n, std::int64_t c, const T* logits, const T* target, T* gradient) {
    const std::int64_t rows = distributions(n, c, target);
    if (rows == 0) return nothing(n * c, gradient), T(0);
    Scratch<T> own(gradient ? 1 : n * c);
    T* p = gradient ? gradient : own.data();
    softmax(n, c, logits, p);
    const auto count = static_cast<double>(rows);
    double sum = 0;
    for (std::int64_t i = 0; i < n; ++i) {
        const T *z = logits + i * c, *y = target + i * c;
        T* row = p + i * c;
        if (!isDistribution(c, y)) {
            std::fill_n(row, c, T(0));
            continue;
        }
        const double logSum = logSumOf(c, z, row);
        double mass = 0;
        for (std::int64_t k = 0; k < c; ++k) {
            const auto share = static_cast<double>(y[k]);
            mass += share;
            if (share > 0) sum += share * (std::log(share) + logSum - static_cast<double>(z[k]));
        }
        if (!gradient) continue;
        for (std::int64_t k = 0; k < c; ++k)
            row[k] = static_cast<T>((static_cast<double>(row[k]) * mass - static_cast<double>(y[k])) / count);
    }
    return static_cast<T>(sum / count);
}

#define PERCEPTARIUM_INSTANTIATE(T)                                                                                   \
    template T treatedSoftmaxCrossEntropy<T>(std::int64_t, std::int64_t, const T*, const std::int32_t*,               \
                                             const LabelTreatment&, T*);                                              \
    template T treatedSigmoidCrossEntropy<T>(std::int64_t, const T*, const std::int32_t*, const LabelTreatment&, T*); \
    template T meanAbsoluteError<T>(std::int64_t, const T*, const T*, T*);                                            \
    template T huber<T>(std::int64_t, const T*, const T*, double, T*);                                                \
    template T binaryHinge<T>(std::int64_t, const T*, const std::int32_t*, double, bool, T*);                         \
    template T multiHinge<T>(std::int64_t, std::int64_t, const T*, const std::int32_t*, double, bool, T*);            \
    template std::int64_t distributions<T>(std::int64_t, std::int64_t, const T*);                                     \
    template T klDivergence<T>(std::int64_t, std::int64_t, const T*, const T*, T*);
PERCEPTARIUM_INSTANTIATE(float)
PERCEPTARIUM_INSTANTIATE(double)

}  // namespace perceptarium::kernels
