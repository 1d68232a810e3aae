// The house's colours: categories, tensor kinds, classes, series, roles, and the two colour maps of pictures.
#include <QtGlobal>
#include <algorithm>
#include <array>
#include <cmath>

#include "ui/theme/theme.h"

namespace perceptarium::ui {
namespace {

QColor pick(QRgb light, QRgb dark) { return QColor(isDark() ? dark : light); }

/// Ten colours that stay apart for eyes that see red and green alike (Petroff 2021, "Accessible color sequences").
constexpr std::array<QRgb, 10> kClasses{0x3f90da, 0xffa90e, 0xbd1f01, 0x94a4a2, 0x832db6,
                                        0xa96b59, 0xe76300, 0xb9ac70, 0x717581, 0x92dadd};
/// Six lines on one chart, from the same work.
constexpr std::array<QRgb, 6> kSeries{0x5790fc, 0xf89c20, 0xe42536, 0x964a8b, 0x7f7f87, 0x7a21dd};

struct Stop {
    double r, g, b;
};
/// Linear between evenly spaced stops, t in 0…1.
template <std::size_t N>
QRgb ramp(const std::array<Stop, N>& stops, double t) {
    if (!std::isfinite(t)) return qRgb(255, 0, 255);  // a value that is not a number must not look like one
    const double place = std::clamp(t, 0.0, 1.0) * (N - 1);
    const auto lower = std::min(static_cast<std::size_t>(place), N - 2);
    const double f = place - static_cast<double>(lower);
    const auto mix = [f](double a, double b) { return static_cast<int>(std::lround(a + f * (b - a))); };
    const Stop &a = stops[lower], &b = stops[lower + 1];
    return qRgb(mix(a.r, b.r), mix(a.g, b.g), mix(a.b, b.b));
}

}  // namespace

QColor categoryColour(layers::Category category) {
    switch (category) {
        case layers::Category::Data:
            return pick(0x6b7482, 0x949dab);
        case layers::Category::Layer:
            return pick(0x2f6fde, 0x5b93f5);
        case layers::Category::Activation:
            return pick(0xcf4647, 0xe8716f);
        case layers::Category::Pooling:
            return pick(0x3d8b40, 0x67b26a);
        case layers::Category::Normalization:
            return pick(0x0f8b8d, 0x3fb5b3);
        case layers::Category::Dropout:
            return pick(0x7c4fc4, 0xa582e6);
        case layers::Category::Shape:
            return pick(0x8a6243, 0xb98d68);
        case layers::Category::Merge:
            return pick(0xc9700e, 0xe89a42);
        case layers::Category::Block:
            return pick(0xb0387c, 0xe07ab2);
    }
    return colour(Role::Secondary);
}

QColor tensorColour(const TensorType& type) {
    if (type.dtype == DType::I32) return pick(0x8a6243, 0xc49a72);  // word ids
    if (type.shape.rank() >= 3) return pick(0x2f6fde, 0x5b93f5);    // pictures
    if (type.shape.rank() == 2) return pick(0x7c4fc4, 0xa582e6);    // sequences of vectors
    return pick(0x3d8b40, 0x67b26a);                                // vectors
}

QColor tintColour(network::Tint tint) {
    switch (tint) {
        case network::Tint::Grey:
            return pick(0x6b7482, 0x949dab);
        case network::Tint::Blue:
            return pick(0x2f6fde, 0x5b93f5);
        case network::Tint::Green:
            return pick(0x3d8b40, 0x67b26a);
        case network::Tint::Yellow:
            return pick(0xc99700, 0xe0b93c);
        case network::Tint::Red:
            return pick(0xcf4647, 0xe8716f);
        case network::Tint::Violet:
            return pick(0x7c4fc4, 0xa582e6);
    }
    return colour(Role::Secondary);
}

QColor classColour(int index) {
    const int n = static_cast<int>(kClasses.size());
    index = std::max(index, 0);
    const QColor colour(kClasses[static_cast<std::size_t>(index % n)]);
    const int round = index / n % 3;
    return round == 0 ? colour : round == 1 ? colour.darker(150) : colour.lighter(145);
}

QColor seriesColour(int index) {
    const int n = static_cast<int>(kSeries.size());
    index = std::max(index, 0);
    const QColor colour(kSeries[static_cast<std::size_t>(index % n)]);
    const bool second = index / n % 2 == 1;
    const QColor shown = isDark() ? colour.lighter(index % n == 3 || index % n == 5 ? 150 : 110) : colour;
    return second ? shown.darker(145) : shown;
}

QColor colour(Role role) {
    switch (role) {
        case Role::Error:
            return pick(0xc62f3b, 0xf0717b);
        case Role::Warning:
            return pick(0xb36b00, 0xe5a83b);
        case Role::Good:
            return pick(0x2e7d32, 0x6cc071);
        case Role::Mark:
            return pick(0x8a5cd0, 0xb592ee);
        case Role::Canvas:
            return pick(0xf0f2f5, 0x191b20);
        case Role::Grid:
            return pick(0xe1e5ea, 0x292d34);
        case Role::Edge:
            return pick(0x8f98a6, 0x6d7582);
        case Role::Secondary:
            return pick(0x5b6472, 0x9ba4b2);
        case Role::NodeFill:
            return pick(0xffffff, 0x262a31);
        case Role::Accent:
            return pick(0x2f6fde, 0x5b8def);
    }
    return {};
}

QRgb diverging(double t) {
    // Blue – ground – orange-red; ends are equally dark (light theme) or bright (dark theme), hues differ for every
    // eye.
    static constexpr std::array<Stop, 5> light{
        {{12, 74, 140}, {94, 156, 210}, {247, 247, 247}, {240, 148, 103}, {166, 40, 12}}};
    static constexpr std::array<Stop, 5> dark{
        {{124, 190, 255}, {46, 110, 180}, {24, 26, 31}, {186, 80, 34}, {255, 178, 122}}};
    return ramp(isDark() ? dark : light, (t + 1) / 2);
}

QRgb sequential(double t) {
    // From deep blue to light yellow with evenly rising lightness (the stops are CIE-even samples, as in viridis).
    static constexpr std::array<Stop, 9> stops{{{68, 1, 84},
                                                {71, 44, 122},
                                                {59, 81, 139},
                                                {44, 113, 142},
                                                {33, 144, 141},
                                                {39, 173, 129},
                                                {92, 200, 99},
                                                {170, 220, 50},
                                                {253, 231, 37}}};
    return ramp(stops, t);
}

}  // namespace perceptarium::ui
