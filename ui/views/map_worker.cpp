#include "ui/views/map_worker.h"

#include <pthread.h>

#include <algorithm>
#include <chrono>

#include "study/pca.h"

namespace perceptarium::ui {
namespace {

constexpr std::int64_t kMoreIterations = 120;  ///< when the same points come with new weights
constexpr std::int64_t kDimensions = 50;       ///< t-SNE works on that many principal components, as is usual
constexpr auto kSlice = std::chrono::milliseconds(60);

/// Axes may turn around from one PCA to the next without any meaning: turn them back.
void alignTo(const Tensor& before, Tensor& places) {
    if (!before.defined() || !(before.shape() == places.shape())) return;
    for (int axis = 0; axis < 2; ++axis) {
        double together = 0;
        for (std::int64_t i = axis; i < places.elements(); i += 2) together += before.at(i) * places.at(i);
        if (together >= 0) continue;
        for (std::int64_t i = axis; i < places.elements(); i += 2) places.data<float>()[i] *= -1;
    }
}

/// The first two columns of scores [N, k]; a missing second one is zero.
Tensor firstTwo(const Tensor& scores) {
    const std::int64_t n = scores.shape()[0], k = scores.shape()[1];
    Tensor places = Tensor::zeros({n, 2});
    for (std::int64_t i = 0; i < n; ++i)
        for (std::int64_t axis = 0; axis < std::min<std::int64_t>(k, 2); ++axis)
            places.data<float>()[2 * i + axis] = static_cast<float>(scores.at(i * k + axis));
    return places;
}

}  // namespace

MapWorker::MapWorker() : thread_([this](std::stop_token stop) { loop(stop); }) {}

MapWorker::~MapWorker() {
    thread_.request_stop();
    wake_.notify_all();
}

void MapWorker::work(const Job& job) {
    {
        const std::lock_guard lock(mutex_);
        job_ = job;
        resting_ = false;
    }
    wake_.notify_all();
}

void MapWorker::rest() {
    const std::lock_guard lock(mutex_);
    resting_ = true;
}

void MapWorker::loop(std::stop_token stop) {
    // Only what nobody else wants: a map that comes a little later is better than slower training.
    const sched_param idle{};
    pthread_setschedparam(pthread_self(), SCHED_IDLE, &idle);
    while (!stop.stop_requested()) {
        Job wanted;
        {
            std::unique_lock lock(mutex_);
            const bool unfinished = tsne_ && tsne_->iterations() < until_ && !enough_;
            const auto toDo = [&] { return !resting_ && job_.outputs && (unfinished || !(job_ == doing_)); };
            if (!wake_.wait(lock, stop, toDo)) return;
            wanted = job_;
        }
        if (!(wanted == doing_))
            begin(wanted);
        else
            refine();
    }
}

void MapWorker::begin(const Job& job) {
    const bool samePoints =
        doing_.outputs && doing_.outputs->asked == job.outputs->asked && doing_.outputs->ids == job.outputs->ids;
    const bool follow = samePoints && tsne_ && job.tsne && doing_.perplexity == job.perplexity;
    const Tensor before = samePoints && !state_.tsne ? state_.places : Tensor();
    doing_ = job;
    enough_ = false;
    state_.outputs = job.outputs;
    state_.tsne = job.tsne;
    if (!job.outputs->rows.defined() || job.outputs->rows.elements() == 0) {
        tsne_.reset();
        state_.places = Tensor();
        state_.done = true;
        return publish();
    }
    const study::Pca pca = study::pca(job.outputs->rows, job.tsne ? kDimensions : 2);
    for (std::size_t axis = 0; axis < 2; ++axis) state_.shares[axis] = axis < pca.shares.size() ? pca.shares[axis] : 0;
    if (follow) {
        tsne_->follow(pca.scores);
        until_ = std::max(until_, tsne_->iterations() + kMoreIterations);
        return;
    }
    Tensor plane = firstTwo(pca.scores);
    if (job.tsne) {
        study::TsneSettings settings;
        settings.perplexity = job.perplexity;
        tsne_.emplace(pca.scores, settings, plane);
        until_ = kIterations;
        return;
    }
    tsne_.reset();
    alignTo(before, plane);
    state_.places = plane;
    state_.done = true;
    publish();
}

void MapWorker::refine() {
    const auto begun = std::chrono::steady_clock::now();
    do tsne_->run(5);
    while (!enough_ && tsne_->iterations() < until_ && std::chrono::steady_clock::now() - begun < kSlice);
    state_.places = tsne_->embedding();
    state_.iteration = tsne_->iterations();
    state_.done = tsne_->iterations() >= until_;
    state_.divergence = tsne_->divergence();
    publish();
}

}  // namespace perceptarium::ui
