#include "ui/canvas/live_preview.h"

#include <QFrame>
#include <QHBoxLayout>
#include <QLabel>
#include <QScrollBar>
#include <QWindow>

#include "study/drawing_activations.h"
#include "ui/canvas/canvas_scene.h"
#include "ui/canvas/network_canvas.h"
#include "ui/canvas/node_picture.h"
#include "ui/preferences.h"
#include "ui/shared/background.h"
#include "ui/shared/example_chooser.h"
#include "ui/shared/example_words.h"
#include "ui/theme/theme.h"

namespace perceptarium::ui {
namespace {

constexpr int kSettle = 250;  // ms after the last change until the drawing is run
constexpr int kLook = 60;     // ms after the last move of the view until what came into sight is painted

}  // namespace

LivePreview::LivePreview(NetworkCanvas& canvas)
    : QObject(&canvas), canvas_(canvas), bar_(new QFrame(&canvas)), chooser_(new ExampleChooser(canvas.workbench(), bar_)), words_(new QLabel(bar_)) {
    auto& workbench = canvas.workbench();
    bar_->setObjectName(QStringLiteral("preview-bar"));
    bar_->setAccessibleName(tr("The example that runs through the network"));
    bar_->setAttribute(Qt::WA_NoMousePropagation);
    dress();
    words_->setProperty("role", "secondary");
    words_->setObjectName(QStringLiteral("preview-words"));
    auto* row = new QHBoxLayout(bar_);
    row->setContentsMargins(4, 4, kSpacing, 4);
    row->setSpacing(kSpacing);
    row->addWidget(chooser_);
    row->addWidget(words_);
    bar_->hide();
    for (QTimer* timer : {&settle_, &look_}) timer->setSingleShot(true);
    connect(&settle_, &QTimer::timeout, this, &LivePreview::runDrawing);
    connect(&look_, &QTimer::timeout, this, &LivePreview::paintPictures);
    const auto look = [this] {
        if (on_) look_.start(kLook);
    };
    for (auto* bar : {canvas.horizontalScrollBar(), canvas.verticalScrollBar()}) connect(bar, &QScrollBar::valueChanged, this, look);
    connect(&canvas, &NetworkCanvas::zoomChanged, this, look);
    connect(&canvas.drawing(), &CanvasScene::synced, this, [this] {
        showRoom();
        settle_.start(kSettle);
    });
    connect(&workbench, &Workbench::dataChanged, this, [this] {
        take({});
        showRoom();
        ask();
    });
    connect(&workbench, &Workbench::trainerChanged, this, [this] { settle_.start(kSettle); });
    connect(&workbench, &Workbench::tick, this, &LivePreview::followSight);
    connect(&workbench, &Workbench::drawingOpened, this, [this] {  // the same ids stand for other nodes
        ++generation_;
        look_.start(kLook);
    });
    connect(chooser_, &ExampleChooser::chosen, this, &LivePreview::ask);
    turn_ = workbench.pictures().add({[this] { return refresh(); }, [this] { return canBeSeen(); }, [] { return 1.0; }});
    followPreference(settings::kPictures, this, [this] { setOn(Preferences::instance().yes(settings::kPictures)); });
}

void LivePreview::setOn(bool on) {
    if (on == on_) return;
    on_ = on;
    Preferences::instance().set(settings::kPictures, on);
    if (!on) take({});
    showRoom();
    followSight();
    ask();
}

bool LivePreview::canBeSeen() const {
    const QWindow* shownIn = canvas_.window()->windowHandle();
    return on_ && canvas_.workbench().data() && canvas_.isVisible() && canvas_.zoom() >= NodeItem::kPictureZoom && shownIn &&
           shownIn->isExposed() && !canvas_.window()->isMinimized();
}

/// The trainer is asked for nothing while no one looks.
void LivePreview::followSight() {
    const bool seen = canBeSeen();
    if (seen == (subscription_ != nullptr)) return;
    subscription_.reset();
    if (!seen) return;
    subscription_ = canvas_.workbench().subscribe(probe_);
    settle_.start(0);
}

/// Nodes have room for a picture while there is something to be shown.
void LivePreview::showRoom() {
    const bool room = on_ && canvas_.workbench().data() && !canvas_.drawing().nodeItems().empty();
    bool changed = false;
    for (const auto& [id, item] : canvas_.drawing().nodeItems()) changed = item->setPictureShown(room && !item->look().collapsed) || changed;
    std::erase_if(shown_, [this](const auto& entry) { return !canvas_.drawing().node(entry.first); });
    if (bar_->isHidden() == room) {
        bar_->setVisible(room);
        place();
    }
    if (!changed) return;
    canvas_.drawing().placeEdges();
    canvas_.fitAgain();
    paintPictures();
}

void LivePreview::place() {
    bar_->setMaximumWidth(std::max(120, canvas_.viewport()->width() - 2 * kMargin));
    bar_->adjustSize();
    bar_->move(kMargin, canvas_.viewport()->height() - bar_->height() - kMargin);
}

double LivePreview::coveredHeight() const { return bar_->isHidden() ? 0 : bar_->height(); }

void LivePreview::ask() {
    probe_->ask({on_ ? chooser_->example() : -1});
    settle_.start(0);
}

bool LivePreview::refresh() {
    const auto newer = probe_->answer.newer(seen_);
    if (!newer || !canvas_.workbench().trainer() || newer->asked.example != chooser_->example()) return false;
    tell(answer(*newer));
    take(newer->values);
    return true;
}

/// What the example is, and what the network says it is.
QString LivePreview::answer(const study::ExampleActivations& seen) const {
    const auto& prepared = canvas_.workbench().data();
    if (!prepared || !seen.prediction.defined()) return {};
    const data::DatasetInfo& info = prepared->dataset->info();
    const QString truth = targetText(info, prepared->dataset->labels(), seen.asked.example);
    if (info.target != data::TargetKind::Class) return tr("says %1").arg(static_cast<double>(seen.prediction.at(0)), 0, 'g', 3);
    std::int64_t best = 0;
    for (std::int64_t i = 1; i < seen.prediction.elements(); ++i)
        if (seen.prediction.at(i) > seen.prediction.at(best)) best = i;
    const QString guess = tr("says %1 (%2 %)").arg(className(info, best)).arg(100 * static_cast<double>(seen.prediction.at(best)), 0, 'f', 0);
    return truth.isEmpty() ? guess : tr("%1: %2").arg(truth, guess);
}

/// The newest wish is served when the pass before has ended; those between are left out.
void LivePreview::runDrawing() {
    const auto& workbench = canvas_.workbench();
    const std::int64_t example = chooser_->example();
    if (!canBeSeen() || workbench.trainer() || example < 0) return;
    if (std::exchange(running_, true)) {
        again_ = true;
        return;
    }
    inBackground(
        this,
        [graph = workbench.flatGraph(), inference = workbench.flatInference(), data = workbench.data(), example,
         seed = workbench.document().training.seed] { return study::drawingActivations(graph, inference, *data, example, seed); },
        [this](Result<std::map<network::NodeId, Tensor>> values) {
            running_ = false;
            if (on_ && !canvas_.workbench().trainer()) {
                tell(values ? tr("not trained") : tr("No pictures: %1").arg(QString::fromStdString(values.error().message())));
                take(values ? std::move(*values) : std::map<network::NodeId, Tensor>());
            }
            if (std::exchange(again_, false)) runDrawing();
        });
}

void LivePreview::tell(const QString& words) {
    if (words == words_->text()) return;
    words_->setText(words);
    words_->setToolTip(words);
    place();
}

void LivePreview::take(std::map<network::NodeId, Tensor> values) {
    values_ = std::move(values);
    ++generation_;
    paintPictures();
}

/// As the mini-map in the other corner.
void LivePreview::dress() {
    bar_->setStyleSheet(QStringLiteral("#preview-bar{border:1px solid %1;border-radius:6px;background:%2}").arg(colour(Role::Edge).name(), colour(Role::NodeFill).name()));
}

void LivePreview::paintAgain() {
    dress();
    ++generation_;
    paintPictures();
}

/// Of the nodes in sight, those whose values or size are new.
void LivePreview::paintPictures() {
    const double zoom = canvas_.zoom(), scale = zoom * canvas_.devicePixelRatioF();
    const QRectF sight = canvas_.mapToScene(canvas_.viewport()->rect()).boundingRect();
    const auto& outputs = canvas_.workbench().inference().outputs;
    for (const auto& [id, item] : canvas_.drawing().nodeItems()) {
        if (!item->isPictureShown()) {
            shown_.erase(id);
            continue;
        }
        Shown& shown = shown_[id];
        if (shown.generation == generation_ && (shown.scale == scale || zoom < NodeItem::kPictureZoom)) continue;
        if (!values_.empty() && (zoom < NodeItem::kPictureZoom || !sight.intersects(item->sceneBoundingRect()))) continue;
        shown = {generation_, scale};
        const auto value = values_.find(canvas_.workbench().flatNode(id));
        const auto type = outputs.find(id);
        // Values of before an edit that changed the shape say nothing about the node as it is now.
        const bool fits = value != values_.end() && type != outputs.end() && type->second.shape == value->second.shape();
        const QSizeF size = item->pictureRect().size() * scale;
        item->setPicture(fits ? nodePicture(value->second, item->look().category == layers::Category::Data, size.toSize()) : QImage());
    }
}

}  // namespace perceptarium::ui
