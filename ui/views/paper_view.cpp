#include "ui/views/paper_view.h"

#include <QEvent>
#include <QGuiApplication>
#include <QScrollArea>
#include <QVBoxLayout>
#include <algorithm>

#include "ui/theme/theme.h"
#include "ui/views/example_pictures.h"

namespace perceptarium::ui {
namespace {

constexpr std::size_t kMostInLegend = 12;
constexpr double kLine = 16, kLongestName = 140;

}  // namespace

PaperView::PaperView(Workbench& workbench, const QString& title, const QString& paperName, QWidget* parent,
                     PaperSize size)
    : View(workbench, parent),
      column_(new QVBoxLayout(this)),
      controls_(new ControlRow(this)),
      paper_(new Paper(paperName, this)) {
    setWindowTitle(title);
    column_->setContentsMargins(0, 0, 0, 0);
    column_->setSpacing(0);
    column_->addWidget(controls_);
    if (size == PaperSize::OfItsContent) {
        scroll_ = new QScrollArea(this);
        scroll_->setFrameShape(QFrame::NoFrame);
        scroll_->setWidgetResizable(true);
        scroll_->setWidget(paper_);
        scroll_->viewport()->installEventFilter(this);
    }
    column_->addWidget(scroll_ ? static_cast<QWidget*>(scroll_) : paper_, 1);
    paper_->paint = [this](QPainter& painter, const QRectF& area) { paint(painter, area); };
    paper_->tip = [this](QPointF point) { return tip(point); };
}

QSize PaperView::room() const { return scroll_ ? scroll_->viewport()->size() : paper_->size(); }

bool PaperView::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() == QEvent::Resize) roomChanged();
    return View::eventFilter(watched, event);
}

void PaperView::paintNothing(QPainter& painter, const QRectF& area, const QString& icon, const QString& what,
                             const QString& how) const {
    const QString why = workbench().whyNotReady();
    paintEmpty(painter, area, icon, what, why.isEmpty() ? how : why);
}

QFont smallFont(const QFont& font) {
    QFont small = font;
    small.setPointSizeF(font.pointSizeF() - 1);
    return small;
}

void paintClassLegend(QPainter& painter, const QRectF& plot, const data::DatasetInfo& info) {
    const std::size_t n = info.classes.size();
    if (n == 0 || n > kMostInLegend) return;
    const QFontMetricsF metrics = painter.fontMetrics();
    double names = 0;
    for (std::size_t i = 0; i < n; ++i)
        names = std::max(names, metrics.horizontalAdvance(className(info, static_cast<std::int64_t>(i))));
    names = std::min({names + 2, kLongestName, plot.width() / 2});
    const QSizeF size(names + 28, kLine * static_cast<double>(n) + 8);
    const QRectF box(QPointF(plot.right() - size.width() - 8, plot.top() + 8), size);
    if (box.bottom() > plot.bottom()) return;
    QColor ground = colour(Role::Canvas);
    ground.setAlpha(225);
    painter.setPen(Qt::NoPen);
    painter.setBrush(ground);
    painter.drawRoundedRect(box, 5, 5);
    for (std::size_t i = 0; i < n; ++i) {
        const double y = box.top() + 12 + kLine * static_cast<double>(i);
        painter.setPen(Qt::NoPen);
        painter.setBrush(classColour(static_cast<int>(i)));
        painter.drawEllipse(QPointF(box.left() + 12, y), 4.5, 4.5);
        painter.setPen(QGuiApplication::palette().color(QPalette::Text));
        painter.drawText(QRectF(box.left() + 22, y - kLine / 2, names, kLine), Qt::AlignLeft | Qt::AlignVCenter,
                         metrics.elidedText(className(info, static_cast<std::int64_t>(i)), Qt::ElideRight, names));
    }
}

}  // namespace perceptarium::ui
