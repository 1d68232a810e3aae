// LivePictures: which live picture is made anew, and when. While training goes on all of them together take at most a
// small share of the time: each is timed, and the costly ones come more rarely; they take turns, so that no two make
// one long frame. Otherwise each is made as soon as there is something new.
#pragma once

#include <functional>
#include <list>
#include <memory>

namespace perceptarium::ui {

class LivePictures {
public:
    struct Picture {
        /// Makes it anew if there is anything new, and says whether there was.
        std::function<bool()> refresh;
        /// Can anyone see it?
        std::function<bool()> seen;
        /// However much it costs it comes about this often, in seconds: rarer would not look alive.
        std::function<double()> atLeastEvery;
    };
    struct Clocks {
        std::function<double()> now;    ///< s
        std::function<double()> spent;  ///< CPU seconds of the thread that makes the pictures
    };

    /// Of the time, while training goes on. Not of all cores' time: training waits at the end of each operation for the
    /// thread whose core the window has borrowed, however many others there are.
    static constexpr double kShare = 0.007;

    LivePictures();
    explicit LivePictures(Clocks clocks);

    /// It takes part while the handle lives.
    [[nodiscard]] std::shared_ptr<void> add(Picture picture);
    /// At regular, short intervals. What the thread spends from one picture's refresh to the next tick is that
    /// picture's cost: painting comes later than the refresh that asks for it.
    void tick(bool training);
    /// The cost ends here: what follows until tick() is other work.
    void settle();

private:
    struct Entry {
        Picture picture;
        double cost = 0;  ///< s of one picture, smoothed; 0: not known yet
        double made = -1e9, due = -1e9;
    };
    double interval(const Entry& entry, std::size_t seen) const;

    const Clocks clocks_;
    std::list<std::weak_ptr<Entry>> entries_;
    std::weak_ptr<Entry> last_;  ///< was made at the tick before
    double spentBefore_ = 0;
    std::size_t seen_ = 1;
};

}  // namespace perceptarium::ui
