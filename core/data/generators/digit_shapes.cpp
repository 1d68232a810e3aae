#include "data/generators/digit_shapes.h"

#include <array>
#include <charconv>
#include <string_view>

#include "base/check.h"

namespace perceptarium::data {
namespace {

struct Drawing {
    int digit;
    bool printed;
    /// Strokes apart by ';'. L: straight from point to point. S: a smooth curve through the points. O: the same,
    /// closed.
    std::string_view strokes;  ///< percent of the box, x y x y …
};

constexpr Drawing kDrawings[] = {
    {0, false, "O 50 5 27 18 20 50 27 82 50 95 73 82 80 50 73 18"},
    {0, false, "S 60 8 36 9 21 35 22 66 40 93 64 90 79 62 76 28 60 8 46 12"},
    {0, false, "O 54 5 36 20 30 50 32 80 48 95 64 80 70 50 68 20"},
    {0, true, "O 50 5 28 20 23 50 28 80 50 95 72 80 77 50 72 20"},
    {0, true, "L 24 6 76 6 76 94 24 94 24 6"},
    {1, false, "L 50 5 50 95"},
    {1, false, "L 32 26 54 5 54 95"},
    {1, false, "L 60 5 42 95"},
    {1, false, "L 30 26 52 5 52 94; L 30 94 74 94"},
    {1, true, "S 34 21 46 17 54 6; L 54 5 54 95; L 36 95 72 95"},
    {1, true, "L 36 20 52 6 52 94"},
    {2, false, "S 24 25 34 8 58 5 74 22 66 45 40 72 22 93; L 22 93 78 93"},
    {2, false, "S 24 24 38 6 64 8 70 30 52 60 30 86 22 91 24 80 38 80 56 92 78 88"},
    {2, false, "S 26 16 54 6 72 20 64 44 22 92; L 22 92 76 90"},
    {2, true, "S 24 28 30 10 50 5 72 14 74 34 58 56 36 76 22 94; L 22 94 78 94 80 80"},
    {2, true, "L 24 6 76 6 76 50 24 50 24 94 76 94"},
    {3, false, "S 25 14 48 5 70 16 68 36 46 47; S 46 47 72 54 76 76 54 95 24 86"},
    {3, false, "L 24 6 74 6 46 42; S 46 42 70 46 78 68 62 92 24 90"},
    {3, false, "S 26 12 50 5 70 18 62 38 44 46 40 50 46 52 70 58 76 78 52 95 24 84"},
    {3, true, "S 25 22 34 8 54 5 72 18 68 38 42 47; S 42 47 70 52 78 74 58 94 36 94 22 80"},
    {3, true, "L 24 6 76 6 76 94 24 94; L 34 50 76 50"},
    {4, false, "L 34 6 24 56 78 56; L 64 20 64 95"},
    {4, false, "L 62 95 62 5 20 66 82 66"},
    {4, false, "S 32 8 26 30 24 52 40 60 70 54; L 70 10 66 95"},
    {4, true, "L 62 95 62 5 20 68 82 68; L 48 95 76 95"},
    {4, true, "L 24 6 24 50 76 50; L 76 6 76 94"},
    {5, false, "L 74 6 32 6 28 46; S 28 46 50 38 74 52 74 78 52 95 24 86"},
    {5, false, "S 76 8 56 10 34 8 32 28 28 44 54 42 74 58 68 84 44 95 22 86"},
    {5, false, "L 72 6 36 8; S 36 8 30 30 34 46 60 50 74 70 58 92 26 90"},
    {5, true, "L 74 6 30 6 27 48; S 27 48 48 38 74 48 77 70 60 93 38 95 23 84"},
    {5, true, "L 76 6 24 6 24 50 76 50 76 94 24 94"},
    {6, false, "S 66 6 42 20 26 50 26 78 46 95 70 84 72 64 54 52 34 60 26 74"},
    {6, false, "S 60 5 40 34 26 66; O 50 52 28 62 26 80 48 95 72 84 72 62"},
    {6, false, "S 72 16 54 5 32 18 24 50 26 76 50 95 74 80 72 58 50 48 30 58 25 70"},
    {6, true, "S 73 20 56 5 34 14 24 50 30 84 50 95 74 84 76 64 58 48 36 52 24 70"},
    {6, true, "L 76 6 24 6 24 94 76 94 76 50 24 50"},
    {7, false, "L 22 7 78 7 44 95"},
    {7, false, "L 22 8 78 8 42 95; L 36 50 72 50"},
    {7, false, "L 22 11 76 8; S 76 8 60 34 48 62 44 95"},
    {7, true, "L 22 24 24 6 78 6; S 78 6 56 42 48 70 46 95"},
    {7, true, "L 24 22 24 6 76 6 76 94"},
    {8, false, "O 50 5 32 14 32 36 50 46 68 36 68 14; O 50 46 26 58 24 82 50 95 76 82 74 58"},
    {8, false, "O 66 16 48 5 30 18 38 38 62 56 74 76 52 95 28 80 36 58 60 42 70 26"},
    {8, false, "O 52 6 38 16 36 34 52 44 66 34 66 14; O 50 44 32 58 28 80 46 94 66 82 68 58"},
    {8, true, "O 50 5 28 14 28 36 50 47 72 36 72 14; O 50 47 24 60 24 84 50 95 76 84 76 60"},
    {8, true, "L 24 6 76 6 76 94 24 94 24 6; L 24 50 76 50"},
    {9, false, "O 50 5 30 16 28 38 48 50 70 38 72 18; S 72 20 70 52 60 95"},
    {9, false, "O 48 5 28 16 28 40 50 50 70 38 70 14; L 71 8 70 95"},
    {9, false, "S 74 28 68 48 46 52 27 40 28 18 50 5 74 16 76 50 68 82 48 95 28 86"},
    {9, true, "S 76 30 64 50 44 53 26 38 26 18 48 5 70 16 77 46 68 84 46 95 27 82"},
    {9, true, "L 76 50 24 50 24 6 76 6 76 94 24 94"},
};

using Point = DigitShape::Point;

std::vector<Point> numbersOf(std::string_view text) {
    std::vector<Point> points;
    const auto number = [&]() -> float {
        while (!text.empty() && text.front() == ' ') text.remove_prefix(1);
        int value = 0;
        const auto [end, failure] = std::from_chars(text.data(), text.data() + text.size(), value);
        CHECK(failure == std::errc{}, "a digit's drawing is misspelt");
        text.remove_prefix(static_cast<std::size_t>(end - text.data()));
        return static_cast<float>(value) / 100;
    };
    while (text.find_first_not_of(' ') != std::string_view::npos) {
        const float x = number();
        points.push_back({x, number(), true});
    }
    return points;
}

/// Catmull and Rom 1974, uniform: goes through every point; the ends are doubled unless it is closed.
std::vector<Point> smooth(const std::vector<Point>& through, bool closed) {
    constexpr int kSteps = 4;
    const auto n = static_cast<int>(through.size());
    const auto at = [&](int i) -> const Point& {
        return through[static_cast<std::size_t>(closed ? (i + n) % n : std::min(std::max(i, 0), n - 1))];
    };
    std::vector<Point> curve = {through[0]};
    for (int i = 0; i < (closed ? n : n - 1); ++i)
        for (int s = 1; s <= kSteps; ++s) {
            const float t = static_cast<float>(s) / kSteps;
            const auto blend = [t](float a, float b, float c, float d) {
                return 0.5f * (2 * b + (c - a) * t + (2 * a - 5 * b + 4 * c - d) * t * t +
                               (3 * b - a - 3 * c + d) * t * t * t);
            };
            curve.push_back({blend(at(i - 1).x, at(i).x, at(i + 1).x, at(i + 2).x),
                             blend(at(i - 1).y, at(i).y, at(i + 1).y, at(i + 2).y), true});
        }
    return curve;
}

/// Straight lines in pieces, so that a distortion can bend them.
std::vector<Point> straight(const std::vector<Point>& through) {
    constexpr int kSteps = 4;
    std::vector<Point> line = {through[0]};
    for (std::size_t i = 1; i < through.size(); ++i)
        for (int s = 1; s <= kSteps; ++s) {
            const float t = static_cast<float>(s) / kSteps;
            line.push_back({through[i - 1].x + t * (through[i].x - through[i - 1].x),
                            through[i - 1].y + t * (through[i].y - through[i - 1].y), true});
        }
    return line;
}

std::array<std::vector<DigitShape>, 10> makeAll() {
    std::array<std::vector<DigitShape>, 10> all;
    for (const Drawing& drawing : kDrawings) {
        DigitShape shape{drawing.digit, drawing.printed, {}};
        std::string_view rest = drawing.strokes;
        while (!rest.empty()) {
            while (rest.front() == ' ') rest.remove_prefix(1);
            const std::size_t end = rest.find(';');
            const std::string_view stroke = rest.substr(0, end);
            rest = end == std::string_view::npos ? std::string_view{} : rest.substr(end + 1);
            const auto through = numbersOf(stroke.substr(1));
            auto points = stroke[0] == 'L' ? straight(through) : smooth(through, stroke[0] == 'O');
            points[0].down = false;
            shape.points.insert(shape.points.end(), points.begin(), points.end());
        }
        all[static_cast<std::size_t>(drawing.digit)].push_back(std::move(shape));
    }
    return all;
}

}  // namespace

std::span<const DigitShape> shapesOf(int digit) {
    static const auto all = makeAll();
    CHECK(digit >= 0 && digit <= 9, "a digit is 0 to 9");
    return all[static_cast<std::size_t>(digit)];
}

}  // namespace perceptarium::data
