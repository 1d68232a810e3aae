#include "ui/views/contour.h"

#include <algorithm>
#include <array>

namespace perceptarium::ui {

std::vector<QLineF> classBorders(const float* answers, int height, int width, long k) {
    std::vector<QLineF> lines;
    if (k < 2) return lines;
    std::vector<float> lead(static_cast<std::size_t>(height) * static_cast<std::size_t>(width));
    // With two classes, both give the same line.
    for (long c = k == 2 ? 1 : 0; c < k; ++c) {
        for (std::size_t i = 0; i < lead.size(); ++i) {
            const float* p = answers + static_cast<long>(i) * k;
            float other = -1;
            for (long d = 0; d < k; ++d)
                if (d != c) other = std::max(other, p[d]);
            lead[i] = p[c] - other;
        }
        for (int row = 0; row + 1 < height; ++row)
            for (int column = 0; column + 1 < width; ++column) {
                const auto at = [&](int dy, int dx) {
                    return lead[static_cast<std::size_t>(row + dy) * static_cast<std::size_t>(width) +
                                static_cast<std::size_t>(column + dx)];
                };
                const std::array<float, 4> corner{at(0, 0), at(0, 1), at(1, 1), at(1, 0)};
                constexpr std::array<std::array<double, 2>, 4> place{{{0, 0}, {1, 0}, {1, 1}, {0, 1}}};  // x, y
                std::array<QPointF, 4> crossing;
                int crossings = 0;
                for (std::size_t side = 0; side < 4; ++side) {
                    const std::size_t next = (side + 1) % 4;
                    if ((corner[side] > 0) == (corner[next] > 0)) continue;
                    const double t = static_cast<double>(corner[side] / (corner[side] - corner[next]));
                    crossing[static_cast<std::size_t>(crossings++)] =
                        QPointF((column + 0.5 + place[side][0] + t * (place[next][0] - place[side][0])) / width,
                                (row + 0.5 + place[side][1] + t * (place[next][1] - place[side][1])) / height);
                }
                if (crossings >= 2) lines.emplace_back(crossing[0], crossing[1]);
                if (crossings == 4) lines.emplace_back(crossing[2], crossing[3]);
            }
    }
    return lines;
}

}  // namespace perceptarium::ui
