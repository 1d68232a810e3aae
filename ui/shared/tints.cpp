#include "ui/shared/tints.h"

#include <QCoreApplication>
#include <QPainter>

#include "ui/theme/theme.h"

namespace perceptarium::ui {

network::Tint tintAt(int index) { return static_cast<network::Tint>(index); }

QString tintTitle(network::Tint tint) {
    static const char* const titles[kTints] = {QT_TRANSLATE_NOOP("Canvas", "Grey"),  QT_TRANSLATE_NOOP("Canvas", "Blue"),
                                               QT_TRANSLATE_NOOP("Canvas", "Green"), QT_TRANSLATE_NOOP("Canvas", "Yellow"),
                                               QT_TRANSLATE_NOOP("Canvas", "Red"),   QT_TRANSLATE_NOOP("Canvas", "Violet")};
    return QCoreApplication::translate("Canvas", titles[static_cast<std::size_t>(tint)]);
}

QIcon tintIcon(network::Tint tint) {
    QPixmap picture(32, 32);
    picture.fill(Qt::transparent);
    QPainter painter(&picture);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(tintColour(tint));
    painter.drawRoundedRect(QRectF(4, 4, 24, 24), 6, 6);
    return picture;
}

}  // namespace perceptarium::ui
