// DataLoader: loads and prepares data off the GUI thread, with progress and a cancel that works.
#pragma once

#include <QObject>
#include <QString>
#include <atomic>
#include <list>
#include <memory>
#include <thread>

#include "data/prepare.h"

namespace perceptarium::ui {

class DataLoader : public QObject {
    Q_OBJECT
public:
    explicit DataLoader(QObject* parent = nullptr);
    ~DataLoader() override;

    /// Begins; what was still loading is given up. With `reuse`, only splits and normalizes that set again.
    void load(const data::DataSettings& settings, data::DatasetPtr reuse = nullptr);
    void cancel();
    bool isBusy() const { return busy_; }

signals:
    void progress(double fraction, const QString& what);
    void finished(perceptarium::data::PreparedPtr data);
    void failed(const QString& why);
    void cancelled();

private:
    struct Job {
        std::jthread thread;
        std::shared_ptr<std::atomic<bool>> done;
    };
    void giveUp();
    void reap();

    std::list<Job> jobs_;  // the last one counts; earlier ones are stopping
    quint64 current_ = 0;
    bool busy_ = false;
};

}  // namespace perceptarium::ui
