#include "app/offer_bar.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QPushButton>

#include "ui/theme/theme.h"

namespace perceptarium::app {

OfferBar::OfferBar(QWidget* parent) : QFrame(parent), text_(new QLabel), yes_(new QPushButton), no_(new QPushButton) {
    text_->setWordWrap(true);
    auto* sign = new QLabel;
    sign->setPixmap(ui::icon("history").pixmap(18, 18));
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(ui::kMargin, 6, ui::kMargin, 6);
    layout->setSpacing(ui::kSpacing);
    layout->addWidget(sign);
    layout->addWidget(text_, 1);
    layout->addWidget(yes_);
    layout->addWidget(no_);
    connect(yes_, &QPushButton::clicked, this, [this] { answer(true); });
    connect(no_, &QPushButton::clicked, this, [this] { answer(false); });
    hide();
}

void OfferBar::add(Offer offer) {
    offers_.push_back(std::move(offer));
    showFirst();
}

void OfferBar::showFirst() {
    setVisible(!offers_.empty());
    if (offers_.empty()) return;
    const Offer& offer = offers_.front();
    text_->setText(offer.text);
    yes_->setText(offer.yes);
    no_->setText(offer.no);
    setAccessibleName(offer.text);
}

void OfferBar::answer(bool yes) {
    const Offer offer = std::move(offers_.front());
    offers_.pop_front();
    showFirst();
    const auto& call = yes ? offer.accept : offer.decline;
    if (call) call();
}

void OfferBar::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    QColor ground = ui::colour(ui::Role::Accent);
    ground.setAlphaF(0.14F);
    painter.fillRect(rect(), palette().color(QPalette::Base));
    painter.fillRect(rect(), ground);
    painter.fillRect(QRect(0, height() - 1, width(), 1), palette().color(QPalette::Mid));
}

}  // namespace perceptarium::app
