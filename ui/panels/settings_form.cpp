// The form over SettingWidgets: rows, and what is wrong with them.
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QMouseEvent>
#include <QToolButton>
#include <QVBoxLayout>
#include <cmath>

#include "ui/panels/number_edit.h"
#include "ui/panels/setting_widgets.h"
#include "ui/theme/theme.h"

namespace perceptarium::ui {
namespace {
bool same(const std::vector<SettingSpec>& a, const std::vector<SettingSpec>& b) {
    return std::equal(a.begin(), a.end(), b.begin(), b.end(), [](const SettingSpec& x, const SettingSpec& y) {
        return x.name == y.name && x.title == y.title && x.kind == y.kind && x.standard == y.standard &&
               x.meaning == y.meaning && x.unit == y.unit && x.minimum == y.minimum && x.maximum == y.maximum &&
               x.choices == y.choices && x.choiceMeanings == y.choiceMeanings && x.onlyFor == y.onlyFor;
    });
}

/// The title of a number: dragging it to the side turns the number up and down.
class TurningTitle : public QLabel {
public:
    TurningTitle(const QString& text, SettingWidget& widget, NumberEdit& number) : QLabel(text), widget_(widget), number_(number) {
        setCursor(Qt::SizeHorCursor);
    }

protected:
    void mousePressEvent(QMouseEvent* event) override {
        from_ = event->position().x();
        if (event->button() == Qt::LeftButton) number_.setFocus(Qt::MouseFocusReason);
    }
    void mouseMoveEvent(QMouseEvent* event) override {
        constexpr double kPixels = 6;  // a step
        const int steps = static_cast<int>((event->position().x() - from_) / kPixels);
        if (!(event->buttons() & Qt::LeftButton) || steps == 0) return;
        from_ += steps * kPixels;
        for (int i = 0; i < std::abs(steps); ++i) number_.stepBy(steps > 0 ? 1 : -1);
    }
    void mouseReleaseEvent(QMouseEvent*) override { emit widget_.finished(); }

private:
    SettingWidget& widget_;
    NumberEdit& number_;
    double from_ = 0;
};

QLabel* titleOf(const SettingSpec& spec, SettingWidget& widget) {
    auto* number = qobject_cast<NumberEdit*>(widget.editor());
    return number ? new TurningTitle(settingTitle(spec), widget, *number) : new QLabel(settingTitle(spec));
}

}  // namespace

/// As a SettingWidget: what is typed last when a form goes is not told to half a form.
SettingsForm::~SettingsForm() {
    for (SettingWidget* widget : findChildren<SettingWidget*>()) widget->disconnect(this);
}

SettingsForm::SettingsForm(QWidget* parent) : QWidget(parent), layout_(new QFormLayout(this)) {
    layout_->setContentsMargins(0, 0, 0, 0);
    layout_->setHorizontalSpacing(kMargin);
    layout_->setVerticalSpacing(6);
    layout_->setLabelAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    layout_->setFieldGrowthPolicy(QFormLayout::ExpandingFieldsGrow);
    layout_->setRowWrapPolicy(QFormLayout::WrapLongRows);  // a narrow dock cuts nothing off
}

void SettingsForm::setSpecs(const std::vector<SettingSpec>& specs) {
    if (!specs_.empty() && same(specs, specs_)) return;
    specs_ = specs;
    rows_.clear();
    while (layout_->rowCount() > 0) {
        // Later, not now: the change may come from one of these widgets.
        const auto taken = layout_->takeRow(0);
        for (QLayoutItem* item : {taken.labelItem, taken.fieldItem}) {
            item->widget()->hide();
            item->widget()->deleteLater();
            delete item;
        }
    }
    for (const auto& spec : specs) {
        Row row;
        row.widget = SettingWidget::make(spec);
        row.problem = new QLabel;
        row.problem->setWordWrap(true);
        row.problem->hide();
        row.title = titleOf(spec, *row.widget);
        row.title->setBuddy(row.widget->editor());
        row.title->setToolTip(settingTooltip(spec));
        row.field = new QWidget;
        auto* box = new QVBoxLayout(row.field);
        box->setContentsMargins(0, 0, 0, 0);
        box->setSpacing(2);
        row.reset = new QToolButton;
        row.reset->setIcon(icon(QStringLiteral("reset")));
        row.reset->setAutoRaise(true);
        row.reset->setFocusPolicy(Qt::NoFocus);  // the field's menu has it for the keyboard
        row.reset->setObjectName(QStringLiteral("reset-") + QString::fromStdString(spec.name));
        const QString back = tr("Back to the standard, %1").arg(settingValueText(spec, spec.standard));
        row.reset->setToolTip(back);
        row.reset->setAccessibleName(tr("%1 of %2").arg(back, settingTitle(spec)));
        QSizePolicy keeps = row.reset->sizePolicy();
        keeps.setRetainSizeWhenHidden(true);  // the field does not jump
        row.reset->setSizePolicy(keeps);
        row.reset->hide();
        connect(row.reset, &QToolButton::clicked, row.widget, &SettingWidget::reset);
        auto* line = new QHBoxLayout;
        line->setSpacing(2);
        line->addWidget(row.widget, 1);
        line->addWidget(row.reset, 0, Qt::AlignTop);
        box->addLayout(line);
        box->addWidget(row.problem);
        layout_->addRow(row.title, row.field);
        const std::string name = spec.name;
        connect(row.widget, &SettingWidget::changed, this,
                [this, name](const SettingValue& value) {
                    hideWhatDoesNotMatter();
                    showReset(rows_.at(name));
                    emit changed(QString::fromStdString(name), value);
                });
        connect(row.widget, &SettingWidget::finished, this, &SettingsForm::finished);
        connect(row.widget, &SettingWidget::problemChanged, this, [this, name] { showProblem(rows_.at(name)); });
        rows_.emplace(name, row);
    }
    hideWhatDoesNotMatter();
}

void SettingsForm::hideWhatDoesNotMatter() {
    Settings now;
    for (const auto& [name, row] : rows_) now[name] = row.widget->value();
    for (const auto& spec : specs_)
        if (!spec.onlyFor.setting.empty()) setRowVisible(spec.name, matters(spec, specs_, now));
}

void SettingsForm::setValues(const Settings& values) {
    for (auto& [name, row] : rows_) {
        const auto found = values.find(name);
        row.widget->setValue(found != values.end() ? found->second : row.widget->spec().standard);
        showReset(row);
    }
    hideWhatDoesNotMatter();
}

void SettingsForm::setProblems(const std::map<std::string, QString>& problems) {
    for (auto& [name, row] : rows_) {
        const auto found = problems.find(name);
        row.given = found != problems.end() ? found->second : QString();
        showProblem(row);
    }
}

void SettingsForm::setNotes(const std::map<std::string, QString>& notes) {
    for (auto& [name, row] : rows_) {
        const auto found = notes.find(name);
        row.note = found != notes.end() ? found->second : QString();
        showProblem(row);
    }
}

void SettingsForm::setGivers(const std::map<std::string, QString>& givers) {
    for (auto& [name, row] : rows_) {
        const auto found = givers.find(name);
        row.giver = found != givers.end() ? found->second : QString();
        row.widget->setEnabled(row.giver.isEmpty());
        row.title->setEnabled(row.giver.isEmpty());
        showProblem(row);
    }
}

void SettingsForm::showReset(Row& row) { row.reset->setVisible(row.widget->value() != row.widget->spec().standard); }

void SettingsForm::showProblem(Row& row) {
    // What cannot be read comes before what does not fit.
    const QString words = row.widget->problem().isEmpty() ? row.given : row.widget->problem();
    row.problem->setText(!words.isEmpty() ? words : !row.giver.isEmpty() ? row.giver : row.note);
    row.problem->setVisible(!row.problem->text().isEmpty());
    QPalette ink = row.problem->palette();
    ink.setColor(QPalette::WindowText, colour(words.isEmpty() ? Role::Secondary : Role::Error));
    row.problem->setPalette(ink);
    const QString meaning = QString::fromStdString(row.widget->spec().meaning);
    row.widget->describe(words.isEmpty() ? meaning : words + u' ' + meaning);
}

SettingWidget* SettingsForm::widget(const std::string& name) const {
    const auto found = rows_.find(name);
    return found != rows_.end() ? found->second.widget : nullptr;
}

void SettingsForm::setRowVisible(const std::string& name, bool visible) {
    const auto found = rows_.find(name);
    if (found == rows_.end()) return;
    found->second.title->setVisible(visible);
    found->second.field->setVisible(visible);
}

}  // namespace perceptarium::ui
