#include "ui/panels/picture_grid.h"

#include <QHelpEvent>
#include <QKeyEvent>
#include <QPainter>
#include <QScrollBar>
#include <QToolTip>
#include <algorithm>

#include "ui/panels/wording.h"
#include "ui/theme/theme.h"

namespace perceptarium::ui {
namespace {

constexpr int kSmallestSide = 56, kLargestSide = 112, kGap = 6, kEdge = 8;
constexpr int kTag = 3;  // height of the class colour below a picture

}  // namespace

PictureGrid::PictureGrid(ExampleReader& reader, QWidget* parent) : QAbstractScrollArea(parent), reader_(reader) {
    setFrameShape(QFrame::NoFrame);
    setFocusPolicy(Qt::StrongFocus);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setAccessibleName(tr("Pictures of the set"));
    setAccessibleDescription(tr("Arrow keys go from picture to picture."));
    viewport()->setMouseTracking(true);
    connect(&reader_, &ExampleReader::arrived, viewport(), qOverload<>(&QWidget::update));
}

void PictureGrid::setExamples(std::vector<std::int64_t> examples) {
    examples_ = std::move(examples);
    current_ = -1;
    // Small pictures in small cells at whole multiples, so that pixels stay crisp.
    side_ = kSmallestSide;
    if (const auto& dataset = reader_.dataset(); dataset && dataset->info().input.shape.rank() == 3) {
        const auto larger = static_cast<int>(std::max(dataset->info().input.shape[0], dataset->info().input.shape[1]));
        int side = larger;
        while (side < kSmallestSide) side += larger;
        side_ = std::clamp(side, kSmallestSide, kLargestSide);
    }
    verticalScrollBar()->setValue(0);
    layOut();
    viewport()->update();
}

int PictureGrid::columns() const { return std::max(1, (viewport()->width() - 2 * kEdge + kGap) / (side_ + kGap)); }

QRect PictureGrid::cell(int index) const {
    const int row = index / columns(), column = index % columns();
    return {kEdge + column * (side_ + kGap), kEdge + row * (side_ + kGap) - verticalScrollBar()->value(), side_, side_};
}

int PictureGrid::indexAt(QPoint point) const {
    const int column = (point.x() - kEdge) / (side_ + kGap);
    const int row = (point.y() + verticalScrollBar()->value() - kEdge) / (side_ + kGap);
    const int index = row * columns() + column;
    if (column < 0 || column >= columns() || index < 0 || index >= static_cast<int>(examples_.size())) return -1;
    return cell(index).contains(point) ? index : -1;
}

void PictureGrid::layOut() {
    const int rows = (static_cast<int>(examples_.size()) + columns() - 1) / columns();
    const int height = rows * (side_ + kGap) - kGap + 2 * kEdge;
    verticalScrollBar()->setRange(0, std::max(0, height - viewport()->height()));
    verticalScrollBar()->setPageStep(viewport()->height());
    verticalScrollBar()->setSingleStep((side_ + kGap) / 2);
    wantVisible();
}

void PictureGrid::wantVisible() {
    if (examples_.empty()) return;
    const int top = verticalScrollBar()->value() / (side_ + kGap);
    const int rows = viewport()->height() / (side_ + kGap) + 2;
    const int first = std::clamp(top * columns(), 0, static_cast<int>(examples_.size()));
    const int last = std::clamp((top + rows) * columns(), first, static_cast<int>(examples_.size()));
    reader_.want({examples_.begin() + first, examples_.begin() + last});
}

void PictureGrid::paintEvent(QPaintEvent*) {
    QPainter painter(viewport());
    painter.fillRect(viewport()->rect(), palette().color(QPalette::Base));
    if (examples_.empty()) {
        painter.setPen(colour(Role::Secondary));
        painter.drawText(viewport()->rect(), Qt::AlignCenter, tr("No pictures here"));
        return;
    }
    const int top = verticalScrollBar()->value() / (side_ + kGap) * columns();
    for (int index = std::max(0, top); index < static_cast<int>(examples_.size()); ++index) {
        const QRect box = cell(index);
        if (box.top() > viewport()->height()) break;
        const Example* example = reader_.find(examples_[static_cast<std::size_t>(index)]);
        if (!example || example->picture.isNull()) {
            painter.fillRect(box, palette().color(QPalette::AlternateBase));
        } else {
            const QRect inside = box.adjusted(0, 0, 0, -kTag - 1);
            QSize size = example->picture.size();
            const bool enlarge = size.width() < box.width() && size.height() < box.height();
            painter.setRenderHint(QPainter::SmoothPixmapTransform, !enlarge);
            size.scale(inside.size(), Qt::KeepAspectRatio);
            QRect place(QPoint(), size);
            place.moveCenter(inside.center());
            painter.drawImage(place, example->picture);
            if (example->label >= 0)
                painter.fillRect(QRect(box.left(), box.bottom() - kTag + 1, box.width(), kTag), classColour(example->label));
        }
        if (index == current_) {
            painter.setPen(QPen(colour(Role::Accent), 2));
            painter.setBrush(Qt::NoBrush);
            painter.drawRect(box.adjusted(-2, -2, 2, 2));
        }
    }
}

void PictureGrid::resizeEvent(QResizeEvent*) { layOut(); }
void PictureGrid::scrollContentsBy(int, int) {
    wantVisible();
    viewport()->update();
}

void PictureGrid::mousePressEvent(QMouseEvent* event) {
    if (const int index = indexAt(event->pos()); index >= 0) setCurrent(index);
}

void PictureGrid::keyPressEvent(QKeyEvent* event) {
    const int last = static_cast<int>(examples_.size()) - 1;
    const int page = std::max(1, viewport()->height() / (side_ + kGap)) * columns();
    int next = current_;
    switch (event->key()) {
        case Qt::Key_Right: next = current_ + 1; break;
        case Qt::Key_Left: next = current_ - 1; break;
        case Qt::Key_Down: next = current_ < 0 ? 0 : current_ + columns(); break;
        case Qt::Key_Up: next = current_ - columns(); break;
        case Qt::Key_PageDown: next = std::max(0, current_) + page; break;
        case Qt::Key_PageUp: next = current_ - page; break;
        case Qt::Key_Home: next = 0; break;
        case Qt::Key_End: next = last; break;
        default: QAbstractScrollArea::keyPressEvent(event); return;
    }
    if (last >= 0) setCurrent(std::clamp(next, 0, last));
}

void PictureGrid::setCurrent(int index) {
    current_ = index;
    const QRect box = cell(index);
    if (box.top() < kEdge) verticalScrollBar()->setValue(verticalScrollBar()->value() + box.top() - kEdge);
    if (box.bottom() > viewport()->height() - kEdge)
        verticalScrollBar()->setValue(verticalScrollBar()->value() + box.bottom() - viewport()->height() + kEdge);
    viewport()->update();
    setAccessibleDescription(describe(index));
    emit currentChanged(examples_[static_cast<std::size_t>(index)]);
}

QString PictureGrid::describe(int index) const {
    const std::int64_t number = examples_[static_cast<std::size_t>(index)];
    const Example* example = reader_.find(number);
    QString text = tr("Example %1").arg(countText(number));
    if (!example) return text;
    const auto& classes = reader_.dataset()->info().classes;
    if (example->label >= 0 && example->label < static_cast<int>(classes.size()))
        text += tr(", class %1").arg(qt(classes[static_cast<std::size_t>(example->label)]));
    if (!example->caption.isEmpty()) text += QStringLiteral("\n") + example->caption;
    return text;
}

bool PictureGrid::viewportEvent(QEvent* event) {
    if (event->type() == QEvent::ToolTip) {
        auto* help = static_cast<QHelpEvent*>(event);
        const int index = indexAt(help->pos());
        if (index >= 0)
            QToolTip::showText(help->globalPos(), describe(index), viewport(), cell(index));
        else
            QToolTip::hideText();
        return true;
    }
    return QAbstractScrollArea::viewportEvent(event);
}

void PictureGrid::changeEvent(QEvent* event) {
    if (event->type() == QEvent::PaletteChange) viewport()->update();
    QAbstractScrollArea::changeEvent(event);
}

}  // namespace perceptarium::ui
