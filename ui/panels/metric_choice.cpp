#include "ui/panels/metric_choice.h"

#include <QHBoxLayout>
#include <QMenu>
#include <QPushButton>
#include <algorithm>

#include "train/metric.h"
#include "ui/panels/wording.h"
#include "ui/shared/engine_words.h"

namespace perceptarium::ui {
namespace {

constexpr const char* kAuto = "auto";

/// The ids of a list that is none of "auto".
std::vector<std::string> idsOf(const std::string& text) {
    std::vector<std::string> ids;
    for (const QString& part : qt(text).split(QLatin1Char(','), Qt::SkipEmptyParts))
        if (const std::string id = part.trimmed().toStdString(); id != kAuto) ids.push_back(id);
    return ids;
}

}  // namespace

MetricChoice::MetricChoice(const SettingSpec& spec, QWidget* parent)
    : SettingWidget(spec, parent), button_(new QPushButton) {
    button_->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    button_->setFocusPolicy(Qt::StrongFocus);
    button_->setMenu(new QMenu(button_));
    button_->menu()->setToolTipsVisible(true);
    connect(button_->menu(), &QMenu::aboutToShow, this, &MetricChoice::fillMenu);
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(button_);
    adopt(button_);
    showText();
}

QWidget* MetricChoice::editor() const { return button_; }

void MetricChoice::setValue(const SettingValue& value) {
    const auto* text = std::get_if<std::string>(&value);
    if (!text || *text == text_) return;
    text_ = *text;
    showText();
}

void MetricChoice::setTarget(const std::optional<network::TargetInfo>& target) { target_ = target; }

void MetricChoice::showText() {
    const auto ids = idsOf(text_);
    QStringList titles;
    for (const std::string& id : ids)
        if (const train::MetricSpec* metric = train::findMetric(id)) titles << engineText(metric->title);
    // One by its name; of more, their number: a narrow panel must not be widened by a long list.
    button_->setText(text_ == kAuto || titles.isEmpty() ? tr("Automatic")
                     : titles.size() == 1               ? titles.front()
                                                        : tr("%1 metrics").arg(titles.size()));
    button_->setAccessibleDescription(titles.isEmpty() ? engineText(spec().meaning) : titles.join(QStringLiteral(", ")));
}

void MetricChoice::fillMenu() {
    QMenu* menu = button_->menu();
    menu->clear();
    QAction* automatic = menu->addAction(tr("Automatic: all that apply"));
    automatic->setCheckable(true);
    automatic->setChecked(text_ == kAuto);
    connect(automatic, &QAction::triggered, this, [this] { take(text_ == kAuto ? std::string() : kAuto); });
    menu->addSeparator();
    const auto chosen = idsOf(text_);
    for (const bool applying : {true, false})
        for (const train::MetricSpec* metric : train::allMetrics()) {
            if ((!target_ || metric->applies(*target_)) != applying) continue;
            QAction* action = menu->addAction(engineText(metric->title));
            action->setCheckable(true);
            action->setEnabled(applying);
            action->setToolTip(applying ? engineText(metric->meaning) + u'\n' + qt(metric->formula)
                                        : tr("Does not apply to these data."));
            action->setChecked(std::find(chosen.begin(), chosen.end(), metric->id) != chosen.end());
            connect(action, &QAction::triggered, this, [this, id = metric->id](bool on) { toggle(id, on); });
        }
}

/// In the metrics' own order, whatever was ticked first.
void MetricChoice::toggle(const std::string& id, bool on) {
    auto chosen = idsOf(text_);
    std::erase(chosen, id);
    if (on) chosen.push_back(id);
    std::string text;
    for (const train::MetricSpec* metric : train::allMetrics())
        if (std::find(chosen.begin(), chosen.end(), metric->id) != chosen.end())
            text += (text.empty() ? "" : ", ") + metric->id;
    take(text.empty() ? kAuto : text);
}

void MetricChoice::take(std::string text) {
    if (text.empty()) text = kAuto;
    if (text == text_) return;
    text_ = std::move(text);
    showText();
    emit changed(value());
    emit finished();
}

}  // namespace perceptarium::ui
