#include "app/dock.h"

#include <QAbstractButton>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QMenu>
#include <QToolButton>

#include "ui/theme/theme.h"

namespace perceptarium::app {
namespace {

QToolButton* titleButton(const char* iconName, const QString& what) {
    auto* button = new QToolButton;
    button->setIcon(ui::icon(iconName));
    button->setIconSize({14, 14});
    button->setToolTip(what);
    button->setAccessibleName(what);
    button->setFocusPolicy(Qt::NoFocus);
    return button;
}

/// Takes no room, and is no title bar of Qt's own either.
class Nothing : public QWidget {
public:
    using QWidget::QWidget;
    QSize sizeHint() const override { return {0, 0}; }
    QSize minimumSizeHint() const override { return {0, 0}; }
};

}  // namespace

Dock::Dock(const QString& id, const QString& title, const QString& meaning, std::function<QWidget*()> make, QWidget* parent)
    : QDockWidget(title, parent), id_(id), meaning_(meaning), make_(std::move(make)), title_(new QWidget(this)), noTitle_(new Nothing(this)) {
    setObjectName(id);
    setAccessibleName(title);
    setAccessibleDescription(meaning);
    setWidget(new QWidget(this));

    auto* label = new QLabel(title);
    label->setProperty("role", "title");
    label->setToolTip(meaning);
    auto* more = titleButton("more", tr("What can be done with %1").arg(title));
    auto* close = titleButton("close", tr("Close %1 (the View menu shows it again)").arg(title));
    auto* layout = new QHBoxLayout(title_);
    layout->setContentsMargins(ui::kMargin, 3, 4, 3);
    layout->setSpacing(0);
    layout->addWidget(label, 1);
    layout->addWidget(more);
    layout->addWidget(close);
    noTitle_->hide();
    setTitleBarWidget(title_);

    connect(more, &QToolButton::clicked, this, [this, more] {
        QMenu menu;
        fillMenu(menu);
        menu.exec(more->mapToGlobal(QPoint(0, more->height())));
    });
    connect(close, &QToolButton::clicked, this, &QDockWidget::close);
    connect(this, &QDockWidget::visibilityChanged, this, [this](bool visible) {
        if (visible) content();
    });
    toggleViewAction()->setStatusTip(meaning);
}

QWidget* Dock::content() {
    if (!content_) {
        content_ = make_();
        // A list or picture that is the panel says what the panel is for.
        QList<QWidget*> parts = content_->findChildren<QWidget*>();
        parts << content_;
        for (QWidget* each : parts)
            if (each->focusPolicy() != Qt::NoFocus && !qobject_cast<QAbstractButton*>(each) && each->toolTip().isEmpty() &&
                each->accessibleDescription().isEmpty())
                each->setAccessibleDescription(meaning_);
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

void Dock::keyPressEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_Escape && event->modifiers() == Qt::NoModifier)
        emit left();
    else
        QDockWidget::keyPressEvent(event);
}

void Dock::showTitle(bool shown) {
    QWidget* wanted = shown ? title_ : noTitle_;
    if (titleBarWidget() == wanted) return;
    QWidget* other = shown ? noTitle_ : title_;
    setTitleBarWidget(wanted);
    other->hide();
    wanted->show();
}

void Dock::fillMenu(QMenu& menu) {
    if (extend) extend(menu);
    if (!menu.isEmpty()) menu.addSeparator();
    menu.addAction(isFloating() ? tr("Back into the window") : tr("A window of its own"), this, [this] { setFloating(!isFloating()); });
    menu.addAction(ui::icon("close"), tr("Close"), this, &QDockWidget::close);
}

}  // namespace perceptarium::app
