// The words of a note on the canvas: how they lie in it, and how high it has to be for them.
#pragma once

#include <QString>
#include <Qt>

namespace perceptarium::ui::note {

/// Scene units: around the words, and the stripe of colour before them.
constexpr double kInset = 10, kStripe = 4;
constexpr double kTextPixels = 13;
constexpr int kWrapped = Qt::TextWordWrap | Qt::AlignLeft | Qt::AlignTop;

/// So that all of its text is seen.
double heightFor(const QString& text, double width);

}  // namespace perceptarium::ui::note
