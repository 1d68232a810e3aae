// The workbench's files: projects, weights, exports, recorded runs. Reading and writing takes as long as the disk and
// the model's size want, so it goes through longWork, which the window does on another thread.
#include <QFileInfo>

#include "exchange/project_file.h"
#include "exchange/recorded_run.h"
#include "network/edits.h"
#include "ui/workbench_impl.h"

namespace perceptarium::ui {
namespace {

QString fileName(const QString& path) { return QFileInfo(path).fileName(); }

Status exportAs(const project::Project& project, const network::DataTypes& types, const data::Prepared& data,
                const std::string& path) {
    const auto model = PC_TRY(exchange::trainedModel(project, types));
    const auto& info = data.dataset->info();
    return exchange::exportTo(
        {model, data.normalization, data.targetScaling, project.document.name, info.classes, info.vocabulary,
         info.features, info.targets},
        path);
}

struct Imported {
    exchange::MatchReport report;
    project::Trained trained;  // with what the file gave
    std::size_t tensors = 0;   // of the network
};

Result<Imported> importInto(const project::Project& project, const network::DataTypes& types,
                            const train::TrainerThread& trainer, const std::string& path) {
    auto model = PC_TRY(exchange::trainedModel(project, types));
    Imported read{PC_TRY(exchange::importSafetensors(model, path)), project.trained.value_or(project::Trained{}),
                  model.parameters().size()};
    read.trained.state = trainer.state();
    project::takeWeights(read.trained, model);
    return read;
}

}  // namespace

template <class Work>
auto Workbench::away(const QString& what, Work work) {
    std::optional<decltype(work())> given;
    longWork(what, [&] { given = work(); });
    return std::move(*given);
}

void Workbench::load(project::Document document, const QString& filePath, project::Steps steps) {
    impl_->desk.clear();
    impl_->savedSteps = 0;
    impl_->playWhenReady = false;
    filePath_ = filePath;
    const bool selected = !selection_.empty() || !selectedFrames_.empty();
    selection_.clear();
    selectedFrames_.clear();
    opened_.clear();
    history_ = project::History(std::move(document), std::move(steps));
    history_.changed = [this] { documentEdited(); };
    emit trainerChanged();
    if (this->document().data != impl_->wanted) {
        dataTypes_ = {};
        data_.reset();
    }
    if (!data_) impl_->wanted.reset();  // what failed before gets another try
    documentEdited();
    if (selected) emit selectionChanged();
    emit replaced();
}

Status Workbench::open(const QString& pathOrName) {
    project::Project project = PC_TRY(away(tr("Opening %1").arg(fileName(pathOrName)),
                                           [&] { return exchange::loadProject(pathOrName.toStdString()); }));
    const QFileInfo file(pathOrName);
    load(std::move(project.document), file.exists() ? file.absoluteFilePath() : QString(), std::move(project.steps));
    if (project.trained) {
        impl_->savedSteps = project.trained->state.step;
        impl_->desk.startFrom(std::move(*project.trained));
    }
    say(tr("Opened %1.").arg(QString::fromStdString(document().name)));
    if (!project.note.empty()) say(QString::fromStdString(project.note));
    return {};
}

void Workbench::restore(const project::Document& document, const QString& filePath) {
    load({}, filePath);
    // An edit on top of an empty document: the project counts as unsaved, and the journal holds it again.
    history_.edit(tr("Restore after a crash").toStdString(), document);
    emit replaced();
}

void Workbench::newProject() {
    project::Document document;
    if (const auto input = network::addNode(document.graph, "input", {0, 0}); !input) problem(text(input.error()));
    load(std::move(document), {});
}

project::Project Workbench::project() const { return {document(), impl_->desk.trained(), history_.steps()}; }

Status Workbench::save(const QString& path) {
    const auto trained = impl_->desk.snapshot();
    std::int64_t steps = 0;
    PC_TRY(away(tr("Saving %1").arg(fileName(path)), [&, now = document(), made = history_.steps()] {
        project::Project project{now, trained(), made};
        if (project.trained) steps = project.trained->state.step;
        return exchange::saveProject(project, path.toStdString());
    }));
    filePath_ = QFileInfo(path).absoluteFilePath();
    history_.markSaved();
    impl_->savedSteps = steps;  // training may have gone on meanwhile
    if (impl_->journal) impl_->journal->write(document(), filePath_);
    emit fileChanged();
    emit saved(filePath_);
    say(tr("Saved %1.").arg(path));
    return {};
}

bool Workbench::isModified() const {
    return !history_.isSaved() || (impl_->desk.steps() != impl_->savedSteps && impl_->desk.trainer());
}

void Workbench::useDataPath(const QString& path) {
    const QString ending = QFileInfo(path).suffix().toLower();
    if (ending == "percept" || ending == "json" || ending == "safetensors") {
        problem(ending == "safetensors" ? tr("%1 holds weights, not data: File ▸ Import weights reads it.").arg(path)
                                        : tr("%1 is a project, not data: File ▸ Open opens it.").arg(path));
        return;
    }
    const auto source =
        away(tr("Looking at %1").arg(fileName(path)), [&] { return data::recognize(path.toStdString()); });
    edit(tr("Use %1").arg(fileName(path)), [&](project::Document& document) -> Status {
        document.data.source = PC_TRY(source)->id;
        document.data.settings = {{"path", path.toStdString()}};
        return {};
    });
}

void Workbench::startJournal(const QString& folder) {
    impl_->journal = std::make_unique<Journal>(folder);
    impl_->journal->write(document(), filePath_);
}

Status Workbench::exportModel(const QString& path) {
    if (!data_) return Error{"the data are not loaded, and the exported model holds their normalization", {}, {}, {}};
    const auto trained = impl_->desk.snapshot();
    PC_TRY(away(tr("Exporting %1").arg(fileName(path)), [&, now = document()] {
        return exportAs({now, trained()}, dataTypes_, *data_, path.toStdString());
    }));
    say(tr("Exported %1.").arg(path));
    return {};
}

Result<exchange::MatchReport> Workbench::importWeights(const QString& path) {
    if (!impl_->desk.trainer()) return Error{"there is no network to load the weights into", {}, {}, {}};
    const auto trained = impl_->desk.snapshot();
    Imported read =
        PC_TRY(away(tr("Reading %1").arg(fileName(path)), [&, now = document(), trainer = impl_->desk.trainer()] {
            return importInto({now, trained()}, dataTypes_, *trainer, path.toStdString());
        }));
    impl_->desk.startFrom(std::move(read.trained));
    fitTrainer();
    say(tr("Loaded %1 of %2 tensors from %3.").arg(read.report.matched.size()).arg(read.tensors).arg(path));
    return std::move(read.report);
}

Status Workbench::resumeRun(std::int64_t run) {
    impl_->desk.finishRetiring();  // its last checkpoint may still be on its way to the disk
    const auto record = PC_TRY(train::RunRecord::open(train::standardRecordPath()));
    project::Document document = PC_TRY(exchange::recordedDocument(*record, run));
    load(std::move(document), {});
    impl_->desk.resume(run);
    impl_->playWhenReady = true;
    fitTrainer();
    return {};
}

Status Workbench::openRun(std::int64_t run, exchange::RecordedWeights weights) {
    impl_->desk.finishRetiring();
    project::Project project = PC_TRY(away(tr("Opening run %1").arg(run), [run, weights] {
        return exchange::recordedProject(train::standardRecordPath(), run, weights);
    }));
    load(std::move(project.document), {});
    if (project.trained) {
        impl_->desk.startFrom(std::move(*project.trained));
        fitTrainer();
    }
    return {};
}

}  // namespace perceptarium::ui
