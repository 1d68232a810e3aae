#include "ui/shared/layer_list.h"

#include <QApplication>
#include <QDrag>
#include <QHeaderView>
#include <QKeyEvent>
#include <QMimeData>
#include <QPainter>
#include <QStyledItemDelegate>
#include <algorithm>
#include <utility>

#include "layers/layer_spec.h"
#include "ui/shared/engine_words.h"
#include "ui/shared/mime.h"
#include "ui/theme/theme.h"

namespace perceptarium::ui {
namespace {

constexpr int kIdRole = Qt::UserRole, kCategoryRole = Qt::UserRole + 1, kMeaningRole = Qt::UserRole + 2, kWordsRole = Qt::UserRole + 3;
constexpr int kPad = 6, kBar = 4, kIndent = 10;

layers::Category categoryOf(const QModelIndex& index) {
    return static_cast<layers::Category>(index.data(kCategoryRole).toInt());
}

QFont smaller(QFont font) {
    font.setPointSizeF(font.pointSizeF() * 0.9);
    return font;
}
QFont bolder(QFont font) {
    font.setWeight(QFont::DemiBold);
    return font;
}

/// An entry: a bar in the category's colour, the title, and below it the meaning.
class EntryDelegate : public QStyledItemDelegate {
public:
    explicit EntryDelegate(LayerList* list) : QStyledItemDelegate(list), list_(list) {}

    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override {
        const int width = list_->viewport()->width();
        if (!index.parent().isValid()) return {width, QFontMetrics(bolder(option.font)).height() + 2 * kPad};
        return {width, QFontMetrics(bolder(option.font)).height() + meaningHeight(option, index, textWidth(width)) + 2 * kPad};
    }

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override {
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        const QPalette& palette = option.palette;
        const QRect row(0, option.rect.top(), list_->viewport()->width(), option.rect.height());
        const QColor tint = categoryColour(categoryOf(index));
        if (!index.parent().isValid()) paintCategory(*painter, option, index, row);
        else {
            const bool current = option.state & QStyle::State_Selected, hover = option.state & QStyle::State_MouseOver;
            const QRectF box = QRectF(row).adjusted(4, 1, -4, -1);
            if (current || hover) {
                QColor ground = current ? colour(Role::Accent) : palette.color(QPalette::Text);
                ground.setAlphaF(current ? 0.18f : 0.06f);
                painter->setPen(current && list_->hasFocus() ? QPen(colour(Role::Accent), 1.5) : QPen(Qt::NoPen));
                painter->setBrush(ground);
                painter->drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), 6, 6);
            }
            painter->setPen(Qt::NoPen);
            painter->setBrush(tint);
            painter->drawRoundedRect(QRectF(row.left() + kIndent, row.top() + kPad + 1, kBar, row.height() - 2 * kPad - 2), 2, 2);
            const int left = row.left() + kIndent + kBar + 8, width = textWidth(row.width());
            const QFontMetrics title(bolder(option.font));
            painter->setFont(bolder(option.font));
            painter->setPen(palette.color(QPalette::Text));
            painter->drawText(QRect(left, row.top() + kPad, width, title.height()), Qt::AlignVCenter,
                              title.elidedText(index.data().toString(), Qt::ElideRight, width));
            painter->setFont(smaller(option.font));
            painter->setPen(colour(Role::Secondary));
            painter->drawText(QRect(left, row.top() + kPad + title.height(), width, meaningHeight(option, index, width)),
                              Qt::TextWordWrap, index.data(kMeaningRole).toString());
        }
        painter->restore();
    }

private:
    static int textWidth(int width) { return std::max(60, width - kIndent - kBar - 8 - 10); }
    static int meaningHeight(const QStyleOptionViewItem& option, const QModelIndex& index, int width) {
        return QFontMetrics(smaller(option.font)).boundingRect(QRect(0, 0, width, 1000), Qt::TextWordWrap, index.data(kMeaningRole).toString()).height();
    }
    void paintCategory(QPainter& painter, const QStyleOptionViewItem& option, const QModelIndex& index, const QRect& row) const {
        const bool open = list_->isExpanded(index);
        painter.setPen(QPen(colour(Role::Secondary), 1.5, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
        const QPointF at(row.left() + 11, row.center().y() + 1);
        if (open) painter.drawPolyline(QPolygonF({at + QPointF(-3.5, -2), at + QPointF(0, 1.5), at + QPointF(3.5, -2)}));
        else painter.drawPolyline(QPolygonF({at + QPointF(-2, -3.5), at + QPointF(1.5, 0), at + QPointF(-2, 3.5)}));
        painter.setFont(bolder(smaller(option.font)));
        painter.drawText(row.adjusted(21, 0, 0, 0), Qt::AlignVCenter, index.data().toString());
        if (option.state & QStyle::State_HasFocus && list_->hasFocus()) {
            painter.setPen(QPen(colour(Role::Accent), 1.5));
            painter.setBrush(Qt::NoBrush);
            painter.drawRoundedRect(QRectF(row).adjusted(4.5, 1.5, -4.5, -1.5), 6, 6);
        }
    }
    LayerList* list_;
};

/// What is dragged: a small node.
QPixmap dragPicture(const QString& title, const QColor& tint, const QWidget& of) {
    const QFont font = bolder(of.font());
    const QSize size(QFontMetrics(font).horizontalAdvance(title) + 36, QFontMetrics(font).height() + 18);
    QPixmap picture(size * of.devicePixelRatioF());
    picture.setDevicePixelRatio(of.devicePixelRatioF());
    picture.fill(Qt::transparent);
    QPainter painter(&picture);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(tint, 1.5));
    painter.setBrush(colour(Role::NodeFill));
    painter.drawRoundedRect(QRectF({0, 0}, QSizeF(size)).adjusted(1, 1, -1, -1), 7, 7);
    painter.setPen(Qt::NoPen);
    painter.setBrush(tint);
    painter.drawRoundedRect(QRectF(5, 6, 4, size.height() - 12), 2, 2);
    painter.setPen(of.palette().color(QPalette::Text));
    painter.setFont(font);
    painter.drawText(QRect(QPoint(6, 0), size), Qt::AlignCenter, title);
    return picture;
}

}  // namespace

LayerList::LayerList(QWidget* parent) : QTreeWidget(parent) {
    setObjectName(QStringLiteral("layer-list"));
    setAccessibleName(tr("Layers"));
    setAccessibleDescription(tr("Drag a layer onto the canvas, or press Enter to append it after the selection."));
    setHeaderHidden(true);
    setColumnCount(1);
    setIndentation(0);
    setRootIsDecorated(false);
    setFrameShape(QFrame::NoFrame);
    setMouseTracking(true);
    setUniformRowHeights(false);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    setDragEnabled(true);
    setDragDropMode(QAbstractItemView::DragOnly);
    setExpandsOnDoubleClick(false);
    setItemDelegate(new EntryDelegate(this));

    std::vector<const layers::LayerSpec*> specs = layers::allLayers();
    std::stable_sort(specs.begin(), specs.end(), [](const auto* a, const auto* b) { return a->category < b->category; });
    QTreeWidgetItem* group = nullptr;
    for (const auto* spec : specs) {
        const QString category = engineText(std::string(layers::nameOf(spec->category)));
        if (!group || group->data(0, kCategoryRole).toInt() != static_cast<int>(spec->category))
            group = addGroup(category, static_cast<int>(spec->category));
        const QString title = engineText(spec->title), meaning = engineText(spec->meaning), help = engineText(spec->help);
        // In the user's language and in English: books and frameworks use these words.
        const QString english = QString::fromStdString(spec->id + '\n' + spec->title + '\n' + spec->meaning + '\n' + spec->help);
        addEntry(group, {QString::fromStdString(spec->id), title, meaning}, QStringList{title, category, meaning, help, english}.join(u'\n'),
                 QStringLiteral("<b>%1</b><br>%2<br><br><i>%3</i><br><br>%4")
                     .arg(title.toHtmlEscaped(), meaning.toHtmlEscaped(), QString::fromStdString(spec->formula).toHtmlEscaped(),
                          help.toHtmlEscaped()));
    }
    expandAll();
    connect(this, &QTreeWidget::itemDoubleClicked, this, [this](QTreeWidgetItem* item) {
        if (const QString id = item->data(0, kIdRole).toString(); !id.isEmpty()) emit chosen(id);
    });
    connect(this, &QTreeWidget::itemClicked, this, [](QTreeWidgetItem* item) {
        if (!item->parent()) item->setExpanded(!item->isExpanded());
    });
}

QTreeWidgetItem* LayerList::addGroup(const QString& title, int category) {
    auto* group = new QTreeWidgetItem(this, {title});
    group->setData(0, kCategoryRole, category);
    group->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable);
    return group;
}

QTreeWidgetItem* LayerList::addEntry(QTreeWidgetItem* group, const Entry& entry, const QString& words, const QString& tooltip) {
    auto* item = new QTreeWidgetItem(group, {entry.title});
    item->setData(0, kIdRole, entry.layer);
    item->setData(0, kCategoryRole, group->data(0, kCategoryRole));
    item->setData(0, kMeaningRole, entry.meaning);
    item->setData(0, kWordsRole, words.toLower());
    item->setData(0, Qt::AccessibleTextRole, QString(entry.title + QStringLiteral(": ") + entry.meaning));
    item->setToolTip(0, tooltip);
    item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsDragEnabled);
    return item;
}

void LayerList::setBlocks(const QList<Group>& groups) {
    if (groups == blocks_) return;
    blocks_ = groups;
    qDeleteAll(std::exchange(blockGroups_, {}));
    for (const Group& each : groups) {
        if (each.entries.isEmpty()) continue;
        auto* group = addGroup(each.title, static_cast<int>(layers::Category::Block));
        blockGroups_ << group;
        for (const Entry& entry : each.entries)
            addEntry(group, entry, QStringList{entry.title, each.title, entry.meaning}.join(u'\n'),
                     QStringLiteral("<b>%1</b><br>%2").arg(entry.title.toHtmlEscaped(), entry.meaning.toHtmlEscaped()));
        group->setExpanded(true);
    }
    filter(filter_);
}

QList<QTreeWidgetItem*> LayerList::shown() const {
    QList<QTreeWidgetItem*> entries;
    for (int g = 0; g < topLevelItemCount(); ++g)
        for (int i = 0; i < topLevelItem(g)->childCount(); ++i)
            if (auto* entry = topLevelItem(g)->child(i); !entry->isHidden()) entries << entry;
    return entries;
}

void LayerList::setFits(std::function<bool(const QString&)> fits) {
    fits_ = std::move(fits);
    filter({});
}

int LayerList::filter(const QString& typed) {
    filter_ = typed;
    const QStringList words = typed.toLower().split(u' ', Qt::SkipEmptyParts);
    QTreeWidgetItem* best = nullptr;
    int bestRank = 100, count = 0;
    for (int g = 0; g < topLevelItemCount(); ++g) {
        auto* group = topLevelItem(g);
        int visible = 0;
        for (int i = 0; i < group->childCount(); ++i) {
            auto* entry = group->child(i);
            const QString text = entry->data(0, kWordsRole).toString(), title = entry->text(0).toLower();
            const bool match = std::all_of(words.begin(), words.end(), [&](const QString& word) { return text.contains(word); }) &&
                               fits_(entry->data(0, kIdRole).toString());
            entry->setHidden(!match);
            if (!match) continue;
            ++visible;
            if (words.isEmpty()) continue;
            const int rank = title == words[0] ? 0 : title.startsWith(words[0]) ? 1 : title.contains(words[0]) ? 2 : 3;
            if (rank < bestRank) {
                bestRank = rank;
                best = entry;
            }
        }
        group->setHidden(visible == 0);
        group->setExpanded(true);
        count += visible;
    }
    if (best) {
        setCurrentItem(best);
        scrollToItem(best);
    } else if (count > 0 && words.isEmpty()) {
        setCurrentItem(nullptr);
        scrollToTop();
    }
    return count;
}

QString LayerList::currentLayer() const {
    const auto* item = currentItem();
    return item && !item->isHidden() ? item->data(0, kIdRole).toString() : QString();
}

void LayerList::step(int by) {
    const auto entries = shown();
    if (entries.isEmpty()) return;
    const auto at = entries.indexOf(currentItem());
    const auto next = at < 0 ? (by > 0 ? 0 : entries.size() - 1) : std::clamp<qsizetype>(at + by, 0, entries.size() - 1);
    setCurrentItem(entries[next]);
    scrollToItem(entries[next]);
}

QMimeData* LayerList::mimeData(const QList<QTreeWidgetItem*>& items) const {
    auto* mime = new QMimeData;
    if (!items.isEmpty()) mime->setData(kLayerMime, items.first()->data(0, kIdRole).toString().toUtf8());
    return mime;
}

void LayerList::startDrag(Qt::DropActions) {
    const auto* item = currentItem();
    if (!item || currentLayer().isEmpty()) return;
    auto* drag = new QDrag(this);
    drag->setMimeData(mimeData({currentItem()}));
    const QPixmap picture = dragPicture(item->text(0), categoryColour(static_cast<layers::Category>(item->data(0, kCategoryRole).toInt())), *this);
    drag->setPixmap(picture);
    drag->setHotSpot(QPoint(picture.deviceIndependentSize().width() / 2, picture.deviceIndependentSize().height() / 2));
    drag->exec(Qt::CopyAction);
}

void LayerList::keyPressEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) {
        if (const QString layer = currentLayer(); !layer.isEmpty()) emit chosen(layer);
        else if (auto* item = currentItem()) item->setExpanded(!item->isExpanded());
        return;
    }
    QTreeWidget::keyPressEvent(event);
}

void LayerList::resizeEvent(QResizeEvent* event) {
    QTreeWidget::resizeEvent(event);
    scheduleDelayedItemsLayout();  // the meanings wrap to the width
}

void LayerList::changeEvent(QEvent* event) {
    QTreeWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange) scheduleDelayedItemsLayout();
}

bool steer(LayerList& list, QKeyEvent& event) {
    switch (event.key()) {
        case Qt::Key_Down: list.step(1); return true;
        case Qt::Key_Up: list.step(-1); return true;
        case Qt::Key_PageDown: list.step(5); return true;
        case Qt::Key_PageUp: list.step(-5); return true;
        case Qt::Key_Return:
        case Qt::Key_Enter:
            if (list.currentLayer().isEmpty()) list.step(1);
            if (const QString layer = list.currentLayer(); !layer.isEmpty()) emit list.chosen(layer);
            return true;
        default: return false;
    }
}

}  // namespace perceptarium::ui
