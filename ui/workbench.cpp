#include "ui/workbench.h"

#include <QFileInfo>
#include <QTimer>
#include <cmath>

#include "exchange/project_file.h"
#include "layers/layer_spec.h"
#include "network/edits.h"
#include "ui/data_loader.h"
#include "ui/journal.h"
#include "ui/training_desk.h"

namespace perceptarium::ui {
namespace {

constexpr int kTick = 33;            // ms: 30 pictures a second
constexpr int kSettle = 150;         // ms: typing "128" makes one trainer, not three

QString text(const Error& error) { return QString::fromStdString(error.message()); }

}  // namespace

struct Workbench::Impl {
    explicit Impl(Workbench* owner) : loader(owner), desk(train::standardRecordPath()), tick(owner), settle(owner) {}

    DataLoader loader;
    TrainingDesk desk;
    std::unique_ptr<Journal> journal;
    QTimer tick, settle;
    std::optional<data::DataSettings> wanted;  // what is loaded, being loaded, or failed to load
    bool playWhenReady = false;  // play was pressed before the trainer was there
    QString trainerFailure;
    std::int64_t savedSteps = 0;
    bool editing = false;        // an edit is being made (not an undo, not a file being opened)
    bool fitWhenLoaded = false;  // the user chose other data: the network is made to suit them
};

Workbench::Workbench(QObject* parent) : QObject(parent), impl_(std::make_unique<Impl>(this)) {
    connect(&impl_->loader, &DataLoader::progress, this, &Workbench::dataProgress);
    connect(&impl_->loader, &DataLoader::finished, this, [this](data::PreparedPtr data) { takeData(std::move(data), {}); });
    connect(&impl_->loader, &DataLoader::failed, this, [this](const QString& why) {
        takeData(nullptr, why);
        problem(why);
    });
    connect(&impl_->loader, &DataLoader::cancelled, this, [this] {
        takeData(nullptr, tr("Loading was cancelled."));
        say(tr("Loading was cancelled."));
    });
    connect(&impl_->tick, &QTimer::timeout, this, &Workbench::tick);
    impl_->tick.start(kTick);
    impl_->settle.setSingleShot(true);
    impl_->settle.setInterval(kSettle);
    connect(&impl_->settle, &QTimer::timeout, this, &Workbench::fitTrainer);
    history_.changed = [this] { documentEdited(); };
}

Workbench::~Workbench() = default;

// --- the document -------------------------------------------------------------------------------------------------------

bool Workbench::edit(const QString& name, const std::function<Status(project::Document&)>& change,
                     const std::string& mergeKey) {
    project::Document after = document();
    if (const Status status = change(after); !status) {
        problem(text(status.error()));
        return false;
    }
    impl_->editing = true;
    history_.edit(name.toStdString(), std::move(after), mergeKey);
    impl_->editing = false;
    return true;
}

void Workbench::undo() {
    if (!history_.canUndo()) return;
    say(tr("Undone: %1").arg(QString::fromStdString(history_.undoName())));
    history_.undo();
}

void Workbench::redo() {
    if (!history_.canRedo()) return;
    say(tr("Done again: %1").arg(QString::fromStdString(history_.redoName())));
    history_.redo();
}

void Workbench::documentEdited() {
    if (impl_->journal) impl_->journal->write(document(), filePath_);
    std::erase_if(selection_, [this](network::NodeId id) { return !graph().find(id); });
    infer();
    emit documentChanged();
    emit fileChanged();
    emit selectionChanged();
    if (document().data != impl_->wanted) loadData();
    if (const auto& trainer = impl_->desk.trainer()) {
        // Compared with the document, not with the trainer's own knobs: these are only told of real edits.
        const auto& training = document().training;
        const train::Standing now = trainer->status();
        for (const train::Knob& knob : train::allKnobs())
            if (now.knobs.*knob.value != training.*knob.value) trainer->setKnob(knob.value, training.*knob.value);
        if (now.epochs != training.epochs) trainer->setEpochs(training.epochs);
        if (now.patience != training.patience) trainer->setPatience(training.patience);
    }
    impl_->settle.start();
}

void Workbench::infer() {
    inference_ = network::infer(graph(), dataTypes_);
    if (isLoading() && !dataTypes_.input)  // an Input that waits for the data is no mistake
        for (auto& finding : inference_.findings) {
            const auto* node = graph().find(finding.node);
            const auto* spec = node ? layers::findLayer(node->layer) : nullptr;
            if (!spec || spec->category != layers::Category::Data || finding.setting != "shape") continue;
            finding = {.severity = network::Severity::Hint, .node = node->id, .what = tr("The data are being loaded").toStdString()};
        }
    emit inferenceChanged();
}

// --- files ----------------------------------------------------------------------------------------------------------------

void Workbench::load(project::Document document, const QString& filePath) {
    impl_->desk.clear();
    impl_->savedSteps = 0;
    impl_->playWhenReady = false;
    filePath_ = filePath;
    selection_.clear();
    history_ = project::History(std::move(document));
    history_.changed = [this] { documentEdited(); };
    emit trainerChanged();
    if (this->document().data != impl_->wanted) {
        dataTypes_ = {};
        data_.reset();
    }
    if (!data_) impl_->wanted.reset();  // what failed before gets another try
    documentEdited();
}

Status Workbench::open(const QString& pathOrName) {
    project::Project project = PC_TRY(exchange::loadProject(pathOrName.toStdString()));
    const QFileInfo file(pathOrName);
    load(std::move(project.document), file.exists() ? file.absoluteFilePath() : QString());
    if (project.trained) {
        impl_->savedSteps = project.trained->state.step;
        impl_->desk.startFrom(std::move(*project.trained));
    }
    say(tr("Opened %1.").arg(QString::fromStdString(document().name)));
    return {};
}

void Workbench::restore(const project::Document& document, const QString& filePath) {
    load({}, filePath);
    // An edit on top of an empty document: the project counts as unsaved, and the journal holds it again.
    history_.edit(tr("Restore after a crash").toStdString(), document);
}

void Workbench::newProject() {
    project::Document document;
    if (const auto input = network::addNode(document.graph, "input", {0, 0}); !input) problem(text(input.error()));
    load(std::move(document), {});
}

project::Project Workbench::project() const { return {document(), impl_->desk.trained()}; }

Status Workbench::save(const QString& path) {
    PC_TRY(exchange::saveProject(project(), path.toStdString()));
    filePath_ = QFileInfo(path).absoluteFilePath();
    history_.markSaved();
    impl_->savedSteps = impl_->desk.steps();
    if (impl_->journal) impl_->journal->write(document(), filePath_);
    emit fileChanged();
    say(tr("Saved %1.").arg(path));
    return {};
}

bool Workbench::isModified() const {
    return !history_.isSaved() || (impl_->desk.steps() != impl_->savedSteps && impl_->desk.trainer());
}

void Workbench::useDataPath(const QString& path) {
    const QString ending = QFileInfo(path).suffix().toLower();
    if (ending == "percept" || ending == "json") {
        if (const Status status = open(path); !status) problem(text(status.error()));
        return;
    }
    if (ending == "safetensors") {
        if (const auto report = importWeights(path); !report) problem(text(report.error()));
        return;
    }
    edit(tr("Use %1").arg(QFileInfo(path).fileName()), [&](project::Document& document) -> Status {
        const auto* source = PC_TRY(data::recognize(path.toStdString()));
        document.data.source = source->id;
        document.data.settings = {{"path", path.toStdString()}};
        return {};
    });
}

void Workbench::startJournal(const QString& folder) {
    impl_->journal = std::make_unique<Journal>(folder);
    impl_->journal->write(document(), filePath_);
}

Status Workbench::exportModel(const QString& path) {
    const project::Project now = project();
    const auto model = PC_TRY(exchange::trainedModel(now, dataTypes_));
    if (!data_) return Error{"the data are not loaded, and the exported model holds their normalization", {}, {}, {}};
    const auto& info = data_->dataset->info();
    const exchange::ExportInput input{model, data_->normalization, now.document.name, info.classes, info.vocabulary,
                                      info.features};
    PC_TRY(exchange::exportTo(input, path.toStdString()));
    say(tr("Exported %1.").arg(path));
    return {};
}

Result<exchange::MatchReport> Workbench::importWeights(const QString& path) {
    project::Project now = project();
    auto model = PC_TRY(exchange::trainedModel(now, dataTypes_));
    auto report = PC_TRY(exchange::importSafetensors(model, path.toStdString()));
    if (!impl_->desk.trainer()) return Error{"there is no network to load the weights into", {}, {}, {}};
    train::State state = impl_->desk.trainer()->state();
    for (const auto& parameter : model.parameters()) state.parameters[parameter.name] = parameter.variable.value().clone();
    project::Trained trained = impl_->desk.trained().value_or(project::Trained{});
    trained.state = std::move(state);
    impl_->desk.startFrom(std::move(trained));
    fitTrainer();
    say(tr("Loaded %1 of %2 tensors from %3.").arg(report.matched.size()).arg(model.parameters().size()).arg(path));
    return report;
}

// --- selection ------------------------------------------------------------------------------------------------------------

void Workbench::select(std::set<network::NodeId> nodes) {
    if (nodes == selection_) return;
    selection_ = std::move(nodes);
    emit selectionChanged();
}

network::NodeId Workbench::selectedNode() const { return selection_.size() == 1 ? *selection_.begin() : network::kNoNode; }

// --- data -------------------------------------------------------------------------------------------------------------------

bool Workbench::isLoading() const { return impl_->loader.isBusy(); }
void Workbench::cancelLoading() { impl_->loader.cancel(); }

void Workbench::reloadData() {
    data_.reset();
    loadData();
}

void Workbench::loadData() {
    const data::DataSettings& settings = document().data;
    const auto& before = impl_->wanted;
    const bool sameSet = data_ && before && settings.source == before->source && settings.settings == before->settings;
    const data::DatasetPtr reuse = sameSet ? data_->dataset : nullptr;
    impl_->fitWhenLoaded = impl_->editing && !sameSet;
    impl_->wanted = settings;
    dataFailure_.clear();
    if (!sameSet) data_.reset();
    emit dataProgress(0, tr("Loading"));
    impl_->loader.load(settings, reuse);
    if (!dataTypes_.input) infer();
    emit dataChanged();
}

void Workbench::takeData(data::PreparedPtr data, const QString& failure) {
    data_ = std::move(data);
    dataFailure_ = failure;
    dataTypes_ = data_ ? train::dataTypes(data_->dataset->info()) : network::DataTypes{};
    if (data_)
        for (const std::string& note : data_->dataset->info().notes) say(QString::fromStdString(note));
    emit dataChanged();
    infer();
    if (data_ && std::exchange(impl_->fitWhenLoaded, false)) fitNetwork();
    fitTrainer();
}

void Workbench::fitNetwork() {
    std::vector<std::string> changes;
    edit(tr("Fit the network to the data"), [&](project::Document& document) -> Status {
        changes = network::fitToData(document.graph, dataTypes_);
        const network::Inference fitted = network::infer(document.graph, dataTypes_);
        if (fitted.valid() && dataTypes_.target &&
            !train::chooseLoss(document.training.loss, fitted.outputs.at(fitted.output), *dataTypes_.target))
            document.training.loss = "auto";
        const train::MetricSpec* metric = train::findMetric(document.training.monitor);
        if (metric && dataTypes_.target && !metric->applies(*dataTypes_.target)) document.training.monitor = "loss";
        return {};
    });
    for (const std::string& change : changes) say(tr("To suit the data: %1.").arg(QString::fromStdString(change)));
}

// --- training ---------------------------------------------------------------------------------------------------------------

std::shared_ptr<train::TrainerThread> Workbench::trainer() const { return impl_->desk.trainer(); }

train::Standing Workbench::standing() const {
    return impl_->desk.trainer() ? impl_->desk.trainer()->status() : train::Standing{};
}

QString Workbench::whyNotReady() const {
    if (isLoading()) return tr("The data are still being loaded.");
    if (!data_) return dataFailure_.isEmpty() ? tr("There are no data yet.") : dataFailure_;
    if (!inference_.valid())
        for (const auto& finding : inference_.findings)
            if (finding.severity == network::Severity::Error) return QString::fromStdString(finding.text());
    return impl_->trainerFailure;
}

void Workbench::fitTrainer() {
    impl_->settle.stop();
    if (isLoading()) return;
    const bool possible = data_ && inference_.valid();
    if (possible && impl_->desk.fits(document(), data_)) return;
    const bool had = impl_->desk.trainer() != nullptr;
    impl_->trainerFailure.clear();
    if (!possible) {
        impl_->desk.release();
        impl_->playWhenReady = false;
        if (had) emit trainerChanged();
        return;
    }
    if (const Status status = impl_->desk.build(document(), data_); !status) {
        impl_->trainerFailure = text(status.error());
        problem(impl_->trainerFailure);
    }
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
        problem(tr("All %1 epochs are done. Raise the number of epochs to go on, or reset.").arg(now.epochs));
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
    edit(tr("Learning rate"), [&](project::Document& document) -> Status {
        document.training.learningRate = learningRate;
        return {};
    }, "learning-rate");
}

Status Workbench::resumeRun(std::int64_t run) {
    const auto record = PC_TRY(train::RunRecord::open(train::standardRecordPath()));
    const std::string json = PC_TRY(record->projectJson(run));
    project::Document document = PC_TRY(exchange::documentFromText(json, "run " + std::to_string(run)));
    load(std::move(document), {});
    impl_->desk.resume(run);
    impl_->playWhenReady = true;
    fitTrainer();
    return {};
}

Status Workbench::openRun(std::int64_t run) {
    const auto record = PC_TRY(train::RunRecord::open(train::standardRecordPath()));
    const std::string json = PC_TRY(record->projectJson(run));
    project::Document document = PC_TRY(exchange::documentFromText(json, "run " + std::to_string(run)));
    auto checkpoint = PC_TRY(record->checkpoint(run));
    project::Trained trained;
    if (checkpoint) {
        trained.state = std::move(*checkpoint);
        trained.batches = PC_TRY(record->batches(run));
        trained.epochs = PC_TRY(record->epochs(run));
        trained.marks = PC_TRY(record->marks(run));
    }
    load(std::move(document), {});
    if (checkpoint) {
        impl_->desk.startFrom(std::move(trained));
        fitTrainer();
    }
    return {};
}

std::shared_ptr<void> Workbench::subscribe(train::ProbePtr probe) { return impl_->desk.subscribe(std::move(probe)); }

void Workbench::say(const QString& text) { emit said(text, false); }
void Workbench::problem(const QString& text) {
    if (!text.isEmpty()) emit said(text, true);
}

}  // namespace perceptarium::ui
