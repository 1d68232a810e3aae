// What every layer makes of one example: channel maps for pictures, bars for vectors.
#include <QCoreApplication>

#include "study/activations_probe.h"
#include "ui/theme/theme.h"
#include "ui/shared/example_chooser.h"
#include "ui/views/example_pictures.h"
#include "ui/views/layer_chooser.h"
#include "ui/shared/tensor_image.h"
#include "ui/views/tile_grid.h"
#include "ui/views/paper_view.h"

namespace perceptarium::ui {
namespace {

constexpr double kHeader = 22, kTop = 74, kLegend = 34, kGap = 4;
constexpr double kSmall = 56;              ///< a map while all nodes are shown
constexpr std::int64_t kMostMaps = 24;     ///< of one node while all nodes are shown
constexpr std::int64_t kMostTiles = 1024;  ///< of the chosen node

double aspectOf(const QImage& image) { return static_cast<double>(image.width()) / std::max(image.height(), 1); }

class ActivationsView : public PaperView {
    Q_DECLARE_TR_FUNCTIONS(ActivationsView)
public:
    ActivationsView(Workbench& workbench, QWidget* parent);
    QString csv() const override;

protected:
    bool refresh() override;
    void trainerReplaced() override;
    void themeChanged() override { rebuild(); }
    void roomChanged() override { rebuild(); }

private:
    struct Section {
        network::NodeId node = network::kNoNode;
        QString title, note;
        Tensor values;
        ColourMap map = ColourMap::diverging(1);
        std::vector<QImage> maps;
        TileGrid grid;
        QRectF box;  ///< with its header
    };
    Section section(network::NodeId node, bool all) const;
    void place(Section& section, const QRectF& room, bool all) const;
    void rebuild();
    void paint(QPainter& painter, const QRectF& area) override;
    void paintTop(QPainter& painter, const QRectF& area);
    void paintBars(QPainter& painter, const QRectF& plot, const Section& section);
    QString tip(QPointF point) const override;

    std::shared_ptr<study::ActivationsProbe> probe_ = std::make_shared<study::ActivationsProbe>();
    std::uint64_t seen_ = 0;
    std::shared_ptr<const study::ExampleActivations> values_;
    LayerChooser* layer_;
    ExampleChooser* example_;
    QToolButton* all_;
    ExamplePictures* pictures_;
    std::vector<Section> sections_;
};

ActivationsView::ActivationsView(Workbench& workbench, QWidget* parent)
    : PaperView(workbench, tr("Activations"), tr("Activations of the example"), parent, PaperSize::OfItsContent) {
    example_ = new ExampleChooser(workbench, controls());
    controls()->add(example_);
    all_ =
        controls()->addToggle(tr("All layers"), tr("The way of the example through the whole network, layer by layer."));
    all_->setChecked(true);
    layer_ = new LayerChooser(workbench, hasOutput, controls());
    controls()->add(layer_);
    pictures_ = new ExamplePictures(workbench, this);
    connect(pictures_, &ExamplePictures::arrived, paper(), qOverload<>(&QWidget::update));
    paper()->doubleClicked = [this](QPointF point) {  // into one layer, and back
        for (const Section& each : sections_)
            if (each.box.contains(point)) {
                const bool all = all_->isChecked();
                if (all) layer_->choose(each.node);
                all_->setChecked(!all);
                return;
            }
    };
    const auto ask = [this] { probe_->ask({example_->example()}); };
    connect(example_, &ExampleChooser::chosen, this, [this, ask] {
        ask();
        paper()->update();
    });
    connect(layer_, &LayerChooser::chosen, this, &ActivationsView::rebuild);
    connect(all_, &QToolButton::toggled, this, [this](bool all) {
        layer_->setEnabled(!all);
        rebuild();
    });
    layer_->setEnabled(false);
    ask();
    watch(probe_);
}

void ActivationsView::trainerReplaced() {
    values_.reset();
    rebuild();
}

bool ActivationsView::refresh() {
    if (const auto newer = probe_->answer.newer(seen_); newer && workbench().trainer()) {
        values_ = newer;
        rebuild();
        return true;
    }
    return false;
}

ActivationsView::Section ActivationsView::section(network::NodeId node, bool all) const {
    Section made;
    made.node = node;
    const network::Node* drawn = workbench().flatGraph().find(node);
    made.values = values_->values.at(node);
    if (made.values.dtype() != DType::F32) made.values = made.values.cast(DType::F32);
    const Shape& shape = made.values.shape();
    made.title = drawn ? QString::fromStdString(drawn->name) : QString();
    const Extent extent = extentOf(made.values);
    made.note =
        QString::fromStdString(shape.text()) + QStringLiteral("   ") +
        tr("%1 to %2").arg(shortNumber(static_cast<double>(extent.low)), shortNumber(static_cast<double>(extent.high)));
    // What is never negative (after ReLU, sigmoid, softmax) gets the whole sequential map, the rest the diverging one.
    made.map = extent.low < 0 ? ColourMap::diverging(extent.largest()) : ColourMap::sequential({0, extent.high});
    if (shape.rank() == 3) {
        const std::int64_t channels = std::min(shape[2], all ? kMostMaps : kMostTiles);
        for (std::int64_t c = 0; c < channels; ++c)
            made.maps.push_back(planeImage(
                {made.values.data<float>() + c, shape[0], shape[1], shape[1] * shape[2], shape[2]}, made.map));
        if (channels < shape[2]) made.note += tr("   first %1 of %2 channels").arg(channels).arg(shape[2]);
    } else if (shape.rank() == 2) {  // a sequence: time across, features down
        made.maps.push_back(planeImage({made.values.data<float>(), shape[1], shape[0], 1, shape[1]}, made.map));
        made.note += tr("   positions across, features down");
    }
    return made;
}

/// Sets tiles or bars into `room`; with `all` as small as the whole way through the network asks for.
void ActivationsView::place(Section& section, const QRectF& room, bool all) const {
    const Shape& shape = section.values.shape();
    double height = all ? kSmall : std::clamp(room.height(), 60.0, 240.0);
    if (!section.maps.empty()) {
        TileGrid::Room tiles;
        tiles.left = room.left();
        tiles.top = room.top() + kHeader;
        tiles.width = room.width();
        tiles.gap = kGap;
        const double aspect = aspectOf(section.maps[0]);
        if (shape.rank() == 3) {
            tiles.least = all ? kSmall : 40;
            tiles.greatest = all ? kSmall : 220;
            tiles.height = all ? kSmall : room.height();
        } else {
            const double most = std::min(room.width(), 14.0 * section.maps[0].width());
            tiles.least = tiles.greatest =
                std::max(60.0, std::min(most, aspect * (all ? 1.5 * kSmall : room.height())));
            tiles.height = 1e9;
        }
        section.grid = TileGrid(static_cast<int>(section.maps.size()), aspect, tiles);
        height = section.grid.total();
    }
    section.box = QRectF(room.left(), room.top(), room.width(), kHeader + std::max(height, 30.0));
}

void ActivationsView::rebuild() {
    sections_.clear();
    const QSizeF visible = room();
    const double width = visible.width() - 2 * kMargin;
    double x = kMargin, y = kTop, bottom = kTop;
    if (values_ && !values_->values.empty()) {
        const bool all = all_->isChecked();
        const QFontMetricsF metrics(font());
        for (const network::NodeId node : values_->order) {
            if (!all && node != layer_->node()) continue;
            Section made = section(node, all);
            double wide = width;
            if (all) {  // side by side, like words, where there is room
                const auto n = static_cast<double>(made.maps.empty() ? made.values.elements()
                                                                     : static_cast<std::int64_t>(made.maps.size()));
                const double tiles = made.maps.empty() ? std::max(n * (n > 60 ? 4 : 12), 60.0)
                                     : made.values.shape().rank() == 3
                                         ? n * (kSmall * std::min(1.0, aspectOf(made.maps[0])) + kGap)
                                         : std::min(1.5 * kSmall * aspectOf(made.maps[0]), 14.0 * made.maps[0].width());
                const double words = metrics.horizontalAdvance(made.title + made.note) * 1.05 + 30;
                wide = std::min(width, std::max(tiles, words));
                if (x > kMargin && x + wide > kMargin + width) {
                    x = kMargin;
                    y = bottom + kSpacing;
                }
            }
            place(made, QRectF(x, y, wide, std::max(visible.height() - y - kHeader - kLegend, 60.0)), all);
            bottom = std::max(bottom, made.box.bottom());
            x += wide + 2 * kMargin;
            sections_.push_back(std::move(made));
        }
        bottom += all ? kSpacing : kLegend;
    }
    paper()->setMinimumHeight(sections_.empty() ? 0 : static_cast<int>(bottom));
    paper()->update();
}

void ActivationsView::paintTop(QPainter& painter, const QRectF& area) {
    const std::int64_t example = example_->example();
    const data::PreparedPtr prepared = workbench().data();
    if (!prepared || example < 0) return;
    const data::DatasetInfo& info = prepared->dataset->info();
    QRectF text(kMargin, 8, area.width() - 2 * kMargin, kTop - 16);
    if (pictures_->available()) {
        const QRectF box(kMargin, 8, kTop - 18, kTop - 18);
        const QImage image = pictures_->picture(example);
        drawSharp(painter, fitted(image.size(), box), image);
        text.setLeft(box.right() + kMargin);
    }
    const QString truth = targetText(info, prepared->dataset->labels(), example);
    QString guess;
    if (values_ && values_->asked.example == example && values_->prediction.defined()) {
        const Tensor& prediction = values_->prediction;
        if (info.target == data::TargetKind::Class) {
            std::int64_t best = 0;
            for (std::int64_t i = 1; i < prediction.elements(); ++i)
                if (prediction.at(i) > prediction.at(best)) best = i;
            guess =
                tr("the network says %1 (%2 %)").arg(className(info, best)).arg(100 * prediction.at(best), 0, 'f', 1);
        } else {
            guess = tr("the network says %1").arg(shortNumber(prediction.at(0)));
        }
    }
    QFont bold = painter.font();
    bold.setBold(true);
    const QFont plain = painter.font();
    painter.setFont(bold);
    painter.setPen(palette().color(QPalette::Text));
    const QString first = truth.isEmpty() ? guess : guess.isEmpty() ? truth : tr("%1: %2").arg(truth, guess);
    const double line = painter.fontMetrics().height();
    painter.drawText(QRectF(text.left(), text.top(), text.width(), line), Qt::AlignLeft | Qt::AlignVCenter,
                     painter.fontMetrics().elidedText(first, Qt::ElideRight, static_cast<int>(text.width())));
    painter.setFont(plain);
    painter.setPen(colour(Role::Secondary));
    painter.drawText(text.adjusted(0, line + 2, 0, 0), Qt::AlignLeft | Qt::AlignTop | Qt::TextWordWrap,
                     captionOf(workbench(), example));
}

void ActivationsView::paintBars(QPainter& painter, const QRectF& plot, const Section& section) {
    const std::int64_t n = section.values.elements();
    if (n == 0) return;
    const Extent extent = extentOf(section.values);
    const double low = std::min(0.0, static_cast<double>(extent.low)),
                 high = std::max(0.0, static_cast<double>(extent.high));
    const double span = std::max(high - low, 1e-12);
    const double step = std::min(plot.width() / static_cast<double>(n), 34.0);
    const double zero = plot.bottom() + low / span * plot.height();
    painter.setPen(QPen(colour(Role::Grid), 1));
    painter.drawLine(QPointF(plot.left(), zero), QPointF(plot.left() + step * static_cast<double>(n), zero));
    painter.setPen(Qt::NoPen);
    for (std::int64_t i = 0; i < n; ++i) {
        const double value = section.values.at(i), height = value / span * plot.height();
        painter.fillRect(QRectF(plot.left() + static_cast<double>(i) * step, std::min(zero, zero - height),
                                std::max(step - (step > 3 ? 1 : 0), 0.7), std::max(std::abs(height), 0.5)),
                         QColor(section.map(static_cast<float>(value))));
    }
}

void ActivationsView::paint(QPainter& painter, const QRectF& area) {
    if (sections_.empty()) {
        paintNothing(painter, area, QStringLiteral("activations"), tr("What every layer makes of one example"),
                     tr("Waiting for the trainer."));
        return;
    }
    paintTop(painter, area);
    painter.setRenderHint(QPainter::Antialiasing, false);  // all edges are straight from here on
    QFont bold = paper()->font();
    bold.setBold(true);
    for (const Section& each : sections_) {
        const QRectF header(each.box.left(), each.box.top(), each.box.width(), kHeader);
        painter.setFont(bold);
        painter.setPen(palette().color(QPalette::Text));
        painter.drawText(header, Qt::AlignLeft | Qt::AlignVCenter, each.title);
        const double used = painter.fontMetrics().horizontalAdvance(each.title) + 12;
        painter.setFont(paper()->font());
        painter.setPen(colour(Role::Secondary));
        painter.drawText(header.adjusted(used, 0, 0, 0), Qt::AlignLeft | Qt::AlignVCenter, each.note);
        if (each.maps.empty()) {
            paintBars(painter, each.box.adjusted(0, kHeader + 2, 0, -4), each);
        } else {
            for (int i = 0; i < each.grid.count(); ++i) {
                const QRectF box = each.grid.tile(i);
                drawSharp(painter, box, each.maps[static_cast<std::size_t>(i)]);
                painter.setPen(QPen(colour(Role::Grid), 1));
                painter.setBrush(Qt::NoBrush);
                painter.drawRect(box);
            }
        }
    }
    if (sections_.size() == 1)
        paintColourBar(painter, QRectF(kMargin, sections_[0].box.bottom() + 6, 160, 8), sections_[0].map);
}

QString ActivationsView::tip(QPointF point) const {
    for (const Section& each : sections_) {
        if (!each.box.contains(point)) continue;
        const Shape& shape = each.values.shape();
        if (!each.maps.empty()) {
            const int index = each.grid.at(point);
            if (index < 0) return {};
            const QRectF box = each.grid.tile(index);
            const QImage& image = each.maps[static_cast<std::size_t>(index)];
            const auto x = std::clamp<std::int64_t>(
                static_cast<std::int64_t>((point.x() - box.left()) / box.width() * image.width()), 0,
                image.width() - 1);
            const auto y = std::clamp<std::int64_t>(
                static_cast<std::int64_t>((point.y() - box.top()) / box.height() * image.height()), 0,
                image.height() - 1);
            if (shape.rank() == 3)
                return tr("%1, channel %2, row %3, column %4: %5")
                    .arg(each.title)
                    .arg(index + 1)
                    .arg(y + 1)
                    .arg(x + 1)
                    .arg(shortNumber(each.values.at((y * shape[1] + x) * shape[2] + index)));
            return tr("%1, position %2, feature %3: %4")
                .arg(each.title)
                .arg(x + 1)
                .arg(y + 1)
                .arg(shortNumber(each.values.at(x * shape[1] + y)));
        }
        const std::int64_t n = each.values.elements();
        if (n == 0) return {};
        const double step = std::min(each.box.width() / static_cast<double>(n), 34.0);
        const auto i = static_cast<std::int64_t>((point.x() - each.box.left()) / step);
        if (i < 0 || i >= n) return {};
        return tr("%1, unit %2: %3").arg(each.title).arg(i + 1).arg(shortNumber(each.values.at(i)));
    }
    return {};
}

QString ActivationsView::csv() const {
    if (sections_.empty()) return {};
    QString text = QStringLiteral("layer,index,value\n");
    for (const Section& each : sections_)
        for (std::int64_t i = 0; i < each.values.elements(); ++i)
            text += QStringLiteral("%1,%2,%3\n").arg(each.title).arg(i).arg(each.values.at(i), 0, 'g', 9);
    return text;
}

const Registered<ViewSpec> declared{{
    .id = "activations",
    .order = 30,
    .title = QT_TRANSLATE_NOOP("View", "Activations"),
    .meaning = QT_TRANSLATE_NOOP("View", "What every layer makes of one example"),
    .shownAtStart = true,
    .make = makeView<ActivationsView>,
}};

}  // namespace
}  // namespace perceptarium::ui
