// LivePreview: the chosen example runs through the network, and each node in sight shows its small picture of it; or each layer
// shows its filters as they are now. The values come from the trainer; while there is none, because the drawing is not finished,
// those of the example come from a pass with the starting weights on another thread. What cannot be seen, or is too far away to
// be made out, is not asked for.
#pragma once

#include <QImage>
#include <QObject>
#include <QTimer>
#include <map>
#include <memory>

#include "network/graph.h"
#include "study/activations_probe.h"
#include "study/filters_probe.h"

class QFrame;
class QLabel;

namespace perceptarium::ui {

class ExampleChooser;
class NetworkCanvas;

class LivePreview : public QObject {
    Q_OBJECT
public:
    explicit LivePreview(NetworkCanvas& canvas);

    enum class Shows { Nothing, Activations, Filters };
    Shows shows() const { return shows_; }
    /// Remembered between sessions.
    void show(Shows what);
    /// Of the trainer: not while nothing can be seen.
    bool isAsking() const { return subscription_ != nullptr; }
    /// The bar with the example's chooser, into the lower left corner; after the canvas was resized.
    void place();
    /// Of the canvas's foot, by the bar.
    double coveredHeight() const;
    /// Light and dark switched.
    void paintAgain();

private:
    bool isOn() const { return shows_ != Shows::Nothing; }
    bool canBeSeen() const;
    bool hasRoom(network::NodeId node) const;
    bool refreshFilters();
    void askFilters();
    QImage pictureOf(network::NodeId node, QSize size) const;
    void followSight();
    void showRoom();
    void ask();
    bool refresh();
    void runDrawing();
    void take(std::map<network::NodeId, Tensor> values);
    void paintPictures();
    void tell(const QString& words);
    void dress();
    QString answer(const study::ExampleActivations& seen) const;

    NetworkCanvas& canvas_;
    std::shared_ptr<study::ActivationsProbe> probe_ = std::make_shared<study::ActivationsProbe>();
    std::shared_ptr<study::FiltersProbe> filtersProbe_ = std::make_shared<study::FiltersProbe>();
    std::shared_ptr<void> turn_, subscription_;
    std::uint64_t seen_ = 0, seenFilters_ = 0;
    std::map<network::NodeId, Tensor> values_;  ///< by node of the flat network
    std::shared_ptr<const study::Filters> filters_;
    /// What each node's picture was made of.
    struct Shown {
        std::uint64_t generation = 0;
        double scale = 0;
    };
    std::map<network::NodeId, Shown> shown_;
    std::uint64_t generation_ = 1;  ///< of the values or filters
    QFrame* bar_;
    ExampleChooser* chooser_;
    QLabel* words_;
    QTimer settle_, look_;
    Shows shows_ = Shows::Nothing, subscribed_ = Shows::Nothing;
    bool running_ = false, again_ = false;
};

}  // namespace perceptarium::ui
