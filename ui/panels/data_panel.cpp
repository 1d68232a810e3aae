#include "ui/panels/data_panel.h"

#include <QResizeEvent>
#include <QSplitter>
#include <QVBoxLayout>

#include "ui/panels/data_contents.h"
#include "ui/panels/data_settings_page.h"

namespace perceptarium::ui {
namespace {

constexpr int kWide = 620;  // from here on both halves have room side by side
constexpr int kSettingsWidth = 300;

}  // namespace

DataPanel::DataPanel(Workbench& workbench, QWidget* parent)
    : QWidget(parent),
      halves_(new QSplitter(Qt::Vertical)),
      settings_(new DataSettingsPage(workbench)),
      contents_(new DataContents(workbench)) {
    halves_->setChildrenCollapsible(false);
    halves_->addWidget(settings_);
    halves_->addWidget(contents_);
    halves_->setStretchFactor(0, 1);
    halves_->setStretchFactor(1, 1);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(halves_);
}

void DataPanel::resizeEvent(QResizeEvent* event) {
    const Qt::Orientation fitting = event->size().width() >= kWide ? Qt::Horizontal : Qt::Vertical;
    if (halves_->orientation() != fitting) {
        halves_->setOrientation(fitting);
        if (fitting == Qt::Horizontal)
            halves_->setSizes({kSettingsWidth, event->size().width() - kSettingsWidth});
        else
            halves_->setSizes({event->size().height() / 2, event->size().height() / 2});
    }
    QWidget::resizeEvent(event);
}

}  // namespace perceptarium::ui
