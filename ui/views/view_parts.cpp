#include "ui/views/view_parts.h"

#include <QEvent>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QLocale>
#include <QMouseEvent>
#include <QToolTip>
#include <QWheelEvent>
#include <cmath>

#include "ui/theme/theme.h"
#include "ui/shared/flow_layout.h"

namespace perceptarium::ui {

ControlRow::ControlRow(QWidget* parent) : QWidget(parent) {
    auto* flow = new FlowLayout(this);
    flow->setContentsMargins(kSpacing, kSpacing / 2, kSpacing, kSpacing / 2);
    flow->setSpacing(kSpacing / 2);
    QSizePolicy policy(QSizePolicy::Ignored, QSizePolicy::Minimum);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

void ControlRow::add(QWidget* widget) { layout()->addWidget(widget); }

QComboBox* ControlRow::addChoice(const QString& name, const QString& tip, const QStringList& items) {
    auto* box = new QComboBox(this);
    box->addItems(items);
    box->setAccessibleName(name);
    box->setToolTip(tip);
    box->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    box->setFocusPolicy(Qt::StrongFocus);
    add(box);
    return box;
}

QToolButton* ControlRow::addButton(const QString& iconName, const QString& name, const QString& tip, bool checkable) {
    auto* button = new QToolButton(this);
    button->setIcon(icon(iconName));
    button->setAccessibleName(name);
    button->setToolTip(tip);
    button->setCheckable(checkable);
    button->setFocusPolicy(Qt::TabFocus);
    add(button);
    return button;
}

QToolButton* ControlRow::addToggle(const QString& text, const QString& tip) {
    auto* button = new QToolButton(this);
    button->setText(text);
    button->setProperty("toggle", true);
    button->setAccessibleName(text);
    button->setToolTip(tip);
    button->setCheckable(true);
    button->setFocusPolicy(Qt::TabFocus);
    add(button);
    return button;
}

QLabel* ControlRow::addNote() {
    auto* label = new QLabel(this);
    label->setProperty("role", "secondary");
    add(label);
    return label;
}

Paper::Paper(const QString& name, QWidget* parent) : QWidget(parent) {
    setAccessibleName(name);
    setMouseTracking(true);
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
}

bool Paper::event(QEvent* event) {
    if (event->type() == QEvent::ToolTip && tip) {
        const auto* help = static_cast<QHelpEvent*>(event);
        const QString text = tip(help->pos());
        if (text.isEmpty())
            QToolTip::hideText();
        else
            QToolTip::showText(help->globalPos(), text, this);
        return true;
    }
    return QWidget::event(event);
}

void Paper::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.fillRect(rect(), palette().color(QPalette::Base));
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(palette().color(QPalette::Text));
    if (paint) paint(painter, rect());
    if (hasFocus()) {  // where the keyboard is
        painter.setPen(QPen(colour(Role::Accent), 1));
        painter.setBrush(Qt::NoBrush);
        painter.drawRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5));
    }
}

void Paper::mouseMoveEvent(QMouseEvent* event) {
    if (moved) moved(event->position());
}
void Paper::mousePressEvent(QMouseEvent* event) {
    if (event->button() == Qt::LeftButton && pressed) pressed(event->position());
}
void Paper::mouseReleaseEvent(QMouseEvent* event) {
    if (event->button() == Qt::LeftButton && released) released(event->position());
}
void Paper::mouseDoubleClickEvent(QMouseEvent* event) {
    if (event->button() == Qt::LeftButton && doubleClicked) doubleClicked(event->position());
}
void Paper::wheelEvent(QWheelEvent* event) {
    if (wheeled)
        wheeled(event->position(), event->angleDelta().y() / 120.0);
    else
        event->ignore();
}
void Paper::leaveEvent(QEvent*) {
    if (left) left();
}
void Paper::keyPressEvent(QKeyEvent* event) {
    if (!keyPressed || !keyPressed(event->key())) QWidget::keyPressEvent(event);
}

void paintEmpty(QPainter& painter, const QRectF& area, const QString& iconName, const QString& what,
                const QString& how) {
    painter.save();
    const double side = std::min({40.0, area.width() / 4, area.height() / 4});
    const double width = std::min(340.0, area.width() - 2 * kMargin);
    QFont bold = painter.font(), plain = painter.font();
    bold.setBold(true);
    const int flags = Qt::AlignHCenter | Qt::AlignTop | Qt::TextWordWrap;
    const QRectF room(0, 0, width, 1000);
    const double whatHeight = QFontMetricsF(bold).boundingRect(room, flags, what).height();
    const double howHeight = how.isEmpty() ? 0 : QFontMetricsF(plain).boundingRect(room, flags, how).height();
    double y = area.center().y() - (side + kSpacing + whatHeight + kSpacing / 2 + howHeight) / 2;
    const double x = area.center().x() - width / 2;
    painter.setOpacity(0.55);
    icon(iconName).paint(&painter, QRectF(area.center().x() - side / 2, y, side, side).toRect());
    painter.setOpacity(1);
    y += side + kSpacing;
    painter.setFont(bold);
    painter.drawText(QRectF(x, y, width, whatHeight), flags, what);
    y += whatHeight + kSpacing / 2;
    painter.setFont(plain);
    painter.setPen(colour(Role::Secondary));
    painter.drawText(QRectF(x, y, width, howHeight), flags, how);
    painter.restore();
}

void paintColourBar(QPainter& painter, const QRectF& bar, const ColourMap& map) {
    painter.save();
    QImage strip(64, 1, QImage::Format_RGB32);
    for (int i = 0; i < strip.width(); ++i) strip.setPixel(i, 0, map.at(i / (strip.width() - 1.0)));
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    painter.drawImage(bar, strip);
    painter.setPen(QPen(colour(Role::Grid), 1));
    painter.drawRect(bar);
    QFont font = painter.font();
    font.setPointSizeF(font.pointSizeF() - 1);
    painter.setFont(font);
    painter.setPen(colour(Role::Secondary));
    const QRectF line(bar.left() - 40, bar.bottom() + 1, bar.width() + 80, painter.fontMetrics().height());
    painter.drawText(line.adjusted(40, 0, -40, 0), Qt::AlignLeft | Qt::AlignTop,
                     shortNumber(static_cast<double>(map.low())));
    if (map.isDiverging()) painter.drawText(line, Qt::AlignHCenter | Qt::AlignTop, QStringLiteral("0"));
    painter.drawText(line.adjusted(40, 0, -40, 0), Qt::AlignRight | Qt::AlignTop,
                     shortNumber(static_cast<double>(map.high())));
    painter.restore();
}

namespace {

/// "2.0e+07" as people write it: "2e7".
QString exponent(QString text) {
    text.replace(QLatin1String(".0e"), QLatin1String("e")).remove(QLatin1Char('+'));
    while (text.contains(QLatin1String("e0")) || text.contains(QLatin1String("e-0")))
        text.replace(QLatin1String("e0"), QLatin1String("e")).replace(QLatin1String("e-0"), QLatin1String("e-"));
    return text;
}

}  // namespace

QString shortNumber(double value) {
    if (!std::isfinite(value))
        return std::isnan(value) ? QStringLiteral("NaN") : value > 0 ? QStringLiteral("∞") : QStringLiteral("−∞");
    const double size = std::abs(value);
    QString text;
    if (value == 0)
        text = QStringLiteral("0");
    else if (size >= 1e6 || size < 1e-4)
        text = exponent(QString::number(value, 'e', 1));
    else if (size >= 1000)
        text = QLocale(QLocale::English).toString(value, 'f', 0);
    else
        text = QString::number(value, 'g', 3);
    return text.replace(QLatin1Char('-'), QStringLiteral("−"));
}

}  // namespace perceptarium::ui
