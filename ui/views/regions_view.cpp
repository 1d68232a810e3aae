// Decision regions: what the network answers everywhere in the plane, under the points that it learns from.
#include <QCoreApplication>
#include <cmath>

#include "ui/steady_text.h"
#include "ui/theme/theme.h"
#include "ui/shared/background.h"
#include "ui/views/contour.h"
#include "ui/views/example_pictures.h"
#include "ui/views/paper_view.h"
#include "ui/views/plane.h"

namespace perceptarium::ui {
namespace {

constexpr double kLeft = 52, kBottom = 38, kTop = 10, kRight = 12, kScaleRoom = 34;

class RegionsView : public PaperView {
    Q_DECLARE_TR_FUNCTIONS(RegionsView)
public:
    RegionsView(Workbench& workbench, QWidget* parent);
    QString csv() const override;

protected:
    bool refresh() override;
    void trainerReplaced() override;
    void themeChanged() override { rebuild(); }
    void paint(QPainter& painter, const QRectF& area) override;
    QString tip(QPointF pixel) const override;
    void resizeEvent(QResizeEvent* event) override;

private:
    bool suits() const;
    bool classes() const { return data_->dataset->info().target == data::TargetKind::Class; }
    void readPoints();
    void showAll();
    void look(const QRectF& plane);
    void rebuild();
    void paintAnswers(QPainter& painter, const PlaneMap& map);
    void paintPoints(QPainter& painter, const PlaneMap& map);
    PlaneMap map(const QRectF& area) const;
    PlaneMap map() const { return map(paper()->rect()); }

    std::shared_ptr<study::RegionsProbe> probe_ = std::make_shared<study::RegionsProbe>();
    std::uint64_t seen_ = 0;
    std::shared_ptr<const study::Regions> regions_;
    data::PreparedPtr data_;
    std::vector<PlanePoint> points_;
    QRectF all_{-1, -1, 2, 2}, shown_{-1, -1, 2, 2};  ///< in the units of the data; top() is the least y
    bool whole_ = true;                               ///< everything is shown, not a part chosen by the mouse
    QImage image_;
    std::vector<QLineF> borders_;  ///< in 0 … 1 of the image
    QToolButton *train_, *dev_, *shade_;
    QLabel* note_;
    std::optional<std::pair<QPointF, QRectF>> pan_;  ///< from which pixel, and what was shown then
};

RegionsView::RegionsView(Workbench& workbench, QWidget* parent)
    : PaperView(workbench, tr("Decision regions"), tr("Decision regions and points"), parent) {
    train_ = controls()->addToggle(tr("Train"), tr("The examples that it learns from, as discs."));
    dev_ = controls()->addToggle(tr("Dev"),
                                 tr("Examples that it has not seen, as rings: are they on the right side, too?"));
    shade_ = controls()->addToggle(tr("Probability"),
                                   tr("Paler where the network is less sure; off: the most probable class alone."));
    for (QToolButton* button : {train_, dev_, shade_}) button->setChecked(true);
    QToolButton* all = controls()->addButton(QStringLiteral("fit"), tr("Show everything"),
                                             tr("All points (double-click does the same)."));
    note_ = controls()->addNote();
    paper()->doubleClicked = [this](QPointF) { showAll(); };
    paper()->wheeled = [this](QPointF pixel, double steps) {
        if (!suits()) return;
        whole_ = false;
        look(map().zoomed(pixel, std::clamp(std::pow(0.85, steps), 0.05, 20.0)));
    };
    paper()->pressed = [this](QPointF pixel) { pan_ = {pixel, shown_}; };
    paper()->moved = [this](QPointF pixel) {
        if (!pan_ || !suits()) return;
        const PlaneMap before{pan_->second, map().plot};
        whole_ = false;
        look(pan_->second.translated(before.toPlane(pan_->first) - before.toPlane(pixel)));
    };
    paper()->released = [this](QPointF) { pan_.reset(); };
    connect(all, &QToolButton::clicked, this, &RegionsView::showAll);
    for (QToolButton* button : {train_, dev_})
        connect(button, &QToolButton::toggled, paper(), qOverload<>(&QWidget::update));
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
    paper()->update();
    if (!suits()) return;
    inBackground(this, [prepared = data_] { return planePoints(*prepared); },
                 [this, asked = data_](std::vector<PlanePoint> points) {
                     if (asked != data_) return;
                     points_ = std::move(points);
                     all_ = planeAround(points_);
                     showAll();
                 });
}

void RegionsView::showAll() {
    whole_ = true;
    look(withEqualScales(all_, map().plot.size()));
}

void RegionsView::resizeEvent(QResizeEvent* event) {
    PaperView::resizeEvent(event);
    if (whole_ && suits()) showAll();
}

void RegionsView::look(const QRectF& plane) {
    shown_ = plane;
    // The answer covers what is shown; the old picture stays, at its own place, until the new one comes.
    probe_->ask({shown_.left(), shown_.right(), shown_.top(), shown_.bottom(), 100, 100});
    paper()->update();
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
        image_ = answersImage(*regions_, classes(), shade_->isChecked(), palette().color(QPalette::Base));
        const Shape& shape = regions_->answers.shape();
        if (classes())
            borders_ = classBorders(regions_->answers.data<float>(), static_cast<int>(shape[0]), static_cast<int>(shape[1]),
                                    shape[2]);
    }
    setSteadyText(*note_, regions_ && suits() ? tr("step %1").arg(regions_->step) : QString());
    paper()->update();
}

PlaneMap RegionsView::map(const QRectF& area) const {
    const bool numbers = suits() && !classes();  // their colours need a scale, below
    return {shown_, area.adjusted(kLeft, kTop, -kRight, -kBottom - (numbers ? kScaleRoom : 0))};
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
    painter.setFont(smallFont(painter.font()));
    const PlaneMap here = map(area);
    painter.save();
    painter.setClipRect(here.plot, Qt::IntersectClip);
    paintAnswers(painter, here);
    paintPoints(painter, here);
    painter.restore();
    const auto& features = data_->dataset->info().features;
    const auto name = [&](std::size_t i, const char16_t* otherwise) {
        return i < features.size() ? QString::fromStdString(features[i]) : QString::fromUtf16(otherwise);
    };
    paintPlaneAxes(painter, here, name(0, u"x₁"), name(1, u"x₂"));
    paintClassLegend(painter, here.plot, data_->dataset->info());
    if (!classes() && regions_ && regions_->answers.defined())
        paintColourBar(painter, QRectF(here.plot.left(), area.bottom() - 26, 160, 9),
                       ColourMap::sequential(extentOf(regions_->answers)));
}

void RegionsView::paintAnswers(QPainter& painter, const PlaneMap& map) {
    if (image_.isNull()) return;
    const study::RegionsQuestion& asked = regions_->asked;
    const QRectF where(map.toPixel({asked.left, asked.top}), map.toPixel({asked.right, asked.bottom}));
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

void RegionsView::paintPoints(QPainter& painter, const PlaneMap& map) {
    const QColor ground = palette().color(QPalette::Base);
    for (const PlanePoint& point : points_) {
        if (!(point.dev ? dev_ : train_)->isChecked()) continue;
        const QPointF pixel = map.toPixel(point.place);
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
}

QString RegionsView::tip(QPointF pixel) const {
    if (!suits() || !map().plot.contains(pixel)) return {};
    const QPointF place = map().toPlane(pixel);
    QString text = QStringLiteral("(%1, %2)").arg(shortNumber(place.x()), shortNumber(place.y()));
    if (!regions_ || !regions_->answers.defined()) return text;
    const study::RegionsQuestion& asked = regions_->asked;
    const Shape& shape = regions_->answers.shape();
    const double u = (place.x() - asked.left) / (asked.right - asked.left),
                 v = (place.y() - asked.bottom) / (asked.top - asked.bottom);
    if (u < 0 || u >= 1 || v < 0 || v >= 1) return text;
    const std::int64_t cell = static_cast<std::int64_t>(v * static_cast<double>(shape[0])) * shape[1] +
                              static_cast<std::int64_t>(u * static_cast<double>(shape[1]));
    for (std::int64_t c = 0; c < std::min<std::int64_t>(shape[2], 12); ++c) {
        const double value = regions_->answers.at(cell * shape[2] + c);
        text += QLatin1Char('\n') +
                (classes() ? tr("%1: %2 %").arg(className(data_->dataset->info(), c)).arg(100 * value, 0, 'f', 1)
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
    const auto between = [](double low, double high, std::int64_t i, std::int64_t n) {
        return low + (high - low) * (static_cast<double>(i) + 0.5) / static_cast<double>(n);
    };
    for (std::int64_t row = 0; row < shape[0]; ++row)
        for (std::int64_t column = 0; column < shape[1]; ++column) {
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
    .make = makeView<RegionsView>,
}};

}  // namespace
}  // namespace perceptarium::ui
