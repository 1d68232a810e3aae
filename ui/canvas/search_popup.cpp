#include "ui/canvas/search_popup.h"

#include <QKeyEvent>
#include <QLineEdit>
#include <QScreen>
#include <QVBoxLayout>
#include <QWindow>

#include "ui/shared/layer_list.h"
#include "ui/theme/theme.h"

namespace perceptarium::ui {

SearchPopup::SearchPopup(QWidget* parent, const QString& what, std::function<bool(const QString&)> fits)
    : QFrame(parent, Qt::Popup), search_(new QLineEdit), list_(new LayerList) {
    setObjectName(QStringLiteral("search-popup"));
    setAccessibleName(tr("Add a layer"));
    setAttribute(Qt::WA_DeleteOnClose);
    setFrameShape(QFrame::StyledPanel);
    setAutoFillBackground(true);
    search_->setPlaceholderText(what.isEmpty() ? tr("Add a layer: type to search, Enter adds it") : what);
    search_->setAccessibleName(tr("Search a layer to add"));
    search_->setClearButtonEnabled(true);
    search_->installEventFilter(this);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(kSpacing, kSpacing, kSpacing, kSpacing);
    layout->setSpacing(kSpacing);
    layout->addWidget(search_);
    layout->addWidget(list_, 1);
    list_->setDragEnabled(false);
    if (fits) list_->setFits(std::move(fits));
    resize(340, 380);
    connect(search_, &QLineEdit::textChanged, list_, &LayerList::filter);
    connect(list_, &LayerList::chosen, this, [this](const QString& layer) {
        // Closed first: what follows may open something of its own.
        close();
        emit chosen(layer);
    });
    // In a popup one click is a choice, as in a menu.
    connect(list_, &QTreeWidget::itemClicked, this, [this] {
        if (!list_->currentLayer().isEmpty()) emit list_->chosen(list_->currentLayer());
    });
    setFocusProxy(search_);
}

void SearchPopup::openAt(QPoint global) {
    if (const QScreen* screen = parentWidget()->screen()) {
        const QRect room = screen->availableGeometry();
        global.setX(std::clamp(global.x(), room.left(), std::max(room.left(), room.right() - width())));
        global.setY(std::clamp(global.y(), room.top(), std::max(room.top(), room.bottom() - height())));
    }
    move(global);
    show();
    search_->setFocus(Qt::PopupFocusReason);
}

bool SearchPopup::eventFilter(QObject* watched, QEvent* event) {
    if (watched == search_ && event->type() == QEvent::KeyPress) {
        auto& key = *static_cast<QKeyEvent*>(event);
        if (key.key() == Qt::Key_Escape) {
            close();
            return true;
        }
        if (steer(*list_, key)) return true;
    }
    return QFrame::eventFilter(watched, event);
}

}  // namespace perceptarium::ui
