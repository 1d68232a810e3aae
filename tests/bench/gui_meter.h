// GuiMeter: an application that measures itself: how long the GUI thread is busy for each picture that it puts on the
// screen, how late it answers, and who spends the time.
#pragma once

#include <QApplication>
#include <QEvent>
#include <QString>
#include <atomic>
#include <map>
#include <memory>
#include <thread>
#include <vector>

namespace perceptarium::bench {

/// The value below which this share of them lies; 0 when there are none.
double percentile(std::vector<double> values, double share);

class GuiMeter : public QApplication {
public:
    GuiMeter(int& argc, char** argv);
    ~GuiMeter() override;
    bool notify(QObject* receiver, QEvent* event) override;

    /// Counts from now on, or no longer. Numbers add up over several times.
    void measure(bool on);

    std::vector<double> frames;  ///< ms of work between two pictures, as the clock on the wall goes
    std::vector<double>
        lateness;           ///< ms from an event being posted by another thread (as input is) to its being handled
    double seconds = 0;     ///< measured so far
    double cpuSeconds = 0;  ///< of the GUI thread's in that time
    /// Kinds of work, the costliest first: CPU time by event and receiver, without that of the events within.
    void print(int most) const;
    /// How often a second a widget in this dock was painted, the most painted one counting.
    double paintsPerSecond(const QString& dock) const;

private:
    struct Kind {
        QEvent::Type type;
        const QMetaObject* receiver;
        QString place;  ///< the dock that it is in, or else the nearest class of our own
        bool operator<(const Kind& other) const;
        QString text() const;
    };
    struct Sum {
        double cpu = 0, longest = 0;  ///< s
        std::int64_t count = 0;
    };
    static Kind kindOf(const QObject& receiver, QEvent::Type type);
    void pulse(const std::stop_token& stop);
    std::map<Kind, Sum> kinds_;
    std::vector<double> within_;  ///< CPU seconds of the events inside each one that is being handled
    double busy_ = 0;             ///< ms since the last picture
    double startedAt_ = 0, cpuAt_ = 0;
    bool on_ = false;
    std::atomic<bool> pulsing_{false};
    std::unique_ptr<QObject> target_;
    std::jthread pulse_;
};

}  // namespace perceptarium::bench
