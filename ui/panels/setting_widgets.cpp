#include "ui/panels/setting_widgets.h"

#include <QAction>
#include <QCheckBox>
#include <QComboBox>
#include <QContextMenuEvent>
#include <QCoreApplication>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QStyle>
#include <QToolButton>
#include <QVBoxLayout>
#include <QWheelEvent>
#include <cmath>
#include <memory>

#include "ui/panels/number_edit.h"
#include "ui/panels/pair_setting.h"
#include "ui/panels/rate_slider.h"
#include "ui/shared/engine_words.h"

namespace perceptarium::ui {
namespace {

QString text(const std::string& utf8) { return QString::fromStdString(utf8); }

QHBoxLayout* rowLayout(QWidget* widget) {
    auto* layout = new QHBoxLayout(widget);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(6);
    return layout;
}

class NumberSetting : public SettingWidget {
public:
    NumberSetting(const SettingSpec& declared, QWidget* parent)
        : SettingWidget(declared, parent),
          number_(new NumberEdit(declared.kind == SettingKind::Integer, declared.minimum, declared.maximum)),
          slider_(RateSlider::make(declared)) {
        auto* layout = rowLayout(this);
        layout->addWidget(number_);
        if (!declared.unit.empty()) layout->addWidget(new QLabel(engineText(declared.unit)));
        if (slider_) layout->addWidget(slider_, 1);
        else layout->addStretch(1);
        adopt(number_);
        setValue(declared.standard);
        connect(number_, &QDoubleSpinBox::valueChanged, this, [this](double now) {
            if (slider_) slider_->display(now);
            emit changed(value());
        });
        if (slider_) {
            connect(slider_, &RateSlider::turned, number_, &QDoubleSpinBox::setValue);
            connect(slider_, &QSlider::sliderReleased, this, &SettingWidget::finished);
        }
        connect(number_, &QAbstractSpinBox::editingFinished, this, &SettingWidget::finished);
        connect(number_->findChild<QLineEdit*>(), &QLineEdit::textChanged, this, &SettingWidget::problemChanged);
    }
    SettingValue value() const override {
        if (spec().kind == SettingKind::Integer) return static_cast<std::int64_t>(std::llround(number_->value()));
        return number_->value();
    }
    void setValue(const SettingValue& value) override {
        const QSignalBlocker quiet(number_);
        if (const auto* whole = std::get_if<std::int64_t>(&value)) number_->display(static_cast<double>(*whole));
        else if (const auto* real = std::get_if<double>(&value)) number_->display(*real);
        if (slider_) slider_->display(number_->value());
    }
    QString problem() const override { return number_->problem(); }
    QWidget* editor() const override { return number_; }

private:
    NumberEdit* number_;
    RateSlider* slider_;  ///< where one helps
};

class BoolSetting : public SettingWidget {
public:
    BoolSetting(const SettingSpec& declared, QWidget* parent) : SettingWidget(declared, parent), box_(new QCheckBox) {
        rowLayout(this)->addWidget(box_);
        adopt(box_);
        setValue(declared.standard);
        connect(box_, &QCheckBox::toggled, this, [this] {
            emit changed(value());
            emit finished();
        });
    }
    SettingValue value() const override { return box_->isChecked(); }
    void setValue(const SettingValue& value) override {
        const QSignalBlocker quiet(box_);
        if (const auto* on = std::get_if<bool>(&value)) box_->setChecked(*on);
    }
    QWidget* editor() const override { return box_; }

private:
    QCheckBox* box_;
};

class ChoiceSetting : public SettingWidget {
public:
    ChoiceSetting(const SettingSpec& declared, QWidget* parent) : SettingWidget(declared, parent), box_(new QComboBox) {
        auto* column = new QVBoxLayout(this);
        column->setContentsMargins(0, 0, 0, 0);
        column->setSpacing(2);
        auto* row = new QHBoxLayout;
        row->addWidget(box_);
        row->addStretch(1);
        column->addLayout(row);
        for (const auto& choice : declared.choices) box_->addItem(settingValueText(declared, choice), text(choice));
        if (!declared.choiceMeanings.empty()) column->addWidget(explained());
        box_->setFocusPolicy(Qt::StrongFocus);
        adopt(box_);
        setValue(declared.standard);
        connect(box_, &QComboBox::currentIndexChanged, this, [this] {
            explain();
            emit changed(value());
            emit finished();
        });
    }
    SettingValue value() const override { return box_->currentData().toString().toStdString(); }
    void setValue(const SettingValue& value) override {
        const QSignalBlocker quiet(box_);
        if (const auto* choice = std::get_if<std::string>(&value)) box_->setCurrentIndex(box_->findData(text(*choice)));
        explain();
    }
    QWidget* editor() const override { return box_; }

private:
    QString meaning(int choice) const {
        if (choice < 0 || choice >= static_cast<int>(spec().choiceMeanings.size())) return {};
        return engineText(spec().choiceMeanings[static_cast<std::size_t>(choice)]);
    }
    /// A line below the box that says what is chosen; the list says it of each choice as a tooltip.
    QLabel* explained() {
        for (int choice = 0; choice < box_->count(); ++choice) box_->setItemData(choice, meaning(choice), Qt::ToolTipRole);
        meaning_ = new QLabel;
        meaning_->setObjectName(QStringLiteral("choice-meaning"));
        meaning_->setWordWrap(true);
        meaning_->setProperty("role", QStringLiteral("secondary"));
        return meaning_;
    }
    void explain() {
        if (!meaning_) return;
        meaning_->setText(meaning(box_->currentIndex()));
        box_->setAccessibleDescription(meaning_->text());
    }

    QComboBox* box_;
    QLabel* meaning_ = nullptr;
};

class TextSetting : public SettingWidget {
public:
    TextSetting(const SettingSpec& declared, QWidget* parent) : SettingWidget(declared, parent), line_(new QLineEdit) {
        auto* layout = rowLayout(this);
        layout->addWidget(line_, 1);
        if (declared.kind == SettingKind::Path) layout->addWidget(browseButton());
        else line_->setPlaceholderText(SettingWidget::tr("automatic"));
        adopt(line_);
        setValue(declared.standard);
        connect(line_, &QLineEdit::textEdited, this, [this] { emit changed(value()); });
        connect(line_, &QLineEdit::editingFinished, this, &SettingWidget::finished);
    }
    SettingValue value() const override { return line_->text().toStdString(); }
    void setValue(const SettingValue& value) override {
        const auto* words = std::get_if<std::string>(&value);
        if (words && text(*words) != line_->text()) line_->setText(text(*words));
    }
    QWidget* editor() const override { return line_; }

private:
    QWidget* browseButton() {
        auto* button = new QToolButton;
        button->setText(SettingWidget::tr("Choose…"));
        button->setToolTip(SettingWidget::tr("Choose a file or a folder"));
        button->setAccessibleName(SettingWidget::tr("Choose a file or a folder for %1").arg(settingTitle(spec())));
        button->setPopupMode(QToolButton::InstantPopup);
        auto* menu = new QMenu(button);
        const auto take = [this](const QString& path) {
            if (path.isEmpty()) return;
            line_->setText(path);
            emit changed(value());
            emit finished();
        };
        menu->addAction(SettingWidget::tr("File…"), this, [=, this] { take(QFileDialog::getOpenFileName(this, settingTitle(spec()), line_->text())); });
        menu->addAction(SettingWidget::tr("Folder…"), this, [=, this] { take(QFileDialog::getExistingDirectory(this, settingTitle(spec()), line_->text())); });
        button->setMenu(menu);
        return button;
    }
    QLineEdit* line_;
};

}  // namespace

SettingWidget::SettingWidget(SettingSpec spec, QWidget* parent) : QWidget(parent), spec_(std::move(spec)) {}

/// An editor that loses the keyboard because it goes would end the typing of what is half gone. Nothing is lost: `changed`
/// told every value when it was typed.
SettingWidget::~SettingWidget() {
    for (QWidget* part : findChildren<QWidget*>()) part->disconnect(this);
}

SettingWidget* SettingWidget::make(const SettingSpec& spec, QWidget* parent) {
    switch (spec.kind) {
        case SettingKind::Bool: return new BoolSetting(spec, parent);
        case SettingKind::Integer:
        case SettingKind::Real: return new NumberSetting(spec, parent);
        case SettingKind::Choice: return new ChoiceSetting(spec, parent);
        case SettingKind::Text:
        case SettingKind::Path: return new TextSetting(spec, parent);
        case SettingKind::Pair: return new PairSetting(spec, parent);
    }
    return new TextSetting(spec, parent);
}

void SettingWidget::adopt(QWidget* editor) {
    adopt(editor, spec_.unit.empty() ? settingTitle(spec_) : settingTitle(spec_) + QStringLiteral(", ") + engineText(spec_.unit));
}

void SettingWidget::adopt(QWidget* editor, const QString& accessibleName) {
    setFocusProxy(editor);
    editor->setObjectName(text("setting-" + spec_.name));
    editor->setToolTip(settingTooltip(spec_));
    editor->setAccessibleName(accessibleName);
    editor->setAccessibleDescription(engineText(spec_.meaning));
    editor->installEventFilter(this);
    if (auto* line = editor->findChild<QLineEdit*>()) line->installEventFilter(this);
}

void SettingWidget::reset() {
    setValue(spec_.standard);
    emit changed(value());
    emit finished();
}

bool SettingWidget::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() == QEvent::ShortcutOverride) {
        // A field would swallow Ctrl+Z for its own text; here undo means the document, wherever the focus is.
        auto* key = static_cast<QKeyEvent*>(event);
        if (key->matches(QKeySequence::Undo) || key->matches(QKeySequence::Redo)) {
            event->ignore();
            return true;
        }
    }
    if (event->type() == QEvent::Wheel && qobject_cast<QComboBox*>(watched) && !editor()->hasFocus()) {
        event->ignore();
        return true;
    }
    if (event->type() == QEvent::ContextMenu) {
        auto* place = static_cast<QContextMenuEvent*>(event);
        auto* line = qobject_cast<QLineEdit*>(watched);
        const std::unique_ptr<QMenu> menu(line ? line->createStandardContextMenu() : new QMenu);
        if (!menu->isEmpty()) menu->addSeparator();
        auto* back = menu->addAction(tr("Back to the standard, %1").arg(settingValueText(spec_, spec_.standard)));
        back->setEnabled(value() != spec_.standard);
        if (menu->exec(place->globalPos()) == back) reset();
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

}  // namespace perceptarium::ui
