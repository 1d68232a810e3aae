#include "ui/panels/data_settings_page.h"

#include <QScrollArea>
#include <QVBoxLayout>

#include "ui/panels/data_source_section.h"
#include "ui/panels/data_split_section.h"
#include "ui/theme/theme.h"

namespace perceptarium::ui {

DataSettingsPage::DataSettingsPage(Workbench& workbench, QWidget* parent)
    : QWidget(parent), source_(new DataSourceSection(workbench)) {
    auto* content = new QWidget;
    auto* column = new QVBoxLayout(content);
    column->setContentsMargins(kMargin, kMargin, kMargin, kMargin);
    column->setSpacing(kSpacing);
    column->addWidget(source_);
    column->addWidget(new DataSplitSection(workbench));
    column->addStretch(1);
    auto* scroll = new QScrollArea;
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setWidget(content);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(scroll);
}

void DataSettingsPage::chooseFile() { source_->chooseFile(); }
void DataSettingsPage::chooseFolder() { source_->chooseFolder(); }

}  // namespace perceptarium::ui
