#include "ui/canvas/breadcrumb.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QToolButton>

#include "ui/theme/theme.h"

namespace perceptarium::ui {

Breadcrumb::Breadcrumb(Workbench& workbench, QWidget* parent) : QFrame(parent), workbench_(workbench), row_(new QHBoxLayout(this)) {
    setObjectName(QStringLiteral("breadcrumb"));
    setAccessibleName(tr("Where you are"));
    setAutoFillBackground(true);
    row_->setContentsMargins(kSpacing, 2, kSpacing, 2);
    row_->setSpacing(2);
    hide();
    connect(&workbench, &Workbench::documentChanged, this, &Breadcrumb::refresh);
    connect(&workbench, &Workbench::drawingOpened, this, &Breadcrumb::refresh);
}

void Breadcrumb::refresh() {
    QStringList names{QString::fromStdString(workbench_.document().name)};
    network::BlockPath path;
    for (const network::NodeId id : workbench_.opened()) {
        const auto drawing = network::drawingAt(workbench_.document().graph, path);
        const auto* node = drawing->find(id);
        names << QStringLiteral("%1 (%2)").arg(QString::fromStdString(node->name), QString::fromStdString(network::blockName(node->layer)));
        path.push_back(id);
    }
    if (names == shown_) return;
    shown_ = names;
    while (auto* item = row_->takeAt(0)) {
        if (item->widget()) {
            item->widget()->hide();
            item->widget()->deleteLater();  // it may be the one that was clicked
        }
        delete item;
    }
    for (qsizetype i = 0; i < names.size(); ++i) {
        const auto& opened = workbench_.opened();
        add(names[i], {opened.begin(), opened.begin() + i}, i + 1 == names.size());
    }
    row_->addStretch(1);
    auto* aside = new QLabel(tr("Changes count for every node that stands for this block. Alt+Up goes back."));
    aside->setProperty("role", QStringLiteral("secondary"));
    aside->setMinimumWidth(0);
    aside->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    aside->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    row_->addWidget(aside, 100);
    emit changed();
}

void Breadcrumb::add(const QString& text, const network::BlockPath& path, bool last) {
    if (row_->count() > 0) {
        auto* next = new QLabel(QStringLiteral("›"));
        next->setProperty("role", QStringLiteral("secondary"));
        row_->addWidget(next);
    }
    if (last) {
        auto* here = new QLabel(text);
        here->setObjectName(QStringLiteral("crumb-%1").arg(path.size()));
        here->setContentsMargins(6, 0, 6, 0);
        QFont strong = here->font();
        strong.setWeight(QFont::DemiBold);
        here->setFont(strong);
        row_->addWidget(here);
        return;
    }
    auto* button = new QToolButton;
    button->setText(text);
    button->setAutoRaise(true);
    button->setObjectName(QStringLiteral("crumb-%1").arg(path.size()));
    button->setAccessibleName(tr("Back to %1").arg(text));
    button->setToolTip(tr("Back to %1").arg(text));
    button->setFocusPolicy(Qt::TabFocus);
    connect(button, &QToolButton::clicked, this, [this, path] { workbench_.openDrawing(path); });
    row_->addWidget(button);
}

}  // namespace perceptarium::ui
