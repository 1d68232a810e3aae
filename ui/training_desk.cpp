#include "ui/training_desk.h"

#include <algorithm>

#include "exchange/project_file.h"
#include "network/expand.h"

namespace perceptarium::ui {
namespace {

constexpr std::size_t kMostParked = 8;

/// What decides whether another trainer is needed.
project::Document essence(project::Document document) {
    document.graph = network::expand(document.graph).flat;
    for (const auto& [id, node] : std::map(document.graph.nodes())) {
        network::Node still = node;
        still.position = {};
        still.frozen = still.collapsed = false;
        document.graph.replace(still);
    }
    document.graph.assignFrames({});
    document.name.clear();
    document.description.clear();
    const train::TrainSettings standard;  // these may change while it runs
    for (const train::TrainSetting& one : train::trainSettings())
        if (one.live) one.member.set(document.training, one.member.get(standard));
    return document;
}

}  // namespace

struct TrainingDesk::Key {
    project::Document essence;
    data::PreparedPtr data;
    bool operator==(const Key&) const = default;
};

struct TrainingDesk::Parked {
    Key key;
    project::Trained trained;
};

struct TrainingDesk::Subscription {
    train::ProbePtr probe;
    std::shared_ptr<void> current;  // at the trainer that there is now
};

TrainingDesk::TrainingDesk(std::string recordPath) : recordPath_(std::move(recordPath)) {}

TrainingDesk::~TrainingDesk() {
    clear();
    finishRetiring();
}

bool TrainingDesk::fits(const project::Document& document, const data::PreparedPtr& data) const {
    return trainer_ && key_ && resumeRun_ == 0 && !start_ && *key_ == Key{essence(document), data};
}

std::int64_t TrainingDesk::steps() const { return trainer_ ? trainer_->status().step : 0; }

std::function<std::optional<project::Trained>()> TrainingDesk::snapshot() const {
    if (!trainer_) return [start = start_] { return start; };
    if (steps() == 0 && !startedFrom_) return [] { return std::optional<project::Trained>(); };
    return [trainer = trainer_, data = key_->data] {
        project::Trained trained;
        trained.state = trainer->state();
        trained.batches = trainer->history().batches(0);
        trained.epochs = trainer->history().epochs(0);
        trained.marks = trainer->history().marks(0);
        project::cutToState(trained);  // the trainer goes on
        project::takeData(trained, *data);
        return std::optional(std::move(trained));
    };
}

void TrainingDesk::park() {
    if (!trainer_ || steps() == 0) return;
    if (auto now = trained()) {
        std::erase_if(parked_, [&](const Parked& parked) { return parked.key == *key_; });
        parked_.push_back({*key_, std::move(*now)});
        if (parked_.size() > kMostParked) parked_.pop_front();
    }
}

void TrainingDesk::retire(std::shared_ptr<train::TrainerThread> trainer) {
    if (!trainer) return;
    trainer->stop();
    retiring_.remove_if([](const Retiring& each) { return each.ended->load(); });
    auto ended = std::make_shared<std::atomic<bool>>(false);
    std::jthread thread([trainer = std::move(trainer), ended]() mutable {
        trainer.reset();
        *ended = true;
    });
    retiring_.push_back({std::move(thread), std::move(ended)});
}

void TrainingDesk::release() {
    park();
    for (const auto& weak : subscriptions_)
        if (const auto subscription = weak.lock()) subscription->current.reset();
    retire(std::exchange(trainer_, nullptr));
    key_.reset();
}

void TrainingDesk::clear() {
    release();
    parked_.clear();
    start_.reset();
    resumeRun_ = 0;
}

void TrainingDesk::startFrom(project::Trained trained) { start_ = std::move(trained); }

Status TrainingDesk::build(const project::Document& document, data::PreparedPtr data) {
    release();
    auto key = std::make_unique<Key>(Key{essence(document), data});
    auto trainer = PC_TRY(train::Trainer::create(document.graph, data, document.training));
    train::TrainerThread::Options options;
    options.projectName = document.name;
    options.projectJson = exchange::documentText(document);
    options.recordPath = recordPath_;
    options.resumeRun = std::exchange(resumeRun_, 0);
    if (!start_) {
        const auto before = std::find_if(parked_.rbegin(), parked_.rend(), [&](const Parked& parked) { return parked.key == *key; });
        if (before != parked_.rend()) start_ = before->trained;
    }
    startedFrom_ = start_.has_value();
    if (start_) {
        options.start = std::move(start_->state);
        options.pastBatches = std::move(start_->batches);
        options.pastEpochs = std::move(start_->epochs);
        options.pastMarks = std::move(start_->marks);
        start_.reset();
    }
    trainer_ = std::make_shared<train::TrainerThread>(std::move(trainer), std::move(options));
    key_ = std::move(key);
    resubscribe();
    return {};
}

std::shared_ptr<void> TrainingDesk::subscribe(train::ProbePtr probe) {
    auto subscription = std::make_shared<Subscription>();
    subscription->probe = std::move(probe);
    if (trainer_) subscription->current = trainer_->subscribe(subscription->probe);
    subscriptions_.push_back(subscription);
    return subscription;
}

void TrainingDesk::resubscribe() {
    std::erase_if(subscriptions_, [](const auto& weak) { return weak.expired(); });
    for (const auto& weak : subscriptions_)
        if (const auto subscription = weak.lock()) subscription->current = trainer_->subscribe(subscription->probe);
}

}  // namespace perceptarium::ui
