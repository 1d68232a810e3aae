// The weights of a layer as pictures: what a filter answers to can be seen in it.
#include <QCoreApplication>

#include "study/weights_probe.h"
#include "ui/steady_text.h"
#include "ui/theme/theme.h"
#include "ui/views/layer_chooser.h"
#include "ui/shared/filter_pictures.h"
#include "ui/views/tile_grid.h"
#include "ui/views/paper_view.h"

namespace perceptarium::ui {
namespace {

constexpr std::int64_t kMostTiles = 1024;
constexpr double kLegend = 34, kLabel = 15;

class FiltersView : public PaperView {
    Q_DECLARE_TR_FUNCTIONS(FiltersView)
public:
    FiltersView(Workbench& workbench, QWidget* parent);
    QString csv() const override;

protected:
    bool refresh() override;
    void trainerReplaced() override;
    void themeChanged() override { rebuild(); }

private:
    /// What the box of channels holds as data; 0, 1, … are single channels.
    static constexpr int kColours = -2, kEach = -1;
    int channelMode() const { return channel_->count() > 0 ? channel_->currentData().toInt() : 0; }
    void roomChanged() override { rebuild(); }
    struct Tile {
        QImage image;
        QString label, tip;
    };
    const study::Weights::Part* part() const;
    std::optional<FilterBank> bank() const;
    void fillBoxes();
    void rebuild();
    void paint(QPainter& painter, const QRectF& area) override;
    QString tip(QPointF point) const override;
    void paintBars(QPainter& painter, const QRectF& area, const Tensor& values);
    void paintHeatMap(QPainter& painter, const QRectF& area, const Tensor& values);
    QRectF inner(const QRectF& area) const { return area.adjusted(kMargin, kSpacing, -kMargin, -kLegend); }

    std::shared_ptr<study::WeightsProbe> probe_ = std::make_shared<study::WeightsProbe>();
    std::uint64_t seen_ = 0;
    std::shared_ptr<const study::Weights> weights_;
    LayerChooser* layer_;
    QComboBox *part_, *channel_, *scale_;
    QLabel* note_;
    std::vector<Tile> tiles_;
    TileGrid grid_;
    ColourMap map_ = ColourMap::diverging(1);
    bool sharedScale_ = true;
};

FiltersView::FiltersView(Workbench& workbench, QWidget* parent)
    : PaperView(workbench, tr("Filters"), tr("Pictures of the weights"), parent, PaperSize::OfItsContent) {
    layer_ = new LayerChooser(workbench, hasWeights, controls(),
                              [](const network::Node& node, const auto&) { return node.layer == "conv2d"; });
    controls()->add(layer_);
    part_ = controls()->addChoice(tr("Which weights"), tr("W are the weights, b the biases of the layer."), {});
    channel_ = controls()->addChoice(
        tr("Input channels"),
        tr("A filter has one picture for every channel that comes in. With three channels they can be "
           "seen together as red, green and blue."),
        {});
    scale_ = controls()->addChoice(
        tr("Colour scale"),
        tr("One scale for all lets filters be compared; one for each shows the pattern of weak ones too."),
        {tr("one scale"), tr("scale each")});
    note_ = controls()->addNote();
    const auto ask = [this] { probe_->ask({layer_->node()}); };
    connect(layer_, &LayerChooser::chosen, this, ask);
    ask();
    connect(part_, &QComboBox::currentIndexChanged, this, [this] {
        fillBoxes();
        rebuild();
    });
    for (QComboBox* box : {channel_, scale_})
        connect(box, &QComboBox::currentIndexChanged, this, &FiltersView::rebuild);
    fillBoxes();
    watch(probe_);
}

QString FiltersView::tip(QPointF point) const {
    const int index = grid_.at(point);
    return index >= 0 && index < static_cast<int>(tiles_.size()) ? tiles_[static_cast<std::size_t>(index)].tip : QString();
}

void FiltersView::trainerReplaced() {
    weights_.reset();
    rebuild();
}

bool FiltersView::refresh() {
    if (const auto newer = probe_->answer.newer(seen_); newer && workbench().trainer()) {
        weights_ = newer;
        fillBoxes();
        rebuild();
        return true;
    }
    return false;
}

const study::Weights::Part* FiltersView::part() const {
    if (!weights_ || weights_->asked.node != layer_->node()) return nullptr;
    const auto index = static_cast<std::size_t>(std::max(part_->currentIndex(), 0));
    return index < weights_->parts.size() ? &weights_->parts[index] : nullptr;
}

std::optional<FilterBank> FiltersView::bank() const {
    const study::Weights::Part* shown = part();
    if (!shown) return std::nullopt;
    return filterBank(shown->values, weights_->picture);
}

void FiltersView::fillBoxes() {
    QStringList parts;
    if (weights_)
        for (const study::Weights::Part& each : weights_->parts) parts << QString::fromStdString(each.name);
    QStringList now;
    for (int i = 0; i < part_->count(); ++i) now << part_->itemText(i);
    if (parts != now) {
        const QSignalBlocker blocked(part_);
        part_->clear();
        part_->addItems(parts);
    }
    part_->setVisible(parts.size() > 1);
    const std::optional<FilterBank> shown = bank();
    const std::int64_t channels = shown ? shown->channels : 0;
    const int wanted = channels > 1 ? static_cast<int>(channels) + 1 + (channels == 3) : 0;
    if (channel_->count() != wanted) {
        const QSignalBlocker blocked(channel_);
        channel_->clear();
        if (channels == 3) channel_->addItem(tr("as colours"), kColours);
        if (channels > 1) channel_->addItem(tr("every channel"), kEach);
        for (std::int64_t c = 0; wanted > 0 && c < channels; ++c)
            channel_->addItem(tr("channel %1").arg(c + 1), static_cast<int>(c));
        if (channels > 16) channel_->setCurrentIndex(channel_->findData(0));
    }
    channel_->setVisible(wanted > 0);
}

void FiltersView::rebuild() {
    tiles_.clear();
    sharedScale_ = scale_->currentIndex() == 0;
    QString note;
    if (const std::optional<FilterBank> shown = bank()) {
        map_ = ColourMap::diverging(extentOf(shown->values).largest());
        const int mode = channelMode();
        const bool colours = mode == kColours && shown->channels == 3, each = mode == kEach;
        const std::int64_t perFilter = each ? shown->channels : 1;
        const std::int64_t filters = std::min(shown->filters, std::max<std::int64_t>(1, kMostTiles / perFilter));
        for (std::int64_t f = 0; f < filters; ++f) {
            const std::int64_t first =
                each || colours ? 0 : std::min<std::int64_t>(std::max(0, mode), shown->channels - 1);
            for (std::int64_t c = first; c < first + perFilter; ++c) {
                Tile tile;
                const Plane plane = shown->plane(f, c);
                if (colours) {
                    const float own = std::max(shown->extentOf(f).largest(), 1e-12f);
                    tile.image = filterColours(*shown, f, sharedScale_ ? map_.high() : own);
                } else {
                    tile.image = filterImage(*shown, f, c, sharedScale_ ? map_ : ColourMap::diverging(extentOf(plane).largest()));
                }
                if (c == first) tile.label = QString::number(f + 1);
                const Extent extent = extentOf(plane);
                tile.tip = (shown->fromDense ? tr("unit %1") : tr("filter %1")).arg(f + 1) +
                           (shown->channels > 1 && !colours ? tr(", channel %1").arg(c + 1) : QString()) +
                           tr(": %1 to %2")
                               .arg(shortNumber(static_cast<double>(extent.low)),
                                    shortNumber(static_cast<double>(extent.high)));
                tiles_.push_back(std::move(tile));
            }
        }
        if (filters < shown->filters) note = tr("first %1 of %2").arg(filters).arg(shown->filters);
    } else if (const study::Weights::Part* values = part()) {
        map_ = ColourMap::diverging(extentOf(values->values).largest());
    }
    setSteadyText(*note_, note);
    // How high the paper must be is known when the tiles are laid out for the width that there is.
    const std::optional<FilterBank> shown = bank();
    TileGrid::Room room;
    const QRectF area = inner(QRectF(QPointF(), PaperView::room()));
    room.width = area.width();
    room.height = area.height();
    room.left = area.left();
    room.top = area.top();
    room.label = kLabel;
    const bool each = shown && channelMode() == kEach;
    if (each) room.label = 0, room.gap = 3, room.least = 16, room.left += 28;
    grid_ = TileGrid(static_cast<int>(tiles_.size()),
                     shown ? static_cast<double>(shown->width) / static_cast<double>(shown->height) : 1, room,
                     each ? static_cast<int>(shown->channels) : 0);
    const double wide = each ? room.left + static_cast<double>(shown->channels) * (grid_.tileWidth() + room.gap) : 0;
    paper()->setMinimumSize(static_cast<int>(wide),
                           tiles_.empty() ? 0 : static_cast<int>(grid_.total() + kSpacing + kLegend));
    paper()->update();
}

void FiltersView::paint(QPainter& painter, const QRectF& area) {
    const study::Weights::Part* shown = part();
    if (!shown) {
        paintNothing(painter, area, QStringLiteral("filters"), tr("The weights of a layer as pictures"),
                     layer_->node() == network::kNoNode ? tr("Add a layer with weights, such as Conv2d or Dense.")
                                                        : tr("Waiting for the trainer."));
        return;
    }
    const QRectF room = inner(area);
    if (tiles_.empty()) {
        if (shown->values.shape().rank() <= 1)
            paintBars(painter, room, shown->values);
        else
            paintHeatMap(painter, room, shown->values);
    }
    QFont small = painter.font();
    small.setPointSizeF(small.pointSizeF() - 1.5);
    painter.setRenderHint(QPainter::Antialiasing, false);  // the edges are straight
    for (int i = 0; i < grid_.count() && i < static_cast<int>(tiles_.size()); ++i) {
        const QRectF box = grid_.tile(i);
        const Tile& tile = tiles_[static_cast<std::size_t>(i)];
        drawSharp(painter, box, tile.image);
        painter.setPen(QPen(colour(Role::Grid), 1));
        painter.setBrush(Qt::NoBrush);
        painter.drawRect(box);
        if (tile.label.isEmpty()) continue;
        painter.setPen(colour(Role::Secondary));
        painter.setFont(small);
        if (channelMode() == kEach)
            painter.drawText(QRectF(box.left() - 28, box.top(), 24, box.height()), Qt::AlignVCenter | Qt::AlignRight,
                             tile.label);
        else
            painter.drawText(QRectF(box.left(), box.bottom(), box.width(), kLabel), Qt::AlignCenter, tile.label);
    }
    if (sharedScale_ && shown->values.shape().rank() > 1) {
        painter.setFont(paper()->font());
        paintColourBar(painter, QRectF(area.left() + kMargin, area.bottom() - kLegend + 8, 160, 8), map_);
    }
}

void FiltersView::paintBars(QPainter& painter, const QRectF& area, const Tensor& values) {
    const std::int64_t n = values.elements();
    if (n == 0) return;
    const double limit = std::max(static_cast<double>(extentOf(values).largest()), 1e-12);
    const QRectF plot = area.adjusted(44, 4, 0, 0);
    const double width = plot.width() / static_cast<double>(n), zero = plot.center().y();
    painter.setPen(Qt::NoPen);
    for (std::int64_t i = 0; i < n; ++i) {
        const double value = values.at(i), height = value / limit * plot.height() / 2;
        painter.setBrush(QColor(map_(static_cast<float>(value))));
        painter.setPen(width > 6 ? QPen(colour(Role::Edge), 0.5) : Qt::NoPen);
        painter.drawRect(QRectF(plot.left() + static_cast<double>(i) * width, std::min(zero, zero - height),
                                std::max(width - (width > 4 ? 2 : 0), 0.5), std::abs(height)));
    }
    painter.setPen(QPen(colour(Role::Edge), 1));
    painter.drawLine(QPointF(plot.left(), zero), QPointF(plot.right(), zero));
    painter.setPen(colour(Role::Secondary));
    for (const double share : {1.0, 0.0, -1.0})
        painter.drawText(QRectF(area.left() - 4, zero - share * (plot.height() / 2 - 6) - 8, 44, 16),
                         Qt::AlignRight | Qt::AlignVCenter, shortNumber(share * limit));
}

void FiltersView::paintHeatMap(QPainter& painter, const QRectF& area, const Tensor& values) {
    const std::int64_t columns = values.shape()[-1];
    std::int64_t rows = values.elements() / std::max<std::int64_t>(columns, 1);
    const std::int64_t shownRows = std::min<std::int64_t>(rows, 2048);
    const QImage image = weightMap(values, shownRows, map_);
    QRectF box = area.adjusted(0, 18, 0, 0);
    const double cell =
        std::min(box.width() / static_cast<double>(columns), box.height() / static_cast<double>(shownRows));
    if (cell > 1)
        box.setSize(QSizeF(std::min(box.width(), 28.0 * static_cast<double>(columns)),
                           std::min(box.height(), 28.0 * static_cast<double>(shownRows))));
    drawSharp(painter, box, image);
    painter.setPen(QPen(colour(Role::Grid), 1));
    painter.setBrush(Qt::NoBrush);
    painter.drawRect(box);
    painter.setPen(colour(Role::Secondary));
    const network::Node* node = workbench().flatGraph().find(layer_->node());
    const bool words = node && node->layer == "embedding";
    const QString down = shownRows < rows ? tr("first %1 of %2").arg(shownRows).arg(rows) : QString::number(rows);
    painter.drawText(QRectF(area.left(), area.top(), area.width(), 16), Qt::AlignLeft | Qt::AlignVCenter,
                     (words ? tr("%1 words down, %2 numbers of each across") : tr("%1 inputs down, %2 units across"))
                         .arg(down)
                         .arg(columns));
}

QString FiltersView::csv() const {
    const study::Weights::Part* shown = part();
    if (!shown) return {};
    // One row a last-but-one index, the last axis across: what a spreadsheet can read.
    const Tensor& values = shown->values;
    const std::int64_t columns = std::max<std::int64_t>(values.shape().rank() > 0 ? values.shape()[-1] : 1, 1);
    QString text;
    for (std::int64_t i = 0; i < values.elements(); ++i)
        text += QString::number(values.at(i), 'g', 9) + ((i + 1) % columns ? QLatin1Char(',') : QLatin1Char('\n'));
    return text;
}

const Registered<ViewSpec> declared{{
    .id = "filters",
    .order = 20,
    .title = QT_TRANSLATE_NOOP("View", "Filters"),
    .meaning = QT_TRANSLATE_NOOP("View", "The weights of a layer as pictures"),
    .shownAtStart = true,
    .make = makeView<FiltersView>,
}};

}  // namespace
}  // namespace perceptarium::ui
