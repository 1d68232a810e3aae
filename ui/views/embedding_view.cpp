// Where a layer puts the examples, or an embedding its words: neighbours on the map are what the network finds alike.
#include <QCoreApplication>
#include <QElapsedTimer>
#include <QLineEdit>
#include <QSpinBox>
#include <QVBoxLayout>
#include <algorithm>
#include <cmath>

#include "ui/theme/theme.h"
#include "ui/steady_text.h"
#include "ui/views/dot_stamps.h"
#include "ui/views/example_focus.h"
#include "ui/views/example_pictures.h"
#include "ui/views/layer_chooser.h"
#include "ui/views/map_worker.h"
#include "ui/views/view.h"
#include "ui/views/view_parts.h"

namespace perceptarium::ui {
namespace {

constexpr std::int64_t kLimits[] = {250, 500, 1000, 2000};
constexpr double kReach = 14;   ///< pixels within which a point is picked
constexpr double kEase = 80;    ///< ms in which a point goes most of the way to its place
constexpr int kNeighbours = 6;
constexpr double kCard = 92;

class EmbeddingView : public View {
    Q_DECLARE_TR_FUNCTIONS(EmbeddingView)
public:
    EmbeddingView(Workbench& workbench, QWidget* parent);
    QString csv() const override;

protected:
    QWidget* picture() override { return paper_; }
    bool refresh() override;
    void trainerReplaced() override;
    void showEvent(QShowEvent* event) override;
    void hideEvent(QHideEvent* event) override;

private:
    enum Method { PcaMap, TsneMap };
    enum Marks { Dots, Pictures, Words };
    bool words() const;
    void ask();
    void work();
    void take(std::shared_ptr<const MapWorker::Map> map);
    bool glide();
    void search();
    void pick(int point);
    void fitAll();
    int pointAt(QPointF pixel) const;
    int size() const { return static_cast<int>(shown_.size()); }
    std::int64_t idOf(int point) const { return map_->outputs->ids[static_cast<std::size_t>(point)]; }
    int classOf(int point) const;
    QString nameOf(int point) const;
    QPointF toPixel(QPointF place) const;
    double scale() const;  ///< pixels a unit of the map
    QRectF plot() const;
    std::vector<std::pair<int, double>> neighbours(int point) const;
    void paint(QPainter& painter, const QRectF& area);
    void paintPoints(QPainter& painter, const QRectF& room);
    void paintLegend(QPainter& painter, const QRectF& room);
    void paintCard(QPainter& painter, const QRectF& area);

    std::shared_ptr<study::OutputsProbe> probe_ = std::make_shared<study::OutputsProbe>();
    std::uint64_t seenOutputs_ = 0, seenMap_ = 0;
    std::shared_ptr<const study::Outputs> outputs_;
    std::shared_ptr<const MapWorker::Map> map_;
    MapWorker worker_;
    std::vector<QPointF> shown_, target_;
    QElapsedTimer sinceGlide_;
    DotStamps stamps_;
    QRectF bounds_{-1, -1, 2, 2};
    double zoom_ = 1;
    QPointF centre_;  ///< of the view, relative to the bounds' centre, in units of the map
    std::vector<bool> found_;
    bool searching_ = false;
    int picked_ = -1, hovered_ = -1;
    std::vector<std::pair<int, double>> near_;
    QPointF panFrom_, panCentre_;
    bool panning_ = false, moved_ = false;

    LayerChooser* layer_;
    QComboBox *what_, *method_, *part_, *limit_, *marks_;
    QSpinBox* perplexity_;
    QLineEdit* search_;
    QLabel* note_;
    Paper* paper_;
    ExamplePictures* pictures_;
};

EmbeddingView::EmbeddingView(Workbench& workbench, QWidget* parent) : View(workbench, parent) {
    setWindowTitle(tr("Embedding"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    auto* controls = new ControlRow(this);
    layer_ = new LayerChooser(workbench, hasOutput, controls, [](const network::Node& node, const auto&) {
        return node.layer == "embedding" || node.layer == "dense";
    });
    controls->add(layer_);
    what_ = controls->addChoice(
        tr("Words or examples"),
        tr("The rows of the embedding matrix, one a word, or this layer's output for whole examples."),
        {tr("words"), tr("examples")});
    what_->hide();
    method_ = controls->addChoice(
        tr("Method"),
        tr("PCA: the two directions of largest variance, at once and without distortion.\n"
           "t-SNE: keeps neighbours together and shows groups; distances between groups mean little."),
        {tr("PCA"), tr("t-SNE")});
    perplexity_ = new QSpinBox(controls);
    perplexity_->setRange(5, 100);
    perplexity_->setValue(30);
    perplexity_->setPrefix(tr("perplexity "));
    perplexity_->setAccessibleName(tr("Perplexity"));
    perplexity_->setToolTip(
        tr("About how many neighbours t-SNE tries to keep for every point. Small: fine structure; large: the whole."));
    perplexity_->setKeyboardTracking(false);
    perplexity_->hide();
    controls->add(perplexity_);
    part_ = controls->addChoice(tr("Part of the data"),
                                tr("Dev examples show how what it learned carries over to new ones."),
                                {tr("dev"), tr("train")});
    limit_ = controls->addChoice(tr("Number of points"), tr("More points show more, and take longer."),
                                 {tr("250 points"), tr("500 points"), tr("1,000 points"), tr("2,000 points")});
    limit_->setCurrentIndex(1);
    marks_ =
        controls->addChoice(tr("Marks"), tr("What stands at each place"), {tr("dots"), tr("pictures"), tr("words")});
    search_ = new QLineEdit(controls);
    search_->setPlaceholderText(tr("Find a word, caption or class"));
    search_->setClearButtonEnabled(true);
    search_->setAccessibleName(tr("Find points"));
    search_->setToolTip(
        tr("Points whose word, caption or class contains this stay bright; Enter picks the next of them."));
    search_->setFixedWidth(170);
    controls->add(search_);
    QToolButton* all = controls->addButton(QStringLiteral("fit"), tr("Show everything"),
                                           tr("All points (double-click does the same)."));
    note_ = controls->addNote();
    column->addWidget(controls);
    paper_ = new Paper(tr("Map of the points"), this);
    column->addWidget(paper_, 1);
    pictures_ = new ExamplePictures(workbench, this);
    connect(pictures_, &ExamplePictures::arrived, paper_, qOverload<>(&QWidget::update));
    paper_->paint = [this](QPainter& painter, const QRectF& area) { paint(painter, area); };
    paper_->doubleClicked = [this](QPointF) { fitAll(); };
    paper_->wheeled = [this](QPointF pixel, double steps) {
        const double factor = std::pow(1.18, steps), next = std::clamp(zoom_ * factor, 0.5, 60.0);
        const QRectF room = plot();
        const QPointF fromCentre(pixel.x() - room.center().x(), room.center().y() - pixel.y());
        centre_ += fromCentre * (1 / scale() - zoom_ / next / scale());
        zoom_ = next;
        paper_->update();
    };
    paper_->pressed = [this](QPointF pixel) {
        panFrom_ = pixel;
        panCentre_ = centre_;
        panning_ = true;
        moved_ = false;
    };
    paper_->moved = [this](QPointF pixel) {
        if (panning_) {
            if ((pixel - panFrom_).manhattanLength() > 4) moved_ = true;
            if (moved_) {
                centre_ = panCentre_ + QPointF(panFrom_.x() - pixel.x(), pixel.y() - panFrom_.y()) / scale();
                paper_->update();
            }
            return;
        }
        const int point = pointAt(pixel);
        if (point == hovered_) return;
        hovered_ = point;
        paper_->update();
    };
    paper_->released = [this](QPointF pixel) {
        panning_ = false;
        if (!moved_) pick(pointAt(pixel));
    };
    paper_->left = [this] {
        hovered_ = -1;
        paper_->update();
    };
    connect(all, &QToolButton::clicked, this, &EmbeddingView::fitAll);
    connect(layer_, &LayerChooser::chosen, this, &EmbeddingView::ask);
    for (QComboBox* box : {what_, part_, limit_})
        connect(box, &QComboBox::currentIndexChanged, this, &EmbeddingView::ask);
    connect(method_, &QComboBox::currentIndexChanged, this, [this](int method) {
        perplexity_->setVisible(method == TsneMap);
        fitAll();
        work();
    });
    connect(perplexity_, &QSpinBox::valueChanged, this, &EmbeddingView::work);
    connect(marks_, &QComboBox::currentIndexChanged, paper_, qOverload<>(&QWidget::update));
    connect(search_, &QLineEdit::textChanged, this, &EmbeddingView::search);
    connect(search_, &QLineEdit::returnPressed, this, [this] {
        for (int step = 1; searching_ && step <= size(); ++step) {
            const int point = (std::max(picked_, 0) + step) % size();
            if (found_[static_cast<std::size_t>(point)]) return pick(point);
        }
    });
    ask();
    watch(probe_);
}

bool EmbeddingView::words() const {
    const network::Node* node = workbench().graph().find(layer_->node());
    return node && node->layer == "embedding" && what_->currentIndex() == 0;
}

void EmbeddingView::ask() {
    const network::Node* node = workbench().graph().find(layer_->node());
    what_->setVisible(node && node->layer == "embedding");
    part_->setVisible(!words());
    study::OutputsQuestion question;
    question.node = layer_->node();
    question.part = part_->currentIndex() == 1 ? data::Part::Train : data::Part::Dev;
    if (const data::PreparedPtr prepared = workbench().data(); prepared && prepared->part(question.part).empty())
        question.part = data::Part::Train;
    question.limit = kLimits[std::max(limit_->currentIndex(), 0)];
    question.words = words();
    if (question == probe_->question() && outputs_) return;
    probe_->ask(question);
    map_.reset();
    outputs_.reset();
    worker_.rest();
    shown_.clear();
    picked_ = hovered_ = -1;
    fitAll();
}

void EmbeddingView::work() {
    if (outputs_ && isVisible())
        worker_.work({outputs_, method_->currentIndex() == TsneMap, static_cast<double>(perplexity_->value())});
}

void EmbeddingView::trainerReplaced() {
    worker_.rest();
    outputs_.reset();
    map_.reset();
    shown_.clear();
    picked_ = hovered_ = -1;
    ask();
    paper_->update();
}

void EmbeddingView::showEvent(QShowEvent* event) {
    View::showEvent(event);
    work();
}

void EmbeddingView::hideEvent(QHideEvent* event) {
    View::hideEvent(event);
    worker_.rest();
}

bool EmbeddingView::refresh() {
    if (const auto newer = probe_->answer.newer(seenOutputs_);
        newer && workbench().trainer() && newer->asked == probe_->question()) {
        outputs_ = newer;
        work();
    }
    bool taken = false;
    if (auto newer = worker_.map.newer(seenMap_); newer && outputs_ && newer->outputs->asked == outputs_->asked) {
        take(std::move(newer));
        taken = true;
    }
    const bool moving = glide();
    if (moving) paper_->update();
    return moving || taken;
}

void EmbeddingView::take(std::shared_ptr<const MapWorker::Map> map) {
    const bool another = !map_ || map_->outputs->ids != map->outputs->ids || map_->tsne != map->tsne;
    map_ = std::move(map);
    target_.clear();
    QPointF low(1e300, 1e300), high(-1e300, -1e300);
    const std::int64_t n = map_->places.defined() ? map_->places.shape()[0] : 0;
    for (std::int64_t i = 0; i < n; ++i) {
        const QPointF place(map_->places.at(2 * i), map_->places.at(2 * i + 1));
        if (!std::isfinite(place.x()) || !std::isfinite(place.y())) {
            target_.clear();
            break;
        }
        target_.push_back(place);
        low = {std::min(low.x(), place.x()), std::min(low.y(), place.y())};
        high = {std::max(high.x(), place.x()), std::max(high.y(), place.y())};
    }
    if (!target_.empty()) {
        const double room = std::max({0.06 * (high.x() - low.x()), 0.06 * (high.y() - low.y()), 1e-6});
        const QRectF next(low - QPointF(room, room), high + QPointF(room, room));
        bounds_ = next;  // at once: while t-SNE unfolds, a frame that followed slowly would be left behind
    }
    // Between two states of the same map points glide; a new map appears at once.
    if (another || shown_.size() != target_.size() || map_->tsne) shown_ = target_;
    if (another) {
        search();
        picked_ = -1;
        near_.clear();
    } else if (picked_ >= 0) {
        near_ = neighbours(picked_);
    }
    if (map_->tsne)
        setSteadyText(*note_, tr("iteration %1, KL %2").arg(map_->iteration).arg(map_->divergence, 0, 'f', 2));
    else
        setSteadyText(*note_, tr("%1 points").arg(size()));
    sinceGlide_.start();
    paper_->update();
}

bool EmbeddingView::glide() {
    if (shown_.size() != target_.size()) return false;
    bool moving = false;
    const double still = 1e-3 * std::max(bounds_.width(), bounds_.height());
    const double ease = 1 - std::exp(-static_cast<double>(sinceGlide_.isValid() ? sinceGlide_.restart() : 0) / kEase);
    for (std::size_t i = 0; i < shown_.size(); ++i) {
        const QPointF way = target_[i] - shown_[i];
        if (std::abs(way.x()) + std::abs(way.y()) < still) {
            shown_[i] = target_[i];
            continue;
        }
        shown_[i] += ease * way;
        moving = true;
    }
    return moving;
}

int EmbeddingView::classOf(int point) const {
    const data::PreparedPtr prepared = workbench().data();
    if (!prepared || map_->outputs->asked.words) return -1;
    const auto labels = prepared->dataset->labels();
    const auto index = static_cast<std::size_t>(idOf(point));
    return index < labels.size() ? labels[index] : -1;
}

QString EmbeddingView::nameOf(int point) const {
    const data::PreparedPtr prepared = workbench().data();
    if (!prepared) return {};
    if (!map_->outputs->asked.words) return captionOf(workbench(), idOf(point));
    const auto& vocabulary = prepared->dataset->info().vocabulary;
    const auto index = static_cast<std::size_t>(idOf(point));
    return index < vocabulary.size() ? QString::fromStdString(vocabulary[index]) : QString::number(idOf(point));
}

void EmbeddingView::search() {
    const QString text = search_->text().trimmed();
    searching_ = !text.isEmpty() && map_ && size() > 0;
    found_.assign(static_cast<std::size_t>(size()), false);
    if (searching_) {
        int hits = 0;
        const data::PreparedPtr prepared = workbench().data();
        for (int i = 0; i < size(); ++i) {
            const int label = classOf(i);
            const bool hit = nameOf(i).contains(text, Qt::CaseInsensitive) ||
                             (label >= 0 && prepared &&
                              className(prepared->dataset->info(), label).contains(text, Qt::CaseInsensitive));
            found_[static_cast<std::size_t>(i)] = hit;
            hits += hit;
        }
        setSteadyText(*note_, tr("%1 found").arg(hits));
    }
    paper_->update();
}

void EmbeddingView::fitAll() {
    zoom_ = 1;
    centre_ = {};
    paper_->update();
}

QRectF EmbeddingView::plot() const {
    return QRectF(paper_->rect()).adjusted(kMargin, kMargin, -kMargin, -kMargin - 16 - (picked_ >= 0 ? kCard : 0));
}

QPointF EmbeddingView::toPixel(QPointF place) const {
    const QRectF room = plot();
    const QPointF way = (place - bounds_.center() - centre_) * scale();
    return {room.center().x() + way.x(), room.center().y() - way.y()};
}

/// The same along both axes: a distance is a distance in every direction.
double EmbeddingView::scale() const {
    const QRectF room = plot();
    return zoom_ * std::max(std::min(room.width() / bounds_.width(), room.height() / bounds_.height()), 1e-12);
}

int EmbeddingView::pointAt(QPointF pixel) const {
    int nearest = -1;
    double least = kReach * kReach;
    for (int i = 0; i < size(); ++i) {
        const QPointF way = toPixel(shown_[static_cast<std::size_t>(i)]) - pixel;
        const double distance = QPointF::dotProduct(way, way);
        if (distance < least) least = distance, nearest = i;
    }
    return nearest;
}

void EmbeddingView::pick(int point) {
    picked_ = point;
    near_.clear();
    if (point >= 0) {
        near_ = neighbours(point);
        if (!map_->outputs->asked.words) ExampleFocus::of(workbench()).pick(idOf(point));
    }
    paper_->update();
}

/// The nearest points in the layer's own space, by the cosine of the angle between them.
std::vector<std::pair<int, double>> EmbeddingView::neighbours(int point) const {
    const Tensor& rows = map_->outputs->rows;
    const std::int64_t n = rows.shape()[0], d = rows.shape()[1];
    const float* values = rows.data<float>();
    const float* own = values + point * d;
    const auto dot = [d](const float* a, const float* b) {
        float sum = 0;
        for (std::int64_t k = 0; k < d; ++k) sum += a[k] * b[k];
        return static_cast<double>(sum);
    };
    const double length = std::sqrt(dot(own, own));
    std::vector<std::pair<int, double>> all;
    for (std::int64_t i = 0; i < n; ++i) {
        const float* row = values + i * d;
        const double lengths = length * std::sqrt(dot(row, row));
        if (i != point && lengths > 0) all.emplace_back(static_cast<int>(i), dot(own, row) / lengths);
    }
    const auto kept = std::min<std::size_t>(all.size(), kNeighbours);
    std::partial_sort(all.begin(), all.begin() + static_cast<std::ptrdiff_t>(kept), all.end(),
                      [](const auto& a, const auto& b) { return a.second > b.second; });
    all.resize(kept);
    return all;
}

void EmbeddingView::paint(QPainter& painter, const QRectF& area) {
    if (!map_ || shown_.empty()) {
        const QString why = workbench().whyNotReady();
        paintEmpty(
            painter, area, QStringLiteral("embedding"), tr("What the network finds alike"),
            !why.isEmpty() ? why
            : outputs_ && !outputs_->note.empty()
                ? QString::fromStdString(outputs_->note)
                : tr("Every example as a point, near those that this layer treats alike. Waiting for the trainer."));
        return;
    }
    QFont small = painter.font();
    small.setPointSizeF(small.pointSizeF() - 1);
    painter.setFont(small);
    const QRectF room = plot();
    painter.save();
    painter.setClipRect(QRectF(area.left(), area.top(), area.width(), room.bottom() + kMargin - area.top()));
    if (!map_->tsne) {  // where the mean is
        painter.setPen(QPen(colour(Role::Grid), 1));
        const QPointF origin = toPixel({0, 0});
        painter.drawLine(QPointF(origin.x(), area.top()), QPointF(origin.x(), room.bottom() + kMargin));
        painter.drawLine(QPointF(area.left(), origin.y()), QPointF(area.right(), origin.y()));
    }
    paintPoints(painter, room);
    painter.restore();
    paintLegend(painter, room);
    painter.setPen(colour(Role::Secondary));
    const QRectF foot(area.left() + kMargin, room.bottom() + kMargin - 2, area.width() - 2 * kMargin, 16);
    painter.drawText(foot, Qt::AlignLeft | Qt::AlignVCenter,
                     map_->tsne ? tr("t-SNE: only neighbourhoods count, axes have no unit")
                                : tr("across: component 1 (%1 % of the variance), up: component 2 (%2 %)")
                                      .arg(100 * map_->shares[0], 0, 'f', 0)
                                      .arg(100 * map_->shares[1], 0, 'f', 0));
    if (picked_ >= 0) paintCard(painter, area);
}

void EmbeddingView::paintPoints(QPainter& painter, const QRectF& room) {
    const bool asWords = marks_->currentIndex() == Words;
    const bool asPictures = marks_->currentIndex() == Pictures && pictures_->available() && !map_->outputs->asked.words;
    const double radius = std::clamp(3.2 * std::sqrt(zoom_), 2.6, 6.0);
    const QColor ground = palette().color(QPalette::Base), plain = colour(Role::Accent);
    const QFontMetricsF metrics(painter.font());
    std::vector<QRectF> taken;  // by words that are written already
    const QRectF seen = room.adjusted(-30, -30, 30, 30);
    const QPointF middle = room.center(), centre = bounds_.center() + centre_;
    const double unit = scale();
    for (const bool bright : {false, true}) {  // what was found is drawn last, over the rest
        for (int i = 0; i < size(); ++i) {
            const bool hit = !searching_ || found_[static_cast<std::size_t>(i)];
            if (hit != bright) continue;
            const QPointF way = (shown_[static_cast<std::size_t>(i)] - centre) * unit;
            const QPointF pixel(middle.x() + way.x(), middle.y() - way.y());
            if (!seen.contains(pixel)) continue;
            const int label = classOf(i);
            QColor ink = label >= 0 ? classColour(label) : plain;
            if (!hit) ink.setAlpha(40);
            if (asPictures) {
                const double side = std::clamp(18.0 * std::sqrt(zoom_), 16.0, 64.0);
                const QRectF box(pixel.x() - side / 2, pixel.y() - side / 2, side, side);
                painter.setOpacity(hit ? 1 : 0.2);
                if (const QImage image = pictures_->picture(idOf(i)); !image.isNull()) {
                    painter.setRenderHint(QPainter::SmoothPixmapTransform);
                    painter.drawImage(fitted(image.size(), box), image);
                }
                painter.setPen(QPen(ink, 1.4));
                painter.setBrush(Qt::NoBrush);
                painter.drawRect(box);
                painter.setOpacity(1);
                continue;
            }
            stamps_.draw(painter, pixel, asWords ? 2 : radius, ink, ground);
            if (!asWords && !(searching_ && hit)) continue;
            QString word = nameOf(i);
            if (!map_->outputs->asked.words && label >= 0 && word.size() > 28)
                word = word.left(26) + QStringLiteral("…");
            const QRectF box(pixel.x() + 5, pixel.y() - metrics.height() / 2, metrics.horizontalAdvance(word),
                             metrics.height());
            if (std::any_of(taken.begin(), taken.end(), [&](const QRectF& other) { return other.intersects(box); }))
                continue;
            if (taken.size() > 400) continue;
            taken.push_back(box);
            painter.setPen(hit ? palette().color(QPalette::Text) : colour(Role::Grid));
            painter.drawText(box, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextDontClip, word);
        }
    }
    for (const auto& [neighbour, cosine] : near_) {
        if (picked_ < 0 || neighbour >= size()) break;
        QColor line = palette().color(QPalette::Text);
        line.setAlpha(90);
        painter.setPen(QPen(line, 1));
        painter.drawLine(toPixel(shown_[static_cast<std::size_t>(picked_)]),
                         toPixel(shown_[static_cast<std::size_t>(neighbour)]));
    }
    for (const int point : {hovered_, picked_}) {
        if (point < 0 || point >= size()) continue;
        const QPointF pixel = toPixel(shown_[static_cast<std::size_t>(point)]);
        painter.setPen(QPen(palette().color(QPalette::Text), point == picked_ ? 2 : 1.2));
        painter.setBrush(Qt::NoBrush);
        painter.drawEllipse(pixel, radius + 3, radius + 3);
    }
    if (hovered_ >= 0 && hovered_ < size()) {
        const QPointF pixel = toPixel(shown_[static_cast<std::size_t>(hovered_)]);
        QString text = metrics.elidedText(nameOf(hovered_), Qt::ElideRight, 260);
        const data::PreparedPtr prepared = workbench().data();
        if (const int label = classOf(hovered_); label >= 0 && prepared)
            text += QStringLiteral("  ·  ") + className(prepared->dataset->info(), label);
        const bool image = pictures_->available() && !map_->outputs->asked.words;
        QRectF box(pixel.x() + 12, pixel.y() + 10, metrics.horizontalAdvance(text) + 16 + (image ? 44 : 0),
                   image ? 52 : metrics.height() + 8);
        if (box.right() > room.right()) box.moveRight(pixel.x() - 12);
        if (box.bottom() > room.bottom()) box.moveBottom(pixel.y() - 10);
        painter.setPen(QPen(colour(Role::Edge), 1));
        painter.setBrush(palette().color(QPalette::ToolTipBase));
        painter.drawRoundedRect(box, 5, 5);
        if (image) {
            const QImage shown = pictures_->picture(idOf(hovered_));
            drawSharp(painter,
                      fitted(shown.isNull() ? QSizeF(1, 1) : QSizeF(shown.size()),
                             QRectF(box.left() + 4, box.top() + 4, 44, 44)),
                      shown);
        }
        painter.setPen(palette().color(QPalette::ToolTipText));
        painter.drawText(box.adjusted(image ? 52 : 8, 0, -6, 0), Qt::AlignLeft | Qt::AlignVCenter, text);
    }
}

void EmbeddingView::paintLegend(QPainter& painter, const QRectF& room) {
    const data::PreparedPtr prepared = workbench().data();
    if (!prepared || map_->outputs->asked.words || prepared->dataset->info().target != data::TargetKind::Class) return;
    const data::DatasetInfo& info = prepared->dataset->info();
    const int n = static_cast<int>(std::min<std::size_t>(info.classes.size(), 12));
    const QFontMetricsF metrics(painter.font());
    double width = 0;
    for (int i = 0; i < n; ++i)
        width = std::max(width, std::min(metrics.horizontalAdvance(className(info, i)), 120.0) + 26);
    const QRectF box(room.right() - width, room.top(), width, 15.0 * n + 8);
    if (n == 0 || box.height() > room.height() || width > room.width() / 2) return;
    QColor ground = palette().color(QPalette::Base);
    ground.setAlpha(205);
    painter.setPen(Qt::NoPen);
    painter.setBrush(ground);
    painter.drawRoundedRect(box, 5, 5);
    for (int i = 0; i < n; ++i) {
        const double y = box.top() + 11 + 15 * i;
        painter.setPen(Qt::NoPen);
        painter.setBrush(classColour(i));
        painter.drawEllipse(QPointF(box.left() + 10, y), 4, 4);
        painter.setPen(palette().color(QPalette::Text));
        painter.drawText(QRectF(box.left() + 20, y - 8, width - 22, 16), Qt::AlignLeft | Qt::AlignVCenter,
                         metrics.elidedText(className(info, i), Qt::ElideRight, width - 22));
    }
}

void EmbeddingView::paintCard(QPainter& painter, const QRectF& area) {
    const QRectF card(area.left() + kMargin, area.bottom() - kCard, area.width() - 2 * kMargin, kCard - 6);
    painter.setPen(QPen(colour(Role::Grid), 1));
    painter.setBrush(palette().color(QPalette::AlternateBase));
    painter.drawRoundedRect(card, 6, 6);
    const data::PreparedPtr prepared = workbench().data();
    if (!prepared) return;
    const bool images = pictures_->available() && !map_->outputs->asked.words;
    double x = card.left() + 10;
    const auto picture = [&](int point, double side) {
        const QImage image = pictures_->picture(idOf(point));
        const QRectF box(x, card.top() + 8, side, side);
        drawSharp(painter, fitted(image.isNull() ? QSizeF(1, 1) : QSizeF(image.size()), box), image);
        x += side + 8;
    };
    const QFontMetricsF metrics(painter.font());
    if (images) picture(picked_, 64);
    QString title = nameOf(picked_);
    if (const int label = classOf(picked_); label >= 0)
        title = className(prepared->dataset->info(), label) + QStringLiteral("  ·  ") + title;
    const double half = std::max(card.width() * 0.42 - (x - card.left()), 80.0);
    painter.setPen(palette().color(QPalette::Text));
    painter.drawText(QRectF(x, card.top() + 8, half, card.height() - 14),
                     Qt::AlignLeft | Qt::AlignTop | Qt::TextWordWrap, title);
    x += half + 10;
    painter.setPen(colour(Role::Secondary));
    painter.drawText(QPointF(x, card.top() + 8 + metrics.ascent()), tr("nearest in this layer (cosine)"));
    if (images) {
        const double top = card.top() + 8 + metrics.height() + 2, side = 38;
        for (const auto& [point, cosine] : near_) {
            if (x + side > card.right()) break;
            const QImage image = pictures_->picture(idOf(point));
            drawSharp(painter, fitted(image.isNull() ? QSizeF(1, 1) : QSizeF(image.size()), QRectF(x, top, side, side)),
                      image);
            painter.drawText(QRectF(x - 4, top + side, side + 8, 14), Qt::AlignCenter, QString::number(cosine, 'f', 2));
            x += side + 8;
        }
        return;
    }
    QStringList parts;
    for (const auto& [point, cosine] : near_) {
        QString word = nameOf(point);
        if (word.size() > 40) word = word.left(38) + QStringLiteral("…");
        parts << QStringLiteral("%1 (%2)").arg(word).arg(cosine, 0, 'f', 2);
    }
    painter.setPen(palette().color(QPalette::Text));
    painter.drawText(
        QRectF(x, card.top() + 8 + metrics.height() + 2, card.right() - x - 8, card.height() - metrics.height() - 16),
        Qt::AlignLeft | Qt::AlignTop | Qt::TextWordWrap,
        parts.join(map_->outputs->asked.words ? QStringLiteral(", ") : QStringLiteral("\n")));
}

QString EmbeddingView::csv() const {
    if (!map_ || target_.empty()) return {};
    const data::PreparedPtr prepared = workbench().data();
    QString text = QStringLiteral("id,x,y,class,name\n");
    for (int i = 0; i < static_cast<int>(target_.size()); ++i) {
        const int label = classOf(i);
        QString name = nameOf(i);
        name.replace(QLatin1Char('"'), QLatin1String("\"\""));
        text += QStringLiteral("%1,%2,%3,\"%4\",\"%5\"\n")
                    .arg(QString::number(idOf(i)), QString::number(target_[static_cast<std::size_t>(i)].x(), 'g', 8),
                         QString::number(target_[static_cast<std::size_t>(i)].y(), 'g', 8),
                         label >= 0 && prepared ? className(prepared->dataset->info(), label) : QString(), name);
    }
    return text;
}

const Registered<ViewSpec> declared{{
    .id = "embedding",
    .order = 40,
    .title = QT_TRANSLATE_NOOP("View", "Embedding"),
    .meaning = QT_TRANSLATE_NOOP("View", "What a layer finds alike: examples or words on a map, by PCA or t-SNE"),
    .make = [](Workbench& workbench, QWidget* parent) -> View* { return new EmbeddingView(workbench, parent); },
}};

}  // namespace
}  // namespace perceptarium::ui
