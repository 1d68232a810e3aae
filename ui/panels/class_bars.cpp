#include "ui/panels/class_bars.h"

#include <QHelpEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QToolTip>
#include <algorithm>

#include "ui/panels/wording.h"
#include "ui/theme/theme.h"

namespace perceptarium::ui {

std::vector<ClassCount> countClasses(const data::Prepared& data) {
    const auto& info = data.dataset->info();
    const auto labels = data.dataset->labels();
    std::vector<ClassCount> counts;
    if (info.target != data::TargetKind::Class) return counts;
    for (const std::string& name : info.classes) counts.push_back({qt(name), {}});
    std::size_t part = 0;
    for (const auto* members : {&data.split.train, &data.split.dev, &data.split.test}) {
        for (const std::int64_t example : *members) {
            const auto label = static_cast<std::size_t>(labels[static_cast<std::size_t>(example)]);
            if (label < counts.size()) ++counts[label].parts[part];
        }
        ++part;
    }
    return counts;
}

ClassBars::ClassBars(QWidget* parent) : QWidget(parent) {
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setAccessibleName(tr("Examples of each class"));
}

void ClassBars::setCounts(std::vector<ClassCount> counts) {
    counts_ = std::move(counts);
    QStringList all;
    for (int row = 0; row < static_cast<int>(counts_.size()); ++row) all << describe(row);
    setAccessibleDescription(all.mid(0, 50).join(QStringLiteral("; ")));
    updateGeometry();
    update();
}

int ClassBars::rowHeight() const { return fontMetrics().height() + 4; }
QSize ClassBars::sizeHint() const { return {240, static_cast<int>(counts_.size()) * rowHeight()}; }
QSize ClassBars::minimumSizeHint() const { return {120, sizeHint().height()}; }

int ClassBars::rowAt(QPoint point) const {
    const int row = point.y() / rowHeight();
    return row >= 0 && row < static_cast<int>(counts_.size()) ? row : -1;
}

QString ClassBars::describe(int row) const {
    const ClassCount& count = counts_[static_cast<std::size_t>(row)];
    return tr("%1: %2 example(s) (train %3, dev %4, test %5)", nullptr, count.total() == 1 ? 1 : 2)
        .arg(count.name, countText(count.total()), countText(count.parts[0]), countText(count.parts[1]), countText(count.parts[2]));
}

void ClassBars::paintEvent(QPaintEvent* event) {
    QPainter painter(this);
    std::int64_t most = 1;
    int nameWidth = 0, numberWidth = 0;
    for (const ClassCount& count : counts_) {
        most = std::max(most, count.total());
        nameWidth = std::max(nameWidth, fontMetrics().horizontalAdvance(count.name));
        numberWidth = std::max(numberWidth, fontMetrics().horizontalAdvance(countText(count.total())));
    }
    nameWidth = std::min(nameWidth, width() / 3);
    const int left = nameWidth + kSpacing, room = std::max(10, width() - left - numberWidth - kSpacing);
    const int first = std::max(0, event->rect().top() / rowHeight());
    for (int row = first; row < static_cast<int>(counts_.size()) && row * rowHeight() <= event->rect().bottom(); ++row) {
        const ClassCount& count = counts_[static_cast<std::size_t>(row)];
        const QRect line(0, row * rowHeight(), width(), rowHeight());
        painter.setPen(palette().color(QPalette::Text));
        painter.drawText(QRect(0, line.top(), nameWidth, line.height()), Qt::AlignVCenter | Qt::AlignRight,
                         fontMetrics().elidedText(count.name, Qt::ElideRight, nameWidth));
        double x = left;
        const double height = line.height() - 6.0;
        for (std::size_t part = 0; part < 3; ++part) {
            QColor shade = classColour(row);
            shade.setAlphaF(part == 0 ? 1.0F : part == 1 ? 0.6F : 0.35F);
            const double length = room * static_cast<double>(count.parts[part]) / static_cast<double>(most);
            painter.fillRect(QRectF(x, line.top() + 3, length, height), shade);
            x += length;
        }
        painter.setPen(colour(Role::Secondary));
        painter.drawText(QRectF(x + 6, line.top(), numberWidth + 4, line.height()), Qt::AlignVCenter | Qt::AlignLeft,
                         countText(count.total()));
    }
}

void ClassBars::mousePressEvent(QMouseEvent* event) {
    if (const int row = rowAt(event->pos()); row >= 0) emit classRequested(row);
}

bool ClassBars::event(QEvent* event) {
    if (event->type() == QEvent::ToolTip) {
        auto* help = static_cast<QHelpEvent*>(event);
        if (const int row = rowAt(help->pos()); row >= 0)
            QToolTip::showText(help->globalPos(), describe(row), this);
        else
            QToolTip::hideText();
        return true;
    }
    return QWidget::event(event);
}

}  // namespace perceptarium::ui
