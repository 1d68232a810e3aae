// Data panel: settings of the data beside (or, where it is narrow, above) the examples themselves.
#pragma once

#include <QWidget>

#include "ui/workbench.h"

class QSplitter;

namespace perceptarium::ui {

class DataContents;
class DataSettingsPage;

class DataPanel : public QWidget {
    Q_OBJECT
public:
    explicit DataPanel(Workbench& workbench, QWidget* parent = nullptr);
    DataSettingsPage& settings() const { return *settings_; }
    DataContents& contents() const { return *contents_; }

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    QSplitter* halves_;
    DataSettingsPage* settings_;
    DataContents* contents_;
};

}  // namespace perceptarium::ui
