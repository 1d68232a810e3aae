#include "app/command_palette.h"

#include <QAction>
#include <QKeyEvent>
#include <QLineEdit>
#include <QListWidget>
#include <QMenu>
#include <QMenuBar>
#include <QPainter>
#include <QStyledItemDelegate>
#include <QTimer>
#include <QVBoxLayout>
#include <algorithm>

#include "ui/theme/theme.h"

namespace perceptarium::app {
namespace {

constexpr int kKeyRole = Qt::UserRole + 1;

QString plain(QString text) {
    text.remove(QLatin1Char('&'));
    text.remove(QStringLiteral("…"));
    return text;
}

void gather(const QList<QAction*>& actions, const QString& path, std::vector<Command>& commands) {
    for (QAction* action : actions) {
        const QString name = plain(action->text());
        if (action->isSeparator() || name.isEmpty()) continue;
        const QString here = path.isEmpty() ? name : path + QStringLiteral(" ▸ ") + name;
        if (QMenu* menu = action->menu()) {
            emit menu->aboutToShow();  // menus that are filled when they open
            gather(menu->actions(), here, commands);
        } else {
            commands.push_back({action, here});
        }
    }
}

/// Name to the left, shortcut to the right.
class CommandDelegate : public QStyledItemDelegate {
public:
    using QStyledItemDelegate::QStyledItemDelegate;
    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override {
        QStyledItemDelegate::paint(painter, option, index);
        const QString keys = index.data(kKeyRole).toString();
        if (keys.isEmpty()) return;
        const bool selected = option.state & QStyle::State_Selected;
        painter->setPen(selected ? option.palette.color(QPalette::HighlightedText) : ui::colour(ui::Role::Secondary));
        painter->drawText(option.rect.adjusted(0, 0, -ui::kMargin, 0), Qt::AlignRight | Qt::AlignVCenter, keys);
    }
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override {
        QSize size = QStyledItemDelegate::sizeHint(option, index);
        size.setHeight(size.height() + 8);
        return size;
    }
};

}  // namespace

std::vector<Command> commandsOf(QMenuBar& menus) {
    std::vector<Command> commands;
    gather(menus.actions(), {}, commands);
    return commands;
}

int fitOf(const QString& typed, const QString& text) {
    int score = 0, at = 0, run = 0;
    for (const QChar letter : typed) {
        if (letter.isSpace()) {
            run = 0;
            continue;
        }
        int found = at;
        while (found < text.size() && text[found].toLower() != letter.toLower()) ++found;
        if (found == text.size()) return -1;
        run = found == at ? run + 1 : 0;
        const bool startsWord = found == 0 || !text[found - 1].isLetterOrNumber();
        score += 1 + 2 * run + (startsWord ? 4 : 0);
        at = found + 1;
    }
    return score;
}

CommandPalette::CommandPalette(std::vector<Command> commands, QWidget* parent)
    : QDialog(parent, Qt::Popup), commands_(std::move(commands)), typed_(new QLineEdit), list_(new QListWidget) {
    setAttribute(Qt::WA_DeleteOnClose);
    setAccessibleName(tr("Commands"));
    typed_->setPlaceholderText(tr("Type what you want to do"));
    typed_->setAccessibleName(tr("Search for a command"));
    typed_->setToolTip(tr("Some letters of the name are enough; arrow keys choose, Enter does it."));
    typed_->installEventFilter(this);
    list_->setFocusPolicy(Qt::NoFocus);
    list_->setFrameShape(QFrame::NoFrame);
    list_->setItemDelegate(new CommandDelegate(list_));
    list_->setAccessibleName(tr("Commands that fit"));
    list_->setAccessibleDescription(typed_->toolTip());
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(ui::kSpacing, ui::kSpacing, ui::kSpacing, ui::kSpacing);
    layout->addWidget(typed_);
    layout->addWidget(list_);
    const QSize size(std::min(560, parent->width() - 40), std::min(420, parent->height() - 80));
    resize(size);
    move(parent->mapToGlobal(QPoint((parent->width() - size.width()) / 2, 60)));
    connect(typed_, &QLineEdit::textChanged, this, &CommandPalette::filter);
    connect(list_, &QListWidget::itemClicked, this, &CommandPalette::run);
    filter();
    typed_->setFocus();
}

void CommandPalette::filter() {
    struct Hit {
        int fit;
        const Command* command;
    };
    std::vector<Hit> hits;
    for (const Command& command : commands_) {
        if (!command.action) continue;
        // A hit in the action's own name is worth more than one in the menu's.
        const int whole = fitOf(typed_->text(), command.path), name = fitOf(typed_->text(), plain(command.action->text()));
        if (whole >= 0) hits.push_back({std::max(whole, name >= 0 ? name + 6 : 0), &command});
    }
    std::stable_sort(hits.begin(), hits.end(), [](const Hit& a, const Hit& b) { return a.fit > b.fit; });
    list_->clear();
    for (const Hit& hit : hits) {
        auto* item = new QListWidgetItem(hit.command->action->icon(), hit.command->path, list_);
        item->setData(Qt::UserRole, QVariant::fromValue(static_cast<int>(hit.command - commands_.data())));
        item->setData(kKeyRole, hit.command->action->shortcut().toString(QKeySequence::NativeText));
        if (!hit.command->action->isEnabled()) item->setForeground(palette().color(QPalette::Disabled, QPalette::Text));
    }
    list_->setCurrentRow(0);
}

void CommandPalette::run() {
    const QListWidgetItem* item = list_->currentItem();
    if (!item) return;
    const QPointer<QAction> action = commands_[static_cast<std::size_t>(item->data(Qt::UserRole).toInt())].action;
    if (!action || !action->isEnabled()) return;
    close();
    // Once the popup is gone: the action may open a dialog, or look at what has the focus.
    QTimer::singleShot(0, action, &QAction::trigger);
}

bool CommandPalette::eventFilter(QObject* watched, QEvent* event) {
    if (watched == typed_ && event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent*>(event)->key();
        const int rows = list_->count();
        if (key == Qt::Key_Return || key == Qt::Key_Enter) {
            run();
            return true;
        }
        if (rows > 0 && (key == Qt::Key_Down || key == Qt::Key_Up)) {
            list_->setCurrentRow((list_->currentRow() + (key == Qt::Key_Down ? 1 : rows - 1)) % rows);
            return true;
        }
    }
    return QDialog::eventFilter(watched, event);
}

}  // namespace perceptarium::app
