#include "ui/canvas/edit_in_place.h"

#include <QKeyEvent>
#include <QLineEdit>
#include <QPlainTextEdit>

namespace perceptarium::ui {
namespace {

/// One end for both editors: once, whether by key or by leaving.
template <class Editor>
class Ending : public Editor {
public:
    explicit Ending(InPlace edit) : Editor(edit.over), edit_(std::move(edit)) {
        this->setObjectName(QStringLiteral("rename"));
        this->setAccessibleName(edit_.accessibleName);
    }

protected:
    virtual QString now() const = 0;
    virtual bool takes(const QKeyEvent& key) const = 0;

    void keyPressEvent(QKeyEvent* event) override {
        if (event->key() == Qt::Key_Escape) end(false);
        else if (takes(*event)) end(true);
        else Editor::keyPressEvent(event);
    }
    bool event(QEvent* event) override {
        // Letters are typed here, before they mean an action of the canvas (M, H, Delete).
        const bool asked = event->type() == QEvent::ShortcutOverride;
        if (asked && !(static_cast<QKeyEvent*>(event)->modifiers() & (Qt::ControlModifier | Qt::AltModifier | Qt::MetaModifier))) {
            event->accept();
            return true;
        }
        return Editor::event(event);
    }
    void focusOutEvent(QFocusEvent* event) override {
        Editor::focusOutEvent(event);
        if (event->reason() != Qt::PopupFocusReason && event->reason() != Qt::ActiveWindowFocusReason) end(true);
    }

private:
    void end(bool takesText) {
        if (ended_) return;
        ended_ = true;
        const QString text = now();
        if (edit_.ended) edit_.ended();  // before it is hidden, which would hand the keyboard to the next layer
        this->hide();
        this->deleteLater();
        if (takesText && text != edit_.text) edit_.taken(text);
    }
    InPlace edit_;
    bool ended_ = false;
};

bool isEnter(const QKeyEvent& key) { return key.key() == Qt::Key_Return || key.key() == Qt::Key_Enter; }

class Line : public Ending<QLineEdit> {
public:
    using Ending::Ending;

private:
    QString now() const override { return text().trimmed(); }
    bool takes(const QKeyEvent& key) const override { return isEnter(key); }
};

class Words : public Ending<QPlainTextEdit> {
public:
    using Ending::Ending;

private:
    QString now() const override { return toPlainText().trimmed(); }
    bool takes(const QKeyEvent& key) const override { return isEnter(key) && key.modifiers() & Qt::ControlModifier; }
};

}  // namespace

void editLine(InPlace edit) {
    const QRect place = edit.place;
    const QString text = edit.text;
    auto* line = new Line(std::move(edit));
    line->setText(text);
    const int height = line->sizeHint().height();
    line->setGeometry(place.left() - 4, place.center().y() - height / 2, std::max(place.width() + 8, 140), height);
    line->selectAll();
    line->show();
    line->setFocus();
}

void editWords(InPlace edit) {
    const QRect place = edit.place;
    const QString text = edit.text;
    auto* words = new Words(std::move(edit));
    words->setPlainText(text);
    words->setTabChangesFocus(true);
    words->setGeometry(QRect(place.topLeft(), QSize(std::max(place.width(), 160), std::max(place.height(), 80))));
    words->selectAll();
    words->show();
    words->setFocus();
}

}  // namespace perceptarium::ui
