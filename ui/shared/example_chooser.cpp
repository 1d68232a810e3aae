#include "ui/shared/example_chooser.h"

#include <QHBoxLayout>
#include <QSignalBlocker>
#include <algorithm>
#include <utility>

#include "base/random.h"
#include "ui/theme/theme.h"
#include "ui/shared/example_focus.h"

namespace perceptarium::ui {
namespace {

constexpr data::Part kParts[] = {data::Part::Dev, data::Part::Train, data::Part::Test};

}  // namespace

ExampleChooser::ExampleChooser(Workbench& workbench, QWidget* parent) : QWidget(parent), workbench_(workbench) {
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(2);
    part_ = new QComboBox(this);
    part_->addItems({tr("dev"), tr("train"), tr("test")});
    part_->setAccessibleName(tr("Part of the data"));
    part_->setToolTip(tr("Dev examples were not trained on: they show what the network makes of something new."));
    const auto button = [&](const char* iconName, const QString& name, const QString& tip) {
        auto* made = new QToolButton(this);
        made->setIcon(icon(QString::fromLatin1(iconName)));
        made->setAccessibleName(name);
        made->setToolTip(tip);
        made->setAutoRepeat(true);
        made->setFocusPolicy(Qt::TabFocus);
        return made;
    };
    QToolButton* previous = button("previous", tr("Previous example"), tr("The example before this one"));
    QToolButton* next = button("next", tr("Next example"), tr("The next example"));
    QToolButton* random = button("random", tr("Random example"), tr("Any example of this part"));
    place_ = new QSpinBox(this);
    place_->setRange(1, 1);
    place_->setAccessibleName(tr("Number of the example"));
    place_->setToolTip(tr("Its place in this part of the data"));
    place_->setKeyboardTracking(false);
    place_->setButtonSymbols(QAbstractSpinBox::NoButtons);
    place_->setAlignment(Qt::AlignHCenter);
    for (QWidget* widget : std::initializer_list<QWidget*>{part_, previous, place_, next, random})
        row->addWidget(widget);
    connect(previous, &QToolButton::clicked, this, [this] { step(-1); });
    connect(next, &QToolButton::clicked, this, [this] { step(1); });
    connect(random, &QToolButton::clicked, this, [this] {
        Random stream(workbench_.document().training.seed, "view/example", {draws_++});
        place_->setValue(1 + static_cast<int>(stream.below(static_cast<std::uint64_t>(place_->maximum()))));
    });
    connect(part_, &QComboBox::currentIndexChanged, this, &ExampleChooser::partChanged);
    connect(place_, &QSpinBox::valueChanged, this, &ExampleChooser::announce);
    connect(&workbench, &Workbench::dataChanged, this, &ExampleChooser::dataChanged);
    connect(&ExampleFocus::of(workbench), &ExampleFocus::picked, this, [this](std::int64_t picked) {
        if (picked == example()) return;
        following_ = true;
        choose(picked);
        following_ = false;
    });
    dataChanged();
    if (const std::int64_t picked = ExampleFocus::of(workbench).example(); picked >= 0) choose(picked);
}

void ExampleChooser::step(int by) {
    const int n = place_->maximum();
    place_->setValue((place_->value() - 1 + by + n) % n + 1);
}

void ExampleChooser::announce() {
    emit chosen(example());
    // What a person chose here, the other views show too; what they were only told, they do not pass on.
    if (!following_ && example() >= 0) ExampleFocus::of(workbench_).pick(example());
}

data::Part ExampleChooser::part() const { return kParts[std::clamp(part_->currentIndex(), 0, 2)]; }

const std::vector<std::int64_t>* ExampleChooser::examples() const {
    if (only_) return &*only_;
    const data::PreparedPtr prepared = workbench_.data();
    return prepared ? &prepared->part(part()) : nullptr;
}

std::int64_t ExampleChooser::example() const {
    const auto* all = examples();
    const auto place = static_cast<std::size_t>(place_->value() - 1);
    return all && place < all->size() ? (*all)[place] : -1;
}

void ExampleChooser::choose(std::int64_t example) {
    if (only_) {
        const auto found = std::find(only_->begin(), only_->end(), example);
        if (found != only_->end()) place_->setValue(1 + static_cast<int>(found - only_->begin()));
        return;
    }
    const data::PreparedPtr prepared = workbench_.data();
    if (!prepared) return;
    for (int index = 0; index < 3; ++index) {
        const auto& all = prepared->part(kParts[index]);
        const auto found = std::find(all.begin(), all.end(), example);
        if (found == all.end()) continue;
        part_->setCurrentIndex(index);
        place_->setValue(1 + static_cast<int>(found - all.begin()));
        return;
    }
}

void ExampleChooser::setOnly(std::optional<std::vector<std::int64_t>> examples) {
    if (only_ == examples) return;
    const std::int64_t before = example();
    only_ = std::move(examples);
    const bool was = std::exchange(following_, true);  // the picture changes only when the example does
    {
        const QSignalBlocker blocked(place_);
        const auto* all = this->examples();
        place_->setRange(1, all && !all->empty() ? static_cast<int>(all->size()) : 1);
        choose(before);
    }
    following_ = was;
    if (example() != before) emit chosen(example());
}

void ExampleChooser::dataChanged() {
    setEnabled(workbench_.data() != nullptr);
    if (const data::PreparedPtr prepared = workbench_.data(); prepared && prepared->part(part()).empty()) {
        const QSignalBlocker blocked(part_);
        for (int index = 2; index >= 0; --index)
            if (!prepared->part(kParts[index]).empty()) part_->setCurrentIndex(index);
    }
    partChanged();
}

void ExampleChooser::partChanged() {
    only_.reset();
    const auto* all = examples();
    {
        const QSignalBlocker blocked(place_);
        const int size = all ? static_cast<int>(std::min<std::size_t>(all->size(), 1u << 30)) : 1;
        place_->setRange(1, std::max(size, 1));
        place_->setToolTip(tr("Its place in this part of the data (1 to %1)").arg(place_->maximum()));
    }
    announce();
}

}  // namespace perceptarium::ui
