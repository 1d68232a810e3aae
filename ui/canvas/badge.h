// The badge below a node that has a problem: a sign and what is wrong, in as many lines as it takes.
#pragma once

#include <QPainter>
#include <QString>

#include "network/findings.h"

namespace perceptarium::ui {

/// Of the badge with these words, no wider than `room`. Scene units.
QSizeF badgeSize(const QString& words, double room);
/// Paints it into `box`, which is badgeSize() large.
void paintBadge(QPainter& painter, const QRectF& box, const QString& words, network::Severity severity);

}  // namespace perceptarium::ui
