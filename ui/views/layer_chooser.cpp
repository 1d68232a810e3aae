#include "ui/views/layer_chooser.h"

#include <QHBoxLayout>
#include <QSignalBlocker>

#include "ui/theme/theme.h"

namespace perceptarium::ui {

LayerChooser::LayerChooser(Workbench& workbench, Suits suits, QWidget* parent, Suits preferred)
    : QWidget(parent), workbench_(workbench), suits_(std::move(suits)), preferred_(std::move(preferred)) {
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(2);
    box_ = new QComboBox(this);
    box_->setAccessibleName(tr("Layer"));
    box_->setToolTip(tr("The layer that is shown. It follows what you select on the canvas."));
    box_->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    box_->setMinimumContentsLength(8);
    pin_ = new QToolButton(this);
    pin_->setIcon(icon(QStringLiteral("pin")));
    pin_->setCheckable(true);
    pin_->setAccessibleName(tr("Pin the layer"));
    pin_->setToolTip(tr("Stay on this layer, whatever is selected on the canvas."));
    pin_->setFocusPolicy(Qt::TabFocus);
    row->addWidget(box_);
    row->addWidget(pin_);
    connect(box_, &QComboBox::currentIndexChanged, this, [this] { emit chosen(node()); });
    connect(&workbench, &Workbench::inferenceChanged, this, &LayerChooser::fill);
    connect(&workbench, &Workbench::documentChanged, this, &LayerChooser::fill);
    connect(&workbench, &Workbench::selectionChanged, this, &LayerChooser::follow);
    fill();
    follow();
}

network::NodeId LayerChooser::node() const {
    return box_->currentIndex() < 0 ? network::kNoNode : box_->currentData().toLongLong();
}

void LayerChooser::choose(network::NodeId node) {
    if (const int index = box_->findData(QVariant::fromValue<qlonglong>(node)); index >= 0)
        box_->setCurrentIndex(index);
}

void LayerChooser::fill() {
    const network::NodeId before = node();
    std::vector<std::pair<QString, network::NodeId>> entries;
    network::NodeId first = network::kNoNode;
    for (const network::NodeId id : workbench_.flatGraph().topologicalOrder()) {
        const network::Node& each = *workbench_.flatGraph().find(id);
        if (workbench_.flatInference().leftOut.contains(id) || !suits_(each, workbench_.flatInference())) continue;
        entries.emplace_back(QString::fromStdString(each.name), id);
        if (first == network::kNoNode && preferred_ && preferred_(each, workbench_.flatInference())) first = id;
    }
    bool same = static_cast<int>(entries.size()) == box_->count();
    for (std::size_t i = 0; same && i < entries.size(); ++i)
        same = box_->itemText(static_cast<int>(i)) == entries[i].first &&
               box_->itemData(static_cast<int>(i)).toLongLong() == entries[i].second;
    if (same) return;
    {
        const QSignalBlocker blocked(box_);
        box_->clear();
        for (const auto& [name, id] : entries) box_->addItem(name, QVariant::fromValue<qlonglong>(id));
        int index = box_->findData(QVariant::fromValue<qlonglong>(before));
        if (index < 0) index = box_->findData(QVariant::fromValue<qlonglong>(first));
        box_->setCurrentIndex(entries.empty() ? -1 : std::max(index, 0));
    }
    if (node() != before) emit chosen(node());
}

void LayerChooser::follow() {
    if (!isPinned() && workbench_.selectedNode() != network::kNoNode) choose(workbench_.flatNode(workbench_.selectedNode()));
}

bool hasWeights(const network::Node& node, const network::Inference& inference) {
    const auto count = inference.parameters.find(node.id);
    return count != inference.parameters.end() && count->second > 0;
}

bool hasOutput(const network::Node& node, const network::Inference& inference) {
    return inference.outputs.count(node.id) > 0;
}

}  // namespace perceptarium::ui
