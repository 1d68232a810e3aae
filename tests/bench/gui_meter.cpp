#include "gui_meter.h"

#include <fmt/format.h>

#include <QEvent>
#include <QMetaEnum>
#include <QWidget>
#include <algorithm>
#include <chrono>
#include <cstring>
#include <random>
#include <tuple>

#include "app/dock.h"
#include "process_meter.h"

namespace perceptarium::bench {
namespace {

constexpr char kOurs[] = "perceptarium::";
const auto kPulse = static_cast<QEvent::Type>(QEvent::registerEventType());

class PulseEvent : public QEvent {
public:
    PulseEvent() : QEvent(kPulse), posted(wallSeconds()) {}
    const double posted;
};

}  // namespace

double percentile(std::vector<double> values, double share) {
    if (values.empty()) return 0;
    std::sort(values.begin(), values.end());
    return values[std::min(values.size() - 1, static_cast<std::size_t>(share * static_cast<double>(values.size())))];
}

GuiMeter::Kind GuiMeter::kindOf(const QObject& receiver, QEvent::Type type) {
    Kind kind{type, receiver.metaObject(), {}};
    for (const QObject* each = &receiver; each; each = each->parent()) {
        if (const auto* dock = qobject_cast<const app::Dock*>(each)) {
            kind.place = dock->id();
            break;
        }
        if (kind.place.isEmpty() && std::strncmp(each->metaObject()->className(), kOurs, sizeof kOurs - 1) == 0)
            kind.place = QLatin1String(each->metaObject()->className() + sizeof kOurs - 1);
    }
    return kind;
}

bool GuiMeter::Kind::operator<(const Kind& other) const {
    return std::tie(type, receiver, place) < std::tie(other.type, other.receiver, other.place);
}

QString GuiMeter::Kind::text() const {
    const char* name = QMetaEnum::fromType<QEvent::Type>().valueToKey(type);
    return QStringLiteral("%1 of %2 in %3")
        .arg(QLatin1String(name ? name : "event"), QLatin1String(receiver->className()), place);
}

GuiMeter::GuiMeter(int& argc, char** argv)
    : QApplication(argc, argv),
      target_(std::make_unique<QObject>()),
      pulse_([this](std::stop_token stop) { pulse(stop); }) {}

GuiMeter::~GuiMeter() = default;

/// As a hand would: now and then, at no regular time.
void GuiMeter::pulse(const std::stop_token& stop) {
    std::mt19937 random(1);
    std::uniform_int_distribution<int> gap(20, 60);
    while (!stop.stop_requested()) {
        std::this_thread::sleep_for(std::chrono::milliseconds(gap(random)));
        if (pulsing_) postEvent(target_.get(), new PulseEvent, Qt::HighEventPriority);
    }
}

void GuiMeter::measure(bool on) {
    if (on == on_) return;
    on_ = on;
    pulsing_ = on;
    if (on) {
        startedAt_ = wallSeconds();
        cpuAt_ = threadSeconds();
    } else {
        seconds += wallSeconds() - startedAt_;
        cpuSeconds += threadSeconds() - cpuAt_;
    }
}

bool GuiMeter::notify(QObject* receiver, QEvent* event) {
    const QEvent::Type type = event->type();
    if (type == kPulse) {
        if (on_) lateness.push_back(1e3 * (wallSeconds() - static_cast<PulseEvent*>(event)->posted));
        return true;
    }
    if (!on_) return QApplication::notify(receiver, event);
    const Kind kind = kindOf(*receiver, type);  // before it may be deleted
    within_.push_back(0);
    const double wall = wallSeconds(), cpu = threadSeconds();
    const bool handled = QApplication::notify(receiver, event);
    const double cost = threadSeconds() - cpu;
    Sum& sum = kinds_[kind];
    sum.cpu += cost - within_.back();
    sum.longest = std::max(sum.longest, cost);
    ++sum.count;
    within_.pop_back();
    if (!within_.empty()) {
        within_.back() += cost;
        return handled;
    }
    busy_ += 1e3 * (wallSeconds() - wall);
    if (type == QEvent::UpdateRequest) {
        frames.push_back(busy_);
        busy_ = 0;
    }
    return handled;
}

void GuiMeter::print(int most) const {
    std::vector<std::pair<Kind, Sum>> sorted(kinds_.begin(), kinds_.end());
    std::sort(sorted.begin(), sorted.end(), [](const auto& a, const auto& b) { return a.second.cpu > b.second.cpu; });
    if (static_cast<int>(sorted.size()) > most) sorted.resize(static_cast<std::size_t>(most));
    double all = 0;
    for (const auto& [kind, sum] : kinds_) all += sum.cpu;
    fmt::print("events take {:.2f} % of a core; the rest of the GUI thread's {:.2f} % is the event loop's\n",
               100 * all / seconds, 100 * cpuSeconds / seconds);
    fmt::print("{:>7} {:>8} {:>9} {:>9}  event\n", "% core", "a second", "mean ms", "longest");
    for (const auto& [kind, sum] : sorted)
        fmt::print("{:7.2f} {:8.1f} {:9.2f} {:9.2f}  {}\n", 100 * sum.cpu / seconds,
                   static_cast<double>(sum.count) / seconds, 1e3 * sum.cpu / static_cast<double>(sum.count),
                   1e3 * sum.longest, kind.text().toStdString());
}

double GuiMeter::paintsPerSecond(const QString& dock) const {
    std::int64_t most = 0;
    for (const auto& [kind, sum] : kinds_)
        if (kind.type == QEvent::Paint && kind.place == dock) most = std::max(most, sum.count);
    return seconds > 0 ? static_cast<double>(most) / seconds : 0;
}

}  // namespace perceptarium::bench
