#include "ui/panels/palette.h"

#include <QEvent>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QVBoxLayout>

#include "network/edits.h"
#include "ui/shared/engine_words.h"
#include "ui/shared/layer_list.h"
#include "ui/theme/theme.h"

namespace perceptarium::ui {

Palette::Palette(Workbench& workbench, QWidget* parent)
    : QWidget(parent), workbench_(workbench), search_(new QLineEdit), list_(new LayerList), nothing_(new QLabel) {
    setObjectName(QStringLiteral("palette"));
    setAccessibleName(tr("Palette"));
    search_->setObjectName(QStringLiteral("palette-search"));
    search_->setPlaceholderText(tr("Search layers"));
    search_->setAccessibleName(tr("Search layers"));
    search_->setToolTip(tr("Type part of a name or of what the layer does; Enter appends the layer that is marked."));
    search_->setClearButtonEnabled(true);
    search_->installEventFilter(this);
    nothing_->setAlignment(Qt::AlignHCenter | Qt::AlignTop);
    nothing_->setWordWrap(true);
    nothing_->setProperty("role", QStringLiteral("secondary"));
    nothing_->setMargin(kMargin);
    nothing_->hide();

    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, kSpacing, 0, 0);
    layout->setSpacing(kSpacing);
    auto* top = new QHBoxLayout;
    top->setContentsMargins(kSpacing, 0, kSpacing, 0);
    top->addWidget(search_);
    layout->addLayout(top);
    layout->addWidget(nothing_);
    layout->addWidget(list_, 1);

    connect(search_, &QLineEdit::textChanged, this, [this](const QString& words) {
        const bool any = list_->filter(words) > 0;
        nothing_->setText(tr("No layer has “%1” in its name or meaning.").arg(words));
        nothing_->setVisible(!any);
        list_->setVisible(any);
    });
    connect(list_, &LayerList::chosen, this, &Palette::append);
}

void Palette::focusSearch() {
    search_->setFocus(Qt::ShortcutFocusReason);
    search_->selectAll();
}

void Palette::append(const QString& layer) {
    network::NodeId made = network::kNoNode;
    const auto after = workbench_.selectedNode();
    const auto* spec = layers::findLayer(layer.toStdString());
    const QString title = spec ? engineText(spec->title) : layer;
    const bool done = workbench_.edit(tr("Append %1").arg(title), [&](project::Document& document) -> Status {
        made = PC_TRY(network::appendNode(document.graph, layer.toStdString(), after));
        return {};
    });
    if (done) workbench_.select({made});
}

bool Palette::eventFilter(QObject* watched, QEvent* event) {
    if (watched == search_ && event->type() == QEvent::KeyPress) {
        auto& key = *static_cast<QKeyEvent*>(event);
        if (key.key() == Qt::Key_Escape && !search_->text().isEmpty()) {
            search_->clear();
            return true;
        }
        if (steer(*list_, key)) return true;
    }
    return QWidget::eventFilter(watched, event);
}

}  // namespace perceptarium::ui
