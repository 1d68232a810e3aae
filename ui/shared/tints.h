// The colours of frames and notes, as people choose them.
#pragma once

#include <QIcon>
#include <QString>

#include "network/frame.h"

namespace perceptarium::ui {

inline constexpr int kTints = 6;
network::Tint tintAt(int index);
QString tintTitle(network::Tint tint);
/// A small square of that colour.
QIcon tintIcon(network::Tint tint);

}  // namespace perceptarium::ui
