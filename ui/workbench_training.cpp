// The workbench's training: a trainer that fits the document, and what play, pause and the others tell it.
#include "ui/shared/engine_messages.h"
#include "ui/workbench_impl.h"

namespace perceptarium::ui {

std::shared_ptr<train::TrainerThread> Workbench::trainer() const { return impl_->desk.trainer(); }

train::Standing Workbench::standing() const {
    return impl_->desk.trainer() ? impl_->desk.trainer()->status() : train::Standing{};
}

QString Workbench::whyNotReady() const {
    if (isLoading()) return tr("The data are still being loaded.");
    if (!data_) return dataFailure_.isEmpty() ? tr("There are no data yet.") : dataFailure_;
    if (!whole_.valid())
        for (const auto& finding : whole_.findings)
            if (finding.severity == network::Severity::Error) return findingText(finding);
    return impl_->trainerFailure;
}

void Workbench::fitTrainer() {
    impl_->settle.stop();
    if (isLoading()) return;
    const bool possible = data_ && whole_.valid();
    if (possible && impl_->desk.fits(document(), data_)) return;
    const bool had = impl_->desk.trainer() != nullptr;
    impl_->trainerFailure.clear();
    if (!possible) {
        impl_->desk.release();
        impl_->playWhenReady = false;
        const QString reason = whyNotReady();
        if (std::exchange(impl_->reasonTold, reason) != reason || had) emit trainerChanged();
        return;
    }
    if (const Status status = impl_->desk.build(document(), data_); !status) {
        impl_->trainerFailure = text(status.error());
        problem(impl_->trainerFailure);
    }
    impl_->reasonTold = impl_->trainerFailure;
    emit trainerChanged();
    if (std::exchange(impl_->playWhenReady, false) && trainer()) trainer()->play();
}

void Workbench::play() {
    if (impl_->settle.isActive()) fitTrainer();
    if (isLoading()) {
        impl_->playWhenReady = true;
        say(tr("Training starts as soon as the data are loaded."));
        return;
    }
    if (!trainer()) {
        problem(whyNotReady());
        return;
    }
    const train::Standing now = standing();
    if (now.phase == train::Phase::Finished && now.reason == train::StopReason::Patience) {
        problem(tr("Training stopped early: %1. Raise the patience (0: never stop early) to go on, or reset.")
                    .arg(QString::fromStdString(now.message)));
        return;
    }
    if (now.phase == train::Phase::Finished && now.epoch >= now.epochs) {
        problem(tr("All %n epoch(s) are done. Raise the number of epochs to go on, or reset.", nullptr, static_cast<int>(now.epochs)));
        return;
    }
    trainer()->play();
}

void Workbench::pause() {
    impl_->playWhenReady = false;
    if (trainer()) trainer()->pause();
}
void Workbench::stepBatch() {
    if (impl_->settle.isActive()) fitTrainer();
    if (trainer())
        trainer()->stepBatch();
    else
        problem(whyNotReady());
}
void Workbench::stepEpoch() {
    if (impl_->settle.isActive()) fitTrainer();
    if (trainer())
        trainer()->stepEpoch();
    else
        problem(whyNotReady());
}
void Workbench::stop() {
    if (trainer()) trainer()->stop();
}

void Workbench::reset(bool newSeed) {
    if (newSeed)
        edit(tr("New seed"), [](project::Document& document) -> Status {
            ++document.training.seed;
            return {};
        });
    else if (trainer())
        trainer()->reset(document().training.seed);
}

void Workbench::setLearningRate(double learningRate) {
    edit(
        tr("Learning rate"),
        [&](project::Document& document) -> Status {
            document.training.learningRate = learningRate;
            return {};
        },
        "learning-rate");
}

std::shared_ptr<void> Workbench::subscribe(train::ProbePtr probe) { return impl_->desk.subscribe(std::move(probe)); }

}  // namespace perceptarium::ui
