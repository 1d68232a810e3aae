#include "data/generators/digit_painter.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "data/generators/digit_shapes.h"

namespace perceptarium::data {
namespace {

constexpr int kStride = 32;  ///< a row of the field, a whole number of vector registers
constexpr int kLanes = 8;
constexpr float kFar = 1e6f;

float range(Random& random, double low, double high) { return static_cast<float>(random.uniform(low, high)); }
float bell(Random& random, double deviation) {
    return static_cast<float>(deviation * std::clamp(random.normal(), -2.2, 2.2));
}

struct Place {
    float x = 0, y = 0;
};

/// The elastic part of the distortion: two slow waves an axis, as a smooth random displacement of the plane (the idea
/// of Simard, Steinkraus and Platt 2003, applied to the pen's path instead of the finished picture, which is far
/// cheaper).
struct Waves {
    struct Wave {
        float strength, alongX, alongY, phase;
        float at(Place p) const { return strength * std::sin(alongX * p.x + alongY * p.y + phase); }
    };
    std::array<Wave, 4> waves;

    explicit Waves(Random& random) {
        const float strength = range(random, 0.005, 0.042);
        for (Wave& wave : waves)
            wave = {strength * range(random, 0.5, 1.0), bell(random, 5), bell(random, 5), range(random, 0, 6.2832)};
    }
    Place move(Place p) const { return {p.x + waves[0].at(p) + waves[1].at(p), p.y + waves[2].at(p) + waves[3].at(p)}; }
};

/// Size, slant, turn and place: from the unit square to pixels.
struct Frame {
    float xx, xy, yx, yy, x0, y0;

    explicit Frame(Random& random) {
        const float high = range(random, 16.5, 22.5), wide = high * range(random, 0.72, 1.12);
        const float turn = bell(random, 0.14), slant = bell(random, 0.17);
        const float c = std::cos(turn), s = std::sin(turn);
        xx = wide * c;
        xy = high * (-s - slant * c);
        yx = wide * s;
        yy = high * (c - slant * s);
        const float free = 0.5f * (kDigitSide - high);
        x0 = kDigitSide * 0.5f + range(random, -0.5, 0.5) * free;
        y0 = kDigitSide * 0.5f + range(random, -0.5, 0.5) * free;
    }
    Place put(Place p) const {
        const float x = p.x - 0.5f, y = p.y - 0.5f;
        return {x0 + xx * x + xy * y, y0 + yx * x + yy * y};
    }
};

/// For every pixel the least squared distance to the pen's path, in units of the pen's squared radius there.
class Field {
public:
    Field() { field_.fill(kFar); }

    void line(Place a, Place b, float radius, float reach) {
        const float dx = b.x - a.x, dy = b.y - a.y;
        const float inverse = 1 / std::max(dx * dx + dy * dy, 1e-6f);
        const float weight = 1 / (radius * radius);
        // Pixels whose centre, half a pixel in, is within reach.
        const int top = std::max(0, static_cast<int>(std::ceil(std::min(a.y, b.y) - reach - 0.5f)));
        const int bottom = std::min(kDigitSide - 1, static_cast<int>(std::floor(std::max(a.y, b.y) + reach - 0.5f)));
        const int left = std::max(0, static_cast<int>(std::ceil(std::min(a.x, b.x) - reach - 0.5f))) / kLanes * kLanes;
        const int right = std::min(kDigitSide - 1, static_cast<int>(std::floor(std::max(a.x, b.x) + reach - 0.5f)));
        for (int y = top; y <= bottom; ++y) {
            const float py = static_cast<float>(y) + 0.5f - a.y;
            for (int x = left; x <= right; x += kLanes) {
                float* __restrict cell = field_.data() + y * kStride + x;
                const float start = static_cast<float>(x) + 0.5f - a.x;
                for (int k = 0; k < kLanes; ++k) {
                    const float px = start + static_cast<float>(k);
                    float t = (px * dx + py * dy) * inverse;
                    t = t < 0 ? 0 : t;
                    t = t > 1 ? 1 : t;
                    const float ex = px - t * dx, ey = py - t * dy;
                    const float q = (ex * ex + ey * ey) * weight;
                    cell[k] = q < cell[k] ? q : cell[k];
                }
            }
        }
    }
    float at(int x, int y) const { return field_[static_cast<std::size_t>(y * kStride + x)]; }

private:
    alignas(64) std::array<float, kDigitSide * kStride> field_;
};

}  // namespace

void paintDigit(int digit, Random& random, std::span<std::uint8_t, kDigitSide * kDigitSide> pixels) {
    const auto shapes = shapesOf(digit);
    const DigitShape& shape = shapes[static_cast<std::size_t>(random.below(shapes.size()))];
    const Waves waves(random);
    const Frame frame(random);
    const float radius = range(random, 0.75, 1.75);
    // A broad pen is thin along one direction; a round one hardly.
    const float contrast = shape.printed ? range(random, 0, 0.55) : range(random, 0, 0.2);
    const float softness = range(random, 0.9, 1.7);  // pixels from full ink to none

    // Distances in pen radii where the ink begins to fade and where none is left.
    const float inner = std::max(0.0f, 1 - 0.5f * softness / radius), outer = 1 + 0.5f * softness / radius;

    Field field;
    Place before;
    for (const auto& point : shape.points) {
        const Place here = frame.put(waves.move({point.x, point.y}));
        if (point.down) {
            const float dx = std::abs(here.x - before.x), dy = std::abs(here.y - before.y);
            const float upright = dy / std::max(dx + dy, 1e-3f);
            const float width = radius * (1 - contrast * (1 - upright));
            field.line(before, here, width, width * outer);
        }
        before = here;
    }

    const float ink = range(random, 150, 255), ground = range(random, 0, 30), noise = range(random, 0, 22);
    std::uint64_t bits = 0;
    int left = 0;
    for (int y = 0; y < kDigitSide; ++y)
        for (int x = 0; x < kDigitSide; ++x) {
            if (left == 0) {
                bits = random.bits();
                left = 4;
            }
            // Two bytes make a triangular noise from −1 to 1.
            const float grain = (static_cast<float>(bits & 255) + static_cast<float>((bits >> 8) & 255)) / 255 - 1;
            bits >>= 16;
            --left;
            const float q = field.at(x, y);
            float cover = q < inner * inner ? 1.0f : 0.0f;
            if (q >= inner * inner && q < outer * outer)
                cover = std::min(0.5f + radius * (1 - std::sqrt(q)) / softness, 1.0f);
            const float value = ground + (ink - ground) * cover + noise * grain;
            pixels[static_cast<std::size_t>(y * kDigitSide + x)] =
                static_cast<std::uint8_t>(std::clamp(value + 0.5f, 0.0f, 255.0f));
        }
}

}  // namespace perceptarium::data
