#include "ui/canvas/live_preview.h"

#include <QFrame>
#include <QHBoxLayout>
#include <QLabel>
#include <QScrollBar>
#include <QWindow>
#include <algorithm>

#include "study/drawing_activations.h"
#include "ui/canvas/canvas_scene.h"
#include "ui/canvas/network_canvas.h"
#include "ui/canvas/node_picture.h"
#include "ui/preferences.h"
#include "ui/shared/background.h"
#include "ui/shared/engine_messages.h"
#include "ui/shared/example_chooser.h"
#include "ui/shared/example_words.h"
#include "ui/theme/theme.h"

namespace perceptarium::ui {
namespace {

constexpr int kSettle = 250;  // ms after the last change until the drawing is run
constexpr int kLook = 60;     // ms after the last move of the view until what came into sight is painted

const char* keptAs(LivePreview::Shows what) {
    switch (what) {
        case LivePreview::Shows::Activations: return settings::kPicturesOfActivations;
        case LivePreview::Shows::Filters: return settings::kPicturesOfFilters;
        case LivePreview::Shows::Nothing: break;
    }
    return settings::kNoPictures;
}

LivePreview::Shows keptChoice() {
    const QString kept = Preferences::instance().choice(settings::kPictures);
    for (const auto what : {LivePreview::Shows::Activations, LivePreview::Shows::Filters})
        if (kept == QLatin1String(keptAs(what))) return what;
    return LivePreview::Shows::Nothing;
}

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
        if (isOn()) look_.start(kLook);
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
    connect(&workbench, &Workbench::trainerChanged, this, [this] {
        if (filters_ && !canvas_.workbench().trainer()) {  // they are of another network
            filters_.reset();
            ++generation_;
            paintPictures();
        }
        settle_.start(kSettle);
    });
    connect(&workbench, &Workbench::inferenceChanged, this, &LivePreview::askFilters);
    connect(&workbench, &Workbench::tick, this, &LivePreview::followSight);
    connect(&workbench, &Workbench::drawingOpened, this, [this] {  // the same ids stand for other nodes
        ++generation_;
        look_.start(kLook);
    });
    connect(chooser_, &ExampleChooser::chosen, this, &LivePreview::ask);
    turn_ = workbench.pictures().add({[this] { return refresh(); }, [this] { return canBeSeen(); }, [] { return 1.0; }});
    followPreference(settings::kPictures, this, [this] { show(keptChoice()); });
}

void LivePreview::show(Shows what) {
    if (what == shows_) return;
    shows_ = what;
    Preferences::instance().set(settings::kPictures, QLatin1String(keptAs(what)));
    filters_.reset();
    take({});
    showRoom();
    followSight();
    ask();
}

bool LivePreview::canBeSeen() const {
    const QWindow* shownIn = canvas_.window()->windowHandle();
    return isOn() && canvas_.workbench().data() && canvas_.isVisible() && canvas_.zoom() >= NodeItem::kPictureZoom && shownIn &&
           shownIn->isExposed() && !canvas_.window()->isMinimized();
}

/// The trainer is asked for nothing while no one looks.
void LivePreview::followSight() {
    const Shows wanted = canBeSeen() ? shows_ : Shows::Nothing;
    if (wanted == subscribed_) return;
    subscribed_ = wanted;
    subscription_.reset();
    if (wanted == Shows::Nothing) return;
    if (wanted == Shows::Filters) subscription_ = canvas_.workbench().subscribe(filtersProbe_);
    else subscription_ = canvas_.workbench().subscribe(probe_);
    settle_.start(0);
}

/// Nodes have room for a picture while there is something to be shown.
void LivePreview::showRoom() {
    const bool room = isOn() && canvas_.workbench().data() && !canvas_.drawing().nodeItems().empty();
    bool changed = false;
    for (const auto& [id, item] : canvas_.drawing().nodeItems())
        changed = item->setPictureShown(room && !item->look().collapsed && hasRoom(id)) || changed;
    std::erase_if(shown_, [this](const auto& entry) { return !canvas_.drawing().node(entry.first); });
    if (const bool bar = room && shows_ == Shows::Activations; bar_->isHidden() == bar) {
        bar_->setVisible(bar);
        place();
    }
    if (!changed) return;
    canvas_.drawing().placeEdges();
    canvas_.fitAgain();
    paintPictures();
}

/// Of an example every node can show something, of filters only what has weights: not a block, which has many layers.
bool LivePreview::hasRoom(network::NodeId id) const {
    if (shows_ != Shows::Filters) return true;
    const auto& workbench = canvas_.workbench();
    const network::Node* node = workbench.graph().find(id);
    const auto* spec = node ? layers::findLayer(node->layer) : nullptr;
    const auto inputs = workbench.inference().inputs.find(id);
    if (!spec || !spec->parameters || inputs == workbench.inference().inputs.end()) return false;
    const auto settings = completeSettings(spec->settings, workbench.asGiven(*node).settings);
    if (!settings) return false;
    const auto parameters = spec->parameters(*settings, inputs->second);
    return std::any_of(parameters.begin(), parameters.end(), [](const auto& parameter) { return parameter.shape.rank() >= 2; });
}

/// Of all layers: there are few numbers of each.
void LivePreview::askFilters() {
    study::FiltersQuestion question;
    for (const auto& [id, item] : canvas_.drawing().nodeItems())
        if (shows_ == Shows::Filters && item->isPictureShown()) question.nodes.push_back(canvas_.workbench().flatNode(id));
    filtersProbe_->ask(question);
}

bool LivePreview::refreshFilters() {
    const auto newer = filtersProbe_->answer.newer(seenFilters_);
    if (!newer || !canvas_.workbench().trainer()) return false;
    filters_ = newer;
    ++generation_;
    paintPictures();
    return true;
}

void LivePreview::place() {
    bar_->setMaximumWidth(std::max(120, canvas_.viewport()->width() - 2 * kMargin));
    bar_->adjustSize();
    bar_->move(kMargin, canvas_.viewport()->height() - bar_->height() - kMargin);
}

double LivePreview::coveredHeight() const { return bar_->isHidden() ? 0 : bar_->height(); }

void LivePreview::ask() {
    probe_->ask({shows_ == Shows::Activations ? chooser_->example() : -1});
    askFilters();
    settle_.start(0);
}

bool LivePreview::refresh() {
    if (shows_ == Shows::Filters) return refreshFilters();
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
    if (!canBeSeen() || shows_ != Shows::Activations || workbench.trainer() || example < 0) return;
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
            if (shows_ == Shows::Activations && !canvas_.workbench().trainer()) {
                tell(values ? tr("not trained") : tr("No pictures: %1").arg(errorText(values.error())));
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

/// Null when nothing is known of it.
QImage LivePreview::pictureOf(network::NodeId id, QSize size) const {
    const auto& workbench = canvas_.workbench();
    const network::NodeId flat = workbench.flatNode(id);
    if (shows_ == Shows::Filters) {
        if (!filters_) return {};
        const auto layer = filters_->layers.find(flat);
        return layer == filters_->layers.end() ? QImage() : filtersPicture(layer->second, size);
    }
    const auto& outputs = workbench.inference().outputs;
    const auto value = values_.find(flat);
    const auto type = outputs.find(id);
    // Values of before an edit that changed the shape say nothing about the node as it is now.
    if (value == values_.end() || type == outputs.end() || type->second.shape != value->second.shape()) return {};
    return nodePicture(value->second, canvas_.drawing().node(id)->look().category == layers::Category::Data, size);
}

/// Of the nodes in sight, those whose values or size are new.
void LivePreview::paintPictures() {
    const double zoom = canvas_.zoom(), scale = zoom * canvas_.devicePixelRatioF();
    const QRectF sight = canvas_.mapToScene(canvas_.viewport()->rect()).boundingRect();
    const bool any = !values_.empty() || filters_;
    for (const auto& [id, item] : canvas_.drawing().nodeItems()) {
        if (!item->isPictureShown()) {
            shown_.erase(id);
            continue;
        }
        Shown& shown = shown_[id];
        if (shown.generation == generation_ && (shown.scale == scale || zoom < NodeItem::kPictureZoom)) continue;
        if (any && (zoom < NodeItem::kPictureZoom || !sight.intersects(item->sceneBoundingRect()))) continue;
        shown = {generation_, scale};
        item->setPicture(pictureOf(id, (item->pictureRect().size() * scale).toSize()));
    }
}

}  // namespace perceptarium::ui
