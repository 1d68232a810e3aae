// LivePreview: the chosen example runs through the network, and each node in sight shows its small picture of it. The values
// come from the trainer; while there is none, because the drawing is not finished, from a pass with the starting weights on
// another thread. What cannot be seen, or is too far away to be made out, is not asked for.
#pragma once

#include <QObject>
#include <QTimer>
#include <map>
#include <memory>

#include "network/graph.h"
#include "study/activations_probe.h"

class QFrame;
class QLabel;

namespace perceptarium::ui {

class ExampleChooser;
class NetworkCanvas;

class LivePreview : public QObject {
    Q_OBJECT
public:
    explicit LivePreview(NetworkCanvas& canvas);

    bool isOn() const { return on_; }
    /// Remembered between sessions.
    void setOn(bool on);
    /// The bar with the example's chooser, into the lower left corner; after the canvas was resized.
    void place();
    /// Of the canvas's foot, by the bar.
    double coveredHeight() const;
    /// Light and dark switched.
    void paintAgain();

private:
    bool canBeSeen() const;
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
    std::shared_ptr<void> turn_, subscription_;
    std::uint64_t seen_ = 0;
    std::map<network::NodeId, Tensor> values_;
    /// What each node's picture was made of.
    struct Shown {
        std::uint64_t generation = 0;
        double scale = 0;
    };
    std::map<network::NodeId, Shown> shown_;
    std::uint64_t generation_ = 1;  ///< of the values
    QFrame* bar_;
    ExampleChooser* chooser_;
    QLabel* words_;
    QTimer settle_, look_;
    bool on_ = false, running_ = false, again_ = false;
};

}  // namespace perceptarium::ui
