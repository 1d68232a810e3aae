// Recovery: after a crash the next start offers the drawing as it was, and to go on with the run that was interrupted.
#pragma once

#include <QObject>

#include "ui/workbench.h"

namespace perceptarium::app {

class Files;
class OfferBar;

class Recovery : public QObject {
    Q_OBJECT
public:
    Recovery(ui::Workbench& workbench, Files& files, OfferBar& bar, QObject* parent);

    /// Looks for what a crash left, in the journal's folder and in the run record, and offers it.
    void offer(const QString& journalFolder);

private:
    void offerDrawings(const QString& folder);
    void offerRun();

    ui::Workbench& workbench_;
    Files& files_;
    OfferBar& bar_;
};

}  // namespace perceptarium::app
