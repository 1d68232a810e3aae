#include "ui/panels/project_card.h"

#include <QPainter>
#include <QPainterPath>
#include <algorithm>
#include <functional>

#include "exchange/project_file.h"
#include "network/blocks.h"
#include "network/edits.h"
#include "ui/panels/wording.h"
#include "ui/shared/engine_words.h"
#include "ui/theme/theme.h"

namespace perceptarium::ui {
namespace {

constexpr int kPicture = 84;  // height of the miniature

QColor paled(QColor tint, float share) {
    tint.setAlphaF(share);
    return tint;
}

/// Behind the nodes: frames, the outer ones first, as tinted areas with their title bar, notes as leaves with lines of writing.
void paintFrames(QPainter& painter, const network::Graph& graph, const std::function<QRectF(const network::Frame&)>& boxOf) {
    std::vector<const network::Frame*> frames;
    for (const auto& [id, frame] : graph.frames()) frames.push_back(&frame);
    std::stable_sort(frames.begin(), frames.end(), [](const auto* a, const auto* b) { return a->size.x * a->size.y > b->size.x * b->size.y; });
    for (const network::Frame* frame : frames) {
        const QRectF box = boxOf(*frame);
        const QColor tint = tintColour(frame->tint);
        painter.setPen(QPen(paled(tint, 0.7f), 1));
        painter.setBrush(paled(tint, frame->note ? 0.25f : 0.13f));
        painter.drawRoundedRect(box, 2, 2);
        painter.setPen(Qt::NoPen);
        painter.setBrush(paled(tint, 0.6f));
        if (!frame->note) {
            painter.drawRect(QRectF(box.topLeft(), QSizeF(box.width(), std::min(2.5, box.height()))));
            continue;
        }
        for (double y = box.top() + 3; y + 1.5 < box.bottom() && y < box.top() + 16; y += 3.5)
            painter.drawRect(QRectF(box.left() + 2, y, std::max(0.0, box.width() - 4), 1));
    }
}

}  // namespace

void paintMiniature(QPainter& painter, const QRectF& area, const network::Graph& graph) {
    if (graph.nodes().empty() && graph.frames().empty()) return;
    QRectF bounds;
    for (const auto& [id, frame] : graph.frames()) bounds |= QRectF(frame.corner.x, frame.corner.y, frame.size.x, frame.size.y);
    for (const auto& [id, node] : graph.nodes())
        bounds |= QRectF(node.position.x - network::kNodeWidth / 2, node.position.y - network::kNodeHeight / 2, network::kNodeWidth,
                         network::kNodeHeight);
    // A long chain is squeezed together rather than made invisible; blocks keep a size that can be seen.
    const double sx = area.width() / bounds.width(), sy = std::min(sx * 2.5, area.height() / bounds.height());
    const QSizeF block(std::clamp(network::kNodeWidth * sx, 5.0, 40.0), std::clamp(network::kNodeHeight * sy, 7.0, 18.0));
    const auto place = [&](const network::Node& node) {
        return QPointF(area.center().x() + (node.position.x - bounds.center().x()) * sx,
                       area.center().y() + (node.position.y - bounds.center().y()) * sy);
    };
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    const auto boxOf = [&](const network::Frame& frame) {
        return QRectF(area.center().x() + (frame.corner.x - bounds.center().x()) * sx, area.center().y() + (frame.corner.y - bounds.center().y()) * sy,
                      frame.size.x * sx, frame.size.y * sy);
    };
    paintFrames(painter, graph, boxOf);
    painter.setPen(QPen(colour(Role::Edge), 1.2));
    painter.setBrush(Qt::NoBrush);
    for (const network::Edge& edge : graph.edges()) {
        const network::Node *from = graph.find(edge.from), *to = graph.find(edge.to);
        if (!from || !to) continue;
        const QPointF a = place(*from), b = place(*to);
        QPainterPath path(a);
        if (b.x() > a.x()) {
            const QPointF bend((b.x() - a.x()) / 2, 0);
            path.cubicTo(a + bend, b - bend, b);
        } else {  // on to the next row: out to the right, back between the rows, in from the left
            const double out = block.width() * 0.75, middle = (a.y() + b.y()) / 2;
            for (const QPointF point : {QPointF(a.x() + out, a.y()), QPointF(a.x() + out, middle), QPointF(b.x() - out, middle),
                                        QPointF(b.x() - out, b.y()), b})
                path.lineTo(point);
        }
        painter.drawPath(path);
    }
    painter.setPen(Qt::NoPen);
    for (const auto& [id, node] : graph.nodes()) {
        const auto spec = network::specOf(graph, node.layer);
        painter.setBrush(spec ? categoryColour(spec->category) : colour(Role::Secondary));
        QRectF box(QPointF(), block);
        box.moveCenter(place(node));
        painter.drawRoundedRect(box, 2.5, 2.5);
    }
    painter.restore();
}

ProjectCard::ProjectCard(const project::ReadyProject& project, QWidget* parent)
    : QAbstractButton(parent), description_(engineText(project.description)) {
    setText(engineText(project.title));
    setAccessibleName(text());
    setAccessibleDescription(description_);
    setToolTip(QStringLiteral("%1\n%2").arg(qt(project.id), description_));
    setFocusPolicy(Qt::StrongFocus);
    setAttribute(Qt::WA_Hover);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    if (auto document = exchange::documentFromText(project.json, project.id)) graph_ = std::move(document->graph);
}

void ProjectCard::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const bool lit = underMouse() || hasFocus();
    const QRectF box = QRectF(rect()).adjusted(1, 1, -1, -1);
    painter.setPen(QPen(lit ? colour(Role::Accent) : palette().color(QPalette::Mid), lit ? 1.6 : 1));
    painter.setBrush(isDown() ? palette().color(QPalette::AlternateBase) : palette().color(QPalette::Base));
    painter.drawRoundedRect(box, 8, 8);
    QPainterPath top;
    top.addRoundedRect(box.adjusted(1, 1, -1, -1), 7, 7);
    painter.setClipPath(top);
    const QRectF picture(box.left(), box.top(), box.width(), kPicture);
    painter.fillRect(picture, colour(Role::Canvas));
    paintMiniature(painter, picture.adjusted(16, 12, -16, -12), graph_);
    painter.setClipping(false);

    QFont bold = font();
    bold.setWeight(QFont::DemiBold);
    painter.setFont(bold);
    painter.setPen(palette().color(QPalette::Text));
    const QRectF words = box.adjusted(kMargin, kPicture + kSpacing, -kMargin, -kSpacing);
    const double line = QFontMetricsF(bold).height();
    painter.drawText(QRectF(words.left(), words.top(), words.width(), line), Qt::AlignLeft | Qt::AlignVCenter,
                     QFontMetricsF(bold).elidedText(text(), Qt::ElideRight, words.width()));
    painter.setFont(font());
    painter.setPen(colour(Role::Secondary));
    painter.drawText(words.adjusted(0, line + 2, 0, 0), Qt::AlignLeft | Qt::AlignTop | Qt::TextWordWrap, description_);
}

}  // namespace perceptarium::ui
