// What the workbench keeps to itself; for workbench*.cpp only.
#pragma once

#include <QTimer>

#include "exchange/block_library.h"
#include "ui/block_shelf.h"
#include "ui/data_loader.h"
#include "ui/journal.h"
#include "ui/training_desk.h"
#include "ui/workbench.h"

namespace perceptarium::ui {

struct Workbench::Impl {
    explicit Impl(Workbench* owner) : loader(owner), desk(train::standardRecordPath()), tick(owner), settle(owner) {}

    DataLoader loader;
    TrainingDesk desk;
    LivePictures pictures;
    Tasks tasks;
    Tasks::Handle loading;  // of data
    BlockShelf shelf{exchange::standardBlockFolder()};
    std::unique_ptr<Journal> journal;
    QTimer tick, settle;
    std::optional<data::DataSettings> wanted;  // what is loaded, being loaded, or failed to load
    bool playWhenReady = false;                // play was pressed before the trainer was there
    QString trainerFailure;
    QString reasonTold;  // why there was no trainer when that was last announced
    std::int64_t savedSteps = 0;
    bool editing = false;        // an edit is being made (not an undo, not a file being opened)
    bool fitWhenLoaded = false;  // the user chose other data: the network is made to suit them
};

inline QString text(const Error& error) { return QString::fromStdString(error.message()); }

}  // namespace perceptarium::ui
