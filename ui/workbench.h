// Workbench: what all parts of the window share: the document and its history, the data, the trainer, the selection, and
// one 30 Hz tick on which texts and live pictures are refreshed. It lives on the GUI thread and never blocks.
#pragma once

#include <QObject>
#include <QString>
#include <functional>
#include <memory>
#include <set>

#include "exchange/export.h"
#include "exchange/recorded_run.h"
#include "network/summary.h"
#include "project/history.h"
#include "train/trainer_thread.h"
#include "ui/live_pictures.h"
#include "ui/tasks.h"

namespace perceptarium::ui {

class BlockShelf;

class Workbench : public QObject {
    Q_OBJECT
public:
    explicit Workbench(QObject* parent = nullptr);
    ~Workbench() override;

    // --- the document ---------------------------------------------------------------------------------------------
    const project::Document& document() const { return history_.document(); }
    /// The drawing that is open: the whole network, or the inside of a block with the whole's definitions; and what is
    /// known of it.
    const network::Graph& graph() const { return opened_.empty() ? document().graph : shown_; }
    const network::Inference& inference() const { return opened_.empty() ? whole_ : inside_; }
    const network::DataTypes& dataTypes() const { return dataTypes_; }
    const project::History& history() const { return history_; }
    /// Changes a copy of the document and makes it the document, undoable under `name`. The change finds the drawing that
    /// is open as the document's graph. When it fails nothing happens and its error is shown (problem). Returns whether it
    /// was done. `mergeKey`: see History::edit.
    bool edit(const QString& name, const std::function<Status(project::Document&)>& change, const std::string& mergeKey = {});
    /// The same for what concerns the whole network, whatever is open: definitions of blocks, data, training.
    bool editWhole(const QString& name, const std::function<Status(project::Document&)>& change, const std::string& mergeKey = {});
    void undo();
    void redo();
    /// To the document after the first `step` steps of the history.
    void jumpTo(std::size_t step);
    /// The next edit is a step of its own (the mouse was released, the focus left).
    void sealEdit() { history_.seal(); }

    // --- blocks ---------------------------------------------------------------------------------------------------
    /// The nodes opened one in the other, from the whole network (empty) inward.
    const network::BlockPath& opened() const { return opened_; }
    /// The block whose inside is open; empty: the whole network.
    std::string openedBlock() const;
    /// Opens the drawing at the path and selects what was come from. A path that leads nowhere is not taken.
    void openDrawing(const network::BlockPath& path);
    /// The network with its blocks laid out, as it is trained; its nodes are those of live pictures. And what is known of it.
    const network::Graph& flatGraph() const { return expansion_.flat; }
    const network::Inference& flatInference() const { return flat_; }
    /// What is known of the whole network, whatever is open.
    const network::Inference& wholeInference() const { return whole_; }
    /// What the nodes of the open drawing give and cost.
    network::Summary summary() const { return network::summaryAt(opened_, document().graph, expansion_, flat_); }
    /// The flat node that gives what that node of the open drawing gives; kNoNode while it cannot be laid out.
    network::NodeId flatNode(network::NodeId node) const;
    /// The node of the open drawing with the settings that it is given from outside where it was opened.
    network::Node asGiven(const network::Node& node) const;
    /// Opens the drawing in which a flat node lies and selects it.
    void showFlatNode(network::NodeId node);
    /// Blocks that can be taken into any drawing.
    BlockShelf& shelf() const;

    // --- files ----------------------------------------------------------------------------------------------------
    /// A project file or the name of a ready project. The present project is replaced only on success.
    Status open(const QString& pathOrName);
    Status save(const QString& path);
    void newProject();
    QString filePath() const { return filePath_; }  ///< empty: never saved
    bool isModified() const;
    /// A file or folder becomes the data source; its kind is recognized. Projects and weights are no data.
    void useDataPath(const QString& path);
    /// A document that a crash left behind becomes the present one, unsaved.
    void restore(const project::Document& document, const QString& filePath);
    /// From now on every edit is written to `folder` (journal.h).
    void startJournal(const QString& folder);
    /// The project as it stands, with what training has added. Blocks for at most one batch.
    project::Project project() const;
    /// How file work that can take long is done: called with what it is, in words, and the work; returns when it is done.
    /// The standard does it right here. The window does it on another thread and keeps painting (app/aside.h).
    std::function<void(const QString& what, const std::function<void()>& work)> longWork =
        [](const QString&, const std::function<void()>& work) { work(); };
    /// Weights and model in the format of the path's ending, as they are now (the starting ones before training).
    Status exportModel(const QString& path);
    /// Weights from a safetensors file, matched by name and shape; training goes on from them.
    Result<exchange::MatchReport> importWeights(const QString& path);

    // --- selection ------------------------------------------------------------------------------------------------
    const std::set<network::NodeId>& selection() const { return selection_; }
    const std::set<network::FrameId>& selectedFrames() const { return selectedFrames_; }
    void select(std::set<network::NodeId> nodes, std::set<network::FrameId> frames = {});
    /// The one selected node, or kNoNode; likewise the one frame or note.
    network::NodeId selectedNode() const;
    network::FrameId selectedFrame() const;

    // --- data -----------------------------------------------------------------------------------------------------
    data::PreparedPtr data() const { return data_; }  ///< nullptr while loading or after a failure
    bool isLoading() const;
    void cancelLoading();
    void reloadData();
    QString dataFailure() const { return dataFailure_; }

    // --- training -------------------------------------------------------------------------------------------------
    /// nullptr while the drawing is not valid or the data not there.
    std::shared_ptr<train::TrainerThread> trainer() const;
    train::Standing standing() const;
    /// Why play would not work now, in words; empty: it would.
    QString whyNotReady() const;
    void play();  ///< start or go on
    void pause();
    void stepBatch();
    void stepEpoch();
    void stop();
    void reset(bool newSeed);
    void setLearningRate(double learningRate);  ///< at once, also while it runs; undoable
    /// Goes on with a recorded run (after a crash).
    Status resumeRun(std::int64_t run);
    /// Opens a recorded run as a project: its network and settings, and its last or best weights; does not train.
    Status openRun(std::int64_t run, exchange::RecordedWeights weights = exchange::RecordedWeights::Last);
    /// The probe is served by whatever trainer there is, now and later, while the handle lives.
    std::shared_ptr<void> subscribe(train::ProbePtr probe);
    /// The live pictures take part in these, in turn.
    LivePictures& pictures();
    /// What goes on that takes more than a glance.
    Tasks& tasks();

    void say(const QString& text);      ///< status line and log
    void problem(const QString& text);  ///< the same, as something that went wrong

signals:
    void documentChanged();   ///< after every edit, undo, redo, open
    void replaced();          ///< another project is there, after its documentChanged: look at it from the beginning
    void inferenceChanged();  ///< shapes, counts or findings (also when data arrive)
    void selectionChanged();
    void drawingOpened();     ///< another drawing of the project is open: look at it from the beginning
    void fileChanged();       ///< path or saved state
    void saved(const QString& path);
    void dataChanged();       ///< loaded, failed or dropped
    void dataProgress(double fraction, const QString& what);
    void trainerChanged();    ///< another trainer, or none, or another reason why there is none: pictures start anew
    void tick();              ///< 30 Hz, and a few times a second while no window of the program can be seen
    void said(const QString& text, bool isProblem);

private:
    void load(project::Document document, const QString& filePath, project::Steps steps = {});
    void documentEdited();
    void show(network::BlockPath path);
    void infer();
    void loadData();
    void takeData(data::PreparedPtr data, const QString& failure);
    void fitNetwork();
    void fitTrainer();
    /// The result of work(), done by longWork.
    template <class Work>
    auto away(const QString& what, Work work);

    struct Impl;
    std::unique_ptr<Impl> impl_;
    project::History history_;
    network::BlockPath opened_;
    network::Graph shown_;  // the open drawing, when it is not the whole
    network::Expansion expansion_;
    network::Inference flat_, whole_, inside_;
    network::DataTypes dataTypes_;
    std::set<network::NodeId> selection_;
    std::set<network::FrameId> selectedFrames_;
    data::PreparedPtr data_;
    QString filePath_, dataFailure_;
};

}  // namespace perceptarium::ui
