#include "ui/canvas/network_canvas.h"

#include <QAccessible>
#include <QAction>
#include <QLabel>
#include <QPainter>
#include <QScrollBar>
#include <cmath>

#include "ui/canvas/accessible_canvas.h"
#include "ui/canvas/breadcrumb.h"
#include "ui/canvas/canvas_actions.h"
#include "ui/canvas/canvas_scene.h"
#include "ui/canvas/edit_in_place.h"
#include "ui/canvas/find_popup.h"
#include "ui/canvas/gestures.h"
#include "ui/canvas/live_preview.h"
#include "ui/canvas/mini_map.h"
#include "ui/shared/block_list.h"
#include "ui/shared/note_text.h"
#include "ui/shared/picture_file.h"
#include "ui/theme/theme.h"

namespace perceptarium::ui {
namespace {
constexpr double kSmallest = 0.1, kLargest = 4, kFitMargin = 36;
constexpr int kNoteMilliseconds = 4500;
}  // namespace

NetworkCanvas::NetworkCanvas(Workbench& workbench, QWidget* parent)
    : QGraphicsView(parent), workbench_(workbench), scene_(new CanvasScene(workbench, this)), actions_(nullptr), note_(new QLabel(viewport())) {
    installCanvasAccessibility();
    setObjectName(QStringLiteral("canvas"));
    setAccessibleName(tr("Network canvas"));
    setAccessibleDescription(tr("Tab goes from layer to layer, arrows move the selected ones, Enter shows details, Space adds a layer, Delete removes."));
    setScene(scene_);
    preview_ = new LivePreview(*this);
    actions_ = new CanvasActions(*this);
    setRenderHints(QPainter::Antialiasing | QPainter::TextAntialiasing | QPainter::SmoothPixmapTransform);
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setViewportUpdateMode(QGraphicsView::SmartViewportUpdate);
    setTransformationAnchor(QGraphicsView::NoAnchor);
    setResizeAnchor(QGraphicsView::AnchorViewCenter);
    setFocusPolicy(Qt::StrongFocus);
    setAcceptDrops(true);
    setMouseTracking(true);
    viewport()->setMouseTracking(true);
    setMinimumSize(240, 160);

    note_->setObjectName(QStringLiteral("canvas-note"));
    note_->setWordWrap(true);
    note_->setAttribute(Qt::WA_TransparentForMouseEvents);
    note_->hide();
    noteTimer_.setSingleShot(true);
    connect(&noteTimer_, &QTimer::timeout, this, &NetworkCanvas::hideNote);

    connect(scene_, &CanvasScene::synced, this, [this] {
        announceChildren(*this);
        viewport()->update();  // the words on an empty canvas
    });
    connect(scene_, &CanvasScene::currentChanged, this, [this] { announceCurrent(*this); });
    connect(&workbench, &Workbench::replaced, this, &NetworkCanvas::fitAll);
    crumbs_ = new Breadcrumb(workbench, this);
    connect(crumbs_, &Breadcrumb::changed, this, &NetworkCanvas::placeBreadcrumb);
    connect(&workbench, &Workbench::drawingOpened, this, [this] {
        if (gesture_) gesture_->cancel();
        gesture_.reset();
        scene_->setCurrent(workbench_.selectedNode() == network::kNoNode ? Thing() : Thing(workbench_.selectedNode()));
        placeBreadcrumb();
        fitAll();
    });
    centerOn(0, 0);
}

NetworkCanvas::~NetworkCanvas() { gesture_.reset(); }

QList<QAction*> NetworkCanvas::editActions() const { return actions_->edit; }
QList<QAction*> NetworkCanvas::viewActions() const { return actions_->view; }

void NetworkCanvas::fitAll() {
    const QRectF all = scene_->drawingRect();
    if (all.isNull()) {
        setTransform({});
        centerOn(0, 0);
    } else {
        const double foot = preview_->coveredHeight();  // the bar must not lie on the last row
        const QSizeF room(viewport()->width(), viewport()->height() - foot);
        const double factor = std::min((room.width() - 2 * kFitMargin) / all.width(), (room.height() - 2 * kFitMargin) / all.height());
        zoomTo(std::clamp(factor, kSmallest, 1.25));  // a single node must not fill the screen
        centerOn(all.center() + QPointF(0, foot / 2 / zoom()));
    }
    touched_ = false;
    emit zoomChanged(zoom());
}

void NetworkCanvas::fitAgain() {
    if (isVisible() && !touched_) fitAll();
}

void NetworkCanvas::fitSelection() {
    const QRectF part = scene_->rectOf({workbench_.selection(), workbench_.selectedFrames()});
    if (part.isNull()) {
        fitAll();
        return;
    }
    const QSizeF room = viewport()->size();
    zoomTo(std::min({(room.width() - 4 * kFitMargin) / part.width(), (room.height() - 4 * kFitMargin) / part.height(), 2.0}));
    centerOn(part.center());
}

void NetworkCanvas::zoomTo(double factor, std::optional<QPoint> around) {
    factor = std::clamp(factor, kSmallest, kLargest);
    const QPoint fixed = around.value_or(viewport()->rect().center());
    const QPointF before = mapToScene(fixed);
    setTransform(QTransform::fromScale(factor, factor));
    touched_ = true;
    // The point under the pointer stays under the pointer.
    const QPointF after = QPointF(mapFromScene(before)) - QPointF(fixed);
    horizontalScrollBar()->setValue(horizontalScrollBar()->value() + static_cast<int>(std::lround(after.x())));
    verticalScrollBar()->setValue(verticalScrollBar()->value() + static_cast<int>(std::lround(after.y())));
    emit zoomChanged(zoom());
}

void NetworkCanvas::reveal(network::NodeId node) {
    const auto* item = scene_->node(node);
    if (!item) return;
    const QRectF box = item->sceneBoundingRect();
    if (!viewport()->rect().contains(mapFromScene(box).boundingRect())) ensureVisible(box, 40, 40);
}

void NetworkCanvas::openNode(network::NodeId id) {
    const auto* node = workbench_.graph().find(id);
    if (!node || !network::blockOf(workbench_.graph(), *node)) {
        emit detailsRequested(id);
        return;
    }
    network::BlockPath path = workbench_.opened();
    path.push_back(id);
    workbench_.openDrawing(path);
}

void NetworkCanvas::leaveBlock() {
    network::BlockPath path = workbench_.opened();
    if (path.empty()) return;
    path.pop_back();
    workbench_.openDrawing(path);
}

void NetworkCanvas::placeBreadcrumb() {
    if (!crumbs_) return;  // not yet
    const bool shown = !workbench_.opened().empty();
    const int height = shown ? crumbs_->sizeHint().height() : 0;
    if (viewportMargins().top() != height) setViewportMargins(0, height, 0, 0);
    crumbs_->setGeometry(0, 0, width(), height);
    crumbs_->setVisible(shown);
}

void NetworkCanvas::findNode() { (new FindPopup(*this))->open(); }

void NetworkCanvas::showMiniMap(bool shown) {
    if (!miniMap_ && !shown) return;
    if (!miniMap_) miniMap_ = new MiniMap(*this);
    miniMap_->place();
    miniMap_->setVisible(shown);
}

void NetworkCanvas::renameInPlace(network::NodeId id) {
    const auto* node = workbench_.graph().find(id);
    if (!node) return;
    editInPlace(id, QString::fromStdString(node->name), tr("Name of the layer"), [this, id](const std::string& name) {
        if (workbench_.graph().find(id))
            workbench_.edit(tr("Rename"), [&](project::Document& document) { return network::rename(document.graph, id, name); });
    });
}

void NetworkCanvas::nameBlock(network::NodeId id) {
    const auto* node = workbench_.graph().find(id);
    if (!node || !network::isBlock(*node)) return;
    const std::string block = network::blockName(node->layer);
    editInPlace(id, QString::fromStdString(block), tr("Name of the block"),
                [this, block, id](const std::string& name) {
                    renameBlock(workbench_, block, name, workbench_.opened().empty() ? id : network::kNoNode);
                });
}

void NetworkCanvas::editInPlace(network::NodeId id, const QString& text, const QString& what,
                                std::function<void(const std::string&)> take) {
    const auto* item = scene_->node(id);
    if (!item) return;
    reveal(id);
    editLine({.over = viewport(),
              .place = mapFromScene(item->titleRect().translated(item->pos())).boundingRect(),
              .text = text,
              .accessibleName = what,
              .taken = [take = std::move(take)](const QString& typed) { take(typed.toStdString()); },
              .ended = [this] { setFocus(); }});
}

void NetworkCanvas::editFrameText(network::FrameId id) {
    const auto* item = scene_->frame(id);
    if (!item) return;
    if (!viewport()->rect().contains(mapFromScene(item->titleBar()).boundingRect())) ensureVisible(item->titleBar(), 20, 20);
    InPlace edit{.over = viewport(),
                 .place = mapFromScene(item->isNote() ? item->box() : item->textRect()).boundingRect(),
                 .text = QString::fromStdString(item->frame().text),
                 .accessibleName = item->isNote() ? tr("Words of the note") : tr("Title of the frame"),
                 .taken =
                     [this, id](const QString& text) {
                         workbench_.edit(tr("Change text"), [&](project::Document& document) -> Status {
                             const auto* frame = document.graph.findFrame(id);
                             if (!frame) return {};
                             network::Frame changed = *frame;
                             changed.text = text.toStdString();
                             if (changed.note) changed.size.y = std::max(changed.size.y, note::heightFor(text, changed.size.x));
                             return network::changeFrame(document.graph, changed);
                         });
                     },
                 .ended = [this] { setFocus(); }};
    if (item->isNote()) editWords(std::move(edit));
    else editLine(std::move(edit));
}

void NetworkCanvas::showNote(QPoint at, const QString& text, bool lasting) {
    note_->setText(text);
    note_->setStyleSheet(QStringLiteral("QLabel{border:1px solid %1;border-left:4px solid %1;border-radius:5px;padding:6px 8px;background:%2;color:%3}")
                             .arg(colour(Role::Error).name(), colour(Role::NodeFill).name(), palette().color(QPalette::Text).name()));
    const int width = std::min(320, viewport()->width() - 20);
    const int wanted = note_->fontMetrics().horizontalAdvance(text) + 26;
    note_->resize(std::min(width, wanted), 10);
    note_->setFixedWidth(std::min(width, wanted));
    note_->adjustSize();
    // Below and to the right of the pointer, turned over at the rim.
    QPoint place = at + QPoint(16, 18);
    if (place.x() + note_->width() > viewport()->width()) place.setX(std::max(4, at.x() - note_->width() - 12));
    if (place.y() + note_->height() > viewport()->height()) place.setY(std::max(4, at.y() - note_->height() - 12));
    note_->move(place);
    note_->show();
    note_->raise();
    if (lasting) {  // those who cannot see the pointer's neighbourhood hear it
        QAccessibleEvent heard(note_, QAccessible::Alert);
        QAccessible::updateAccessibility(&heard);
    }
    if (lasting) noteTimer_.start(kNoteMilliseconds);
    else noteTimer_.stop();
}

void NetworkCanvas::hideNote() { note_->hide(); }

Status NetworkCanvas::exportPicture(const QString& path) const {
    QRectF all = scene_->drawingRect();
    if (all.isNull()) all = QRectF(0, 0, 400, 200);
    all.adjust(-24, -24, 24, 24);
    scene_->setKeyboardHere(false);
    const Status written = writePicture(path, all.size(), QString::fromStdString(workbench_.document().name), [&](QPainter& painter) {
        painter.setRenderHints(renderHints());
        painter.fillRect(QRectF({0, 0}, all.size()), colour(Role::Canvas));
        scene_->render(&painter, QRectF({0, 0}, all.size()), all);
    });
    scene_->setKeyboardHere(hasFocus());
    return written;
}

}  // namespace perceptarium::ui
