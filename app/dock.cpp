#include "app/dock.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QMenu>
#include <QToolButton>

#include "ui/theme/theme.h"

namespace perceptarium::app {
namespace {

constexpr int kTitleIcon = 14;

QToolButton* titleButton(const char* iconName, const QString& what) {
    auto* button = new QToolButton;
    button->setIcon(ui::icon(iconName));
    button->setIconSize({kTitleIcon, kTitleIcon});
    button->setToolTip(what);
    button->setAccessibleName(what);
    button->setAutoRaise(true);
    button->setFocusPolicy(Qt::NoFocus);
    return button;
}

}  // namespace

Dock::Dock(const QString& id, const QString& title, const QString& meaning, std::function<QWidget*()> make, QWidget* parent)
    : QDockWidget(title, parent), id_(id), meaning_(meaning), make_(std::move(make)) {
    setObjectName(id);
    setAccessibleName(title);
    setAccessibleDescription(meaning);
    setWidget(new QWidget(this));

    auto* bar = new QWidget;
    auto* label = new QLabel(title);
    label->setProperty("role", "title");
    label->setToolTip(meaning);
    more_ = titleButton("more", tr("Save or copy what %1 shows").arg(title));
    more_->setPopupMode(QToolButton::InstantPopup);
    more_->hide();
    auto* apart = titleButton("fullscreen", tr("A window of its own, or back"));
    auto* close = titleButton("close", tr("Close %1 (View menu shows it again)").arg(title));
    auto* layout = new QHBoxLayout(bar);
    layout->setContentsMargins(ui::kMargin, 2, 4, 2);
    layout->setSpacing(0);
    layout->addWidget(label, 1);
    for (QToolButton* button : {more_, apart, close}) layout->addWidget(button);
    setTitleBarWidget(bar);

    connect(apart, &QToolButton::clicked, this, [this] { setFloating(!isFloating()); });
    connect(close, &QToolButton::clicked, this, &QDockWidget::close);
    connect(this, &QDockWidget::visibilityChanged, this, [this](bool visible) {
        if (visible) content();
    });
    toggleViewAction()->setStatusTip(meaning);
    toggleViewAction()->setToolTip(meaning);
}

QWidget* Dock::content() {
    if (!content_) {
        content_ = make_();
        QWidget* placeholder = widget();
        setWidget(content_);
        delete placeholder;
    }
    return content_;
}

void Dock::bringUp() {
    show();
    raise();
    content()->setFocus(Qt::OtherFocusReason);
}

QMenu* Dock::menu() {
    if (!menu_) {
        menu_ = new QMenu(more_);
        more_->setMenu(menu_);
        more_->show();
    }
    return menu_;
}

}  // namespace perceptarium::app
