#include "ui/canvas/find_popup.h"

#include <QKeyEvent>
#include <QLineEdit>
#include <QListWidget>
#include <QVBoxLayout>

#include "ui/canvas/canvas_scene.h"
#include "ui/canvas/network_canvas.h"
#include "ui/theme/theme.h"

namespace perceptarium::ui {

FindPopup::FindPopup(NetworkCanvas& canvas) : QFrame(&canvas, Qt::Popup), canvas_(canvas), search_(new QLineEdit), list_(new QListWidget) {
    setObjectName(QStringLiteral("find-popup"));
    setAccessibleName(tr("Find a layer"));
    setAttribute(Qt::WA_DeleteOnClose);
    setFrameShape(QFrame::StyledPanel);
    search_->setPlaceholderText(tr("Find a layer by name, kind or shape"));
    search_->setAccessibleName(tr("Find a layer"));
    search_->installEventFilter(this);
    list_->setFrameShape(QFrame::NoFrame);
    list_->setAccessibleName(tr("Layers found"));
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(kSpacing, kSpacing, kSpacing, kSpacing);
    layout->addWidget(search_);
    layout->addWidget(list_);
    resize(320, 260);
    for (const auto& thing : canvas.drawing().order())
        if (const auto* id = std::get_if<network::NodeId>(&thing)) {
            const auto& look = canvas.drawing().node(*id)->look();
            auto* item = new QListWidgetItem(look.name + QStringLiteral("  –  ") + look.title + (look.shape.isEmpty() ? QString() : QStringLiteral(", ") + look.shape), list_);
            item->setData(Qt::UserRole, static_cast<qlonglong>(*id));
        }
    connect(search_, &QLineEdit::textChanged, this, &FindPopup::filter);
    connect(list_, &QListWidget::itemClicked, this, &FindPopup::go);
    filter({});
}

void FindPopup::open() {
    move(canvas_.viewport()->mapToGlobal(QPoint((canvas_.viewport()->width() - width()) / 2, 24)));
    show();
    search_->setFocus(Qt::PopupFocusReason);
}

void FindPopup::filter(const QString& words) {
    QListWidgetItem* first = nullptr;
    for (int i = 0; i < list_->count(); ++i) {
        auto* item = list_->item(i);
        const bool match = item->text().contains(words.trimmed(), Qt::CaseInsensitive);
        item->setHidden(!match);
        if (match && !first) first = item;
    }
    list_->setCurrentItem(first);
}

void FindPopup::go() {
    const auto* item = list_->currentItem();
    if (!item || item->isHidden()) return;
    const network::NodeId id = item->data(Qt::UserRole).toLongLong();
    close();
    canvas_.drawing().setCurrent(id);
    canvas_.reveal(id);
    canvas_.setFocus(Qt::ShortcutFocusReason);
}

bool FindPopup::eventFilter(QObject* watched, QEvent* event) {
    if (watched == search_ && event->type() == QEvent::KeyPress) {
        const auto key = static_cast<QKeyEvent*>(event)->key();
        if (key == Qt::Key_Return || key == Qt::Key_Enter) {
            go();
            return true;
        }
        if (key == Qt::Key_Down || key == Qt::Key_Up) {
            const int step = key == Qt::Key_Down ? 1 : -1;
            for (int row = list_->currentRow() + step; row >= 0 && row < list_->count(); row += step)
                if (!list_->item(row)->isHidden()) {
                    list_->setCurrentRow(row);
                    break;
                }
            return true;
        }
    }
    return QFrame::eventFilter(watched, event);
}

}  // namespace perceptarium::ui
