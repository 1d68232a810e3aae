#include "ui/panels/palette.h"

#include <QAction>
#include <QEvent>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QVBoxLayout>

#include "network/edits.h"
#include "ui/shared/block_list.h"
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
    offerBlocks(*list_, workbench_);
    list_->setContextMenuPolicy(Qt::CustomContextMenu);
    connect(list_, &QWidget::customContextMenuRequested, this, &Palette::showMenu);
    auto* forget = new QAction(tr("Remove from my blocks"), list_);
    forget->setObjectName(QStringLiteral("palette-forget-block"));
    forget->setShortcut(Qt::Key_Delete);
    forget->setShortcutContext(Qt::WidgetShortcut);
    connect(forget, &QAction::triggered, this, &Palette::forgetBlock);
    list_->addAction(forget);
    for (const Error& error : workbench_.shelf().unreadable())
        workbench_.say(tr("A block was left out: %1").arg(QString::fromStdString(error.message())));
}

void Palette::focusSearch() {
    search_->setFocus(Qt::ShortcutFocusReason);
    search_->selectAll();
}

void Palette::showLayer(const QString& layer) {
    search_->setText(titleFor(workbench_, layer));  // the best match is marked
    search_->setFocus(Qt::ShortcutFocusReason);
}

void Palette::append(const QString& layer) {
    network::NodeId made = network::kNoNode;
    const auto after = workbench_.selectedNode();
    const bool done = workbench_.edit(tr("Append %1").arg(titleFor(workbench_, layer)), [&](project::Document& document) -> Status {
        const std::string id = PC_TRY(layerFor(workbench_, document.graph, layer));
        made = PC_TRY(network::appendNode(document.graph, id, after));
        return {};
    });
    if (done) workbench_.select({made});
}

const exchange::LibraryBlock* Palette::currentOwn() const {
    for (const auto& block : workbench_.shelf().own())
        if (QString::fromStdString(BlockShelf::layerOf(block)) == list_->currentLayer()) return &block;
    return nullptr;
}

void Palette::showMenu(QPoint at) {
    const auto* own = currentOwn();
    if (!own || !list_->itemAt(at)) return;
    QMenu menu;
    menu.addAction(icon(QStringLiteral("delete")), tr("Remove from my blocks"), this, &Palette::forgetBlock);
    menu.exec(list_->viewport()->mapToGlobal(at));
}

void Palette::forgetBlock() {
    const auto* own = currentOwn();
    if (!own) return;
    const std::string name = own->name;
    if (const Status done = workbench_.shelf().forget(name); !done) workbench_.problem(QString::fromStdString(done.error().message()));
    else workbench_.say(tr("%1 is no longer among your blocks; projects that use it keep it.").arg(QString::fromStdString(name)));
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
