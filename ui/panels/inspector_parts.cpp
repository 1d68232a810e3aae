#include "ui/panels/inspector_parts.h"

#include <QEvent>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QPainter>
#include <QScrollArea>
#include <QVBoxLayout>

#include "ui/shared/engine_messages.h"
#include "ui/shared/node_words.h"
#include "ui/theme/theme.h"

namespace perceptarium::ui {

QLabel* headingLabel(const QString& text) {
    auto* label = new QLabel(text);
    QFont font = label->font();
    font.setWeight(QFont::DemiBold);
    label->setFont(font);
    label->setContentsMargins(0, 6, 0, 0);
    return label;
}

QLabel* textLabel(bool secondary) {
    auto* label = new QLabel;
    label->setWordWrap(true);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    label->setFocusPolicy(Qt::NoFocus);
    if (secondary) label->setProperty("role", QStringLiteral("secondary"));  // the style sheet's
    return label;
}

QVBoxLayout* pageLayout(QScrollArea& area) {
    area.setWidgetResizable(true);
    area.setFrameShape(QFrame::NoFrame);
    area.setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    area.setFocusPolicy(Qt::NoFocus);
    auto* page = new QWidget;
    auto* layout = new QVBoxLayout(page);
    layout->setContentsMargins(kMargin, kMargin, kMargin, kMargin);
    layout->setSpacing(kSpacing);
    area.setWidget(page);
    return layout;
}

FindingsBox::FindingsBox(QWidget* parent) : QWidget(parent), layout_(new QVBoxLayout(this)) {
    setObjectName(QStringLiteral("findings"));
    layout_->setContentsMargins(0, 0, 0, 0);
    layout_->setSpacing(6);
    hide();
}

void FindingsBox::setFindings(const std::vector<const network::Finding*>& findings, const network::Graph* withNodes) {
    std::vector<network::Finding> values;
    std::vector<QString> names;
    for (const auto* finding : findings) {
        values.push_back(*finding);
        const auto* node = withNodes ? withNodes->find(finding->node) : nullptr;
        names.push_back(node ? QString::fromStdString(node->name) : QString());
    }
    if (values == findings_ && names == names_) return;
    findings_ = std::move(values);
    names_ = std::move(names);
    build();
}

void FindingsBox::build() {
    while (auto* item = layout_->takeAt(0)) {
        item->widget()->hide();
        item->widget()->deleteLater();
        delete item;
    }
    for (std::size_t i = 0; i < findings_.size(); ++i) {
        const auto& finding = findings_[i];
        const bool error = finding.severity == network::Severity::Error;
        const QColor tint = colour(error ? Role::Error : Role::Warning);
        auto* box = new QLabel;
        box->setObjectName(error ? QStringLiteral("finding-error") : QStringLiteral("finding-hint"));
        box->setTextFormat(Qt::RichText);
        box->setWordWrap(true);
        QString html = findingHtml(finding);
        if (!names_[i].isEmpty()) html.prepend(QStringLiteral("<a href='%1' style='color:%2'>%3</a>: ").arg(finding.node).arg(tint.name(), names_[i].toHtmlEscaped()));
        box->setText(html);
        box->setAccessibleName((error ? tr("Error: %1") : tr("Hint: %1")).arg(findingText(finding)));
        box->setTextInteractionFlags(Qt::TextBrowserInteraction | Qt::TextSelectableByKeyboard);
        const QColor ground = palette().color(QPalette::Window);
        const auto mix = [&](int a, int b) { return (a * 88 + b * 12) / 100; };
        box->setStyleSheet(QStringLiteral("QLabel{border:1px solid %1;border-left:4px solid %1;border-radius:4px;padding:6px 8px;background:%2}")
                               .arg(tint.name(), QColor(mix(ground.red(), tint.red()), mix(ground.green(), tint.green()), mix(ground.blue(), tint.blue())).name()));
        connect(box, &QLabel::linkActivated, this, [this](const QString& link) { emit nodeChosen(link.toLongLong()); });
        layout_->addWidget(box);
    }
    setVisible(!findings_.empty());
}

void FindingsBox::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange && !findings_.empty()) build();
}

TitleBar::TitleBar(QWidget* parent) : QWidget(parent), title_(new QLabel), aside_(new QLabel) {
    QFont font = title_->font();
    font.setPointSizeF(font.pointSizeF() * 1.25);
    font.setWeight(QFont::DemiBold);
    title_->setFont(font);
    title_->setWordWrap(true);
    aside_->setProperty("role", QStringLiteral("secondary"));
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(12, 2, 0, 2);
    layout->addWidget(title_, 1);
    layout->addWidget(aside_);
}

void TitleBar::setTitle(const QString& title, const QString& aside, int category) {
    title_->setText(title);
    aside_->setText(aside);
    category_ = category;
    update();
}

void TitleBar::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(category_ < 0 ? colour(Role::Accent) : categoryColour(static_cast<layers::Category>(category_)));
    painter.drawRoundedRect(QRectF(0, 3, 4, height() - 6), 2, 2);
}

}  // namespace perceptarium::ui
