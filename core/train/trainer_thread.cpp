#include "train/trainer_thread.h"

#include <sys/resource.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <condition_variable>
#include <deque>
#include <future>
#include <thread>

#include "train/probe_service.h"
#include "train/training_loop.h"

namespace perceptarium::train {

using namespace std::chrono_literals;

namespace {

/// The window and whatever else the user does come first (two cores are common).
void lowerPriority() {
    // What matters is only that it is tried: where it is refused, training just runs at normal priority.
    static_cast<void>(setpriority(PRIO_PROCESS, static_cast<id_t>(syscall(SYS_gettid)), 10));
}

/// Our own bugs end here, at the rim of the thread.
template <class Work>
void guarded(TrainingLoop& loop, const Work& work) {
    try {
        work();
    } catch (const std::exception& error) {
        loop.breakDown(error.what());
    }
}

}  // namespace

std::string_view textOf(Phase phase) {
    switch (phase) {
        case Phase::Preparing: return "preparing";
        case Phase::Ready: return "ready";
        case Phase::Running: return "training";
        case Phase::Paused: return "paused";
        case Phase::Evaluating: return "evaluating";
        case Phase::Finished: return "finished";
        case Phase::Stopped: return "stopped";
        case Phase::Failed: return "failed";
    }
    return "";
}

struct TrainerThread::Impl {
    using Command = std::function<void(TrainingLoop&)>;

    History history;
    Slot<Standing> standing;
    ProbeService probes;

    std::mutex mutex;  ///< guards what follows
    std::condition_variable_any changed;
    std::deque<Command> commands;
    std::deque<std::promise<State>> stateRequests;
    std::stop_source evaluationStop;
    std::uint64_t posted = 0, finished = 0;  ///< commands
    std::atomic<bool> mail{false};           ///< there are commands or requests: looked at before each batch

    std::jthread thread;  ///< last, so that it ends first

    /// `urgent`: does not wait for the end of an evaluation but ends it.
    void post(Command command, bool urgent = false) {
        {
            const std::lock_guard lock(mutex);
            commands.push_back(std::move(command));
            ++posted;
            if (urgent) evaluationStop.request_stop();
            mail = true;
        }
        changed.notify_all();
    }

    void main(const std::stop_token& stop, std::unique_ptr<Trainer> trainer, Options options);
    void readMail(TrainingLoop& loop);
    void answerStateRequests(const TrainingLoop& loop);
    void rest(const std::stop_token& stop);
};

void TrainerThread::Impl::answerStateRequests(const TrainingLoop& loop) {
    std::deque<std::promise<State>> requests;
    {
        const std::lock_guard lock(mutex);
        requests.swap(stateRequests);
    }
    for (std::promise<State>& request : requests) {
        try {
            request.set_value(loop.state());
        } catch (...) {
            request.set_exception(std::current_exception());
        }
    }
}

void TrainerThread::Impl::readMail(TrainingLoop& loop) {
    std::deque<Command> now;
    {
        const std::lock_guard lock(mutex);
        mail = false;
        now.swap(commands);
        evaluationStop = std::stop_source();
    }
    for (const Command& command : now) {
        guarded(loop, [&] { command(loop); });
        {
            const std::lock_guard lock(mutex);
            ++finished;
        }
        changed.notify_all();
    }
    if (!now.empty() && !loop.wantsToTrain()) probes.refreshAll();
    answerStateRequests(loop);
}

/// Waits for mail; with probes about, looks now and then whether one was touched.
void TrainerThread::Impl::rest(const std::stop_token& stop) {
    const bool watched = probes.anyone();
    std::unique_lock lock(mutex);
    const auto called = [&] { return mail.load(); };
    changed.wait_for(lock, stop, watched ? std::chrono::milliseconds(15) : 250ms, called);
}

void TrainerThread::Impl::main(const std::stop_token& stop, std::unique_ptr<Trainer> trainer, Options options) {
    lowerPriority();
    TrainingLoop loop(
        std::move(trainer), std::move(options), history,
        [this](const Standing& now) {
            standing.publish(std::make_shared<const Standing>(now));
            changed.notify_all();
        },
        [this] {
            const std::lock_guard lock(mutex);
            return evaluationStop.get_token();
        });
    const std::stop_callback endEvaluation(stop, [this] {
        const std::lock_guard lock(mutex);
        evaluationStop.request_stop();
    });
    loop.trainer().setDuringEvaluation([&] {
        if (mail) answerStateRequests(loop);
        probes.serve(ProbeContext{loop.trainer()}, true);
    });
    guarded(loop, [&] { loop.prepare(); });
    while (!stop.stop_requested()) {
        guarded(loop, [&] {
            if (mail) readMail(loop);
            if (!loop.wantsToTrain()) {
                if (!probes.serve(ProbeContext{loop.trainer()}, false)) rest(stop);
                return;
            }
            if (!loop.advance()) return;
            if (!loop.wantsToTrain()) probes.refreshAll();
            probes.serve(ProbeContext{loop.trainer()}, loop.wantsToTrain());
        });
    }
    answerStateRequests(loop);
}

TrainerThread::TrainerThread(std::unique_ptr<Trainer> trainer, Options options) : impl_(std::make_shared<Impl>()) {
    CHECK(trainer != nullptr, "a trainer's thread needs a trainer");
    Standing first;
    first.epochs = trainer->settings().epochs;
    first.batchesPerEpoch = trainer->batchesPerEpoch();
    first.knobs = trainer->knobs();
    first.learningRate = trainer->learningRate();
    first.patience = trainer->settings().patience;
    first.frozen = trainer->frozen();
    impl_->standing.publish(std::make_shared<const Standing>(first));
    impl_->thread = std::jthread(
        [impl = impl_.get(), trainer = std::move(trainer), options = std::move(options)](std::stop_token stop) mutable {
            impl->main(stop, std::move(trainer), std::move(options));
        });
}

TrainerThread::~TrainerThread() {
    impl_->thread.request_stop();
    impl_->thread.join();
}

void TrainerThread::play() {
    impl_->post([](TrainingLoop& loop) { loop.play(); });
}
void TrainerThread::pause() {
    impl_->post([](TrainingLoop& loop) { loop.pause(); });
}
void TrainerThread::stepBatch() {
    impl_->post([](TrainingLoop& loop) { loop.stepBatch(); });
}
void TrainerThread::stepEpoch() {
    impl_->post([](TrainingLoop& loop) { loop.stepEpoch(); });
}
void TrainerThread::stop() {
    impl_->post([](TrainingLoop& loop) { loop.stop(); }, true);
}
void TrainerThread::reset(std::uint64_t seed) {
    impl_->post([seed](TrainingLoop& loop) { loop.reset(seed); }, true);
}
void TrainerThread::setKnob(double StepKnobs::*knob, double value) {
    impl_->post([knob, value](TrainingLoop& loop) { loop.setKnob(knob, value); });
}
void TrainerThread::setFrozen(std::set<std::string> nodes) {
    impl_->post([nodes = std::move(nodes)](TrainingLoop& loop) { loop.setFrozen(nodes); });
}
void TrainerThread::setEpochs(std::int64_t epochs) {
    impl_->post([epochs](TrainingLoop& loop) { loop.setEpochs(epochs); });
}
void TrainerThread::setPatience(std::int64_t patience) {
    impl_->post([patience](TrainingLoop& loop) { loop.setPatience(patience); });
}

std::shared_ptr<void> TrainerThread::subscribe(ProbePtr probe) {
    auto handle = impl_->probes.subscribe(std::move(probe));
    {
        const std::lock_guard lock(impl_->mutex);
        impl_->mail = true;  // so that it is not waited out
    }
    impl_->changed.notify_all();
    return handle;
}

Standing TrainerThread::status() const { return *impl_->standing.latest(); }
const History& TrainerThread::history() const { return impl_->history; }

Standing TrainerThread::wait(std::function<void(const Standing&)> every, std::chrono::milliseconds period) {
    const auto settled = [&] {
        const Phase phase = impl_->standing.latest()->phase;
        return impl_->finished == impl_->posted && phase != Phase::Preparing && phase != Phase::Running &&
               phase != Phase::Evaluating;
    };
    std::unique_lock lock(impl_->mutex);
    auto next = std::chrono::steady_clock::now() + period;
    while (!settled()) {
        // Short, because a standing may be published between looking and waiting.
        impl_->changed.wait_for(lock, std::min<std::chrono::milliseconds>(period, 20ms));
        if (!every || std::chrono::steady_clock::now() < next) continue;
        lock.unlock();
        every(status());
        lock.lock();
        next = std::chrono::steady_clock::now() + period;
    }
    return status();
}

State TrainerThread::state() const {
    std::future<State> answer;
    {
        const std::lock_guard lock(impl_->mutex);
        answer = impl_->stateRequests.emplace_back().get_future();
        impl_->mail = true;
    }
    impl_->changed.notify_all();
    return answer.get();
}

}  // namespace perceptarium::train
