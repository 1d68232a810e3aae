#include "app/keys_page.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QKeyEvent>
#include <QKeySequenceEdit>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTreeWidget>
#include <QVBoxLayout>
#include <algorithm>

#include "ui/theme/theme.h"

namespace perceptarium::app {
namespace {

enum Column { Action, Shortcut };

QString keyText(const QList<QKeySequence>& keys) { return QKeySequence::listToString(keys, QKeySequence::NativeText).replace("; ", ", "); }

QPushButton* button(const QString& text, const QString& help) {
    auto* made = new QPushButton(text);
    made->setToolTip(help);
    made->setAccessibleDescription(help);
    made->setAutoDefault(false);
    return made;
}

}  // namespace

/// Takes the next key that is pressed; Esc gives up.
class KeyRecorder : public QKeySequenceEdit {
public:
    std::function<void(const QKeySequence&)> taken;
    std::function<void()> givenUp;

    KeyRecorder() {
        connect(this, &QKeySequenceEdit::keySequenceChanged, this, [this](const QKeySequence& keys) {
            if (keys.isEmpty()) return;
            const QKeySequence first(keys[0]);
            clear();
            taken(first);
        });
    }

protected:
    void keyPressEvent(QKeyEvent* event) override {
        if (event->key() == Qt::Key_Escape && event->modifiers() == Qt::NoModifier)
            givenUp();
        else
            QKeySequenceEdit::keyPressEvent(event);
    }
    void focusOutEvent(QFocusEvent* event) override {
        QKeySequenceEdit::focusOutEvent(event);
        givenUp();
    }
};

KeysPage::KeysPage(Keys& keys, QWidget* parent)
    : QWidget(parent), keys_(keys), list_(new QTreeWidget), recorder_(new KeyRecorder), says_(new QLabel), question_(new QWidget) {
    list_->setHeaderLabels({tr("Action"), tr("Keys")});
    list_->setRootIsDecorated(false);
    list_->setAlternatingRowColors(true);
    list_->setUniformRowHeights(true);
    list_->header()->setStretchLastSection(false);
    list_->header()->setSectionResizeMode(Action, QHeaderView::Stretch);
    list_->header()->setSectionResizeMode(Shortcut, QHeaderView::ResizeToContents);
    list_->setAccessibleName(tr("Actions and their keys"));
    list_->setToolTip(tr("Choose an action, then press “Change”. Enter does the same."));
    list_->setAccessibleDescription(list_->toolTip());

    change_ = button(tr("Change…"), tr("Press the keys that shall start this action from now on, instead of those it has."));
    add_ = button(tr("Add another…"), tr("Press keys that shall start this action too."));
    remove_ = button(tr("No keys"), tr("Takes this action's keys away; the menu still has it."));
    reset_ = button(tr("Usual keys"), tr("Gives this action the keys it has for a new user."));
    resetAll_ = button(tr("All usual keys"), tr("Gives every action the keys it has for a new user."));
    anyway_ = button(tr("Use it here"), tr("The other action loses this key."));
    cancel_ = button(tr("Leave it"), tr("Everything stays as it is."));
    recorder_->setAccessibleName(tr("Press the new keys"));
    recorder_->setToolTip(tr("Press the new keys; Esc leaves everything as it is."));
    if (auto* line = recorder_->findChild<QLineEdit*>()) line->setPlaceholderText(tr("Press the new keys"));
    recorder_->hide();
    says_->setWordWrap(true);
    question_->setMinimumHeight(std::max(recorder_->sizeHint().height(), anyway_->sizeHint().height()));  // nothing jumps when it asks

    auto* answers = new QHBoxLayout(question_);
    answers->setContentsMargins(0, 0, 0, 0);
    answers->addWidget(says_, 1);
    answers->addWidget(recorder_);
    answers->addWidget(anyway_);
    answers->addWidget(cancel_);
    auto* buttons = new QHBoxLayout;
    for (QPushButton* each : {change_, add_, remove_, reset_}) buttons->addWidget(each);
    buttons->addStretch(1);
    buttons->addWidget(resetAll_);
    auto* layout = new QVBoxLayout(this);
    layout->addWidget(list_, 1);
    layout->addWidget(question_);
    layout->addLayout(buttons);

    recorder_->taken = [this](const QKeySequence& key) { take(key); };
    recorder_->givenUp = [this] {
        if (!recorder_->isHidden()) quiet();
    };
    connect(change_, &QPushButton::clicked, this, [this] { record(false); });
    connect(add_, &QPushButton::clicked, this, [this] { record(true); });
    connect(list_, &QTreeWidget::itemActivated, this, [this] { record(false); });
    connect(remove_, &QPushButton::clicked, this, [this] { keys_.give(chosen(), {}); });
    connect(reset_, &QPushButton::clicked, this, [this] { keys_.reset(chosen()); });
    connect(resetAll_, &QPushButton::clicked, &keys_, &Keys::resetAll);
    connect(anyway_, &QPushButton::clicked, this, [this] { give(asked_); });
    connect(cancel_, &QPushButton::clicked, this, &KeysPage::quiet);
    connect(list_, &QTreeWidget::currentItemChanged, this, &KeysPage::quiet);
    connect(&keys_, &Keys::changed, this, &KeysPage::refresh);
    for (const Keys::Entry& entry : keys_.entries()) {
        auto* item = new QTreeWidgetItem(list_, {entry.path});
        item->setData(Action, Qt::UserRole, entry.id);
        if (entry.action) item->setToolTip(Action, entry.action->statusTip());
    }
    list_->setCurrentItem(list_->topLevelItem(0));
    refresh();
    quiet();
}

QString KeysPage::chosen() const {
    const QTreeWidgetItem* item = list_->currentItem();
    return item && !item->isHidden() ? item->data(Action, Qt::UserRole).toString() : QString();
}

void KeysPage::refresh() {
    for (int i = 0; i < list_->topLevelItemCount(); ++i) {
        QTreeWidgetItem* item = list_->topLevelItem(i);
        const Keys::Entry* entry = keys_.find(item->data(Action, Qt::UserRole).toString());
        item->setText(Shortcut, keyText(keys_.keysOf(*entry)));
        const bool own = !keys_.isStandard(*entry);
        QFont font = list_->font();
        font.setBold(own);
        item->setFont(Shortcut, font);
        item->setToolTip(Shortcut, !own                        ? QString()
                                   : entry->standard.isEmpty() ? tr("Usually without keys")
                                                               : tr("Usually %1").arg(keyText(entry->standard)));
    }
    quiet();
}

void KeysPage::record(bool further) {
    if (chosen().isEmpty()) return;
    further_ = further;
    says_->setText(tr("Press the keys for “%1” (Esc: leave it)").arg(list_->currentItem()->text(Action)));
    anyway_->hide();
    cancel_->hide();
    recorder_->show();
    recorder_->setFocus();
}

void KeysPage::take(const QKeySequence& key) {
    const QString name = key.toString(QKeySequence::NativeText);
    const Keys::Entry* other = keys_.holder(key, chosen());
    const QString obstacle = Keys::whyNot(key);
    if (obstacle.isEmpty() && !other) {
        give(key);
        return;
    }
    quiet();
    asked_ = key;
    says_->setText(obstacle.isEmpty() ? tr("%1 belongs to “%2”.").arg(name, other->path) : obstacle);
    anyway_->setVisible(obstacle.isEmpty());
    cancel_->setVisible(true);
    cancel_->setFocus();
}

void KeysPage::give(const QKeySequence& key) {
    const Keys::Entry* entry = keys_.find(chosen());
    if (!entry) return;
    QList<QKeySequence> keys = further_ ? keys_.keysOf(*entry) : QList<QKeySequence>();
    if (!keys.contains(key)) keys << key;
    keys_.give(entry->id, keys);
    list_->setFocus();
}

void KeysPage::quiet() {
    const Keys::Entry* entry = keys_.find(chosen());
    const bool recording = recorder_->hasFocus();
    recorder_->hide();
    anyway_->hide();
    cancel_->hide();
    says_->clear();
    if (recording) list_->setFocus();
    for (QPushButton* each : {change_, add_}) each->setEnabled(entry);
    remove_->setEnabled(entry && !keys_.keysOf(*entry).isEmpty());
    reset_->setEnabled(entry && !keys_.isStandard(*entry));
}

int KeysPage::filter(const QString& text) {
    int shown = 0;
    QTreeWidgetItem* first = nullptr;
    for (int i = 0; i < list_->topLevelItemCount(); ++i) {
        QTreeWidgetItem* item = list_->topLevelItem(i);
        const bool fits = item->text(Action).contains(text, Qt::CaseInsensitive) || item->text(Shortcut).contains(text, Qt::CaseInsensitive);
        item->setHidden(!fits);
        shown += fits;
        if (fits && !first) first = item;
    }
    if (!list_->currentItem() || list_->currentItem()->isHidden()) list_->setCurrentItem(first);
    quiet();
    return shown;
}

void KeysPage::changeEvent(QEvent* event) {
    if (event->type() == QEvent::FontChange) refresh();
    QWidget::changeEvent(event);
}

}  // namespace perceptarium::app
