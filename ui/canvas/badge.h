// Signs on nodes: the badge below one that has a problem (a sign and what is wrong, in as many lines as it takes), and the
// padlock on a frozen one.
#pragma once

#include <QPainter>
#include <QString>

#include "network/findings.h"

namespace perceptarium::ui {

/// Of the badge with these words, no wider than `room`. Scene units.
QSizeF badgeSize(const QString& words, double room);
/// Paints it into `box`, which is badgeSize() large.
void paintBadge(QPainter& painter, const QRectF& box, const QString& words, network::Severity severity);

/// A closed padlock that fills `box`.
void paintPadlock(QPainter& painter, const QRectF& box, const QColor& tint);

}  // namespace perceptarium::ui
