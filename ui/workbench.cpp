// The workbench's document, selection and data; files are in workbench_files.cpp, training in workbench_training.cpp.
#include <QGuiApplication>
#include <QWindow>
#include <algorithm>
#include <cmath>

#include "layers/layer_spec.h"
#include "network/block_edits.h"
#include "network/bypass.h"
#include "ui/workbench_impl.h"

namespace perceptarium::ui {
namespace {

constexpr int kTick = 33;         // ms: 30 pictures a second
constexpr int kUnseenTick = 100;  // ms, while no one can look: only that training has ended must be noticed
constexpr int kSettle = 150;      // ms: typing "128" makes one trainer, not three

/// Minimized windows are not on the screen, nor those of another desktop.
bool anyWindowSeen() {
    const auto windows = QGuiApplication::topLevelWindows();
    return std::any_of(windows.begin(), windows.end(), [](const QWindow* window) {
        return window->isExposed() && window->visibility() != QWindow::Minimized;
    });
}

}  // namespace

Workbench::Workbench(QObject* parent) : QObject(parent), impl_(std::make_unique<Impl>(this)) {
    connect(&impl_->loader, &DataLoader::progress, this, [this](double fraction, const QString& what) {
        if (impl_->loading) {
            impl_->loading->done = fraction;
            if (!what.isEmpty()) impl_->loading->what = what;
        }
        emit dataProgress(fraction, what);
    });
    connect(&impl_->loader, &DataLoader::finished, this, [this](data::PreparedPtr data) { takeData(std::move(data), {}); });
    connect(&impl_->loader, &DataLoader::failed, this, [this](const QString& why) {
        takeData(nullptr, why);
        problem(why);
    });
    connect(&impl_->loader, &DataLoader::cancelled, this, [this] {
        takeData(nullptr, tr("Loading was cancelled."));
        say(tr("Loading was cancelled."));
    });
    connect(&impl_->tick, &QTimer::timeout, this, [this] {
        if (const int period = anyWindowSeen() ? kTick : kUnseenTick; impl_->tick.interval() != period) impl_->tick.start(period);
        impl_->pictures.settle();
        emit tick();
        const train::Phase phase = standing().phase;
        impl_->pictures.tick(phase == train::Phase::Running || phase == train::Phase::Evaluating);
    });
    impl_->tick.start(kTick);
    impl_->settle.setSingleShot(true);
    impl_->settle.setInterval(kSettle);
    connect(&impl_->settle, &QTimer::timeout, this, &Workbench::fitTrainer);
    history_.changed = [this] { documentEdited(); };
}

Workbench::~Workbench() = default;

// --- the document -------------------------------------------------------------------------------------------------------

bool Workbench::editWhole(const QString& name, const std::function<Status(project::Document&)>& change,
                          const std::string& mergeKey) {
    project::Document after = document();
    if (const Status status = change(after); !status) {
        problem(text(status.error()));
        return false;
    }
    network::dropUnusedBlocks(after.graph);
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

void Workbench::jumpTo(std::size_t step) {
    if (step == history_.position()) return;
    history_.jumpTo(step);
    say(step == 0 ? tr("Back at the beginning of the history.") : tr("Back at: %1").arg(QString::fromStdString(history_.undoName())));
}

void Workbench::documentEdited() {
    if (impl_->journal) impl_->journal->write(document(), filePath_);
    auto path = opened_;  // as far as it still leads somewhere
    while (!network::drawingAt(document().graph, path)) path.pop_back();
    const bool left = path != opened_;
    show(std::move(path));
    const bool fewer = std::erase_if(selection_, [this](network::NodeId id) { return !graph().find(id); }) +
                           std::erase_if(selectedFrames_, [this](network::FrameId id) { return !graph().findFrame(id); }) >
                       0;
    infer();
    emit documentChanged();
    emit fileChanged();
    if (fewer) emit selectionChanged();
    if (left) emit drawingOpened();
    if (document().data != impl_->wanted) loadData();
    if (const auto& trainer = impl_->desk.trainer()) {
        // Compared with the document, not with the trainer's own knobs: these are only told of real edits.
        const auto& training = document().training;
        const train::Standing now = trainer->status();
        for (const train::Knob& knob : train::allKnobs())
            if (now.knobs.*knob.value != training.*knob.value) trainer->setKnob(knob.value, training.*knob.value);
        if (auto frozen = network::frozenNames(flatGraph()); now.frozen != frozen) trainer->setFrozen(std::move(frozen));
        if (now.epochs != training.epochs) trainer->setEpochs(training.epochs);
        if (now.patience != training.patience) trainer->setPatience(training.patience);
    }
    impl_->settle.start();
}

void Workbench::infer() {
    expansion_ = network::expand(document().graph);
    flat_ = network::infer(expansion_, dataTypes_);
    if (isLoading() && !dataTypes_.input)  // an Input that waits for the data is no mistake
        for (auto& finding : flat_.findings) {
            const auto* node = flatGraph().find(finding.node);
            const auto* spec = node ? layers::findLayer(node->layer) : nullptr;
            if (!spec || spec->category != layers::Category::Data || finding.setting != "shape") continue;
            finding = {.severity = network::Severity::Hint, .node = node->id, .what = tr("The data are being loaded").toStdString()};
        }
    whole_ = network::seenAt({}, document().graph, expansion_, flat_);
    if (!opened_.empty()) inside_ = network::seenAt(opened_, document().graph, expansion_, flat_);
    emit inferenceChanged();
}

// --- selection ------------------------------------------------------------------------------------------------------------

void Workbench::select(std::set<network::NodeId> nodes, std::set<network::FrameId> frames) {
    if (nodes == selection_ && frames == selectedFrames_) return;
    selection_ = std::move(nodes);
    selectedFrames_ = std::move(frames);
    emit selectionChanged();
}

network::NodeId Workbench::selectedNode() const {
    return selection_.size() == 1 && selectedFrames_.empty() ? *selection_.begin() : network::kNoNode;
}

network::FrameId Workbench::selectedFrame() const {
    return selectedFrames_.size() == 1 && selection_.empty() ? *selectedFrames_.begin() : network::kNoFrame;
}

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
    impl_->loading = impl_->tasks.begin(tr("Loading the data"), [this] { cancelLoading(); });
    emit dataProgress(0, impl_->loading->what);
    impl_->loader.load(settings, reuse);
    if (!dataTypes_.input) infer();
    emit dataChanged();
}

void Workbench::takeData(data::PreparedPtr data, const QString& failure) {
    impl_->loading.reset();
    data_ = std::move(data);
    dataFailure_ = failure;
    dataTypes_ = data_ ? train::dataTypes(data_->dataset->info()) : network::DataTypes{};
    if (data_)
        for (const std::string& note : data_->notes()) say(QString::fromStdString(note));
    emit dataChanged();
    infer();
    if (data_ && std::exchange(impl_->fitWhenLoaded, false)) fitNetwork();
    fitTrainer();
}

void Workbench::fitNetwork() {
    std::vector<std::string> changes;
    editWhole(tr("Fit the network to the data"), [&](project::Document& document) -> Status {
        changes = network::fitToData(document.graph, dataTypes_);
        const network::Inference fitted = network::infer(document.graph, dataTypes_);
        if (fitted.valid() && dataTypes_.target)
            train::fitLoss(document.training, fitted.outputs.at(fitted.output), *dataTypes_.target);
        const train::MetricSpec* metric = train::findMetric(document.training.monitor);
        if (metric && dataTypes_.target && !metric->applies(*dataTypes_.target)) document.training.monitor = "loss";
        return {};
    });
    for (const std::string& change : changes) say(tr("To suit the data: %1.").arg(QString::fromStdString(change)));
}

LivePictures& Workbench::pictures() { return impl_->pictures; }
Tasks& Workbench::tasks() { return impl_->tasks; }

void Workbench::say(const QString& text) { emit said(text, false); }
void Workbench::problem(const QString& text) {
    if (!text.isEmpty()) emit said(text, true);
}

}  // namespace perceptarium::ui
