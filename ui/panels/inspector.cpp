#include "ui/panels/inspector.h"

#include <QStackedWidget>
#include <QVBoxLayout>

#include "ui/panels/block_page.h"
#include "ui/panels/frame_page.h"
#include "ui/panels/network_page.h"
#include "ui/panels/node_page.h"
#include "ui/panels/selection_page.h"

namespace perceptarium::ui {

Inspector::Inspector(Workbench& workbench, QWidget* parent)
    : QWidget(parent), workbench_(workbench), pages_(new QStackedWidget), node_(new NodePage(workbench)),
      several_(new SelectionPage(workbench)), network_(new NetworkPage(workbench)),
      frame_(new FramePage(workbench)), block_(new BlockPage(workbench)) {
    setObjectName(QStringLiteral("inspector"));
    setAccessibleName(tr("Inspector"));
    setMinimumWidth(260);
    pages_->addWidget(network_);
    pages_->addWidget(node_);
    pages_->addWidget(several_);
    pages_->addWidget(frame_);
    pages_->addWidget(block_);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(pages_);
    connect(node_, &NodePage::sectionRequested, this, &Inspector::sectionRequested);
    connect(&workbench, &Workbench::documentChanged, this, &Inspector::refresh);
    connect(&workbench, &Workbench::inferenceChanged, this, &Inspector::refresh);
    connect(&workbench, &Workbench::selectionChanged, this, &Inspector::refresh);
    refresh();
}

/// A field that goes while it is edited still changes the document; nobody shows that any more.
Inspector::~Inspector() { workbench_.disconnect(this); }

void Inspector::refresh() {
    if (const auto node = workbench_.selectedNode(); node != network::kNoNode) {
        node_->showNode(node);
        pages_->setCurrentWidget(node_);
    } else if (const auto frame = workbench_.selectedFrame(); frame != network::kNoFrame) {
        frame_->showFrame(frame);
        pages_->setCurrentWidget(frame_);
    } else if (workbench_.selection().size() > 1) {
        several_->showSelection();
        pages_->setCurrentWidget(several_);
    } else if (!workbench_.opened().empty()) {
        block_->showBlock();
        pages_->setCurrentWidget(block_);
    } else {
        network_->showNetwork();
        pages_->setCurrentWidget(network_);
    }
}

void Inspector::focusSettings() {
    if (workbench_.selectedNode() != network::kNoNode) node_->focusSettings();
}

void Inspector::focusName() {
    if (workbench_.selectedNode() != network::kNoNode) node_->focusName();
}

}  // namespace perceptarium::ui
