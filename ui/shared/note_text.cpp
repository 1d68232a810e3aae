#include "ui/shared/note_text.h"

#include <QFontMetricsF>

#include "ui/shared/canvas_font.h"

namespace perceptarium::ui::note {

double heightFor(const QString& text, double width) {
    const QRectF room(0, 0, width - 2 * kInset - kStripe, 1e6);
    return QFontMetricsF(canvasFont(kTextPixels)).boundingRect(room, kWrapped, text).height() + 2 * kInset;
}

}  // namespace perceptarium::ui::note
