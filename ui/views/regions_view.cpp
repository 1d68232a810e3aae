// Decision regions: what the network answers everywhere in the plane, under the points that it learns from.
#include <QCoreApplication>
#include <QElapsedTimer>
#include <QVBoxLayout>
#include <cmath>

#include "study/forward.h"
#include "study/regions_probe.h"
#include "ui/steady_text.h"
#include "ui/theme/theme.h"
#include "ui/views/background.h"
#include "ui/views/contour.h"
#include "ui/views/curve_data.h"
#include "ui/views/example_pictures.h"
#include "ui/views/view.h"
#include "ui/views/view_parts.h"

namespace perceptarium::ui {
namespace {

constexpr std::int64_t kMostPoints = 1500;  ///< of a part
constexpr double kLeft = 52, kBottom = 38, kTop = 10, kRight = 12;

struct PlanePoint {
    QPointF place;
    std::int64_t example = 0;
    std::int32_t label = -1;
    bool dev = false;
};

class RegionsView : public View {
    Q_DECLARE_TR_FUNCTIONS(RegionsView)
public:
    RegionsView(Workbench& workbench, QWidget* parent);
    QString csv() const override;

protected:
    QWidget* picture() override { return paper_; }
    bool refresh() override;
    void trainerReplaced() override;
    void themeChanged() override { rebuild(); }

private:
    bool suits() const;
    void readPoints();
    void showAll();
    void ask();
    void rebuild();
    void paint(QPainter& painter, const QRectF& area);
    void paintAxes(QPainter& painter, const QRectF& plot);
    void paintLegend(QPainter& painter, const QRectF& plot);
    QRectF plot() const { return QRectF(paper_->rect()).adjusted(kLeft, kTop, -kRight, -kBottom); }
    QPointF toPixel(QPointF place, const QRectF& plot) const;
    QPointF toPlane(QPointF pixel) const;
    QString tip(QPointF pixel) const;

    std::shared_ptr<study::RegionsProbe> probe_ = std::make_shared<study::RegionsProbe>();
    std::uint64_t seen_ = 0;
    std::shared_ptr<const study::Regions> regions_;
    data::PreparedPtr data_;
    std::vector<PlanePoint> points_;
    QRectF all_{-1, -1, 2, 2}, shown_{-1, -1, 2, 2};  ///< in the units of the data; top() is the least y
    QImage image_;
    std::vector<QLineF> borders_;  ///< in 0 … 1 of the image
    QToolButton *train_, *dev_, *shade_;
    QLabel* note_;
    Paper* paper_;
    QPointF panFrom_;
    QRectF panShown_;
    bool panning_ = false;
};

RegionsView::RegionsView(Workbench& workbench, QWidget* parent) : View(workbench, parent) {
    setWindowTitle(tr("Decision regions"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    auto* controls = new ControlRow(this);
    train_ = controls->addToggle(tr("Train"), tr("The examples that it learns from, as discs."));
    dev_ =
        controls->addToggle(tr("Dev"), tr("Examples that it has not seen, as rings: are they on the right side, too?"));
    shade_ = controls->addToggle(tr("Probability"),
                                 tr("Paler where the network is less sure; off: the most probable class alone."));
    for (QToolButton* button : {train_, dev_, shade_}) button->setChecked(true);
    QToolButton* all = controls->addButton(QStringLiteral("fit"), tr("Show everything"),
                                           tr("All points (double-click does the same)."));
    note_ = controls->addNote();
    column->addWidget(controls);
    paper_ = new Paper(tr("Decision regions and points"), this);
    column->addWidget(paper_, 1);
    paper_->paint = [this](QPainter& painter, const QRectF& area) { paint(painter, area); };
    paper_->tip = [this](QPointF pixel) { return tip(pixel); };
    paper_->doubleClicked = [this](QPointF) { showAll(); };
    paper_->wheeled = [this](QPointF pixel, double steps) {
        if (!suits()) return;
        const QPointF centre = toPlane(pixel);
        const double factor = std::clamp(std::pow(0.85, steps), 0.05, 20.0);
        shown_ = QRectF(centre.x() - (centre.x() - shown_.left()) * factor,
                        centre.y() - (centre.y() - shown_.top()) * factor, shown_.width() * factor,
                        shown_.height() * factor);
        ask();
    };
    paper_->pressed = [this](QPointF pixel) { panFrom_ = pixel, panShown_ = shown_, panning_ = true; };
    paper_->moved = [this](QPointF pixel) {
        if (!panning_ || !suits()) return;
        const QRectF room = plot();
        shown_ = panShown_.translated(-(pixel.x() - panFrom_.x()) / room.width() * shown_.width(),
                                      (pixel.y() - panFrom_.y()) / room.height() * shown_.height());
        ask();
    };
    paper_->released = [this](QPointF) { panning_ = false; };
    connect(all, &QToolButton::clicked, this, &RegionsView::showAll);
    for (QToolButton* button : {train_, dev_})
        connect(button, &QToolButton::toggled, paper_, qOverload<>(&QWidget::update));
    connect(shade_, &QToolButton::toggled, this, &RegionsView::rebuild);
    connect(&workbench, &Workbench::dataChanged, this, &RegionsView::readPoints);
    readPoints();
    watch(probe_);
}

bool RegionsView::suits() const {
    return data_ && data_->dataset->info().input.shape == Shape{2} && data_->dataset->info().input.dtype == DType::F32;
}

void RegionsView::readPoints() {
    data_ = workbench().data();
    points_.clear();
    regions_.reset();
    image_ = {};
    borders_.clear();
    paper_->update();
    if (!suits()) return;
    inBackground(
        this,
        [prepared = data_] {
            std::vector<PlanePoint> points;
            for (const bool dev : {false, true}) {
                const auto examples =
                    study::evenly(prepared->part(dev ? data::Part::Dev : data::Part::Train), kMostPoints);
                Tensor x, y;
                if (examples.empty() || !prepared->dataset->read(examples, x, y)) continue;
                for (std::size_t i = 0; i < examples.size(); ++i) {
                    const auto row = static_cast<std::int64_t>(i);
                    points.push_back({QPointF(x.at(2 * row), x.at(2 * row + 1)), examples[i],
                                      y.dtype() == DType::I32 ? y.data<std::int32_t>()[i] : -1, dev});
                }
            }
            return points;
        },
        [this, asked = data_](std::vector<PlanePoint> points) {
            if (asked != data_) return;
            points_ = std::move(points);
            QPointF low(1e300, 1e300), high(-1e300, -1e300);
            for (const PlanePoint& point : points_) {
                low = {std::min(low.x(), point.place.x()), std::min(low.y(), point.place.y())};
                high = {std::max(high.x(), point.place.x()), std::max(high.y(), point.place.y())};
            }
            if (points_.empty()) low = {-1, -1}, high = {1, 1};
            const double roomX = std::max(0.12 * (high.x() - low.x()), 1e-3),
                         roomY = std::max(0.12 * (high.y() - low.y()), 1e-3);
            all_ = QRectF(QPointF(low.x() - roomX, low.y() - roomY), QPointF(high.x() + roomX, high.y() + roomY));
            showAll();
        });
}

void RegionsView::showAll() {
    shown_ = all_;
    ask();
}

void RegionsView::ask() {
    // The answer covers what is shown; the old picture stays, at its own place, until the new one comes.
    probe_->ask({shown_.left(), shown_.right(), shown_.top(), shown_.bottom(), 100, 100});
    paper_->update();
}

void RegionsView::trainerReplaced() {
    if (data_ != workbench().data()) readPoints();
    regions_.reset();
    rebuild();
}

bool RegionsView::refresh() {
    if (const auto newer = probe_->answer.newer(seen_); newer && workbench().trainer()) {
        regions_ = newer;
        rebuild();
        return true;
    }
    return false;
}

void RegionsView::rebuild() {
    image_ = {};
    borders_.clear();
    if (regions_ && regions_->answers.defined() && suits()) {
        const Shape& shape = regions_->answers.shape();
        const auto height = static_cast<int>(shape[0]), width = static_cast<int>(shape[1]);
        const std::int64_t k = shape[2];
        const float* answers = regions_->answers.data<float>();
        image_ = QImage(width, height, QImage::Format_RGB32);
        const QColor ground = palette().color(QPalette::Base);
        const bool classes = data_->dataset->info().target == data::TargetKind::Class;
        const ColourMap numbers = ColourMap::sequential(extentOf(regions_->answers));
        std::vector<QColor> colours;
        for (std::int64_t c = 0; c < k; ++c) colours.push_back(classColour(static_cast<int>(c)));
        for (int row = 0; row < height; ++row) {
            auto* line = reinterpret_cast<QRgb*>(image_.scanLine(height - 1 - row));
            for (int column = 0; column < width; ++column) {
                const float* p = answers + (static_cast<std::int64_t>(row) * width + column) * k;
                if (!classes) {
                    line[column] = numbers(p[0]);
                    continue;
                }
                // The colours of the classes mixed by their probability, on the ground: grey where none is sure.
                double red = 0, green = 0, blue = 0;
                const std::int64_t best = std::max_element(p, p + k) - p;
                for (std::int64_t c = 0; c < k; ++c) {
                    const double share = shade_->isChecked() ? static_cast<double>(p[c]) : c == best ? 1.0 : 0.0;
                    red += share * colours[static_cast<std::size_t>(c)].red();
                    green += share * colours[static_cast<std::size_t>(c)].green();
                    blue += share * colours[static_cast<std::size_t>(c)].blue();
                }
                // How much of the colour: none for an even guess, most for certainty.
                const double even = 1.0 / static_cast<double>(std::max<std::int64_t>(k, 2));
                const double sure = shade_->isChecked() ? (static_cast<double>(p[best]) - even) / (1 - even) : 1.0;
                const double strength = 0.12 + 0.43 * std::clamp(sure, 0.0, 1.0);
                const auto mix = [strength](int base, double ink) {
                    return static_cast<int>(base + strength * (ink - base));
                };
                line[column] = qRgb(mix(ground.red(), red), mix(ground.green(), green), mix(ground.blue(), blue));
            }
        }
        if (classes) borders_ = classBorders(answers, height, width, k);
    }
    setSteadyText(*note_, regions_ && suits() ? tr("step %1").arg(regions_->step) : QString());
    paper_->update();
}

QPointF RegionsView::toPixel(QPointF place, const QRectF& plot) const {
    return {plot.left() + (place.x() - shown_.left()) / shown_.width() * plot.width(),
            plot.bottom() - (place.y() - shown_.top()) / shown_.height() * plot.height()};
}

QPointF RegionsView::toPlane(QPointF pixel) const {
    const QRectF room = plot();
    return {shown_.left() + (pixel.x() - room.left()) / room.width() * shown_.width(),
            shown_.top() + (room.bottom() - pixel.y()) / room.height() * shown_.height()};
}

void RegionsView::paintAxes(QPainter& painter, const QRectF& plot) {
    const auto& features = data_->dataset->info().features;
    painter.setPen(QPen(colour(Role::Edge), 1));
    painter.setBrush(Qt::NoBrush);
    painter.drawRect(plot);
    painter.setPen(colour(Role::Secondary));
    for (const double tick :
         roundTicks(shown_.left(), shown_.right(), std::max(2, static_cast<int>(plot.width()) / 90))) {
        const double x = toPixel({tick, 0}, plot).x();
        painter.drawLine(QPointF(x, plot.bottom()), QPointF(x, plot.bottom() + 4));
        painter.drawText(QRectF(x - 40, plot.bottom() + 4, 80, 14), Qt::AlignCenter, shortNumber(tick));
    }
    for (const double tick :
         roundTicks(shown_.top(), shown_.bottom(), std::max(2, static_cast<int>(plot.height()) / 60))) {
        const double y = toPixel({0, tick}, plot).y();
        painter.drawLine(QPointF(plot.left() - 4, y), QPointF(plot.left(), y));
        painter.drawText(QRectF(plot.left() - 46, y - 8, 40, 16), Qt::AlignRight | Qt::AlignVCenter, shortNumber(tick));
    }
    const QString x = features.size() > 0 ? QString::fromStdString(features[0]) : QStringLiteral("x₁");
    const QString y = features.size() > 1 ? QString::fromStdString(features[1]) : QStringLiteral("x₂");
    painter.drawText(QRectF(plot.left(), plot.bottom() + 18, plot.width(), 18), Qt::AlignCenter, x);
    painter.save();
    painter.translate(2, plot.center().y());
    painter.rotate(-90);
    painter.drawText(QRectF(-plot.height() / 2, 0, plot.height(), 16), Qt::AlignCenter, y);
    painter.restore();
}

void RegionsView::paintLegend(QPainter& painter, const QRectF& plot) {
    const data::DatasetInfo& info = data_->dataset->info();
    const int n = static_cast<int>(std::min<std::size_t>(info.classes.size(), 12));
    if (n == 0) return;
    double width = 0;
    for (int i = 0; i < n; ++i)
        width = std::max(width, painter.fontMetrics().horizontalAdvance(className(info, i)) + 28.0);
    const QRectF box(plot.right() - width - 8, plot.top() + 8, width, 16.0 * n + 8);
    if (box.left() < plot.left() || box.bottom() > plot.bottom()) return;
    QColor ground = palette().color(QPalette::Base);
    ground.setAlpha(215);
    painter.setPen(Qt::NoPen);
    painter.setBrush(ground);
    painter.drawRoundedRect(box, 5, 5);
    for (int i = 0; i < n; ++i) {
        const double y = box.top() + 12 + 16 * i;
        painter.setPen(Qt::NoPen);
        painter.setBrush(classColour(i));
        painter.drawEllipse(QPointF(box.left() + 12, y), 4.5, 4.5);
        painter.setPen(palette().color(QPalette::Text));
        painter.drawText(QRectF(box.left() + 22, y - 8, width, 16), Qt::AlignLeft | Qt::AlignVCenter,
                         className(info, i));
    }
}

void RegionsView::paint(QPainter& painter, const QRectF& area) {
    if (!suits()) {
        paintEmpty(painter, area, QStringLiteral("regions"), tr("What the network answers everywhere in the plane"),
                   workbench().isLoading()
                       ? tr("Loading the data…")
                       : tr("This needs data with two features, such as the points of the ready projects "
                            "“spiral” and “logistic-regression”."));
        return;
    }
    QFont small = painter.font();
    small.setPointSizeF(small.pointSizeF() - 1);
    painter.setFont(small);
    const QRectF room = area.adjusted(kLeft, kTop, -kRight, -kBottom);
    painter.save();
    painter.setClipRect(room);
    if (!image_.isNull()) {
        const study::RegionsQuestion& asked = regions_->asked;
        const QRectF where(toPixel({asked.left, asked.top}, room), toPixel({asked.right, asked.bottom}, room));
        painter.setRenderHint(QPainter::SmoothPixmapTransform);
        painter.drawImage(where, image_);
        painter.setPen(QPen(palette().color(QPalette::Text), 1.3));
        painter.setOpacity(0.55);
        const auto place = [&](QPointF unit) {
            return QPointF(where.left() + unit.x() * where.width(), where.bottom() - unit.y() * where.height());
        };
        for (const QLineF& line : borders_) painter.drawLine(place(line.p1()), place(line.p2()));
        painter.setOpacity(1);
    }
    const QColor ground = palette().color(QPalette::Base);
    for (const PlanePoint& point : points_) {
        if (!(point.dev ? dev_ : train_)->isChecked()) continue;
        const QPointF pixel = toPixel(point.place, room);
        const QColor ink = point.label >= 0 ? classColour(point.label) : colour(Role::Accent);
        if (point.dev) {
            painter.setBrush(Qt::NoBrush);
            painter.setPen(QPen(ground, 3.2));
            painter.drawEllipse(pixel, 3.6, 3.6);
            painter.setPen(QPen(ink, 1.7));
            painter.drawEllipse(pixel, 3.6, 3.6);
        } else {
            painter.setPen(QPen(ground, 0.8));
            painter.setBrush(ink);
            painter.drawEllipse(pixel, 3.4, 3.4);
        }
    }
    painter.restore();
    paintAxes(painter, room);
    paintLegend(painter, room);
}

QString RegionsView::tip(QPointF pixel) const {
    if (!suits() || !plot().contains(pixel)) return {};
    const QPointF place = toPlane(pixel);
    QString text = QStringLiteral("(%1, %2)").arg(shortNumber(place.x()), shortNumber(place.y()));
    if (!regions_ || !regions_->answers.defined()) return text;
    const study::RegionsQuestion& asked = regions_->asked;
    const Shape& shape = regions_->answers.shape();
    const double u = (place.x() - asked.left) / (asked.right - asked.left),
                 v = (place.y() - asked.bottom) / (asked.top - asked.bottom);
    if (u < 0 || u >= 1 || v < 0 || v >= 1) return text;
    const std::int64_t cell = static_cast<std::int64_t>(v * static_cast<double>(shape[0])) * shape[1] +
                              static_cast<std::int64_t>(u * static_cast<double>(shape[1]));
    const data::DatasetInfo& info = data_->dataset->info();
    for (std::int64_t c = 0; c < std::min<std::int64_t>(shape[2], 12); ++c) {
        const double value = regions_->answers.at(cell * shape[2] + c);
        text += QLatin1Char('\n') + (info.target == data::TargetKind::Class
                                         ? tr("%1: %2 %").arg(className(info, c)).arg(100 * value, 0, 'f', 1)
                                         : shortNumber(value));
    }
    return text;
}

QString RegionsView::csv() const {
    if (!regions_ || !regions_->answers.defined()) return {};
    const Shape& shape = regions_->answers.shape();
    const study::RegionsQuestion& asked = regions_->asked;
    QString text = QStringLiteral("x,y");
    for (std::int64_t c = 0; c < shape[2]; ++c) text += QStringLiteral(",answer_%1").arg(c);
    text += QLatin1Char('\n');
    for (std::int64_t row = 0; row < shape[0]; ++row)
        for (std::int64_t column = 0; column < shape[1]; ++column) {
            const auto between = [](double low, double high, std::int64_t i, std::int64_t n) {
                return low + (high - low) * (static_cast<double>(i) + 0.5) / static_cast<double>(n);
            };
            text += QString::number(between(asked.left, asked.right, column, shape[1]), 'g', 8) + QLatin1Char(',') +
                    QString::number(between(asked.bottom, asked.top, row, shape[0]), 'g', 8);
            for (std::int64_t c = 0; c < shape[2]; ++c)
                text += QLatin1Char(',') +
                        QString::number(regions_->answers.at((row * shape[1] + column) * shape[2] + c), 'g', 7);
            text += QLatin1Char('\n');
        }
    return text;
}

const Registered<ViewSpec> declared{{
    .id = "regions",
    .order = 50,
    .title = QT_TRANSLATE_NOOP("View", "Decision regions"),
    .meaning =
        QT_TRANSLATE_NOOP("View", "What the network answers everywhere in the plane, for data with two features"),
    .make = [](Workbench& workbench, QWidget* parent) -> View* { return new RegionsView(workbench, parent); },
}};

}  // namespace
}  // namespace perceptarium::ui
