// Colours, spacing and icons of the house, in light and dark. All colours come from here or from the palette.
#pragma once

#include <QColor>
#include <QIcon>
#include <QPalette>
#include <QString>

#include "layers/layer_spec.h"
#include "network/frame.h"

class QChart;

namespace perceptarium::ui {

enum class Appearance { Light, Dark, System };
/// Sets the application's palette, style sheet and fonts; everything follows live.
void setAppearance(Appearance appearance);
Appearance appearance();
bool isDark();

/// Of a palette group, close to what other tools use: data grey, layer blue, activation red, pooling green,
/// normalization teal, dropout violet, shape brown, merge orange.
QColor categoryColour(layers::Category category);
/// Of a tensor kind: vector, picture, sequence, word ids.
QColor tensorColour(const TensorType& type);
/// Of frames and notes.
QColor tintColour(network::Tint tint);
/// Ten distinguishable class colours (also for colour-blind eyes), then repeated with other lightness.
QColor classColour(int index);
QColor seriesColour(int index);
/// Meaning: error, hint, good, mark on a curve, canvas ground, grid, text that is secondary.
enum class Role { Error, Warning, Good, Mark, Canvas, Grid, Edge, Secondary, NodeFill, Accent };
QColor colour(Role role);
/// Diverging (blue – white/black – red, for weights) and sequential (for activations) maps, t in −1…1 and 0…1.
QRgb diverging(double t);
QRgb sequential(double t);

/// A line icon from resources/icons (SVG), drawn in the text colour: "play", "pause", "undo", …
QIcon icon(const QString& name);

/// Qt Charts do not follow the palette: gives a chart background, axis, label and grid colours. Call again on changes.
void styleChart(QChart& chart);

inline constexpr int kSpacing = 8, kMargin = 12;

}  // namespace perceptarium::ui
